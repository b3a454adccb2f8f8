import CivilTime
import Linkage
import Postgres
import Records
import Services
import Testing

@Suite struct `A search` {
  /// What the family types, and what the roster has.
  static let spellings: [(typed: SearchInput, listed: String)] = [
    (SearchInput(name: "José Villatoro Hernández", birth: "1991", country: "Honduras"), "VILLATORO HERNANDEZ, JOSE"),
    (SearchInput(name: "Jose Hernandez Villatoro", birth: "1991-04-03", country: "HN"), "VILLATORO HERNANDEZ, JOSE"),
    (SearchInput(name: "Pepe Biyatoro", birth: "3/4/1991", country: "Honduras"), "VILLATORO HERNANDEZ, JOSE"),
    (SearchInput(name: "Jose Vilatoro", birth: "35", country: "hondureño"), "JOSE VILLATORO"),
    (SearchInput(name: "José Villatoro Hernández", birth: "1991", country: "HN"), "VILLATOROHERNANDEZ JOSE"),
    (SearchInput(name: "Хосе Виллаторо Эрнандез", birth: "1991", country: "HN"), "VILLATORO HERNANDEZ, JOSE"),
    (SearchInput(aNumber: "A234-561-078"), "SOMEBODY, ELSE"),
    (SearchInput(name: "Jose Villatoro", aNumber: "234561087"), "VILLATORO, JOSE"),
  ]

  @Test(arguments: spellings.indices) func `finds who was written otherwise`(_ index: Int) async throws {
    let (typed, listed) = Self.spellings[index]
    try await SearchScene.with { scene in
      for name in ["GARCIA LOPEZ, JOSE", "VILLANUEVA HERNANDEZ, JUAN", "PEREZ, MARIA", "VILLATE, JOSEFA"] {
        try await scene.list(name, birth: "1984-07-07", country: "HN")
      }
      let id = try await scene.list(listed, birth: "1991-04-03", country: "HN", aNumber: "234561078")
      let found = try await scene.found(typed)
      #expect(found.map(\.assessment.id) == [id])
      #expect(found.first?.custody?.status == .inCustody)
      #expect(found.first?.custody?.placeText == "Main Street Jail")
      #expect(found.first?.custody?.sourceKind == .roster)
      #expect(found.first?.isSample == true)
    }
  }

  @Test func `tells which facts agreed, and what each is worth`() async throws {
    try await SearchScene.with { scene in
      try await scene.list(
        "XILOJ TZOC, MATEO", given: "MATEO", family: "XILOJ TZOC", birth: "1991-04-03", country: "GT")
      let found = try await scene.found(
        SearchInput(name: "Mateo Shiloj Tzoc", birth: "03/04/1991", country: "Guatemala"))
      let facts = try #require(found.first).assessment.agreements
      #expect(facts.map(\.fact) == [.givenName, .familyName, .birth, .country])
      #expect(facts.map(\.level) == [.exact, .soundsAlike, .exact, .exact])
      #expect(facts.allSatisfy { $0.bits > 0 })
    }
  }

  @Test(arguments: [
    SearchInput(name: "José Villatoro", birth: "1962", country: "Peru"), SearchInput(name: "José"),
    SearchInput(name: "Carlos Alberto Arias", birth: "1991-04-03", country: "HN"), SearchInput(aNumber: "111222333"),
    SearchInput(name: "Zzyzx Qwerty"),
  ])
  func `does not find a stranger`(_ input: SearchInput) async throws {
    try await SearchScene.with { scene in
      try await scene.list("VILLATORO HERNANDEZ, JOSE", birth: "1991-04-03", country: "HN", aNumber: "234561078")
      try await scene.list("BAGLIETTO, CARLOS ALBERTO", birth: "1991-08-03", country: "HN")
      #expect(try await scene.found(input).isEmpty)
    }
  }

  static let minors: [(birth: String?, year: Int?, isShown: Bool)] = [
    ("2008-11-21", nil, true), ("2008-11-22", nil, false), ("2011-01-01", nil, false), (nil, 2008, false),
    (nil, 2007, true),
  ]

  @Test(arguments: minors.indices) func `never shows anybody who may be a minor`(_ index: Int) async throws {
    let (birth, year, isShown) = Self.minors[index]
    try await SearchScene.with { scene in
      try await scene.list("VILLATORO XILOJ, JOSE", birth: birth, year: year, country: "HN", aNumber: "234561078")
      // 21 November 2026, the day of the search.
      #expect(scene.now.utcDay?.iso == "2026-11-21")
      let found = try await scene.found(SearchInput(name: "Jose Villatoro Xiloj", country: "HN", aNumber: "234561078"))
      #expect(found.isEmpty != isShown)
    }
  }

  @Test func `does not find who was withdrawn, and finds them again never`() async throws {
    try await SearchScene.with { scene in
      try await scene.list("VILLATORO XILOJ, JOSE", birth: "1991-04-03", country: "HN", aNumber: "234561078")
      let input = SearchInput(name: "Jose Villatoro Xiloj", birth: "1991", country: "HN", aNumber: "234561078")
      #expect(try await scene.found(input).count == 1)
      try await scene.owner.execute(
        "update batch set withdrawn_at = now(), withdrawn_reason = 'a test' where id = \(scene.batch)")
      #expect(try await scene.found(input).isEmpty)
    }
  }

