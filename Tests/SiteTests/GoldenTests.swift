import Foundation
import Gateway
import Phrasebook
import Services
import Site
import Testing

/// Every page in every language, compared byte for byte with the committed ones.
///
/// After a change that is meant: `PARADERO_GOLDEN=write swift test --filter SiteTests`, then read the diff.
@Suite struct `Pages` {
  static let typed =
    "name=Mar%C3%ADa+L%C3%B3pez+%3CGarc%C3%ADa%3E&birth=1989&country=GT&aNumber=&sex=female"
    + "&arrestedOn=yesterday&arrestPlace=Los+Angeles"

  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    let path: String
    var query: [(name: String, value: String)] = []
    var body: String?
    var outcome = Outcomes.nothingKnown
    var isPractice = true
    var status = 200
    var testDescription: String { name }
  }

  static let cases: [Case] =
    [
      Case(name: "start", path: ""),
      Case(name: "start-production", path: "", isPractice: false),
      Case(
        name: "faults", path: "/search",
        body: "name=%21&birth=31%2F2%2F1989&country=Narnia&aNumber=12&sex=maybe&arrestedOn=soon", status: 422),
      Case(name: "missing", path: "/search", body: "name=&birth=", status: 422),
      Case(name: "change", path: "/search", body: typed + "&change=1"),
      Case(name: "result", path: "/search", body: typed, outcome: Outcomes.oneHeld),
      Case(name: "result-contradicted", path: "/search", body: typed, outcome: Outcomes.contradicted),
      Case(
        name: "not-found", path: "/search", body: "name=Maria+Lopez+Garcia&aNumber=A+012+345+678",
        outcome: Outcomes.notFound),
      Case(name: "not-found-empty", path: "/search", body: "name=X"),
      Case(name: "places", path: "/facilities"),
      Case(name: "places-found", path: "/facilities", query: [("q", "a"), ("state", "ca")]),
      Case(name: "places-none", path: "/facilities", query: [("q", "<zz>")]),
      Case(name: "offices", path: "/offices"),
      Case(name: "place-hold-room", path: "/facility/LOSHOLD"),
      Case(name: "place-detention", path: "/facility/ADLNTCA"),
      Case(name: "place-outside", path: "/facility/GTMODCU"),
      Case(name: "about", path: "/about"),
      Case(name: "leaving", path: "/leaving"),
      Case(name: "missing-page", path: "/nothing-here", status: 404),
    ]
    + Outcomes.situations.map { Case(name: "result-\($0.name)", path: "/search", body: typed, outcome: $0.outcome) }

  static let all = cases.flatMap { page in Phrases.all.map { (page, $0.language.code) } }

  @Test(arguments: all) func `look as they did`(_ page: Case, _ language: String) async throws {
    let response = await Self.answer(page, language)
    #expect(response.status.code == page.status)
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Golden")
    let file = folder.appending(path: "\(page.name).\(language).html")
    if ProcessInfo.processInfo.environment["PARADERO_GOLDEN"] == "write" {
      try Data(response.content.utf8).write(to: file)
    }
    let golden = try String(decoding: Data(contentsOf: file), as: UTF8.self)
    #expect(response.content == golden, "see \(file.lastPathComponent)")
  }

  static func answer(_ page: Case, _ language: String) async -> Response {
    let path = "/\(language)\(page.path)"
    let request =
      page.body.map { Fixtures.form(path, $0) }
      ?? Fixtures.request(.get, path, query: page.query, headers: ["Accept": "text/html"])
    return await Fixtures.application(page.outcome, isPractice: page.isPractice).respond(to: request)
  }
}
