internal import Linkage
internal import Stores

/// The open searches as an index with the roles reversed: whoever is looked for is listed, and a record searches.
///
/// It only tells which searches a record may fit by name and birth; the pairs are weighed like any other. A value
/// without effects: up to which change it holds them is for its owner to say.
struct SearchMirror: Sendable {
  private(set) var searches: [Int64: OpenSearch] = [:]
  private var index: PersonIndex
  private let letters: Transliteration

  init(_ knowledge: LinkageKnowledge, letters: Transliteration, _ searches: [OpenSearch] = []) {
    self.letters = letters
    self.searches = Dictionary(searches.map { ($0.id, $0) }) { $1 }
    index = PersonIndex.build([], knowledge)
    index = PersonIndex.build([EncodedChunk(searches.map(listed), knowledge)], knowledge)
  }

  /// Takes in searches that are new or changed, and forgets others.
  mutating func apply(_ changed: [OpenSearch], gone: [Int64]) {
    for id in gone { searches[id] = nil }
    for search in changed { searches[search.id] = search }
    index = index.applying(upserts: changed.map(listed), removals: gone)
    if index.wantsMerging { index = index.merged() }
  }

  /// The searches that a person of the records may fit.
  func candidates(for person: ListedPerson) -> [Int64] {
    guard !searches.isEmpty else { return [] }
    let readings = readings(of: person)
    var limit = 256
    while true {
      let found = index.search(readings, limit: limit)
      guard found.count >= limit, limit < searches.count else { return found.map(\.assessment.id) }
      limit *= 8
    }
  }

  private func listed(_ search: OpenSearch) -> IndexedPerson {
    let facts = search.facts
    let births: [KnownBirth?] = facts.births.isEmpty ? [nil] : facts.births
    let name = ListedName(full: letters.latin(facts.name))
    return IndexedPerson(
      id: search.id,
      rows: births.map {
        IndexRow(person: search.id, name: name, birth: $0, country: facts.country, sex: facts.sex)
      })
  }

  /// The person as whoever would look for them might: each name with each birth. A person has few of either.
  private func readings(of person: ListedPerson) -> [PreparedSearch] {
    let births: [KnownBirth?] = person.births.isEmpty ? [nil] : person.births.unique(most: 4)
    return person.names.unique(most: 8).flatMap { name in
      births.map { birth in
        index.matcher.prepare(
          SoughtPerson(
            name: name.full, birth: birth, country: person.countries.first, sex: person.sexes.first))
      }
    }
  }
}

extension Array where Element: Hashable {
  /// Each once, in order, and at most so many.
  func unique(most: Int) -> [Element] {
    var seen: Set<Element> = []
    return Array(filter { seen.insert($0).inserted }.prefix(most))
  }
}
