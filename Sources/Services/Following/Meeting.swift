internal import CivilTime
internal import Linkage
internal import Postgres
internal import Records
internal import Stores

/// Some people of the records, ready to be met by searches within a step.
struct Meeting: Sendable {
  let weighing: PairWeighing
  let matches: MatchStore<Transaction>
  /// Everybody who is one with any of the people, under whom they are shown.
  let shownAs: [Int64: Int64]
  /// Those who are listed, by the number under which they are shown.
  let listed: [Int64: ListedPerson]
  /// Their A-numbers.
  let numbers: [Int64: [String]]
  let now: Timestamp

  /// Weighs a search with some of the people and writes what becomes of each pair.
  /// - Parameter kept: all that is kept of the search with them, and with those who are one with them.
  func settle(
    _ search: Int64, _ readings: [PreparedSearch], _ people: Set<Int64>, _ kept: [KeptMatch]
  ) async throws {
    let groups = Dictionary(grouping: kept) { shownAs[$0.pair.person] ?? $0.pair.person }
    for person in Set(people.map { shownAs[$0] ?? $0 }).sorted() {
      let known = groups[person] ?? []
      // What was found under another number goes on under the one that is shown.
      let others = known.filter { $0.pair.person != person && $0.gone == nil }.map(\.id)
      if !others.isEmpty { try await matches.takeBack(others, because: .merged, now: now) }
      let verdict = listed[person].flatMap { weighing.weigh($0, for: readings) }
      switch MatchPolicy.settle(verdict, search: search, person: person, kept: known) {
      case .keep(let pair, let news): try await matches.keep(pair, as: news, now: now)
      case .takeBack(let id):
        try await matches.takeBack([id], because: listed[person] == nil ? .withdrawn : .noLongerFits, now: now)
      case .nothing: break
      }
    }
  }
}
