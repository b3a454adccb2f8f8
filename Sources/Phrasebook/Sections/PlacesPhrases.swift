/// Finding a place, and the offices.
package struct PlacesPhrases: Sendable {
  package let title: String
  package let lead: String
  package let field: String
  package let fieldHint: String
  package let state: String
  package let anyState: String
  package let submit: String
  package let found: Plural
  package let foundFirst: TwoBlanks
  package let none: String
  package let byState: String
  package let officesTitle: String
  package let officesLead: String
  package let officesLink: String
  package let officeOf: OneBlank
  package let officeArea: OneBlank
  package let noPhone: String
  package let cityState: TwoBlanks
}

/// One place.
package struct PlacePhrases: Sendable {
  package let code: OneBlank
  package let kinds: PlaceKindPhrases
  package let holdRoomTitle: String
  package let holdRoomText: String
  package let addressTitle: String
  package let noAddress: String
  package let openMap: String
  package let mapText: OneBlank
  package let localTime: TwoBlanks
  package let contactTitle: String
  package let ownContact: String
  package let officeContact: String
  package let officeUnknown: String
  package let phone: String
  package let email: String
  package let noPhone: String
  package let callAdvice: String
  package let hoursTitle: String
  package let hoursUnknown: String
  package let hoursVisits: String
  package let hoursLegal: String
  package let hoursCalls: String
  package let hoursSpan: TwoBlanks
  package let fax: String
  package let mail: String
  package let website: String
  package let purposes: ContactPurposePhrases
  package let lastKnown: OneBlank
  package let standardTitle: String
  package let standard: String
  package let inspectedOn: String
  package let rating: String
  package let noStandard: String
  package let standardSource: OneBlank
  package let movesTitle: String
  package let movesFrom: ThreeBlanks
  package let movesNone: String
  package let movesNote: String
  package let movesPlace: String
  package let movesShare: String
  package let movesElsewhere: String
  package let alsoCalled: OneBlank
  package let aliasesTitle: String
  package let searchHere: String
}

/// What kind of place it is.
package struct PlaceKindPhrases: Sendable {
  package let detention: String
  package let holdRoom: String
  package let staging: String
  package let hospital: String
  package let border: String
  package let office: String
}

/// What a phone number is for.
package struct ContactPurposePhrases: Sendable {
  package let visits: String
  package let legal: String
  package let calls: String
  package let money: String
}
