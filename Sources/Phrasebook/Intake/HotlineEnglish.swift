internal import Records

extension HotlinePhrases {
  static let english = HotlinePhrases(
    taking: .english, queue: .english, one: .english, network: .english, alerts: .english, words: .english)
}

extension IntakeWords {
  static let english = IntakeWords(
    statuses: Words {
      switch $0 {
      case .new: "New"
      case .reviewing: "Being reviewed"
      case .dispatched: "Handed on"
      case .closed: "Closed"
      }
    },
    truths: Words {
      switch $0 {
      case .unverified: "Not verified"
      case .corroborated: "Backed by another source"
      case .confirmed: "Confirmed"
      case .falseAlarm: "False alarm"
      }
    },
    dependents: Words {
      switch $0 {
      case .yes: "Yes, somebody is alone now"
      case .no: "No"
      case .unknown: "Not known"
      }
    },
    kinds: Words {
      switch $0 {
      case .arrest: "Somebody was taken"
      case .raid: "A raid"
      case .checkpoint: "A checkpoint"
      case .agents: "Agents were seen"
      case .missing: "Somebody is missing"
      case .other: "Something else, or not said"
      }
    },
    bases: Words {
      switch $0 {
      case .saw: "Saw it"
      case .told: "Was told by somebody"
      case .media: "Read it or saw it online"
      case .unknown: "Not said"
      }
    },
    needs: Words {
      switch $0 {
      case .child: "A child or dependent is alone"
      case .legal: "A lawyer"
      case .family: "Contact with the family"
      case .shelter: "Shelter"
      case .health: "Medical help"
      case .rapid: "Observers on the spot"
      case .other: "Something else"
      }
    },
    states: Words {
      switch $0 {
      case .open: "Waiting for an answer"
      case .accepted: "Accepted"
      case .declined: "Declined"
      case .done: "Done"
      case .withdrawn: "Withdrawn"
      }
    },
    steps: Words {
      switch $0 {
      case .reminded: "We reminded them"
      case .accepted: "They accepted"
      case .declined: "They declined"
      case .done: "It is done"
      case .withdrawn: "We take it back"
      }
    },
    callEnds: Words {
      switch $0 {
      case .reached: "Spoke with the caller"
      case .notReached: "Nobody answered"
      case .wrongNumber: "Wrong number"
      case .notWanted: "The caller wants no call any more"
      }
    },
    standings: Words {
      switch $0 {
      case .live: "Live"
      case .corrected: "Corrected"
      case .falseAlarm: "False alarm"
      case .inDoubt: "In doubt"
      case .over: "Over"
      }
    },
    alertBases: Words {
      switch $0 {
      case .twoSources: "two independent sources"
      case .observer: "a trained observer"
      }
    })
}

