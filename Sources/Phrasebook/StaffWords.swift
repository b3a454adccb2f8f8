package import Linkage

/// The words for facts and levels, for staff alone: families read whole sentences without weights.
extension StaffSearchPhrases {
  package func name(of fact: Fact) -> String {
    switch fact {
    case .aNumber: facts.aNumber
    case .givenName: facts.givenName
    case .familyName: facts.familyName
    case .wholeName: facts.wholeName
    case .birth: facts.birth
    case .country: facts.country
    case .sex: facts.sex
    case .arrestDay: facts.arrestDay
    case .arrestPlace: facts.arrestPlace
    case .place: facts.place
    case .relatives: facts.relatives
    }
  }

  package func name(of level: Level) -> String {
    switch level {
    case .exact: levels.exact
    case .normalised: levels.normalised
    case .nickname: levels.nickname
    case .soundsAlike: levels.soundsAlike
    case .oneTypingError: levels.oneTypingError
    case .oneDigit: levels.oneDigit
    case .dayMonthSwapped: levels.dayMonthSwapped
    case .initial: levels.initial
    case .partial: levels.partial
    case .sameYear: levels.sameYear
    case .nearYear: levels.nearYear
    case .fitsAge: levels.fitsAge
    case .withinADay, .near: levels.near
    case .sameRegion: levels.sameRegion
    case .different: levels.different
    }
  }
}
