package import CivilTime
package import Disclosure
package import Postgres

/// A call that somebody owes a family. Who the family is and how to reach it is not in it.
package struct Callback: Sendable, Equatable, Identifiable {
  /// How a call ended.
  package enum Outcome: String, Sendable, CaseIterable {
    case told, passedOn = "passed on", nothingToTell = "nothing to tell", notReached = "not reached"
    case wrongNumber = "wrong number", notWanted = "not wanted"

    /// Whether something of a record was said.
    package var tells: Bool { self == .told || self == .passedOn }
  }

  package typealias Reason = CallNeed.Reason

  package let id: Int64
  package let search: Int64
  package let language: String
  package let reason: Reason
  /// Whether two have to agree before anything is told.
  package let needsTwo: Bool
  package let askedAt: Timestamp
  package let dueAt: Timestamp
  package let owner: Int64?
  package let ownerName: String?
  package let agreedBy: Int64?
  package let agreedName: String?
  package let tries: Int
  package let outcome: Outcome?
  package let doneAt: Timestamp?
  /// How often the contact was opened for it.
  package let openings: Int

  package func isOverdue(at now: Timestamp) -> Bool { doneAt == nil && dueAt < now }
}

/// The queue of calls, as responders work on it.
package struct CallbackStore<Session: PostgresSession>: Sendable {
  private let session: Session

  package init(_ session: Session) { self.session = session }

  private static var select: PostgresQuery {
    """
    select c.id, c.search_id, f.language, c.reason, c.needs_two, c.asked_at, c.due_at, c.owner_id, o.name as owner,
      c.agreed_by, g.name as agreed, c.tries, c.outcome, c.done_at,
      (select count(*) from contact_opening x where x.callback_id = c.id) as openings
    from callback c join family_search f on f.search_id = c.search_id
    left join account o on o.id = c.owner_id left join account g on g.id = c.agreed_by
    """
  }

  private static func callback(_ row: PostgresRow) throws(PostgresError) -> Callback {
    Callback(
      id: try row["id", as: Int64.self], search: try row["search_id", as: Int64.self],
      language: try row["language", as: String.self],
      reason: Callback.Reason(rawValue: try row["reason", as: String.self]) ?? .asked,
      needsTwo: try row["needs_two", as: Bool.self], askedAt: try row["asked_at", as: Timestamp.self],
      dueAt: try row["due_at", as: Timestamp.self], owner: try row["owner_id", as: Int64?.self],
      ownerName: try row["owner", as: String?.self], agreedBy: try row["agreed_by", as: Int64?.self],
      agreedName: try row["agreed", as: String?.self], tries: Int(try row["tries", as: Int16.self]),
      outcome: try row["outcome", as: String?.self].flatMap(Callback.Outcome.init),
      doneAt: try row["done_at", as: Timestamp?.self], openings: try row["openings", as: Int.self])
  }

  /// What waits, the most urgent first, then what was done last.
  package func all(limit: Int) async throws(PostgresError) -> [Callback] {
    var found: [Callback] = []
    for row in try await session.rows(
      """
      \(fragment: Self.select) order by c.done_at is not null, c.done_at desc, c.due_at, c.id limit \(limit)
      """)
    {
      found.append(try Self.callback(row))
    }
    return found
  }

  package func callback(_ id: Int64) async throws(PostgresError) -> Callback? {
    try await session.first("\(fragment: Self.select) where c.id = \(id)").map(Self.callback)
  }

  /// Takes a call that nobody has, or gives back one's own.
  package func take(_ id: Int64, account: Int64, now: Timestamp) async throws(PostgresError) -> Bool {
    try await session.execute(
      """
      update callback set owner_id = \(account), taken_at = \(now),
        agreed_by = nullif(agreed_by, \(account)), agreed_at = case when agreed_by = \(account) then null else agreed_at end
      where id = \(id) and owner_id is null and done_at is null
      """) == 1
  }

  package func giveBack(_ id: Int64, account: Int64) async throws(PostgresError) -> Bool {
    try await session.execute(
      """
      update callback set owner_id = null, taken_at = null
      where id = \(id) and owner_id = \(account) and done_at is null
      """) == 1
  }

  /// What holds of it now. That two have to agree is never taken back.
  package func note(_ need: CallNeed, of id: Int64) async throws(PostgresError) {
    try await session.execute(
      """
      update callback set reason = \(need.reason.rawValue), needs_two = needs_two or \(need.needsTwo)
      where id = \(id) and done_at is null
      """)
  }

  /// From now on two have to agree; this is never taken back.
  package func protect(_ id: Int64) async throws(PostgresError) {
    try await session.execute("update callback set needs_two = true where id = \(id) and done_at is null")
  }

  /// A second responder agrees; the owner cannot.
  package func agree(_ id: Int64, account: Int64, now: Timestamp) async throws(PostgresError) -> Bool {
    try await session.execute(
      """
      update callback set agreed_by = \(account), agreed_at = \(now)
      where id = \(id) and needs_two and agreed_by is null and owner_id is distinct from \(account)
        and owner_id is not null and done_at is null
      """) == 1
  }

  /// Nobody was reached: it stays one's own and open.
  package func tried(_ id: Int64, account: Int64) async throws(PostgresError) -> Bool {
    try await session.execute(
      "update callback set tries = tries + 1 where id = \(id) and owner_id = \(account) and done_at is null") == 1
  }

  package func finish(
    _ id: Int64, _ outcome: Callback.Outcome, account: Int64, now: Timestamp
  ) async throws(PostgresError) -> Bool {
    try await session.execute(
      """
      update callback set outcome = \(outcome.rawValue), done_at = greatest(\(now), asked_at)
      where id = \(id) and owner_id = \(account) and done_at is null
        and (not needs_two or agreed_by is not null or not \(outcome.tells))
      """) == 1
  }

  /// How many wait, and how many of them too long: counts, for metrics.
  package func waiting(now: Timestamp) async throws(PostgresError) -> (open: Int, overdue: Int) {
    try await session.first(
      "select count(*), count(*) filter (where due_at < \(now)) from callback where done_at is null"
    )
    .map { row throws(PostgresError) in try row.decode(Int.self, Int.self) } ?? (0, 0)
  }
}