extension IntakeFormPhrases {
  static let english = IntakeFormPhrases(
    title: "Take a report",
    homeText: "Type what a caller tells you. A place is enough.",
    lead: "Ask the first question first. Then the place: that is enough to save.",
    dependent: "Is a child, or somebody who cannot be alone, on their own right now?",
    dependentHint: "If so, it is handed on as soon as you save, and an answer is due in 15 minutes.",
    childPartner: "If yes: who takes over",
    childPartnerHint: "Only organisations that take in children or dependents.",
    noChildPartner: "Choose after saving",
    place: "Where",
    placeHint: "As the caller says it: a street corner, a shop, a town, or the name or code of a facility.",
    save: "Save the report",
    more: "More, if the caller knows it",
    moreHint: "Nothing here is needed. What you leave empty can be noted later.",
    what: "What",
    basis: "How the caller knows",
    people: "How many people were taken",
    day: "Day",
    dayHint: "Empty: today. Like 2026-11-30.",
    time: "Time",
    timeHint: "Empty: now. Like 14:30 or 2:30 pm.",
    zone: "By the clocks of",
    zoneUsual: "The place, or our office",
    observer: "Sign of a trained observer",
    observerHint: "Like ABC-12, if the caller gives one.",
    caller: "The caller’s number",
    callerHint: "Kept as its last two digits and a code that nobody can read back.",
    callBack: "Call back",
    callBackYes: "The caller wants to be called back: keep the number sealed until then",
    person: "Who was taken",
    personHint: "Sealed. It can become a record later, if you decide so.",
    name: "Name",
    birth: "Birth date, year or age",
    country: "Country of birth",
    note: "What else was told",
    noteHint: "Sealed. In the caller’s words, without the caller’s name.",
    faults: (
      noPlace: "Please type where. A few words are enough.", tooLong: "Please shorten this.",
      notANumber: "Please type a number from 1 to 999.", notADay: "Please write the day like 2026-11-30.",
      notATime: "Please write the time like 14:30 or 2:30 pm.", inFuture: "This lies in the future.",
      tooLongAgo: "This is more than a year ago.", notAPhone: "Please type the number with 7 to 15 digits.",
      unknownObserver: "No trained observer has this sign.", unknownCountry: "This country was not understood.",
      notABirth: "Please type a date, a year or an age.", notAName: "Please type a name with letters.",
      noPhone: "To be called back, the caller has to leave a number.",
      noKeeper: "There is no key to seal a number with. Ask an operator; until then take no number."
    ))
}

extension IntakeQueuePhrases {
  static let english = IntakeQueuePhrases(
    title: "Reports of the hotline",
    homeText: "See what waits, who has taken over, and what is overdue.",
    lead: "Each report ends with somebody who has taken over. What is due first stands first.",
    open: Plural(one: "{} report is open", other: "{} reports are open"),
    overdue: Plural(one: "{} report is overdue.", other: "{} reports are overdue."),
    alone: Plural(
      one: "In {} report somebody is alone and nobody has taken over yet.",
      other: "In {} reports somebody is alone and nobody has taken over yet."),
    none: "Nothing waits here.",
    showing: (open: "Open", overdue: "Overdue", closed: "Closed", all: "All"),
    report: "Report {1}: {2}",
    overdueTag: "Overdue",
    aloneTag: "Somebody is alone",
    callTag: "Wants a call",
    sampleTag: "Invented",
    due: "To do by: {}",
    taken: "Taken {1} by {2}",
    owner: "With {}",
    others: Plural(one: "{} other report of the same", other: "{} other reports of the same"),
    next: "Next page",
    first: "To the first page",
    new: "Take a report")
}

