package import CivilTime
internal import Foundation
internal import Linkage
package import Postgres
internal import Stores

/// Measures the search on invented people whose true names are in a file, beside exact matching as official locators do it.
package struct SearchBenchmark: Sendable {
  private let database: Database
  private let records: RecordIndex
  private let now: Timestamp

  /// - Parameter now: the moment that the records stand at.
  package init(database: Database, share: String, now: Timestamp) {
    self.database = database
    self.now = now
    records = RecordIndex(database, share: share) { now }
  }

  /// Runs the index for the length of the body, once it has read everybody.
  package func withIndex<Value: Sendable>(_ body: (RecordIndex.Status) async throws -> Value) async throws -> Value {
    let following = Task { [records] in await records.run() }
    defer { following.cancel() }
    try await records.loaded()
    return try await body(records.status)
  }

  /// What the searcher knows beside the name.
  package enum Knowledge: String, CaseIterable, Sendable {
    case date = "birth date, country"
    case year = "birth year, country"
    case country = "country"
  }

  /// Hits among some searches.
  package struct Tally: Sendable {
    package var searches = 0
    package var exactFirst = 0, exactTen = 0, first = 0, ten = 0

    fileprivate mutating func add(exact: Int?, ours: Int?) {
      searches += 1
      if exact == 0 { exactFirst += 1 }
      if let exact, exact < 10 { exactTen += 1 }
      if ours == 0 { first += 1 }
      if let ours, ours < 10 { ten += 1 }
    }
  }

  package struct Report: Sendable {
    package let knowledge: Knowledge
    package fileprivate(set) var all = Tally()
    package fileprivate(set) var byCulture: [String: Tally] = [:]
    package fileprivate(set) var byError: [String: Tally] = [:]
    /// Searches whose first answer would be shown, and those in which it would be somebody else.
    package fileprivate(set) var shown = 0, shownWrong = 0
    package fileprivate(set) var likely = 0, likelyWrong = 0
    /// In memory, and by the database's keys.
    package fileprivate(set) var milliseconds: [Double] = []
    package fileprivate(set) var keyMilliseconds: [Double] = []
    /// Searches that both ways answered otherwise.
    package fileprivate(set) var differences = 0
  }

  /// - Parameter truth: the lines of the file that `SampleService` wrote, spread evenly over at most `searches`.
  package func run(
    truth: String, searches: Int, knowledge: Knowledge, progress: (Int) -> Void = { _ in }
  ) async throws -> Report {
    try await records.warmUp(now: now)
    let today = now.utcDay ?? .farthest
    let lines = truth.split(separator: "\n").dropFirst()
    var report = Report(knowledge: knowledge)
    for index in stride(from: 0, to: lines.count, by: max(1, lines.count / max(1, searches))) {
      guard let person = BenchPerson(lines[lines.startIndex + index]) else { continue }
      // Minors and who may be one are never shown; they are no part of what can be found.
      guard !KnownBirth.year(person.birth.year).mayBeMinor(on: today) else { continue }
      var input = SearchInput(name: person.name, country: person.country)
      switch knowledge {
      case .date: input.birth = person.birth.iso
      case .year: input.birth = String(person.birth.year)
      case .country: break
      }
      let request = try SearchRequest.parse(input, today: today).get()
      let exact = try await exact(person)
      let start = ContinuousClock.now
      guard let verdicts = try await records.searchMemory(request.readings, limit: 50) else { break }
      let end = ContinuousClock.now
      report.milliseconds.append((end - start) / .milliseconds(1))
      // Every fifth by the database's keys as well: that is slower, and a sample tells as much.
      if report.all.searches % 5 == 0 {
        let others = try await records.searchDatabase(request.readings, limit: 50, now: now)
        report.keyMilliseconds.append((ContinuousClock.now - end) / .milliseconds(1))
        if others.map(\.assessment) != verdicts.map(\.assessment) { report.differences += 1 }
      }
      add(person, exact, verdicts, to: &report)
      progress(report.all.searches)
    }
    report.milliseconds.sort()
    report.keyMilliseconds.sort()
    return report
  }

  private func add(_ person: BenchPerson, _ exact: [Int64], _ verdicts: [Verdict], to report: inout Report) {
    let theirs = exact.firstIndex(of: person.id)
    let ours = verdicts.firstIndex { $0.assessment.id == person.id }
    report.all.add(exact: theirs, ours: ours)
    report.byCulture[person.culture, default: Tally()].add(exact: theirs, ours: ours)
    for error in person.errors.isEmpty ? ["none"] : person.errors {
      report.byError[error, default: Tally()].add(exact: theirs, ours: ours)
    }
    guard case .show(let shown) = SearchDecision.decide(verdicts), let top = shown.first else { return }
    report.shown += 1
    if ours != 0 { report.shownWrong += 1 }
    guard top.likelihood == .likely else { return }
    report.likely += 1
    if ours != 0 { report.likelyWrong += 1 }
  }

  /// Exact first and last name and country, accents and case apart.
  private func exact(_ person: BenchPerson) async throws -> [Int64] {
    try await database.rows(
      """
      select distinct d.person_id from person_description d
      where d.search_name in (search_name(\(person.given + " " + person.family)), search_name(\(person.family + " " + person.given)))
        and d.country = \(person.country) order by 1 limit 10
      """
    ).map { try $0.decode(Int64.self) }
  }
}

/// A line of the file of true identities.
private struct BenchPerson {
  let id: Int64
  let culture, name, given, family, country: String
  let birth: CivilDate
  let errors: [String]

  init?(_ line: Substring) {
    let columns = line.split(separator: "\t", omittingEmptySubsequences: false).map { String($0) }
    guard columns.count == 12, let id = Int64(columns[0]), let birth = CivilDate(iso: columns[5]) else { return nil }
    self.id = id
    self.birth = birth
    (culture, name, given, family) = (columns[1], columns[2], columns[3], columns[4])
    country = columns[6]
    errors = columns[11].split(separator: ",").map { String($0) }
  }
}
