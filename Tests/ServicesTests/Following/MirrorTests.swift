import CivilTime
import Foundation
import Linkage
@testable import Stores
import Testing

@testable import Services

/// Invented people on one side and searches for some of them, with slips, on the other.
@Suite struct `Matching from both sides` {
  static let people = 400
  static let sought = 300

  private struct World {
    let weighing: PairWeighing
    let index: PersonIndex
    let listed: [Int64: ListedPerson]
    let searches: [OpenSearch]
    let mirror: SearchMirror
  }

  private func world(seed: UInt64) throws -> World {
    let tables = try NameTables(share: SearchScene.share)
    let knowledge = LinkageKnowledge(lexicon: tables.lexicon, common: tables.common)
    var random = SplitMix64(seed: seed, item: 0)
    func pick(_ from: [String]) -> String { from[Int(random.next() % UInt64(from.count))] }
    func day() -> CivilDate {
      CivilDate(
        year: 1955 + Int(random.next() % 48), month: 1 + Int(random.next() % 12), day: 1 + Int(random.next() % 28))
        ?? .farthest
    }
    let given = try names("given_f") + names("given_m")
    let family = try names("family")
    let countries = ["MX", "GT", "HN", "SV", "VE"]
    var indexed: [IndexedPerson] = []
    for id in 1...Int64(Self.people) {
      let name = "\(pick(family)) \(pick(family)), \(pick(given))"
      let birth: KnownBirth = random.next() % 5 == 0 ? .year(day().year) : .day(day())
      var rows = [
        IndexRow(person: id, name: ListedName(full: name), birth: birth, country: pick(countries), sex: nil)
      ]
      // Some are told of twice, not quite alike.
      if random.next() % 6 == 0 {
        rows.append(
          IndexRow(person: id, name: ListedName(full: slip(name, &random)), birth: birth, country: nil, sex: .male))
      }
      indexed.append(IndexedPerson(id: id, rows: rows))
    }
    let searches = (1...Int64(Self.sought)).map { id -> OpenSearch in
      let person = indexed[Int(random.next() % UInt64(indexed.count))].listed
      var facts = SearchRequest(name: slip(person.names[0].full, &random), births: Array(person.births.prefix(1)))
      if random.next() % 2 == 0 { facts.country = person.countries.first }
      if random.next() % 4 == 0, case .day(let day)? = facts.births.first { facts.births = [.year(day.year)] }
      let now = Timestamp(microseconds: 0)
      return OpenSearch(
        id: id, facts: facts, openedBy: nil, openedAt: now, renewedAt: now, expiresAt: now, closedAt: nil, dueAt: now,
        isSettling: false)
    }
    let index = PersonIndex.build([EncodedChunk(indexed, knowledge)], knowledge)
    return World(
      weighing: PairWeighing(
        matcher: index.matcher, calibration: index.knowledge.calibration, population: index.people,
        letters: tables.letters, numbers: ANumberKeys()),
      index: index, listed: Dictionary(uniqueKeysWithValues: indexed.map { ($0.id, $0.listed) }), searches: searches,
      mirror: SearchMirror(knowledge, matcher: index.matcher, letters: tables.letters, searches))
  }

  private func names(_ kind: String) throws -> [String] {
    let text = try String(contentsOfFile: "\(SearchScene.share)/names/sample/hispanic.tsv", encoding: .utf8)
    return text.split(separator: "\n").map { $0.split(separator: "\t").map { String($0) } }
      .filter { $0.count >= 2 && $0[0] == kind }.map { $0[1].uppercased() }.prefix(120).map { $0 }
  }

  /// A letter left out, doubled or exchanged; two words joined, one split; or the name as it is.
  private func slip(_ name: String, _ random: inout SplitMix64) -> String {
    var letters = Array(name)
    let place = Int(random.next() % UInt64(letters.count))
    guard letters[place].isLetter else { return name }
    switch random.next() % 7 {
    case 0: letters.remove(at: place)
    case 1: letters.insert(letters[place], at: place)
    case 2 where place + 1 < letters.count && letters[place + 1].isLetter: letters.swapAt(place, place + 1)
    case 3: if let space = letters.lastIndex(of: " ") { letters.remove(at: space) }
    case 4 where place > 2 && place + 2 < letters.count: letters.insert(" ", at: place)
    default: break
    }
    return String(letters)
  }

  private struct Pair: Hashable {
    let search: Int64
    let person: Int64
  }

  @Test(arguments: [1, 2, 3]) func `finds the same pairs, with the same weights`(_ seed: UInt64) throws {
    let world = try world(seed: seed)
    let today = try #require(CivilDate(iso: "2026-11-21"))
    let prepared = Dictionary(
      uniqueKeysWithValues: world.searches.map { ($0.id, world.weighing.prepare($0.facts, today: today)) })
    var forward: [Pair: Double] = [:]
    for search in world.searches {
      guard let reading = prepared[search.id]?.first else { continue }
      for (id, bits) in world.index.everybody(reading, least: world.weighing.leastBits) {
        guard let person = world.listed[id], let weighed = world.weighing.weigh(person, for: [reading])
        else { continue }
        // What the index says of a pair is what the pair weighs.
        #expect(abs(weighed.assessment.bits - bits) < 1e-9)
        if PairWeighing.isMatch(weighed, wasOne: false) {
          forward[Pair(search: search.id, person: id)] = weighed.assessment.bits
        }
      }
    }
    var backward: [Pair: Double] = [:]
    var mirror = world.mirror
    var asked = 0
    for (id, person) in world.listed {
      for search in mirror.candidates(for: person, least: world.weighing.leastBits) {
        asked += 1
        guard let weighed = world.weighing.weigh(person, for: prepared[search] ?? []) else { continue }
        if PairWeighing.isMatch(weighed, wasOne: false) {
          backward[Pair(search: search, person: id)] = weighed.assessment.bits
        }
      }
    }
    #expect(forward.count > Self.sought / 3, "the test finds something")
    #expect(asked < world.listed.count * Self.sought / 20, "the mirror leaves nearly all out")
    let onlyForward = Set(forward.keys).subtracting(backward.keys)
    let onlyBackward = Set(backward.keys).subtracting(forward.keys)
    #expect(onlyForward.isEmpty, "\(onlyForward.count) of \(forward.count) are missed from the side of the records")
    #expect(onlyBackward.isEmpty, "\(onlyBackward.count) are missed from the side of the searches")
    #expect(forward == backward)
  }

  @Test func `follows searches that come, change and go`() throws {
    let world = try world(seed: 3)
    let least = world.weighing.leastBits
    let (first, second) = (world.searches[0], world.searches[1])
    var mirror = SearchMirror(
      world.index.knowledge, matcher: world.index.matcher, letters: world.weighing.letters)
    #expect(mirror.candidates(for: try #require(world.listed[1]), least: least).isEmpty)
    mirror.apply([first, second], gone: [])
    let person = ListedPerson(id: 1, names: [ListedName(full: first.facts.name)], births: first.facts.births)
    #expect(mirror.candidates(for: person, least: least).contains(first.id))
    mirror.apply([], gone: [first.id])
    #expect(!mirror.candidates(for: person, least: least).contains(first.id))
    #expect(mirror.searches.keys.sorted() == [second.id])
  }
}
