import CivilTime
import CounselRules
import Foundation
import Gateway
import Postgres
import Records
import Services
import Site
import Stores
import TestKit

/// One rule for tests of pages: who arrived is let in or turned away within an hour.
struct DoorClock: VisitJudge {
  func findings(
    on request: VisitRequest, at place: VisitPlace, events: [VisitEvent], now: Timestamp
  ) throws -> [ToldFinding] {
    let standing = VisitLife.standing(events)
    guard let arrival = standing.first(where: { $0.kind == .arrived }) else { return [] }
    let end = standing.first { [.letIn, .refused, .left].contains($0.kind) && $0.at.moment >= arrival.at.moment }
    let due = arrival.at.moment.adding(seconds: 3600)
    let waited = Int((end?.at.moment ?? now).seconds(since: arrival.at.moment) / 60)
    let outcome = waited > 60 ? "breached" : end == nil ? "pending" : "met"
    let facts = [arrival.id] + (end.map { [$0.id] } ?? [])
    let key = "\(request.reference)/\(arrival.id)/WAIT-60/1"
    let json = """
      {"id": "\(key)", "subject": {"request": "\(request.reference)"}, "rule": "WAIT-60/1", "authority": "heuristic",
      "pattern": "D11", "at": "\(arrival.at.moment.internet)", "outcome": "\(outcome)",
      \(outcome == "pending" ? "\"until\": \"\(due.internet)\"," : "")
      "readings": [], "severity": "\(outcome == "breached" ? "amber" : "none")", "certainty": "possible",
      "needsReview": true, "isPublishable": false, "grade": "C",
      "protection": {"requester": "everyone", "person": "everyone"}, "facts": \(facts.map(String.init)),
      "reasons": [{"took": {"least": \(waited), "most": \(waited), "limit": 60}}]}
      """
    return [
      ToldFinding(
        key: key, rule: "WAIT-60/1", outcome: outcome, dueAt: outcome == "pending" ? due : nil,
        severity: outcome == "breached" ? "amber" : "none", facts: facts, json: json)
    ]
  }

  static let rule = PlaceRule(
    id: "WAIT-60/1", authority: "heuristic", cite: "A rule for tests",
    plain: ["en": "Nobody waits longer than an hour at the door.", "es": "Nadie espera más de una hora en la puerta."],
    isVerified: false, isPresumed: true)

  /// Places are judged by the rules as they stand in the checkout.
  func judgement(
    of place: VisitPlace, events: [PlaceEvent], now: Timestamp
  ) throws -> (days: [PlaceDay], findings: [ToldPlaceFinding]) {
    try Self.rulebook.get().judgement(of: place, events: events, now: now)
  }

  /// With the invented order of demos, which alone has verified terms.
  static let invented: Result<RulebookJudge, any Error> = Result {
    let place = Facility(
      id: 1, code: "LOSHOLD", name: "Los Angeles Hold Room", kind: .holdRoom, zone: Zone("America/Los_Angeles"))
    return RulebookJudge(try RulebookReader.read(SampleRulebook.files(try files(), facilities: [place])))
  }

  var orders: [CourtOrder] { (try? Self.invented.get())?.orders ?? [] }

  private static let rulebook: Result<RulebookJudge, any Error> = Result {
    RulebookJudge(try RulebookReader.read(try files()))
  }

  /// The rules as they stand in the checkout, none of them verified.
  static func real() throws -> RulebookJudge { try rulebook.get() }

  static func files() throws -> [SourceFile] {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "sql/rulebook")
    let names = try FileManager.default.subpathsOfDirectory(atPath: root.path)
    return try names.filter { $0.hasSuffix(".json") && !$0.hasPrefix("examples/") }.map {
      SourceFile(name: $0, data: try Data(contentsOf: root.appending(path: $0)))
    }
  }

  func rules(at facility: Facility, standard: FacilityStandard?, now: Timestamp) -> [PlaceRule] { [Self.rule] }
  func rule(named id: String) -> PlaceRule? { id == Self.rule.id ? Self.rule : nil }
}

extension StaffSite {
  /// The site with a place in Los Angeles that has hours for lawyers.
  static func withPlace(
    poolSize: Int = 2, hasKey: Bool = true, _ body: (StaffSite) async throws -> Void
  ) async throws {
    try await with(poolSize: poolSize, hasKey: hasKey) { scene in
      try await scene.owner.execute(
        """
        insert into facility (code, name, kind, address, city, state, time_zone, time_zone_basis, origin)
        values ('LOSHOLD', 'Los Angeles Hold Room', 'hold_room', '300 N. Los Angeles Street', 'Los Angeles', 'CA',
          'America/Los_Angeles', 'hand', 'test')
        """)
      try await scene.owner.execute(
        """
        insert into facility_hours (facility_id, purpose, weekday, opens_minute, closes_minute, origin)
        select id, 'legal', d, 480, 960, 'test' from facility, generate_series(1, 5) d
        """)
      try await body(scene)
    }
  }

  /// The only request, or the newest.
  func newest() async throws -> (reference: String, state: String) {
    let row = try await owner.first(
      """
      select r.reference, s.state from visit_request r join visit_status s on s.request_id = r.id
      order by r.id desc limit 1
      """)
    return try row?.decode(String.self, String.self) ?? ("", "")
  }

  func count(_ query: PostgresQuery) async throws -> Int {
    try await owner.first(query)?.decode(Int.self) ?? -1
  }
}

extension Browser {
  /// Begins a visit at the door for these people and gives the page of the first.
  mutating func arrive(for names: String, language: String = "en") async -> String {
    await get("/\(language)/staff/visits/door?place=LOSHOLD")
    let answer = await post(
      "/\(language)/staff/visits/door", [("place", "LOSHOLD"), ("clients", names), ("tie", "prospective")])
    let path = Self.withoutFragment(answer.headers["Location"])
    await get(path)
    return path
  }

  /// Files a request and gives its page.
  mutating func file(_ changes: [(String, String)] = [], language: String = "en") async -> String {
    await get("/\(language)/staff/visits/new?place=LOSHOLD")
    let changed = Set(changes.map(\.0))
    let usual = [
      ("place", "LOSHOLD"), ("clientName", "Sample Client"), ("tie", "prospective"), ("mode", "contact"),
      ("askerName", "Ana Ruiz"), ("day1", "2026-11-23"), ("from1", "9:00 am"), ("to1", "11:00 am"),
      ("minutes", "60"), ("aNumber", "A 012 345 678"),
    ]
    let answer = await post(
      "/\(language)/staff/visits/new", usual.filter { !changed.contains($0.0) } + changes)
    // What could not be filed leaves its form open.
    guard answer.status == .seeOther else { return "" }
    let path = Self.withoutFragment(answer.headers["Location"])
    await get(path)
    return path
  }

  /// Taps a button of the open page.
  @discardableResult
  mutating func tap(_ path: String, _ kind: String, _ more: [(String, String)] = []) async -> Response {
    let answer = await post(path, [("kind", kind)] + more)
    if answer.status == .seeOther { await get(Self.withoutFragment(answer.headers["Location"])) }
    return answer
  }

  /// A browser keeps the place in the page to itself.
  private static func withoutFragment(_ location: String?) -> String {
    String((location ?? "").prefix { $0 != "#" })
  }

  /// The references of the other requests of the incident, as the open page's first button carries them.
  var also: [(String, String)] {
    Array(Set(page.matches(of: /name="also" value="(PV-[0-9A-Z]{6})"/).map { String($0.output.1) })).sorted()
      .map { ("also", $0) }
  }
}
