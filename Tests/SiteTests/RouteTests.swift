import Gateway
import Phrasebook
import Site
import Testing

@Suite struct `A route` {
  static let code = FacilityCode("LOSHOLD")
  static let asset = AssetName("site-1x2y.css")

  /// Every case, in every language.
  static let all: [Route] = {
    guard let code, let asset, let visit = VisitReference("PV-7K3M9Q"), let order = OrderCode("B18") else { return [] }
    return Phrases.all.map(\.language).flatMap { language -> [Route] in
      [
        .start(language), .search(language), .facilities(language), .facility(language, code), .offices(language),
        .about(language), .leaving(language), .follow(language), .receipt(language), .signUp(language),
        .visits(language, .list),
        .visits(language, .export),
        .visits(language, .new), .visits(language, .door), .visits(language, .paperLog), .visits(language, .one(visit)),
        .visits(language, .letter(visit)), .visits(language, .mail(visit)), .visits(language, .calendar(visit)),
        .visits(language, .chronology(visit)),
        .visits(language, .declaration(visit)), .visits(language, .printed(.letter, visit)),
        .visits(language, .printed(.chronology, visit)), .visits(language, .printed(.declaration, visit)),
        .visits(language, .printed(.packet, visit)), .visits(language, .answer(visit)),
        .review(language, .queue), .review(language, .one(CaseNumber(41))), .review(language, .figures),
        .review(language, .figuresTable), .review(language, .figuresData), .review(language, .report),
        .review(language, .incidents), .review(language, .bundle),
        .hotline(language, .queue), .hotline(language, .new), .hotline(language, .network),
        .hotline(language, .one(CaseNumber(41))), .hotline(language, .propose(CaseNumber(41))),
        .hotline(language, .alerts), .hotline(language, .alert(CaseNumber(41))), .alerts(language),
        .arrests(language, .page), .arrests(language, .table), .arrests(language, .data),
        .review(language, .rows),
        .review(language, .places), .review(language, .place(code)), .review(language, .orders),
        .review(language, .order(order)), .review(language, .patterns),
        .published(language), .release(language, CaseNumber(3)), .releaseTable(language, CaseNumber(3)),
        .releaseData(language, CaseNumber(3)),
      ]
    } + [
      .root, .leave, .apiSearch, .apiFacilities, .apiFacility(code), .apiDocument, .apiAccount,
      .apiAccounts, .apiVisits, .apiArrests, .apiFigures, .robots,
      .securityText, .asset(asset),
    ]
  }()

  @Test func `prints the path that it was parsed from`() {
    #expect(Self.all.count == 14 + 55 * Phrases.all.count)
    for route in Self.all { #expect(Route(path: route.path) == route, "\(route.path)") }
    #expect(Set(Self.all.map(\.path)).count == Self.all.count)
  }

  @Test(arguments: [
    "/en/", "/en/search/", "/EN", "/fr", "/en/facility", "/en/facility/", "/en/facility/los", "/en/facility/A",
    "/en/facility/ABCDEFGHIJKLM", "/en/facility/A%20", "/en/facility/A/B", "/api", "/api/v1", "/api/v2/search",
    "/api/v1/facilities/",
    "/assets/", "/assets/../x", "/assets/.x", "/assets/A", "/.well-known", "/.well-known/other", "//en", "/en//search",
    "/healthz/",
    "/search", "/facilities", "/en/staff/visits/", "/en/staff/visits/PV-7K3M9", "/en/staff/visits/PV-7K3M9I",
    "/en/staff/visits/PV-7K3M9Q/", "/en/staff/visits/PV-7K3M9Q/other", "/en/visits",
  ])
  func `is not made of anything else`(path: String) { #expect(Route(path: path) == nil) }

  @Test func `never shows a value in its template`() throws {
    let code = try #require(Self.code)
    #expect(Route.facility(.english, code).template == "/en/facility/{code}")
    #expect(Route.apiFacility(code).template == "/api/v1/facilities/{code}")
    for route in Self.all {
      #expect(
        !route.template.contains("LOSHOLD") && !route.template.contains("1x2y") && !route.template.contains("7K3M"))
    }
  }
}
