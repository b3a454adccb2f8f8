import CivilTime
import Foundation
import Gateway
import Phrasebook
import Postgres
import Records
import Services
import Site
import Testing

/// Every page about visits in every language, compared byte for byte with the committed ones.
///
/// After a change that is meant: `PARADERO_GOLDEN=write swift test --filter StaffTests`, then read the diff.
@Suite struct `Pages of visits` {
  static let names = [
    "list", "list-empty", "place", "place-none", "filing", "filing-faults", "door", "paper-log", "draft", "waiting",
    "refused", "story", "step-fault", "letter", "chronology", "declaration", "files", "files-refused",
    "files-chronology", "files-declaration", "places", "places-place", "places-day", "places-fault",
  ]

  static let all = names.flatMap { name in Phrases.all.map { (name, $0.language.code) } }

  @Test(arguments: all) func `look as they did`(_ name: String, _ language: String) async throws {
    try await StaffSite.withPlace { scene in
      var browser = try await scene.browser("ana", .attorney)
      let root = "/\(language)/staff/visits"
      switch name {
      case "list-empty": await browser.get(root)
      case "place": await browser.get("\(root)/new?q=Los")
      case "place-none": await browser.get("\(root)/door?q=Atlantis")
      case "filing": await browser.get("\(root)/new?place=LOSHOLD")
      case "filing-faults": _ = await browser.file([("clientName", ""), ("aNumber", "1")], language: language)
      case "door": await browser.get("\(root)/door?place=LOSHOLD")
      case "paper-log": await browser.get("\(root)/paper-log")
      case let place where place.hasPrefix("places"): try await watch(scene, &browser, place, root)
      case "draft": _ = await browser.file(language: language)
      case "waiting": _ = await browser.arrive(for: "Sample One\nSample Two", language: language)
      default: try await tell(scene, &browser, name, language)
      }
      if name == "filing-faults" { #expect(browser.page.contains("class=\"problem\"")) }
      try Self.compare(Self.main(of: browser.page), "visits-\(name).\(language).html")
    }
  }

  /// A request with a story: filed, sent, not answered, gone to, refused, corrected, told by somebody else.
  private func tell(_ scene: StaffSite, _ browser: inout Browser, _ name: String, _ language: String) async throws {
    let path = await browser.file([("languages", "K'iche'"), ("g28", "unsigned")], language: language)
    await browser.tap(path, "submitted", [("channel", "email")])
    scene.wait(seconds: 7200)
    await browser.get(path)
    await browser.tap(path, "arrived", [("channel", "in_person")])
    scene.wait(seconds: 4200)
    await browser.get(path)
    await browser.tap(
      path, "refused",
      [("because", "no_g28"), ("channel", "in_person"), ("note", "“Come back with a form.” Badge 17.")])
    if name == "refused" { return }
    scene.wait(seconds: 3600)
    await browser.get(path)
    await browser.tap(
      path, "moved",
      [
        ("day", "2026-11-20"), ("time", "7:00 pm"), ("precision", "quarter"), ("toldBy", "Sample Brother"),
        ("standing", "family"), ("grade", "D"),
      ])
    let last = try await scene.count("select max(id)::int from visit_event")
    await browser.tap(path, "taken_back", [("corrects", String(last))])
    if name.hasPrefix("files") { return try await EvidenceScene.show(scene, &browser, path, name) }
    switch name {
    case "list": await browser.get("/\(language)/staff/visits")
    case "step-fault": await browser.tap(path, "completed")
    case "letter", "chronology", "declaration": await browser.get("\(path)/\(name)")
    default: await browser.get(path)
    }
  }

  /// A Wednesday that two people tell differently, too short by what was posted, with a closure and a notice too late.
  private func watch(_ scene: StaffSite, _ browser: inout Browser, _ name: String, _ root: String) async throws {
    let path = "\(root)/places/LOSHOLD", day = "\(path)/2026-11-18"
    await browser.get(day)
    let told: [[(String, String)]] = [
      [("kind", "hours_posted"), ("from", "09:00"), ("to", "12:00"), ("grade", "A")],
      [("kind", "open_observed"), ("from", "09:00"), ("to", "12:00"), ("grade", "B")],
      [("kind", "closed"), ("from", "12:00"), ("miles", "3"), ("note", "“Because of the march.”")],
      [("kind", "closure_notified"), ("from", "17:00")],
    ]
    for fields in told { await browser.post(day, [("day", "2026-11-18")] + fields) }
    var other = try await scene.browser("ben", .attorney, office: "Another Office")
    await other.get(day)
    await other.post(
      day, [("kind", "closed_observed"), ("day", "2026-11-18"), ("from", "11:30"), ("to", "12:30")])
    #expect(try await scene.count("select count(*) from place_event") == 5)
    switch name {
    case "places": await browser.get("\(root)/places")
    case "places-place": await browser.get("\(path)?month=2026-11")
    case "places-fault":
      await browser.post(day, [("kind", "open_observed"), ("day", "2026-11-18"), ("from", "9:00"), ("to", "8:00")])
    default: await browser.get(day)
    }
  }

  // MARK: Files

  private static func compare(_ text: String, _ name: String) throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Golden").appending(path: name)
    if ProcessInfo.processInfo.environment["PARADERO_GOLDEN"] == "write" {
      try Data(text.utf8).write(to: file)
    }
    let golden = try String(decoding: Data(contentsOf: file), as: UTF8.self)
    #expect(text == golden, "see \(name)")
  }

  /// The part that is this page's own; what is random is hidden.
  private static func main(of page: String) -> String {
    let body = page[(page.firstRange(of: "<main")?.lowerBound ?? page.startIndex)...]
    let main = body[..<(body.firstRange(of: "</main>")?.upperBound ?? body.endIndex)]
    return String(main).replacing(/name="token" value="[^"]*"/, with: "name=\"token\" value=\"TOKEN\"")
      // What a copy's bytes are depends on the version of the tool that makes it.
      .replacing(/(copy|copia): [0-9a-f]{64}/, with: "COPY-SHA-256")
      .replacing(/PV-[0-9A-Z]{6}/, with: "PV-REFREF").replacing("><", with: ">\n<") + "\n"
  }
}
