package import Postgres

/// The tables that hold A-numbers.
package enum NumberPlace: String, Sendable, CaseIterable {
  case identifier = "person_identifier"
  case search = "open_search"
  case request = "visit_request"
  case attempt = "locator_attempt"
}

/// A number as it lies there, and the number of its row.
package struct HeldNumber: Sendable {
  package let row: Int64
  package let number: String
}

/// A-numbers that lie plain, for the service that seals them.
package struct NumberStore<Session: PostgresSession>: Sendable {
  private let session: Session

  package init(_ session: Session) { self.session = session }

  /// One seals at a time: true when this transaction has its turn.
  package func tryTurn() async throws(PostgresError) -> Bool {
    try await session.first("select pg_try_advisory_xact_lock(7236827461009)")?.decode(Bool.self) ?? false
  }

  /// Waits until this transaction has its turn.
  package func takeTurn() async throws(PostgresError) {
    try await session.execute("set local lock_timeout = 0")
    try await session.execute("select pg_advisory_xact_lock(7236827461009)")
  }

  /// The plain ones after a row, in order.
  package func plain(_ place: NumberPlace, after row: Int64, limit: Int) async throws(PostgresError) -> [HeldNumber] {
    var found: [HeldNumber] = []
    for row in try await session.rows(
      "select id, number from paradero.plain_numbers(\(place.rawValue), \(row), \(limit)::integer)")
    {
      let (id, number) = try row.decode(Int64.self, String.self)
      found.append(HeldNumber(row: id, number: number))
    }
    return found
  }

  /// Puts tokens in the place of plain numbers. How many rows still had them.
  package func seal(_ place: NumberPlace, _ held: [HeldNumber], as tokens: [String]) async throws(PostgresError) -> Int
  {
    let done = try await session.first(
      """
      select paradero.seal_numbers(\(place.rawValue), \(held.map(\.row)), \(held.map(\.number)), \(tokens))
      """)
    return Int(try done?.decode(Int32.self) ?? 0)
  }

  /// Takes plain numbers out of what the planner knows.
  package func forgetPlain() async throws(PostgresError) {
    _ = try await session.first("select paradero.forget_plain_numbers()")
  }

  /// How many lie plain, and whether any is sealed.
  package func count() async throws(PostgresError) -> (plain: Int, isAnySealed: Bool) {
    try await session.first("select plain, is_any_sealed from paradero.count_numbers()")
      .map { row throws(PostgresError) in try row.decode(Int.self, Bool.self) } ?? (0, false)
  }

  /// Whether any of the records is sealed.
  package func hasSealed() async throws(PostgresError) -> Bool {
    try await session.first(
      "select 1 from person_identifier where kind = 'a_number' and value like 'n1.%' limit 1") != nil
  }

  /// Lets what was taken back by plain numbers be known by their tokens.
  package func carrySuppressions(_ numbers: [String], as tokens: [String]) async throws(PostgresError) {
    try await session.execute("select paradero.carry_suppressions(\(numbers), \(tokens))")
  }

  /// Whether anything was taken back by a plain number, or may have been.
  package func hasPlainSuppressions() async throws(PostgresError) -> Bool {
    try await session.first("select 1 from suppression where coalesce(made_of, 'number') = 'number' limit 1") != nil
  }

  // MARK: Fingerprints of imported rows

  /// Some that were made without the key, all of one source, in hexadecimal.
  package func plainRows(limit: Int) async throws(PostgresError) -> (source: Int32, keys: [String])? {
    var source: Int32?
    var keys: [String] = []
    for row in try await session.rows(
      """
      select source_id, replace(key::text, '-', '') from imported_row
      where not is_keyed and source_id = (select min(source_id) from imported_row where not is_keyed)
      order by key limit \(limit)
      """)
    {
      let (id, key) = try row.decode(Int32.self, String.self)
      source = id
      keys.append(key)
    }
    return source.map { ($0, keys) }
  }

  /// Puts fingerprints made with the key in their place.
  package func key(rowsOf source: Int32, _ plain: [String], as keyed: [String]) async throws(PostgresError) {
    _ = try await session.first("select paradero.key_rows(\(source), \(plain)::uuid[], \(keyed)::uuid[])")
  }
}
