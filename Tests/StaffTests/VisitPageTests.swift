import CivilTime
import Gateway
import Postgres
import Records
import Services
import Stores
import Testing

@Suite struct `A visit at the door` {
  @Test func `begins without a request, for several people at once, and each tap counts for all`() async throws {
    try await StaffSite.withPlace { scene in
      var browser = try await scene.browser("ana", .attorney)
      let path = await browser.arrive(for: "Sample One\n\n  Sample Two \nSample Three")
      #expect(browser.page.contains("At the door, waiting"))
      #expect(browser.page.contains("For 3 clients at once"))
      scene.wait(seconds: 1800)
      await browser.get(path)
      #expect(browser.page.contains("Waiting for 30 minutes"))
      await browser.tap(path, "refused", [("because", "no_legal_visits")] + browser.also)
      #expect(browser.page.contains("Refused at the door") && browser.page.contains("“No legal visits here”"))
      #expect(try await scene.count("select count(*) from visit_status where state = 'refused'") == 3)
      #expect(try await scene.count("select count(distinct incident) from visit_event where incident is not null") == 1)
    }
  }

  @Test func `may concern one person of an incident alone`() async throws {
    try await StaffSite.withPlace { scene in
      var browser = try await scene.browser("rosa")
      let path = await browser.arrive(for: "Sample One\nSample Two")
      await browser.tap(path, "let_in")
      #expect(try await scene.count("select count(*) from visit_status where state = 'seated'") == 1)
      #expect(try await scene.count("select count(*) from visit_status where state = 'waiting'") == 1)
    }
  }

  @Test func `refuses a step that does not fit, and says what to note first`() async throws {
    try await StaffSite.withPlace { scene in
      var browser = try await scene.browser("rosa")
      let path = await browser.arrive(for: "Sample One")
      let answer = await browser.tap(path, "completed")
      #expect(answer.status == .unprocessableContent)
      #expect(
        browser.page.contains("“Visit over” does not fit: at that time the request stood at “At the door, waiting”."))
      #expect(browser.page.contains("Note first that you were let in."))
      #expect(try await scene.count("select count(*) from visit_event") == 1)
    }
  }

  @Test func `keeps both times of what is written down later`() async throws {
    try await StaffSite.withPlace { scene in
      var browser = try await scene.browser("ana", .attorney)
      let path = await browser.arrive(for: "Sample One")
      scene.wait(seconds: 3 * 3600)
      await browser.get(path)
      // The arrival was at 4:30 pm in Los Angeles.
      await browser.tap(path, "refused", [("day", "2026-11-20"), ("time", "5:10 pm"), ("because", "none")])
      #expect(browser.page.contains("Happened November 20, 2026 at 5:10"))
      #expect(browser.page.contains("written down November 20, 2026 at 7:30"))
      let row = try #require(
        try await scene.owner.first("select happened_at, recorded_at from visit_event order by id desc limit 1"))
      let (happened, recorded) = try row.decode(Timestamp.self, Timestamp.self)
      #expect(happened == StaffSite.start.adding(seconds: 2400) && recorded == scene.now)
    }
  }

  static let faults: [(fields: [(String, String)], sentence: String)] = [
    ([("kind", "")], "Please choose one of these."), ([("kind", "dancing")], "Please choose one of these."),
    ([("kind", "note")], "Please fill this in."),
    ([("kind", "let_in"), ("day", "20.11.2026")], "Please write the day"),
    ([("kind", "let_in"), ("day", "2026-11-20"), ("time", "25:00")], "Please write the time"),
    ([("kind", "let_in"), ("day", "2026-11-21"), ("time", "10:00")], "This time has not come yet."),
    ([("kind", "let_in"), ("day", "2019-11-21"), ("time", "10:00")], "more than three years ago"),
    // Clocks went forward at two that night.
    ([("kind", "note"), ("note", "x"), ("day", "2026-03-08"), ("time", "02:30")], "some times do not exist"),
    ([("kind", "taken_back")], "Please fill this in."),
    ([("kind", "taken_back"), ("corrects", "99999")], "Please choose"),
    ([("kind", "note"), ("note", String(repeating: "x", count: 1001))], "at most"),
    ([("kind", "let_in"), ("door", "perhaps")], "Please choose one of these."),
  ]

  @Test(arguments: faults.indices) func `says what is wrong with what was typed`(_ index: Int) async throws {
    try await StaffSite.withPlace { scene in
      var browser = try await scene.browser("rosa")
      let path = await browser.arrive(for: "Sample One")
      let answer = await browser.post(path, Self.faults[index].fields)
      #expect(answer.status == .unprocessableContent)
      #expect(browser.page.contains(Self.faults[index].sentence), "\(Self.faults[index].sentence)")
      #expect(try await scene.count("select count(*) from visit_event") == 1)
    }
  }
}

