/// Weights from counted pairs, leaning on the defaults as on so many pairs more.
struct WeightEstimate {
  private let defaults: Weights
  private let matches: PairCounts
  private let strangers: PairCounts
  private(set) var weights: Weights

  /// As many pairs stand behind each default.
  private static let lean = 40.0

  init(defaults: Weights, matches: PairCounts, strangers: PairCounts) {
    self.defaults = defaults
    self.matches = matches
    self.strangers = strangers
    weights = defaults
    estimateRewriting()
    estimateNames()
    estimateBirths()
    estimateFacts()
  }

  /// A share of a total, with the default's share counted in.
  private func share(_ count: Double, of total: Double, default usual: Double) -> Double {
    min(0.995, max(0.000_2, (count + usual * Self.lean) / (total + Self.lean)))
  }

  /// How often each kind of rewriting is met with the default rates: what the rates are scaled by.
  private static let usual: [(RewritingKind, Double)] = [
    (.exact, 0.80), (.joined, 0.02), (.nickname, 0.015), (.variant, 0.02), (.soundsAlike, 0.03),
    (.soundsAlikeElsewhere, 0.01), (.typingError, 0.045), (.twoTypingErrors, 0.006), (.resembles, 0.005),
    (.cutShort, 0.005), (.initial, 0.02), (.different, 0.03),
  ]

  private mutating func estimateRewriting() {
    let total = matches.rewritings.reduce(0, +)
    func scale(_ kind: RewritingKind) -> Double {
      guard let usual = Self.usual.first(where: { $0.0 == kind })?.1 else { return 1 }
      let found = (matches.rewritings[Int(kind.rawValue)] + usual * Self.lean) / (total + Self.lean)
      return min(8, max(0.1, found / usual))
    }
    weights.rewriting.exact = min(0.98, defaults.rewriting.exact * scale(.exact))
    weights.rewriting.nickname = defaults.rewriting.nickname * scale(.nickname)
    weights.rewriting.variant = defaults.rewriting.variant * scale(.variant)
    weights.rewriting.soundsAlike = defaults.rewriting.soundsAlike * scale(.soundsAlike)
    weights.rewriting.soundsAlikeElsewhere = defaults.rewriting.soundsAlikeElsewhere * scale(.soundsAlikeElsewhere)
    weights.rewriting.typingError = defaults.rewriting.typingError * scale(.typingError)
    weights.rewriting.twoTypingErrors = defaults.rewriting.twoTypingErrors * scale(.twoTypingErrors)
    weights.rewriting.cutShort = defaults.rewriting.cutShort * scale(.cutShort)
    weights.rewriting.initial = defaults.rewriting.initial * scale(.initial)
    weights.resembles = Weights.Odds(m: min(0.2, defaults.resembles.m * scale(.resembles)), u: defaults.resembles.u)
  }

  private mutating func estimateNames() {
    func different(_ roles: [NameRole], _ odds: Weights.Odds) -> Weights.Odds {
      let count = roles.reduce(0) { $0 + (matches.different[$1] ?? 0) }
      let total = roles.reduce(0) { $0 + (matches.parts[$1] ?? 0) }
      return Weights.Odds(m: min(0.3, share(count, of: total, default: odds.m)), u: odds.u)
    }
    weights.differentGiven = different([.given], defaults.differentGiven)
    weights.differentFamily = different([.family, .unknown], defaults.differentFamily)
    weights.differentOtherFamily = Weights.Odds(
      m: min(0.3, weights.differentFamily.m * defaults.differentOtherFamily.m / defaults.differentFamily.m),
      u: defaults.differentOtherFamily.u)
    weights.crossed = Weights.Odds(
      m: share(matches.crossed, of: matches.withRoles, default: defaults.crossed.m), u: defaults.crossed.u)
  }

  private mutating func estimateBirths() {
    typealias Step = BirthScale.Step
    func estimate(_ steps: [Step], _ set: [(WritableKeyPath<Weights, Weights.Odds>, [Step])]) {
      let total = steps.reduce(0) { $0 + matches.births[$1.rawValue] }
      for (path, steps) in set {
        let count = steps.reduce(0) { $0 + matches.births[$1.rawValue] }
        let odds = defaults[keyPath: path]
        weights[keyPath: path] = Weights.Odds(m: share(count, of: total, default: odds.m), u: odds.u)
      }
    }
    let days: [Step] = [
      .exact, .exactFirstOfJanuary, .swapped, .oneDigit, .placeholder, .sameYearOtherDay, .oneYearOffOtherDay,
      .different,
    ]
    estimate(
      days,
      [
        (\.birthExact, [.exact, .exactFirstOfJanuary]), (\.birthSwapped, [.swapped]), (\.birthOneDigit, [.oneDigit]),
        (\.birthSameYearOtherDay, [.sameYearOtherDay]), (\.birthOneYearOffOtherDay, [.oneYearOffOtherDay]),
        (\.birthDifferent, [.different]),
      ])
    weights.birthExactOnFirstOfJanuary = Weights.Odds(
      m: weights.birthExact.m, u: defaults.birthExactOnFirstOfJanuary.u)
    estimate(
      [.sameYear, .oneYearOff, .twoYearsOff],
      [(\.birthSameYear, [.sameYear]), (\.birthOneYearOff, [.oneYearOff]), (\.birthTwoYearsOff, [.twoYearsOff])])
    estimate([.fitsAge, .nearAge], [(\.birthFitsAge, [.fitsAge]), (\.birthNearAge, [.nearAge])])
  }

  private mutating func estimateFacts() {
    func m(_ fact: Fact, _ level: Level, _ usual: Double) -> Double {
      let levels = matches.levels[fact] ?? [:]
      return share(levels[level] ?? 0, of: levels.values.reduce(0, +), default: usual)
    }
    func u(_ fact: Fact, _ level: Level, _ usual: Double) -> Double {
      let levels = strangers.levels[fact] ?? [:]
      return share(levels[level] ?? 0, of: levels.values.reduce(0, +), default: usual)
    }
    weights.countryMatches = m(.country, .exact, defaults.countryMatches)
    weights.countrySameRegion = Weights.Odds(
      m: m(.country, .sameRegion, defaults.countrySameRegion.m),
      u: u(.country, .sameRegion, defaults.countrySameRegion.u)
    )
    weights.countryDifferent = Weights.Odds(
      m: m(.country, .different, defaults.countryDifferent.m), u: u(.country, .different, defaults.countryDifferent.u))
    weights.sexDifferent = Weights.Odds(
      m: min(0.2, m(.sex, .different, defaults.sexDifferent.m)), u: u(.sex, .different, defaults.sexDifferent.u))
    weights.homePlaceExact = m(.place, .exact, defaults.homePlaceExact)
    weights.homePlacePartial = m(.place, .partial, defaults.homePlacePartial)
    weights.homePlaceDifferent = Weights.Odds(
      m: m(.place, .different, defaults.homePlaceDifferent.m), u: u(.place, .different, defaults.homePlaceDifferent.u))
  }
}
