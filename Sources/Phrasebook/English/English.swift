extension Phrases {
  /// American English.
  package static let english = Phrases(
    language: .english,
    common: .english, ages: .english, start: .english, form: .english, faults: .english, result: .english,
    agreement: .english, notFound: .english, ladder: .english, receipt: .english, places: .english, place: .english,
    about: .english,
    leaving: .english, failures: .english, staff: .english, visits: .english, review: .english, figures: .english,
    court: .english, patterns: .english, published: .english, hotline: .english, arrests: .english, findings: .english)
}

extension CommonPhrases {
  static let english = CommonPhrases(
    siteName: "Paradero",
    tagline: "Find a person held in immigration detention",
    skipToContent: "Skip to the main part",
    leaveNow: "Leave this site now",
    search: "Search",
    places: "Places",
    about: "About",
    languages: "Language",
    practice: "Practice version: all the people in it are invented. The places are real.",
    notGovernment: "Paradero is not part of the government. It costs nothing.",
    notLegalAdvice: "What you read here is information, not legal advice.",
    newSearch: "Start a new search",
    call: "Call {}",
    write: "Write to {}",
    notKnown: "Not known",
    pageOf: "{1} – {2}")
}

extension AgePhrases {
  static let english = AgePhrases(
    justNow: "just now",
    minutesAgo: Plural(one: "{} minute ago", other: "{} minutes ago"),
    hoursAgo: Plural(one: "{} hour ago", other: "{} hours ago"),
    today: "today",
    yesterday: "yesterday",
    daysAgo: Plural(one: "{} day ago", other: "{} days ago"),
    weeksAgo: Plural(one: "{} week ago", other: "{} weeks ago"),
    monthsAgo: Plural(one: "{} month ago", other: "{} months ago"),
    yearsAgo: Plural(one: "{} year ago", other: "{} years ago"),
    inTheFuture: "in the future",
    soon: "now",
    inHours: Plural(one: "in about {} hour", other: "in about {} hours"),
    inDays: Plural(one: "in {} day", other: "in {} days"),
    momentInZone: "{1}, {2}")
}

extension LeavingPhrases {
  static let english = LeavingPhrases(
    title: "Leaving this site quickly",
    whatItDoes:
      "The button “Leave this site now” is at the top of every page. It opens Wikipedia at once.",
    whatItDoesNot:
      "It does not erase your history. Someone who looks at this phone or computer may still see that you were here.",
    toBeSaferTitle: "To leave less behind",
    toBeSafer: [
      "Use a private or incognito window before you come here.",
      "Afterwards, erase the history of the last hour in your browser’s menu, under “History”.",
      "If you can, use the phone or computer of somebody you trust.",
    ],
    whatWeDo: "We do not keep your search, your address on the internet, or which pages you looked at.",
    shortNotice: "It opens Wikipedia. It does not erase your history.",
    learnMore: "How to leave less behind",
    backToSearch: "Go to the search")
}

extension FailurePhrases {
  static let english = FailurePhrases(
    notFoundTitle: "This page does not exist",
    notFoundText: "The address may be mistyped, or the page may have moved.",
    methodTitle: "This page cannot be opened this way",
    methodText: "A search is sent from the form. Please start again there.",
    refusedTitle: "This search did not come from our form",
    refusedText:
      "To protect you, we only take searches that are sent from this site. Please open the form and try again.",
    badRequestTitle: "We could not read what was sent",
    badRequestText: "Nothing was searched. Please open the form and try again.",
    tooLargeTitle: "That was too long",
    tooLargeText: "Nothing was searched. Please shorten what you wrote and try again.",
    brokenTitle: "Something went wrong on our side",
    brokenText: "What you wrote was not kept. Please try again in a few minutes.",
    busyTitle: "Too many people are searching right now",
    busyText: "What you wrote was not kept. Please wait a minute and try again.",
    meanwhile: "Meanwhile, you can look in these ways.",
    reference: "If you tell somebody about this, give them this number: {}")
}
