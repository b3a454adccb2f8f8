package import Linkage

/// What agrees and what does not, as sentences: the kind of fact and how it was compared, never what the record
/// says, how far off it is, or how much it weighs.
extension Phrases {
  /// Why a record may fit, the strongest first, each sentence once.
  package func fits(_ agreements: [Agreement]) -> [String] { sentences(agreements.filter { !$0.speaksAgainst }) }

  /// What does not fit, the strongest first, each sentence once.
  package func misfits(_ agreements: [Agreement]) -> [String] { sentences(agreements.filter(\.speaksAgainst)) }

  private func sentences(_ agreements: [Agreement]) -> [String] {
    var seen: Set<String> = []
    return agreements.sorted { abs($0.bits) > abs($1.bits) }.map(sentence).filter { seen.insert($0).inserted }
  }

  /// One fact in one sentence.
  package func sentence(for item: Agreement) -> String {
    let closeness = item.speaksAgainst ? Closeness.different : item.level.closeness
    return switch item.fact {
    case .aNumber: closeness.choose(agreement.aNumberSame, agreement.aNumberClose, agreement.aNumberDifferent)
    case .givenName: agreement.given.sentence(for: item)
    case .familyName: agreement.family.sentence(for: item)
    case .wholeName: agreement.whole.sentence(for: item)
    case .birth: birth(item, closeness)
    case .country: closeness.choose(agreement.countrySame, agreement.countryClose, agreement.countryDifferent)
    case .sex: closeness.choose(agreement.sexSame, agreement.sexSame, agreement.sexDifferent)
    case .arrestDay:
      closeness.choose(agreement.arrestDaySame, agreement.arrestDayClose, agreement.arrestDayDifferent)
    case .arrestPlace:
      closeness.choose(agreement.arrestPlaceSame, agreement.arrestPlaceClose, agreement.arrestPlaceDifferent)
    case .place: closeness.choose(agreement.placeSame, agreement.placeClose, agreement.placeDifferent)
    }
  }

  private func birth(_ item: Agreement, _ closeness: Closeness) -> String {
    switch (item.level, closeness) {
    case (_, .different): agreement.birthDifferent
    case (.sameYear, _): agreement.birthYearSame
    case (.fitsAge, _): agreement.birthFitsAge
    case (_, .same): agreement.birthSame
    case (_, .close): agreement.birthClose
    }
  }
}

extension Agreement {
  /// Whether the fact makes the match less likely.
  package var speaksAgainst: Bool { level == .different || bits < 0 }
}

/// How a fact that is not a name agrees, in the three steps that people are told.
private enum Closeness {
  case same, close, different

  func choose(_ same: String, _ close: String, _ different: String) -> String {
    switch self {
    case .same: same
    case .close: close
    case .different: different
    }
  }
}

extension Level {
  fileprivate var closeness: Closeness {
    switch self {
    case .exact, .normalised: .same
    case .different: .different
    default: .close
    }
  }
}

extension NamePartPhrases {
  fileprivate func sentence(for item: Agreement) -> String {
    if item.speaksAgainst { return different }
    return switch item.level {
    case .exact, .normalised: same
    case .nickname: otherForm
    case .soundsAlike: soundsAlike
    case .oneTypingError, .oneDigit, .near: spelledAlike
    case .initial: initial
    default: partial
    }
  }
}
