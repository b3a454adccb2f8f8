package import CivilTime
package import Linkage
package import Postgres
internal import Stores

/// Learns weights from the records, keeps them, and says which hold.
package struct WeightService: Sendable {
  private let owner: Database
  private let share: String

  /// - Parameters:
  ///   - owner: a pool of whoever owns the tables; weights decide every answer, so no login role may change them.
  ///   - share: the folder that has `names/`.
  package init(_ owner: Database, share: String) {
    self.owner = owner
    self.share = share
  }

  /// What was learnt, with where it came from.
  package struct Report: Sendable {
    package let people: Int
    package let learnt: LearntWeights
    package let before: Weights
  }

  /// Reads everybody as `reader` may, learns, and keeps the weights and how common names are. Programs that serve take
  /// them over within a minute.
  package func learn(
    as reader: Database, data: String? = nil, now: Timestamp, progress: @escaping @Sendable (Int) -> Void = { _ in }
  ) async throws -> Report {
    let tables = try NameTables(share: share)
    let before = try await LearntWeightStore(owner).newest()?.weights.weights ?? Weights()
    let knowledge = LinkageKnowledge(lexicon: tables.lexicon, common: tables.common, weights: before)
    let reading = RecordReading(
      database: reader, letters: tables.letters, numbers: ANumberKeys(), knowledge: knowledge)
    let all = try await reading.everybody(today: now.utcDay ?? .farthest, progress: progress)
    try await RecordCountStore(reader).keep(.init(counts: all.index.counts, spellings: all.spellings))
    let learnt = WeightLearning.learn(from: all.index)
    try await LearntWeightStore(owner).keep(
      learnt, people: all.index.people, data: data ?? "the records of this installation")
    return Report(people: all.index.people, learnt: learnt, before: before)
  }

  /// The weights that hold, and when and from what they were learnt; nil while the defaults hold.
  package struct Current: Sendable {
    package let weights: Weights
    package let learnt: (at: Timestamp, people: Int, pairs: Int, data: String)?
  }

  package func current() async throws -> Current {
    guard let stored = try await LearntWeightStore(owner).newest() else {
      return Current(weights: Weights(), learnt: nil)
    }
    return Current(
      weights: stored.weights.weights,
      learnt: (stored.learntAt, stored.people, stored.weights.pairs, stored.data))
  }

  /// When the records were counted last for searches without the index; nil for never.
  package func countedAt() async throws -> Timestamp? { try await RecordCountStore(owner).countedAt() }
}
