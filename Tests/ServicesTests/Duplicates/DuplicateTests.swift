import CivilTime
import Linkage
import Postgres
import Records
import Stores
import Testing

@testable import Services

/// Pairs of people who may be one, on the records of `FollowingScene`.
struct DuplicateScene: Sendable {
  let scene: FollowingScene
  let account: Int64

  static func with(_ body: (DuplicateScene) async throws -> Void) async throws {
    try await FollowingScene.with(poolSize: 10) { scene in
      try await scene.crowd()
      let account = try await scene.owner.first(
        "insert into account (name, role) values ('maria', 'responder') returning id")?.decode(Int64.self)
      try await body(DuplicateScene(scene: scene, account: account ?? 0))
    }
  }

  var store: DuplicateStore<Database> { DuplicateStore(scene.staff) }

  /// Compares until there is nothing left to do.
  func propose() async throws {
    let follower = DuplicateFollower(scene.staff, records: scene.records)
    while try await follower.step(now: scene.now, waits: false) != .rested {}
  }

  func open() async throws -> [[Int64]] { try await store.open(limit: 100).map { [$0.personA, $0.personB] } }

  func decide(_ a: Int64, _ b: Int64, same: Bool = true) async throws -> PairOutcome {
    try await scene.staff.transaction { transaction in
      try await DuplicateStore(transaction).decide(a, b, same: same, why: "test", account: account, now: scene.now)
    }
  }

  func undo(_ a: Int64, _ b: Int64) async throws -> PairOutcome {
    let decision = try await store.decisions(limit: 100).first {
      $0.personA == min(a, b) && $0.personB == max(a, b) && $0.undoneAt == nil
    }
    return try await scene.staff.transaction { transaction in
      try await DuplicateStore(transaction).undo(
        decision?.id ?? 0, why: "mistake", account: account, now: scene.now)
    }
  }

  /// The same person by two sources.
  func twins() async throws -> (Int64, Int64) {
    let first = try await scene.list("XILOJ TZOC, MATEO", "1991-04-13", country: "GT", source: "Kern County")
    let second = try await scene.list("SHILOJ TZOC, MATEO", "1991-04-13", country: "GT", source: "Hotline")
    return (first, second)
  }

  /// Whom each person is shown as, where they are not shown as themselves.
  func shown(_ people: Int64...) async throws -> [Int64] {
    let shown = try await ShownPersonStore(scene.staff).shownAs(people)
    return people.map { shown[$0] ?? 0 }
  }

  func search(_ name: String, _ birth: String? = nil) async throws -> [Int64] {
    let readings = [SoughtPerson(name: name, birth: birth.flatMap { KnownBirth.on($0) })]
    return try await scene.records.search(readings, limit: 20, now: scene.now).map(\.assessment.id).sorted()
  }

  /// All that people see of these: custody, what matching reads, keys, who is one with whom.
  func picture() async throws -> [String] {
    var lines: [String] = []
    for query: PostgresQuery in [
      "select to_jsonb(c)::text from paradero.current_custody c order by c.person_id",
      "select to_jsonb(r)::text from paradero.index_row r order by r.what, r.id",
      """
      select person_id || array(select distinct k from unnest(keys) k order by k)::text from person_keys
      order by person_id
      """,
      "select to_jsonb(m)::text from merged_person m order by m.person_id",
      "select person_a || ' ' || person_b from paradero.open_proposal order by 1",
    ] {
      lines += try await scene.owner.rows(query).map { try $0.decode(String.self) }
    }
    return lines
  }
}

@Suite struct `People of different sources` {
  @Test func `are proposed when they may be one, with the reasons, once`() async throws {
    try await DuplicateScene.with { duplicates in
      let (a, b) = try await duplicates.twins()
      for _ in 0..<2 {
        try await duplicates.propose()
        try await ChangeStore(duplicates.scene.owner).append(.person, id: a)
      }
      #expect(try await duplicates.open() == [[a, b]])
      let proposal = try #require(try await duplicates.store.open(limit: 10).first)
      #expect(proposal.probability > 0.5)
      #expect(Set(proposal.agreements.map(\.fact)).isSuperset(of: [.birth, .country]))
      #expect(try await duplicates.shown(a, b) == [a, b], "nothing is merged by itself")
    }
  }

  @Test func `are not proposed within one source, nor when they are somebody else`() async throws {
    try await DuplicateScene.with { duplicates in
      let scene = duplicates.scene
      try await scene.list("XILOJ TZOC, MATEO", "1991-04-13", country: "GT", source: "Kern County")
      try await scene.list("XILOJ TZOC, MATEO", "1991-04-13", country: "GT", source: "Kern County")
      try await scene.list("VILLARREAL, ANA", "1980-02-03", country: "GT", source: "Hotline")
      try await scene.list("VILLARREAL, ANABEL", "1955-11-30", country: "VE", source: "Kern County")
      try await duplicates.propose()
      #expect(try await duplicates.open().isEmpty)
    }
  }

