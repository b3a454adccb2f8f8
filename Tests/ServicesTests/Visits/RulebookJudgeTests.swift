internal import CivilTime
internal import CounselRules
internal import Foundation
internal import Records
internal import Services
internal import Stores
internal import Testing

/// What the rulebook of this tree says of requests as the service keeps them.
@Suite struct `The rules, asked about a request` {
  static let zone = Zone("America/Los_Angeles")

  private static func rulebook() throws -> Rulebook {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../../sql/rulebook")
      .standardizedFileURL
    let names = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
    return try RulebookReader.read(
      names.sorted().filter { $0.hasSuffix(".json") && !$0.hasPrefix("examples/") }.map {
        SourceFile(name: $0, data: try Data(contentsOf: folder.appending(path: $0)))
      })
  }

  /// `2026-12-10 10:00` by the clocks of Los Angeles.
  private static func at(_ text: String) throws -> Timestamp {
    let parts = text.split(separator: " ")
    let clock = try #require(parts.last).split(separator: ":").compactMap { Int($0) }
    let local = LocalTime(day: try #require(CivilDate(iso: parts[0])), minuteOfDay: clock[0] * 60 + clock[1])
    let zone = try #require(zone)
    return try #require(zone.moments(of: local).first)
  }

  private struct Step {
    let kind: VisitEventKind
    let at: String
    var change: (inout VisitDetails) -> Void = { _ in }

    init(_ kind: VisitEventKind, _ at: String, _ change: @escaping (inout VisitDetails) -> Void = { _ in }) {
      (self.kind, self.at, self.change) = (kind, at, change)
    }
  }

  private func findings(
    _ steps: [Step], tie: ClientTie = .prospective, role: AskerRole = .attorney, at code: String = "LOSHOLD",
    kind: FacilityKind = .holdRoom, standard: String? = nil, now: String
  ) throws -> [String: ToldFinding] {
    let facility = Facility(id: 1, code: code, name: "A place", kind: kind, zone: Self.zone)
    let day = try #require(CivilDate(year: 2024, month: 5, day: 1))
    let listed = standard.map {
      FacilityStandard(
        standard: $0, contractType: nil, population: nil, inspectionType: nil, inspectedOn: day, inspectionNote: nil,
        rating: nil, listedOn: day)
    }
    let events = try steps.enumerated().map { index, step in
      var details = VisitDetails()
      step.change(&details)
      let moment = try Self.at(step.at)
      return VisitEvent(
        id: Int64(index + 1), requestID: 1, kind: step.kind, at: VisitTime(moment), recordedAt: moment,
        recordedBy: "ana", observer: Observer(name: "ana", standing: .requester, isFirstHand: true), channel: .email,
        grade: .c, details: details)
    }
    let request = VisitRequest(
      id: 1, reference: "PV-7K3M9Q", facilityID: 1, officeID: 1, accountID: 1, client: VisitClient(name: "Sample"),
      ask: VisitAsk(role: role, tie: tie), beganAtDoor: true, incident: nil, createdAt: try Self.at(steps[0].at))
    let told = try RulebookJudge(try Self.rulebook()).findings(
      on: request, at: VisitPlace(details: FacilityDetails(facility: facility, standard: listed), rules: []),
      events: events, now: try Self.at(now))
    return Dictionary(told.map { ($0.rule, $0) }) { first, _ in first }
  }

  /// The reference's thresholds without law count from 2026-11-20 on.
  @Test func `let a wait run, end well, and become a case for review`() throws {
    let arrival = Step(.arrived, "2026-12-10 10:00")
    let running = try #require(try findings([arrival], now: "2026-12-10 10:30")["WAIT-60/1"])
    let due = try Self.at("2026-12-10 11:00")
    #expect(running.outcome == "pending" && running.dueAt == due)
    let well = try findings([arrival, Step(.letIn, "2026-12-10 11:00")], now: "2026-12-10 12:00")
    #expect(well["WAIT-60/1"]?.outcome == "met")
    let late = try #require(
      try findings([arrival, Step(.letIn, "2026-12-10 12:01")], now: "2026-12-10 13:00")["WAIT-60/1"])
    #expect(late.outcome == "breached" && late.facts == [1, 2])
  }

