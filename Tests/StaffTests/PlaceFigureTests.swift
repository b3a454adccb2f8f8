import Gateway
import Postgres
import Records
import Services
import Site
import Testing

@Suite struct `Figures of places and orders` {
  private static let days = "from=2026-11-01&until=2026-12-01"

  /// Short on a Wednesday, closed on a Tuesday with notice told of, and told of without an end on a Monday.
  private static func with(_ body: (inout ReviewScene, inout Browser) async throws -> Void) async throws {
    try await ReviewScene.with { scene in
      let path = "/en/staff/visits/places/LOSHOLD/"
      for (day, fields) in [
        ("2026-11-18", [("kind", "open_observed"), ("from", "8:00"), ("to", "13:00"), ("closedOtherwise", "yes")]),
        ("2026-11-17", [("kind", "closed_observed"), ("from", "0:00"), ("to", "0:00")]),
        ("2026-11-17", [("kind", "closed"), ("from", "8:00"), ("to", "")]),
        (
          "2026-11-17",
          [
            ("kind", "closure_notified"), ("from", "9:00"), ("to", ""), ("standing", "plaintiffs_counsel"),
            ("toldBy", "Counsel"),
          ]
        ),
        ("2026-11-16", [("kind", "open_observed"), ("from", "10:00"), ("to", "11:00")]),
      ] {
        await scene.attorney.get(path + day)
        let noted = await scene.attorney.post(path + day, fields + [("day", day), ("grade", "B")])
        #expect(noted.status == .seeOther, "\(day) \(fields)")
      }
      var monitor = try await scene.monitor()
      try await body(&scene, &monitor)
    }
  }

  @Test func `show a place's days as a calendar, in a sentence and in a table`() async throws {
    try await Self.with { _, monitor in
      await monitor.get("/en/staff/review/places/LOSHOLD?\(Self.days)")
      #expect(
        monitor.page.contains(
          "aria-label=\"Los Angeles Hold Room, November 2026. Open too short: 18. Closed all day: 17. Not known: 16. Nobody told: 1, 2,"
        ))
      for text in [
        "/en/staff/visits/places/LOSHOLD/2026-11-18", "300 minutes", "480 minutes",
        "On 3 days the rules ask for 24 hours",
        "at least 25% of them and at most 54%", "1 closure. With notice: 1; without: 0; nobody said: 0.",
        "text not verified", "/en/staff/review/orders/B18", "What is not known", "not a random sample",
      ] { #expect(monitor.page.contains(text), "\(text)") }
      await monitor.get("/en/staff/review/places?\(Self.days)")
      #expect(monitor.page.contains("Los Angeles Hold Room") && monitor.page.contains("Not on the map"))
      #expect(await monitor.get("/en/staff/review/places/NOWHERE").status == .notFound)
    }
  }

