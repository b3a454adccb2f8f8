import Linkage
import Testing

/// Names that are common where their bearers are from: a list in which one country's people have names of their own.
@Suite struct `Names within a country` {
  private static let index: PersonIndex = {
    let given = ["jose", "juan", "maria", "luis", "carlos", "ana", "miguel", "francisco", "jesus", "antonio"]
    let family = ["garcia", "lopez", "hernandez", "martinez", "gonzalez", "perez", "sanchez", "cruz", "reyes"]
    let jat = ["gurpreet", "manpreet", "harjit", "jaspal", "sukhdev"]
    var people: [IndexedPerson] = []
    func add(_ name: String, _ country: String?) {
      let id = Int64(people.count + 1)
      people.append(
        IndexedPerson(id: id, rows: [IndexRow(person: id, name: ListedName(full: name), country: country)]))
    }
    for number in 0..<950 { add("\(given[number % 10]) \(family[number % 9]) \(family[number / 9 % 9])", "MX") }
    for number in 0..<50 { add("\(jat[number % 5]) singh", "IN") }
    add("harjit singh", nil)
    add("harjit singh", "MX")
    let knowledge = LinkageKnowledge(lexicon: NamesInUse.lexicon)
    return PersonIndex.build([EncodedChunk(people, knowledge)], knowledge)
  }()

  private static func bits(_ name: String, _ country: String?, _ listed: String, of other: String?) -> [Fact: Double] {
    let person = ListedPerson(
      id: 1, names: [ListedName(full: listed)], countries: other.map { [$0] } ?? [])
    let search = index.matcher.prepare(SoughtPerson(name: name, country: country))
    let agreements = index.matcher.assess(person, for: search).agreements
    return Dictionary(agreements.map { ($0.fact, $0.bits) }) { $0 + $1 }
  }

  private static func name(_ bits: [Fact: Double]) -> Double {
    bits.filter { $0.key != .country }.reduce(0) { $0 + $1.value }
  }

  @Test func `say little when everybody there bears them`() {
    let bits = Self.bits("Gurpreet Singh", "IN", "GURPREET SINGH", of: "IN")
    // One in five is called Gurpreet there, and all are called Singh.
    #expect((1.5...3.5).contains(Self.name(bits)))
    #expect(bits[.country] ?? 0 > 3)
  }

  @Test func `say no less of people whose names are everybody's`() {
    let bits = Self.bits("José García", "MX", "GARCIA, JOSE", of: "MX")
    #expect(Self.name(bits) > 4)
  }

  @Test(arguments: [("IN", nil), (nil, "IN"), (nil, nil)] as [(String?, String?)])
  func `count the country once, whether it is known or not`(_ sought: String?, _ listed: String?) {
    let compared = Self.bits("Gurpreet Singh", "IN", "GURPREET SINGH", of: "IN")
    let bits = Self.bits("Gurpreet Singh", sought, "GURPREET SINGH", of: listed)
    #expect(abs(Self.name(bits) - compared.values.reduce(0, +)) < 0.5)
  }

  @Test func `weigh the same in the list and beside it`() throws {
    for country in ["IN", "MX", nil] {
      let search = Self.index.matcher.prepare(SoughtPerson(name: "Harjit Singh", country: country))
      let found = Self.index.search([search], limit: 20)
      #expect(!found.isEmpty)
      for verdict in found {
        let id = verdict.assessment.id
        let origin: String? = id == 1001 ? nil : id == 1002 || id <= 950 ? "MX" : "IN"
        let name = verdict.assessment.nameParts.compactMap(\.listed).joined(separator: " ")
        let person = ListedPerson(id: id, names: [ListedName(full: name)], countries: origin.map { [$0] } ?? [])
        #expect(abs(Self.index.matcher.assess(person, for: search).bits - verdict.assessment.bits) < 1e-9)
      }
    }
  }

  @Test func `survive being kept as counts`() {
    let counts = Self.index.counts
    let singh = counts.words["singh"]?.countries.map { "\($0.code):\($0.count)" }
    #expect(singh == ["IN:50", "MX:1"])
    let again = counts.words["singh"]?.countries.compactMap { RecordCounts.Bearers($0.code, people: $0.count) }
    #expect(again == counts.words["singh"]?.countries)
    #expect(RecordCounts.Bearers("India", people: 3) == nil)
    #expect(RecordCounts.Bearers("IN", people: 0) == nil)
  }
}
