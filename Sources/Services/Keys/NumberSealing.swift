package import Postgres
internal import Stores
internal import Vault

/// A-numbers are sealed and the key is not here.
package struct NumbersSealed: Error, CustomStringConvertible {
  package var description: String {
    "A-numbers are sealed in this database, and this process has not the key \(ServiceKeys.fileName): set PARADERO_KEYS to "
      + "the folder of the service's keys, or run the command with “deploy/run”."
  }
}

/// Seals A-numbers that lie plain: what a process without the service's key wrote, and what is older than the key.
///
/// What was taken back by a plain number is known by the sealed one from then on, and fingerprints of imported rows, which
/// hold the number too, are made again with the key.
package struct NumberSealing: Sendable {
  private let database: Database

  /// With the database as `paradero_staff` sees it; its sessions have the key, or nothing is sealed.
  package init(_ database: Database) { self.database = database }

  /// Seals everything, in batches; how many numbers that were.
  package func run() async throws -> Int {
    guard database.numbers.seal != nil else { return 0 }
    var count = 0
    for place in NumberPlace.allCases {
      var position: Int64? = .min
      var done = 0
      while let after = position {
        try Task.checkCancellation()
        let (last, sealed) = try await database.transaction { transaction in
          // An import that seals, or another instance, is left alone.
          guard try await NumberStore(transaction).tryTurn() else { return (Int64?.none, 0) }
          return try await Self.seal(place, after: after, transaction)
        }
        position = last
        done += sealed
      }
      if place == .identifier, done > 0 { try await NumberStore(database).forgetPlain() }
      count += done
    }
    while try await database.transaction({ try await Self.keyRows($0) }) { try Task.checkCancellation() }
    return count
  }

  /// How many lie plain, and whether any is sealed.
  package func count() async throws -> (plain: Int, isAnySealed: Bool) { try await NumberStore(database).count() }

  /// For commands that compare numbers: without the key they would take nobody for anybody.
  package func requireReadable() async throws {
    if database.numbers.seal == nil, try await count().isAnySealed { throw NumbersSealed() }
  }

  // MARK: Within an import

  /// Sees to it that an import knows people again by number: all numbers lie as it writes its own.
  static func prepare(_ session: some PostgresSession) async throws {
    guard session.numbers.seal != nil else {
      if try await NumberStore(session).hasSealed() { throw ImportFailure.numbersSealed }
      return
    }
    guard try await !NumberStore(session).plain(.identifier, after: .min, limit: 1).isEmpty else { return }
    try await NumberStore(session).takeTurn()
    var position: Int64? = .min
    while let after = position { (position, _) = try await seal(.identifier, after: after, session) }
  }

  /// Lets what was taken back by plain numbers, before there was a key, be known in the rows that are about to be written.
  static func carrySuppressions(
    _ store: ImportStore<some PostgresSession>, _ session: some PostgresSession
  ) async throws {
    let numbers = session.numbers
    guard numbers.seal != nil, try await NumberStore(session).hasPlainSuppressions() else { return }
    var last = ""
    while true {
      let tokens = try await store.stagedNumbers(after: last, limit: 50_000)
      guard let newest = tokens.last else { return }
      try await NumberStore(session).carrySuppressions(tokens.map(numbers.opened), as: tokens)
      last = newest
    }
  }

  // MARK: Batches

  private static let batch = 5_000

  /// The last row that was looked at, nil once there is none; and how many were sealed.
  private static func seal(
    _ place: NumberPlace, after row: Int64, _ session: some PostgresSession
  ) async throws -> (last: Int64?, sealed: Int) {
    let store = NumberStore(session)
    let held = try await store.plain(place, after: row, limit: batch)
    guard let last = held.last else { return (nil, 0) }
    // What is no number stays as it is.
    let sealed = held.compactMap { held in session.numbers.seal?.seal(held.number).map { (held, $0) } }
    return (last.row, try await store.seal(place, sealed.map(\.0), as: sealed.map(\.1)))
  }

  /// False once there is none.
  private static func keyRows(_ session: some PostgresSession) async throws -> Bool {
    let store = NumberStore(session)
    guard let (source, plain) = try await store.plainRows(limit: batch) else { return false }
    let numbers = session.numbers
    let keyed = plain.map { key in
      Digests.hexadecimal(Digests.bytes(hexadecimal: key).flatMap(numbers.keyed(row:)) ?? [])
    }
    try await store.key(rowsOf: source, plain, as: keyed)
    return true
  }
}
