extension StaffPhrases {
  static let english = StaffPhrases(
    title: "Staff",
    signedInAs: "Signed in as {1} ({2})",
    menu: "Staff pages",
    signOut: "Sign out",
    roles: RolePhrases(
      operator: "operator", responder: "responder", attorney: "attorney", assistant: "legal assistant",
      interpreter: "interpreter", monitor: "monitor"),
    problem: "Please check the form",
    expiredForm: "This form was too old to be used. Nothing was done. Please send it again.",
    refusedTitle: "Your role does not open this page",
    refusedText: "If you need it for your work, ask the operator of this installation.",
    signIn: .english, home: .english, search: .english, attempts: .english, following: .english, calls: .english,
    duplicates: .english, protection: .english,
    sessions: .english, accounts: .english, setUp: .english, own: .english, tokens: .english, keeping: .english,
    signUp: .english)
}

extension StaffHomePhrases {
  static let english = StaffHomePhrases(
    title: "Staff pages",
    searchText: "Search, and see how each fact was weighed.",
    attemptsText: "Note what you looked up elsewhere, and see what others noted.",
    sessionsText: "See where you are signed in, and sign out there.",
    accountsText: "See who has an account, and change it.")
}

extension StaffSearchPhrases {
  static let english = StaffSearchPhrases(
    title: "Search with weights",
    lead: "For staff only. Do not read the weights to a caller: they can tell a stranger what a record holds.",
    submit: "Search",
    nothing: "Nobody in these records fits well enough",
    nothingText: "Look elsewhere too, and note what you found there.",
    found: Plural(one: "{} record may fit", other: "{} records may fit"),
    record: "Record {}",
    probability: "Likely to {}, once all other records are counted",
    waterfall: "How it was weighed",
    fact: "Fact",
    level: "How it agrees",
    bits: "Weight in bits",
    sum: "Sum",
    bitsHelp: "One bit doubles how likely it is that this is the person; a bit below zero halves it.",
    facts: FactPhrases(
      aNumber: "A-Number", givenName: "First name", familyName: "Last name", wholeName: "Whole name",
      birth: "Date of birth", country: "Country", sex: "Sex", arrestDay: "Day of arrest",
      arrestPlace: "Place of arrest", place: "Place", relatives: "Relatives share it"),
    levels: LevelPhrases(
      exact: "exactly", normalised: "except for accents or case", nickname: "as another form of the name",
      soundsAlike: "by its sound", oneTypingError: "with one typing error", oneDigit: "with one digit different",
      dayMonthSwapped: "with day and month exchanged", initial: "as an initial", partial: "in part",
      sameYear: "in the year", nearYear: "within a year or two", fitsAge: "with the age", near: "nearly",
      sameRegion: "in the region", different: "not at all"),
    noteAttempt: "Note a look elsewhere for this record")
}

extension AttemptPhrases {
  static let english = AttemptPhrases(
    title: "Looked up elsewhere",
    lead: "Every look can become evidence: note it as it was, also when nothing came of it. A note cannot be changed.",
    formTitle: "Note a look",
    submit: "Save this note",
    saved: "The note is saved.",
    listTitle: "The newest notes",
    none: "There are no notes yet.",
    locator: "Where you looked",
    choose: "Choose one",
    detail: "Which one, exactly",
    detailHint: "The number you called, or the name of the page.",
    whenTitle: "When it was",
    whenHint: "Leave day and time empty if it was just now.",
    day: "Day",
    dayHint: "Year, month, day: 2026-11-20. Empty means today.",
    time: "Time",
    timeHint: "For example 14:05 or 2:05 pm",
    zone: "By the clocks of",
    typedTitle: "What you typed or said there",
    typedHint: "Exactly so, with every spelling and order of names.",
    firstName: "First name",
    lastName: "Last name",
    result: "What came of it",
    place: "The place that it named",
    placeHint: "Only if somebody was found.",
    nextCheck: "Look again",
    noNextCheck: "Not planned",
    inHours: Plural(one: "In {} hour", other: "In {} hours"),
    inDays: Plural(one: "In {} day", other: "In {} days"),
    person: "Number of the record",
    personHint: "The record here that may be the person, if there is one.",
    aboutPerson: "About record {}",
    by: "{1}, noted by {2}",
    typed: "Typed there",
    named: "It named: {}",
    lookAgain: "Look again: {}",
    locators: LocatorPhrases(
      official: "Official online locator", court: "Immigration court line or portal",
      fieldOffice: "Field office, by phone or e-mail", facility: "The facility, by phone",
      jailRoster: "A county jail’s list", prisons: "Federal prisons’ locator", minors: "Hotline for children alone",
      consulate: "A consulate", hospital: "A hospital", other: "Elsewhere"),
    results: LocatorResultPhrases(
      found: "Found", noMatch: "Nobody found", multiple: "More than one person",
      error: "It did not work, or nobody answered", notAttempted: "It could not be tried"),
    faults: AttemptFaultPhrases(
      notChosen: "Please choose one of these.",
      tooLong: Plural(one: "This may have {} character at most.", other: "This may have {} characters at most."),
      notADay: "Please write the day as year, month, day: 2026-11-20.",
      notATime: "Please write the time as 14:05 or 2:05 pm. When clocks change, some times do not exist.",
      inFuture: "This time has not come yet.",
      tooLongAgo: "This is more than a year ago.",
      notAnANumber: "An A-Number has seven to nine digits.",
      unknownCountry: "We do not know this country. Please check how it is spelled.",
      nothingLookedFor: "Please write at least a name or an A-Number that you looked for.",
      placeWithoutFinding: "A place can be noted only if somebody was found.",
      noSuchPerson: "There is no record with this number."))
}

extension SessionPhrases {
  static let english = SessionPhrases(
    title: "Where you are signed in",
    lead: "We do not store which device or address it was. If you are not sure about one, end it.",
    this: "This one",
    began: "Since",
    lastSeen: "Last used",
    ends: "Ends at the latest",
    end: "End this one",
    endOthers: "End all others",
    noOthers: "You are signed in nowhere else.")
}

extension AccountPhrases {
  static let english = AccountPhrases(
    title: "Accounts",
    lead: "Open one to change its role, reset its second factor or close it.",
    name: "Name",
    role: "Role",
    state: "State",
    sample: "sample",
    disabled: "disabled",
    neverSignedIn: "has not signed in yet",
    signedIn: "last signed in {}")
}
