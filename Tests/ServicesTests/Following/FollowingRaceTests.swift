import CivilTime
import Linkage
import Locking
import Postgres
import Records
import Stores
import Testing

@testable import Services

@Suite struct `Following while much happens at once` {
  /// People whose names have nothing in common, so that each search fits one.
  static let people = [
    ("XILOJ TZOC, MATEO", "Mateo Xiloj"), ("BAGLIETTO, CARLOS", "Carlos Baglieto"),
    ("DIALLO, MAMADOU", "Mamadu Diallo"),
    ("NGUYEN, VAN ANH", "Nguyen Van Anh"), ("KAUR, HARPREET", "Harpreet Kaur"), ("TESFAYE, ABEBE", "Abebe Tesfay"),
    ("SHEVCHENKO, OKSANA", "Oksana Shevchenko"), ("VILLARREAL, ANA", "Ana Villareal"),
  ]

  static func birth(_ place: Int) -> String { "19\(70 + place)-0\(1 + place)-1\(place)" }

  /// Opens every search and lists everybody, in an order that mixes both.
  private func work(_ scene: FollowingScene, _ lane: Int, of lanes: Int) async throws {
    for step in 0..<(2 * Self.people.count) where step % lanes == lane {
      let place = (step * 5 + 3) % (2 * Self.people.count)
      let (listed, sought) = Self.people[place / 2]
      if place.isMultiple(of: 2) {
        try await scene.list(listed, Self.birth(place / 2), source: "Jail \(place % 3)")
      } else {
        try await scene.open(sought, .on(Self.birth(place / 2)))
      }
    }
  }

  private func expectAll(_ scene: FollowingScene) async throws {
    let pairs = try await scene.owner.rows(
      """
      select s.name, min(d.full_name), count(*), count(distinct m.person_id)
      from search_match m join open_search s on s.id = m.search_id
      join person_description d on d.person_id = m.person_id join match_report r on r.match_id = m.id
      where m.gone_at is null group by s.id, s.name
      """
    ).map { try $0.decode(String.self, String.self, Int.self, Int.self) }
    #expect(pairs.count == Self.people.count)
    for (sought, listed, reports, people) in pairs {
      #expect(Self.people.contains { $0 == (listed, sought) }, "a search found somebody else")
      #expect(reports == 1 && people == 1)
    }
    let check = try await FollowingCheck(scene.staff, records: scene.records).run(now: scene.now)
    #expect(check.isComplete && !check.isWaiting)
  }

  @Test func `loses and repeats nothing when two instances take turns`() async throws {
    try await FollowingScene.with(poolSize: 12) { scene in
      try await scene.crowd()
      let isDone = Locked(false)
      try await withThrowingTaskGroup(of: Void.self) { group in
        for _ in 0..<2 {
          group.addTask {
            let follower = scene.follower()
            while !isDone.withLock({ $0 }) { _ = try await follower.step(now: scene.now) }
          }
        }
        try await withThrowingTaskGroup(of: Void.self) { writers in
          for lane in 0..<3 { writers.addTask { try await work(scene, lane, of: 3) } }
          try await writers.waitForAll()
        }
        isDone.withLock { $0 = true }
        try await group.waitForAll()
      }
      // Names that nobody bore before are found by searches once they were counted: the second look.
      try await scene.settle(at: scene.now.adding(seconds: 61))
      try await expectAll(scene)
    }
  }

  @Test func `loses and repeats nothing when it is ended anywhere and begun again`() async throws {
    try await FollowingScene.with(poolSize: 12) { scene in
      try await scene.crowd()
      let isDone = Locked(false)
      try await withThrowingTaskGroup(of: Int.self) { group in
        group.addTask {
          try await work(scene, 0, of: 1)
          isDone.withLock { $0 = true }
          return 0
        }
        group.addTask {
          var ended = 0
          var wait = 1
          while !isDone.withLock({ $0 }) || ended < 20 {
            // A process that begins, and ends wherever it happens to be: what it held in memory is gone.
            let running = Task {
              let follower = scene.follower()
              while !Task.isCancelled { _ = try await follower.step(now: scene.now) }
            }
            try await Task.sleep(for: .milliseconds(wait))
            wait = wait * 7 % 97 + 1
            running.cancel()
            _ = await running.result
            ended += 1
          }
          return ended
        }
        for try await _ in group {}
      }
      try await scene.settle(at: scene.now.adding(seconds: 61))
      try await expectAll(scene)
    }
  }

