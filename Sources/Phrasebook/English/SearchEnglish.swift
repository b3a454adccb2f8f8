extension StartPhrases {
  static let english = StartPhrases(
    title: "Find someone held in immigration detention",
    lead: "Write what you know. The spelling does not have to be right, and you do not need an account.",
    privacy: "We do not keep your search. Nobody is told that you looked.",
    placesTitle: "Looking for a place?",
    placesText: "Addresses, phone numbers and maps of detention centers and hold rooms.",
    placesLink: "Find a detention place",
    laterTitle: "If your search finds nothing",
    laterText: "You will get a list of other ways to look, with phone numbers, and when to try again.")
}

extension FormPhrases {
  static let english = FormPhrases(
    name: "Full name",
    nameHint: "As you know it, in any order. Mistakes are fine. Example: Maria Lopez Garcia",
    birth: "Date of birth, year, or age",
    birthHint: "Whatever you know. Examples: 3/15/1989, or 1989, or 36",
    country: "Country of birth",
    countryUnknown: "I do not know",
    countriesOften: "Often chosen",
    countriesAll: "All countries",
    aNumber: "A-number",
    aNumberHint: "Seven to nine digits on immigration papers. Example: A 012 345 678",
    aNumberUnreadable: "cannot be read: its key is missing",
    more: "If you know more about the arrest",
    moreHint: "It helps to tell people with similar names apart.",
    arrestedOn: "Day of the arrest",
    arrestedOnHint: "Examples: 11/17/2026, or yesterday",
    arrestPlace: "Place of the arrest",
    arrestPlaceHint: "A city, a county or a state",
    sex: "Sex",
    sexUnknown: "I do not know",
    female: "Female",
    male: "Male",
    otherSex: "Other",
    optional: "optional",
    submit: "Search",
    title: "Search",
    againTitle: "Change something and search again",
    againSubmit: "Search again",
    untied:
      "Nothing was searched yet: we could not see that this form came from this site. Please check it and press the button once more.",
    problem: "Please check what you wrote",
    problemPrefix: "Problem:")
}

extension FaultPhrases {
  static let english = FaultPhrases(
    missing: "Write a name or an A-number.",
    tooLong: Plural(one: "Use at most {} character.", other: "Use at most {} characters."),
    notAName: "Write the name with letters.",
    birthNotADate: "We could not read this. Write a date like 3/15/1989, or only the year, or only the age.",
    arrestNotADate: "We could not read this date. Write it like 11/17/2026.",
    inFuture: "This date is in the future.",
    tooLongAgo: "This is more than 120 years ago. Please check the year.",
    notAnANumber: "An A-number has seven to nine digits. Check it, or leave it empty.",
    unknownCountry: "We do not know this country. Choose it from the list.",
    unknownSex: "Choose one of the answers.")
}

