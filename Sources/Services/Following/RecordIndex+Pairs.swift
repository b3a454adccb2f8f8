internal import CivilTime
internal import Linkage
internal import Postgres
internal import Stores

/// What following and the search for doubles ask of the records, from memory or by the database's keys.
extension RecordIndex {
  /// How pairs are weighed now: exactly as searches are.
  func weighing(now: Timestamp) async throws -> PairWeighing {
    let letters = try await keeper.nameTables().letters
    if let index = latest {
      return PairWeighing(
        matcher: index.matcher, calibration: index.knowledge.calibration, population: index.people, letters: letters,
        numbers: numbers)
    }
    let counted = try await keeper.countedRecords(today: now.utcDay ?? .farthest)
    return PairWeighing(
      matcher: counted.matcher, calibration: counted.knowledge.calibration,
      population: counted.kept.counts.people, letters: letters, numbers: numbers)
  }

  /// Those whom one of the readings may mean, of all that was committed some seconds ago.
  func candidates(_ readings: [SoughtPerson], now: Timestamp) async throws -> [Int64] {
    guard !readings.isEmpty else { return [] }
    return try await search(readings, limit: Self.mostCandidates, now: now).map(\.assessment.id)
  }

  /// After so many seconds everything that was committed is found: memory lags a second behind, and the database's keys
  /// know a word that nobody bore before once names were counted again.
  var secondsToSettle: Double { current == nil ? 45 : 2 }

  /// Enough that nobody is left out who could be a match: those are far fewer.
  static let mostCandidates = 500

  /// These people as they are compared, each once under whom they are shown as; who is not listed or may be a minor
  /// is not among them.
  func listed(_ people: [Int64], now: Timestamp) async throws -> [Int64: ListedPerson] {
    let reading = RecordReading(
      database: database, letters: try await keeper.nameTables().letters, numbers: numbers,
      knowledge: try await keeper.knowledge().knowledge)
    var found: [Int64: ListedPerson] = [:]
    try await reading.people(Set(people), today: now.utcDay ?? .farthest) { _, read in
      for person in read.people { found[person.id] = person.listed }
    }
    return found
  }
}
