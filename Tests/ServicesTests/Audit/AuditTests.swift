import CivilTime
import Locking
import Postgres
import Records
import Stores
import TestKit
import Testing

@testable import Services

@Suite struct `The audit log` {
  @Test func `keeps an entry exactly when what it is about is kept`() async throws {
    try await AuditScene.with { scene in
      struct GivenUp: Error {}
      await #expect(throws: GivenUp.self) {
        try await scene.staff.transaction { transaction in
          try await AuditStore(transaction).append(
            AuditEntry(actor: .nobody, verb: .personDisclosed, object: .person(1)), now: scene.now)
          throw GivenUp()
        }
      }
      try await scene.append(2)
      let report = try await scene.service.verify(kept: [])
      #expect(report.entries == 1 && report.head.seq == 1 && report.findings.isEmpty)
    }
  }

  @Test func `has numbers without gaps, whoever writes and seals at the same time`() async throws {
    try await AuditScene.with { scene in
      try await withThrowingTaskGroup(of: Void.self) { group in
        for writer in 0..<8 {
          group.addTask { for number in 0..<25 { try await scene.append(writer * 100 + number) } }
        }
        for _ in 0..<2 {
          group.addTask { for _ in 0..<20 { try await AuditService(scene.staff).seal() } }
        }
        try await group.waitForAll()
      }
      let report = try await scene.service.verify(kept: [])
      #expect(report.entries == 200 && report.head.seq == 200)
      #expect(report.findings.isEmpty, "\(report.findings)")
    }
  }

  @Test func `goes on when what somebody typed is erased, and says so`() async throws {
    try await AuditScene.with(entries: 3) { scene in
      try await scene.owner.transaction { transaction in
        try await transaction.execute("set local paradero.erasing = on")
        try await transaction.execute("update audit_entry set purpose = null, purpose_salt = null where seq = 2")
      }
      let report = try await scene.service.verify(kept: [])
      #expect(report.findings.isEmpty && report.erasedPurposes == 1)
    }
  }

  static let attacks = [
    "insert into audit_entry (at, actor, verb, object, purpose_sha256) values (now(), 'nobody', 'merged', 'none', '\\x')",
    "update audit_entry set actor = 'nobody'", "delete from audit_entry", "truncate audit_entry",
    "update audit_head set seq = 0", "delete from audit_head", "truncate audit_head",
    "insert into audit_head (seq, leaf_sha256, sealed_at) values (1, '\\x', now())",
  ]

  @Test(arguments: ["paradero_public", "paradero_staff", "paradero_index", "paradero_keeper", "paradero_backup"])
  func `lets no login role write, change or remove anything`(_ role: String) async throws {
    try await AuditScene.with(entries: 2) { scene in
      let database = Database(try DatabaseConfiguration(url: scene.url, user: role, poolSize: 1))
      for attack in Self.attacks {
        let error = await #expect(throws: PostgresError.self) {
          try await database.runScript(TrustedScript(embeddedInBinary: Array(attack.utf8), name: "an attack"))
        }
        #expect(error?.code == .insufficientPrivilege, "\(attack)")
      }
      await database.close()
      #expect(try await scene.findings().isEmpty)
    }
  }

  @Test(arguments: [
    "update audit_entry set actor = 'nobody' where seq = 1", "update audit_entry set seq = null",
    "update audit_entry set purpose = null, purpose_salt = null", "delete from audit_entry", "truncate audit_entry",
  ]) func `refuses even its owner`(_ sql: String) async throws {
    try await AuditScene.with(entries: 2) { scene in
      let error = await #expect(throws: PostgresError.self) {
        try await scene.owner.runScript(TrustedScript(embeddedInBinary: Array(sql.utf8), name: "a mistake"))
      }
      #expect(error?.constraint == "The audit log is only ever appended to")
    }
  }

  @Test func `takes no account's name from strangers' requests`() async throws {
    try await AuditScene.with { scene in
      let strangers = Database(try DatabaseConfiguration(url: scene.url, user: "paradero_public", poolSize: 1))
      try await AuditStore(strangers).append(
        AuditEntry(actor: .nobody, verb: .personDisclosed, object: .person(4), facts: ["name", "birth"]),
        now: scene.now)
      let error = await #expect(throws: PostgresError.self) {
        try await AuditStore(strangers).append(
          AuditEntry(actor: .account(1), verb: .exported, object: .none), now: scene.now)
      }
      #expect(error?.code == .insufficientPrivilege)
      await strangers.close()
      #expect(try await scene.service.verify(kept: []).entries == 1)
    }
  }

  @Test func `can write every verb and every kind of object`() async throws {
    try await AuditScene.with { scene in
      let store = AuditStore(scene.staff)
      for verb in AuditVerb.allCases {
        try await store.append(AuditEntry(actor: .commandLine, verb: verb, object: .none), now: scene.now)
      }
      for kind in AuditObject.Kind.allCases {
        try await store.append(AuditEntry(actor: .nobody, verb: .swept, object: AuditObject(kind, 1)), now: scene.now)
      }
      let long = String(repeating: "ñ", count: 600)
      try await store.append(
        AuditEntry(actor: .account(1), verb: .swept, object: .none, purpose: long), now: scene.now)
      let report = try await scene.service.verify(kept: [])
      #expect(report.entries == Int64(AuditVerb.allCases.count + AuditObject.Kind.allCases.count + 1))
      #expect(report.findings.isEmpty)
    }
  }

  @Test func `is searched by who, what, to which record and when`() async throws {
    try await AuditScene.with(entries: 5) { scene in
      try await AuditStore(scene.staff).append(
        AuditEntry(actor: .nobody, verb: .searchDeleted, object: .search(3)), now: scene.now.adding(seconds: 90))
      func found(_ change: (inout AuditFilter) -> Void) async throws -> Int {
        var filter = AuditFilter()
        change(&filter)
        let lines = Counter()
        try await scene.service.list(filter) { _ in lines.add() }
        return lines.count
      }
      #expect(try await found { _ in } == 6)
      #expect(try await found { $0.newest = 2 } == 2)
      #expect(try await found { $0.actor = "nobody" } == 1)
      #expect(try await found { $0.verb = .merged } == 5)
      #expect(try await found { $0.object = "person:3" } == 1)
      #expect(try await found { $0.since = scene.now.adding(seconds: 3) } == 3)
      #expect(try await found { $0.until = scene.now.adding(seconds: 3) } == 3)
    }
  }
}

private final class Counter: Sendable {
  private let lines = Locked(0)
  func add() { lines.withLock { $0 += 1 } }
  var count: Int { lines.withLock { $0 } }
}