  @Test func `are proposed no more once what told of one is withdrawn`() async throws {
    try await DuplicateScene.with { duplicates in
      let (a, b) = try await duplicates.twins()
      try await duplicates.propose()
      let batch = try await duplicates.scene.owner.first("select batch_id from person where id = \(b)")?
        .decode(Int64.self)
      try await BatchStore(duplicates.scene.owner).withdraw(batch ?? 0, because: "test")
      try await duplicates.propose()
      #expect(try await duplicates.open().isEmpty)
      #expect(try await duplicates.decide(a, b) == .done, "somebody may know better")
      // Back again, and then one source alone is left.
      #expect(try await duplicates.undo(a, b) == .done)
      try await duplicates.scene.list("SHILOJ TZOC, MATEO", "1991-04-13", country: "GT", source: "Hotline", of: b)
      try await duplicates.propose()
      #expect(try await duplicates.open() == [[a, b]])
      try await duplicates.scene.owner.execute(
        """
        update batch set withdrawn_at = now(), withdrawn_reason = 'test'
        where source_id <> (select id from source where name = 'Kern County')
        """)
      try await ChangeStore(duplicates.scene.owner).append(.batchWithdrawn, id: batch ?? 0)
      try await duplicates.propose()
      #expect(try await duplicates.open().isEmpty)
    }
  }
}

