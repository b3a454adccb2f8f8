import CivilTime
import Disclosure
import Linkage
import Postgres
import Records
import Services
import Stores
import Testing

@Suite struct `What all instances count together` {
  private static func guess(_ day: Int) -> SearchInput {
    SearchInput(name: "Jose Villatoro Xiloj", birth: "1991-04-\(day)", country: "HN")
  }

  @Test func `stops the answers about somebody at whom five guesses came close, in every instance`() async throws {
    try await SearchScene.with("production") { scene in
      let id = try await scene.listJose()
      for day in 10...13 { #expect(try await scene.told(Self.guess(day)) == nil) }
      #expect(try await scene.told(SearchScene.knowing) != nil, "four guesses are a family's")
      #expect(try await scene.told(Self.guess(14)) == nil)
      #expect(try await scene.told(SearchScene.knowing) == nil)
      let another = Database(try DatabaseConfiguration(url: scene.url, user: "paradero_public", poolSize: 1))
      let request = try SearchRequest.parse(SearchScene.knowing, today: scene.now.utcDay ?? .farthest).get()
      let outcome = try await SearchService(scene.records, database: another).search(request, now: scene.now)
      await another.close()
      if case .found = outcome { Issue.record("another instance told") }
      // What is stronger still passes, so that the stop is no weapon; and a day later it is over.
      #expect(try await scene.told(SearchInput(name: "Jose Villatoro Xiloj", aNumber: "234561078")) != nil)
      #expect(try await scene.found(SearchScene.knowing).first?.isStopped == true)
      let stops = try await ProtectionStore(scene.staff).unseenStops(limit: 5)
      #expect(stops.stops.map(\.person) == [id] && stops.waiting == 1)
      let later = scene.wait(seconds: 86_401)
      #expect(try await scene.tell(SearchScene.knowing, at: later) != nil)
      try await scene.protection.forget(now: later)
      #expect(try await scene.owner.first("select count(*) from guess_count")?.decode(Int.self) == 0)
      #expect(try await scene.owner.first("select count(*) from automatic_stop")?.decode(Int.self) == 1)
      try await scene.protection.forget(now: later.adding(seconds: 31 * 86_400))
      let kept = try await scene.owner.first(
        "select (select count(*) from automatic_stop) + (select count(*) from automatic_answer)")
      #expect(try kept?.decode(Int.self) == 0)
    }
  }

  @Test func `lets nobody guess more by guessing at once`() async throws {
    try await SearchScene.with("production") { scene in
      _ = try await scene.listJose()
      let told = try await withThrowingTaskGroup(of: Bool.self) { group in
        for day in 1...28 {
          let text = day < 10 ? "1991-04-0\(day)" : "1991-04-\(day)"
          group.addTask {
            try await scene.told(SearchInput(name: "Jose Villatoro Xiloj", birth: text, country: "HN")) != nil
          }
        }
        return try await group.reduce(0) { $0 + ($1 ? 1 : 0) }
      }
      // The right one was among twenty-eight: it is told only if it came among the first five, and never twice.
      #expect(told <= 1)
      #expect(try await scene.told(SearchScene.knowing) == nil)
    }
  }

  @Test func `spends nothing for families who try other spellings and offer little`() async throws {
    try await SearchScene.with("production") { scene in
      _ = try await scene.listJose()
      for name in ["Jose Villatoro", "Jose Biyatoro", "J Villatoro Xiloj", "Pepe Villatoro", "Jose Viyatoro Xilo"] {
        for year in ["", "1991", "1990"] {
          #expect(try await scene.told(SearchInput(name: name, birth: year, country: "HN")) == nil)
        }
      }
      #expect(try await scene.owner.first("select count(*) from guess_count")?.decode(Int.self) == 0)
      #expect(try await scene.told(SearchScene.knowing) != nil)
    }
  }

  @Test func `asks for the whole name beside a number once too many numbers failed`() async throws {
    try await SearchScene.with("production") { scene in
      try await scene.list("GARCIA LOPEZ, JUAN", birth: "1984-07-07", country: "MX", aNumber: "234561078")
      let part = SearchInput(name: "Garcia", aNumber: "234561078")
      #expect(try await scene.told(part) != nil)
      try await scene.owner.execute(
        "insert into failed_number (hour, failed) values (date_trunc('hour', \(scene.now)::timestamptz), 499)")
      #expect(try await scene.told(part) != nil)
      #expect(try await scene.told(SearchInput(name: "Juan Garcia", aNumber: "299999999")) == nil)
      #expect(try await scene.told(part) == nil)
      #expect(try await scene.told(SearchInput(name: "Juan Garcia Lopez", aNumber: "234561078")) != nil)
      #expect(try await scene.tell(part, at: scene.wait(seconds: 25 * 3600)) != nil)
    }
  }

  @Test func `sees what was spent by those who came before, even where it was judged earlier`() async throws {
    try await SearchScene.with("production") { scene in
      try await scene.list("GARCIA LOPEZ, JUAN", birth: "1984-07-07", country: "MX", aNumber: "234561078")
      var policy = DisclosurePolicy.standard
      policy.limits.failedNumbers = 1
      let search = SearchService(
        scene.records, database: scene.visitors, disclosure: DisclosureService(scene.visitors, policy: policy),
        patience: .seconds(600))
      func told(_ name: String, _ aNumber: String) async throws -> Bool {
        let input = SearchInput(name: name, aNumber: aNumber)
        let request = try SearchRequest.parse(input, today: scene.now.utcDay ?? .farthest).get()
        if case .found = try await search.search(request, now: scene.now) { return true }
        return false
      }
      let both = try await scene.owner.transaction { transaction in
        // Reading goes on, counting waits.
        try await transaction.execute("lock table failed_number in exclusive mode")
        let guess = Task { try await told("Juan Garcia", "299999999") }
        while try await transaction.first("select from pg_locks where not granted") == nil {
          try await Task.sleep(for: .milliseconds(5))
        }
        let right = Task { try await told("Garcia", "234561078") }
        try await Task.sleep(for: .milliseconds(300))
        return (guess, right)
      }
      #expect(try await !both.0.value)
      #expect(try await !both.1.value, "a number failed before it, so a part of the name is too little")
      #expect(try await told("Juan Garcia Lopez", "234561078"))
    }
  }

  @Test func `closes automatic answers when somebody works through a list, until a responder opens them`() async throws
  {
    try await SearchScene.with("production") { scene in
      let people: [SearchInput] = try await Self.list(in: scene)
      // An hour apart in tens: the tenth of an hour is the last one.
      var told = 0
      for (place, person) in people.prefix(30).enumerated() {
        let moment = scene.wait(seconds: Double(place / 10) * 3700 + Double(place))
        if try await scene.tell(person, at: moment) != nil { told += 1 }
      }
      #expect(told == 20)
      let later = scene.wait(seconds: 3 * 3700)
      #expect(try await scene.tell(people[40], at: later) == nil)
      #expect(try await scene.tell(people[0], at: later) == nil, "closed for those who were told before, too")
      let closings = try await ProtectionStore(scene.staff).closings(now: later)
      #expect(closings.map(\.answered) == [20] && closings.first?.usual == 0)
      #expect(try await scene.audited(.automaticAnswersClosed).count == 1)
      #expect(try await scene.protection.applyAtConsole(.openAnswers, now: later) == .done)
      #expect(try await scene.tell(people[40], at: later.adding(seconds: 1)) != nil)
      #expect(try await scene.audited(.automaticAnswersOpened).map(\.actor) == ["system:command line"])
    }
  }

  @Test func `lets ten people be told of in an hour, and opens again after a day`() async throws {
    try await SearchScene.with("production") { scene in
      let people = try await Self.list(in: scene)
      var told = 0
      for person in people.prefix(15) where try await scene.told(person) != nil { told += 1 }
      #expect(told == 10)
      #expect(try await scene.tell(people[20], at: scene.wait(seconds: 86_300)) == nil)
      #expect(try await scene.tell(people[20], at: scene.wait(seconds: 86_500)) != nil)
    }
  }

  @Test func `takes for usual what happened on most days, and not on those of an attack`() async throws {
    try await SearchScene.with("production") { scene in
      let id = try await scene.listJose()
      func answers(_ count: Int, daysAgo: Int) async throws {
        try await scene.owner.execute(
          """
          insert into automatic_answer (person_id, answered_at, rule, by_number, is_new)
          select \(id), \(scene.now)::timestamptz - make_interval(days => \(Int32(daysAgo)), secs => 60), 'nameBirthCountry', false, true
          from generate_series(1, \(Int32(count)))
          """)
      }
      func usual() async throws -> Int {
        Int(
          try await scene.owner.first("select paradero.usual_answers(false, \(scene.now))")?.decode(Int32.self) ?? -1)
      }
      for day in 1...5 { try await answers(40, daysAgo: day) }
      #expect(try await usual() == 0, "less than a week")
      for day in 6...9 { try await answers(40, daysAgo: day) }
      #expect(try await usual() == 40)
      try await answers(500, daysAgo: 2)
      #expect(try await usual() == 40)
    }
  }

  /// Fifty people with rare names, and what somebody types who has them on a list.
  private static func list(in scene: SearchScene) async throws -> [SearchInput] {
    var typed: [SearchInput] = []
    let given = ["ZOILA", "EVARISTO", "TIMOTEO", "GUMERSINDO", "ESTANISLAO"]
    let family = [
      "XICARA", "YAXCAL", "TZUNUX", "QUIEJ", "CHAVAJAY", "BATZIN", "PUTUL", "CUCUL", "IXCOY", "MACZUL",
    ]
    for (place, name) in given.flatMap({ given in family.map { (given, $0) } }).enumerated() {
      let birth = "19\(70 + place % 20)-0\(1 + place % 9)-1\(place % 9)"
      try await scene.list("\(name.1) \(family[(place + 3) % 10]), \(name.0)", birth: birth, country: "GT")
      typed.append(
        SearchInput(name: "\(name.0) \(name.1) \(family[(place + 3) % 10])", birth: birth, country: "GT"))
    }
    return typed
  }
}

@Suite struct `The ledger in memory` {
  @Test func `counts as the database does`() async throws {
    try await SearchScene.with("production") { scene in
      var people: [Int64] = []
      for number in 0..<6 {
        people.append(try await scene.list("PERSON \(number)", birth: "1980-02-0\(number + 1)", country: "GT"))
      }
      var limits = DisclosureLimits()
      (limits.newPeople, limits.newPeopleAnHour, limits.failedNumbers) = (4, 2, 3)
      var ledger = DisclosureLedger(limits)
      let store = DisclosureStore(scene.visitors)
      var state: UInt64 = 88_172_645_463_325_252
      func roll(_ sides: Int) -> Int {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return Int(state % UInt64(sides))
      }
      let midnight = scene.now
      var second = 0.0
      var told = 0
      for step in 0..<400 {
        second += Double(roll(2400))
        let now = midnight.adding(seconds: second)
        let person = people[roll(people.count)]
        if roll(3) == 0 {
          let isByNumber = roll(2) == 0
          let grant = try #require(Self.grant(person, isByNumber: isByNumber))
          let here = ledger.tell(grant, at: second)
          let there =
            try await store.tell(
              grant, isByNumber: isByNumber, limits,
              noting: AuditEntry(actor: .nobody, verb: .personDisclosed, object: .person(person)), now: now) != nil
          #expect(here == there, "step \(step)")
          if here { told += 1 }
        } else {
          let guesses = [Guess(person: person, cost: [1, 8][roll(2)])]
          let isFailed = roll(30) == 0
          ledger.spend(guesses, isFailedNumber: isFailed, at: second)
          try await store.spend(guesses, isFailedNumber: isFailed, limits, now: now)
        }
        let state = try await store.state(of: [person], limits, now: now)
        #expect(state.budgets == ledger.budgets(at: second), "step \(step)")
        #expect(state.standing[person]?.isStopped == ledger.isStopped(person, at: second), "step \(step)")
        #expect(try await store.standing(of: [person], now: now) == state.standing)
        let nobody = try await store.state(of: [], limits, now: now)
        #expect(nobody.standing.isEmpty && nobody.budgets == state.budgets)
      }
      #expect(told > 5 && ledger.stops > 5)
      #expect(try await scene.audited(.personDisclosed).count == told, "what was told is in the log, and nothing else")
      #expect(try await !scene.audited(.automaticAnswersClosed).isEmpty)
    }
  }

