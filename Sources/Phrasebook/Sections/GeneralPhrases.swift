/// What every page says.
package struct CommonPhrases: Sendable {
  package let siteName: String
  package let tagline: String
  package let skipToContent: String
  package let leaveNow: String
  package let search: String
  package let places: String
  package let about: String
  package let languages: String
  package let practice: String
  package let notGovernment: String
  package let notLegalAdvice: String
  package let newSearch: String
  package let call: OneBlank
  package let write: OneBlank
  package let notKnown: String
  package let pageOf: TwoBlanks
}

/// How long ago, and how soon.
package struct AgePhrases: Sendable {
  package let justNow: String
  package let minutesAgo: Plural
  package let hoursAgo: Plural
  package let today: String
  package let yesterday: String
  package let daysAgo: Plural
  package let weeksAgo: Plural
  package let monthsAgo: Plural
  package let yearsAgo: Plural
  package let inTheFuture: String
  package let soon: String
  package let inHours: Plural
  package let inDays: Plural
  package let momentInZone: TwoBlanks
}

/// About the button that leaves the site.
package struct LeavingPhrases: Sendable {
  package let title: String
  package let whatItDoes: String
  package let whatItDoesNot: String
  package let toBeSaferTitle: String
  package let toBeSafer: [String]
  package let whatWeDo: String
  package let shortNotice: String
  package let learnMore: String
  package let backToSearch: String
}

/// Pages that say why there is no answer.
package struct FailurePhrases: Sendable {
  package let notFoundTitle: String
  package let notFoundText: String
  package let methodTitle: String
  package let methodText: String
  package let refusedTitle: String
  package let refusedText: String
  package let badRequestTitle: String
  package let badRequestText: String
  package let tooLargeTitle: String
  package let tooLargeText: String
  package let brokenTitle: String
  package let brokenText: String
  package let busyTitle: String
  package let busyText: String
  package let meanwhile: String
  package let reference: OneBlank
}
