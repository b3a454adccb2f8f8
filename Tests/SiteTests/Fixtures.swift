import CivilTime
import Gateway
import Linkage
import Phrasebook
import Records
import Services
import Site

/// Answers every search alike; what the site makes of an answer is what is tested here.
struct FixedSearch: PersonSearch {
  var outcome: SearchOutcome
  func search(_ request: SearchRequest, now: Timestamp) async throws -> SearchOutcome { outcome }
}

struct BrokenSearch: PersonSearch {
  struct Broken: Error {}
  func search(_ request: SearchRequest, now: Timestamp) async throws -> SearchOutcome { throw Broken() }
}

struct FixedPlaces: FacilityDirectory {
  func facility(code: String) async throws -> FacilityDetails? { Fixtures.places[code] }

  func facilities(matching text: String, state: String?, limit: Int) async throws -> FacilityMatches {
    let fitting = Fixtures.places.values.map(\.facility).filter {
      (state == nil || $0.state == state) && (text.isEmpty || $0.name.lowercased().contains(text.lowercased()))
    }
    return FacilityMatches(facilities: fitting.sorted { $0.name < $1.name }, total: fitting.count)
  }

  func facilityCounts() async throws -> [StateCount] {
    [
      StateCount(state: "AZ", facilities: 31), StateCount(state: "CA", facilities: 60),
      StateCount(state: "CU", facilities: 3),
    ]
  }

  func fieldOffices() async throws -> [FieldOfficeArea] {
    [
      FieldOfficeArea(office: Fixtures.losAngeles, area: "LA Metro; Central Coast"),
      FieldOfficeArea(office: Fixtures.dallas, area: nil),
    ]
  }
}

enum Fixtures {
  /// 2026-11-21 00:30 UTC, the evening of the 20th in Los Angeles.
  static let now = Timestamp(secondsSinceEpoch: 1_795_221_000)
  /// A browser that was here before, so that the tokens of its forms are the same each time.
  static let browser = "form=" + String(repeating: "A", count: 43)
  static let origin = Origin("http://localhost:8080")

  static func day(_ iso: String) -> CivilDate { CivilDate(iso: iso) ?? .farthest }

  static let losAngeles = FieldOffice(
    id: 1, name: "Los Angeles", address: "300 North Los Angeles St., Room 7631", city: "Los Angeles",
    state: "CA", zip: "90012", phone: "(213) 830-7911", email: "LosAngeles.Outreach@ice.dhs.gov")
  static let dallas = FieldOffice(
    id: 2, name: "Dallas", address: "8101 N. Stemmons Frwy", city: "Dallas", state: "TX", zip: "75247",
    phone: nil, email: "Dallas.Outreach@ice.dhs.gov")

  static let places: [String: FacilityDetails] = [
    "LOSHOLD": FacilityDetails(
      facility: Facility(
        id: 1, code: "LOSHOLD", name: "Los Cust Case", kind: .holdRoom,
        address: "300 N. Los Angeles Street Room B17, Los Angeles, CA 90012", city: "Los Angeles", state: "CA",
        county: "Los Angeles", coordinates: Coordinates(latitude: 34.053742, longitude: -118.23961),
        zone: Zone("America/Los_Angeles")),
      aliases: ["300 N Los Angeles Street", "B-18", "B18", "Los Angeles hold room"], office: losAngeles,
      transfers: Transfers(
        destinations: [
          TransferShare(
            code: "ADLNTCA", name: "Adelanto ICE Processing Center", city: "Adelanto", state: "CA", transfers: 1069,
            share: 0.523),
          TransferShare(
            code: "SMAHOLD", name: "Santa Maria Hold Room", city: "Santa Maria", state: "CA", transfers: 205,
            share: 0.1003),
          TransferShare(
            code: "BOPLOF", name: "MDC Los Angeles", city: "Los Angeles", state: "CA", transfers: 186, share: 0.091),
          TransferShare(
            code: "CADESVI", name: "Desert View Annex", city: "Adelanto", state: "CA", transfers: 167, share: 0.0817),
        ], total: 2044, countedFrom: day("2023-11-01"), countedUntil: day("2025-03-01"))),
    "ADLNTCA": FacilityDetails(
      facility: Facility(
        id: 2, code: "ADLNTCA", name: "Adelanto ICE Processing Center", kind: .detention, address: "10250 Rancho Road",
        city: "Adelanto", state: "CA", zip: "92301", coordinates: Coordinates(latitude: 34.5584, longitude: -117.4433),
        zone: Zone("America/Los_Angeles")),
      office: losAngeles,
      contacts: [
        FacilityContact(kind: .phone, value: "(760) 561-6100", purpose: .general, checkedOn: day("2026-11-20")),
        FacilityContact(kind: .fax, value: "(760) 561-6200", purpose: .legal, checkedOn: nil),
      ],
      hours: [
        FacilityHours(purpose: .visits, weekday: 6, opensMinute: 480, closesMinute: 960, note: "<by appointment>"),
        FacilityHours(purpose: .legal, weekday: 1, opensMinute: 360, closesMinute: 1439, note: nil),
      ],
      standard: FacilityStandard(
        standard: "PBNDS 2011 - 2016 Revisions", contractType: "CDF", population: "Male", inspectionType: "ODO",
        inspectedOn: day("2025-09-18"), inspectionNote: nil, rating: "Pass", listedOn: day("2026-04-09"))),
    "GTMODCU": FacilityDetails(
      facility: Facility(
        id: 3, code: "GTMODCU", name: "Migrant Operations Center", kind: .detention, city: nil, state: "CU",
        coordinates: Coordinates(latitude: 19.9, longitude: -75.2), zone: nil)),
  ]

  static func application(_ outcome: SearchOutcome, isPractice: Bool = true) -> SiteApplication {
    application(search: FixedSearch(outcome: outcome), isPractice: isPractice)
  }

  static func application(
    search: any PersonSearch, isPractice: Bool = true,
    report: @escaping @Sendable (any Error, RequestID) -> Void = { _, _ in }
  ) -> SiteApplication {
    guard let origin else { preconditionFailure("the test's origin is one") }
    return SiteApplication(
      search: search, places: FixedPlaces(),
      configuration: SiteConfiguration(
        origin: origin, isPractice: isPractice, securityContact: "mailto:security@paradero.example",
        placesReadOn: day("2026-11-20"), now: { now }), report: report)
  }

  static func request(
    _ method: Method, _ path: String, query: [(name: String, value: String)] = [], headers: Headers = Headers(),
    cookies: [String] = [Fixtures.browser], body: String = ""
  ) -> Request {
    guard let origin else { preconditionFailure("the test's origin is one") }
    return Request(
      method: method, path: path, query: Fields(query), headers: headers, cookies: Cookies(cookies),
      body: body.isEmpty ? .none : .bytes(Array(body.utf8)), origin: origin)
  }

  /// A form sent from the site's own page.
  static func form(_ path: String, _ body: String) -> Request {
    request(
      .post, path,
      headers: ["Content-Type": "application/x-www-form-urlencoded", "Sec-Fetch-Site": "same-origin"], body: body)
  }
}

extension Response {
  var content: String {
    guard case .bytes(let bytes) = body else { return "" }
    return String(decoding: bytes, as: UTF8.self)
  }
}