  private static func grant(_ person: Int64, isByNumber: Bool) -> DisclosureGrant? {
    let name = Agreement(fact: .familyName, level: .exact, bits: 12)
    let facts =
      isByNumber
      ? [name, Agreement(fact: .aNumber, level: .exact, bits: 20)]
      : [
        name, Agreement(fact: .birth, level: .exact, bits: 13), Agreement(fact: .country, level: .exact, bits: 3),
      ]
    let candidate = DisclosureCandidate(person: person, agreements: facts, bits: 40, probability: 0.99)
    guard
      case .tell(let grant) = DisclosurePolicy.standard.decide([candidate], offered: Set(Knowledge.allCases))
    else { return nil }
    return grant
  }
}

@Suite struct `An answer that names nobody` {
  static let releases: [(Int, Int)] = [
    (0, 60), (59, 60), (60, 60), (61, 125), (126, 250), (251, 500), (501, 1000), (1001, 2000), (3000, 4000),
    (4001, 8000),
  ]

  @Test(arguments: releases) func `leaves at one of a few moments`(_ work: Int, _ release: Int) {
    #expect(AnswerClock.release(after: .milliseconds(work)) == .milliseconds(release))
  }

  /// Seconds after the start, milliseconds of work, milliseconds until the answer leaves.
  static let paces: [(Int, Int, Int)] = [
    (0, 5, 250), (19, 5, 250), (21, 5, 250), (41, 5, 60), (42, 49, 125), (43, 1, 125), (44, 300, 500), (45, 1, 500),
    (62, 1, 500), (81, 1, 500), (82, 1, 60), (83, 4001, 8000), (84, 1, 8000),
    (85, 25_000, 28_000), (86, 1, 16_000), (200, 1, 60),
  ]

