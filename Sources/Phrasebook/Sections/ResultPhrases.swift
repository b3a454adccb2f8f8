package import Linkage

/// Records that may be the person.
package struct ResultPhrases: Sendable {
  package let title: String
  package let lead: String
  package let likely: String
  package let possible: String
  package let invented: String
  package let inCustody: String
  package let transferred: String
  package let moved: String
  package let hospital: String
  package let court: String
  package let arrested: String
  package let released: String
  package let removed: String
  package let departed: String
  package let died: String
  package let unknown: String
  package let noCustody: String
  package let placeUnknown: String
  package let movedText: String
  package let lastPlace: OneBlank
  package let hospitalText: String
  package let courtText: String
  package let arrestedText: String
  package let releasedText: String
  package let removedText: String
  package let departedText: String
  package let diedText: String
  package let unknownText: String
  package let factsTitle: String
  package let happened: String
  package let happenedUnknown: String
  package let reported: String
  package let source: String
  package let old: String
  package let contradicted: String
  package let whyTitle: String
  package let told: ToldPhrases
  package let reachTitle: String
  package let reachUnknownTitle: String
  package let aboutPlace: String
  package let nextTitle: String
  package let doNowTitle: String
  package let nextMoved: String
  package let nextHoldRoom: String
  package let nextCourt: String
  package let nextLocator: String
  package let nextNote: String
  package let notThisPerson: String
  package let notThisPersonText: String
  package let seeLadder: String
  package let sources: SourceKindPhrases
}

/// How what a family gave stands to a record, in sentences; names are told with those of `AgreementPhrases`.
package struct ToldPhrases: Sendable {
  package let aNumber: String
  package let birth: String
  package let birthYear: String
  package let country: String
  package let otherCountry: String
  package let arrestDay: String
  package let otherArrestDay: String
  package let arrestPlace: String
  package let arrestPlaceInPart: String
  package let otherArrestPlace: String
  package let manyBearName: String
  package let someBearName: String
  package let fewBearName: String

  package func sentence(for commonness: NameCommonness) -> String {
    switch commonness {
    case .many: manyBearName
    case .some: someBearName
    case .few: fewBearName
    }
  }
}

/// How facts agree, in sentences for staff.
package struct AgreementPhrases: Sendable {
  package let aNumberSame: String
  package let aNumberClose: String
  package let aNumberDifferent: String
  package let given: NamePartPhrases
  package let family: NamePartPhrases
  package let whole: NamePartPhrases
  package let birthSame: String
  package let birthYearSame: String
  package let birthFitsAge: String
  package let birthClose: String
  package let birthDifferent: String
  package let countrySame: String
  package let countryClose: String
  package let countryDifferent: String
  package let sexSame: String
  package let sexDifferent: String
  package let arrestDaySame: String
  package let arrestDayClose: String
  package let arrestDayDifferent: String
  package let arrestPlaceSame: String
  package let arrestPlaceClose: String
  package let arrestPlaceDifferent: String
  package let placeSame: String
  package let placeClose: String
  package let relatives: String
  package let placeDifferent: String
}

/// Who reported something.
package struct SourceKindPhrases: Sendable {
  package let roster: String
  package let hotline: String
  package let attorney: String
  package let family: String
  package let court: String
  package let official: String
  package let stintRelease: String
  package let sample: String
  package let other: String
}

/// How one part of a name agrees.
package struct NamePartPhrases: Sendable {
  package let same: String
  package let otherForm: String
  package let soundsAlike: String
  package let spelledAlike: String
  package let initial: String
  package let partial: String
  package let different: String
}
