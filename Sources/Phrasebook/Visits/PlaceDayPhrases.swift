package import Records

/// What people read who note what they see of a place, and who look at its days.
package struct PlaceDayPhrases: Sendable {
  package let title: String
  package let homeText: String
  package let lead: String
  package let find: String
  package let watched: String
  package let nowTitle: String
  package let openNow: String
  package let closedNow: String
  package let closing: String
  package let reopened: String
  package let moreTitle: String
  package let moreLead: String
  package let kind: String
  package let day: String
  package let dayHint: String
  package let from: String
  package let fromHint: OneBlank
  package let to: String
  package let toHint: String
  package let couldStart: String
  package let closedOtherwise: String
  package let closedOtherwiseHint: String
  package let documented: String
  package let miles: String
  package let note: String
  package let noteHint: String
  package let submit: String
  package let saved: String
  package let kinds: Words<PlaceEventKind>
  package let standings: Words<PlaceDay.Standing>
  package let range: TwoBlanks
  package let exactly: OneBlank
  package let nothingWatched: String
  package let posted: OneBlank
  package let contested: OneBlank
  package let unwatched: String
  package let accounts: Plural
  package let accountsTitle: String
  package let hoursTitle: String
  package let rulesTitle: String
  package let rulesNone: String
  package let noAccounts: String
  package let noDays: String
  package let earlier: String
  package let later: String
  package let allDays: String
  package let someoneElse: String
  package let when: TwoBlanks
  package let couldNotStart: String
  package let wasClosedOtherwise: String
  package let proof: String
  package let distance: Plural
  package let notOwn: String
}
