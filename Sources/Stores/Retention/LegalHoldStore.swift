package import CivilTime
package import Postgres

/// An order that records of incidents must stay, by name of who gave it.
package struct LegalHold: Sendable, Equatable, Identifiable {
  package let id: Int64
  /// The reference of one request, the code of a facility, or neither: then everything is held.
  package let request: String?
  package let facility: String?
  package let orderedBy: String
  package let why: String
  package let setAt: Timestamp
  package let lifted: Lifting?

  package struct Lifting: Sendable, Equatable {
    package let by: String
    package let why: String
    package let at: Timestamp
  }
}

package struct LegalHoldStore<Session: PostgresSession>: Sendable {
  private let session: Session

  package init(_ session: Session) { self.session = session }

  /// Holds everything that happened at a facility; nil if there is none of that code.
  package func set(
    facility code: String, by orderedBy: String, because why: String, now: Timestamp
  ) async throws(PostgresError) -> Int64? {
    try await session.first(
      """
      insert into legal_hold (facility_id, ordered_by, why, set_at)
      select f.id, \(orderedBy), \(why), \(now) from facility f where f.code = \(code) returning id
      """)?.decode(Int64.self)
  }

  /// Holds one request; nil if there is none of that reference.
  package func set(
    request reference: String, by orderedBy: String, because why: String, now: Timestamp
  ) async throws(PostgresError) -> Int64? {
    try await session.first(
      """
      insert into legal_hold (reference, ordered_by, why, set_at)
      select r.reference, \(orderedBy), \(why), \(now) from visit_request r where r.reference = \(reference) returning id
      """)?.decode(Int64.self)
  }

  /// Holds everything.
  package func setOnAll(
    by orderedBy: String, because why: String, now: Timestamp
  ) async throws(PostgresError) -> Int64? {
    try await session.first(
      "insert into legal_hold (ordered_by, why, set_at) values (\(orderedBy), \(why), \(now)) returning id")?
      .decode(Int64.self)
  }

  /// False if there is no such hold, or it was lifted before.
  package func lift(
    _ id: Int64, by liftedBy: String, because why: String, now: Timestamp
  ) async throws(PostgresError) -> Bool {
    try await session.execute(
      """
      update legal_hold set lifted_by = \(liftedBy), lifted_why = \(why), lifted_at = greatest(\(now), set_at)
      where id = \(id) and lifted_at is null
      """) == 1
  }

  /// All holds, those that stand first.
  package func all() async throws(PostgresError) -> [LegalHold] {
    var holds: [LegalHold] = []
    for row in try await session.rows(
      """
      select h.id, h.reference, f.code, h.ordered_by, h.why, h.set_at, h.lifted_by, h.lifted_why, h.lifted_at
      from legal_hold h left join facility f on f.id = h.facility_id
      order by (h.lifted_at is not null), h.id
      """)
    {
      let (id, request, facility, by, why, at, liftedBy, liftedWhy, liftedAt) = try row.decode(
        Int64.self, String?.self, String?.self, String.self, String.self, Timestamp.self, String?.self, String?.self,
        Timestamp?.self)
      var lifting: LegalHold.Lifting?
      if let liftedBy, let liftedWhy, let liftedAt {
        lifting = LegalHold.Lifting(by: liftedBy, why: liftedWhy, at: liftedAt)
      }
      holds.append(
        LegalHold(
          id: id, request: request, facility: facility, orderedBy: by, why: why, setAt: at, lifted: lifting))
    }
    return holds
  }
}
