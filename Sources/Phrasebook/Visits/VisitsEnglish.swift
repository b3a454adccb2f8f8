internal import Records

extension VisitPhrases {
  static let english = VisitPhrases(
    words: .english, list: .english, filing: .english, door: .english, status: .english, event: .english,
    faults: .english, counsel: .english, evidence: .english, places: .english)
}

extension VisitListPhrases {
  static let english = VisitListPhrases(
    title: "Visits",
    homeText: "See your office’s requests, where each stands, and which clock is running.",
    lead: "The requests of your office. Nobody else sees them.",
    count: Plural(one: "{} request", other: "{} requests"),
    none: "There are no such requests.",
    show: "Show",
    showing: (
      all: "All", open: "Open", atDoor: "At the door now", denied: "Denied or failed", done: "Done",
      flagged: "With a possible breach"
    ),
    order: "Order",
    orders: (
      newest: "Newest first", due: "Next clock first", gravest: "Gravest first", client: "By client", place: "By place"
    ),
    place: "Code of the place",
    search: "Client or reference",
    searchHint: "Part of a name, or a whole reference such as PV-7K3M9Q.",
    apply: "Show these",
    client: "Client",
    state: "Where it stands",
    findings: Plural(one: "{} possible breach", other: "{} possible breaches"),
    noFindings: "none",
    clockEnds: "clock ends {}",
    page: "Page {1} of {2}",
    earlier: "Previous page",
    later: "Next page",
    tick: "Tick {}",
    noteTitle: "Note something for several",
    noteHint:
      "Tick the requests in the list first. The note goes into the story of each of them, with your name and the time.",
    noteSubmit: "Note it for those ticked",
    noneTicked: "Please tick at least one request in the list.",
    noted: Plural(one: "Noted for {} request.", other: "Noted for {} requests."),
    export: "Save as a table (CSV)")
}

extension VisitFilingPhrases {
  static let english = VisitFilingPhrases(
    title: "New visit request",
    homeText: "Write a request for a facility and keep its clock.",
    placeTitle: "Where is the person?",
    placeHint: "Name, city or code of the facility.",
    findPlace: "Find the place",
    choosePlace: "Choose one of these places",
    noPlace: "No place of this name is known here. Try its city, or a shorter name.",
    otherPlace: "Another place",
    lead: "First read what binds this place. You send the letter yourself; here it is written and its clock kept.",
    hoursTitle: "Hours for lawyers, as posted",
    hoursUnknown: "No hours are known here. Ask the facility, and note what it says.",
    hoursLine: "{1}: {2}",
    contactTitle: "Where requests go",
    rulesTitle: "What binds this place today",
    rulesNone: "No rule in this rulebook is known to bind this place.",
    standard: "Detention standard of the last inspection: {}",
    possible: "Possible: nobody has compared the text with the document yet.",
    presumed: "Presumed in force: nobody has looked the docket up.",
    possibleTag: "possible", presumedTag: "presumed in force",
    whoTitle: "For whom",
    clientName: "Name of the person",
    clientNameHint: "As you know it. A request may be made before you know more.",
    aNumber: "A-Number",
    birth: "Date or year of birth",
    country: "Country of birth",
    person: "Number of the record",
    personHint: "Only if a responder gave you one.",
    askTitle: "Who asks",
    role: "You are",
    askerName: "Your name, as it stands under the letter",
    askerNameHint: "With your bar number if you want it there.",
    supervisor: "Supervising attorney",
    supervisorHint: "For assistants, students and interpreters.",
    companions: "Who comes along",
    companionsHint: "Interpreter, student, expert: name and role.",
    people: "How many people come",
    tie: "The person is to you",
    g28: "Form G-28",
    g28Hint: "A first meeting with a prospective client needs none.",
    whatTitle: "What you ask for",
    mode: "Kind of visit",
    window: "Time that suits, choice {}",
    windowHint: "By the clock of the facility ({}).",
    day: "Day (2026-11-24)",
    from: "From (9:00 am)",
    to: "Until (11:00 am)",
    minutes: "Minutes needed",
    languages: "Languages needed",
    accommodation: "Accommodation for a disability or illness",
    urgency: "Why it cannot wait",
    urgentDay: "Day of it (2026-11-24)",
    urgentTime: "Time of it (9:00 am)",
    choose: "Choose one",
    privilege: "Do not write what you and your client spoke of. Facts of access only.",
    submit: "Write the request")
}

extension VisitDoorPhrases {
  static let english = VisitDoorPhrases(
    title: "At the door",
    homeText: "Standing at a facility? Note arrival, waiting and refusal with one tap each.",
    lead: "A visit may begin here, without a request before it. Your arrival is noted when you send this.",
    clients: "Whom you want to see",
    clientsHint: "One name on each line, up to twenty. “Unknown man, red jacket” is a name too.",
    submit: "I am at the door now",
    arrived: "Arrived",
    letIn: "Let in",
    refused: "Refused",
    left: "I am leaving",
    closed: "It is closed",
    completed: "Visit over",
    cutShort: "Visit cut short",
    clientMoved: "They say the person is no longer here",
    clientDeclined: "They say the person declined",
    refusedWhy: "Refused: what did they say?",
    sentHow: "Sent just now: how?",
    forAll: Plural(one: "For {} client", other: "For {} clients at once"),
    alsoTitle: "Note the same for",
    waiting: Plural(one: "Waiting for {} minute", other: "Waiting for {} minutes"),
    inside: Plural(one: "Inside for {} minute", other: "Inside for {} minutes"),
    paper: "Paper log to print",
    paperText: "For doors without a signal. Enter it later: both times are kept.")
}

