import CivilTime
import Linkage
import Testing

/// Brothers share surnames, country and the day of an arrest, however rare these are.
@Suite struct `A relative` {
  private static let people = (0..<1000).map { place in
    `An index of people`.person(Int64(place), "Ana Garcia \(["Lopez", "Perez", "Sanchez", "Ramirez"][place % 4])")
  }

  private static func day(_ iso: String) -> CivilDate { CivilDate(iso: iso) ?? .farthest }

  /// Of whom we ask, between a thousand others.
  private static func person(_ names: [String], _ birth: String?) -> IndexedPerson {
    IndexedPerson(
      id: 5000,
      rows: names.map {
        IndexRow(
          person: 5000, name: ListedName(full: $0), birth: birth.map { .day(day($0)) }, country: "GT",
          place: "Houston, TX")
      }, arrests: [ListedArrest(day: day("2026-10-04"), place: "Tucson, AZ")])
  }

  private static func assess(
    _ names: [String], _ birth: String? = nil, relatives: Double = 0.5, sought: SoughtPerson = sought
  ) throws -> Assessment {
    var knowledge = `An index of people`.knowledge
    knowledge.weights.relatives = relatives
    let index = PersonIndex.build([EncodedChunk(people + [person(names, birth)], knowledge)], knowledge)
    let search = index.matcher.prepare(sought)
    let found = try #require(index.searchEverybody(search, limit: 5).first { $0.assessment.id == 5000 }).assessment
    // Whoever is weighed in an index and whoever is weighed by itself is weighed alike.
    var weigher = PairWeigher(index)
    #expect(abs(try #require(weigher.weigh(search, [5000]).first) - found.bits) < 1e-9)
    return found
  }

  private static let sought = SoughtPerson(
    name: "Juan Baglietto Zurdón", birth: .day(day("1991-04-03")), country: "GT", arrestedOn: day("2026-10-04"),
    arrestPlace: "Tucson, AZ")

  private static func probability(_ assessment: Assessment) -> Double {
    Verdict.rank([assessment], population: 100_000, weights: Weights())[0].probability
  }

  @Test func `of the same house is not taken for who is sought`() throws {
    let brother = ["Carlos Baglietto Zurdón"]
    #expect(Self.probability(try Self.assess(brother, "1988-11-20")) < 0.01)
    #expect(Self.probability(try Self.assess(brother, "1988-11-20", relatives: 0)) > 0.9)
    #expect(Self.probability(try Self.assess(["Juan Baglietto Zurdón"], "1991-04-03")) > 0.999)
  }

  @Test func `weighs as one of so many who are listed`() throws {
    let assessment = try Self.assess(["Carlos Baglietto Zurdón"], "1988-11-20")
    let shared = assessment.agreements.filter {
      [.familyName, .wholeName, .country, .arrestDay, .arrestPlace].contains($0.fact)
    }.reduce(0) { $0 + $1.bits }
    let taken = try #require(assessment.agreements.last)
    #expect(taken.fact == .relatives)
    #expect(abs(taken.bits + Bits.log2(1 + 0.5 / 1001 * Bits.power(shared))) < 1e-9)
    // With everything shared it comes down to the odds against a relative.
    #expect(abs(shared + taken.bits - Bits.log2(1001 / 0.5)) < 0.01)
  }

  @Test func `takes little from who has the same given name and was born on the same day`() throws {
    func taken(_ name: String) throws -> Double {
      try Self.assess([name], "1991-04-03").agreements.last { $0.fact == .relatives }?.bits ?? 0
    }
    // Twins have names of their own.
    #expect(try taken("Carlos Baglietto Zurdón") < taken("Juan Baglietto Zurdón") - 5)
    #expect(try taken("J. Baglietto Zurdón") == taken("Carlos Baglietto Zurdón"))
  }

  /// What is taken away grows with what agrees, and must never outgrow it: the first of each row is worth most.
  @Test(arguments: [
    [["Ana Núñez Peña"], ["Ana Núñez"], ["Maria Núñez"]],
    [["Ana Núñez Peña"], ["Anna Núñez Peña"], ["Núñez Peña"], ["Maria Núñez Peña"]],
    [["Ana Núñez Peña"], ["Ana Núñes Peña"], ["Ana Peña"]],
  ]) func `never makes agreeing worth less`(_ names: [[String]]) throws {
    let births = ["1991-04-03", "1991-03-04", "1991-04-08", "1992-09-28", "1975-09-28"]
    for relatives in [0.001, 0.1, 3, 20] {
      for country in ["GT", nil] {
        var sought = SoughtPerson(name: "Ana Núñez Peña", birth: .day(Self.day("1991-04-03")), country: country)
        sought.arrestPlace = country == nil ? nil : "Tucson, AZ"
        let rows = try births.map { birth in
          try names.map { try Self.assess($0, birth, relatives: relatives, sought: sought).bits }
        }
        for row in rows {
          #expect(zip(row, row.dropFirst()).allSatisfy { $0 >= $1 - 1e-9 }, "\(names), \(relatives): \(row)")
        }
        for place in names.indices {
          let column = rows.map { $0[place] }
          #expect(zip(column, column.dropFirst()).allSatisfy { $0 >= $1 - 0.001 }, "\(names[place]): \(column)")
        }
      }
    }
  }

