import Foundation
import Gateway
import Phrasebook
import Postgres
import Records
import Testing

/// The way of a report through the pages, as browsers without JavaScript walk it.
struct HotlineScene {
  let site: StaffSite
  var ana: Browser

  static func with(_ body: (inout HotlineScene) async throws -> Void) async throws {
    try await StaffSite.with { site in
      var scene = HotlineScene(site: site, ana: try await site.browser("ana"))
      try await body(&scene)
    }
  }

  /// Adds an organisation that takes children in, by its page.
  mutating func addPartner() async -> Response {
    await ana.get("/en/staff/hotline/network")
    return await ana.post(
      "/en/staff/hotline/network",
      [
        ("step", "partner"), ("name", "Children first (invented)"), ("phone", "555-010-0100"), ("takes", "child"),
        ("takes", "legal"),
      ])
  }

  /// Sends the form of a report and gives where it leads.
  mutating func report(_ fields: [(String, String)], _ language: String = "en") async throws -> String {
    await ana.get("/\(language)/staff/hotline/new")
    let key = try #require(ana.page.firstMatch(of: /name="form" value="([^"]*)"/)).output.1
    let response = await ana.post("/\(language)/staff/hotline/new", [("form", String(key))] + fields)
    #expect(response.status == .seeOther)
    return String((response.headers["Location"] ?? "").prefix { $0 != "?" })
  }

  func count(_ query: PostgresQuery) async throws -> Int { try await site.owner.first(query)?.decode(Int.self) ?? -1 }
}

@Suite struct `The hotline's pages` {
  @Test func `take a report with a place alone, and ask first whether somebody is alone`() async throws {
    try await HotlineScene.with { scene in
      await scene.ana.get("/en/staff/hotline/new")
      let page = scene.ana.page
      let question = try #require(page.range(of: "on their own right now?"))
      let place = try #require(page.range(of: "name=\"place\""))
      #expect(question.lowerBound < place.lowerBound && page.contains("autofocus"))
      let path = try await scene.report([("place", "Main St and 4th")])
      await scene.ana.get(path)
      #expect(scene.ana.page.contains("Main St and 4th") && scene.ana.page.contains("Ask now"))
      let empty = await scene.ana.post("/en/staff/hotline/new", [("form", UUID().uuidString), ("place", "")])
      #expect(empty.status == .unprocessableContent && scene.ana.page.contains("A few words are enough"))
    }
  }

  @Test func `hand a child on at once, and close a report once somebody has taken over`() async throws {
    try await HotlineScene.with { scene in
      #expect(await scene.addPartner().status == .ok)
      let path = try await scene.report([("dependent", "yes"), ("childPartner", "1"), ("place", "Main St and 4th")])
      await scene.ana.get(path)
      #expect(scene.ana.page.contains("Somebody is alone now") && scene.ana.page.contains("Children first (invented)"))
      #expect(scene.ana.page.contains("Waiting for an answer"))
      let early = await scene.ana.post(path, [("step", "status"), ("value", "closed"), ("read", "0")])
      #expect(early.status == .unprocessableContent && scene.ana.page.contains("cannot be closed yet"))
      // In two parts: a session ends when nobody uses it for a while.
      scene.site.wait(seconds: 500)
      await scene.ana.get(path)
      scene.site.wait(seconds: 500)
      await scene.ana.get("/en/staff/hotline?show=overdue")
      #expect(scene.ana.page.contains("Overdue") && scene.ana.page.contains("1 report is overdue"))
      await scene.ana.get(path)
      await scene.ana.post(
        path, [("step", "answer"), ("number", "1"), ("value", "accepted"), ("note", "Anna has it.")])
      await scene.ana.get(path)
      #expect(scene.ana.page.contains("Accepted") && scene.ana.page.contains("Anna has it."))
      let closed = await scene.ana.post(path, [("step", "status"), ("value", "closed")])
      #expect(closed.status == .seeOther)
    }
  }

