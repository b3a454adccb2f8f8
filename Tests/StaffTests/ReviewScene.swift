import Gateway
import Postgres
import Records
import Services
import Site
import Testing

/// A request at a door that waited for seventy minutes, which the test's rule flags.
struct ReviewScene {
  let site: StaffSite
  /// The request's page, for its attorney.
  let path: String
  var attorney: Browser

  static func with(_ body: (inout ReviewScene) async throws -> Void) async throws {
    try await StaffSite.withPlace(poolSize: 3) { site in
      var attorney = try await site.browser("ana", .attorney)
      let path = await attorney.arrive(for: "Sample Client")
      site.wait(seconds: 4200)
      await attorney.get(path)
      await attorney.tap(path, "refused", [("because", "no_g28"), ("note", "Badge 17 said no.")])
      var scene = ReviewScene(site: site, path: path, attorney: attorney)
      try await body(&scene)
    }
  }

  func monitor(_ name: String = "mo") async throws -> Browser { try await site.browser(name, .monitor) }

  /// The newest case of a request and the finding that it is about.
  func newest() async throws -> (id: Int64, finding: Int64, state: String, reopened: String?) {
    let row = try await site.owner.first(
      """
      select id, finding_id, state, reopened from review_case where finding_id is not null order by id desc limit 1
      """)
    return try #require(try row?.decode(Int64.self, Int64.self, String.self, String?.self))
  }

  func state(of id: Int64) async throws -> String? {
    try await site.owner.first("select state from review_case where id = \(id)")?.decode(String.self)
  }

  /// Decides as a person does: opens the page of the case and sends its form.
  @discardableResult
  func decide(
    _ browser: inout Browser, _ id: Int64, _ verdict: String, _ more: [(String, String)] = [], finding: Int64? = nil
  ) async throws -> Response {
    await browser.get("/en/staff/review/\(id)")
    let shown = browser.page.firstMatch(of: /name="finding" value="([0-9]+)"/).map { String($0.output.1) }
    return await browser.post(
      "/en/staff/review/\(id)",
      [("step", "decide"), ("finding", finding.map(String.init) ?? shown ?? "0"), ("verdict", verdict)]
        + (more.contains { $0.0 == "reason" } ? more : more + [("reason", "The times agree.")]))
  }

  /// What the rules would say of the request under an order, in one version of its rule.
  func findOrder(version: Int, outcome: String? = "breached") async throws {
    let key = "ORDER/\(version)"
    let json = """
      {"id": "\(key)", "subject": {"request": "PV-000000"}, "rule": "ORDER/\(version)", "authority": "order",
      "pattern": "D01", "at": "2026-11-21T01:40:00Z", "outcome": "\(outcome ?? "met")", "readings": [], "severity": "red",
      "certainty": "supported", "needsReview": false, "isPublishable": true, "grade": "B",
      "protection": {"requester": "everyone", "person": "everyone"}, "facts": [], "reasons": []}
      """
    try await site.owner.execute(
      """
      insert into visit_finding (request_id, key, rule, outcome, severity, finding, through_event_id, found_at)
      select max(request_id), \(key), \("ORDER/\(version)"), \(outcome), 'red',
        case when \(outcome)::text is null then '{}' else \(json)::jsonb end, max(id), \(site.now)
      from visit_event
      """)
  }
}