@Suite struct `What happened at a visit` {
  @Test func `is kept twice when two tell it at once, and the page says that they do not fit`() async throws {
    try await StaffSite.withPlace { scene in
      var ana = try await scene.browser("ana", .attorney)
      let path = await ana.arrive(for: "Sample One")
      var ben = try await scene.browser("ben", .attorney)
      await ben.get(path)
      let seen = try #require(ben.page.firstMatch(of: /name="seen" value="([0-9]+)"/)).output.1
      scene.wait(seconds: 60)
      await ana.tap(path, "let_in", [("seen", String(seen))])
      scene.wait(seconds: 60)
      let second = await ben.tap(path, "refused", [("seen", String(seen)), ("because", "none")])
      #expect(second.status == .seeOther)
      #expect(ben.page.contains("Let in") && ben.page.contains("Refused at the door"))
      #expect(ben.page.contains("Both accounts are kept."))
      // Whoever has seen the first account is told that the second does not fit.
      await ben.get(path)
      let last = try #require(ben.page.firstMatch(of: /name="seen" value="([0-9]+)"/)).output.1
      #expect(
        await ben.tap(path, "refused", [("seen", String(last)), ("because", "none")]).status == .unprocessableContent)
    }
  }

  @Test func `is kept whole when many write at the same moment`() async throws {
    try await StaffSite.withPlace(poolSize: 8) { scene in
      var ana = try await scene.browser("ana", .attorney)
      let path = await ana.arrive(for: "Sample One\nSample Two")
      var browsers: [Browser] = []
      for name in ["ben", "cleo", "dora", "elio"] {
        var browser = try await scene.browser(name, .attorney)
        await browser.get(path)
        browsers.append(browser)
      }
      let statuses = await withTaskGroup(of: Status.self) { group in
        for browser in browsers {
          group.addTask {
            var own = browser
            return await own.post(path, [("kind", "note"), ("note", "seen by one of four")] + own.also).status
          }
        }
        return await group.reduce(into: []) { $0.append($1) }
      }
      #expect(statuses.allSatisfy { $0 == .seeOther })
      #expect(try await scene.count("select count(*) from visit_event where kind = 'note'") == 8)
      #expect(
        try await scene.count(
          """
          select count(*) from visit_status s
          where last_event_id = (select max(id) from visit_event e where e.request_id = s.request_id)
          """) == 2)
    }
  }

  @Test func `is corrected and taken back by later entries, and stays readable`() async throws {
    try await StaffSite.withPlace { scene in
      var browser = try await scene.browser("ana", .attorney)
      let path = await browser.arrive(for: "Sample One")
      scene.wait(seconds: 600)
      await browser.tap(path, "refused", [("because", "closed")])
      let wrong = try await scene.count("select max(id)::int from visit_event")
      await browser.post(path, [("step", "correct"), ("kind", "refused"), ("corrects", String(wrong))])
      #expect(browser.page.contains("This replaces the entry “Refused at the door”"))
      scene.wait(seconds: 60)
      await browser.tap(path, "let_in", [("corrects", String(wrong))])
      #expect(browser.page.contains("Replaced by a later entry"))
      #expect(try await scene.newest().state == "seated")
      let newer = try await scene.count("select max(id)::int from visit_event")
      await browser.tap(path, "taken_back", [("corrects", String(newer))])
      #expect(browser.page.contains("Taken back by a later entry"))
      #expect(try await scene.newest().state == "waiting")
      #expect(try await scene.count("select count(*) from visit_event") == 4)
    }
  }

  @Test func `is reviewed by a second person and not by who filed it`() async throws {
    try await StaffSite.withPlace { scene in
      var ana = try await scene.browser("ana", .attorney)
      let path = await ana.arrive(for: "Sample One")
      await ana.tap(path, "refused", [("because", "none")])
      #expect(await ana.tap(path, "reviewed", [("verdict", "upheld")]).status == .unprocessableContent)
      var ben = try await scene.browser("ben", .attorney)
      await ben.get(path)
      #expect(await ben.tap(path, "reviewed", [("verdict", "upheld")]).status == .seeOther)
      #expect(ben.page.contains("The finding holds"))
    }
  }
}

