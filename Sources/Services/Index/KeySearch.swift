internal import CivilTime
internal import Linkage
internal import Postgres
internal import Stores

/// Searches by the database's own keys, while the index in memory cannot be asked: slower, and with the same answers.
///
/// The same plan says which keys must occur together, PostgreSQL's GIN index over the same keys says who has them, and the
/// same comparison weighs those. Where a plan finds few, the wider one is asked, as in memory.
struct KeySearch: Sendable {
  let database: Database
  let counted: CountedRecords
  let letters: Transliteration
  let numbers: ANumberKeys

  /// More candidates than this mean a plan that walks too much.
  private static let most = 50_000
  /// A plan that finds fewer is widened.
  private static let few = 10

  func search(_ readings: [SoughtPerson], limit: Int, today: CivilDate) async throws -> [Verdict] {
    let matcher = counted.matcher
    let searches = readings.map { matcher.prepare($0, aNumberKeys: numbers.keys($0.aNumber)) }
    let variants = readings.first?.aNumber.map(ANumber.variants) ?? []
    var found = try await people(searches.map { plan($0, isNet: false) }, variants, today)
    let scanty = searches.indices.filter { found.fitting[$0].count < Self.few }
    if !scanty.isEmpty {
      let wider = try await people(scanty.map { plan(searches[$0], isNet: true) }, variants, today)
      found.people.merge(wider.people) { first, _ in first }
      for (place, reading) in scanty.enumerated() { found.fitting[reading] = wider.fitting[place] }
    }
    let candidates = found.fitting.reduce(into: Set<Int64>()) { $0.formUnion($1) }
    let assessments = candidates.sorted().compactMap { found.people[$0]?.listed }.compactMap { listed in
      searches.map { matcher.assess(listed, for: $0) }.max { $0.bits < $1.bits }
    }
    return Array(
      Verdict.rank(
        assessments, population: counted.kept.counts.people, weights: matcher.weights,
        calibration: counted.knowledge.calibration
      ).prefix(limit))
  }

  private func plan(_ search: PreparedSearch, isNet: Bool) -> CandidatePlan {
    CandidatePlan.make(
      search, vocabulary: counted.vocabulary, people: counted.kept.counts.people, isNet: isNet)
  }

  private struct Found {
    var people: [Int64: IndexedPerson] = [:]
    /// Who fits each plan.
    var fitting: [Set<Int64>]
  }

  private func people(_ plans: [CandidatePlan], _ aNumbers: [String], _ today: CivilDate) async throws -> Found {
    let ids = try await CandidateStore(database).people(
      with: plans, aNumbers: aNumbers, spellings: counted.kept.spellings, most: Self.most)
    let reading = RecordReading(database: database, letters: letters, numbers: numbers, knowledge: counted.knowledge)
    var found = Found(fitting: plans.map { _ in [] })
    try await reading.people(ids, today: today) { _, read in
      for person in read.people {
        // Hashes are shared by chance, and withdrawn sources left keys.
        let keys = person.keys(counted.matcher.parser)
        for (number, plan) in plans.enumerated() where plan.fits(keys) {
          found.fitting[number].insert(person.id)
          found.people[person.id] = person
        }
      }
    }
    return found
  }
}