  @Test func `of several names takes the one that is best when all is counted`() throws {
    let sought = SoughtPerson(name: "Ana Núñez Peña")
    let one = try Self.assess(["Ana Núñez"], sought: sought).bits
    let two = try Self.assess(["Ana Núñez", "Maria Núñez Peña"], sought: sought).bits
    // A surname that two descriptions have is a little commoner.
    #expect(two > one - 1)
  }

  @Test func `is known where no part is known as a surname`() throws {
    let sought = SoughtPerson(name: "Abebe Zurdonto")
    let own = try Self.assess(["Abebe Zurdonto"], relatives: 20, sought: sought)
    let free = try Self.assess(["Abebe Zurdonto"], relatives: 0, sought: sought)
    #expect((3..<10).contains(free.bits - own.bits), "one of the two is shared: \(free.bits), \(own.bits)")
    let other = try Self.assess(["Kelile Zurdonto"], relatives: 20, sought: sought)
    #expect(own.bits > other.bits + 10)
  }
}

@Suite struct `Learning of relatives` {
  private struct Numbers: RandomNumberGenerator {
    var state: UInt64 = 5
    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ (state >> 29)
    }
  }

  private static let given = [
    "Jose", "Juan", "Maria", "Luis", "Carlos", "Alberto", "Francisco", "Jesus", "Antonio", "Miguel", "Ana",
  ]
  private static let syllables = ["ba", "go", "ri", "lu", "mez", "tor", "van", "qui", "sal", "pe", "nor", "di"]

  /// Invented people in houses of so many, each with two surnames drawn from a thousand.
  private static func people(_ count: Int, houses size: Int, hasBirths: Bool) -> [IndexedPerson] {
    var numbers = Numbers()
    func surname() -> String {
      (0..<3).compactMap { _ in syllables.randomElement(using: &numbers) }.joined()
    }
    var surnames = (surname(), surname())
    return (0..<count).map { place in
      if place.isMultiple(of: size) { surnames = (surname(), surname()) }
      let name = given[(place / size + place % size) % given.count]
      let family = "\(surnames.0) \(surnames.1)"
      let birth = CivilDate(
        year: Int.random(in: 1960...2005, using: &numbers), month: Int.random(in: 1...12, using: &numbers),
        day: Int.random(in: 1...28, using: &numbers))
      return IndexedPerson(
        id: Int64(place),
        rows: [
          IndexRow(
            person: Int64(place), name: ListedName(full: "\(name) \(family)", given: name, family: family),
            birth: hasBirths ? birth.map { .day($0) } : nil)
        ])
    }
  }

  private static func learnt(_ count: Int, houses size: Int, hasBirths: Bool, isList: Bool = true) -> Weights {
    let knowledge = `An index of people`.knowledge
    let index = PersonIndex.build(
      [EncodedChunk(people(count, houses: size, hasBirths: hasBirths), knowledge)], knowledge)
    return WeightLearning.learn(from: index, isList: isList).weights
  }

  @Test(arguments: [(120, true), (120, false), (700, true), (700, false)])
  func `finds that they are listed, and takes nobody for another`(count: Int, hasBirths: Bool) {
    let houses = Self.learnt(count, houses: 4, hasBirths: hasBirths)
    #expect(houses.relatives > 0.5, "\(houses.relatives)")
    #expect(houses.listed < 0.05, "nobody is listed twice: \(houses.listed)")
    #expect(houses.differentGiven.m < 0.1, "\(houses.differentGiven)")
    let strangers = Self.learnt(count, houses: 1, hasBirths: hasBirths)
    // Some of the thousand surnames meet by chance.
    #expect(strangers.relatives < 0.5 * houses.relatives, "\(strangers.relatives), \(houses.relatives)")
    #expect(strangers.listed < 0.05, "\(strangers.listed)")
  }

  @Test func `keeps them out of the weights of searches`() {
    let weights = Self.learnt(700, houses: 4, hasBirths: true, isList: false)
    #expect(weights.relatives == 0 && weights.listed == Weights().listed)
    #expect(weights.differentGiven.m < 0.1 && weights.birthDifferent.m < 0.1, "\(weights.text)")
  }
}
