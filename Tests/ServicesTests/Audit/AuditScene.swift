internal import CivilTime
internal import Postgres
internal import Records
internal import Services
internal import Stores
internal import TestKit

/// A database with an audit log, seen by its owner, who is a superuser here, and by the login role of staff's pages.
struct AuditScene: Sendable {
  let owner: Database
  let staff: Database
  let url: String
  let now = Timestamp(microseconds: 1_795_219_200_123_450)

  static func with(entries: Int = 0, _ body: (AuditScene) async throws -> Void) async throws {
    try await withScratchDatabase(poolSize: 6) { owner, url in
      let staff = Database(try DatabaseConfiguration(url: url, user: "paradero_staff", poolSize: 6))
      let scene = AuditScene(owner: owner, staff: staff, url: url)
      let outcome: Result<Void, any Error>
      do {
        for number in 0..<entries { try await scene.append(number) }
        try await scene.service.seal()
        outcome = .success(try await body(scene))
      } catch {
        outcome = .failure(error)
      }
      await staff.close()
      try outcome.get()
    }
  }

  var service: AuditService { AuditService(owner) }

  func append(_ number: Int) async throws {
    try await AuditStore(staff).append(
      AuditEntry(
        actor: .account(7), verb: .merged, object: .person(Int64(number)), purpose: "the same tattoo, seen twice",
        facts: ["name", "birth"]), now: now.adding(seconds: Double(number)))
  }

  /// As somebody who may do anything to the database would.
  func tamper(_ sql: String) async throws {
    try await owner.withConnection { connection in
      try await connection.runScript(
        TrustedScript(
          embeddedInBinary: Array(
            "set session_replication_role = replica; \(sql); reset session_replication_role".utf8),
          name: "tampering"))
    }
  }

  func findings(kept: [AuditCheck.KeptHead] = []) async throws -> [AuditFinding] {
    try await service.verify(kept: kept).findings
  }
}
