internal import Records

extension PlaceDayPhrases {
  static let english = PlaceDayPhrases(
    title: "Days of a place",
    homeText: "Note when a place is open to lawyers, closes or gives notice, and see its days.",
    lead:
      "What is told here belongs to the place, not to a request. All who sign in can read it, without the names of other offices’ people. Write nothing of anybody detained.",
    find: "Find the place",
    watched: "Places that somebody wrote about lately",
    nowTitle: "What do you see now?",
    openNow: "Open for visits now",
    closedNow: "Closed now",
    closing: "It is closing",
    reopened: "It opened again",
    moreTitle: "For longer, at another time, a sign, a notice",
    moreLead: "How long you watched counts: from when to when you know it yourself.",
    kind: "What was it",
    day: "Day",
    dayHint: "Year, month, day: 2026-11-20. Empty means today.",
    from: "From",
    fromHint: "By the clock of the place ({}), such as 8:00 am. Empty together with “until” means now.",
    to: "Until",
    toHint: "No later than now, except for posted hours. 0:00 is the end of the day.",
    couldStart: "Could a visit have started then?",
    closedOtherwise: "Was it closed for all the rest of that day?",
    closedOtherwiseHint: "Only if you know it for certain, and the day is over.",
    documented: "Is there proof of the emergency?",
    miles: "Miles to what the closure was blamed on",
    note: "Words of the sign or the notice",
    noteHint: "Word for word, if you can.",
    submit: "Note it",
    saved: "It is noted.",
    kinds: Words {
      switch $0 {
      case .openObserved: "Seen open for legal visits"
      case .closedObserved: "Seen closed to legal visits"
      case .hoursPosted: "Hours posted for the day"
      case .closed: "It closed"
      case .reopened: "It opened again"
      case .closureNotified: "Counsel was told of the closure"
      case .notNotified: "Counsel had not been told of the closure"
      case .policyStated: "It says that it has no legal visits"
      case .emergency: "An emergency there"
      case .takenBack: "Taken back"
      }
    },
    standings: Words {
      switch $0 {
      case .open: "Open"
      case .short: "Open too short"
      case .closed: "Closed all day"
      case .unknown: "Not known"
      }
    },
    range: "Open at least {1}, at most {2}",
    exactly: "Open {}",
    nothingWatched: "Nobody watched it for any length of time.",
    posted: "Posted for the day: {}",
    contested: "Accounts differ on {}.",
    unwatched: "Hours that nobody watched count neither as open nor as closed, so no breach follows from them.",
    accounts: Plural(one: "{} account", other: "{} accounts"),
    accountsTitle: "What was told",
    hoursTitle: "Hours of the day",
    rulesTitle: "What the rules say of it",
    rulesNone: "No rule of this rulebook says anything of what was told.",
    noAccounts: "Nobody has told anything of this day.",
    noDays: "Nobody has told anything of this month. That says nothing of whether it was open.",
    earlier: "The month before",
    later: "The month after",
    allDays: "All days of the month",
    someoneElse: "somebody of another office",
    when: "{1} until {2}",
    couldNotStart: "No visit could have started.",
    wasClosedOtherwise: "Closed for all the rest of the day.",
    proof: "There is proof of it.",
    distance: Plural(one: "{} mile from its cause", other: "{} miles from its cause"),
    notOwn: "If you saw it otherwise, write your own account below: both are kept.")
}