@Suite struct `A clock of a visit` {
  @Test func `runs on the page, and is judged anew when it ends with nobody acting`() async throws {
    try await StaffSite.withPlace { scene in
      var browser = try await scene.browser("ana", .attorney)
      let path = await browser.arrive(for: "Sample One\nSample Two")
      #expect(browser.page.contains("A clock is running"))
      #expect(try await scene.visits.sweep(now: scene.now) == 0)
      scene.wait(seconds: 3700)
      #expect(try await scene.visits.sweep(now: scene.now) == 2)
      #expect(try await scene.visits.sweep(now: scene.now) == 0)
      await browser.get(path)
      #expect(browser.page.contains("Needs review") && browser.page.contains("61 minutes"))
      // A rule of thumb is never called a breach.
      #expect(!browser.page.contains("Indicator of a breach"))
      #expect(browser.page.contains("Possible only"))
      #expect(try await scene.count("select count(*) from visit_finding") == 4)
      #expect(try await scene.count("select count(*) from visit_status where breaches = 1 and due_at is null") == 2)
    }
  }

  @Test func `is left alone while another instance sweeps`() async throws {
    try await StaffSite.withPlace { scene in
      try await scene.owner.transaction { session in
        try await session.execute("select pg_advisory_xact_lock(7236827461004)")
        let swept = try await scene.visits.sweep(now: scene.now)
        #expect(swept == nil)
      }
      #expect(try await scene.visits.sweep(now: scene.now) == 0)
    }
  }
}

