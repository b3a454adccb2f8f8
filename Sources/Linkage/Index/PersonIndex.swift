/// An immutable snapshot of everybody listed, to be searched in memory. A value: copies share what they have in common.
package struct PersonIndex: Sendable {
  package let knowledge: LinkageKnowledge
  /// Weighs with what was counted in these records.
  package private(set) var matcher: Matcher
  private var entries: [Int64: IndexedPerson] = [:]
  private var postings: [Key: [Int64]] = [:]
  private var vocabulary: Vocabulary
  /// What the matcher was made from.
  package private(set) var counts = RecordCounts()

  /// Nobody is listed.
  package init(_ knowledge: LinkageKnowledge) {
    self.knowledge = knowledge
    matcher = Matcher(
      lexicon: knowledge.lexicon, frequencies: knowledge.common, countries: knowledge.countries,
      weights: knowledge.weights)
    vocabulary = Vocabulary([:], lexicon: knowledge.lexicon)
  }

  package static func build(_ chunks: [EncodedChunk], _ knowledge: LinkageKnowledge) -> PersonIndex {
    var index = PersonIndex(knowledge)
    for chunk in chunks { for person in chunk.people { index.entries[person.id] = person } }
    index.count()
    return index
  }

  /// The index after some people were added or changed, and others removed.
  package func applying(upserts: [IndexedPerson], removals: [Int64]) -> PersonIndex {
    var index = self
    for id in removals { index.entries[id] = nil }
    for person in upserts { index.entries[person.id] = person }
    index.count()
    return index
  }

  /// Whether so much has changed that searching would be faster after `merged()`.
  package var wantsMerging: Bool { false }
  package func merged() -> PersonIndex { self }

  package var people: Int { entries.count }
  package var memoryFootprint: Int { entries.count * 1000 }

  /// The people whom one of the readings of a search may mean, best first.
  package func search(_ readings: [PreparedSearch], limit: Int) -> [Verdict] {
    var candidates: Set<Int64> = []
    for reading in readings {
      let plan = CandidatePlan.make(reading, vocabulary: vocabulary, people: people)
      for clause in plan.clauses { candidates.formUnion(walk(clause)) }
    }
    let assessments = candidates.compactMap { entries[$0]?.listed }.compactMap { listed in
      readings.map { matcher.assess(listed, for: $0) }.max { $0.bits < $1.bits }
    }
    return Array(
      Verdict.rank(assessments, population: people, weights: matcher.weights, calibration: knowledge.calibration)
        .prefix(limit))
  }

  /// Some of the people as searches for themselves, evenly spread.
  func selfSearches(most: Int) -> [(id: Int64, search: PreparedSearch)] {
    let ids = entries.keys.sorted()
    return stride(from: 0, to: ids.count, by: max(1, ids.count / max(1, most))).compactMap { place in
      entries[ids[place]]?.rows.first.map {
        (
          ids[place],
          matcher.prepare(SoughtPerson(name: $0.name.full, birth: $0.birth, country: $0.country, sex: $0.sex))
        )
      }
    }
  }

  private func walk(_ clause: CandidatePlan.Clause) -> Set<Int64> {
    let groups = clause.groups.map { Set($0.flatMap { postings[$0] ?? [] }) }.sorted { $0.count < $1.count }
    guard let first = groups.first else { return [] }
    return groups.dropFirst().reduce(first) { $0.intersection($1) }
  }

  private mutating func count() {
    postings = [:]
    counts = RecordCounts()
    counts.people = entries.count
    for person in entries.values {
      for row in person.rows {
        counts.names += 1
        for part in matcher.parser.parse(row.name).parts {
          counts.words[part.text, default: .init()].given += part.role == .given ? 1 : 0
          counts.words[part.text, default: .init()].family += part.role == .family ? 1 : 0
        }
        if let country = row.country { counts.countries[country, default: 0] += 1 }
        if let place = row.place { counts.places[place, default: 0] += 1 }
      }
      for key in person.keys(matcher.parser) { postings[key, default: []].append(person.id) }
    }
    for case (.word(let word), let people) in postings { counts.words[word]?.bearers = people.count }
    vocabulary = knowledge.vocabulary(counts)
    matcher = knowledge.matcher(counts)
  }
}
