import CivilTime
import Disclosure
import Linkage
import Phrasebook
import Postgres
import Records
import Services
import Stores
import Testing

@Suite struct `Disclosure to strangers` {
  static let cases: [(SearchInput, [Fact]?)] = [
    (SearchScene.knowing, [.wholeName, .birth, .country]),
    (SearchInput(name: "Jose Villatoro", aNumber: "234561078"), [.aNumber, .wholeName]),
    (
      SearchInput(name: "Jose Villatoro Xiloj", birth: "1991", country: "HN", arrestedOn: "2026-11-19"),
      [.wholeName, .birth, .country, .arrestDay]
    ),
    (
      SearchInput(name: "Jose Villatoro Xiloj", birth: "1991", country: "HN", arrestPlace: "Main Street Jail"),
      [.wholeName, .birth, .country, .arrestPlace]
    ),
    (SearchInput(name: "Jose Villatoro Xiloj"), nil), (SearchInput(aNumber: "234561078"), nil),
    (SearchInput(name: "Jose Villatoro Xiloj", birth: "1991", country: "HN"), nil),
    (SearchInput(name: "Jose Villatoro Xiloj", birth: "1991-04-04", country: "HN"), nil),
    (SearchInput(name: "Jose Villatoro Xiloj", birth: "1991-04-03"), nil),
    (SearchInput(name: "Maria Baglietto", aNumber: "234561078"), nil),
  ]

  @Test(arguments: cases.indices) func `answers in production what was earned, and nothing else`(_ index: Int)
    async throws
  {
    let (input, facts) = Self.cases[index]
    try await SearchScene.with("production") { scene in
      let id = try await scene.listJose()
      let told = try await scene.told(input)
      #expect((told != nil) == (facts != nil))
      let entries = try await scene.audited(.personDisclosed)
      if let facts {
        #expect(told?.custody?.placeText == "Main Street Jail")
        #expect(entries.count == 1 && entries.first?.actor == "nobody" && entries.first?.object == "person:\(id)")
        #expect(entries.first?.facts == facts.map(\.rawValue))
      } else {
        #expect(entries.isEmpty)
      }
    }
  }

  static let sentences: [(SearchInput, fits: [String], misfits: [String], NameCommonness?)] = [
    (
      SearchInput(
        name: "Jose Viyatoro Xiloj", birth: "1988-01-30", country: "GT", aNumber: "234561078",
        arrestedOn: "2026-11-19"),
      [
        "The A-number is the same.", "The first name is the same.", "The last name sounds the same.",
        "The day of the arrest fits.",
      ],
      ["The country of birth is another one."], .few
    ),
    (
      SearchInput(name: "Jose Rodriguez Villatoro", birth: "1991-04-03", country: "HN", aNumber: "234561078"),
      [
        "The A-number is the same.", "The first name is the same.", "One of the last names is the same.",
        "The country of birth is the same.",
      ], [], .some
    ),
    (
      SearchInput(name: "Jose", birth: "1991-04-03", aNumber: "234561078"),
      ["The A-number is the same.", "Part of the name is the same."], [], nil
    ),
  ]

  /// Of a birth that is another one nothing is said, and nothing of the rest of a name that was known in part.
  @Test(arguments: sentences.indices) func `says what fits and what is another one, by kind`(_ index: Int) async throws
  {
    let (input, fits, misfits, commonness) = Self.sentences[index]
    try await SearchScene.with("production") { scene in
      _ = try await scene.listJose()
      let told = try #require(try await scene.told(input))
      #expect(Phrases.english.fits(told.told) == fits)
      #expect(Phrases.english.misfits(told.told) == misfits)
      #expect(told.commonness == commonness)
    }
  }