extension ResultPhrases {
  static let english = ResultPhrases(
    title: "A record that may be this person",
    lead:
      "Names are often written down wrong, and different people share a name. Call to make sure before you travel.",
    likely: "Likely match",
    possible: "Possible match",
    invented: "Invented person, for practice",
    inCustody: "Last reported held at",
    transferred: "Last reported moved to",
    moved: "Last reported moved to another place",
    hospital: "Last reported in a hospital",
    court: "Last reported taken to court",
    arrested: "Reported arrested",
    released: "Reported released",
    removed: "Reported sent out of the United States",
    departed: "Reported to have left the United States",
    died: "There is very serious news in this record",
    unknown: "Reported detained",
    noCustody: "A record, but no word of a place",
    placeUnknown: "The place is not known yet.",
    movedText:
      "It can take a day or more until the new place is known. Look again tomorrow, and call the ICE office below.",
    lastPlace: "The last place that was reported: {}",
    hospitalText:
      "Hospitals often do not confirm who is there. The ICE office below can be asked, and a lawyer can ask too.",
    courtText: "People usually go back to a detention place after court, not always the same one.",
    arrestedText:
      "In the first hours and days a person is often moved, and is not listed anywhere. Look again soon, and call the ICE office for the area of the arrest.",
    releasedText:
      "The person may be on the way home, or may have no phone. If you hear nothing, call the place or the ICE office below.",
    removedText:
      "This may be wrong or too early. Ask the ICE office below, and relatives in the country of birth.",
    departedText: "This may be wrong or too early. Ask the ICE office below, and relatives abroad.",
    diedText:
      "A report says that this person may have died. Reports can be wrong, and this one may be about somebody else. Please ask the ICE office below, a lawyer or the consulate before you believe it. If you can, have someone near you when you call.",
    unknownText: "A report says that this person is detained, but not where. The steps below can help to find out.",
    factsTitle: "What this is based on",
    happened: "When it happened",
    happenedUnknown: "The day is not known",
    reported: "When it was reported",
    source: "Who reported it",
    old: "This information is old. People are often moved within days.",
    contradicted:
      "Reports about this person do not agree with each other. You see the newest one here; an older one may be right.",
    whyTitle: "Why this record may fit",
    told: ToldPhrases(
      aNumber: "The A-number is the same.", birth: "The date of birth fits.", birthYear: "The year of birth fits.",
      country: "The country of birth is the same.", otherCountry: "The country of birth is another one.",
      arrestDay: "The day of the arrest fits.", otherArrestDay: "The day of the arrest is another one.",
      arrestPlace: "The place of the arrest fits.", arrestPlaceInPart: "The place of the arrest fits in part.",
      otherArrestPlace: "The place of the arrest is another one.",
      manyBearName: "Many people have a name like this, so look at the other facts with care.",
      someBearName: "Other people have a name like this too.", fewBearName: "Few people have a name like this."),
    reachTitle: "How to reach this place",
    reachUnknownTitle: "Whom to call",
    aboutPlace: "More about this place",
    nextTitle: "What usually happens next",
    doNowTitle: "What you can do now",
    nextMoved: "Of the people who were moved from here, this share went to:",
    nextHoldRoom: "This is a hold room, meant for hours. People are usually moved from here soon.",
    nextCourt: "To hear of a court date, call the immigration court line and have the A-number ready.",
    nextLocator: "Look in the official locator as well. It can be behind, or ahead.",
    nextNote: "Write down each call: the day, the hour, who answered, and what they said. A lawyer can use it.",
    notThisPerson: "If this is not the person",
    notThisPersonText: "Add what else you know and search again, or look in other ways.",
    seeLadder: "Other ways to look",
    sources: SourceKindPhrases(
      roster: "A list that a jail or detention center publishes",
      hotline: "A community hotline",
      attorney: "A lawyer’s office",
      family: "A family",
      court: "A court",
      official: "A government source",
      stintRelease: "Government records released to the public",
      sample: "Invented for practice",
      other: "Another source"))
}

extension AgreementPhrases {
  static let english = AgreementPhrases(
    aNumberSame: "The A-number is the same.",
    aNumberClose: "The A-number is similar.",
    aNumberDifferent: "The A-number is not the same.",
    given: NamePartPhrases(
      same: "The first name is the same.",
      otherForm: "The first name is another form of the one you wrote.",
      soundsAlike: "The first name sounds the same.",
      spelledAlike: "The first name is spelled almost the same.",
      initial: "The first name begins with the same letter.",
      partial: "Part of the first name is the same.",
      different: "The first name is different."),
    family: NamePartPhrases(
      same: "The last name is the same.",
      otherForm: "The last name is another form of the one you wrote.",
      soundsAlike: "The last name sounds the same.",
      spelledAlike: "The last name is spelled almost the same.",
      initial: "The last name begins with the same letter.",
      partial: "One of the last names is the same.",
      different: "The last name is different."),
    whole: NamePartPhrases(
      same: "The whole name is the same.",
      otherForm: "The whole name is another form of the one you wrote.",
      soundsAlike: "The whole name sounds the same.",
      spelledAlike: "The whole name is spelled almost the same.",
      initial: "The name begins with the same letters.",
      partial: "Part of the name is the same.",
      different: "The name as a whole is different."),
    birthSame: "The date of birth is the same.",
    birthYearSame: "The year of birth is the same.",
    birthFitsAge: "The age fits.",
    birthClose: "The date of birth or the age is similar.",
    birthDifferent: "The date of birth or the age does not fit.",
    countrySame: "The country of birth is the same.",
    countryClose: "The country of birth may be written differently.",
    countryDifferent: "The country of birth is not the same.",
    sexSame: "The sex is the same.",
    sexDifferent: "The sex is not the same.",
    arrestDaySame: "The day of the arrest is the same.",
    arrestDayClose: "The day of the arrest is similar.",
    arrestDayDifferent: "The day of the arrest does not fit.",
    arrestPlaceSame: "The place of the arrest is the same.",
    arrestPlaceClose: "The place of the arrest is in the same area.",
    arrestPlaceDifferent: "The place of the arrest does not fit.",
    placeSame: "The place is the same.",
    placeClose: "The place is similar.",
    relatives: "Relatives would have some of this in common.",
    placeDifferent: "The place is not the same.")
}
