import CivilTime
import Figures
import Foundation
import Gateway
import Postgres
import Records
import Services
import Site
import Stores
import Testing

@Suite struct `What is published` {
  /// Requests in which two people upheld the breach of a verified order: so many at a place on a day, of a kind.
  private static func uphold(
    _ site: StaffSite, _ many: Int, place: String, day: String, kind: String, decided: String = "2026-11-12",
    publishable: Bool = true, upholders: Int = 2
  ) async throws {
    try await site.owner.execute(
      """
      insert into facility (code, name, kind, time_zone, time_zone_basis, origin)
      values (\(place), \(place), 'hold_room', 'America/Los_Angeles', 'hand', 'test') on conflict do nothing
      """)
    let publishes = publishable
    try await site.owner.execute(
      """
      with filed as (
        insert into visit_request (reference, facility_id, account_id, client_name, asker_role, tie, mode, created_at)
        select 'PV-' || upper(lpad(to_hex((random() * 1e9)::bigint % 16777216), 6, '0')), f.id,
          (select id from account where role = 'attorney' limit 1), 'Nobody', 'attorney', 'prospective', 'contact',
          \(day)::date + time '18:00'
        from facility f, generate_series(1, \(Int32(many))) where f.code = \(place) returning id
      ), told as (
        insert into visit_event (request_id, kind, happened_at, zone, recorded_at, account_id, observer, standing,
          is_first_hand, grade)
        select id, 'arrived', \(day)::date + time '18:00', 'UTC', \(day)::date + time '18:10',
          (select id from account where role = 'attorney' limit 1), 'x', 'requester', true, 'B' from filed returning id, request_id
      ), found as (
        insert into visit_finding (request_id, key, rule, outcome, severity, finding, through_event_id, found_at)
        select request_id, 'K' || id, 'DEMO-DOOR/1', 'breached', 'red', jsonb_build_object('authority', 'order', 'pattern',
          \(kind)::text, 'grade', 'B', 'isPublishable', \(publishes)::boolean, 'at', \(day) || 'T18:00:00Z', 'reasons',
          '[]'::jsonb), id, \(day)::date + time '20:00' from told returning id
      ) select count(*) from found
      """)
    for name in ["one", "two"].prefix(upholders) {
      _ = try await site.browser(name, .monitor)
      try await site.owner.execute(
        """
        insert into review_decision (case_id, finding_id, account_id, verdict, reason, decided_at)
        select c.id, c.finding_id, (select id from account where name = \(name)), 'upheld', 'Both agree.',
          \(decided)::date + time '12:00'
        from review_case c where c.state in ('open', 'second') and c.rule = 'DEMO-DOOR/1'
          and c.pattern = \(kind) and c.day = \(day)::date
          and c.facility_id = (select id from facility where code = \(place))
          and not exists (select from review_decision d where d.case_id = c.id
            and d.account_id = (select id from account where name = \(name)))
        """)
    }
  }

  private static func with(_ body: (StaffSite, ReleaseService) async throws -> Void) async throws {
    try await StaffSite.withPlace(poolSize: 3) { site in
      _ = try await site.browser("ana", .attorney)
      try await body(site, ReleaseService(site.visitDatabase, judge: try DoorClock.invented.get()))
    }
  }

