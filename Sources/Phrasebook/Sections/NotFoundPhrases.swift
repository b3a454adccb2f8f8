/// The page that most people see.
package struct NotFoundPhrases: Sendable {
  package let title: String
  package let lead: String
  package let dataAsOf: TwoBlanks
  package let noData: String
  package let freshnessTitle: String
  package let freshnessLine: TwoBlanks
  package let onThisPage: String
  package let nextText: String
  package let reasonsTitle: String
  package let freshArrest: ReasonPhrases
  package let minor: ReasonPhrases
  package let nameWrittenOtherwise: ReasonPhrases
  package let transfer: ReasonPhrases
  package let otherCustody: ReasonPhrases
  package let moreNeeded: ReasonPhrases
  package let noLongerHeld: ReasonPhrases
  package let oldRecords: ReasonPhrases
  package let spellingsTitle: String
  package let spellingsText: String
  package let spellingsFirst: String
  package let spellingsLast: String
  package let spellingsANumber: OneBlank
  package let againTitle: String
  package let againText: String
  package let againNote: String
}

/// A reason with its explanation.
package struct ReasonPhrases: Sendable {
  package let title: String
  package let text: String
}

/// The other ways to look, in their order.
package struct LadderPhrases: Sendable {
  package let title: String
  package let lead: String
  package let ready: String
  package let locator: StepPhrases
  package let fieldOffice: StepPhrases
  package let fieldOfficesLink: String
  package let facility: StepPhrases
  package let facilitiesLink: String
  package let detentionLine: StepPhrases
  package let court: StepPhrases
  package let borderPatrol: StepPhrases
  package let children: StepPhrases
  package let prisons: StepPhrases
  package let consulate: StepPhrases
  package let consulateWarning: String
  package let congress: StepPhrases
  package let locatorLink: String
  package let courtLink: String
  package let prisonLink: String
  package let vineLink: String
  package let congressLink: String
}

/// One step of the ladder.
package struct StepPhrases: Sendable {
  package let title: String
  package let text: String
}
