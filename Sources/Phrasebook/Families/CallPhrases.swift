/// The queue of calls to families, for responders.
package struct CallPhrases: Sendable {
  package let title: String
  package let homeText: String
  package let lead: String
  package let none: String
  package let waiting: Plural
  package let overdue: Plural
  package let overdueTag: String
  package let protectedTag: String
  package let done: String
  package let call: OneBlank
  package let asked: String
  package let due: String
  package let owner: String
  package let nobody: String
  package let language: String
  package let tries: Plural
  package let openings: Plural
  package let reason: String
  package let reasons: CallReasonPhrases
  package let lookingFor: String
  package let script: String
  package let steps: [String]
  package let protectedText: String
  package let agreedBy: OneBlank
  package let take: String
  package let giveBack: String
  package let protect: String
  package let protectHint: String
  package let agree: String
  package let tried: String
  package let contactTitle: String
  package let contactText: String
  package let why: String
  package let whyHint: String
  package let open: String
  package let reach: String
  package let note: String
  package let notes: String
  package let shownOnce: String
  package let refusals: ContactRefusalPhrases
  package let outcomeTitle: String
  package let outcomes: CallOutcomePhrases
  package let finish: String
  package let endedAs: OneBlank
  package let tooLate: String
}

package struct CallReasonPhrases: Sendable {
  package let asked: String
  package let notEarned: String
  package let protected: String
  package let locked: String
}

package struct ContactRefusalPhrases: Sendable {
  package let noReason: String
  package let notSignedIn: String
  package let notYours: String
  package let notAgreed: String
  package let tooMany: String
  package let nothing: String
  package let away: String
}

package struct CallOutcomePhrases: Sendable {
  package let told: String
  package let passedOn: String
  package let nothingToTell: String
  package let notReached: String
  package let wrongNumber: String
  package let notWanted: String
}