  @Test func `is nothing as long as no rule is verified, and the page says so`() async throws {
    try await Self.with { site, _ in
      try await Self.uphold(site, 12, place: "AAA", day: "2026-10-14", kind: "D01")
      await #expect(throws: ReleaseFault.nothingVerified) {
        // The rules as they stand in the checkout: none of them is verified.
        _ = try await ReleaseService(site.visitDatabase, judge: DoorClock.real()).makeDue(now: site.now)
      }
      var stranger = Browser(site.site)
      await stranger.get("/en/published")
      #expect(stranger.page.contains("Nothing can be published yet."))
      await stranger.get("/es/published")
      #expect(stranger.page.contains("Todavía no puede publicarse nada."))
      #expect(await stranger.get("/en/published/11").status == .notFound)
    }
  }

  @Test func `is what two people upheld under verified rules, by week, without small counts`() async throws {
    try await Self.with { site, releases in
      try await Self.uphold(site, 20, place: "AAA", day: "2026-10-14", kind: "D01")
      try await Self.uphold(site, 15, place: "AAA", day: "2026-10-21", kind: "D11")
      try await Self.uphold(site, 14, place: "BBB", day: "2026-10-14", kind: "D11")
      try await Self.uphold(site, 3, place: "CCC", day: "2026-10-21", kind: "D01")
      // None of these may count: one person, not verified, upheld too late.
      try await Self.uphold(site, 40, place: "DDD", day: "2026-10-14", kind: "D01", upholders: 1)
      try await Self.uphold(site, 40, place: "EEE", day: "2026-10-14", kind: "D01", publishable: false)
      try await Self.uphold(site, 40, place: "FFF", day: "2026-10-14", kind: "D01", decided: "2026-11-18")
      // Two instances at once make one release.
      async let first = releases.makeDue(now: site.now)
      async let second = releases.makeDue(now: site.now)
      let made = try await first + second
      #expect(made.map(\.id) == [11] && made.first?.from.iso == "2026-10-12")
      #expect(try await releases.makeDue(now: site.now).isEmpty)
      let document = try ReleaseDocument.read(try #require(made.first).document)
      #expect(Set(document.counts.places.keys) == ["AAA", "BBB", "CCC"])
      #expect(document.counts.places["CCC"]?[1] == .some(nil), "three are not told")
      #expect(document.counts.places["CCC"]?[0] == 0, "a true zero is told")
      #expect(document.rules.map(\.rule).contains("DEMO-DOOR/1") && document.rules.allSatisfy { $0.verifiedBy != nil })
      for line in document.counts.places.values { for case let count? in line { #expect(!(1...10).contains(count)) } }
      var stranger = Browser(site.site)
      await stranger.get("/en/published")
      for text in [
        "Release 11", "not told", "October 12, 2026 to November 8, 2026", "Sample Verifier", "not a random sample",
      ] {
        #expect(stranger.page.contains(text), "\(text)")
      }
      let data = await stranger.get("/en/published/11/release.json")
      #expect(data.status == .ok && stranger.page == made.first?.document)
      await stranger.get("/en/published/11/table.csv")
      #expect(stranger.page.contains("place,CCC,2026-10-19,\r\n"))
    }
  }

  @Test func `never changes, whatever becomes of what it counted, and what comes late counts in the next`() async throws
  {
    try await Self.with { site, releases in
      try await Self.uphold(site, 30, place: "AAA", day: "2026-10-14", kind: "D01")
      let first = try #require(try await releases.makeDue(now: site.now).first)
      let error = await #expect(throws: PostgresError.self) {
        try await site.owner.execute("update release set document = '{}', sha256 = sha256('{}')")
      }
      #expect(error?.constraint == "What happened is only ever appended")
      try await Self.uphold(site, 17, place: "AAA", day: "2026-10-15", kind: "D01", decided: "2026-11-19")
      try await Self.uphold(site, 12, place: "BBB", day: "2026-11-16", kind: "D01", decided: "2026-11-19")
      #expect(try await releases.release(11) == first)
      site.wait(seconds: 28 * 86_400)
      let second = try #require(try await releases.makeDue(now: site.now).first)
      let tables = try ReleaseDocument.read(second.document).counts
      #expect(second.id == 12 && tables.weeks.last == "earlier")
      // The first thirty stand in the first release alone; those that were upheld late, here.
      #expect(tables.places["AAA"]?[4] == 17 || tables.places["AAA"]?[4] == .some(nil))
      #expect(tables.allSoFar == 59 || tables.allSoFar == nil)
      #expect(try await site.count("select count(*)::int from release_counted") == 59)
      #expect(try await releases.release(11) == first)
    }
  }

  @Test func `is made from what nobody else is told`() async throws {
    try await Self.with { site, releases in
      try await Self.uphold(site, 12, place: "AAA", day: "2026-10-14", kind: "D01")
      for actor in ["service:report", "service:sweep", "", "account:1"] {
        let seen = try await site.visitDatabase.transaction(readOnly: true, actor: actor) { session in
          try await ReleaseStore(session).requests(knownAt: site.now, until: CivilDate(iso: "2026-11-09") ?? .farthest)
            .count
            + ReleaseStore(session).totals().count
        }
        #expect(seen == 0, "\(actor)")
      }
      _ = try await releases.makeDue(now: site.now)
      #expect(try await site.count("select sum(requests)::int from release_total") == 12)
    }
  }
}

@Suite struct `Patterns of cases` {
  @Test func `are put together by the system and named by a person`() async throws {
    try await ReviewScene.with { scene in
      // The same refusal of three attorneys within days, and one long before.
      for (name, office) in [("bea", "B & Co"), ("cal", "C & Co")] {
        var attorney = try await scene.site.browser(name, .attorney, office: office)
        let path = await attorney.arrive(for: "Somebody Else")
        scene.site.wait(seconds: 4000)
        attorney = try await scene.site.browser(name, .attorney, office: office)
        await attorney.get(path)
        await attorney.tap(path, "refused", [("because", "no_g28")])
      }
      var monitor = try await scene.monitor()
      let days = "from=2026-11-01&until=2026-12-01"
      await monitor.get("/en/staff/review/patterns?\(days)")
      #expect(monitor.page.contains("The same refusal, several attorneys"))
      #expect(monitor.page.contains("Cases: 3, by people: 3") && monitor.page.contains("Nobody has named it."))
      #expect(monitor.page.contains("pattern=D11"))
      let first = try #require(monitor.page.firstMatch(of: /name="first" value="([^"]*)"/)).output.1
      let form = [
        ("kind", "same_refusal"), ("code", "LOSHOLD"), ("pattern", "D11"), ("first", String(first)),
        ("from", "2026-11-01"), ("until", "2026-12-01"),
      ]
      let path = "/en/staff/review/patterns"
      #expect(await monitor.post(path, form + [("name", "x"), ("reason", "Because")]).status == .unprocessableContent)
      #expect(
        await monitor.post(path, form + [("name", "Long waits"), ("reason", "")]).status == .unprocessableContent)
      let named = await monitor.post(path, form + [("name", "Long waits"), ("reason", "Three offices, one day.")])
      #expect(named.status == .seeOther)
      await monitor.get("/en/staff/review/patterns?\(days)")
      #expect(monitor.page.contains("Named “Long waits” by mo: Three offices, one day."))
      #expect(
        await monitor.post(
          path,
          [("kind", "x"), ("code", "NONE"), ("pattern", "D99"), ("first", "x"), ("name", "Name"), ("reason", "Why")]
        )
        .status == .notFound)
      let error = await #expect(throws: PostgresError.self) {
        try await scene.site.owner.execute("update pattern_name set name = 'Other'")
      }
      #expect(error?.constraint == "What happened is only ever appended")
    }
  }
}