  @Test func `leaves when the slowest of the recent searches may, whatever its own work was`() {
    let start = ContinuousClock.now
    let pace = AnswerPace(at: start)
    for (second, work, release) in Self.paces {
      let moment = pace.release(after: .milliseconds(work), at: start + .seconds(second))
      #expect(moment == .milliseconds(release), "after \(second) s, work of \(work) ms")
    }
  }
}

@Suite struct `An earned answer` {
  /// What has happened, in order.
  private actor Record {
    var events: [String] = []
    func note(_ event: String) { events.append(event) }
  }

  @Test func `waits for nobody who came later, nor when nobody came before`() async {
    let order = CountingOrder()
    let place = order.come()
    #expect(order.isFirst(place))
    _ = order.come()
    // It would wait until the test is given up.
    await order.waitForEarlier(than: place, atMost: .seconds(3600))
    order.counted(place)
    let next = order.come()
    order.counted(place + 1)
    await order.waitForEarlier(than: next, atMost: .seconds(3600))
  }

  @Test func `waits until all who came before are counted, in whatever order that happens`() async {
    let order = CountingOrder()
    let record = Record()
    let earlier = (0..<3).map { _ in order.come() }
    let place = order.come()
    #expect(!order.isFirst(place))
    let waiting = Task {
      await order.waitForEarlier(than: place, atMost: .seconds(3600))
      await record.note("asked")
    }
    order.counted(place)
    for place in [earlier[1], earlier[2], earlier[1]] {
      order.counted(place)
      try? await Task.sleep(for: .milliseconds(20))
      #expect(await record.events.isEmpty)
    }
    order.counted(earlier[0])
    await waiting.value
    #expect(await record.events == ["asked"])
  }

