import CivilTime
import Postgres
import Records
import Stores
import TestKit
import Testing

/// Two offices, each with an attorney and a request of theirs, seen through the login role of staff's pages.
private struct Offices {
  let owner: Database
  let staff: Database
  var accounts: [String: Int64] = [:]
  var requests: [String: Int64] = [:]

  static func run(_ body: (Offices) async throws -> Void) async throws {
    try await Fixture.run { fixture in
      let name = try #require(try await fixture.database.first("select current_database()::text")).decode(String.self)
      let url = try TestServer.url(database: name)
      let staff = Database(try DatabaseConfiguration(url: url, user: "paradero_staff", poolSize: 2))
      var offices = Offices(owner: fixture.database, staff: staff)
      let outcome: Result<Void, any Error>
      do { outcome = .success(try await offices.fill(body)) } catch { outcome = .failure(error) }
      await staff.close()
      try outcome.get()
    }
  }

  private mutating func fill(_ body: (Offices) async throws -> Void) async throws {
    try await owner.runScript(
      """
      insert into office (name) values ('One'), ('Two');
      insert into account (name, role, office_id) values
        ('ana', 'attorney', 1), ('ben', 'attorney', 1), ('carl', 'attorney', 2);
      insert into account (name, role) values ('rosa', 'responder'), ('olga', 'operator');
      """)
    for row in try await owner.rows("select name, id from account") {
      let (name, id) = try row.decode(String.self, Int64.self)
      accounts[name] = id
    }
    for (name, office) in [("ana", 1), ("carl", 2), ("rosa", nil)] as [(String, Int64?)] {
      requests[name] = try await staff.transaction(actor: actor(name)) { session in
        try await add(session, account: name, office: office)
      }
    }
    try await body(self)
  }

  func actor(_ name: String) -> String { "account:\(accounts[name] ?? 0)" }

  func add(_ session: Transaction, account: String, office: Int64?) async throws -> Int64? {
    let store = VisitStore(session)
    let letters = Array("0123456789ABCDEFGHJK")
    let reference = "PV-" + String((0..<6).map { _ in letters[Int.random(in: 0..<20)] })
    let place = try await session.first("select id from facility where code = 'LAX'")?.decode(Int32.self) ?? 0
    let id = try await store.add(
      reference: reference, facility: place, office: office, account: accounts[account] ?? 0,
      client: VisitClient(name: "Sample Client"), ask: VisitAsk(tie: .prospective), beganAtDoor: true, incident: nil,
      now: Self.now)
    if let id {
      let event = try await tell(session, id, as: account)
      try await store.keep(
        VisitStatus(
          state: .waiting, since: nil, dueAt: Self.now, severity: "none", breaches: 0, lastEvent: event,
          evaluatedAt: Self.now), of: id)
      try await FindingStore(session).renew(
        [
          ToldFinding(
            key: "k", rule: "R/1", outcome: "breached", dueAt: nil, severity: "red", facts: [], json: "{}")
        ], of: id, through: event ?? 0, now: Self.now)
    }
    return id
  }

  func tell(_ session: Transaction, _ request: Int64, as account: String) async throws -> Int64? {
    guard let zone = Zone("America/Los_Angeles") else { return nil }
    return try await VisitStore(session).append(
      NewVisitEvent(
        .arrived, at: VisitTime(Self.now), observer: Observer(name: account, standing: .requester, isFirstHand: true),
        grade: .c),
      to: request, account: accounts[account] ?? 0, zone: zone, now: Self.now)
  }

  static let now = Timestamp(microseconds: 1_795_221_000_000_000)

  static let tables = ["visit_request", "visit_event", "visit_finding", "visit_status"]

  /// How many rows of each table somebody sees.
  func counts(as actor: String?, role: Database? = nil) async throws -> [Int] {
    try await (role ?? staff).transaction(actor: actor) { session in
      try await session.first(
        """
        select array[(select count(*) from visit_request), (select count(*) from visit_event),
          (select count(*) from visit_finding), (select count(*) from visit_status)]
        """)?.decode([Int].self) ?? []
    }
  }
}

@Suite struct `A request for a visit` {
  @Test func `is seen by its office, by who filed it without one, and by nobody else`() async throws {
    try await Offices.run { offices in
      for (name, seen) in [("ana", 1), ("ben", 1), ("carl", 1), ("rosa", 1), ("olga", 0)] {
        #expect(try await offices.counts(as: offices.actor(name)) == Array(repeating: seen, count: 4), "\(name)")
      }
      for actor in [nil, "", "account:", "account:x", "account:99999", "operator at the command line"] {
        #expect(try await offices.counts(as: actor) == [0, 0, 0, 0], "\(actor ?? "nobody")")
      }
      #expect(try await offices.counts(as: "service:sweep") == [3, 3, 3, 3])
      let own = try #require(offices.requests["ana"]), foreign = try #require(offices.requests["carl"])
      try await offices.staff.transaction(actor: offices.actor("ben")) { session in
        let store = VisitStore(session)
        let mine = try await store.request(id: own), theirs = try await store.request(id: foreign)
        let events = try await store.events(of: foreign),
          findings = try await FindingStore(session).current(of: foreign)
        let due = try await store.due(before: Offices.now, limit: 9)
        #expect(mine != nil && theirs == nil && events.isEmpty && findings.isEmpty && due == [own])
      }
    }
  }