@Suite struct `A decision about two people` {
  @Test func `makes them one in searches and custody, and undoing brings back exactly what was`() async throws {
    try await DuplicateScene.with { duplicates in
      let scene = duplicates.scene
      let (a, b) = try await duplicates.twins()
      for (person, place, day) in [(a, "Kern", "2026-11-01"), (b, "Eloy", "2026-11-09")] {
        try await scene.owner.execute(
          """
          insert into custody_event (person_id, batch_id, kind, place_text, happened_on, precision, reported_at)
          select \(person), batch_id, 'book_in', \(place), \(CivilDate(iso: day)), 'day', \(scene.now)
          from person where id = \(person)
          """)
      }
      try await duplicates.propose()
      let before = try await duplicates.picture()
      #expect(try await duplicates.search("Mateo Shiloj Tzoc", "1991-04-13") == [a, b])
      #expect(try await duplicates.decide(b, a) == .done)
      #expect(try await duplicates.shown(a, b) == [a, a])
      #expect(try await duplicates.search("Mateo Shiloj Tzoc", "1991-04-13") == [a])
      #expect(try await duplicates.open().isEmpty)
      let places = try await scene.owner.rows(
        "select person_id, place_text from paradero.current_custody where person_id in (\(a), \(b))"
      ).map { try $0.decode(Int64.self, String.self) }
      #expect(places.map(\.0) == [a] && places.map(\.1) == ["Eloy"])
      // A word of one and a birth of the other find them together by the database's keys too.
      #expect(
        try await scene.records.searchDatabase([SoughtPerson(name: "Xiloj Tzoc")], limit: 5, now: scene.now).count == 1)
      #expect(try await duplicates.undo(a, b) == .done)
      #expect(try await duplicates.picture() == before)
      #expect(try await duplicates.open() == [[a, b]], "the pair waits for a decision again")
      #expect(try await duplicates.undo(a, b) == .unknown, "there is none that stands")
    }
  }

  @Test func `that they are not the same is remembered`() async throws {
    try await DuplicateScene.with { duplicates in
      let (a, b) = try await duplicates.twins()
      try await duplicates.propose()
      #expect(try await duplicates.decide(a, b, same: false) == .done)
      #expect(try await duplicates.decide(a, b, same: false) == .already)
      #expect(try await duplicates.decide(a, b) == .contradicts)
      try await ChangeStore(duplicates.scene.owner).append(.person, id: b)
      try await duplicates.propose()
      #expect(try await duplicates.open().isEmpty)
      #expect(try await duplicates.undo(a, b) == .done)
      #expect(try await duplicates.open() == [[a, b]])
    }
  }

  @Test func `goes along chains, survives cycles, and parts what only it held together`() async throws {
    try await DuplicateScene.with { duplicates in
      let scene = duplicates.scene
      var people: [Int64] = []
      for place in 0..<4 { people.append(try await scene.list("XILOJ, MATEO", source: "Source \(place)")) }
      let (a, b, c, d) = (people[0], people[1], people[2], people[3])
      #expect(try await duplicates.decide(b, c) == .done)
      #expect(try await duplicates.decide(a, b) == .done)
      #expect(try await duplicates.decide(c, a) == .already, "by others together")
      #expect(try await duplicates.decide(a, c, same: false) == .contradicts)
      #expect(try await duplicates.decide(a, d, same: false) == .done)
      #expect(try await duplicates.decide(c, d) == .contradicts, "c is one with a, whom d is not")
      #expect(try await duplicates.decide(c, d, same: false) == .already)
      #expect(try await duplicates.shown(a, b, c, d) == [a, a, a, d])
      // A cycle, as an older program or a repair may leave one.
      try await scene.owner.execute(
        """
        insert into pair_decision (person_a, person_b, is_same, why, decided_by, decided_at)
        values (\(a), \(c), true, 'test', \(duplicates.account), \(scene.now))
        """)
      #expect(try await duplicates.shown(a, b, c, d) == [a, a, a, d])
      #expect(try await duplicates.undo(a, b) == .done)
      #expect(try await duplicates.shown(a, b, c) == [a, a, a], "c still holds them together")
      #expect(try await duplicates.undo(b, c) == .done)
      #expect(try await duplicates.shown(a, b, c) == [a, b, a])
      #expect(try await duplicates.undo(a, c) == .done)
      #expect(try await duplicates.shown(a, b, c, d) == [a, b, c, d])
      #expect(try await scene.owner.first("select 1 from merged_person") == nil)
    }
  }

  @Test func `is made once when two people make it at once, and joins all when they join different ones`() async throws
  {
    try await DuplicateScene.with { duplicates in
      var people: [Int64] = []
      for place in 0..<8 { people.append(try await duplicates.scene.list("XILOJ, MATEO", source: "Source \(place)")) }
      let ids = people
      let outcomes = try await withThrowingTaskGroup(of: PairOutcome.self) { group in
        for _ in 0..<2 {
          for place in 0..<7 { group.addTask { try await duplicates.decide(ids[place], ids[place + 1]) } }
        }
        return try await group.reduce(into: []) { $0.append($1) }
      }
      #expect(outcomes.count { $0 == .done } == 7)
      #expect(outcomes.count { $0 == .already } == 7)
      let shown = try await ShownPersonStore(duplicates.scene.staff).shownAs([ids[7]])
      #expect(shown.count == 8 && Set(shown.values) == [ids[0]])
    }
  }

  @Test func `outlives a withdrawn batch, and an erased person`() async throws {
    try await DuplicateScene.with { duplicates in
      let scene = duplicates.scene
      let (a, b) = try await duplicates.twins()
      #expect(try await duplicates.decide(a, b) == .done)
      let batch = try await scene.owner.first("select batch_id from person where id = \(a)")?.decode(Int64.self)
      try await BatchStore(scene.owner).withdraw(batch ?? 0, because: "test")
      #expect(try await duplicates.search("Mateo Shiloj Tzoc", "1991-04-13") == [a], "the other source still tells")
      try await scene.owner.execute("delete from person_description where person_id = \(a)")
      try await scene.owner.execute("delete from person where id = \(a)")
      #expect(try await duplicates.shown(b) == [b])
      #expect(try await duplicates.search("Mateo Shiloj Tzoc", "1991-04-13") == [b])
    }
  }

  @Test func `keeps matches of open searches in step, and tells nobody twice`() async throws {
    try await DuplicateScene.with { duplicates in
      let scene = duplicates.scene
      let (a, b) = try await duplicates.twins()
      let search = try await scene.open("Mateo Shiloj Tzoc", .on("1991-04-13"), country: "GT")
      try await scene.settle()
      #expect(try await scene.pairs() == [[search, a], [search, b]])
      #expect(try await duplicates.decide(a, b) == .done)
      try await scene.settle()
      #expect(try await scene.pairs() == [[search, a]])
      #expect(try await scene.gone(search, b) == "merged")
      #expect(try await scene.reports(search, a) == ["new"])
      #expect(try await duplicates.undo(a, b) == .done)
      try await scene.settle()
      #expect(try await scene.pairs() == [[search, a], [search, b]])
      #expect(try await scene.reports(search, a) + scene.reports(search, b) == ["new", "new"])
    }
  }

  @Test func `is never changed or taken back twice, whoever writes it`() async throws {
    try await DuplicateScene.with { duplicates in
      let (a, b) = try await duplicates.twins()
      #expect(try await duplicates.decide(a, b) == .done)
      for statement: PostgresQuery in [
        "update pair_decision set why = 'other'", "update pair_decision set is_same = false",
      ] {
        let error = await #expect(throws: PostgresError.self) { try await duplicates.scene.owner.execute(statement) }
        #expect(error?.constraint == "A decision stays what it is")
      }
      let error = await #expect(throws: PostgresError.self) {
        try await duplicates.scene.staff.execute("delete from pair_decision")
      }
      #expect(error?.code == .insufficientPrivilege)
      #expect(try await duplicates.decide(a, a) == .unknown)
      #expect(try await duplicates.decide(a, 999_999) == .unknown)
    }
  }
}