extension IntakePagePhrases {
  static let english = IntakePagePhrases(
    title: "Report {}",
    saved: "Saved.",
    meanwhile: "While you were writing, others did this. Both are kept:",
    alone: "Somebody is alone now",
    aloneSteps: [
      "Stay on the line. If there is danger, 911 comes first.",
      "Ask: where exactly, how old, who could be there in minutes, which language.",
      "Call the organisation below and hand over in person. Then note that they accepted.",
    ],
    askNow: "It is not known whether a child or a dependent is alone. Ask now if the caller is still on the line.",
    overdue: "Overdue: {}",
    place: "Where",
    when: "When",
    dayOnly: "{}, hour not known",
    what: "What",
    basis: "How the caller knows",
    people: "People taken",
    observer: "Trained observer",
    caller: "Caller’s number",
    callerDigits: "ends in {}",
    status: "Work on it",
    truth: "Is it true",
    dependent: "Somebody alone",
    told: "What was told",
    toldHint: "Sealed. That you opened this page is in the audit log.",
    erased: "What was personal in this report was erased after its time.",
    handoffs: "Handed on to",
    handoffsLead: "A report can be closed when somebody has taken over.",
    noHandoffs: "Nobody yet.",
    handOn: "Hand on",
    partner: "Organisation",
    need: "What is needed",
    within: "An answer is due within",
    usual: "As usual for the need",
    minutes: Plural(one: "{} minute", other: "{} minutes"),
    hours: Plural(one: "{} hour", other: "{} hours"),
    days: Plural(one: "{} day", other: "{} days"),
    dueBy: "To do by: {}",
    answerDue: "An answer is due: {}",
    by: "{1}, {2}",
    note: "Note",
    noteHint: "Sealed, and kept with what you do. Without the caller’s name.",
    change: "Note what was answered",
    statusTitle: "Work on it",
    truthTitle: "Is it true?",
    set: "Set",
    take: "I work on this",
    giveBack: "Give it back",
    addNote: "Add a note",
    worksOn: "{} works on it",
    similar: "Perhaps the same",
    similarLead: "Other reports of about this place and hour. You decide.",
    same: "The same",
    notSame: "Not the same",
    group: "Of the same incident",
    part: "Not the same after all",
    record: "Record of a detained person",
    recordLead:
      "Makes a record of the name that was told, with the hotline as its source. While the report is not verified, nobody is told of it by itself; and never before somebody has looked whether telling is safe.",
    recordButton: "Make a record",
    recordThere: "There is a record of this: person {}.",
    recordScreen: "Look whether telling is safe",
    call: "Call back",
    callLead: "The caller wants to be called. The number is sealed; each opening is in the audit log.",
    callTake: "Take the report first, then the number can be opened.",
    callWhy: "Why you need the number",
    callWhyHint: "At least a few words.",
    callOpen: "Open the number",
    callEnd: "How the call went",
    callDone: "The caller was called: {}",
    alert: "Alert for the public",
    alertLead: "An alert names a place and two hours, never a person.",
    alertButton: "Prepare an alert",
    alertNone: "It needs two callers who saw it, or one trained observer.",
    story: "What was done",
    crossed: "written without having seen what stands before it",
    events: (
      taken: "{} took the report", status: "{1}: work on it is now “{2}”", truth: "{1}: “{2}”",
      take: "{} works on it", giveBack: "{} gave it back", note: "{} noted:",
      same: "{1}: the same as report {2}", notSame: "{1}: not the same as report {2}",
      record: "{} made a record of it", called: "{1} called back: {2}"
    ),
    outcomes: (
      unknown: "That is not there any more.",
      needsHandoff: "It cannot be closed yet: somebody has to take over first, and no hand-off may wait for an answer.",
      needsCall: "It cannot be closed yet: the caller waits for a call.",
      needsName: "A record needs a name.", already: "There is a record of it already.",
      tooLong: "Please shorten the note.", needsNote: "Please write something."
    ))
}

extension NetworkPhrases {
  static let english = NetworkPhrases(
    title: "Organisations and observers",
    homeText: "Who takes over what, and whose word alone suffices for an alert.",
    lead: "Organisations to which reports are handed on. Only numbers that they make known themselves.",
    partners: "Organisations",
    none: "None yet.",
    takes: "Takes: {}",
    add: "Add an organisation",
    name: "Name",
    phone: "Public number",
    phoneHint: "May be empty.",
    takesTitle: "What it takes over",
    submit: "Add",
    observers: "Trained observers",
    observersLead: "Known here by a sign alone. Who they are, the organisation knows that trained them.",
    noObservers: "None yet.",
    sign: "Sign",
    signHint: "Two to four letters, a dash and a number: ABC-12.",
    partner: "Trained by",
    trainedOn: "Trained on",
    trainedOnHint: "Like 2026-11-30.",
    addObserver: "Add an observer",
    end: "Counts no more",
    ended: "counts no more",
    trained: "{1}, trained by {2}",
    faults: (
      noName: "Please type a name.", notAPhone: "Please type a number with 7 to 15 digits, or none.",
      known: "This is there already.", notASign: "Please type a sign like ABC-12.",
      noPartner: "Please choose an organisation.", notADay: "Please write the day like 2026-11-30, not in the future."
    ))
}

