extension NotFoundPhrases {
  static let english = NotFoundPhrases(
    title: "We did not find a record that fits",
    lead: "This does not mean that the person is not detained. Many people who are held are in no list yet.",
    dataAsOf: "Our newest report is from {1} ({2}).",
    noData: "There are no reports in our records yet.",
    freshnessTitle: "How old our information is",
    freshnessLine: "{1}: newest report {2}",
    onThisPage: "On this page",
    nextText: "Try the official locator with the spellings below, then go on step by step.",
    reasonsTitle: "Why this can happen",
    freshArrest: ReasonPhrases(
      title: "The arrest was very recent",
      text:
        "It can take hours or days until a person is listed. People held by the Border Patrol are listed after 48 hours at the earliest."
    ),
    minor: ReasonPhrases(
      title: "The person is under 18",
      text: "Nobody under 18 is shown, here or in the official locator. Call the children’s line in step 7."),
    nameWrittenOtherwise: ReasonPhrases(
      title: "The name is written in another way",
      text:
        "First and last names get exchanged, one of two last names gets lost, and names are written as they sound. Try other spellings."
    ),
    transfer: ReasonPhrases(
      title: "The person is being moved",
      text: "On the way to another place, in a hospital or in court, a person may be in no list for a day or more."),
    otherCustody: ReasonPhrases(
      title: "Somebody else holds the person",
      text: "A county jail, the US Marshals, the Bureau of Prisons or the Border Patrol have lists of their own."),
    moreNeeded: ReasonPhrases(
      title: "More is needed before we may show a record",
      text:
        "So that strangers learn nothing, a record is shown only to someone who knows the person well: the A-number and the name; or the full name, the exact date of birth and the country of birth; or the full name, the year of birth, the country, and the day or the place of the arrest. If you know more, add it and search again."
    ),
    noLongerHeld: ReasonPhrases(
      title: "The person is no longer held",
      text: "People who were released or sent out of the country drop out of the lists after some time."),
    oldRecords: ReasonPhrases(
      title: "Our records are not complete",
      text: "We know only what was reported to us, and some reports are old."),
    spellingsTitle: "Spellings to try in the official locator",
    spellingsText:
      "The locator wants the name exactly as an officer wrote it, and the country of birth. Try each line, as it stands here.",
    spellingsFirst: "First name",
    spellingsLast: "Last name",
    spellingsANumber: "With the A-number and the country of birth you need no name: {}",
    againTitle: "When to look again",
    againText: "New reports come in all day. Look here and in the official locator again:",
    againNote: "Write down where you looked, the day, the hour and the answer. It can help a lawyer later.")
}

extension LadderPhrases {
  static let english = LadderPhrases(
    title: "Other ways to look, step by step",
    lead: "You need not do them all. Begin at the top and stop when you have an answer.",
    ready: "Have ready: the full name, the date and country of birth, and the A-number if you have it.",
    locator: StepPhrases(
      title: "The official locator of ICE",
      text: "First with the A-number and the country of birth. Then with every order and spelling of the name."),
    fieldOffice: StepPhrases(
      title: "The ICE office for the area",
      text: "If the locator fails, call the office for the area where the person was arrested."),
    fieldOfficesLink: "Phone numbers of the ICE offices",
    facility: StepPhrases(
      title: "Detention places near by",
      text: "Call and ask whether the person is there. They may refuse to say; that is not a no."),
    facilitiesLink: "Find places by state",
    detentionLine: StepPhrases(
      title: "The ICE detention line",
      text: "It answers questions about people in detention, and takes complaints."),
    court: StepPhrases(
      title: "The immigration court line",
      text: "With the A-number it tells of hearings, by phone or online. It does not say where a person is held."),
    borderPatrol: StepPhrases(
      title: "Border Patrol and customs",
      text:
        "Near a border or an airport, call the local station. Whoever is held there for more than 48 hours should be in the official locator."
    ),
    children: StepPhrases(
      title: "Children and teenagers",
      text: "For a child who came or was held without a parent, call the national call center of ORR."),
    prisons: StepPhrases(
      title: "Prisons and jails",
      text:
        "The person may be held on another matter. Look at the federal prison list, at VINELink, and at the website of the county jail. These lists leave out many people held for immigration."
    ),
    consulate: StepPhrases(
      title: "The consulate of the person’s country",
      text: "Consulates can ask ICE about their citizens."),
    consulateWarning:
      "Careful: if the person fears the government of that country, do not call the consulate. Ask the person or a lawyer first.",
    congress: StepPhrases(
      title: "A member of Congress, and a lawyer",
      text:
        "The office of your representative can ask ICE. A lawyer can ask a judge to order that the place be named and that the person not be moved."
    ),
    locatorLink: "locator.ice.gov",
    courtLink: "acis.eoir.justice.gov",
    prisonLink: "www.bop.gov/inmateloc",
    vineLink: "www.vinelink.com",
    congressLink: "www.house.gov/representatives/find-your-representative")
}
