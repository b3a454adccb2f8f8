package import Records

/// What people read who ask for visits and note what happens at a door.
package struct VisitPhrases: Sendable {
  package let words: VisitWordPhrases
  package let list: VisitListPhrases
  package let filing: VisitFilingPhrases
  package let door: VisitDoorPhrases
  package let status: VisitStatusPhrases
  package let event: VisitEventPhrases
  package let faults: VisitFaultPhrases
  package let counsel: CounselPhrases
  package let evidence: EvidencePhrases
  package let places: PlaceDayPhrases
}

/// The words for closed lists.
package struct VisitWordPhrases: Sendable {
  package let states: Words<VisitState>
  package let next: Words<VisitState>
  package let kinds: Words<VisitEventKind>
  package let roles: Words<AskerRole>
  package let ties: Words<ClientTie>
  package let g28: Words<G28Status>
  package let modes: Words<VisitMode>
  package let urgencies: Words<VisitUrgency>
  package let reasons: Words<TurnedAwayBecause>
  package let demands: Words<DemandedThing>
  package let channels: Words<VisitChannel>
  package let grades: Words<EvidenceGrade>
  package let standings: Words<Observer.Standing>
  package let precisions: Words<VisitTime.Precision>
  package let verdicts: Words<ReviewVerdict>
}

package struct VisitListPhrases: Sendable {
  package let title: String
  package let homeText: String
  package let lead: String
  package let count: Plural
  package let none: String
  package let show: String
  package let showing: (all: String, open: String, atDoor: String, denied: String, done: String, flagged: String)
  package let order: String
  package let orders: (newest: String, due: String, gravest: String, client: String, place: String)
  package let place: String
  package let search: String
  package let searchHint: String
  package let apply: String
  package let client: String
  package let state: String
  package let findings: Plural
  package let noFindings: String
  package let clockEnds: OneBlank
  package let page: TwoBlanks
  package let earlier: String
  package let later: String
  package let tick: OneBlank
  package let noteTitle: String
  package let noteHint: String
  package let noteSubmit: String
  package let noneTicked: String
  package let noted: Plural
  package let export: String
}

package struct VisitFilingPhrases: Sendable {
  package let title: String
  package let homeText: String
  package let placeTitle: String
  package let placeHint: String
  package let findPlace: String
  package let choosePlace: String
  package let noPlace: String
  package let otherPlace: String
  package let lead: String
  package let hoursTitle: String
  package let hoursUnknown: String
  package let hoursLine: TwoBlanks
  package let contactTitle: String
  package let rulesTitle: String
  package let rulesNone: String
  package let standard: OneBlank
  package let possible: String
  package let presumed: String
  package let possibleTag: String
  package let presumedTag: String
  package let whoTitle: String
  package let clientName: String
  package let clientNameHint: String
  package let aNumber: String
  package let birth: String
  package let country: String
  package let person: String
  package let personHint: String
  package let askTitle: String
  package let role: String
  package let askerName: String
  package let askerNameHint: String
  package let supervisor: String
  package let supervisorHint: String
  package let companions: String
  package let companionsHint: String
  package let people: String
  package let tie: String
  package let g28: String
  package let g28Hint: String
  package let whatTitle: String
  package let mode: String
  package let window: OneBlank
  package let windowHint: OneBlank
  package let day: String
  package let from: String
  package let to: String
  package let minutes: String
  package let languages: String
  package let accommodation: String
  package let urgency: String
  package let urgentDay: String
  package let urgentTime: String
  package let choose: String
  package let privilege: String
  package let submit: String
}

package struct VisitDoorPhrases: Sendable {
  package let title: String
  package let homeText: String
  package let lead: String
  package let clients: String
  package let clientsHint: String
  package let submit: String
  package let arrived: String
  package let letIn: String
  package let refused: String
  package let left: String
  package let closed: String
  package let completed: String
  package let cutShort: String
  package let clientMoved: String
  package let clientDeclined: String
  package let refusedWhy: String
  package let sentHow: String
  package let forAll: Plural
  package let alsoTitle: String
  package let waiting: Plural
  package let inside: Plural
  package let paper: String
  package let paperText: String
}

package struct VisitStatusPhrases: Sendable {
  package let title: OneBlank
  package let now: String
  package let since: OneBlank
  package let nextTitle: String
  package let clocksTitle: String
  package let noClock: String
  package let endsAt: OneBlank
  package let findingsTitle: String
  package let findingsLead: String
  package let noFindings: String
  package let noRules: String
  package let happenedTitle: String
  package let nothingYet: String
  package let requestTitle: String
  package let windows: String
  package let office: String
  package let filed: OneBlank
  package let atDoor: String
  package let incident: Plural
  package let papersTitle: String
  package let letter: String
  package let mail: String
  package let calendar: String
  package let chronology: String
  package let declaration: String
  package let packet: String
  package let asPDF: OneBlank
  package let noPrintTitle: String
  package let noPrint: String
  package let printBusy: String
  package let late: TwoBlanks
  package let wroteDown: TwoBlanks
  package let toldBy: TwoBlanks
  package let grade: OneBlank
  package let by: OneBlank
  package let corrected: String
  package let takenBack: String
  package let misfit: String
  package let correct: String
  package let takeBack: String
  package let saved: String
  package let yes: String
  package let no: String
  package let slot: TwoBlanks
}

/// Noting something that happened, in all detail.
package struct VisitEventPhrases: Sendable {
  package let title: String
  package let lead: String
  package let correcting: OneBlank
  package let kind: String
  package let day: String
  package let dayHint: String
  package let time: String
  package let timeHint: OneBlank
  package let precision: String
  package let toldBy: String
  package let toldByHint: String
  package let standing: String
  package let channel: String
  package let grade: String
  package let because: String
  package let written: String
  package let demanded: String
  package let door: String
  package let officer: String
  package let contact: String
  package let papers: String
  package let signed: String
  package let documented: String
  package let answered: String
  package let slotTitle: String
  package let verdict: String
  package let note: String
  package let noteHint: String
  package let notSaid: String
  package let submit: String
}

package struct VisitFaultPhrases: Sendable {
  package let notChosen: String
  package let missing: String
  package let tooLong: Plural
  package let notADay: String
  package let notATime: String
  package let inFuture: String
  package let inPast: String
  package let tooLongAgo: String
  package let endsBeforeItBegins: String
  package let notAnANumber: String
  package let unknownCountry: String
  package let notANumber: String
  package let noSuchPlace: String
  package let noSuchPerson: String
  package let placeWithoutZone: String
  package let tooMany: Plural
  package let doesNotFit: TwoBlanks
  package let first: Words<VisitEventKind>
}
