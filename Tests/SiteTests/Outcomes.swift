import CivilTime
import Linkage
import Records
import Services

/// Answers of a search, one for each kind of page.
enum Outcomes {
  static let hours = 3_600.0
  static let days = 86_400.0

  static func person(
    _ custody: LastCustody?, likelihood: Likelihood = .likely, agreements: [Agreement] = strong,
    frequency: Double? = 0.4
  ) -> FoundPerson {
    FoundPerson(
      assessment: Assessment(id: 77_001, agreements: agreements, nameFrequencyPerThousand: frequency),
      likelihood: likelihood, custody: custody, isSample: true)
  }

  static let strong = [
    Agreement(fact: .familyName, level: .soundsAlike, bits: 7), Agreement(fact: .givenName, level: .exact, bits: 8),
    Agreement(fact: .birth, level: .sameYear, bits: 4), Agreement(fact: .country, level: .exact, bits: 2),
  ]
  static let weak = [
    Agreement(fact: .familyName, level: .partial, bits: 3), Agreement(fact: .givenName, level: .nickname, bits: 5),
    Agreement(fact: .birth, level: .different, bits: -3),
  ]

  static let holdRoom = FacilitySummary(code: "LOSHOLD", name: "Los Cust Case", city: "Los Angeles", state: "CA")
  static let adelanto = FacilitySummary(
    code: "ADLNTCA", name: "Adelanto ICE Processing Center", city: "Adelanto", state: "CA")

  static func custody(
    _ status: CustodyStatus, _ kind: CustodyKind, at facility: FacilitySummary? = holdRoom, text: String? = nil,
    happened: EventTime, reportedAgo: Double = 5 * hours, source: SourceKind = .roster, contradicted: Bool = false
  ) -> LastCustody {
    LastCustody(
      status: status, kind: kind, facility: facility, placeText: text, happened: happened,
      zone: Zone("America/Los_Angeles"), reportedAt: Fixtures.now.adding(seconds: -reportedAgo), sourceKind: source,
      contradicted: contradicted)
  }

  static let oneHeld = SearchOutcome.found([
    person(custody(.inCustody, .bookIn, happened: .minute(Fixtures.now.adding(seconds: -7 * hours))))
  ])

  static let three = SearchOutcome.found([
    person(
      custody(
        .inCustody, .transfer, at: adelanto, happened: .day(Fixtures.day("2026-11-02")), reportedAgo: 17 * days,
        source: .attorney, contradicted: true)),
    person(
      custody(.inCustody, .sighting, happened: .day(Fixtures.day("2026-11-19")), source: .hotline),
      likelihood: .possible,
      agreements: weak, frequency: 7.2),
    person(
      custody(
        .moved, .transfer, at: nil, happened: .month(year: 2026, month: 9), reportedAgo: 40 * days, source: .family),
      likelihood: .possible, agreements: weak, frequency: 0.01),
  ])

  /// One person for each situation that a record can tell of.
  static let situations: [(name: String, outcome: SearchOutcome)] =
    [
      ("arrested", custody(.inCustody, .arrest, at: nil, text: "Westlake, Los Angeles", happened: .unknown)),
      (
        "hospital",
        custody(.hospital, .hospital, at: nil, text: "County hospital", happened: .day(Fixtures.day("2026-11-19")))
      ),
      ("court", custody(.inCustody, .court, happened: .day(Fixtures.day("2026-11-20")), source: .court)),
      (
        "released",
        custody(.released, .release, at: adelanto, happened: .day(Fixtures.day("2026-11-18")), source: .official)
      ),
      (
        "removed",
        custody(.removed, .removal, at: adelanto, happened: .day(Fixtures.day("2026-10-30")), source: .stintRelease)
      ),
      ("departed", custody(.departed, .departure, at: nil, happened: .month(year: 2026, month: 10))),
      ("died", custody(.died, .death, at: adelanto, happened: .day(Fixtures.day("2026-11-15")), source: .sample)),
      ("place-unknown", custody(.inCustody, .sighting, at: nil, happened: .day(Fixtures.day("2026-11-20")))),
    ].map { ($0.0, SearchOutcome.found([person($0.1)])) } + [("no-custody", SearchOutcome.found([person(nil)]))]

  static let notFound = SearchOutcome.notFound(
    NotFoundAdvice(
      dataAsOf: Fixtures.now.adding(seconds: -3 * hours),
      freshness: [
        SourceFreshness(sourceKind: .roster, newest: Fixtures.now.adding(seconds: -3 * hours)),
        SourceFreshness(sourceKind: .hotline, newest: Fixtures.now.adding(seconds: -2 * days)),
      ],
      reasons: NotFoundReason.allCases,
      locatorSpellings: [
        LocatorSpelling(first: "Maria", last: "Lopez Garcia"), LocatorSpelling(first: "Maria", last: "Lopez"),
        LocatorSpelling(first: "Maria", last: "Garcia"), LocatorSpelling(first: "Maria Lopez", last: "Garcia"),
      ],
      lookAgain: [6, 18, 66].map { Fixtures.now.adding(seconds: $0 * hours) }))

  static let nothingKnown = SearchOutcome.notFound(
    NotFoundAdvice(dataAsOf: nil, freshness: [], reasons: [], locatorSpellings: [], lookAgain: []))
}