extension VisitStatusPhrases {
  static let english = VisitStatusPhrases(
    title: "Request {}",
    now: "Where it stands",
    since: "since {}",
    nextTitle: "What to do next",
    clocksTitle: "Clocks",
    noClock: "No clock is running.",
    endsAt: "ends {}",
    findingsTitle: "What the rules say",
    findingsLead:
      "Indicators from recorded facts, not legal advice and not findings of a court. Read the authority before you rely on one.",
    noFindings: "The rules say nothing about these facts so far.",
    noRules: "No rulebook is loaded in this installation.",
    happenedTitle: "What happened",
    nothingYet: "Nothing has been noted yet.",
    requestTitle: "The request",
    windows: "Times that suit",
    office: "Office",
    filed: "Written {}",
    atDoor: "Began at the door, without a request before it",
    incident: Plural(one: "Same incident as {} other request", other: "Same incident as {} other requests"),
    papersTitle: "Papers",
    letter: "Letter to the facility",
    mail: "The same as an e-mail, to open in a mail program",
    calendar: "Calendar file",
    chronology: "Chronology",
    declaration: "Draft declaration",
    packet: "Packet to print (PDF): letter, terms, sheet for the G-28, chronology",
    asPDF: "{} as a PDF file",
    noPrintTitle: "The PDF could not be made",
    noPrint:
      "This installation cannot make PDF files now; whoever runs it sees why with “paradero doctor”. Open the paper as a page and print it from your browser.",
    printBusy: "Several papers are being made right now. Try again in a minute, or print the page from your browser.",
    late: "Happened {1}, written down {2}",
    wroteDown: "written down by {1}, {2}",
    toldBy: "told by {1} ({2})",
    grade: "Evidence {}",
    by: "How: {}",
    corrected: "Replaced by a later entry",
    takenBack: "Taken back by a later entry",
    misfit: "Does not fit what was told before it. Both accounts are kept.",
    correct: "Correct this",
    takeBack: "Take this back",
    saved: "It is noted.",
    yes: "Yes",
    no: "No",
    slot: "Slot from {1} to {2}")
}

extension VisitEventPhrases {
  static let english = VisitEventPhrases(
    title: "Note something else, or something earlier",
    lead: "Nothing is ever overwritten. A late entry keeps when it happened and when you wrote it down.",
    correcting: "This replaces the entry “{}”, which stays readable.",
    kind: "What happened",
    day: "Day",
    dayHint: "Year, month, day: 2026-11-20. Empty means today.",
    time: "Time",
    timeHint: "By the clock of the facility ({}). Empty means now.",
    precision: "How exact is the time",
    toldBy: "Who told you",
    toldByHint: "Leave it empty if you saw or heard it yourself.",
    standing: "That person is",
    channel: "By which way",
    grade: "Evidence",
    because: "Reason that was given",
    written: "Was it in writing?",
    demanded: "What they demanded",
    door: "Was the door of the room open?",
    officer: "Was an officer within hearing?",
    contact: "Could you touch hands, without glass between?",
    papers: "Could papers be passed?",
    signed: "Did they show the person’s own signed refusal?",
    documented: "Is there proof of the emergency?",
    answered: "Did anybody answer?",
    slotTitle: "The slot that was given",
    verdict: "Outcome of the review",
    note: "Words, names, badges",
    noteHint: "What an officer said, as exactly as you can. Nothing of what lawyer and client spoke of.",
    notSaid: "Not said",
    submit: "Note it")
}

extension VisitFaultPhrases {
  static let english = VisitFaultPhrases(
    notChosen: "Please choose one of these.",
    missing: "Please fill this in.",
    tooLong: Plural(one: "This may have {} character at most.", other: "This may have {} characters at most."),
    notADay: "Please write the day as year, month, day: 2026-11-20.",
    notATime: "Please write the time as 14:05 or 2:05 pm. When clocks change, some times do not exist.",
    inFuture: "This time has not come yet.",
    inPast: "This time is past.",
    tooLongAgo: "This is more than three years ago.",
    endsBeforeItBegins: "It ends before it begins, or lasts more than a day.",
    notAnANumber: "An A-Number has seven to nine digits.",
    unknownCountry: "We do not know this country. Please check how it is spelled.",
    notANumber: "Please write a number in digits, within reason.",
    noSuchPlace: "There is no place with this code.",
    noSuchPerson: "There is no record with this number.",
    placeWithoutZone: "The time zone of this place is not known, so no time can be kept there. Tell the operator.",
    tooMany: Plural(one: "At most {} at once.", other: "At most {} at once."),
    doesNotFit: "“{1}” does not fit: at that time the request stood at “{2}”.",
    first: Words { kind in
      switch kind {
      case .letIn: "Note the arrival first."
      case .completed, .cutShort: "Note first that you were let in."
      case .acknowledged, .delivered, .scheduled, .walkInApproved, .moreInfo, .noAnswer, .denied:
        "Note first that the request was sent."
      case .left: "If the visit took place, note that it is over or was cut short."
      case .roomObserved: "Note first that you were let in."
      case .escalated, .remedied, .sustained, .referred: "Note first what was denied."
      case .reviewed: "It can be reviewed once it has come to something."
      case .submitted: "It was sent, or you stood at the door, already."
      case .arrived, .refused, .closed, .clientDeclined, .clientMoved: "The visit has begun, or the request is over."
      case .withdrawn: "It is over already."
      case .demanded, .attempted, .entryRuleFailed, .wrongLocation, .emergency, .g28Filed, .note, .takenBack:
        "Correct the time, or the entry that stands against it."
      }
    })
}
