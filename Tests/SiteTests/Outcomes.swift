import CivilTime
import Linkage
import Records
import Services

/// Answers of a search, one for each kind of page.
enum Outcomes {
  static let hours = 3_600.0
  static let days = 86_400.0

  static func person(
    _ custody: LastCustody?,
    told: [ToldFact] = [
      ToldFact(.givenName, .same), ToldFact(.familyName, .soundsAlike), ToldFact(.birth, .same),
      ToldFact(.country, .same),
    ], commonness: NameCommonness? = .some
  ) -> FoundPerson {
    FoundPerson(told: told, commonness: commonness, custody: custody, isSample: true)
  }

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

  static let oneHeld = SearchOutcome.found(
    person(custody(.inCustody, .bookIn, happened: .minute(Fixtures.now.adding(seconds: -7 * hours)))))

  /// Old, from an attorney, contradicted, and with something said of every kind of fact.
  static let contradicted = SearchOutcome.found(
    person(
      custody(
        .inCustody, .transfer, at: adelanto, happened: .day(Fixtures.day("2026-11-02")), reportedAgo: 17 * days,
        source: .attorney, contradicted: true),
      told: [
        ToldFact(.aNumber, .same), ToldFact(.givenName, .otherForm), ToldFact(.familyName, .inPart),
        ToldFact(.birth, .inPart), ToldFact(.country, .another), ToldFact(.arrestDay, .another),
        ToldFact(.arrestPlace, .inPart),
      ], commonness: .many))

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
    ].map { ($0.0, SearchOutcome.found(person($0.1))) } + [("no-custody", SearchOutcome.found(person(nil)))]

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
