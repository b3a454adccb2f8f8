import Gateway
import Postgres
import Records
import Services
import Site
import Testing

/// Findings about a place itself, of days on which nobody asked for a visit.
@Suite struct `The review of a place's days` {
  private static let day = "2026-11-18"
  private static let path = "/en/staff/visits/places/LOSHOLD/\(day)"

  /// Open for seven hours and a half on a business day, where the order asks for eight.
  private static func with(_ body: (StaffSite, inout Browser) async throws -> Void) async throws {
    try await StaffSite.withPlace(poolSize: 3) { site in
      var ana = try await site.browser("ana", .attorney)
      await ana.get(path)
      await ana.post(
        path,
        [
          ("kind", "open_observed"), ("day", day), ("from", "8:00 am"), ("to", "3:30 pm"), ("closedOtherwise", "yes"),
          ("grade", "B"), ("toldBy", "Otis Witness"), ("standing", "observer"),
        ])
      try await body(site, &ana)
    }
  }

  private static func newest(
    _ site: StaffSite
  ) async throws -> (id: Int64, finding: Int64, state: String, reopened: String?) {
    let row = try await site.owner.first(
      """
      select id, place_finding_id, state, reopened from review_case where is_of_place and rule_name = 'B18-HOURS-BD'
      order by id desc limit 1
      """)
    return try #require(try row?.decode(Int64.self, Int64.self, String.self, String?.self))
  }

  @discardableResult
  private static func decide(
    _ browser: inout Browser, _ id: Int64, _ verdict: String, _ more: [(String, String)] = [], finding: Int64? = nil
  ) async throws -> Response {
    await browser.get("/en/staff/review/\(id)")
    let shown = browser.page.firstMatch(of: /name="finding" value="([0-9]+)"/).map { String($0.output.1) }
    return await browser.post(
      "/en/staff/review/\(id)",
      [("step", "decide"), ("finding", finding.map(String.init) ?? shown ?? "0"), ("verdict", verdict)]
        + [("reason", "The log agrees.")] + more)
  }

  @Test func `stands in the queue with its day, and hides who told it until it is opened`() async throws {
    try await Self.with { site, _ in
      let one = try await Self.newest(site)
      var monitor = try await site.browser("mo", .monitor)
      await monitor.get("/en/staff/review?rule=B18-HOURS-BD")
      #expect(monitor.page.contains("The place itself") && monitor.page.contains("November 18, 2026"))
      await monitor.get("/en/staff/review/\(one.id)")
      for text in ["Seen open for legal visits", "Person 1", "Open 450 minutes", "The weakest evidence", "/2026-11-18"]
      {
        #expect(monitor.page.contains(text), "\(text)")
      }
      let main = monitor.page.split(separator: "<main").last ?? ""
      #expect(!main.contains("Otis") && !main.contains("ana"))
      let open = [("step", "open"), ("finding", String(one.finding)), ("because", "To call the witness")]
      #expect(await monitor.post("/en/staff/review/\(one.id)", open).status == .seeOther)
      await monitor.get("/en/staff/review/\(one.id)")
      #expect(monitor.page.contains("Otis Witness"))
      #expect(
        try await site.count(
          "select count(*) from audit_entry where verb = 'caseOpened' and object = 'review:' || \(String(one.id))") == 1
      )
    }
  }

  @Test func `is upheld by two people, and by nobody who told of the day`() async throws {
    try await Self.with { site, _ in
      let one = try await Self.newest(site)
      var teller = try await site.browser("tess", .monitor)
      await teller.get(Self.path)
      await teller.post(
        Self.path, [("kind", "open_observed"), ("day", Self.day), ("from", "8:00 am"), ("to", "9:00 am")])
      // What is told late and changes nothing opens nothing; but who told it reviews it no more.
      let now = try await Self.newest(site)
      #expect(now.id == one.id)
      #expect(await teller.get("/en/staff/review/\(one.id)").status == .notFound)
      let error = await #expect(throws: PostgresError.self) {
        try await site.owner.execute(
          """
          insert into review_decision (case_id, place_finding_id, account_id, verdict, reason, decided_at)
          select \(one.id), \(now.finding), id, 'upheld', 'Mine', now() from account where name = 'tess'
          """)
      }
      #expect(error?.constraint == "Nobody reviews their own")
      var first = try await site.browser("mo", .monitor), second = try await site.browser("mia", .monitor)
      try await Self.decide(&first, one.id, "upheld")
      #expect(try await Self.newest(site).state == "second")
      try await Self.decide(&second, one.id, "upheld")
      #expect(try await Self.newest(site).state == "upheld")
    }
  }

  @Test func `asks those who told, on the day's page, and is opened again by their answer`() async throws {
    try await Self.with { site, ana in
      let one = try await Self.newest(site)
      var monitor = try await site.browser("mo", .monitor)
      try await Self.decide(&monitor, one.id, "needs_facts", [("question", "Which door was it?")])
      #expect(try await Self.newest(site).state == "waiting")
      var other = try await site.browser("olga", .attorney, office: "Other & Other")
      await other.get(Self.path)
      #expect(!other.page.contains("Which door was it?"))
      await ana.get(Self.path)
      #expect(ana.page.contains("Which door was it?") && !ana.page.contains("The log agrees"))
      let question = try #require(ana.page.firstMatch(of: /name="question" value="([0-9]+)"/)).output.1
      let answer = [("question", String(question)), ("answer", "The one on Alameda.")]
      #expect(await other.post(Self.path, answer).status == .seeOther)
      #expect(try await Self.newest(site).state == "waiting", "another office answers nothing")
      #expect(await ana.post(Self.path, answer).status == .seeOther)
      let now = try await Self.newest(site)
      #expect(now.state == "open" && now.reopened == "answered")
      await monitor.get("/en/staff/review/\(one.id)")
      #expect(monitor.page.contains("The one on Alameda."))
    }
  }

  @Test func `is opened again by a late account, and what was known of the day before stays`() async throws {
    try await Self.with { site, ana in
      let one = try await Self.newest(site)
      var first = try await site.browser("mo", .monitor), second = try await site.browser("mia", .monitor)
      try await Self.decide(&first, one.id, "upheld")
      try await Self.decide(&second, one.id, "upheld")
      site.wait(seconds: 3600)
      ana = try await site.browser("ana", .attorney)
      await ana.get(Self.path)
      let event = try await site.count("select max(id)::int from place_event")
      await ana.post(Self.path, [("kind", "taken_back"), ("corrects", String(event))])
      await ana.get(Self.path)
      await ana.post(
        Self.path, [("kind", "open_observed"), ("day", Self.day), ("from", "8:00 am"), ("to", "4:30 pm")])
      let row = try await site.owner.first("select state, reopened, outcome from review_case where id = \(one.id)")
      let (state, reopened, outcome) = try #require(try row?.decode(String.self, String?.self, String?.self))
      #expect(state == "open" && reopened == "late_event" && outcome != "breached")
      first = try await site.browser("mo", .monitor)
      let stale = try await Self.decide(&first, one.id, "upheld", finding: one.finding)
      #expect(stale.status == .unprocessableContent)
      let known = try await site.owner.rows(
        "select standing from place_day_known where day = \(Self.day)::date order by id"
      ).map { try $0.decode(String.self) }
      #expect(known.first == "short" && known.last == "open", "\(known)")
    }
  }
}
