extension CourtPhrases {
  static let english = CourtPhrases(report: .english, bundle: .english, checkpoints: .english)
}

extension ReportPhrases {
  static let english = ReportPhrases(
    title: "Report on access to counsel",
    period: "From {1} to {2}, both included, by the clock of each place.",
    everyPlace: "All places.",
    contents: "What is in this report",
    findingsByRule: "Findings by rule",
    findingsByAuthority: "Findings by authority",
    findingsLead:
      "An indicator says what follows from what was reported. It is a finding only where people upheld it; what is said to break an order needs two of them.",
    incidents: "Every reviewed incident",
    incidentsLead:
      "Everything that people decided about is here, also where they did not uphold it. Several findings of one incident have one number.",
    indexLead:
      "There are too many to print each in full. Here are their numbers by place, term, decision and day; what was noted of each is in the table of every reviewed incident, a file of its own. One place or fewer days make a report that has them in full.",
    noIncidents: "Nobody has decided about anything in this period.",
    incident: "No.",
    placeAndDay: "Place and day",
    term: "Term",
    decision: "Decision",
    words: "What was noted",
    decisions: (
      upheld: "Upheld", notUpheld: "Not upheld", unclear: "Unclear",
      second: "Upheld by one; a second has to look", differ: "Reviewers do not agree"
    ),
    decidedOn: "{1}, {2}",
    reviewers: Plural(one: "{} reviewer", other: "{} reviewers"),
    notCompared: "Nobody has compared this rule’s text with the document: at most possible.",
    grade: "Evidence: {}",
    attorney: "Attorney {}",
    removed: "Removed: {}",
    redactionTitle: "What was removed, and why",
    redaction: [
      "Names, A-numbers, Social Security and account numbers, birth dates, home addresses, telephone numbers and e-mail addresses were taken out of the words (Federal Rule of Civil Procedure 5.2 and Federal Rule of Criminal Procedure 49.1, and more than they ask).",
      "They were removed before this document was made, not covered: its bytes do not hold them. A mark stands where something was, and says what kind of thing it was.",
      "Attorneys have pseudonyms, the same throughout. What officials said in their office stays.",
    ],
    reading:
      "Read it with care: it is no random sample, it does not cover what nobody reported, and this program does not say what a court would say.",
    invented: "INVENTED, FOR PRACTICE",
    pdf: "As a report to print (PDF)",
    incidentsTable: "Every reviewed incident, redacted (CSV)",
    noPrint:
      "No PDF can be made right now. Please take the tables, ask for one place or fewer days, or try again in a few minutes."
  )
}

extension BundlePhrases {
  static let english = BundlePhrases(
    title: "Make a bundle",
    lead:
      "One archive with the evidence about a place, an order or requests, which the other side can check without trusting anybody.",
    holds: [
      "It holds draft declarations, chronologies, files of evidence, the days of a place with those on which terms were met, findings with what was decided, rule versions and entries of the audit log.",
      "What speaks against is in it too: terms that were met, and findings that were not upheld.",
      "Names, exact times and files are in it only for the requests that you opened for review. The others have pseudonyms and bands of two hours.",
      "Findings under rules whose text nobody has compared stay off it, and so do reviewers’ reasons.",
    ],
    about: "What it is about",
    subjects: (place: "A place", order: "An order", requests: "Requests that I opened"),
    which: "Which",
    whichHint: "The code of the place, the docket number, or references with spaces between them.",
    from: "First day",
    until: "Last day",
    dayHint: "Such as 2026-11-30.",
    reason: "Why you make it",
    reasonHint: "It stays in the audit log and is not in the bundle.",
    make: "Make the bundle",
    verify: "How to check one with standard tools",
    faults: (
      which: "Say which place, order or requests.",
      days: "The days were not understood, or the first is after the last.",
      reason: "Give a reason of 3 to 500 characters.",
      place: "There is no place with this code, or its time zone is not known.",
      order: "No rule of the rulebook names this docket.",
      request: "You have not opened one of these requests for review, or there is none of that reference.",
      nothing: "Nothing was reported about these days.",
      key: "This installation has no key to open files or to sign with."
    ))
}

extension CheckpointPhrases {
  static let english = CheckpointPhrases(
    title: "Audit checkpoints",
    homeText: "Take signed lines that show later whether anybody changed the audit log.",
    lead:
      "Each line says where the audit log ended at a time, signed with a key that is not in the database. Keep copies of them away from here.",
    how: [
      "With what you kept, “paradero audit verify” finds what was changed, removed, reordered or cut off later, even by somebody who may do everything to the database, and says between which two lines.",
      "The lines say nothing of anybody, only how many entries there are.",
    ],
    key: "Public key of this installation",
    keyHint: "Write it down, and compare it by another way, such as a telephone call.",
    noKey: "This installation has no key to sign with yet.",
    newest: "The newest lines",
    none: "No checkpoint has been made yet.",
    download: "All lines, as a text file")
}
