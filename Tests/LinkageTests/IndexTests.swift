import CivilTime
import Linkage
import Testing

@Suite struct `An index of people` {
  static let knowledge = LinkageKnowledge(lexicon: NamesInUse.lexicon, common: NamesInUse.frequencies)

  static func person(_ id: Int64, _ name: String, _ birth: String? = nil, _ country: String? = nil) -> IndexedPerson {
    IndexedPerson(
      id: id,
      rows: [
        IndexRow(
          person: id, name: ListedName(full: name), birth: birth.flatMap { CivilDate(iso: $0) }.map(KnownBirth.day),
          country: country)
      ])
  }

  static let people = [
    person(1, "GARCIA LOPEZ, JOSE", "1991-04-13", "MX"), person(2, "VILLARREAL, ANA", "1980-02-03", "GT"),
    person(3, "XILOJ TZOC, MATEO", "1999-01-01", "GT"), person(4, "MENDOZA REYES, FRANCISCO", nil, "HN"),
    person(5, "DIALLO, MAMADOU", "2001-08-30", "GN"),
  ]

  static func found(_ index: PersonIndex, _ name: String, aNumberKeys: [UInt64] = []) -> [Int64] {
    index.search([index.matcher.prepare(SoughtPerson(name: name), aNumberKeys: aNumberKeys)], limit: 10)
      .map(\.assessment.id)
  }

  @Test func `finds whom a misspelled name means`() {
    let index = PersonIndex.build([EncodedChunk(Self.people, Self.knowledge)], Self.knowledge)
    #expect(index.people == 5)
    #expect(Self.found(index, "Ana Villareal").first == 2)
    #expect(Self.found(index, "Mateo Shiloj Tsoc").first == 3)
    #expect(Self.found(index, "Paco Mendoza").first == 4)
  }

  @Test func `takes changes without touching the snapshot before them`() {
    let index = PersonIndex.build([EncodedChunk(Self.people, Self.knowledge)], Self.knowledge)
    let changed = index.applying(
      upserts: [Self.person(2, "BAGLIETTO, ANA"), Self.person(6, "XIQUIN, ANA")], removals: [3])
    #expect(changed.people == 5)
    #expect(Self.found(changed, "Villarreal").isEmpty)
    #expect(Self.found(changed, "Ana Baglietto").first == 2)
    #expect(!Self.found(changed, "Mateo Xiloj Tzoc").contains(3))
    #expect(Self.found(index, "Mateo Xiloj Tzoc").first == 3)
  }

  @Test func `finds a number by its key and by the keys that it is mistaken for`() {
    var person = Self.people[0]
    person.aNumberKeys = [77]
    let index = PersonIndex(Self.knowledge).applying(upserts: [person], removals: [])
    #expect(Self.found(index, "", aNumberKeys: [5, 77]) == [1])
    #expect(Self.found(index, "", aNumberKeys: [5, 78]).isEmpty)
  }

  @Test func `keeps learnt weights as text`() throws {
    var weights = Weights()
    weights.birthExact = Weights.Odds(m: 0.7, u: 0.001)
    let learnt = LearntWeights(weights: weights, pairs: 12)
    #expect(LearntWeights(text: learnt.text) == learnt)
    #expect(LearntWeights(text: "nonsense") == nil)
  }

  @Test func `can be stood in for by what it has counted`() throws {
    let index = PersonIndex.build([EncodedChunk(Self.people, Self.knowledge)], Self.knowledge)
    let sought = SoughtPerson(name: "Jose Garcia", birth: .year(1991), country: "MX")
    let inside = index.search([index.matcher.prepare(sought)], limit: 10)
    let matcher = Self.knowledge.matcher(index.counts)
    let search = matcher.prepare(sought)
    let plan = CandidatePlan.make(
      search, vocabulary: Self.knowledge.vocabulary(index.counts), people: index.counts.people)
    let outside = Self.people.filter { plan.fits($0.keys(matcher.parser)) }.map {
      matcher.assess($0.listed, for: search)
    }
    #expect(!inside.isEmpty)
    #expect(Verdict.rank(outside, population: index.counts.people, weights: matcher.weights) == inside)
  }

  @Test func `knows the same words near a common one as it finds anew`() {
    let words = [
      "jose": 900, "josefa": 40, "josue": 60, "pepe": 5, "joseantonio": 200, "maria": 700, "mario": 90, "marya": 4,
      "ma": 30,
      "delacruz": 20, "cruz": 600, "krus": 7, "cruces": 2, "garcia": 800, "garcialopez": 6, "gracia": 9, "garzia": 3,
      "lopez": 650, "lopes": 50, "jesus": 300, "jessus": 2, "francisco": 500, "fransisco": 8, "paco": 30,
    ]
    let matcher = Self.knowledge.matcher(RecordCounts())
    let plain = Vocabulary(words.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }, matcher)
    for least in [0, 100, 10_000] {
      var learnt = plain
      learnt.learnNear(borneByAtLeast: least, matcher)
      for name in [
        "José Antonio de la Cruz", "Maria Garcia Lopez", "Fransisco J. Krus", "Garcialopez, Pepe", "Jose Antonio", "Ma",
        "Zzyzx",
      ] {
        let search = matcher.prepare(SoughtPerson(name: name))
        // Behind two parts stand the forms in which they are joined.
        let parts = search.name.parts.count == 2 ? 0..<4 : search.name.parts.indices
        for part in parts {
          #expect(learnt.neighbours(part, of: search) == plain.neighbours(part, of: search), "\(name), part \(part)")
        }
      }
    }
    let jose = matcher.prepare(SoughtPerson(name: "Jose"))
    #expect(plain.neighbours(0, of: jose).map(\.word).contains("pepe"))
  }

  @Test func `finds by a common name whose birth no source tells, in memory and by keys alike`() throws {
    // One in four is a Maria and one in four a Garcia: neither name nor both can be walked alone.
    let people = (0..<12_000).map { place in
      let given = place % 4 == 0 ? "Maria" : "Nombre\(place)"
      let family = place / 4 % 4 == 0 ? "Garcia" : "Apellido\(place)"
      let birth = place % 1600 == 0 ? nil : "\(1950 + place / 16 % 50)-0\(1 + place / 16 % 9)-11"
      return Self.person(Int64(place), "\(family), \(given)", birth, "MX")
    }
    let index = PersonIndex.build([EncodedChunk(people, Self.knowledge)], Self.knowledge)
    let sought = SoughtPerson(name: "Maria Garcia", birth: CivilDate(iso: "1990-06-15").map(KnownBirth.day))
    let search = index.matcher.prepare(sought)
    let inside = index.search([search], limit: 12_000)
    for place in stride(from: 0, to: 12_000, by: 1600) {
      #expect(inside.contains { $0.assessment.id == Int64(place) }, "\(place)")
    }
    #expect(inside.count < 400)
    let matcher = Self.knowledge.matcher(index.counts)
    let plan = CandidatePlan.make(
      search, vocabulary: Self.knowledge.vocabulary(index.counts), people: index.counts.people)
    let outside = people.filter { plan.fits($0.keys(matcher.parser)) }.map(\.id)
    #expect(Set(outside) == Set(inside.map(\.assessment.id)))
  }
}
