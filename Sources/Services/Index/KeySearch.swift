internal import CivilTime
internal import Linkage
internal import Postgres
internal import Stores

/// Searches by the database's own keys, while the index in memory cannot be asked: slower, and with the same answers.
///
/// The same plan says which keys must occur together, PostgreSQL's GIN index over the same keys says who has them, and the
/// same comparison weighs those.
struct KeySearch: Sendable {
  let database: Database
  let counted: CountedRecords
  let letters: Transliteration
  let numbers: ANumberKeys

  /// More candidates than this mean a plan that walks too much.
  private static let most = 50_000

  func search(_ readings: [SoughtPerson], limit: Int, today: CivilDate) async throws -> [Verdict] {
    let matcher = counted.matcher
    let searches = readings.map { matcher.prepare($0, aNumberKeys: numbers.keys($0.aNumber)) }
    let plans = searches.map {
      CandidatePlan.make($0, vocabulary: counted.vocabulary, people: counted.kept.counts.people)
    }
    let ids = try await CandidateStore(database).people(
      with: plans, aNumbers: readings.first?.aNumber.map(ANumber.variants) ?? [], spellings: counted.kept.spellings,
      most: Self.most)
    let reading = RecordReading(database: database, letters: letters, numbers: numbers, knowledge: counted.knowledge)
    var assessments: [Assessment] = []
    try await reading.people(ids, today: today) { _, read in
      for person in read.people {
        // Hashes are shared by chance, and withdrawn sources left keys.
        let keys = person.keys(matcher.parser)
        guard plans.contains(where: { $0.fits(keys) }) else { continue }
        let listed = person.listed
        if let best = searches.map({ matcher.assess(listed, for: $0) }).max(by: { $0.bits < $1.bits }) {
          assessments.append(best)
        }
      }
    }
    return Array(
      Verdict.rank(
        assessments, population: counted.kept.counts.people, weights: matcher.weights,
        calibration: counted.knowledge.calibration
      ).prefix(limit))
  }
}

/// What was counted of all records, made ready for weighing.
struct CountedRecords: Sendable {
  let kept: RecordCountStore<Database>.Kept
  let knowledge: LinkageKnowledge
  let matcher: Matcher
  let vocabulary: Vocabulary

  init(_ kept: RecordCountStore<Database>.Kept, _ knowledge: LinkageKnowledge) {
    self.kept = kept
    self.knowledge = knowledge
    matcher = knowledge.matcher(kept.counts)
    vocabulary = knowledge.vocabulary(kept.counts)
  }
}