@Suite struct `A note for several requests` {
  @Test func `goes into the story of each that is ticked, and of no other office's`() async throws {
    try await StaffSite.withPlace { scene in
      var stranger = try await scene.browser("carl", .attorney, office: "Another Office")
      let foreign = await stranger.file().split(separator: "/").last.map(String.init) ?? ""
      var browser = try await scene.browser("ana", .attorney)
      let paths = [await browser.file(), await browser.file(), await browser.file()]
      let references = paths.compactMap { $0.split(separator: "/").last.map(String.init) }
      await browser.get("/en/staff/visits")
      for reference in references { #expect(browser.page.contains("value=\"\(reference)\"")) }
      let ticks = [references[0], references[2], foreign, "PV-000000"].map { ("tick", $0) }
      let answer = await browser.post(
        "/en/staff/visits", ticks + [("step", "note"), ("note", "Phones were down all day."), ("show", "open")])
      #expect(answer.status == .seeOther)
      #expect(answer.headers["Location"] == "/en/staff/visits?show=open&order=newest&place=&page=1&noted=2")
      await browser.get("/en/staff/visits?noted=2")
      #expect(browser.page.contains("Noted for 2 requests."))
      for (index, path) in paths.enumerated() {
        await browser.get(path)
        #expect(browser.page.contains("Phones were down all day.") == (index != 1))
      }
      await stranger.get("/en/staff/visits/\(foreign)")
      #expect(!stranger.page.contains("Phones were down"))
    }
  }

  static let faults: [(fields: [(String, String)], sentence: String)] = [
    ([("note", "Text")], "Please tick at least one request"),
    ([("tick", "PV-000000"), ("note", "Text")], "tick at least"),
    ([("tick", "*"), ("note", " ")], "Please fill this in."),
    ([("tick", "*"), ("note", String(repeating: "a", count: 1001))], "at most"),
  ]

  @Test(arguments: faults.indices) func `is not made with a fault, and what was typed stays`(_ index: Int) async throws
  {
    try await StaffSite.withPlace { scene in
      var browser = try await scene.browser("ana", .attorney)
      let reference = await browser.file().split(separator: "/").last.map(String.init) ?? ""
      let fields = Self.faults[index].fields.map { ($0.0, $0.1 == "*" ? reference : $0.1) }
      await browser.get("/en/staff/visits")
      #expect(await browser.post("/en/staff/visits", fields + [("step", "note")]).status == .unprocessableContent)
      #expect(browser.page.contains(Self.faults[index].sentence))
      #expect(try await scene.count("select count(*) from visit_event where kind = 'note'") == 0)
    }
  }
}

@Suite struct `The requests of an office` {
  @Test func `do not exist for another office, whatever is asked of them`() async throws {
    try await StaffSite.withPlace { scene in
      var ana = try await scene.browser("ana", .attorney)
      let path = await ana.file()
      #expect(ana.page.contains("Sample Client"))
      var stranger = try await scene.browser("carl", .attorney, office: "Another Office")
      var responder = try await scene.browser("rosa")
      for tail in ["", "/letter", "/letter.eml", "/visit.ics", "/chronology", "/declaration"] {
        #expect(await stranger.get(path + tail).status == .notFound, "\(tail)")
        #expect(await responder.get(path + tail).status == .notFound, "\(tail)")
      }
      await stranger.get("/en/staff/visits")
      #expect(stranger.page.contains("There are no such requests.") && !stranger.page.contains("Sample Client"))
      #expect(await stranger.post(path, [("kind", "note"), ("note", "mine?")]).status == .notFound)
      await stranger.get("/en/staff/visits")
      await stranger.post("/en/staff/visits/visits.csv", [])
      #expect(!stranger.page.contains("Sample Client"))
      var colleague = try await scene.browser("ben", .attorney)
      #expect(await colleague.get(path).status == .ok)
    }
  }

  @Test func `are filed with what binds the place before their eyes, and are drafts until they are sent`() async throws
  {
    try await StaffSite.withPlace { scene in
      var browser = try await scene.browser("ana", .attorney)
      await browser.get("/en/staff/visits/new?q=angeles")
      #expect(browser.page.contains("place=LOSHOLD"))
      await browser.get("/en/staff/visits/new?place=LOSHOLD")
      for text in ["Monday: 8:00", "Nobody waits longer than an hour at the door.", "nobody has compared the text"] {
        #expect(browser.page.contains(text), "\(text)")
      }
      let path = await browser.file()
      #expect(browser.page.contains("Written, not sent"))
      await browser.tap(path, "submitted", [("channel", "email")])
      #expect(browser.page.contains("Sent, no answer yet"))
      #expect(await browser.tap(path, "let_in").status == .unprocessableContent)
      await browser.get(path + "/letter")
      for text in ["a prospective client; this is a meeting before representation", "A-number 012345678", "Ana Ruiz"] {
        #expect(browser.page.contains(text), "\(text)")
      }
      #expect(browser.page.contains("Check before sending"))
    }
  }