  static let days: [(day: String, version: String?)] = [
    ("2025-07-10", nil), ("2025-07-12", "B18-WHO-VISITS/1"), ("2025-09-10", "B18-WHO-VISITS/1"),
    ("2025-11-12", "B18-WHO-VISITS/1"), ("2025-11-15", "B18-WHO-VISITS/2"), ("2026-06-01", "B18-WHO-VISITS/2"),
  ]

  @Test(arguments: days) func `judge a refusal by the order in force on that day, never by today's`(
    _ day: String, _ version: String?
  ) throws {
    let told = try findings(
      [Step(.arrived, "\(day) 10:00"), Step(.refused, "\(day) 10:05") { $0.because = .prospective }],
      now: "2026-11-20 12:00")
    #expect(
      told.keys.filter { $0.hasPrefix("B18-WHO-VISITS/") && told[$0]?.outcome == "breached" }
        == [version].compactMap(\.self))
    if let version { #expect(told[version]?.json.contains("\"possible\"") == true) }
  }

  @Test func `say what is missing instead of guessing`() throws {
    let told = try findings([Step(.refused, "2026-12-10 10:05")], now: "2026-12-11 10:00")
    let unknown = told.values.filter { $0.outcome == "unknown" }
    #expect(unknown.contains { $0.json.contains("refusal_reason") })
    // Without proof that the request arrived, silence says nothing of the facility.
    let silence = try findings([Step(.submitted, "2026-12-10 10:00")], now: "2026-12-20 10:00")
    #expect(silence["NORESP/1"]?.outcome == "unknown")
    #expect(silence["NORESP/1"]?.json.contains("proof_of_delivery") == true)
    let asserted = try findings(
      [
        Step(.submitted, "2026-12-10 10:00"), Step(.delivered, "2026-12-10 10:01"),
        Step(.noAnswer, "2026-12-12 10:00"),
      ], now: "2026-12-20 10:00")
    #expect(asserted["NORESP/1"]?.outcome == "breached")
  }

  @Test func `see an open door at B-18, and no order at a place that none names`() throws {
    let steps = [
      Step(.arrived, "2026-02-02 10:00"), Step(.letIn, "2026-02-02 10:10"),
      Step(.roomObserved, "2026-02-02 10:20") { ($0.doorOpen, $0.officerWithinHearing) = (true, false) },
    ]
    let told = try findings(steps, now: "2026-02-03 10:00")
    #expect(told["B18-ROOM/1"]?.outcome == "breached")
    let elsewhere = try findings(steps, at: "ELSEWHERE", now: "2026-02-03 10:00")
    #expect(!elsewhere.keys.contains { $0.hasPrefix("B18") })
  }

  @Test func `give the same bytes for the same facts, and name no person`() throws {
    let steps = [Step(.arrived, "2026-12-10 10:00"), Step(.refused, "2026-12-10 10:05") { $0.because = .noG28 }]
    let one = try findings(steps, now: "2026-12-11 10:00"), two = try findings(steps, now: "2026-12-11 10:00")
    #expect(one == two && !one.isEmpty)
    for told in one.values { #expect(!told.json.contains("ana") && !told.json.contains("Sample")) }
  }

  @Test func `name what binds a place today, orders first, and nothing that is no law`() throws {
    let judge = RulebookJudge(try Self.rulebook())
    let place = Facility(id: 1, code: "LOSHOLD", name: "B-18", kind: .holdRoom, zone: Self.zone)
    let now = try Self.at("2026-11-20 12:00")
    let rules = judge.rules(at: place, standard: nil, now: now)
    #expect(rules.first?.authority == "order" && rules.contains { $0.id == "B18-HOURS-BD/2" && $0.isPresumed })
    #expect(!rules.contains { $0.id == "B18-HOURS-BD/1" } && !rules.contains { $0.authority == "heuristic" })
    #expect(rules.allSatisfy { !$0.isVerified && $0.plain["es"] != nil })
    let before = judge.rules(at: place, standard: nil, now: try Self.at("2025-07-01 12:00"))
    #expect(!before.contains { $0.authority == "order" })
  }
}
