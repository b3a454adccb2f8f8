package import Records

/// What people read on the pages of the hotline.
package struct HotlinePhrases: Sendable {
  package let taking: IntakeFormPhrases
  package let queue: IntakeQueuePhrases
  package let one: IntakePagePhrases
  package let network: NetworkPhrases
  package let alerts: AlertPhrases
  package let words: IntakeWords
}

/// Words for closed lists.
package struct IntakeWords: Sendable {
  package let statuses: Words<IntakeStatus>
  package let truths: Words<IntakeTruth>
  package let dependents: Words<DependentAnswer>
  package let kinds: Words<IntakeKind>
  package let bases: Words<IntakeBasis>
  package let needs: Words<HandoffNeed>
  package let states: Words<HandoffState>
  package let steps: Words<HandoffStep>
  package let callEnds: Words<IntakeCallEnd>
  package let standings: Words<AlertStanding>
  package let alertBases: Words<AlertBasis>
}

/// The form that a responder fills in on the phone.
package struct IntakeFormPhrases: Sendable {
  package let title: String
  package let homeText: String
  package let lead: String
  package let dependent: String
  package let dependentHint: String
  package let childPartner: String
  package let childPartnerHint: String
  package let noChildPartner: String
  package let place: String
  package let placeHint: String
  package let save: String
  package let more: String
  package let moreHint: String
  package let what: String
  package let basis: String
  package let people: String
  package let day: String
  package let dayHint: String
  package let time: String
  package let timeHint: String
  package let zone: String
  package let zoneUsual: String
  package let observer: String
  package let observerHint: String
  package let caller: String
  package let callerHint: String
  package let callBack: String
  package let callBackYes: String
  package let person: String
  package let personHint: String
  package let name: String
  package let birth: String
  package let country: String
  package let note: String
  package let noteHint: String
  package let faults:
    (
      noPlace: String, tooLong: String, notANumber: String, notADay: String, notATime: String, inFuture: String,
      tooLongAgo: String, notAPhone: String, unknownObserver: String, unknownCountry: String, notABirth: String,
      notAName: String, noPhone: String, noKeeper: String
    )
}

/// The list of reports.
package struct IntakeQueuePhrases: Sendable {
  package let title: String
  package let homeText: String
  package let lead: String
  package let open: Plural
  package let overdue: Plural
  package let alone: Plural
  package let none: String
  package let showing: (open: String, overdue: String, closed: String, all: String)
  package let report: TwoBlanks
  package let overdueTag: String
  package let aloneTag: String
  package let callTag: String
  package let sampleTag: String
  package let due: OneBlank
  package let taken: TwoBlanks
  package let owner: OneBlank
  package let others: Plural
  package let next: String
  package let first: String
  package let new: String
}

/// One report.
package struct IntakePagePhrases: Sendable {
  package let title: OneBlank
  package let saved: String
  package let meanwhile: String
  package let alone: String
  package let aloneSteps: [String]
  package let askNow: String
  package let overdue: OneBlank
  package let place: String
  package let when: String
  package let dayOnly: OneBlank
  package let what: String
  package let basis: String
  package let people: String
  package let observer: String
  package let caller: String
  package let callerDigits: OneBlank
  package let status: String
  package let truth: String
  package let dependent: String
  package let told: String
  package let toldHint: String
  package let erased: String
  package let handoffs: String
  package let handoffsLead: String
  package let noHandoffs: String
  package let handOn: String
  package let partner: String
  package let need: String
  package let within: String
  package let usual: String
  package let minutes: Plural
  package let hours: Plural
  package let days: Plural
  package let dueBy: OneBlank
  package let answerDue: OneBlank
  package let by: TwoBlanks
  package let note: String
  package let noteHint: String
  package let change: String
  package let statusTitle: String
  package let truthTitle: String
  package let set: String
  package let take: String
  package let giveBack: String
  package let addNote: String
  package let worksOn: OneBlank
  package let similar: String
  package let similarLead: String
  package let same: String
  package let notSame: String
  package let group: String
  package let part: String
  package let record: String
  package let recordLead: String
  package let recordButton: String
  package let recordThere: OneBlank
  package let recordScreen: String
  package let call: String
  package let callLead: String
  package let callTake: String
  package let callWhy: String
  package let callWhyHint: String
  package let callOpen: String
  package let callEnd: String
  package let callDone: OneBlank
  package let alert: String
  package let alertLead: String
  package let alertButton: String
  package let alertNone: String
  package let story: String
  package let crossed: String
  package let events:
    (
      taken: OneBlank, status: TwoBlanks, truth: TwoBlanks, take: OneBlank, giveBack: OneBlank, note: OneBlank,
      same: TwoBlanks, notSame: TwoBlanks, record: OneBlank, called: TwoBlanks
    )
  package let outcomes:
    (
      unknown: String, needsHandoff: String, needsCall: String, needsName: String, already: String, tooLong: String,
      needsNote: String
    )
}

/// Organisations and trained observers.
package struct NetworkPhrases: Sendable {
  package let title: String
  package let homeText: String
  package let lead: String
  package let partners: String
  package let none: String
  package let takes: OneBlank
  package let add: String
  package let name: String
  package let phone: String
  package let phoneHint: String
  package let takesTitle: String
  package let submit: String
  package let observers: String
  package let observersLead: String
  package let noObservers: String
  package let sign: String
  package let signHint: String
  package let partner: String
  package let trainedOn: String
  package let trainedOnHint: String
  package let addObserver: String
  package let end: String
  package let ended: String
  package let trained: TwoBlanks
  package let faults:
    (noName: String, notAPhone: String, known: String, notASign: String, noPartner: String, notADay: String)
}

/// Alerts: the public page, the form, the page of one, the mail.
package struct AlertPhrases: Sendable {
  package let title: String
  package let homeText: String
  package let lead: String
  package let none: String
  package let age: OneBlank
  package let band: ThreeBlanks
  package let until: OneBlank
  package let was: OneBlank
  package let corrections: Words<AlertStanding>
  package let rights: String
  package let propose: OneBlank
  package let proposeLead: String
  package let founded: Words<AlertBasis>
  package let notFounded: String
  package let sources: String
  package let place: String
  package let placeHint: String
  package let state: String
  package let what: String
  package let expires: String
  package let hours: Plural
  package let publish: String
  package let published: String
  package let one: OneBlank
  package let list: String
  package let standsOn: String
  package let reach: String
  package let sent: Plural
  package let waiting: Plural
  package let failed: Plural
  package let told: Plural
  package let correct: String
  package let correctLead: String
  package let falseAlarm: String
  package let over: String
  package let corrected: String
  package let rightPlace: String
  package let rightHours: String
  package let sameHours: String
  package let earlier: Plural
  package let later: Plural
  package let submit: String
  package let subscribeTitle: String
  package let subscribeLead: String
  package let subscribed: OneBlank
  package let all: String
  package let address: String
  package let states: String
  package let statesHint: String
  package let subscribe: String
  package let unsubscribe: String
  package let faults:
    (
      noPlace: String, tooLong: String, noState: String, namesSomebody: String, tooOld: String, notForAlerts: String,
      notFounded: String, unknown: String, notLive: String, notAnAddress: String, notStates: String, noKeeper: String
    )
  package let mailSubject: OneBlank
  package let mailCorrection: OneBlank
  package let mailEnd: OneBlank
}