  @Test func `of a disabled account is no longer seen by it`() async throws {
    try await Offices.run { offices in
      try await offices.owner.execute("update account set disabled_at = now() where name = 'ben'")
      #expect(try await offices.counts(as: offices.actor("ben")) == [0, 0, 0, 0])
    }
  }

  @Test func `is filed and told of in one's own name and office alone`() async throws {
    try await Offices.run { offices in
      let foreign = try #require(offices.requests["carl"])
      func refused(_ body: @escaping @Sendable (Transaction) async throws -> Void) async {
        let error = await #expect(throws: PostgresError.self) {
          try await offices.staff.transaction(actor: offices.actor("ana")) { try await body($0) }
        }
        #expect(error?.code == .insufficientPrivilege)
      }
      await refused { _ = try await offices.add($0, account: "ben", office: 1) }
      await refused { _ = try await offices.add($0, account: "ana", office: 2) }
      await refused { _ = try await offices.add($0, account: "ana", office: nil) }
      await refused { _ = try await offices.tell($0, foreign, as: "ana") }
      await refused { _ = try await offices.tell($0, try #require(offices.requests["ana"]), as: "ben") }
      await refused {
        try await FindingStore($0).renew(
          [ToldFinding(key: "x", rule: "R/1", outcome: "met", dueAt: nil, severity: "none", facts: [], json: "{}")],
          of: foreign, through: 1, now: Offices.now)
      }
    }
  }

  @Test func `is appended to and never changed, not even by the owner of the database`() async throws {
    try await Offices.run { offices in
      for statement in ["update visit_event set note = 'x'", "delete from visit_event", "delete from visit_finding"] {
        let script = TrustedScript(embeddedInBinary: Array(statement.utf8), name: "a test")
        let own = await #expect(throws: PostgresError.self) {
          try await offices.staff.transaction(actor: offices.actor("ana")) { try await $0.runScript(script) }
        }
        #expect(own?.code == .insufficientPrivilege)
        let owner = await #expect(throws: PostgresError.self) { try await offices.owner.runScript(script) }
        #expect(owner?.code == .checkViolation)
      }
    }
  }

  @Test func `has its rows guarded also from the owner of the tables, and shown to the backup`() async throws {
    try await Offices.run { offices in
      let guarded = try await offices.owner.rows(
        "select relname::text from pg_class where relrowsecurity and relforcerowsecurity order by 1"
      ).map { try $0.decode(String.self) }
      #expect(Set(Offices.tables + ["evidence", "evidence_piece", "evidence_withdrawal"]).isSubset(of: guarded))
      try await offices.owner.transaction { session in
        try await session.execute("set local role paradero_backup")
        let events = try await session.first("select count(*) from visit_event")?.decode(Int.self)
        #expect(events == 3)
      }
    }
  }

  @Test func `keeps what a rule said before, and says that a finding is gone`() async throws {
    try await Offices.run { offices in
      let own = try #require(offices.requests["ana"])
      func tell(_ outcome: String?, _ json: String) async throws -> Int {
        try await offices.staff.transaction(actor: offices.actor("ana")) { session in
          let through = try await VisitStore(session).events(of: own).last?.id ?? 0
          let told = outcome.map {
            ToldFinding(key: "k", rule: "R/1", outcome: $0, dueAt: nil, severity: "red", facts: [1, 2], json: json)
          }
          return try await FindingStore(session).renew(
            [told].compactMap(\.self), of: own, through: through, now: Offices.now)
        }
      }
      #expect(try await tell("breached", "{}") == 0)
      #expect(try await tell("met", #"{"a": 1, "b": [2]}"#) == 1)
      #expect(try await tell("met", #"{"b":[2],"a":1}"#) == 0)
      #expect(try await tell(nil, "") == 1)
      #expect(try await tell(nil, "") == 0)
      #expect(try await tell("met", #"{"a": 1, "b": [2]}"#) == 1)
      try await offices.staff.transaction(actor: offices.actor("ana")) { session in
        let current = try await FindingStore(session).current(of: own)
        let kept = try await session.rows("select id from visit_finding")
        #expect(current.count == 1 && kept.count == 4)
      }
    }
  }
}
