import Postgres
import Stores
import Testing

@testable import Services

private let content = "at, actor, verb, object, purpose, purpose_salt, purpose_sha256, facts"

/// Gives every entry from a number on the hashes that it would have had, as the owner of the functions can.
private let computedAnew = """
  do $$
  declare
    entry audit_entry;
    before bytea := decode(repeat('00', 32), 'hex');
  begin
    for entry in select * from audit_entry order by seq loop
      update audit_entry e set previous_sha256 = before,
        leaf_sha256 = paradero.audit_leaf(entry, entry.seq, before) where e.id = entry.id returning leaf_sha256 into before;
    end loop;
    update audit_head set seq = (select max(seq) from audit_entry), leaf_sha256 = before;
  end $$
  """

@Suite struct `An audit log that a superuser tampered with` {
  /// Of six entries.
  static let cases: [(what: String, sql: String, found: [AuditFinding])] = [
    ("another actor", "update audit_entry set actor = 'account:8' where seq = 3", [.changed(3)]),
    ("another verb", "update audit_entry set verb = 'unmerged' where seq = 1", [.changed(1)]),
    ("another object", "update audit_entry set object = 'person:99' where seq = 6", [.changed(6)]),
    ("another time", "update audit_entry set at = at + interval '1 microsecond' where seq = 2", [.changed(2)]),
    ("another kind of fact", "update audit_entry set facts = '{name}' where seq = 2", [.changed(2)]),
    (
      "another number", "update audit_entry set seq = 7 where seq = 6",
      [.missing(6...6), .moved(6, to: 7), .beyondHead(6)]
    ),
    ("another hash before", "update audit_entry set previous_sha256 = leaf_sha256 where seq = 4", [.changed(4)]),
    ("another hash", "update audit_entry set leaf_sha256 = previous_sha256 where seq = 4", [.changed(4)]),
    (
      "another hash of the purpose", "update audit_entry set purpose_sha256 = leaf_sha256 where seq = 4",
      [.purposeChanged(4), .changed(4)]
    ),
    ("another purpose", "update audit_entry set purpose = 'for a friend' where seq = 5", [.purposeChanged(5)]),
    ("another salt", "update audit_entry set purpose_salt = gen_random_uuid() where seq = 5", [.purposeChanged(5)]),
    (
      "a field that runs into the next",
      """
      alter table audit_entry drop constraint "A verb is a word",
        drop constraint "An actor is an account, a part of the system or nobody";
      update audit_entry set actor = actor || verb, verb = '' where seq = 2
      """,
      [.changed(2)]
    ),
    ("one removed", "delete from audit_entry where seq = 3", [.missing(3...3)]),
    ("the first removed", "delete from audit_entry where seq < 3", [.missing(1...2)]),
    ("the last cut off", "delete from audit_entry where seq > 4", [.cutOff(after: 4, head: 6)]),
    ("all removed", "delete from audit_entry", [.cutOff(after: 0, head: 6)]),
    (
      "one removed and the others moved up",
      "delete from audit_entry where seq = 3; update audit_entry set seq = seq + 100 where seq > 3; update audit_entry set seq = seq - 101 where seq > 100",
      [.moved(4, to: 3), .moved(5, to: 4), .moved(6, to: 5), .cutOff(after: 5, head: 6)]
    ),
    (
      "two exchanged",
      "update audit_entry a set (\(content)) = (select \(content) from audit_entry b where b.seq = 6 - a.seq) where seq in (2, 4)",
      [.moved(4, to: 2), .moved(2, to: 4)]
    ),
    (
      "two exchanged with their hashes",
      "update audit_entry set seq = seq + 100 where seq in (2, 4); update audit_entry set seq = 106 - seq where seq > 100",
      [.moved(4, to: 2), .moved(2, to: 4)]
    ),
    (
      "one replaced, with a hash that fits it",
      "update audit_entry set actor = 'nobody' where seq = 3; update audit_entry e set leaf_sha256 = paradero.audit_leaf(e, seq, previous_sha256) where seq = 3",
      [.replaced(3)]
    ),
    (
      "the last replaced, with a hash that fits it",
      "update audit_entry set actor = 'nobody' where seq = 6; update audit_entry e set leaf_sha256 = paradero.audit_leaf(e, seq, previous_sha256) where seq = 6",
      [.replaced(6)]
    ),
    (
      "one added at the end",
      "insert into audit_entry (\(content), seq, previous_sha256, leaf_sha256) select \(content), 7, leaf_sha256, paradero.audit_leaf(e, 7, leaf_sha256) from audit_entry e where seq = 6",
      [.beyondHead(6)]
    ),
    (
      "one given twice",
      "alter table audit_entry drop constraint \"An entry has a number of its own\"; update audit_entry set seq = 2 where seq = 3",
      [.doubled(2), .moved(3, to: 2), .missing(3...3)]
    ),
    ("without where it ends", "delete from audit_head", [.noHead]),
  ]

  @Test(arguments: cases) func `shows where`(_ row: (what: String, sql: String, found: [AuditFinding])) async throws {
    try await AuditScene.with(entries: 6) { scene in
      #expect(try await scene.findings().isEmpty)
      try await scene.tamper(row.sql)
      let found = try await scene.findings()
      #expect(Set(found.map(\.description)) == Set(row.found.map(\.description)), "\(row.what)")
    }
  }

  @Test func `and computed anew is told by a head that was kept elsewhere alone`() async throws {
    try await AuditScene.with(entries: 6) { scene in
      let head = try await scene.service.verify(kept: []).head
      let kept = try #require(
        AuditCheck.KeptHead(
          "6:"
            + head.leaf.map { byte in
              let digits = String(byte, radix: 16)
              return digits.count == 1 ? "0" + digits : digits
            }.joined()))
      try await scene.append(6)
      #expect(try await scene.findings(kept: [kept]).isEmpty, "a log that went on is the same log")
      try await scene.tamper("update audit_entry set actor = 'nobody' where seq = 3; \(computedAnew)")
      #expect(try await scene.findings().isEmpty)
      #expect(try await scene.findings(kept: [kept]) == [.notExpected(6)])
      try await scene.tamper("delete from audit_entry where seq > 4; \(computedAnew)")
      #expect(try await scene.findings().isEmpty)
      #expect(try await scene.findings(kept: [kept]) == [.notExpected(6)])
    }
  }
}
