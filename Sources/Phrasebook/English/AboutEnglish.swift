extension AboutPhrases {
  static let english = AboutPhrases(
    title: "About and privacy",
    whatTitle: "What this is",
    what: [
      "Paradero helps families to find a person who is held in immigration detention in the United States.",
      "It compares what you write with reports from lists, hotlines, lawyers and courts, and allows for wrong spelling.",
      "It never says that somebody is not detained. It only says whether it has a record that may fit.",
    ],
    practiceTitle: "Practice version",
    practice:
      "In this version all the people are invented by a program, and marked so. The places, phone numbers and counts of moves are real.",
    notKeptTitle: "What we do not keep",
    notKept: [
      "Your search: it is answered and forgotten.",
      "Your address on the internet, your phone or browser, and the pages you looked at.",
      "Cookies that follow you. There is one cookie, for the language you chose.",
    ],
    keptTitle: "What we keep",
    kept: [
      "Reports about detained people, each with its source and its date, so that families can find them.",
      "Facts about places, which are public.",
    ],
    shownTitle: "What we show",
    shown: [
      "The place, how old the information is, and how to reach it.",
      "Never a birth date, an A-number, relatives, health, or who searched.",
      "Nobody under 18.",
    ],
    noThirdTitle: "No third parties",
    noThird: "These pages load nothing from other companies, need no JavaScript, and send your search to nobody.",
    sourcesTitle: "Where our facts about places come from",
    sourcesText: "Read on {}. Facts change; call before you travel.",
    sourceFacilities: "List of places: Deportation Data Project",
    sourceStandards: "Inspections: ICE detention statistics of April 9, 2026",
    sourceOffices: "ICE offices and hold rooms: lists collected from ice.gov",
    sourceTransfers:
      "Moves between places, November 2023 to February 2025: Deportation Data Project records, counted by the ACLU",
    sourceMap: "Outline of the map: US Census Bureau",
    lawTitle: "Not legal advice",
    law: "We are not lawyers for you. If you can, ask a lawyer or an accredited representative.")
}
