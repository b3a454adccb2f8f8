import CivilTime
import Gateway
import Postgres
import Records
import Services
import Site
import Stores
import Testing

@Suite struct `Days of a place` {
  private static let root = "/en/staff/visits/places"

  /// It is Friday, 4:30 pm in Los Angeles. A day that is over: the Wednesday before.
  private static let day = "2026-11-18"

  @Test func `are noted with one tap, and asked of the rules at once`() async throws {
    try await StaffSite.withPlace { scene in
      var browser = try await scene.browser("ana", .attorney)
      await browser.get("\(Self.root)/LOSHOLD")
      #expect(browser.page.contains("What do you see now?"))
      let answer = await browser.post("\(Self.root)/LOSHOLD", [("kind", "closed_observed")])
      #expect(answer.headers["Location"] == "\(Self.root)/LOSHOLD/2026-11-20?saved")
      await browser.get("\(Self.root)/LOSHOLD/2026-11-20")
      #expect(browser.page.contains("Seen closed to legal visits"))
      let row = try #require(
        try await scene.owner.first(
          "select standing, least_minutes, most_minutes, outcome from place_day where day = '2026-11-20'"))
      let (standing, least, most, outcome) = try row.decode(String.self, Int16.self, Int16.self, String?.self)
      #expect(standing == "unknown" && least == 0 && most == 1439 && outcome == "pending")
    }
  }

  @Test func `are judged although nobody filed a request, and again by the sweep when the day is over`() async throws {
    try await StaffSite.withPlace { scene in
      var browser = try await scene.browser("mona", .monitor)
      await browser.get("\(Self.root)/LOSHOLD")
      await browser.post(
        "\(Self.root)/LOSHOLD", [("kind", "open_observed"), ("from", "8:00 am"), ("to", "4:00 pm")])
      #expect(try await scene.count("select count(*) from visit_request") == 0)
      await browser.post(
        "\(Self.root)/LOSHOLD/\(Self.day)",
        [
          ("kind", "open_observed"), ("day", Self.day), ("from", "8:00 am"), ("to", "3:30 pm"),
          ("closedOtherwise", "yes"), ("grade", "B"),
        ])
      await browser.get("\(Self.root)/LOSHOLD/\(Self.day)")
      #expect(browser.page.contains("Open too short") && browser.page.contains("Open 450 minutes"))
      #expect(browser.page.contains("B18-HOURS-BD/2"))
      await browser.get("\(Self.root)/LOSHOLD?month=2026-11")
      #expect(browser.page.contains("Wednesday, November 18, 2026"))
      // Closed at nine in the evening, and nobody says whether counsel was told: first a clock, then unknown.
      await browser.post("\(Self.root)/LOSHOLD", [("kind", "closed")])
      #expect(
        try await scene.count(
          "select count(*) from place_finding where rule = 'B18-CLOSE-NOTICE/1' and outcome = 'pending'") == 1)
      #expect(try await scene.visits.sweep(now: scene.now) == 0)
      scene.wait(seconds: 5 * 3600)
      #expect(try await scene.visits.sweep(now: scene.now) == 1)
      #expect(try await scene.visits.sweep(now: scene.now) == 0)
      #expect(
        try await scene.count(
          """
          select count(*) from (select distinct on (key) outcome from place_finding
            where rule = 'B18-CLOSE-NOTICE/1' order by key, id desc) l where outcome = 'unknown'
          """) == 1)
    }
  }

  @Test func `keep what two people tell differently, and nobody takes back what another office told`() async throws {
    try await StaffSite.withPlace { scene in
      var ana = try await scene.browser("ana", .attorney)
      var ben = try await scene.browser("ben", .attorney, office: "Another Office")
      let path = "\(Self.root)/LOSHOLD/\(Self.day)"
      await ana.get(path)
      await ben.get(path)
      let seen = [("day", Self.day), ("from", "8:00"), ("to", "16:00")]
      await ana.post(path, [("kind", "open_observed")] + seen)
      #expect(try await Self.standing(scene) == "open 480 1440 0")
      await ben.post(path, [("kind", "closed_observed"), ("day", Self.day), ("from", "15:00"), ("to", "15:30")])
      #expect(try await Self.standing(scene) == "unknown 450 1440 30")
      await ben.get(path)
      #expect(ben.page.contains("somebody of another office") && !ben.page.contains("ana"))
      #expect(ben.page.contains("Accounts differ on 30 minutes."))
      let first = try await scene.count("select min(id)::int from place_event")
      let refused = await ben.post(path, [("kind", "taken_back"), ("corrects", String(first))])
      #expect(refused.status == .unprocessableContent)
      let taken = await ana.post(path, [("kind", "taken_back"), ("corrects", String(first))])
      #expect(taken.status == .seeOther)
      #expect(try await Self.standing(scene) == "unknown 0 1410 0")
      #expect(try await scene.count("select count(*) from place_event") == 3)
      await ana.get(path)
      #expect(ana.page.contains("Taken back"))
    }
  }

  private static func standing(_ scene: StaffSite) async throws -> String {
    let row = try await scene.owner.first(
      """
      select concat_ws(' ', standing, least_minutes, most_minutes, contested_minutes) from place_day
      where day = \(CivilDate(iso: day))
      """)
    return try row?.decode(String.self) ?? ""
  }

  static let faults: [(fields: [(String, String)], sentence: String)] = [
    ([("kind", "")], "Please choose one of these."), ([("kind", "dancing")], "Please choose one of these."),
    ([("kind", "taken_back")], "Please fill this in."),
    ([("kind", "taken_back"), ("corrects", "77")], "Please choose"),
    ([("kind", "open_observed"), ("day", "2026-11-18")], "Please fill this in."),
    ([("kind", "open_observed"), ("day", "2026-11-18"), ("from", "9:00")], "Please fill this in."),
    ([("kind", "open_observed"), ("from", "9:00"), ("to", "8:00")], "before it begins"),
    ([("kind", "open_observed"), ("from", "9:00"), ("to", "21:00")], "This time has not come yet."),
    ([("kind", "open_observed"), ("day", "2026-11-21"), ("from", "9:00"), ("to", "10:00")], "has not come yet"),
    ([("kind", "closed"), ("day", "2019-11-21")], "more than three years ago"),
    ([("kind", "closed_observed"), ("day", "2026-11-20")], "Please fill this in."),
    // Clocks went forward at two that night.
    ([("kind", "closed"), ("day", "2026-03-08"), ("from", "02:30")], "some times do not exist"),
    (
      [("kind", "open_observed"), ("from", "9:00"), ("to", "10:00"), ("closedOtherwise", "yes")], "has not come yet"
    ),
    ([("kind", "closed"), ("miles", "far")], "Please write a number"),
    ([("kind", "closed"), ("note", String(repeating: "x", count: 1001))], "at most"),
  ]

  @Test(arguments: faults.indices) func `say what is wrong with what was typed`(_ index: Int) async throws {
    try await StaffSite.withPlace { scene in
      var browser = try await scene.browser("rosa")
      await browser.get("\(Self.root)/LOSHOLD")
      let answer = await browser.post("\(Self.root)/LOSHOLD", Self.faults[index].fields)
      #expect(answer.status == .unprocessableContent)
      #expect(browser.page.contains(Self.faults[index].sentence), "\(Self.faults[index].sentence)")
      #expect(try await scene.count("select count(*) from place_event") == 0)
    }
  }

  @Test func `are not there for a place that is not there, nor for an operator`() async throws {
    try await StaffSite.withPlace { scene in
      var ana = try await scene.browser("ana", .attorney)
      #expect(await ana.get("\(Self.root)/NOWHERE").status == .notFound)
      #expect(await ana.get("\(Self.root)/NOWHERE/2026-11-18").status == .notFound)
      #expect(await ana.get("\(Self.root)/LOSHOLD/2026-02-30").status == .notFound)
      var mona = try await scene.browser("mona", .monitor)
      #expect(await mona.get("\(Self.root)/NOWHERE").status == .notFound)
      var olga = try await scene.browser("olga", .operator)
      #expect(await olga.get("\(Self.root)/LOSHOLD").status == .forbidden)
      #expect(await olga.post("\(Self.root)/LOSHOLD", [("kind", "closed")]).status == .forbidden)
    }
  }
}
