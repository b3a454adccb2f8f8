/// Who is protected, which private records are safe to tell, and what strangers tried: for responders.
package struct PersonProtectionPhrases: Sendable {
  package let title: String
  package let lead: String
  package let homeText: String
  package let done: String
  package let already: String
  package let unknown: String
  package let closedTitle: String
  package let closedText: TwoBlanks
  package let closedNumbersText: TwoBlanks
  package let closedUntil: OneBlank
  package let openAnswers: String
  package let openHint: String
  package let stopsTitle: Plural
  package let stopsText: String
  package let noStops: String
  package let stop: TwoBlanks
  package let seen: String
  package let screeningTitle: Plural
  package let screeningText: String
  package let noScreening: String
  package let safe: String
  package let unsafe: String
  package let contestsTitle: Plural
  package let contestsText: String
  package let noContests: String
  package let uphold: String
  package let reject: String
  package let upheldTitle: String
  package let recordGone: String
  package let knownAgain: String
  package let notKnownAgain: String
  package let undoUpheld: String
  package let protectTitle: String
  package let protectText: String
  package let person: String
  package let personHint: String
  package let personWrong: String
  package let kind: String
  package let askedBy: String
  package let days: String
  package let daysHint: String
  package let daysWrong: String
  package let protect: String
  package let protectThis: String
  package let standingTitle: Plural
  package let noStanding: String
  package let standing: TwoBlanks
  package let setBy: TwoBlanks
  package let atConsole: String
  package let ends: OneBlank
  package let lift: String
  package let because: String
  package let notTold: String
  package let stoppedNow: String
  package let hindrances: HindrancePhrases
  package let askers: AskerPhrases
  package let reasons: LiftReasonPhrases
}

/// Why somebody is not told of by itself.
package struct HindrancePhrases: Sendable {
  package let minor: String
  package let perhapsMinor: String
  package let section1367: String
  package let safety: String
  package let hidden: String
  package let contested: String
  package let unscreened: String
  package let unverified: String
  package let withdrawn: String
  package let suppressed: String
}

package struct AskerPhrases: Sendable {
  package let person: String
  package let lawyer: String
  package let family: String
  package let responder: String
}

package struct LiftReasonPhrases: Sendable {
  package let asked: String
  package let mistake: String
  package let over: String
  package let decided: String
}