  @Test func `tells strangers of invented people alone, in a demo too`() async throws {
    try await SearchScene.with { scene in
      let id = try await scene.list("VILLATORO XILOJ, JOSE", birth: "1991-04-03", country: "HN", aNumber: "234561078")
      let input = SearchInput(name: "Jose Villatoro Xiloj", birth: "1991-04-03", country: "HN", aNumber: "234561078")
      #expect(try await scene.told(input)?.isSample == true)
      // Somebody tries an import of real records there.
      let batch = try #require(
        try await scene.owner.first(
          "insert into batch (source_id, kind, finished_at) select source_id, 'import', now() from batch returning id")
      )
      .decode(Int64.self)
      try await scene.owner.execute("update person set batch_id = \(batch), is_sample = false where id = \(id)")
      try await scene.owner.execute("update person_description set batch_id = \(batch) where person_id = \(id)")
      #expect(try await scene.told(input) == nil)
      #expect(try await scene.found(input).map(\.assessment.id) == [id])
    }
  }

  @Test func `shows staff nobody of many who fit alike, and says so`() async throws {
    try await SearchScene.with { scene in
      for day in 1...9 { try await scene.list("GARCIA XILOJ, JOSE", birth: "1991-04-0\(day)", country: "HN") }
      guard
        case .notFound(_, let isSeveral) = try await scene.weigh(
          SearchInput(name: "Jose Garcia Xiloj", birth: "1991", country: "HN"))
      else {
        Issue.record("somebody was shown")
        return
      }
      #expect(isSeveral)
    }
  }
}

@Suite struct `Advice when nobody was found` {
  private func advice(_ input: SearchInput) async throws -> NotFoundAdvice? {
    var advice: NotFoundAdvice?
    try await SearchScene.with { scene in
      try await scene.list("PEREZ, MARIA", birth: "1984-07-07", country: "MX")
      if case .notFound(let found) = try await scene.find(input) { advice = found }
    }
    return advice
  }

  @Test func `tells how old the records are`() async throws {
    let advice = try #require(try await advice(SearchInput(name: "Jose Villatoro")))
    let reported = Timestamp(microseconds: 1_795_219_200_000_000).adding(seconds: -86_400)
    #expect(advice.dataAsOf == reported)
    #expect(advice.freshness == [SourceFreshness(sourceKind: .roster, newest: reported)])
    #expect(!advice.reasons.contains(.oldRecords))
  }

  static let reasons: [(SearchInput, NotFoundReason)] = [
    (SearchInput(name: "Jose Villatoro", birth: "1991", country: "HN", arrestedOn: "yesterday"), .freshArrest),
    (SearchInput(name: "Jose Villatoro", birth: "2012"), .minor),
    (SearchInput(name: "Jose Villatoro", birth: "15"), .minor),
    (SearchInput(name: "Jose Villatoro", arrestedOn: "yesterday"), .moreNeeded),
    (SearchInput(name: "Jose Villatoro", birth: "1991", country: "HN"), .moreNeeded),
    (
      SearchInput(name: "Jose Villatoro", birth: "1991", country: "HN", arrestedOn: "2026-10-01"), .nameWrittenOtherwise
    ),
    (
      SearchInput(name: "Jose Villatoro", birth: "1991-04-03", country: "HN", arrestedOn: "2026-10-01"),
      .nameWrittenOtherwise
    ),
  ]

  @Test(arguments: reasons)
  func `gives the likeliest reason first`(_ input: SearchInput, _ reason: NotFoundReason) async throws {
    #expect(try await advice(input)?.reasons.first == reason)
  }

  /// Hours after 21 November 2026, 00:00 UTC; an arrest is taken to have been at noon in the middle of the country.
  static let looks: [(arrested: String, hours: [Double])] = [
    ("", [12, 24, 36, 48]), ("2026-11-20", [6, 18, 30, 42]), ("2026-10-01", [24, 48, 72, 96]),
  ]

  @Test(arguments: looks.indices) func `says when to look again`(_ index: Int) async throws {
    let (arrested, hours) = Self.looks[index]
    let now = Timestamp(microseconds: 1_795_219_200_000_000)
    let advice = try #require(try await advice(SearchInput(name: "Jose Villatoro", arrestedOn: arrested)))
    #expect(advice.lookAgain.map { $0.seconds(since: now) / 3600 } == hours)
  }

  static let spellings: [(String, [String])] = [
    ("Juan Villatoro", ["Juan|Villatoro", "Villatoro|Juan"]),
    (
      "José Ángel Hernández Núñez",
      [
        "Jose|Hernandez Nunez", "Jose|Hernandez", "Jose Angel|Hernandez Nunez", "Jose Angel|Hernandez",
        "Jose|Hernandez-Nunez", "Jose|Nunez", "Jose|Nunez Hernandez", "Jose|Hernandeznunez", "Angel|Hernandez Nunez",
        "Joseangel|Hernandez Nunez", "Hernandez Nunez|Jose",
      ]
    ),
    ("Pepe Villatoro", ["Jose|Villatoro", "Pepe|Villatoro", "Villatoro|Jose"]),
    (
      "Maria de la Cruz", ["Maria|De La Cruz", "Maria|Cruz", "Maria|Delacruz", "De La Cruz|Maria"]
    ),
    ("Villatoro, Juan", ["Juan|Villatoro", "Villatoro|Juan"]), ("Madonna", ["FNU|Madonna", "Madonna|LNU"]),
    ("Nguyễn Văn Hùng", ["Van|Nguyen"]),
  ]

  @Test(arguments: spellings.indices) func `spells what was typed as the locator may have it`(_ index: Int) async throws
  {
    let (typed, wanted) = Self.spellings[index]
    let advice = try #require(try await advice(SearchInput(name: typed)))
    let made = advice.locatorSpellings.map { "\($0.first)|\($0.last)" }
    #expect(made.count <= 12)
    #expect(Set(made).count == made.count)
    if wanted.count == 1 { #expect(made.contains { $0.hasSuffix("Nguyen") }) } else { #expect(made == wanted) }
  }
}
