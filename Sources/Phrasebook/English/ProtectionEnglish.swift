extension PersonProtectionPhrases {
  static let english = PersonProtectionPhrases(
    title: "Protection",
    lead:
      "Families are answered by themselves only when what they know earns it. Here you see to what must not be told without a person.",
    homeText: "Hide a person, look at what private sources tell, and see where somebody guessed.",
    done: "Done. It holds from now on.",
    already: "That was so already; nothing was changed.",
    unknown: "There is no such record.",
    closedTitle: "Automatic answers are closed",
    closedText:
      "{1} people were answered for the first time within a day; {2} is usual here. Somebody may be working through a list. Families still see the other ways to look.",
    closedNumbersText:
      "{1} people were answered by A-number for the first time within a day; {2} is usual here. Somebody may be working through a list of numbers.",
    closedUntil: "They open again by themselves {}.",
    openAnswers: "Open automatic answers now",
    openHint: "Do this when you know why there were so many, such as after a raid.",
    stopsTitle: Plural(one: "Somebody guessed at {} person", other: "Somebody guessed at {} people"),
    stopsText:
      "Several searches came close to these people and were wrong. Their automatic answers have stopped for a day; an A-number with the name still gets through. Consider hiding them.",
    noStops: "Nobody was guessed at",
    stop: "Record {1}, {2}",
    seen: "I have seen it",
    screeningTitle: Plural(
      one: "{} person waits to be screened for safety", other: "{} people wait to be screened for safety"),
    screeningText:
      "Only private sources tell something here: a hotline, an attorney, a family. Nobody is told of it until you have looked whether that could put the person in danger: a violent partner, a threat, a pending visa for victims, a child.",
    noScreening: "Nothing waits to be screened",
    safe: "Safe to tell",
    unsafe: "Not safe: protect this person",
    contestsTitle: Plural(one: "{} contested record to decide", other: "{} contested records to decide"),
    contestsText:
      "Somebody says that these records are wrong or not about them. Until you decide, nothing is told of them. If they are right, take the record back: it is never told again, and neither is another import of the same name and birth date or the same A-number.",
    noContests: "No contested record waits to be decided",
    uphold: "The record is wrong: take it back for good",
    reject: "The record is right: end the contest",
    upheldTitle: "Taken back",
    recordGone: "The record is deleted",
    knownAgain:
      "Another import of it stays hidden too, if it is written with the same name and birth date or the same A-number.",
    notKnownAgain:
      "The record has no full birth date and no A-number: another import of it cannot be known again and has to be contested again.",
    undoUpheld: "Undo: the record was right after all",
    protectTitle: "Protect a person",
    protectText:
      "From that moment the search says nothing of them, and neither of records with the same name and birth date or the same A-number.",
    person: "Number of the record",
    personHint: "As the search of staff shows it.",
    personWrong: "Write the number of a record.",
    kind: "What for",
    askedBy: "Who asks",
    days: "For how many days",
    daysHint: "Leave it empty if it has no end.",
    daysWrong: "Write a number from 1 to 3650, or nothing.",
    protect: "Protect from now on",
    protectThis: "Protect this person",
    standingTitle: Plural(one: "{} protection stands", other: "{} protections stand"),
    noStanding: "Nobody is protected by somebody’s wish",
    standing: "Record {1}: {2}",
    setBy: "{1}, {2}",
    atConsole: "at the command line",
    ends: "Ends {}",
    lift: "Lift this protection",
    because: "Why",
    notTold: "Never told of by itself:",
    stoppedNow: "Somebody guessed at this person: automatic answers have stopped for a day.",
    hindrances: HindrancePhrases(
      minor: "under 18", perhapsMinor: "may be under 18: no birth is known",
      section1367: "protected by law (8 USC 1367: VAWA, T or U visa)", safety: "somebody may be a danger to them",
      hidden: "hidden on request", contested: "the record is contested",
      unscreened: "known from private sources alone, not screened yet", unverified: "nobody vouches for the report",
      withdrawn: "no source counts any more", suppressed: "taken back after a contest"),
    askers: AskerPhrases(
      person: "the person themselves", lawyer: "their lawyer", family: "their family", responder: "a responder"),
    reasons: LiftReasonPhrases(
      asked: "they ask for it", mistake: "it was set by mistake", over: "the danger is over",
      decided: "the contest is decided"))
}
