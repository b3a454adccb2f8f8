package import CivilTime
internal import Postgres
package import Records

/// Which entries of the audit log somebody wants to see.
package struct AuditFilter: Sendable {
  package var actor: String?
  package var verb: AuditVerb?
  package var object: String?
  package var since: Timestamp?
  package var until: Timestamp?
  /// The newest so many; nil for all, from the beginning on.
  package var newest: Int?

  package init() {}
}

/// An entry as operators read it: everything but the purpose, which somebody may have typed.
package struct AuditLine: Sendable {
  package let at: Timestamp
  package let actor: String
  package let verb: String
  package let object: String
  package let facts: [String]
  package let purposeHash: [UInt8]
  /// Nil until it is sealed.
  package let seal: (seq: Int64, previous: [UInt8], leaf: [UInt8])?
}

extension AuditStore {
  package func forEach(_ filter: AuditFilter, _ body: (AuditLine) throws -> Void) async throws {
    try await session.forEach(
      """
      select at, actor, verb, object, facts, purpose_sha256, seq, previous_sha256, leaf_sha256
      from (
        select * from audit_entry
        where (\(filter.actor)::text is null or actor = \(filter.actor))
          and (\(filter.verb?.rawValue)::text is null or verb = \(filter.verb?.rawValue))
          and (\(filter.object)::text is null or object = \(filter.object))
          and (\(filter.since)::timestamptz is null or at >= \(filter.since))
          and (\(filter.until)::timestamptz is null or at < \(filter.until))
        order by id desc limit \(filter.newest)::bigint
      ) e order by seq nulls last, id
      """
    ) { row in
      let (at, actor, verb, object, facts, purpose, seq, previous, leaf) = try row.decode(
        Timestamp.self, String.self, String.self, String.self, [String].self, [UInt8].self, Int64?.self,
        [UInt8]?.self, [UInt8]?.self)
      var seal: (Int64, [UInt8], [UInt8])?
      if let seq, let previous, let leaf { seal = (seq, previous, leaf) }
      try body(
        AuditLine(
          at: at, actor: actor, verb: verb, object: object, facts: facts, purposeHash: purpose, seal: seal))
    }
  }
}
