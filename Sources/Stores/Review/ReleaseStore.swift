package import CivilTime
package import Postgres

/// A release as it was kept: its document never changes.
package struct KeptRelease: Sendable, Equatable, Identifiable {
  package let id: Int
  package let from: CivilDate
  /// The day after the last.
  package let until: CivilDate
  package let knownAt: Timestamp
  package let madeAt: Timestamp
  package let document: String
  package let sha256: [UInt8]
}

/// A request that a release may count.
package struct ReleasableRequest: Sendable, Equatable {
  package let id: Int64
  package let place: String
  package let day: CivilDate
  package let kind: String
}

/// A day of a place that a release may tell of.
package struct ReleasableDay: Sendable, Equatable {
  package let place: String
  package let day: CivilDate
  package let rule: String
  package let kind: String
}

/// Releases, and what they are made from. Only a transaction of the part that makes releases is told the latter.
package struct ReleaseStore<Session: PostgresSession>: Sendable {
  private let session: Session

  package init(_ session: Session) { self.session = session }

  /// The newest first.
  package func all() async throws(PostgresError) -> [KeptRelease] {
    var releases: [KeptRelease] = []
    for row in try await session.rows("select * from release order by id desc") {
      releases.append(try Self.release(row))
    }
    return releases
  }

  package func release(_ id: Int) async throws(PostgresError) -> KeptRelease? {
    try await session.first("select * from release where id = \(Int32(clamping: id))").map {
      row throws(PostgresError) in try Self.release(row)
    }
  }

  private static func release(_ row: PostgresRow) throws(PostgresError) -> KeptRelease {
    KeptRelease(
      id: Int(try row["id", as: Int32.self]), from: try row["period_from", as: CivilDate.self],
      until: try row["period_until", as: CivilDate.self], knownAt: try row["known_at", as: Timestamp.self],
      madeAt: try row["made_at", as: Timestamp.self], document: try row["document", as: String.self],
      sha256: try row["sha256", as: [UInt8].self])
  }

  // MARK: Making one

  /// Lets one instance at a time make releases, until its transaction ends.
  package func lock() async throws(PostgresError) {
    try await session.execute("select pg_advisory_xact_lock(7236827461017)")
  }

  /// Whether nobody makes one now; if so, nobody else does until the transaction ends.
  package func tryLock() async throws(PostgresError) -> Bool {
    try await session.first("select pg_try_advisory_xact_lock(7236827461017)")?.decode(Bool.self) ?? false
  }

  package func requests(knownAt: Timestamp, until: CivilDate) async throws(PostgresError) -> [ReleasableRequest] {
    var found: [ReleasableRequest] = []
    for row in try await session.rows("select * from paradero.release_requests(\(knownAt), \(until))") {
      let (id, place, day, kind) = try row.decode(Int64.self, String.self, CivilDate.self, String.self)
      found.append(ReleasableRequest(id: id, place: place, day: day, kind: kind))
    }
    return found
  }

  package func days(
    knownAt: Timestamp, from: CivilDate, until: CivilDate
  ) async throws(PostgresError) -> [ReleasableDay] {
    var found: [ReleasableDay] = []
    for row in try await session.rows("select * from paradero.release_days(\(knownAt), \(from), \(until))") {
      let (place, day, rule, kind) = try row.decode(String.self, CivilDate.self, String.self, String.self)
      found.append(ReleasableDay(place: place, day: day, rule: rule, kind: kind))
    }
    return found
  }

  package func totals() async throws(PostgresError) -> [(place: String, kind: String, requests: Int)] {
    var totals: [(place: String, kind: String, requests: Int)] = []
    for row in try await session.rows("select place, kind, requests from paradero.release_totals()") {
      let (place, kind, requests) = try row.decode(String.self, String.self, Int.self)
      totals.append((place: place, kind: kind, requests: requests))
    }
    return totals
  }

  package func keep(
    _ id: Int, from: CivilDate, until: CivilDate, knownAt: Timestamp, madeAt: Timestamp, document: String,
    counted: [ReleasableRequest]
  ) async throws(PostgresError) {
    try await session.execute(
      """
      select paradero.keep_release(\(Int32(clamping: id)), \(from), \(until), \(knownAt), \(madeAt), \(document),
        \(counted.map(\.id))::bigint[], \(counted.map(\.place))::text[], \(counted.map(\.kind))::text[])
      """)
  }
}
