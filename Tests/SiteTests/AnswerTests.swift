import Gateway
import Linkage
import Phrasebook
import Records
import Services
import Site
import Synchronization
import Testing

@Suite struct `The site` {
  let site = Fixtures.application(Outcomes.notFound)

  static let wishes: [(cookie: String?, header: String?, path: String)] = [
    (nil, nil, "/en"), (nil, "es-MX,es;q=0.9", "/es"), (nil, "fr", "/en"), ("language=es", "en", "/es"),
    ("language=xx", "es", "/es"), ("language=", "es", "/es"),
  ]

  @Test(arguments: wishes) func `begins in the language of the cookie, else of the browser`(
    _ c: (cookie: String?, header: String?, path: String)
  ) async {
    var headers = Headers()
    headers["Accept-Language"] = c.header
    let response = await site.respond(
      to: Fixtures.request(.get, "/", headers: headers, cookies: c.cookie.map { [$0] } ?? []))
    #expect(response.status == .seeOther)
    #expect(response.headers["Location"] == c.path)
  }

  @Test func `keeps a language only when it is another than the browser asks for`() async {
    let chosen = await site.respond(to: Fixtures.request(.get, "/es", headers: ["Accept-Language": "en"]))
    let languages = chosen.cookies.filter { $0.name == "language" }
    #expect(languages.map(\.value) == ["es"])
    #expect(chosen.cookies.allSatisfy { $0.maxAge == nil }, "it goes when the browser closes")
    let asked = await site.respond(to: Fixtures.request(.get, "/es", headers: ["Accept-Language": "es"]))
    #expect(asked.cookies.allSatisfy { $0.name != "language" })
    let known = await site.respond(to: Fixtures.request(.get, "/es", cookies: ["language=es"]))
    #expect(known.cookies.allSatisfy { $0.name != "language" })
  }

  @Test func `takes a search only as a POST`() async {
    let got = await site.respond(to: Fixtures.request(.get, "/en/search", query: [("name", "Maria")]))
    #expect(got.status == .seeOther)
    #expect(got.headers["Location"] == "/en", "the words are not carried on")
    let put = await site.respond(to: Fixtures.request(.put, "/en/search", headers: ["Accept": "text/html"]))
    #expect(put.status == .methodNotAllowed)
    #expect(put.headers["Allow"] == "GET, POST, HEAD, OPTIONS")
    #expect(put.content.contains(Phrases.english.failures.methodTitle))
  }

  static let sources: [(headers: [(String, String)], status: Int)] = [
    ([("Sec-Fetch-Site", "same-origin")], 200), ([("Sec-Fetch-Site", "cross-site")], 403),
    ([("Sec-Fetch-Site", "same-site")], 403), ([("Origin", "http://localhost:8080")], 200),
    ([("Origin", "https://evil.example")], 403),
    ([("Sec-Fetch-Site", "cross-site"), ("Origin", "http://localhost:8080")], 403),
  ]

