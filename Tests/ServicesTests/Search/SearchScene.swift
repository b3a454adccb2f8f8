import CivilTime
import Foundation
import Linkage
import Postgres
import Services
import Stores
import TestKit
import Vault

/// A database with a few invented people in it, searched as a stranger's page searches.
struct SearchScene: Sendable {
  let owner: Database
  let visitors: Database
  let staff: Database
  let url: String
  /// Not running unless a test runs it: then searches go by the database's keys.
  let records: RecordIndex
  let search: SearchService
  let batch: Int64
  /// Whether the people of the batch are marked as invented: in a demo.
  let isSample: Bool
  let now = Self.now
  static let now = Timestamp(microseconds: 1_795_219_200_000_000)

  static let share = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../../sql").standardized.path

  /// With keys, all sessions but the owner's bring along what the service's do.
  static func with(
    _ kind: String = "demo", keys: ServiceKeys? = nil, _ body: (SearchScene) async throws -> Void
  ) async throws {
    try await withScratchDatabase(poolSize: 2) { owner, url in
      try await owner.execute("insert into installation (kind) values (\(kind)) on conflict do nothing")
      try await owner.execute("update installation set kind = \(kind)")
      let source = try await owner.first(
        "insert into source (name, kind, trust, is_public) values ('Roster', 'roster', 2, true) returning id")
      let batchKind = kind == "demo" ? "sample" : "import"
      guard let source = try source?.decode(Int32.self),
        let batch = try await owner.first(
          "insert into batch (source_id, kind, finished_at) values (\(source), \(batchKind), now()) returning id")?
          .decode(Int64.self)
      else { return }
      let settings = SuppressionKey.settings(keys)
      let numbers = NumberBoundary(keys)
      let visitors = Database(
        try DatabaseConfiguration(
          url: url, user: "paradero_public", poolSize: 2, settings: settings, companion: numbers))
      let staff = Database(
        try DatabaseConfiguration(url: url, user: "paradero_staff", poolSize: 2, settings: settings, companion: numbers)
      )
      let readers = Database(
        try DatabaseConfiguration(url: url, user: "paradero_index", poolSize: 3, companion: numbers))
      let records = RecordIndex(readers, share: share) { now }
      let scene = SearchScene(
        owner: owner, visitors: visitors, staff: staff, url: url, records: records,
        search: SearchService(records, database: visitors),
        batch: batch, isSample: kind == "demo")
      let outcome: Result<Void, any Error>
      do { outcome = .success(try await body(scene)) } catch { outcome = .failure(error) }
      await visitors.close()
      await staff.close()
      await readers.close()
      try outcome.get()
    }
  }

  /// Lists somebody, booked in at a facility two days before now.
  @discardableResult
  func list(
    _ full: String, given: String? = nil, family: String? = nil, birth: String? = nil, year: Int? = nil,
    country: String? = nil, aNumber: String? = nil
  ) async throws -> Int64 {
    let day = birth.flatMap { CivilDate(iso: $0) }
    let basis = day != nil ? "date" : year == nil ? nil : "year"
    let id = try await owner.first(
      "insert into person (batch_id, is_sample) values (\(batch), \(isSample)) returning id")?
      .decode(Int64.self)
    guard let id else { return 0 }
    try await owner.execute(
      """
      insert into person_description (person_id, batch_id, full_name, given_names, family_names, birth_date, birth_year,
        birth_basis, country, reported_at)
      values (\(id), \(batch), \(full), \(given), \(family), \(day), \(day?.year ?? year)::int, \(basis), \(country),
        \(now.adding(seconds: -86_400)))
      """)
    if let aNumber {
      try await owner.execute(
        "insert into person_identifier (person_id, batch_id, kind, value) values (\(id), \(batch), 'a_number', \(aNumber))"
      )
    }
    try await owner.execute(
      """
      insert into custody_event (person_id, batch_id, kind, place_text, happened_at, precision, reported_at)
      values (\(id), \(batch), 'book_in', 'Main Street Jail', \(now.adding(seconds: -172_800)), 'minute',
        \(now.adding(seconds: -86_400)))
      """)
    return id
  }

  func find(_ input: SearchInput) async throws -> SearchOutcome {
    try await search.search(try SearchRequest.parse(input, today: now.utcDay ?? .farthest).get(), now: now)
  }

  /// What a stranger is told; nil for nothing.
  func told(_ input: SearchInput) async throws -> FoundPerson? {
    if case .found(let person) = try await find(input) { person } else { nil }
  }

  /// What staff are shown, with weights.
  func weigh(_ input: SearchInput) async throws -> WeighedOutcome {
    try await CandidateWeighing(PeopleSearch(records, database: staff)).outcome(
      of: try SearchRequest.parse(input, today: now.utcDay ?? .farthest).get(), now: now)
  }

  func found(_ input: SearchInput) async throws -> [WeighedPerson] {
    if case .found(let people) = try await weigh(input) { people } else { [] }
  }
}
