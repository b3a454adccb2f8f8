internal import Phrasebook
internal import Records
internal import Services

/// What the newest report means for those who read it.
enum Situation: Equatable {
  case inCustody, transferred, moved, hospital, court, arrested, released, removed, departed, died
  /// Detained, and no place was told.
  case placeUnknown
  /// A record that says nothing of custody.
  case noCustody

  init(_ custody: LastCustody?) {
    guard let custody else {
      self = .noCustody
      return
    }
    let hasPlace = custody.facility != nil || custody.placeText != nil
    self =
      switch (custody.status, custody.kind) {
      case (.died, _): .died
      case (.removed, _): .removed
      case (.departed, _): .departed
      case (.released, _): .released
      case (.hospital, _): .hospital
      case (.moved, _): .moved
      case (.inCustody, .arrest): .arrested
      case (.inCustody, .court): .court
      case (.inCustody, .transfer) where hasPlace: .transferred
      case (.inCustody, _): hasPlace ? .inCustody : .placeUnknown
      }
  }

  /// Whether the place named is where the person is now, as far as anyone knows.
  var isAboutPlace: Bool {
    switch self {
    case .inCustody, .transferred, .hospital, .court, .arrested: true
    default: false
    }
  }

  var isHeld: Bool {
    switch self {
    case .inCustody, .transferred, .arrested, .court: true
    default: false
    }
  }

  /// Whether looking for a place of detention still makes sense.
  var mayStillBeHeld: Bool {
    switch self {
    case .released, .removed, .departed, .died: false
    default: true
    }
  }

  func heading(_ words: ResultPhrases) -> String {
    switch self {
    case .inCustody: words.inCustody
    case .transferred: words.transferred
    case .moved: words.moved
    case .hospital: words.hospital
    case .court: words.court
    case .arrested: words.arrested
    case .released: words.released
    case .removed: words.removed
    case .departed: words.departed
    case .died: words.died
    case .placeUnknown: words.unknown
    case .noCustody: words.noCustody
    }
  }

  func text(_ words: ResultPhrases) -> String? {
    switch self {
    case .inCustody, .transferred, .noCustody: nil
    case .moved: words.movedText
    case .hospital: words.hospitalText
    case .court: words.courtText
    case .arrested: words.arrestedText
    case .released: words.releasedText
    case .removed: words.removedText
    case .departed: words.departedText
    case .died: words.diedText
    case .placeUnknown: words.unknownText
    }
  }
}

/// Who reported something, in words.
enum SourceWords {
  static func of(_ kind: SourceKind, _ phrases: Phrases) -> String {
    let words = phrases.result.sources
    return switch kind {
    case .roster: words.roster
    case .hotline: words.hotline
    case .attorney: words.attorney
    case .family: words.family
    case .court: words.court
    case .official: words.official
    case .stintRelease: words.stintRelease
    case .facilityList: words.other
    case .sample: words.sample
    }
  }
}
