package import CivilTime
package import Linkage
package import Postgres

/// Keeps how common names, countries and places are among all records, and the weights that were learnt from them.
package struct RecordCountStore<Session: PostgresSession>: Sendable {
  let session: Session

  package init(_ session: Session) { self.session = session }

  /// What an index has counted, and the words in the records that are read as another one (in other letters).
  package struct Kept: Sendable, Equatable {
    package var counts: RecordCounts
    package var spellings: [String: Set<String>]

    package init(counts: RecordCounts, spellings: [String: Set<String>] = [:]) {
      self.counts = counts
      self.spellings = spellings
    }
  }

  /// When the records were counted last; nil for never.
  package func countedAt() async throws -> Timestamp? {
    try await session.first("select counted_at from record_count where kind = 'people' and item = ''")?
      .decode(Timestamp.self)
  }

  package func kept() async throws -> Kept {
    var kept = Kept(counts: RecordCounts())
    for row in try await session.rows(
      "select kind, item, counted, given, family, spelled, countries from record_count")
    {
      let (kind, item, counted, given, family, spelled, countries) = try row.decode(
        String.self, String.self, Int.self, Int?.self, Int?.self, String?.self, String?.self)
      switch kind {
      case "people": kept.counts.people = counted
      case "names": kept.counts.names = counted
      case "country": kept.counts.countries[item] = counted
      case "place": kept.counts.places[item] = counted
      default:
        kept.counts.words[item] = RecordCounts.Word(
          bearers: counted, given: given ?? 0, family: family ?? 0, countries: countries.map(Self.read) ?? [])
        if let spelled { kept.spellings[item] = Set(spelled.split(separator: " ").map { String($0) }) }
      }
    }
    return kept
  }

  /// "GT:3 MX:12"
  private static func read(_ countries: String) -> [RecordCounts.Bearers] {
    countries.split(separator: " ").compactMap { entry in
      let halves = entry.split(separator: ":")
      return halves.count == 2 ? Int(halves[1]).flatMap { RecordCounts.Bearers(halves[0], people: $0) } : nil
    }
  }

  /// Keeps these counts in place of those before.
  package func keep(_ kept: Kept) async throws {
    var lines = Lines()
    lines.add("people", "", kept.counts.people)
    lines.add("names", "", kept.counts.names)
    for (country, count) in kept.counts.countries { lines.add("country", country, count) }
    for (place, count) in kept.counts.places { lines.add("place", place, count) }
    // PostgreSQL's texts hold no NUL, and neither does any name that came from one.
    for (word, count) in kept.counts.words {
      let spellings = kept.spellings[word].map { $0.sorted().joined(separator: " ") }
      let countries = count.countries.map { "\($0.code):\($0.count)" }.joined(separator: " ")
      lines.add(
        "word", word, count.bearers, given: count.given, family: count.family, spelled: spellings,
        countries: countries.isEmpty ? nil : countries)
    }
    try await session.execute(
      """
      select paradero.keep_record_counts(\(lines.kinds), \(lines.items), \(lines.counts), \(lines.givens),
        \(lines.families), \(lines.spellings), \(lines.countries))
      """)
  }

  private struct Lines {
    var kinds: [String] = []
    var items: [String] = []
    var counts: [Int] = []
    var givens: [Int?] = []
    var families: [Int?] = []
    var spellings: [String?] = []
    var countries: [String?] = []

    mutating func add(
      _ kind: String, _ item: String, _ count: Int, given: Int? = nil, family: Int? = nil, spelled: String? = nil,
      countries: String? = nil
    ) {
      kinds.append(kind)
      items.append(item)
      counts.append(count)
      givens.append(given)
      families.append(family)
      spellings.append(spelled)
      self.countries.append(countries)
    }
  }
}

/// Weights as they were learnt, with when and from what.
package struct StoredWeights: Sendable {
  package let id: Int64
  package let learntAt: Timestamp
  package let people: Int
  package let data: String
  package let weights: LearntWeights
}

/// Keeps weights that were learnt; the newest count.
package struct LearntWeightStore<Session: PostgresSession>: Sendable {
  let session: Session

  package init(_ session: Session) { self.session = session }

  /// The number of the newest weights; 0 while the defaults hold.
  package func newestID() async throws -> Int64 {
    try await session.first("select coalesce(max(id), 0) from learnt_weights")?.decode(Int64.self) ?? 0
  }

  /// The newest weights; nil while none were learnt, or when they are not of this program's kind.
  package func newest() async throws -> StoredWeights? {
    guard
      let row = try await session.first(
        "select id, learnt_at, people, data, weights from learnt_weights order by id desc limit 1")
    else { return nil }
    let (id, at, people, data, text) = try row.decode(Int64.self, Timestamp.self, Int.self, String.self, String.self)
    return LearntWeights(text: text).map {
      StoredWeights(id: id, learntAt: at, people: people, data: data, weights: $0)
    }
  }

  package func keep(_ weights: LearntWeights, people: Int, data: String) async throws {
    try await session.execute(
      "insert into learnt_weights (people, data, weights) values (\(people), \(data), \(weights.text))")
  }
}