  @Test(arguments: Hindrance.settable) func `says nothing of somebody who is protected`(_ kind: Hindrance) async throws
  {
    try await SearchScene.with("production") { scene in
      let id = try await scene.listJose()
      #expect(try await scene.told(SearchScene.knowing) != nil)
      #expect(try await scene.protect(id, kind) == .done)
      #expect(try await scene.protect(id, kind) == .already)
      #expect(try await scene.told(SearchScene.knowing) == nil)
      #expect(try await scene.told(SearchInput(name: "Jose Villatoro Xiloj", aNumber: "234561078")) == nil)
      #expect(try await scene.found(SearchScene.knowing).first?.hindrances == [kind], "staff see why")
      let verb: AuditVerb = kind == .contested ? .recordContested : .personHidden
      #expect(try await scene.audited(verb).map(\.object) == ["person:\(id)"])
      let standing = try #require(try await scene.protection.standingAtConsole(of: id, now: scene.now).first)
      try await scene.protection.applyAtConsole(.lift(standing.id, .mistake), now: scene.now)
      #expect(try await scene.told(SearchScene.knowing) != nil)
      #expect(try await scene.audited(.personShown).map(\.purpose) == ["\(kind.rawValue): mistake"])
    }
  }

  @Test func `ends a protection on its day`() async throws {
    try await SearchScene.with("production") { scene in
      let id = try await scene.listJose()
      #expect(try await scene.protect(id, days: 2) == .done)
      #expect(try await scene.tell(SearchScene.knowing, at: scene.wait(seconds: 2 * 86_400 - 1)) == nil)
      #expect(try await scene.tell(SearchScene.knowing, at: scene.wait(seconds: 2 * 86_400 + 1)) != nil)
    }
  }

  @Test func `hides who was hidden again when another list names them`() async throws {
    try await SearchScene.with("production") { scene in
      let id = try await scene.listJose()
      #expect(try await scene.protect(id) == .done)
      try await scene.owner.execute(
        "update batch set withdrawn_at = now(), withdrawn_reason = 'a test' where id = \(scene.batch)")
      let next = try await scene.newBatch(isFinished: true)
      _ = try await scene.list(in: next, "Villatoro Xiloj, José", birth: "1991-04-03", country: "HN")
      #expect(try await scene.told(SearchScene.knowing) == nil, "the same name and day of birth")
      _ = try await scene.list(
        in: next, "BAGLIETTO SORNI, RUTH", birth: "1980-02-05", country: "PE", aNumber: "234561078")
      #expect(
        try await scene.told(SearchInput(name: "Ruth Baglietto Sorni", birth: "1980-02-05", country: "PE")) == nil,
        "the same A-number")
    }
  }

  @Test func `says nothing of people who may be minors because nobody knows their birth`() async throws {
    try await SearchScene.with("production") { scene in
      try await scene.list("VILLATORO XILOJ, JOSE", country: "HN", aNumber: "234561078")
      #expect(try await scene.told(SearchInput(name: "Jose Villatoro Xiloj", aNumber: "234561078")) == nil)
    }
  }

  @Test func `does nothing about a number that is no record’s`() async throws {
    try await SearchScene.with("production") { scene in
      let outcome = try await scene.protect(123_456)
      #expect(outcome == .unknown)
      #expect(try await scene.protection.applyAtConsole(.screen(123_456, isSafe: true), now: scene.now) == .unknown)
      #expect(try await scene.protection.applyAtConsole(.openAnswers, now: scene.now) == .already)
    }
  }
}

@Suite struct `Private sources` {
  @Test func `are told of only once a responder has screened them`() async throws {
    try await SearchScene.with("production") { scene in
      let id = try await scene.listPrivately("VILLATORO XILOJ, JOSE", birth: "1991-04-03")
      #expect(try await scene.told(SearchScene.knowing) == nil)
      #expect(try await scene.found(SearchScene.knowing).first?.hindrances == [.unscreened])
      try await scene.protection.applyAtConsole(.screen(id, isSafe: true), now: scene.now)
      #expect(try await scene.told(SearchScene.knowing)?.custody?.sourceKind == .hotline)
      #expect(try await scene.audited(.recordScreened).map(\.purpose) == ["safe"])
    }
  }