  @Test(arguments: sources) func `takes no search that another site sends off`(
    _ c: (headers: [(String, String)], status: Int)
  ) async {
    var headers: Headers = ["Content-Type": "application/x-www-form-urlencoded"]
    for (name, value) in c.headers { headers.add(name, value) }
    let response = await site.respond(to: Fixtures.request(.post, "/es/search", headers: headers, body: "name=Maria"))
    #expect(response.status.code == c.status)
    if c.status == 403 { #expect(response.content.contains(Phrases.spanish.failures.refusedTitle)) }
  }

  static let unsaid: [(what: String, body: String, cookies: [String], status: Int)] = [
    ("the browser's token", "name=Maria&token=\(token)", [Fixtures.browser], 200),
    ("no token", "name=Maria", [Fixtures.browser], 403),
    (
      "a token of another browser", "name=Maria&token=\(token)", ["form=" + String(repeating: "Q", count: 42) + "A"],
      403
    ),
    ("a token without a cookie", "name=Maria&token=\(token)", [], 403),
    ("the cookie itself as token", "name=Maria&token=" + String(repeating: "A", count: 43), [Fixtures.browser], 403),
  ]
  private static let token = VisitorForm(cookie: String(repeating: "A", count: 43))?.token ?? ""

  @Test(arguments: unsaid.indices) func `asks a browser that does not say where it is for the form's token`(
    _ index: Int
  ) async {
    let (what, body, cookies, status) = Self.unsaid[index]
    for origin in [nil, "null"] {
      var headers: Headers = ["Content-Type": "application/x-www-form-urlencoded"]
      if let origin { headers.add("Origin", origin) }
      let response = await site.respond(
        to: Fixtures.request(.post, "/es/search", headers: headers, cookies: cookies, body: body))
      #expect(response.status.code == status, "\(what)")
      guard status == 403 else { continue }
      // The form again, with what was typed, and a token that its browser can use.
      #expect(response.content.contains(Phrases.spanish.form.untied) && response.content.contains(#"value="Maria""#))
      let given = response.cookies.first { $0.name == "form" }.flatMap { VisitorForm(cookie: $0.value) }
      #expect(given.map { response.content.contains("value=\"\($0.token)\"") } == true, "\(what)")
    }
  }

  @Test func `puts nothing of a search into an address, a cookie or a header`() async {
    for outcome in [Outcomes.oneHeld, Outcomes.notFound] {
      let response = await Fixtures.application(outcome).respond(
        to: Fixtures.form("/en/search", "name=Zzyzxquill&birth=1931"))
      #expect(response.status == .ok)
      for field in response.headers.fields {
        #expect(!field.value.contains("Zzyzxquill") && !field.value.contains("1931"))
      }
      #expect(response.cookies.allSatisfy { !$0.value.contains("Zzyzxquill") })
      #expect(response.route == "/en/search")
      let links = response.content.matches(of: /(?:href|action)="([^"]*)"/).map(\.output.1)
      #expect(links.allSatisfy { !$0.contains("Zzyzxquill") })
    }
  }

  @Test func `gives back what was typed only into fields, and escaped`() async {
    let hostile = "%3Cscript%3Ealert(1)%3C%2Fscript%3E%22%20onfocus%3D%22x"
    for outcome in [Outcomes.oneHeld, Outcomes.notFound] {
      let body = SearchField.allCases.filter {
        $0 != .birth && $0 != .country && $0 != .aNumber && $0 != .sex && $0 != .arrestedOn
      }
      .map { "\($0.rawValue)=\(hostile)" }.joined(separator: "&")
      let page = await Fixtures.application(outcome).respond(to: Fixtures.form("/en/search", body)).content
      #expect(page.contains("&lt;script&gt;"))
      #expect(!page.contains("<script") && !page.contains(" onfocus=\""))
    }
  }

