package import CivilTime
package import Postgres

/// A message of an alert that is being handed over, with what only the keeper opens.
package struct AlertMessage: Sendable {
  package let id: Int64
  package let messageID: String
  package let alert: Int64
  /// The correction that it tells of; nil for the alert itself.
  package let event: Int64?
  package let attempts: Int
  package let language: String
  package let selector: [UInt8]
  package let contact: [UInt8]?
}

/// Mail of alerts that waits to be sent, and what became of it: for the keeper's role.
package struct AlertMailStore<Session: PostgresSession>: Sendable {
  private let session: Session

  package init(_ session: Session) { self.session = session }

  /// Takes the message that has waited longest; from its commit on it counts as in the machine's hands.
  package func take(now: Timestamp) async throws(PostgresError) -> AlertMessage? {
    let row = try await session.first(
      """
      update alert_message m set state = 'sending', attempts = m.attempts + 1, moved_at = \(now)
      from alert_subscriber s
      where s.id = m.subscriber_id and m.id = (select x.id from alert_message x
        where x.state = 'waiting' and x.next_at <= \(now) order by x.next_at, x.id limit 1 for update skip locked)
      returning m.id, m.message_id::text as message, m.alert_id, m.event_id, m.attempts, s.language, s.selector, s.contact
      """)
    return try row.map { row throws(PostgresError) in
      AlertMessage(
        id: try row["id", as: Int64.self], messageID: try row["message", as: String.self],
        alert: try row["alert_id", as: Int64.self], event: try row["event_id", as: Int64?.self],
        attempts: Int(try row["attempts", as: Int16.self]), language: try row["language", as: String.self],
        selector: try row["selector", as: [UInt8].self], contact: try row["contact", as: [UInt8]?.self])
    }
  }

  package enum End: String, Sendable { case sent, failed }

  package func end(_ id: Int64, _ end: End, now: Timestamp) async throws(PostgresError) {
    try await session.execute(
      "update alert_message set state = \(end.rawValue), moved_at = \(now) where id = \(id) and state = 'sending'")
  }

  package func postpone(_ id: Int64, until next: Timestamp, now: Timestamp) async throws(PostgresError) {
    try await session.execute(
      """
      update alert_message set state = 'waiting', next_at = \(next), moved_at = \(now)
      where id = \(id) and state = 'sending'
      """)
  }

  /// What a program that ended left in the machine's hands is not sent again: nobody knows whether it went out.
  @discardableResult
  package func settle(before moment: Timestamp, now: Timestamp) async throws(PostgresError) -> Int {
    try await session.execute(
      "update alert_message set state = 'uncertain', moved_at = \(now) where state = 'sending' and moved_at < \(moment)"
    )
  }
}