  @Test func `that are not safe protect the person`() async throws {
    try await SearchScene.with("production") { scene in
      let id = try await scene.listPrivately("VILLATORO XILOJ, JOSE", birth: "1991-04-03")
      try await scene.protection.applyAtConsole(.screen(id, isSafe: false), now: scene.now)
      #expect(try await scene.found(SearchScene.knowing).first?.hindrances == [.safety, .unscreened])
      #expect(try await scene.told(SearchScene.knowing) == nil)
    }
  }

  @Test func `add nothing to what a public one tells, until they are screened`() async throws {
    try await SearchScene.with("production") { scene in
      let id = try await scene.listJose()
      _ = try await scene.listPrivately("BAGLIETTO, RUTH", birth: "1980-02-05")
      let batch = try await scene.owner.first("select max(id) from batch")?.decode(Int64.self)
      // The hotline has seen Jose elsewhere since.
      try await scene.owner.execute(
        """
        insert into custody_event (person_id, batch_id, kind, place_text, happened_at, precision, reported_at)
        values (\(id), \(batch), 'sighting', 'A secret place', \(scene.now.adding(seconds: -3600)), 'minute', \(scene.now))
        """)
      #expect(try await scene.told(SearchScene.knowing)?.custody?.placeText == "Main Street Jail")
      #expect(try await scene.found(SearchScene.knowing).first?.custody?.placeText == "A secret place")
      try await scene.owner.execute(
        """
        insert into screening (person_id, batch_id, is_safe, screened_at) values (\(id), \(batch), true, now())
        """)
      #expect(try await scene.told(SearchScene.knowing)?.custody?.placeText == "A secret place")
    }
  }

  @Test func `are no rivals of a public record, and neither is what nobody vouches for`() async throws {
    try await SearchScene.with("production") { scene in
      _ = try await scene.listJose()
      _ = try await scene.listPrivately("VILLATORO XILOJ, JOSE", birth: "1991-04-03")
      #expect(try await scene.told(SearchScene.knowing) != nil)
      let planted = try await scene.listPrivately("VILLATORO XILOJ, JOSE", birth: "1991-04-03", trust: 5)
      try await scene.protection.applyAtConsole(.screen(planted, isSafe: true), now: scene.now)
      #expect(try await scene.told(SearchScene.knowing) != nil)
      // A second public record is one: nobody can say which is meant.
      _ = try await scene.list("VILLATORO XILOJ, JOSE", birth: "1991-04-03", country: "HN")
      #expect(try await scene.told(SearchScene.knowing) == nil)
    }
  }
}

@Suite struct `Following is no way around` {
  @Test func `what must be earned`() async throws {
    try await SearchScene.with("production") { scene in
      let id = try await scene.listJose()
      let other = try await scene.list("BAGLIETTO, RUTH", birth: "1980-02-05", country: "PE")
      let following = FollowingDisclosure(scene.records, database: scene.staff)
      func mayTell(_ input: SearchInput, of person: Int64, spends: Bool = false) async throws -> Bool {
        try await following.mayTell(
          try SearchRequest.parse(input, today: scene.now.utcDay ?? .farthest).get(), of: person, spends: spends,
          now: scene.now)
      }
      #expect(try await mayTell(SearchScene.knowing, of: id))
      #expect(try await !mayTell(SearchScene.knowing, of: other))
      #expect(try await !mayTell(SearchInput(name: "Jose Villatoro Xiloj", birth: "1991", country: "HN"), of: id))
      // Facts that are added one after the other are guesses like any.
      for day in 10...14 {
        let guess = SearchInput(name: "Jose Villatoro Xiloj", birth: "1991-04-\(day)", country: "HN")
        #expect(try await !mayTell(guess, of: id, spends: true))
      }
      #expect(try await !mayTell(SearchScene.knowing, of: id))
      #expect(try await scene.told(SearchScene.knowing) == nil, "one budget for both")
      #expect(try await mayTell(SearchInput(name: "Jose Villatoro Xiloj", aNumber: "234561078"), of: id))
      #expect(try await scene.audited(.personDisclosed).isEmpty)
    }
  }
}
