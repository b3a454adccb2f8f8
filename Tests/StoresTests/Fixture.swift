import CivilTime
import Postgres
import Records
import Stores
import TestKit

/// Records for a test: three places, and people of whom things are told.
struct Fixture {
  let database: Database
  let batch: Int64
  let source: Int32
  var places: [String: Int32] = [:]

  /// Runs the body with a database that has places in New York and one in Los Angeles, and a finished batch.
  static func run(_ body: (Fixture) async throws -> Void) async throws {
    try await withScratchDatabase { database, _ in
      _ = try await InstallationStore(database).settle(.test)
      try await database.runScript(
        """
        insert into facility (code, name, city, state, time_zone, time_zone_basis, origin) values
          ('HOLD', 'Hold Room', 'New York', 'NY', 'America/New_York', 'hand', 'test'),
          ('AAA', 'A County Jail', 'Albany', 'NY', 'America/New_York', 'hand', 'test'),
          ('BBB', 'B Detention Center', 'Buffalo', 'NY', 'America/New_York', 'hand', 'test'),
          ('LAX', 'Pacific Jail', 'Los Angeles', 'CA', 'America/Los_Angeles', 'hand', 'test')
        """)
      let source = try await SourceStore(database).findOrAdd(named: "A jail's roster", kind: .roster)
      let batch = try await BatchStore(database).start(source: source.id, kind: .entry)
      try await BatchStore(database).finish(batch, counts: BatchCounts())
      var fixture = Fixture(database: database, batch: batch, source: source.id)
      for facility in try await FacilityStore(database).all() { fixture.places[facility.code] = facility.id }
      try await body(fixture)
    }
  }

  func newPerson() async throws -> Int64 {
    let row = try await database.first("insert into person (batch_id) values (\(batch)) returning id")
    return try row?.decode(Int64.self) ?? 0
  }

  /// Writes what was told and returns where the person is.
  func custody(after events: [Told], of person: Int64? = nil) async throws -> CurrentCustody? {
    let person = if let person { person } else { try await newPerson() }
    for event in events { _ = try await tell(event, of: person) }
    return try await CustodyStore(database).current(personIDs: [person])[person]
  }

  @discardableResult
  func tell(_ event: Told, of person: Int64, batch: Int64? = nil, corrects: Int64? = nil) async throws -> Int64 {
    try await CustodyStore(database).append(
      CustodyEvent(
        personID: person, batchID: batch ?? self.batch, kind: event.kind, time: event.time,
        facilityID: event.at.flatMap { places[$0] }, fromFacilityID: event.from.flatMap { places[$0] },
        reportedAt: event.reported, corrects: corrects))
  }
}

/// Something told of a person, in short: `Told(.bookIn, "2026-01-05 10:00", at: "AAA")`.
struct Told: Sendable {
  let kind: CustodyKind
  let time: EventTime
  let at: String?
  let from: String?
  let reported: Timestamp

  /// `when`: "2026-01-05 10:00" (UTC), "2026-01-05", "2026-01" or "".
  init(
    _ kind: CustodyKind, _ when: String, at: String? = nil, from: String? = nil, reported: String = "2026-02-01 00:00"
  ) {
    self.kind = kind
    self.at = at
    self.from = from
    self.reported = Self.moment(reported) ?? Timestamp(microseconds: 0)
    if let moment = Self.moment(when) {
      time = .minute(moment)
    } else if let day = CivilDate(iso: when) {
      time = .day(day)
    } else if let month = CivilDate(iso: when + "-01") {
      time = .month(year: month.year, month: month.month)
    } else {
      time = .unknown
    }
  }

  private static func moment(_ text: String) -> Timestamp? {
    let parts = text.split(separator: " ")
    guard parts.count == 2, let day = CivilDate(iso: parts[0]) else { return nil }
    let clock = parts[1].split(separator: ":").compactMap { Int($0) }
    guard clock.count == 2 else { return nil }
    return Timestamp(utcMidnight: day).adding(seconds: Double(clock[0] * 3600 + clock[1] * 60))
  }
}

extension PostgresSession {
  func runScript(_ text: StaticString) async throws { try await runScript(TrustedScript(text)) }
}
