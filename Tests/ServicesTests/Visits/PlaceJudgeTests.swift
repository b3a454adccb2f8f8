import CivilTime
import CounselRules
import Foundation
import Records
import Services
import Stores
import Testing

/// What follows from accounts of one place, under the rules as they stand in the checkout.
@Suite struct `A day of a place` {
  typealias Row = (
    what: String, day: String, told: [Told], standing: PlaceDay.Standing, least: Int, most: Int, outcome: String?
  )

  struct Told: Sendable {
    var kind: PlaceEventKind
    var from: String
    var to: String?
    var by = "A"
    var closedOtherwise: Bool?
    var couldStart: Bool?
  }

  /// B-18 owes eight hours on a business day and four on others, from July 2025 on.
  static let rows: [Row] = [
    ("nobody watched", "2025-08-06", [], .unknown, 0, 1440, nil),
    (
      "eight hours were seen", "2025-08-06", [Told(kind: .openObserved, from: "08:00", to: "16:00")], .open, 480, 1440,
      "met"
    ),
    (
      "seven and a half were seen, and the rest was not watched", "2025-08-06",
      [Told(kind: .openObserved, from: "08:00", to: "15:30")], .unknown, 450, 1440, "unknown"
    ),
    (
      "seven and a half were seen, and it was closed otherwise", "2025-08-06",
      [Told(kind: .openObserved, from: "08:00", to: "15:30", closedOtherwise: true)], .short, 450, 450, "breached"
    ),
    (
      "two people watched one after the other", "2025-08-06",
      [
        Told(kind: .openObserved, from: "08:00", to: "12:00"),
        Told(kind: .openObserved, from: "12:00", to: "16:00", by: "B"),
      ], .open, 480, 1440, "met"
    ),
    (
      "two people tell it differently", "2025-08-06",
      [
        Told(kind: .openObserved, from: "08:00", to: "16:00"),
        Told(kind: .closedObserved, from: "15:00", to: "15:30", by: "B"),
      ], .unknown, 450, 1440, "unknown"
    ),
    (
      "an announced closure takes hours away", "2025-08-06",
      [
        Told(kind: .openObserved, from: "08:00", to: "16:00"), Told(kind: .closed, from: "10:00", by: "B"),
        Told(kind: .reopened, from: "11:00", by: "B"),
      ], .unknown, 420, 1440, "unknown"
    ),
    (
      "a closure whose end nobody told takes nothing away", "2025-08-06",
      [Told(kind: .openObserved, from: "08:00", to: "16:00"), Told(kind: .closed, from: "10:00", by: "B")], .open, 480,
      1440, "met"
    ),
    (
      "a door was open behind which no visit could start", "2025-08-06",
      [Told(kind: .openObserved, from: "08:00", to: "16:00", couldStart: false)], .unknown, 0, 960, "unknown"
    ),
    (
      "it was closed all day", "2025-08-09", [Told(kind: .closedObserved, from: "00:00", to: nil)], .closed, 0, 0,
      "breached"
    ),
    (
      "four hours of a Saturday were seen", "2025-08-09", [Told(kind: .openObserved, from: "09:00", to: "13:00")],
      .open, 240, 1440, "met"
    ),
    (
      "only what was posted is known", "2025-08-06", [Told(kind: .hoursPosted, from: "09:00", to: "13:00")], .unknown,
      0, 1440, "unknown"
    ),
    (
      "no order was in force yet", "2025-07-10",
      [Told(kind: .openObserved, from: "09:00", to: "10:00", closedOtherwise: true)], .open, 60, 60, nil
    ),
  ]

  @Test(arguments: rows) func `stands as its accounts allow, and unwatched hours break no rule`(_ row: Row) throws {
    let day = try #require(CivilDate(iso: row.day))
    let next = try #require(day.adding(days: 1))
    let events = try row.told.enumerated().map { index, told in
      var details = PlaceDetails()
      details.closedOtherwise = told.closedOtherwise
      details.couldStart = told.couldStart
      let until = try told.to.map { try PlaceScene.moment(row.day, $0) }
      return PlaceScene.event(
        Int64(index + 1), told.kind, try PlaceScene.moment(row.day, told.from),
        until ?? (told.kind == .closedObserved ? PlaceScene.zone.span(of: next).start : nil), by: told.by, details)
    }
    let now = PlaceScene.zone.span(of: next).end
    let (days, _) = try PlaceScene.judge().judgement(of: PlaceScene.place, events: events, now: now)
    guard let found = days.first(where: { $0.day == day }) else {
      #expect(row.told.isEmpty && row.standing == .unknown, "\(row.what)")
      return
    }
    #expect(found.standing == row.standing && found.outcome == row.outcome, "\(row.what): \(found)")
    #expect(found.leastMinutes == row.least && found.mostMinutes == row.most, "\(row.what): \(found)")
    #expect(found.breaches == 0 || found.severity == "amber" || found.severity == "red", "\(row.what): \(found)")
  }