  @Test func `meets a batch that is committed late, after a search that began later`() async throws {
    try await FollowingScene.with(poolSize: 8) { scene in
      try await scene.crowd()
      let batch = try await scene.batch()
      let person = try await scene.tell(batch, "XILOJ TZOC, MATEO", "1991-04-13", country: "GT")
      let follower = scene.follower()
      let search = try await scene.staff.transaction { transaction in
        // The batch is finished, and told of, in a transaction that goes on for long.
        try await BatchStore(transaction).finish(batch, counts: BatchCounts(read: 1, accepted: 1))
        // Another's search has to wait for it, and the follower passes on meanwhile.
        let opening = Task { try await scene.open("Mateo Xiloj Tzoc", .on("1991-04-13"), country: "GT") }
        for _ in 0..<5 { _ = try await follower.step(now: scene.now) }
        try await Task.sleep(for: .milliseconds(30))
        return opening
      }
      let id = try await search.value
      try await scene.settle(follower)
      #expect(try await scene.pairs() == [[id, person]])
      #expect(try await scene.reports(id, person) == ["new"])
    }
  }

  @Test func `matches a great batch by asking all searches, and a small one by asking all its people`() async throws {
    try await FollowingScene.with { scene in
      try await scene.crowd()
      let search = try await scene.open("Mateo Xiloj Tzoc", .on("1991-04-13"), country: "GT")
      let follower = scene.follower()
      try await scene.settle(follower)
      let batch = try await scene.batch()
      let person = try await scene.tell(batch, "XILOJ TZOC, MATEO", "1991-04-13", country: "GT")
      try await scene.finish(batch, rows: 100_000)
      _ = try await follower.step(now: scene.now)
      #expect(try await FollowerStore(scene.staff, .searches).countDue() == 0)
      try await scene.settle()
      #expect(try await scene.pairs() == [[search, person]])
    }
  }
}

@Suite struct `The plan of a follower` {
  @Test func `takes changes first, then searches and people by turns`() {
    var plan = FollowPlan()
    #expect(plan.next(.init(hasChanges: true, searchesDue: true, peopleDue: true)) == .take)
    let both = FollowPlan.Standing(searchesDue: true, peopleDue: true)
    #expect((0..<4).map { _ in plan.next(both) } == [.matchSearches, .matchPeople, .matchSearches, .matchPeople])
    #expect(plan.next(.init(searchesDue: true)) == .matchSearches)
    #expect(plan.next(.init(searchesDue: true)) == .matchSearches)
    #expect(plan.next(.init(peopleDue: true)) == .matchPeople)
    #expect(plan.next(.init()) == .rest)
  }

  static let works: [(change: ChangeKind, size: Int, open: Int, work: FollowPlan.Work)] = [
    (.person, 0, 10, .people([7])), (.person, 0, 0, .nothing), (.batch, 79, 10, .batch(7)),
    (.batch, 80, 10, .batch(7)), (.batch, 81, 10, .allSearches), (.batchWithdrawn, 81, 10, .allSearches),
    (.batchWithdrawn, 5, 10, .batch(7)), (.batch, 1_000_000, 0, .nothing), (.facility, 0, 10, .searchesWithArrests),
    (.search, 0, 10, .nothing),
  ]

  @Test(arguments: works)
  func `makes due what a change concerns`(_ line: (change: ChangeKind, size: Int, open: Int, work: FollowPlan.Work)) {
    let change = Change(seq: 1, kind: line.change, id: 7)
    #expect(FollowPlan.work(change, batchSize: line.size, openSearches: line.open) == line.work)
  }
}