extension AlertPhrases {
  static let english = AlertPhrases(
    title: "Alerts",
    homeText: "Warnings for the public that are live now, and by mail.",
    lead:
      "What people told the hotline, from two independent sources or a trained observer. A place and two hours, never a person. Each is shown until it expires, also when it was wrong.",
    none: "There is no alert now. That does not mean that nothing happens.",
    age: "Published {}",
    band: "{1}, between {2} and {3}",
    until: "Shown until {}",
    was: "It said: {}",
    corrections: Words {
      switch $0 {
      case .live: "Live"
      case .corrected: "Corrected: here is what is right."
      case .falseAlarm: "This was a false alarm. It did not happen."
      case .inDoubt: "In doubt: a report behind this alert was wrong."
      case .over: "This is over."
      }
    },
    rights:
      "You have the right to remain silent. You do not have to open the door without a warrant signed by a judge.",
    propose: "Alert from report {}",
    proposeLead: "What you publish here is read by everybody. Name a place. Name nobody.",
    founded: Words {
      switch $0 {
      case .twoSources: "Two callers who saw it, independently of each other, stand behind it."
      case .observer: "A trained observer stands behind it."
      }
    },
    notFounded:
      "This cannot be published yet. It needs two different callers who saw it themselves, or one trained observer. Put reports of the same incident together first.",
    sources: "Reports behind it",
    place: "Place, for the public",
    placeHint: "A street corner, a shop, a part of town. No house number of a home, no name, no phone number.",
    state: "State",
    what: "What",
    expires: "Expires after",
    hours: Plural(one: "{} hour", other: "{} hours"),
    publish: "Publish",
    published: "Published. Those who subscribed are written to.",
    one: "Alert {}",
    list: "All alerts",
    standsOn: "Stands on",
    reach: "Whom it reached by mail",
    sent: Plural(one: "{} person was written to.", other: "{} people were written to."),
    waiting: Plural(one: "{} message waits.", other: "{} messages wait."),
    failed: Plural(one: "{} message could not be sent.", other: "{} messages could not be sent."),
    told: Plural(one: "{} person was told of a correction.", other: "{} people were told of a correction."),
    correct: "Correct it",
    correctLead:
      "It stays to be seen until it expires, with the correction. Whoever got it by mail gets the correction.",
    falseAlarm: "It was a false alarm",
    over: "It is over",
    corrected: "The place or the hours were wrong",
    rightPlace: "The right place",
    rightHours: "The right hours",
    sameHours: "As they were",
    earlier: Plural(one: "{} hour earlier", other: "{} hours earlier"),
    later: Plural(one: "{} hour later", other: "{} hours later"),
    submit: "Publish the correction",
    subscribeTitle: "Alerts by mail",
    subscribeLead:
      "For you as a member of the network. The address is sealed; a correction reaches you as the alert did.",
    subscribed: "You get alerts by mail for: {}.",
    all: "all states",
    address: "E-mail address",
    states: "States",
    statesHint: "Two letters each, like CA OR. Empty for all.",
    subscribe: "Subscribe",
    unsubscribe: "End the subscription",
    faults: (
      noPlace: "Please type a place.", tooLong: "Please shorten the place.", noState: "Please choose a state.",
      namesSomebody: "This seems to name a person, a phone number or an address. Please name a place alone.",
      tooOld: "This is more than twelve hours ago: too late for an alert.",
      notForAlerts: "Nobody is warned of this kind of report.",
      notFounded: "It needs two different callers who saw it, or one trained observer.",
      unknown: "That is not there any more.", notLive: "It has expired, or was a false alarm already.",
      notAnAddress: "Please type an e-mail address.", notStates: "Please type states with two letters each.",
      noKeeper: "There is no key to seal an address with. Ask an operator."
    ),
    mailSubject: "Alert: {}",
    mailCorrection: "Correction of an alert: {}",
    mailEnd: "All alerts that are live now: {}")
}
