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
    case .givenName: agreement.given.sentence(for: item.kindOfName)
    case .familyName: agreement.family.sentence(for: item.kindOfName)
    case .wholeName: agreement.whole.sentence(for: item.kindOfName)
    case .birth: birth(item, closeness)
    case .country: closeness.choose(agreement.countrySame, agreement.countryClose, agreement.countryDifferent)
    case .sex: closeness.choose(agreement.sexSame, agreement.sexSame, agreement.sexDifferent)
    case .arrestDay:
      closeness.choose(agreement.arrestDaySame, agreement.arrestDayClose, agreement.arrestDayDifferent)
    case .arrestPlace:
      closeness.choose(agreement.arrestPlaceSame, agreement.arrestPlaceClose, agreement.arrestPlaceDifferent)
    case .place: closeness.choose(agreement.placeSame, agreement.placeClose, agreement.placeDifferent)
    case .relatives: agreement.relatives
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

/// The same for those who have earned an answer: in the order in which it was decided, so that not even the order of the
/// sentences tells a weight.
extension Phrases {
  /// What of that which was given fits.
  package func fits(_ told: [ToldFact]) -> [String] { told.filter { $0.kind != .another }.map(sentence) }

  /// What of it the record has otherwise.
  package func misfits(_ told: [ToldFact]) -> [String] { told.filter { $0.kind == .another }.map(sentence) }

  /// One fact in one sentence.
  package func sentence(for item: ToldFact) -> String {
    let words = result.told
    return switch item.fact {
    case .givenName: agreement.given.sentence(for: item.kind)
    case .familyName: agreement.family.sentence(for: item.kind)
    case .wholeName: agreement.whole.sentence(for: item.kind)
    case .aNumber: item.kind == .another ? agreement.aNumberDifferent : words.aNumber
    case .birth:
      switch item.kind {
      case .inPart: words.birthYear
      case .another: agreement.birthDifferent
      default: words.birth
      }
    case .country: item.kind == .another ? words.otherCountry : words.country
    case .arrestDay: item.kind == .another ? words.otherArrestDay : words.arrestDay
    case .arrestPlace:
      switch item.kind {
      case .inPart: words.arrestPlaceInPart
      case .another: words.otherArrestPlace
      default: words.arrestPlace
      }
    case .sex: item.kind == .another ? agreement.sexDifferent : agreement.sexSame
    case .place: item.kind == .another ? agreement.placeDifferent : agreement.placeSame
    case .relatives: agreement.relatives
    }
  }
}

extension NamePartPhrases {
  fileprivate func sentence(for kind: ToldFact.Kind) -> String {
    switch kind {
    case .same: same
    case .otherForm: otherForm
    case .soundsAlike: soundsAlike
    case .spelledAlike: spelledAlike
    case .initial: initial
    case .inPart: partial
    case .another: different
    }
  }
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
