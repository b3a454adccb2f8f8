/// Open searches, which staff keep for families.
package struct FollowingPhrases: Sendable {
  package let title: String
  package let lead: String
  package let homeText: String
  package let openTitle: String
  package let openHint: String
  package let open: String
  package let openThis: String
  package let none: String
  package let openOnes: Plural
  package let endedOnes: String
  package let deleted: String
  package let byNumber: OneBlank
  package let waiting: String
  package let matches: Plural
  package let noMatches: String
  package let news: Plural
  package let opened: String
  package let openedBy: TwoBlanks
  package let ends: String
  package let ended: String
  package let closed: String
  package let renewedByLooking: String
  package let erased: OneBlank
  package let sought: String
  package let close: String
  package let reopen: String
  package let renew: String
  package let deleteTitle: String
  package let deleteText: String
  package let delete: String
  package let found: String
  package let news1: String
  package let foundAt: OneBlank
  package let before: String
  package let withdrawn: String
  package let merged: String
  package let noLongerFits: String
  package let probability: OneBlank
}

/// People of the records who may be one.
package struct DuplicatePhrases: Sendable {
  package let title: String
  package let lead: String
  package let homeText: String
  package let waiting: Plural
  package let none: String
  package let pair: TwoBlanks
  package let probability: OneBlank
  package let record: OneBlank
  package let numbers: String
  package let source: String
  package let lastKnown: String
  package let about: OneBlank
  package let why: String
  package let whyHint: String
  package let same: String
  package let different: String
  package let noReason: String
  package let tooLong: Plural
  package let decisions: String
  package let noDecisions: String
  package let decidedSame: String
  package let decidedDifferent: String
  package let decidedBy: TwoBlanks
  package let undoneBy: TwoBlanks
  package let reason: OneBlank
  package let undo: String
  package let outcomes: PairOutcomePhrases
}

/// What became of a decision.
package struct PairOutcomePhrases: Sendable {
  package let done: String
  package let already: String
  package let contradicts: String
  package let unknown: String
}