  @Test func `say nothing of an order that nobody verified, and list its terms`() async throws {
    try await Self.with { _, monitor in
      await monitor.get("/en/staff/review/orders")
      #expect(
        monitor.page.contains("/en/staff/review/orders/B18") && monitor.page.contains("verified: 0; not verified:"))
      await monitor.get("/en/staff/review/orders/B18?\(Self.days)")
      #expect(monitor.page.contains("Nothing is said here of whether it was kept"))
      #expect(monitor.page.contains("B18-HOURS-BD/2") && !monitor.page.contains("<svg viewBox=\"0 0 360"))
      #expect(await monitor.get("/en/staff/review/orders/NONE").status == .notFound)
    }
  }

  @Test func `show by day what verified terms said, and what reviewers made of it`() async throws {
    try await Self.with { scene, monitor in
      // The same day, as a verified order's rule would have it: one not reviewed, one upheld by two.
      try await scene.site.owner.execute(
        """
        insert into place_finding (facility_id, key, day, rule, outcome, severity, facts, finding, through_event_id, found_at)
        select f.facility_id, 'DEMO.' || d.day, d.day, 'DEMO-HOURS/1', d.outcome, 'red', '{}',
          jsonb_build_object('id', 'DEMO.' || d.day, 'subject', jsonb_build_object('place', 'B-18'), 'rule', 'DEMO-HOURS/1',
            'authority', 'order', 'pattern', 'D03', 'at', d.day || 'T20:00:00Z', 'outcome', d.outcome, 'missing',
            '[]'::jsonb, 'readings', '[]'::jsonb, 'severity', 'red', 'certainty', 'supported', 'needsReview', false,
            'isPublishable', true, 'grade', 'B', 'protection',
            '{"requester": "everyone", "person": "everyone"}'::jsonb, 'facts', '[]'::jsonb, 'reasons', '[]'::jsonb),
          f.through_event_id, \(scene.site.now)
        from (select * from place_finding order by id desc limit 1) f,
          (values ('2026-11-18'::date, 'breached'), ('2026-11-17', 'breached'), ('2026-11-16', 'unknown'),
            ('2026-11-13', 'met')) d (day, outcome)
        """)
      let upheld = try await scene.site.count(
        "select id::int from review_case where rule = 'DEMO-HOURS/1' and day = '2026-11-17'")
      var other = try await scene.monitor("mia")
      try await scene.decide(&monitor, Int64(upheld), "upheld")
      await monitor.get("/en/staff/review/orders/DEMO?\(Self.days)")
      #expect(monitor.page.contains("Breach, upheld by reviewers") == false, "one person is not two")
      try await scene.decide(&other, Int64(upheld), "upheld")
      await monitor.get("/en/staff/review/orders/DEMO?\(Self.days)")
      #expect(
        monitor.page.contains(
          "Kept, as far as told: 13. Indicator, not yet reviewed: 18. Breach, upheld by reviewers: 17. Cannot be said: 16."
        ))
      #expect(
        monitor.page.contains("Sample Verifier (invented)")
          && monitor.page.contains("kept on 1 day, breach upheld on 1 day"))
      await monitor.get("/es/staff/review/orders/DEMO?\(Self.days)")
      #expect(monitor.page.contains("Incumplimiento confirmado"))
    }
  }

  @Test func `lead from each count to its requests, without names`() async throws {
    try await Self.with { scene, monitor in
      await monitor.get("/en/staff/review/figures?by=week&\(Self.days)")
      let link = try #require(
        monitor.page.matches(of: /href="(\/en\/staff\/review\/rows[^"]*ended=denied[^"]*)"/).first.map {
          String($0.output.1).replacing("&amp;", with: "&")
        })
      await monitor.get(link)
      #expect(monitor.page.contains("November 20, 2026") && monitor.page.contains("Denied"))
      let id = try await scene.newest().id
      #expect(monitor.page.contains("/en/staff/review/\(id)"))
      let main = monitor.page.split(separator: "<main").last ?? ""
      for name in ["Sample Client", "PV-"] { #expect(!main.contains(name), "\(name)") }
      // Of shares too: the place's one denial has no evidence of grade A or B.
      await monitor.get("/en/staff/review/places/LOSHOLD?\(Self.days)")
      #expect(!monitor.page.contains("ended=strong") && !monitor.page.contains("ended=moved"))
      for (ended, count) in [("denied", 1), ("strong", 0), ("moved", 0), ("call", 0), ("called", 0), ("held", 0)] {
        await monitor.get("/en/staff/review/rows?place=LOSHOLD&ended=\(ended)&\(Self.days)")
        #expect(monitor.page.matches(of: /<th scope="row">November/).count == count, "\(ended)")
      }
      await monitor.get("/en/staff/review/rows?by=nonsense&item=%3Cb%3E&ended=held&after=x")
      #expect(monitor.page.contains("No request."))
    }
  }

  @Test func `give the same answer about the same moment, for places and orders too`() async throws {
    try await Self.with { scene, monitor in
      let asked = ["places/LOSHOLD", "places", "orders/DEMO", "rows"].map {
        "/en/staff/review/\($0)?\(Self.days)&known=2026-11-21"
      }
      func answers() async -> [String] {
        var answers: [String] = []
        for path in asked {
          await monitor.get(path)
          answers.append(
            String(monitor.page.split(separator: "<main").last ?? "").replacing(/name="token" value="[^"]*"/, with: ""))
        }
        return answers
      }
      // The day of which things were known has ended when more is told.
      scene.site.wait(seconds: 86_400)
      monitor = try await scene.monitor()
      let before = await answers()
      #expect(before[0].contains("Not known: 16."))
      scene.attorney = try await scene.site.browser("ana", .attorney)
      let path = "/en/staff/visits/places/LOSHOLD/2026-11-16"
      await scene.attorney.get(path)
      await scene.attorney.post(
        path, [("kind", "open_observed"), ("day", "2026-11-16"), ("from", "8:00"), ("to", "17:00"), ("grade", "A")])
      #expect(await answers() == before)
      await monitor.get("/en/staff/review/places/LOSHOLD?\(Self.days)")
      #expect(monitor.page.contains("Open as asked: 16."))
    }
  }
}