  static let faults: [(fields: [(String, String)], sentence: String)] = [
    ([("clientName", " ")], "Please fill this in."), ([("tie", "")], "Please choose one of these."),
    ([("mode", "dance")], "Please choose one of these."), ([("aNumber", "12")], "seven to nine digits"),
    ([("country", "Atlantis")], "We do not know this country"), ([("to1", "8:00 am")], "ends before it begins"),
    ([("to1", "")], "Please fill this in."), ([("people", "99")], "within reason"),
    ([("minutes", "two")], "within reason"), ([("role", "interpreter")], "Please fill this in."),
    ([("person", "424242")], "no record with this number"), ([("day1", "23.11.2026")], "Please write the day"),
  ]

  @Test(arguments: faults.indices) func `are not filed with faults`(_ index: Int) async throws {
    try await StaffSite.withPlace { scene in
      var browser = try await scene.browser("ana", .attorney)
      await browser.get("/en/staff/visits/new?place=LOSHOLD")
      let good = [
        ("place", "LOSHOLD"), ("clientName", "Sample Client"), ("tie", "prospective"), ("mode", "contact"),
        ("day1", "2026-11-23"), ("from1", "9:00 am"), ("to1", "11:00 am"),
      ]
      let changed = Set(Self.faults[index].fields.map(\.0))
      let answer = await browser.post(
        "/en/staff/visits/new", good.filter { !changed.contains($0.0) } + Self.faults[index].fields)
      #expect(answer.status == .unprocessableContent)
      #expect(browser.page.contains(Self.faults[index].sentence), "\(Self.faults[index].sentence)")
      #expect(try await scene.count("select count(*) from visit_request") == 0)
    }
  }

  @Test func `are listed by page, filter, order and search, and a name never stands in an address`() async throws {
    try await StaffSite.withPlace { scene in
      var browser = try await scene.browser("ana", .attorney)
      _ = await browser.arrive(for: "José Pérez")
      try await scene.owner.execute(
        """
        with r as (
          insert into visit_request (reference, facility_id, office_id, account_id, client_name, asker_role, tie, mode,
            created_at)
          select 'PV-' || translate(lpad(to_hex(n), 6, '0'), 'abcdef', 'ABCDEF'), f.id, a.office_id, a.id,
            'Sample ' || lpad(n::text, 5, '0'), 'attorney', 'retained', 'call', \(scene.now)
          from generate_series(1, 10000) n, facility f, account a where a.name = 'ana' returning id)
        insert into visit_status (request_id, state, evaluated_at) select id, 'draft', \(scene.now) from r
        """)
      await browser.get("/en/staff/visits")
      #expect(browser.page.contains("10,001 requests") && browser.page.contains("Page 1 of 201"))
      await browser.post("/en/staff/visits", [("order", "client"), ("page", "2")])
      #expect(browser.page.contains("Sample 00050") && !browser.page.contains("Sample 00049"))
      await browser.post("/en/staff/visits", [("show", "at_door")])
      #expect(browser.page.contains("1 request<") && browser.page.contains("José Pérez"))
      let found = await browser.post("/en/staff/visits", [("text", "perez")])
      #expect(found.status == .ok && found.headers["Location"] == nil)
      #expect(browser.page.contains("1 request<") && browser.page.contains("José Pérez"))
      #expect(browser.page.contains("value=\"perez\"") && browser.page.firstMatch(of: /href="[^"]*perez/) == nil)
      await browser.post("/en/staff/visits", [("place", "no-where")])
      #expect(browser.page.contains("10,001 requests"))
      await browser.post("/en/staff/visits", [("place", "ADLNTCA")])
      #expect(browser.page.contains("There are no such requests."))
      await browser.get("/en/staff/visits")
      let table = await browser.post("/en/staff/visits/visits.csv", [("order", "client")])
      #expect(table.headers["Content-Type"] == "text/csv; charset=utf-8")
      #expect(browser.page.split(separator: "\r\n").count == 10_001)
      #expect(browser.page.contains("José Pérez,prospective,contact,LOSHOLD,"))
    }
  }
}
