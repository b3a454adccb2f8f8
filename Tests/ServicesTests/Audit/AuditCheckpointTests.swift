import CivilTime
import Postgres
import Stores
import Testing
import Vault

@testable import Services

/// The whole chain computed anew, so that it is sound in itself and only what others kept tells.
private let computedAnew = """
  do $$
  declare
    entry audit_entry;
    before bytea := decode(repeat('00', 32), 'hex');
    number bigint := 0;
  begin
    for entry in select * from audit_entry order by seq loop
      number := number + 1;
      update audit_entry e set seq = number, previous_sha256 = before,
        leaf_sha256 = paradero.audit_leaf(entry, number, before) where e.id = entry.id returning leaf_sha256 into before;
    end loop;
    update audit_head set seq = number, leaf_sha256 = before;
    delete from audit_checkpoint;
  end $$
  """

@Suite struct `Signed checkpoints of the audit log` {
  /// Checkpoints after three entries and after six, kept by somebody else; of nine entries.
  private func withCheckpoints(_ body: (AuditScene, [AuditCheckpoint], SigningKeys) async throws -> Void) async throws {
    let keys = try SigningKeys.generate()
    try await AuditScene.with(entries: 3) { scene in
      let service = CheckpointService(scene.staff)
      for round in 1...2 {
        #expect(try await service.make(keys, now: scene.now.adding(seconds: Double(round) * 3600)) != nil)
        for number in 0..<3 { try await scene.append(3 * round + number) }
      }
      let kept = try await service.lines().compactMap { AuditCheckpoint($0) }
      #expect(kept.map(\.head.seq) == [3, 6])
      try await body(scene, kept, keys)
    }
  }

  /// What was done by somebody who may do anything, after which the chain was computed anew; what is found of it.
  static let cases: [(what: String, sql: String, found: String, intact: Int64)] = [
    (
      "changed", "update audit_entry set actor = 'account:8' where seq = 5",
      "among entries 4 to 6 something was changed, removed or moved since the checkpoint of entry 6 was signed", 3
    ),
    (
      "changed early", "update audit_entry set actor = 'account:8' where seq = 2",
      "among entries 1 to 3 something was changed, removed or moved since the checkpoint of entry 3 was signed", 0
    ),
    (
      "deleted", "delete from audit_entry where seq = 4",
      "among entries 4 to 6 something was changed, removed or moved since the checkpoint of entry 6 was signed", 3
    ),
    (
      "reordered",
      "update audit_entry set seq = seq + 100 where seq in (4, 5); update audit_entry set seq = 109 - seq where seq > 100",
      "among entries 4 to 6 something was changed, removed or moved since the checkpoint of entry 6 was signed", 3
    ),
    (
      "truncated at the end", "delete from audit_entry where seq > 4",
      "the log ends at entry 4: entries up to 6 were there when its checkpoint was signed, and are gone", 3
    ),
    (
      "rewritten whole",
      "update audit_entry set at = at - interval '1 day', actor = 'nobody', purpose_sha256 = leaf_sha256, purpose = null, purpose_salt = null",
      "among entries 1 to 3 something was changed, removed or moved since the checkpoint of entry 3 was signed", 0
    ),
    (
      "emptied", "delete from audit_entry",
      "the log ends at entry 0: entries up to 6 were there when its checkpoint was signed, and are gone", 0
    ),
  ]

  @Test(arguments: cases)
  func `tell where a log was tampered with though its hashes were computed anew`(
    _ row: (what: String, sql: String, found: String, intact: Int64)
  ) async throws {
    try await withCheckpoints { scene, kept, keys in
      try await scene.service.seal()
      try await scene.tamper("\(row.sql); \(computedAnew)")
      #expect(try await scene.findings().isEmpty, "without what others kept nothing is seen")
      let report = try await scene.service.verify(checkpoints: kept, trusting: [keys.publicKey])
      #expect(report.findings.map(\.description) == [row.found], "\(row.what)")
      #expect(report.intactThrough == row.intact)
    }
  }

  @Test func `agree with a log that nobody touched, and go on agreeing`() async throws {
    try await withCheckpoints { scene, kept, keys in
      try await scene.append(9)
      let report = try await scene.service.verify(checkpoints: kept, trusting: [keys.publicKey])
      #expect(report.findings.isEmpty && report.head.seq == 10 && report.checkpoints == 2)
      #expect(report.intactThrough == nil)
    }
  }

  @Test func `count only as a trusted key signed them`() async throws {
    try await withCheckpoints { scene, kept, keys in
      let line = kept[1].line
      #expect(kept[1].isSigned)
      for changed in [line.replacing(" 6 ", with: " 5 "), line.replacing("2026-", with: "2025-")] {
        #expect(changed != line)
        let forged = try #require(AuditCheckpoint(changed))
        #expect(!forged.isSigned)
        let report = try await scene.service.verify(checkpoints: [forged], trusting: [keys.publicKey])
        #expect(report.findings == [.notSigned(forged.head.seq)])
      }
      // Signed, but by somebody else: whoever tampers can make a key too.
      let others = try SigningKeys.generate()
      let foreign = AuditCheckpoint(kept[0].head, at: scene.now, signedWith: others)
      #expect(foreign.isSigned)
      let report = try await scene.service.verify(checkpoints: [foreign], trusting: [keys.publicKey])
      #expect(report.findings == [.notSigned(3)])
      for text in ["", "x", line + " ", String(line.dropLast()), line.replacing("-1 ", with: "-2 ")] {
        #expect(AuditCheckpoint(text) == nil)
      }
      #expect(throws: AuditCheckpoint.NotACheckpoint.self) { try AuditCheckpoint.list("\(line)\n\(line.dropLast())\n") }
      #expect(try AuditCheckpoint.list("# kept by us\n\n\(line)\r\n") == [kept[1]])
    }
  }

  @Test func `are made once for each stretch, whichever instance comes first`() async throws {
    let keys = try SigningKeys.generate()
    try await AuditScene.with(entries: 2) { scene in
      let service = CheckpointService(scene.staff)
      let made = try await withThrowingTaskGroup(of: Bool.self) { group in
        for _ in 0..<6 { group.addTask { try await service.make(keys, pause: 60, now: scene.now) != nil } }
        return try await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
      }
      #expect(made == 1)
      try await scene.append(2)
      #expect(try await service.make(keys, pause: 60, now: scene.now.adding(seconds: 30)) == nil, "too early")
      #expect(try await service.make(keys, pause: 60, now: scene.now.adding(seconds: 90)) != nil)
      #expect(try await service.make(keys, now: scene.now.adding(seconds: 900)) == nil, "nothing was added since")
      #expect(try await service.lines().count == 2)
    }
  }

  @Test(arguments: [
    "update audit_checkpoint set seq = 99", "delete from audit_checkpoint", "truncate audit_checkpoint",
  ])
  func `are only ever added`(_ sql: String) async throws {
    try await withCheckpoints { scene, _, _ in
      let error = await #expect(throws: PostgresError.self) {
        try await scene.owner.runScript(TrustedScript(embeddedInBinary: Array(sql.utf8), name: "a mistake"))
      }
      #expect(error?.constraint == "Checkpoints are only ever added")
    }
  }
}
