import CivilTime
import Linkage
import Testing

/// The index against what it stands for: every person weighed by itself.
@Suite struct `The index and the list` {
  private struct Numbers: RandomNumberGenerator {
    var state: UInt64 = 77
    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ (state >> 29)
    }
  }

  // Invented people, put together at random.
  private static let given = [
    "Jose", "Maria", "Juan", "Pepe", "Ana", "Francisco", "Mamadou", "Xiaoming", "Guadalupe", "Jean-Baptiste",
    "Gurpreet",
    "FNU", "J.",
  ]
  private static let family = [
    "Garcia", "Lopez", "de la Cruz", "Delacruz", "Villarreal", "Xiloj", "Garcialopez", "Diallo", "Chen", "Singh",
    "Hernandes", "Hernandez", "Guerrier", "Jr",
  ]
  private static let countries = ["MX", "GT", "HN", "GN", "CN", nil]

  private static func name(_ numbers: inout Numbers) -> ListedName {
    func some(_ pool: [String], _ most: Int) -> String {
      (0..<Int.random(in: 1...most, using: &numbers)).compactMap { _ in pool.randomElement(using: &numbers) }
        .joined(separator: " ")
    }
    let (given, family) = (some(given, 2), some(family, 2))
    switch Int.random(in: 0...2, using: &numbers) {
    case 0: return ListedName(full: "\(given) \(family)")
    case 1: return ListedName(full: "\(family), \(given)")
    default: return ListedName(full: "\(given) \(family)", given: given, family: family)
    }
  }

  private static func birth(_ numbers: inout Numbers) -> KnownBirth? {
    let year = Int.random(in: 1985...1992, using: &numbers)
    switch Int.random(in: 0...4, using: &numbers) {
    case 0: return nil
    case 1: return .year(year)
    case 2: return CivilDate(iso: "2026-11-21").map { .age(2026 - year, on: $0) }
    default:
      return CivilDate(
        year: year, month: Int.random(in: 1...12, using: &numbers), day: Int.random(in: 1...12, using: &numbers)
      ).map { .day($0) }
    }
  }

  private static func people(_ count: Int, _ numbers: inout Numbers) -> [IndexedPerson] {
    (1...Int64(count)).map { id in
      let rows = (0..<Int.random(in: 1...2, using: &numbers)).map { _ in
        IndexRow(
          person: id, name: name(&numbers), birth: birth(&numbers),
          country: countries.randomElement(using: &numbers) ?? nil,
          sex: [Sex.male, .female, .other, nil].randomElement(using: &numbers) ?? nil,
          place: ["Houston, TX", "Tucson", nil][Int(id) % 3])
      }
      let arrest = ListedArrest(day: CivilDate(iso: "2026-10-0\(1 + id % 9)"), place: id % 3 == 0 ? nil : "Tucson, AZ")
      return IndexedPerson(id: id, rows: rows, aNumberKeys: id % 2 == 0 ? [UInt64(id)] : [], arrests: [arrest])
    }
  }

  @Test func `weigh thousands of pairs alike, to the last bit`() throws {
    var numbers = Numbers()
    let people = Self.people(60, &numbers)
    let index = PersonIndex.build(
      [EncodedChunk(people, `An index of people`.knowledge)], `An index of people`.knowledge)
    for _ in 0..<40 {
      let sought = SoughtPerson(
        name: Self.name(&numbers).full, birth: Self.birth(&numbers), country: "GT", sex: .male,
        arrestedOn: CivilDate(iso: "2026-10-04"), arrestPlace: "Tucson")
      let search = index.matcher.prepare(sought, aNumberKeys: [4, 6, 8])
      for verdict in index.searchEverybody(search, limit: 100) {
        let person = try #require(people.first { $0.id == verdict.assessment.id })
        #expect(index.matcher.assess(person.listed, for: search) == verdict.assessment)
      }
    }
  }

  @Test func `agree on whom a search means`() {
    var numbers = Numbers()
    let people = Self.people(400, &numbers)
    let index = PersonIndex.build(
      [EncodedChunk(people, `An index of people`.knowledge)], `An index of people`.knowledge)
    for _ in 0..<12 {
      let sought = SoughtPerson(name: Self.name(&numbers).full, birth: Self.birth(&numbers), country: "MX")
      let search = index.matcher.prepare(sought)
      let walked = index.search([search], limit: 400)
      let all = index.searchEverybody(search, limit: 400)
      // Whoever is thought best of all is found by the plan too.
      #expect(walked.first?.assessment == all.first?.assessment, "\(sought.name)")
    }
  }

  @Test func `link whom a search finds, whatever was linked before`() throws {
    var numbers = Numbers()
    let people = Self.people(3000, &numbers)
    let index = PersonIndex.build(
      [EncodedChunk(people, `An index of people`.knowledge)], `An index of people`.knowledge)
    var linker = IndexLinker(index)
    var (probable, same) = (0, 0)
    for number in 0..<100 {
      // Every other one is listed.
      let row = number % 2 == 0 ? people[number * 30].rows.first : nil
      let sought = SoughtPerson(
        name: row?.name.full ?? Self.name(&numbers).full, birth: row?.birth ?? Self.birth(&numbers),
        country: row?.country ?? "MX", sex: row?.sex)
      let search = index.matcher.prepare(sought)
      let linked = linker.matches(search, limit: 10)
      var fresh = IndexLinker(index)
      #expect(linked == fresh.matches(search, limit: 10), "\(sought.name)")
      let found = index.search([search], limit: 10)
      // Where somebody may well be meant, few are weighed: another one may be as probable, where names are so few.
      let best = try #require(found.first)
      let first = try #require(linked.first)
      if abs(first.bits - best.assessment.bits) < 1e-9 { same += 1 }
      if first.probability >= 0.1 { probable += 1 } else { #expect(linked.map(\.id) == found.map(\.assessment.id)) }
      #expect(linker.matches(search, limit: 10, isWide: true).map(\.id) == found.map(\.assessment.id))
      let reasons = fresh.matches(search, limit: 3, explains: true)
      #expect(reasons.map(\.id) == linked.prefix(3).map(\.id))
      for match in reasons { #expect(abs(try #require(match.assessment).bits - match.bits) < 1e-9) }
    }
    #expect((10...90).contains(probable))
    #expect(same >= 95)
  }

  @Test func `tell people of one name apart by the day, also where it was written down wrong`() throws {
    var numbers = Numbers()
    let days = try (0..<6000).map { _ in
      try #require(
        CivilDate(
          year: Int.random(in: 1950...2005, using: &numbers), month: Int.random(in: 1...12, using: &numbers),
          day: Int.random(in: 1...28, using: &numbers)))
    }
    let people = days.enumerated().map { place, day in
      let row = IndexRow(
        person: Int64(place), name: ListedName(full: "Maria Garcia"), birth: place % 50 == 0 ? nil : .day(day))
      return IndexedPerson(id: Int64(place), rows: [row])
    }
    let index = PersonIndex.build(
      [EncodedChunk(people, `An index of people`.knowledge)], `An index of people`.knowledge)
    for place in stride(from: 1, to: 6000, by: 29) where place % 50 != 0 {
      let day = days[place]
      let written = [
        day, CivilDate(year: day.year, month: day.day, day: day.month),
        CivilDate(year: day.year - day.year % 10 + (day.year + 3) % 10, month: day.month, day: day.day),
      ]
      for written in written.compactMap(\.self) {
        let search = index.matcher.prepare(SoughtPerson(name: "Maria Garcia", birth: .day(written)))
        #expect(index.search([search], limit: 6000).contains { $0.assessment.id == Int64(place) }, "\(day) \(written)")
      }
    }
  }

  @Test func `find people by their numbers, however these lie`() {
    var numbers = Numbers()
    var apart: Set<Int64> = [-5, 0, 1, 2, 3, .max - 1, 1 << 40]
    while apart.count < 300 { apart.insert(Int64.random(in: -1_000_000...1_000_000, using: &numbers)) }
    // Too great for a floating number to tell them apart; without a gap; with one.
    let great = Set((0..<300).map { Int64(1) << 60 + 2 * Int64($0) })
    let whole = Set(Int64(7)..<307)
    let nearly = Set(Int64(7)..<308).subtracting([100])
    for (ids, isSorted) in [apart, great, whole, nearly].flatMap({ [($0, true), ($0, false)] }) {
      let order = isSorted ? ids.sorted() : ids.shuffled(using: &numbers)
      let people = order.map { IndexedPerson(id: $0, rows: [IndexRow(person: $0, name: Self.name(&numbers))]) }
      let index = PersonIndex.build(
        [EncodedChunk(people, `An index of people`.knowledge)], `An index of people`.knowledge)
      let search = index.matcher.prepare(SoughtPerson(name: "Maria Lopez"))
      let all = Dictionary(
        uniqueKeysWithValues: index.searchEverybody(search, limit: 300).map { ($0.assessment.id, $0.assessment.bits) })
      #expect(all.count == 300)
      var weigher = PairWeigher(index)
      for id in ids {
        #expect(weigher.weigh(search, [id]).map { abs($0 - (all[id] ?? .infinity)) < 1e-9 } == [true], "\(id)")
        for other in [id - 1, id + 1] where !ids.contains(other) { #expect(weigher.weigh(search, [other]).isEmpty) }
      }
    }
  }

  @Test func `weigh given pairs alike, whatever was weighed before`() {
    var numbers = Numbers()
    let people = Self.people(300, &numbers)
    var index = PersonIndex.build(
      [EncodedChunk(people, `An index of people`.knowledge)], `An index of people`.knowledge)
    // Somebody changed is weighed once, as changed; somebody removed is not.
    let changed = IndexedPerson(id: 7, rows: [IndexRow(person: 7, name: Self.name(&numbers))])
    index = index.applying(upserts: [changed], removals: [8])
    var weigher = PairWeigher(index)
    for number in 0..<40 {
      let sought = SoughtPerson(
        name: number == 5 ? "" : Self.name(&numbers).full, birth: Self.birth(&numbers),
        country: number % 3 == 0 ? nil : "GT", sex: number % 4 == 0 ? nil : .female,
        arrestedOn: number % 2 == 0 ? nil : CivilDate(iso: "2026-10-04"),
        arrestPlace: number % 7 == 0 ? nil : ["Tucson", "Houston"][number % 2],
        place: number % 5 == 0 ? nil : ["Houston", "Tucson"][number % 2])
      let keys = number % 6 == 0 ? [] : [UInt64(number), UInt64(number + 2)]
      let search = index.matcher.prepare(sought, aNumberKeys: keys)
      let all = Dictionary(
        uniqueKeysWithValues: index.searchEverybody(search, limit: 300).map { ($0.assessment.id, $0.assessment.bits) })
      let ids = (1...Int64(300)).shuffled(using: &numbers).filter { $0 != 7 } + [7]
      let weighed = weigher.weigh(search, ids)
      let wanted = ids.compactMap { all[$0] }
      #expect(weighed.count == 299 && wanted.count == 299)
      #expect(zip(weighed, wanted).allSatisfy { abs($0 - $1) < 1e-9 }, "\(sought.name)")
      var new = PairWeigher(index)
      #expect(new.weigh(search, ids) == weighed, "\(sought.name)")
      #expect(weigher.weigh(search, []).isEmpty)
    }
  }

  @Test func `are the same whether people came at once or one by one`() {
    var numbers = Numbers()
    let people = Self.people(40, &numbers)
    let whole = PersonIndex.build(
      [EncodedChunk(people, `An index of people`.knowledge)], `An index of people`.knowledge)
    var grown = PersonIndex(`An index of people`.knowledge)
    for person in people { grown = grown.applying(upserts: [person], removals: [person.id + 1000]) }
    for person in people.prefix(5) { grown = grown.applying(upserts: [person], removals: []) }
    let merged = grown.merged()
    #expect(merged.people == whole.people)
    #expect(merged.counts == whole.counts)
    let sought = SoughtPerson(name: "Maria de la Cruz Villarreal", birth: .year(1990))
    #expect(
      merged.search([merged.matcher.prepare(sought)], limit: 5)
        == whole.search([whole.matcher.prepare(sought)], limit: 5)
    )
  }

  @Test func `learn weights that can be kept`() {
    var numbers = Numbers()
    let people = Self.people(200, &numbers)
    let index = PersonIndex.build(
      [EncodedChunk(people, `An index of people`.knowledge)], `An index of people`.knowledge)
    let searches = people.prefix(50).map { person in
      index.matcher.prepare(SoughtPerson(name: person.rows[0].name.full, birth: person.rows[0].birth))
    }
    let learnt = WeightLearning.learn(searches: searches, in: index)
    #expect(learnt.pairs > 50)
    #expect(learnt.weights.listed > 0.5)
    #expect(LearntWeights(text: learnt.text) == learnt)
  }
}

@Suite struct `A reliability table` {
  @Test func `sets what was said beside what was right`() {
    let table = ReliabilityTable(
      (0..<1000).map { (0.995, $0 != 0) } + (0..<100).map { (0.55, $0 < 55) })
    #expect(table.rows.count == 2)
    #expect(table.rows[0].right == 0.55)
    #expect(table.rows[1].right == 0.999)
    #expect(table.calibrationError < 0.005)
    #expect((0.99..<0.999).contains(table.rows[1].atLeast))
    #expect(ReliabilityTable.leastShare(0, of: 0) == 0)
  }
}
