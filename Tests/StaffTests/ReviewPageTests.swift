import Gateway
import Postgres
import Records
import Services
import Site
import TestKit
import Testing

@Suite struct `The review of findings` {
  /// With plain spaces where times have narrow ones.
  private static func plain(_ page: String) -> String { page.replacing("\u{202F}", with: " ") }

  @Test func `shows a case without names or exact times until it is opened with a reason`() async throws {
    try await ReviewScene.with { scene in
      let id = try await scene.newest().id
      var monitor = try await scene.monitor()
      await monitor.get("/en/staff/review")
      #expect(monitor.page.contains("Excessive wait") || monitor.page.contains("WAIT-60/1"))
      #expect(monitor.page.contains("1 case") && monitor.page.contains("Attorney "))
      let path = "/en/staff/review/\(id)"
      let hidden = ["Sample Client", ">ana<", "Badge 17", "PV-", "4:30 PM", "5:40 PM"]
      for page in ["/en/staff/review", path] {
        await monitor.get(page)
        let main = Self.plain(monitor.page).split(separator: "<main").last ?? ""
        for word in hidden { #expect(!main.contains(word), "\(word) on \(page)") }
      }
      #expect(Self.plain(monitor.page).contains("between 4:00 PM and 6:00 PM"))
      let finding = try await scene.newest().finding
      let step = [("step", "open"), ("finding", String(finding))]
      #expect(await monitor.post(path, step).status == .unprocessableContent)
      #expect(await monitor.post(path, step + [("because", "To compare with the log")]).status == .seeOther)
      await monitor.get(path)
      for word in hidden { #expect(Self.plain(monitor.page).contains(word), "\(word) is shown") }
      let audited = try await scene.site.owner.first(
        "select count(*) from audit_entry where verb = 'caseOpened' and object = \("review:\(id)") and purpose is not null"
      )?.decode(Int.self)
      #expect(audited == 1)
      var other = try await scene.monitor("mia")
      await other.get(path)
      #expect(!other.page.contains("Sample Client"))
    }
  }

  @Test func `takes a decision with its reason, and none without`() async throws {
    try await ReviewScene.with { scene in
      let id = try await scene.newest().id
      var monitor = try await scene.monitor()
      #expect(try await scene.decide(&monitor, id, "").status == .unprocessableContent)
      #expect(try await scene.decide(&monitor, id, "upheld", [("reason", " ")]).status == .unprocessableContent)
      #expect(try await scene.decide(&monitor, id, "needs_facts").status == .unprocessableContent)
      #expect(try await scene.state(of: id) == "open")
      #expect(try await scene.decide(&monitor, id, "upheld").status == .seeOther)
      #expect(try await scene.state(of: id) == "upheld")
      let error = await #expect(throws: PostgresError.self) {
        try await scene.site.owner.execute("update review_decision set verdict = 'unclear'")
      }
      #expect(error?.constraint == "What happened is only ever appended")
      // Another word of the same person is another row.
      try await scene.decide(&monitor, id, "not_upheld")
      #expect(try await scene.state(of: id) == "not_upheld")
      #expect(try await scene.site.count("select count(*)::int from review_decision") == 2)
    }
  }

  @Test func `asks the attorney, and is opened again by the answer`() async throws {
    try await ReviewScene.with { scene in
      let id = try await scene.newest().id
      var monitor = try await scene.monitor()
      try await scene.decide(
        &monitor, id, "needs_facts", [("reason", "Private note"), ("question", "Was a supervisor asked?")])
      #expect(try await scene.state(of: id) == "waiting")
      await scene.attorney.get(scene.path)
      #expect(scene.attorney.page.contains("Was a supervisor asked?") && !scene.attorney.page.contains("Private note"))
      #expect(!scene.attorney.page.contains(">mo<") && !scene.attorney.page.contains("mo,"))
      let question = try #require(scene.attorney.page.firstMatch(of: /name="question" value="([0-9]+)"/)).output.1
      let answer = [("question", String(question)), ("answer", "Yes, at the desk.")]
      #expect(await scene.attorney.post(scene.path + "/answer", answer).status == .seeOther)
      let now = try await scene.newest()
      #expect(now.state == "open" && now.reopened == "answered")
      await scene.attorney.get(scene.path)
      _ = await scene.attorney.post(scene.path + "/answer", [("question", String(question)), ("answer", "No.")])
      await monitor.get("/en/staff/review/\(id)")
      #expect(monitor.page.contains("Yes, at the desk.") && !monitor.page.contains("“No.”"))
      #expect(monitor.page.contains("the attorney answered"))
      // Another office neither sees the question nor answers it.
      var other = try await scene.site.browser("olga", .attorney, office: "Other & Other")
      #expect(await other.get(scene.path).status == .notFound)
    }
  }

  @Test func `opens a decided case again when something is told late`() async throws {
    try await ReviewScene.with { scene in
      let before = try await scene.newest()
      var monitor = try await scene.monitor()
      try await scene.decide(&monitor, before.id, "upheld")
      let arrival = try await scene.site.count("select min(id)::int from visit_event where kind = 'arrived'")
      await scene.attorney.get(scene.path)
      await scene.attorney.tap(
        scene.path, "arrived",
        [("corrects", String(arrival)), ("day", "2026-11-20"), ("time", "4:35 pm"), ("precision", "minute")])
      let gone = try await scene.site.owner.first(
        "select state, reopened, outcome from review_case where id = \(before.id)")
      let (state, reopened, outcome) = try #require(try gone?.decode(String.self, String?.self, String?.self))
      #expect(state == "open" && reopened == "late_event" && outcome == nil)
      // What was decided about the finding as it was does not count for what it is now.
      let stale = try await scene.decide(&monitor, before.id, "upheld", finding: before.finding)
      #expect(stale.status == .unprocessableContent)
      #expect(monitor.page.contains("changed while you read it"))
    }
  }

  @Test func `lets a rule's new version be decided again`() async throws {
    try await ReviewScene.with { scene in
      try await scene.findOrder(version: 1)
      let first = try await scene.newest().id
      var monitor = try await scene.monitor()
      try await scene.decide(&monitor, first, "not_upheld")
      try await scene.findOrder(version: 2)
      try await scene.findOrder(version: 1, outcome: nil)
      let second = try await scene.newest()
      #expect(second.reopened == "rule_changed" && second.id != first)
      #expect(try await scene.state(of: first) == "gone")
      await monitor.get("/en/staff/review/\(second.id)")
      #expect(monitor.page.contains("/en/staff/review/\(first)"))
    }
  }

  @Test func `counts the breach of an order once two people upheld it`() async throws {
    try await ReviewScene.with { scene in
      try await scene.findOrder(version: 1)
      let id = try await scene.newest().id
      var one = try await scene.monitor("one"), two = try await scene.monitor("two"),
        three = try await scene.monitor("three")
      try await scene.decide(&one, id, "upheld")
      #expect(try await scene.state(of: id) == "second")
      try await scene.decide(&one, id, "upheld")
      #expect(try await scene.state(of: id) == "second")
      try await scene.decide(&two, id, "not_upheld")
      #expect(try await scene.state(of: id) == "differ")
      try await scene.decide(&three, id, "upheld")
      #expect(try await scene.state(of: id) == "upheld")
      try await scene.decide(&two, id, "upheld")
      #expect(try await scene.state(of: id) == "upheld")
    }
  }

  @Test func `lets nobody review their own, nor what their office filed, even past the pages`() async throws {
    try await ReviewScene.with { scene in
      let own = try await scene.newest()
      _ = try await scene.site.browser("colleague", .attorney)
      for name in ["ana", "colleague"] {
        // No page gives this role to somebody of an office; the database does not rely on that.
        _ = try await scene.monitor()
        try await scene.site.owner.execute(
          "update account set role = 'monitor', organisation_id = (select min(id) from organisation) where name = \(name)"
        )
        var browser = try await scene.site.browser(name, .monitor)
        await browser.get("/en/staff/review")
        #expect(browser.page.contains("0 cases"))
        #expect(await browser.get("/en/staff/review/\(own.id)").status == .notFound)
        await browser.get("/en/staff/review")
        #expect(
          await browser.post(
            "/en/staff/review/\(own.id)",
            [("step", "decide"), ("finding", String(own.finding)), ("verdict", "upheld"), ("reason", "Mine")]
          ).status == .notFound)
        let error = await #expect(throws: PostgresError.self) {
          try await scene.site.owner.execute(
            """
            insert into review_decision (case_id, finding_id, account_id, verdict, reason, decided_at)
            select \(own.id), \(own.finding), id, 'upheld', 'Mine', now() from account where name = \(name)
            """)
        }
        #expect(error?.constraint == "Nobody reviews their own")
      }
      let stranger = await #expect(throws: PostgresError.self) {
        _ = try await scene.site.browser("rosa", .responder)
        try await scene.site.owner.execute(
          """
          insert into review_decision (case_id, finding_id, account_id, verdict, reason, decided_at)
          select \(own.id), \(own.finding), id, 'upheld', 'Not mine', now() from account where name = 'rosa'
          """)
      }
      #expect(stranger?.constraint == "Findings are reviewed by monitors")
    }
  }

  @Test func `turns pages by the last line, and shows each case once`() async throws {
    try await ReviewScene.with { scene in
      try await scene.site.owner.execute(
        """
        insert into visit_finding (request_id, key, rule, outcome, severity, finding, through_event_id, found_at)
        select e.request_id, 'K' || n, 'MANY/1', 'breached', (array['red', 'amber', 'grey'])[1 + n % 3],
          jsonb_build_object('authority', 'standard', 'at', '2026-11-21T01:00:00Z'), e.id, \(scene.site.now)
        from (select max(request_id) as request_id, max(id) as id from visit_event) e, generate_series(1, 120) n
        """)
      var monitor = try await scene.monitor()
      for order in ["gravest", "due", "oldest"] {
        var path: String? = "/en/staff/review?order=\(order)&rule=MANY"
        var seen: [String] = []
        var pages = 0
        while let open = path, pages < 10 {
          await monitor.get(open)
          pages += 1
          seen += monitor.page.matches(of: /href="\/en\/staff\/review\/([0-9]+)"/).map { String($0.output.1) }
          path = monitor.page.firstMatch(of: /href="([^"]*after=[^"]*)"/).map {
            String($0.output.1).replacing("&amp;", with: "&")
          }
        }
        #expect(
          pages == 3 && seen.count == 120 && Set(seen).count == 120, "\(order): \(pages) pages, \(seen.count) lines")
      }
      await monitor.get("/en/staff/review?severity=red&place=loshold&rule=MANY")
      #expect(monitor.page.contains("40 cases"))
      await monitor.get("/en/staff/review?severity=nonsense&after=x&order=1&rule=%3Cb%3E")
      #expect(monitor.page.contains("121 cases"))
    }
  }
}