  @Test func `waits no longer than it may, and not at all once nobody wants it`() async {
    let order = CountingOrder()
    _ = order.come()
    let place = order.come()
    await order.waitForEarlier(than: place, atMost: .milliseconds(10))
    let waiting = Task { await order.waitForEarlier(than: place, atMost: .seconds(3600)) }
    waiting.cancel()
    await waiting.value
  }
}

@Suite struct `Searches from one neighbourhood` {
  @Test func `wait after the free ones, longer and longer, never long, and forget`() {
    var pace = Pace(free: 3)
    var waits = (0..<6).map { _ in pace.take([1], at: 0) }
    #expect(waits.map { ($0 * 10).rounded() } == [0, 0, 0, 1, 2, 3])
    #expect(pace.take([2], at: 0) == 0, "another neighbourhood waits for nothing")
    waits = (0..<100).map { _ in pace.take([1], at: 0) }
    #expect(waits.allSatisfy { $0 <= Pace.longest })
    for _ in 0..<200 { pace.waited() }
    #expect(pace.take([1], at: 60) == 0, "what is past is forgotten")
  }

  @Test func `never take more than a few places, so that nobody is refused`() {
    var pace = Pace(free: 1)
    let waits = (0..<40).map { pace.take([UInt8($0 / 2)], at: 0) }
    #expect(waits.count { $0 > 0 } == Pace.mostWaiting)
    pace.waited()
    _ = pace.take([99], at: 0)
    #expect(pace.take([99], at: 0) > 0)
  }
}
