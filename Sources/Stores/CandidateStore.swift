package import CivilTime
package import Linkage
package import Postgres
package import Records

/// Reads what a search needs beside the matching index: people by keys, custody, freshness.
package struct CandidateStore<Session: PostgresSession>: Sendable {
  private let session: Session

  package init(_ session: Session) { self.session = session }

  /// The people who have the keys of a plan together, or one of the A-numbers; some who do not may be among them.
  ///
  /// - Parameter spellings: the words in the records that are read as another one.
  package func people(
    with plans: [CandidatePlan], aNumbers: [String], spellings: [String: Set<String>], most: Int
  ) async throws -> [Int64] {
    let sets = KeySets(plans, spellings)
    return try await session.rows(
      """
      select distinct id from paradero.people_with_keys(\(sets.setOfKey), \(sets.kinds), \(sets.keys), \(sets.clauses),
        \(sets.setOfClause), \(session.numbers.forms(of: aNumbers)), \(most)::integer) t (id)
      """
    ).map { try $0.decode(Int64.self) }
  }

  /// Those of the people who may be spoken of, with where they were last known to be.
  package func found(_ people: [Int64], today: CivilDate) async throws -> [FoundRecord] {
    try await session.rows("select * from paradero.search_found(\(people), \(today))").map(FoundRecord.init)
  }

  /// The newest report of each live batch; nil for the batches that are known.
  package func freshness(known: [Int64]) async throws -> [(batch: Int64, kind: SourceKind, newest: Timestamp?)] {
    try await session.rows("select batch_id, source_kind, newest from paradero.search_freshness(\(known))").compactMap {
      let (batch, kind, newest) = try $0.decode(Int64.self, String.self, Timestamp?.self)
      return SourceKind(rawValue: kind).map { (batch, $0, newest) }
    }
  }
}

/// The plans as arrays: each set of keys once, and the clauses by the numbers of their sets.
private struct KeySets {
  var setOfKey: [Int32] = []
  var kinds: [String] = []
  var keys: [String] = []
  var clauses: [Int32] = []
  var setOfClause: [Int32] = []

  init(_ plans: [CandidatePlan], _ spellings: [String: Set<String>]) {
    var numbers: [[Key]: Int32] = [:]
    var clause: Int32 = 0
    for wanted in plans.flatMap(\.clauses) {
      // A-numbers are looked up as such, not by their keyed hashes.
      guard !wanted.groups.contains(where: { $0.contains { if case .aNumber = $0 { true } else { false } } }) else {
        continue
      }
      // What is missing has no key: those who fit all the rest are read, and looked at one by one.
      for group in wanted.groups where !group.contains(.noBirth) {
        if numbers[group] == nil {
          numbers[group] = Int32(numbers.count)
          add(group, as: Int32(numbers.count - 1), spellings)
        }
        clauses.append(clause)
        setOfClause.append(numbers[group] ?? 0)
      }
      clause += 1
    }
  }

  private mutating func add(_ group: [Key], as number: Int32, _ spellings: [String: Set<String>]) {
    func add(_ kind: String, _ key: String) {
      setOfKey.append(number)
      kinds.append(kind)
      keys.append(key)
    }
    for key in group {
      switch key {
      case .word(let word):
        add("word", word)
        for spelling in (spellings[word] ?? []).sorted() { add("word", spelling) }
      case .birthDay(let day): add("day", day.iso)
      case .birthYear(let year): add("year", String(year))
      case .aNumber, .noBirth: break
      }
    }
  }
}

/// Somebody who was found and may be spoken of.
package struct FoundRecord: Sendable {
  package let person: Int64
  package let isSample: Bool
  /// Nil when the records name the person and nothing that happened to them.
  package let custody: FoundCustody?

  init(_ row: PostgresRow) throws {
    person = try row["person_id", as: Int64.self]
    isSample = try row["is_sample", as: Bool.self]
    custody = try row["kind", as: String?.self] == nil ? nil : FoundCustody(row)
  }
}

/// The last custody of a found person, with the facility's name.
package struct FoundCustody: Sendable {
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
