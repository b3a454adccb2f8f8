package import CivilTime
package import Postgres

/// What families confided, sealed: for the keeper's role alone.
package struct SealedContactStore<Session: PostgresSession>: Sendable {
  private let session: Session

  package init(_ session: Session) { self.session = session }

  /// A contact and what was told beside it.
  package struct Sealed: Sendable {
    package let selector: [UInt8]
    package let language: String
    package let contact: [UInt8]?
    package let notes: [[UInt8]]
  }

  package func sealed(search: Int64) async throws(PostgresError) -> Sealed? {
    let row = try await session.first(
      """
      select f.selector, f.language, f.contact,
        array(select n.box from family_note n where n.search_id = f.search_id order by n.id) as notes
      from family_search f where f.search_id = \(search)
      """)
    return try row.map { row throws(PostgresError) in
      Sealed(
        selector: try row["selector", as: [UInt8].self], language: try row["language", as: String.self],
        contact: try row["contact", as: [UInt8]?.self], notes: try row["notes", as: [[UInt8]].self])
    }
  }

  /// What a responder may open: the call is open, theirs, and two have agreed where two must.
  package struct OpenCall: Sendable {
    package let search: Int64
    package let owner: Int64?
    package let isOpen: Bool
    package let isAgreed: Bool
  }

  package func call(_ id: Int64) async throws(PostgresError) -> OpenCall? {
    let row = try await session.first(
      """
      select search_id, owner_id, done_at is null, not needs_two or agreed_by is not null
      from callback where id = \(id)
      """)
    return try row.map { row throws(PostgresError) in
      let (search, owner, isOpen, isAgreed) = try row.decode(Int64.self, Int64?.self, Bool.self, Bool.self)
      return OpenCall(search: search, owner: owner, isOpen: isOpen, isAgreed: isAgreed)
    }
  }

  /// The responder whose live session a token is of.
  package func responder(fingerprint: [UInt8], now: Timestamp) async throws(PostgresError) -> Int64? {
    try await session.first("select paradero.keeper_responder(\(fingerprint), \(now))")?.decode(Int64?.self)
  }

  /// How many contacts were opened for a responder since a moment; one count at a time.
  package func openings(account: Int64, since: Timestamp) async throws(PostgresError) -> Int {
    try await session.execute("select pg_advisory_xact_lock(\(7_236_827_461_031 + account))")
    return try await session.first(
      "select count(*) from contact_opening where account_id = \(account) and opened_at > \(since)")?
      .decode(Int.self) ?? 0
  }

  package func note(
    opening number: Int64, isIntake: Bool = false, account: Int64, now: Timestamp
  ) async throws(PostgresError) {
    try await session.execute(
      """
      insert into contact_opening (callback_id, intake_id, account_id, opened_at)
      values (\(isIntake ? nil : number), \(isIntake ? number : nil), \(account), \(now))
      """)
  }

  // MARK: The hotline

  /// A report whose caller may be called: it is open, and somebody works on it.
  package func intake(_ id: Int64) async throws(PostgresError) -> OpenCall? {
    let row = try await session.first("select owner_id, status <> 'closed' from intake where id = \(id)")
    return try row.map { row throws(PostgresError) in
      let (owner, isOpen) = try row.decode(Int64?.self, Bool.self)
      return OpenCall(search: id, owner: owner, isOpen: isOpen, isAgreed: true)
    }
  }

  package func sealed(intake id: Int64) async throws(PostgresError) -> Sealed? {
    let row = try await session.first("select selector, box from intake_contact where intake_id = \(id)")
    return try row.map { row throws(PostgresError) in
      let (selector, box) = try row.decode([UInt8].self, [UInt8].self)
      return Sealed(selector: selector, language: "en", contact: box, notes: [])
    }
  }

  package func callers(after id: Int64, limit: Int) async throws(PostgresError) -> [Value] {
    try await values(
      """
      select intake_id, selector, box from intake_contact where intake_id > \(id) order by intake_id limit \(limit)
      """)
  }

  package func subscribers(after id: Int64, limit: Int) async throws(PostgresError) -> [Value] {
    try await values(
      """
      select id, selector, contact from alert_subscriber where contact is not null and id > \(id)
      order by id limit \(limit)
      """)
  }

  package func replaceCaller(_ value: Value, with box: [UInt8]) async throws(PostgresError) {
    try await session.execute(
      "update intake_contact set box = \(box) where intake_id = \(value.id) and box = \(value.box)")
  }

  package func replaceSubscriber(_ value: Value, with box: [UInt8]) async throws(PostgresError) {
    try await session.execute(
      "update alert_subscriber set contact = \(box) where id = \(value.id) and contact = \(value.box)")
  }

  // MARK: Sealing anew

  /// A value, where it stands, and the receipt's selector that it is sealed to.
  package struct Value: Sendable {
    package let id: Int64
    package let selector: [UInt8]
    package let box: [UInt8]
  }

  package func contacts(after id: Int64, limit: Int) async throws(PostgresError) -> [Value] {
    try await values(
      """
      select search_id, selector, contact from family_search where contact is not null and search_id > \(id)
      order by search_id limit \(limit)
      """)
  }

  package func notes(after id: Int64, limit: Int) async throws(PostgresError) -> [Value] {
    try await values(
      """
      select n.id, f.selector, n.box from family_note n join family_search f on f.search_id = n.search_id
      where n.id > \(id) order by n.id limit \(limit)
      """)
  }

  /// Puts a value sealed anew in the place of the old one, unless that changed meanwhile.
  package func replaceContact(_ value: Value, with box: [UInt8]) async throws(PostgresError) {
    try await session.execute(
      "update family_search set contact = \(box) where search_id = \(value.id) and contact = \(value.box)")
  }

  package func replaceNote(_ value: Value, with box: [UInt8]) async throws(PostgresError) {
    try await session.execute("update family_note set box = \(box) where id = \(value.id) and box = \(value.box)")
  }

  private func values(_ query: PostgresQuery) async throws(PostgresError) -> [Value] {
    var found: [Value] = []
    for row in try await session.rows(query) {
      let (id, selector, box) = try row.decode(Int64.self, [UInt8].self, [UInt8].self)
      found.append(Value(id: id, selector: selector, box: box))
    }
    return found
  }
}
