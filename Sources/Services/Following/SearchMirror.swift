internal import Linkage
internal import Stores

/// The open searches as an index with the roles reversed: whoever is looked for is listed, and a record searches.
///
/// It only tells which searches a record may fit, all of them and few more; the pairs are weighed like any other. A value
/// without effects: up to which change it holds them is for its owner to say.
struct SearchMirror: Sendable {
  private(set) var searches: [Int64: OpenSearch] = [:]
  private var index: PersonIndex
  private var words = SeekerWords()
  private let letters: Transliteration

  /// Names are counted anew while a mirror lives, so that weights move a little under it.
  private static let slack = 1.0

  /// - Parameter matcher: what pairs are weighed by.
  init(
    _ knowledge: LinkageKnowledge, matcher: Matcher, letters: Transliteration, _ searches: [OpenSearch] = []
  ) {
    self.letters = letters
    self.searches = Dictionary(searches.map { ($0.id, $0) }) { $1 }
    index = PersonIndex.build([], knowledge, weighedBy: matcher)
    index = PersonIndex.build([EncodedChunk(searches.map(listed), knowledge)], knowledge, weighedBy: matcher)
  }

  /// Whether pairs are weighed so differently by now that a new mirror must be made.
  func isOutdated(for matcher: Matcher) -> Bool {
    let (then, now) = (index.matcher.frequencies.names, matcher.frequencies.names)
    return index.matcher.weights != matcher.weights || abs(now - then) > then / 20
  }

  /// Takes in searches that are new or changed, and forgets others.
  mutating func apply(_ changed: [OpenSearch], gone: [Int64]) {
    for id in gone { searches[id] = nil }
    for search in changed { searches[search.id] = search }
    index = index.applying(upserts: changed.map(listed), removals: gone)
    if index.wantsMerging { index = index.merged() }
  }

  /// The searches that a person of the records may fit by name and facts; those for an A-number are asked for apart.
  ///
  /// - Parameter least: the bits that a match takes.
  mutating func candidates(for person: ListedPerson, least: Double) -> [Int64] {
    guard !searches.isEmpty else { return [] }
    return index.seekers(of: person, least: least - Self.slack, &words)
  }

  private func listed(_ search: OpenSearch) -> IndexedPerson {
    let facts = search.facts
    let births: [KnownBirth?] = facts.births.isEmpty ? [nil] : facts.births
    let name = ListedName(full: letters.latin(facts.name))
    let arrests = facts.arrestedOn.map { ListedArrest(day: $0, place: facts.arrestPlace) }
    let place = facts.arrestPlace.map { [ListedArrest(day: nil, place: $0)] } ?? []
    return IndexedPerson(
      id: search.id,
      rows: births.map {
        IndexRow(person: search.id, name: name, birth: $0, country: facts.country, sex: facts.sex)
      }, arrests: arrests.isEmpty ? place : arrests)
  }
}