  static let closures: [(minutes: Int?, asserted: Bool, hours: Double, outcome: String)] = [
    (240, false, 30, "met"), (241, false, 30, "breached"), (nil, false, 3, "pending"), (nil, false, 30, "unknown"),
    (nil, true, 30, "breached"),
  ]

  @Test(arguments: closures) func `that closed asks whether counsel was told, and only counsel can say no`(
    _ row: (minutes: Int?, asserted: Bool, hours: Double, outcome: String)
  ) throws {
    let closed = try PlaceScene.moment("2025-09-15", "10:00")
    var events = [PlaceScene.event(1, .closed, closed)]
    if let minutes = row.minutes {
      events.append(PlaceScene.event(2, .closureNotified, closed.adding(seconds: Double(minutes) * 60)))
    }
    if row.asserted {
      events.append(
        PlaceScene.event(3, .notNotified, closed.adding(seconds: 86_400), by: "Counsel", standing: .plaintiffsCounsel))
    }
    let (_, findings) = try PlaceScene.judge().judgement(
      of: PlaceScene.place, events: events, now: closed.adding(seconds: row.hours * 3600))
    let notice = findings.filter { $0.finding.rule == "B18-CLOSE-NOTICE/1" }
    #expect(notice.map(\.finding.outcome) == [row.outcome])
    #expect(notice.first?.day.iso == "2025-09-15")
  }

  @Test func `says nothing of the days between a closure and a reopening that nobody ended the day with`() throws {
    let closed = try PlaceScene.moment("2025-09-15", "10:00")
    let events = [
      PlaceScene.event(1, .closed, closed),
      PlaceScene.event(2, .reopened, try PlaceScene.moment("2025-09-18", "14:00")),
    ]
    let (days, _) = try PlaceScene.judge().judgement(
      of: PlaceScene.place, events: events, now: closed.adding(seconds: 10 * 86_400))
    #expect(days.map(\.day.iso) == ["2025-09-15", "2025-09-18"])
    #expect(days.allSatisfy { $0.leastMinutes == 0 && $0.mostMinutes == 1440 && $0.standing == .unknown })
  }

  @Test func `forgets what its writer took back`() throws {
    let from = try PlaceScene.moment("2025-08-06", "08:00")
    let to = try PlaceScene.moment("2025-08-06", "15:30")
    var details = PlaceDetails()
    details.closedOtherwise = true
    let told = PlaceScene.event(1, .openObserved, from, to, details)
    let back = PlaceScene.event(2, .takenBack, from, corrects: 1)
    let now = to.adding(seconds: 86_400)
    let judge = try PlaceScene.judge()
    #expect(try judge.judgement(of: PlaceScene.place, events: [told], now: now).days.map(\.standing) == [.short])
    let after = try judge.judgement(of: PlaceScene.place, events: [told, back], now: now)
    #expect(after.days.isEmpty && after.findings.isEmpty)
  }
}

/// B-18 as the services hand it to a judge.
enum PlaceScene {
  static let zone: Zone = {
    guard let zone = Zone("America/Los_Angeles") else { preconditionFailure("Los Angeles has a zone") }
    return zone
  }()

  static let facility = Facility(
    id: 1, code: "LOSHOLD", name: "Los Angeles Hold Room", kind: .holdRoom,
    zone: zone)

  static let place = VisitPlace(
    details: FacilityDetails(
      facility: facility), rules: [])

  static func judge() throws -> RulebookJudge {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appending(path: "sql/rulebook")
    let names = try FileManager.default.subpathsOfDirectory(atPath: root.path)
    return RulebookJudge(
      try RulebookReader.read(
        names.filter { $0.hasSuffix(".json") && !$0.hasPrefix("examples/") }.map {
          SourceFile(name: $0, data: try Data(contentsOf: root.appending(path: $0)))
        }))
  }

  static func moment(_ day: String, _ time: String) throws -> Timestamp {
    let local = try #require(LocalTime(iso: "\(day)T\(time)"))
    return try #require(zone.moments(of: local).first)
  }

  static func event(
    _ id: Int64, _ kind: PlaceEventKind, _ at: Timestamp, _ until: Timestamp? = nil, by name: String = "A",
    standing: Observer.Standing = .observer, _ details: PlaceDetails = PlaceDetails(), corrects: Int64? = nil
  ) -> PlaceEvent {
    PlaceEvent(
      id: id, facilityID: 1, kind: kind, at: VisitTime(at), until: until, recordedAt: until ?? at, account: 1,
      office: nil, recordedBy: name, observer: Observer(name: name, standing: standing, isFirstHand: true), grade: .b,
      corrects: corrects, details: details)
  }
}