  @Test func `never shows the number of a record or how well anything agrees`() async {
    let page = await Fixtures.application(Outcomes.contradicted).respond(to: Fixtures.form("/en/search", "name=Maria"))
      .content
    #expect(!page.contains("77001") && !page.contains("77,001"))
    let api = await Fixtures.application(Outcomes.contradicted).respond(to: APITests.post(#"{"name":"Maria"}"#)).content
    for word in ["77001", "bits", "weight", "assessment", "\"level\"", "likely", "doesNotFit", "nameFrequency"] {
      #expect(!api.contains(word))
    }
  }

  @Test func `says a 404 in the reader’s language, and as problem details to a program`() async {
    let page = await site.respond(
      to: Fixtures.request(.get, "/nothing", headers: ["Accept": "text/html", "Accept-Language": "es"]))
    #expect(page.status == .notFound)
    #expect(page.content.contains(Phrases.spanish.failures.notFoundTitle))
    #expect(page.route == "other", "what was asked for goes into no log")
    let problem = await site.respond(to: Fixtures.request(.get, "/api/v1/nothing"))
    #expect(problem.headers["Content-Type"] == "application/problem+json")
  }

  @Test func `leads a code in small letters to its page`() async {
    let response = await site.respond(to: Fixtures.request(.get, "/es/facility/loshold"))
    #expect(response.status == .permanentRedirect)
    #expect(response.headers["Location"] == "/es/facility/LOSHOLD")
    let unknown = await site.respond(
      to: Fixtures.request(.get, "/es/facility/NOWHERE", headers: ["Accept": "text/html"]))
    #expect(unknown.status == .notFound)
  }

  @Test func `reports an error with its id, and shows the other ways to look`() async {
    let reported = Mutex<[RequestID]>([])
    let site = Fixtures.application(search: BrokenSearch()) { _, id in reported.withLock { $0.append(id) } }
    let request = Fixtures.form("/en/search", "name=Maria")
    let response = await site.respond(to: request)
    #expect(response.status == .internalServerError)
    #expect(reported.withLock { $0 } == [request.id])
    #expect(response.content.contains(request.id.description))
    #expect(response.content.contains("tel:+18883514024"))
  }

  @Test func `shows a refusal from the door as a page to people alone`() {
    let refused = RefusedRequest(id: RequestID(), path: "/es/search", headers: ["Accept": "text/html"])
    let page = site.refusal(Problem(.contentTooLarge), of: refused)
    #expect(page.content.contains(Phrases.spanish.failures.tooLargeTitle))
    let busy = site.refusal(Problem(.serviceUnavailable), of: refused)
    #expect(busy.content.contains(Phrases.spanish.failures.busyTitle) && busy.content.contains("tel:+18883514024"))
    let program = site.refusal(
      Problem(.contentTooLarge),
      of: RefusedRequest(id: RequestID(), path: "/api/v1/search", headers: ["Accept": "text/html"]))
    #expect(program.headers["Content-Type"] == "application/problem+json")
  }

  @Test func `clears what it left in the browser before it leads away`() async {
    let response = await site.respond(to: Fixtures.request(.get, "/leave"))
    #expect(response.status == .seeOther)
    #expect(response.headers["Location"] == "https://www.wikipedia.org/")
    #expect(response.headers["Clear-Site-Data"] == "\"cache\", \"cookies\", \"storage\"")
  }

  @Test func `lets its style be kept for a year, and nothing else`() async throws {
    let page = await site.respond(to: Fixtures.request(.get, "/en"))
    #expect(page.headers["Cache-Control"] == nil, "the door adds no-store")
    let href = try #require(page.content.firstMatch(of: /rel="stylesheet" href="([^"]+)"/)).output.1
    let style = await site.respond(to: Fixtures.request(.get, String(href)))
    #expect(style.headers["Cache-Control"] == "public, max-age=31536000, immutable")
    let tag = try #require(style.headers["ETag"])
    let again = await site.respond(to: Fixtures.request(.get, String(href), headers: ["If-None-Match": tag]))
    #expect(again.status == .notModified && again.body.count == 0)
    let gone = await site.respond(to: Fixtures.request(.get, "/assets/site-0.css"))
    #expect(gone.status == .notFound)
  }

  @Test func `speaks to robots and to finders of weaknesses`() async {
    func text(_ path: String) async -> String { await site.respond(to: Fixtures.request(.get, path)).content }
    #expect(await text("/robots.txt") == "User-agent: *\nDisallow: /\n")
    let security = await text("/.well-known/security.txt")
    #expect(security.contains("Contact: mailto:security@paradero.example\nExpires: 2027-05-20T00:00:00Z\n"))
    #expect(security.contains("Canonical: http://localhost:8080/.well-known/security.txt\n"))
  }

  @Test func `takes a body only where one is wanted`() {
    #expect(site.bodyLimit(method: .post, path: "/en/search") == 32_768)
    #expect(site.bodyLimit(method: .post, path: "/en/about") == 0)
    #expect(site.bodyLimit(method: .post, path: "/nothing") == 0)
  }
}
