internal import Linkage
internal import Stores

/// Decides what becomes of a pair: kept, as news or in silence; taken back; or nothing.
enum MatchPolicy {
  /// A match is better, and told again, when its word changes from possible to likely, or when it became twice as
  /// likely as the best that was told before.
  static let leastGain = 1.0
  /// Smaller changes of a weight are not written: they come from counting names anew.
  static let leastChange = 0.01

  enum Settlement: Equatable {
    case keep(WeighedPair, MatchNews)
    case takeBack(Int64)
    case nothing
  }

  /// - Parameters:
  ///   - verdict: the pair as it is weighed now; nil when the search cannot be read.
  ///   - kept: what is kept of this search with this person, and with people who are one with them.
  static func settle(_ verdict: Verdict?, search: Int64, person: Int64, kept: [KeptMatch]) -> Settlement {
    let own = kept.first { $0.pair.person == person }
    let isLive = own.map { $0.gone == nil } ?? false
    guard let verdict, PairWeighing.isMatch(verdict, wasOne: kept.contains { $0.gone == nil }) else {
      return isLive ? own.map { .takeBack($0.id) } ?? .nothing : .nothing
    }
    let pair = PairWeighing.pair(verdict, search: search)
    let news = news(pair, kept)
    if news.report == nil, isLive, let own, isSame(pair, own.pair), own.bestBits >= news.bestBits { return .nothing }
    return .keep(pair, news)
  }

  static func news(_ pair: WeighedPair, _ kept: [KeptMatch]) -> MatchNews {
    guard let best = kept.map(\.bestBits).max() else {
      return MatchNews(report: .new, bestBits: pair.bits, bestIsLikely: pair.isLikely)
    }
    let wasLikely = kept.contains(where: \.bestIsLikely)
    let isBetter = pair.bits >= best + leastGain || (pair.isLikely && !wasLikely)
    guard isBetter else { return MatchNews(report: nil, bestBits: best, bestIsLikely: wasLikely) }
    return MatchNews(report: .better, bestBits: max(best, pair.bits), bestIsLikely: wasLikely || pair.isLikely)
  }

  private static func isSame(_ a: WeighedPair, _ b: WeighedPair) -> Bool {
    abs(a.bits - b.bits) < leastChange && a.isLikely == b.isLikely
      && a.agreements.map { [$0.fact.rawValue, $0.level.rawValue] }
        == b.agreements.map { [$0.fact.rawValue, $0.level.rawValue] }
  }
}
