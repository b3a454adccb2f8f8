package import CivilTime
package import Linkage
package import Postgres
package import Records

/// Reads what a search needs, through functions that the public role may call: candidates, counts, custody, freshness.
package struct CandidateStore<Session: PostgresSession>: Sendable {
  private let session: Session

  package init(_ session: Session) { self.session = session }

  package func candidates(_ probes: CandidateProbes, today: CivilDate, most: Int = 300) async throws -> [Candidate] {
    try await session.rows(
      """
      select person_id, is_sample, full_names, given_names, family_names, birth_dates_listed, birth_years, birth_bases,
        countries, sexes, a_numbers_listed, arrest_days, arrest_places
      from paradero.search_candidates(\(probes.name), \(probes.pairs.map(\.0)), \(probes.pairs.map(\.1)),
        \(probes.birthDates), \(probes.birthYears?.lowerBound)::integer,
        \(probes.birthYears?.upperBound)::integer, \(probes.country),
        \(probes.aNumbers), \(probes.wantsArrests), \(today), \(most)::integer)
      """
    ).map(Candidate.init)
  }

  /// How common names and countries are, from a sample of so many descriptions.
  package func statistics(sample: Int) async throws -> SearchStatistics {
    var result = SearchStatistics()
    for row in try await session.rows("select kind, item, counted from paradero.search_statistics(\(sample)::integer)")
    {
      let (kind, item, counted) = try row.decode(String.self, String.self, Int.self)
      switch kind {
      case "given": result.parts[item, default: .init()].given += Double(counted)
      case "family": result.parts[item, default: .init()].family += Double(counted)
      case "country": result.countries[item] = counted
      case "names": result.names = counted
      default: result.people = counted
      }
    }
    return result
  }

  package func custody(of people: [Int64]) async throws -> [FoundCustody] {
    try await session.rows("select * from paradero.search_custody(\(people))").compactMap(FoundCustody.init)
  }

  /// The newest report of each live batch; nil for the batches that are known.
  package func freshness(known: [Int64]) async throws -> [(batch: Int64, kind: SourceKind, newest: Timestamp?)] {
    try await session.rows("select batch_id, source_kind, newest from paradero.search_freshness(\(known))").compactMap {
      let (batch, kind, newest) = try $0.decode(Int64.self, String.self, Timestamp?.self)
      return SourceKind(rawValue: kind).map { (batch, $0, newest) }
    }
  }
}

/// What the database looks for. Patterns are regular expressions over folded names.
package struct CandidateProbes: Sendable {
  /// The whole name, folded.
  package var name = ""
  /// A name fits when it has both patterns of a pair.
  package var pairs: [(String, String)] = []
  package var birthDates: [CivilDate] = []
  package var birthYears: ClosedRange<Int>?
  package var country: String?
  package var aNumbers: [String] = []
  package var wantsArrests = false

  package init() {}
}

/// A listed person as the database hands them to matching.
package struct Candidate: Sendable {
  package let person: ListedPerson
  package let isSample: Bool

  init(_ row: PostgresRow) throws {
    let full = try row["full_names", as: [String].self]
    let given = try row["given_names", as: [String?].self]
    let family = try row["family_names", as: [String?].self]
    let days = try row["birth_dates_listed", as: [CivilDate?].self]
    let years = try row["birth_years", as: [Int16?].self]
    let bases = try row["birth_bases", as: [String?].self]
    let arrestDays = try row["arrest_days", as: [CivilDate?]?.self] ?? []
    let arrestPlaces = try row["arrest_places", as: [String?]?.self] ?? []
    var births: [KnownBirth] = []
    for (day, (year, basis)) in zip(days, zip(years, bases)) {
      if let birth = Self.birth(day, year.map { Int($0) }, basis), !births.contains(birth) { births.append(birth) }
    }
    person = ListedPerson(
      id: try row["person_id", as: Int64.self],
      names: zip(full, zip(given, family)).map { ListedName(full: $0, given: $1.0, family: $1.1) }, births: births,
      countries: try row["countries", as: [String]?.self] ?? [],
      sexes: (try row["sexes", as: [String]?.self] ?? []).compactMap(Sex.init),
      aNumbers: try row["a_numbers_listed", as: [String]?.self] ?? [],
      arrests: zip(arrestDays, arrestPlaces).map { ListedArrest(day: $0, place: $1) })
    isSample = try row["is_sample", as: Bool.self]
  }

  private static func birth(_ day: CivilDate?, _ year: Int?, _ basis: String?) -> KnownBirth? {
    if let day { return .day(day) }
    guard let year else { return nil }
    // The year was reckoned from an age: it is that year or the one before.
    if basis == "age", let day = CivilDate(year: year + 30, month: 12, day: 31) { return .age(30, on: day) }
    return .year(year)
  }
}

/// Counts over a sample of the records.
package struct SearchStatistics: Sendable {
  package var parts: [String: NameFrequencies.Count] = [:]
  package var names = 0
  package var countries: [String: Int] = [:]
  package var people = 0
}

/// The last custody of a found person, with the facility's name.
package struct FoundCustody: Sendable {
  package let personID: Int64
  package let kind: CustodyKind
  package let status: CustodyStatus
  package let facility: (code: String, name: String, city: String?, state: String?)?
  package let placeText: String?
  package let time: EventTime
  package let zone: Zone?
  package let reportedAt: Timestamp
  package let sourceKind: SourceKind
  package let isContradicted: Bool

  init?(_ row: PostgresRow) throws {
    guard let kind = CustodyKind(rawValue: try row["kind", as: String.self]),
      let status = CustodyStatus(rawValue: try row["status", as: String.self]),
      let source = SourceKind(rawValue: try row["source_kind", as: String.self])
    else { return nil }
    personID = try row["person_id", as: Int64.self]
    self.kind = kind
    self.status = status
    sourceKind = source
    if let code = try row["facility_code", as: String?.self], let name = try row["facility_name", as: String?.self] {
      facility = (code, name, try row["facility_city", as: String?.self], try row["facility_state", as: String?.self])
    } else {
      facility = nil
    }
    placeText = try row["place_text", as: String?.self]
    let moment = try row["happened_at", as: Timestamp?.self]
    let day = try row["happened_on", as: CivilDate?.self]
    time =
      switch (try row["precision", as: String.self], moment, day) {
      case ("minute", let moment?, _): .minute(moment)
      case ("day", _, let day?): .day(day)
      case ("month", _, let day?): .month(year: day.year, month: day.month)
      default: .unknown
      }
    zone = (try row["zone", as: String?.self]).flatMap { Zone($0) }
    reportedAt = try row["reported_at", as: Timestamp.self]
    isContradicted = try row["contradicted", as: Bool.self]
  }
}