  @Test func `show what somebody else did while one was writing, and keep both`() async throws {
    try await HotlineScene.with { scene in
      let path = try await scene.report([("place", "Main St and 4th")])
      var ben = try await scene.site.browser("ben")
      await scene.ana.get(path)
      await ben.get(path)
      let read = try #require(ben.page.firstMatch(of: /name="read" value="([0-9]*)"/)).output.1
      await ben.post(path, [("step", "truth"), ("value", "confirmed"), ("read", String(read))])
      let response = await scene.ana.post(path, [("step", "status"), ("value", "reviewing"), ("read", String(read))])
      await scene.ana.get(response.headers["Location"] ?? "")
      #expect(scene.ana.page.contains("Both are kept") && scene.ana.page.contains("ben: “Confirmed”"))
      #expect(
        try await scene.count("select count(*) from intake where status = 'reviewing' and truth = 'confirmed'") == 1)
    }
  }

  @Test func `put reports together, publish an alert, show it to everybody and correct it`() async throws {
    try await HotlineScene.with { scene in
      let one = try await scene.report(
        [("place", "Main St and 4th"), ("what", "agents"), ("basis", "saw"), ("caller", "555 010 0001")])
      await scene.ana.get(one + "/alert")
      #expect(scene.ana.page.contains("cannot be published yet"))
      let two = try await scene.report(
        [("place", "Main street and 4th"), ("what", "agents"), ("basis", "saw"), ("caller", "555 010 0002")])
      await scene.ana.get(two)
      #expect(scene.ana.page.contains("Perhaps the same"))
      await scene.ana.post(two, [("step", "same"), ("number", "1")])
      await scene.ana.get(one + "/alert")
      let wrong = await scene.ana.post(
        one + "/alert", [("place", "Call 555 010 0001"), ("state", "CA"), ("kind", "agents"), ("hours", "4")])
      #expect(wrong.status == .unprocessableContent && scene.ana.page.contains("name a person"))
      let published = await scene.ana.post(
        one + "/alert", [("place", "Main St and 4th"), ("state", "CA"), ("kind", "agents"), ("hours", "4")])
      #expect(published.status == .seeOther)
      var stranger = Browser(scene.site.site)
      await stranger.get("/en/alerts")
      #expect(stranger.page.contains("Agents were seen: Main St and 4th, CA"))
      #expect(!stranger.page.contains("ana") || !stranger.page.contains(">ana<"))
      await scene.ana.get("/en/staff/hotline/alerts/1")
      await scene.ana.post("/en/staff/hotline/alerts/1", [("kind", "false-alarm")])
      await stranger.get("/es/alerts")
      #expect(stranger.page.contains("Era una falsa alarma") && stranger.page.contains("Main St and 4th"))
      scene.site.wait(seconds: 5 * 3600)
      await stranger.get("/en/alerts")
      #expect(stranger.page.contains("There is no alert now"))
    }
  }

  @Test func `count arrests for monitors, as a page, a table and JSON`() async throws {
    try await StaffSite.with { site in
      var monitor = try await site.browser("mo", .monitor)
      for (path, type) in [
        ("arrests", "text/html"), ("arrests.csv", "text/csv"), ("arrests.json", "application/json"),
        ("arrests?year=2025&by=sex&held=place&known=2026-01-01", "text/html"), ("arrests?year=soon", "text/html"),
      ] {
        let response = await monitor.get("/en/staff/\(path)")
        #expect(response.status == .ok, "\(path)")
        #expect(response.headers["Content-Type"]?.hasPrefix(type) == true, "\(path)")
      }
      await monitor.get("/es/staff/arrests?year=soon")
      #expect(monitor.page.contains("Escriba un año"))
      await monitor.get("/en/staff/arrests")
      #expect(monitor.page.contains("Reported to this service; not a random sample"))
    }
  }
}

/// Every page of the hotline in every language, compared byte for byte with the committed ones.
@Suite struct `Pages of the hotline` {
  static let names = [
    "new", "fault", "queue", "report", "alone", "network", "propose", "alert", "alerts", "public", "arrests",
  ]
  static let all = names.flatMap { name in Phrases.all.map { (name, $0.language.code) } }

  @Test(arguments: all) func `look as they did`(_ name: String, _ language: String) async throws {
    try await HotlineScene.with { scene in
      _ = await scene.addPartner()
      let base = "/\(language)/staff/hotline"
      if !["new", "fault", "network", "arrests"].contains(name) {
        let isAlone = name == "alone"
        for caller in ["555 010 0001", "555 010 0002"] {
          _ = try await scene.report(
            [
              ("place", "Main St and 4th"), ("what", "agents"), ("basis", "saw"), ("caller", caller),
              ("name", "Invented Rosalía Sample"), ("birth", "1990"), ("country", "GT"), ("note", "Three vans."),
              ("dependent", isAlone ? "yes" : "no"), ("childPartner", isAlone ? "1" : ""),
            ])
        }
        if ["alert", "alerts", "public", "propose"].contains(name) {
          await scene.ana.get("/en/staff/hotline/2")
          await scene.ana.post("/en/staff/hotline/2", [("step", "same"), ("number", "1")])
        }
        if ["alert", "alerts", "public"].contains(name) {
          await scene.ana.post(
            "/en/staff/hotline/1/alert",
            [("place", "Main St and 4th"), ("state", "CA"), ("kind", "agents"), ("hours", "4")])
          await scene.ana.post(
            "/en/staff/hotline/alerts/1", [("kind", "corrected"), ("place", "Oak St and 9th"), ("bands", "-1")])
        }
      }
      switch name {
      case "new": await scene.ana.get("\(base)/new")
      case "fault":
        await scene.ana.get("\(base)/new")
        await scene.ana.post(
          "\(base)/new", [("form", UUID().uuidString), ("people", "many"), ("callBack", "yes"), ("day", "soon")])
      case "queue": await scene.ana.get(base)
      case "report", "alone": await scene.ana.get("\(base)/1")
      case "network": await scene.ana.get("\(base)/network")
      case "propose": await scene.ana.get("\(base)/1/alert")
      case "alert": await scene.ana.get("\(base)/alerts/1")
      case "alerts": await scene.ana.get("\(base)/alerts")
      case "public": await scene.ana.get("/\(language)/alerts")
      default: await scene.ana.get("/\(language)/staff/arrests")
      }
      try Self.compare(Self.main(of: scene.ana.page), "hotline-\(name).\(language).html")
    }
  }

  private static func compare(_ text: String, _ name: String) throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Golden").appending(path: name)
    if ProcessInfo.processInfo.environment["PARADERO_GOLDEN"] == "write" {
      try Data(text.utf8).write(to: file)
    }
    #expect(text == String(decoding: try Data(contentsOf: file), as: UTF8.self), "see \(name)")
  }

  /// The part that is this page's own; what is random is hidden.
  private static func main(of page: String) -> String {
    let body = page[(page.firstRange(of: "<main")?.lowerBound ?? page.startIndex)...]
    let main = body[..<(body.firstRange(of: "</main>")?.upperBound ?? body.endIndex)]
    return String(main).replacing(/name="token" value="[^"]*"/, with: "name=\"token\" value=\"TOKEN\"")
      .replacing(/name="form" value="[^"]*"/, with: "name=\"form\" value=\"KEY\"")
      .replacing("><", with: ">\n<") + "\n"
  }
}
