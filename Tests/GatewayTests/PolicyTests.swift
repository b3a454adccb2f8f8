import Foundation
import Gateway
import Testing

@Suite struct `Security headers` {
  @Test(arguments: [Scheme.http, .https])
  func `cannot be loosened, except for how long an answer may be kept`(scheme: Scheme) {
    var response = Response.html("<p>")
    response.headers["Content-Security-Policy"] = "default-src *"
    response.headers["Referrer-Policy"] = "unsafe-url"
    response.headers["Cache-Control"] = "public"
    SecurityHeaders.apply(to: &response, scheme: scheme)
    #expect(response.headers.all("Content-Security-Policy") == [SecurityHeaders.pagePolicy])
    #expect(response.headers.all("Referrer-Policy") == ["no-referrer"])
    #expect(response.headers["Cache-Control"] == "public")
    #expect(response.headers["Cross-Origin-Opener-Policy"] == "same-origin")
    #expect(response.headers["Cross-Origin-Resource-Policy"] == "same-origin")
    #expect(response.headers["X-Content-Type-Options"] == "nosniff")
    #expect(response.headers["Permissions-Policy"]?.contains("geolocation=()") == true)
    #expect(
      (response.headers["Strict-Transport-Security"] == "max-age=63072000; includeSubDomains") == (scheme == .https))
  }

  @Test func `let data do nothing at all, and nothing be kept`() {
    var response = Response.json(Array("{}".utf8))
    SecurityHeaders.apply(to: &response, scheme: .https)
    #expect(response.headers["Content-Security-Policy"] == SecurityHeaders.dataPolicy)
    #expect(response.headers["Cache-Control"] == "no-store")
  }

  @Test func `name no origin but our own`() {
    for policy in [SecurityHeaders.pagePolicy, SecurityHeaders.dataPolicy] {
      #expect(policy.hasPrefix("default-src 'none'"))
      for word in ["http:", "https:", "data:", "blob:", "*", "unsafe"] { #expect(!policy.contains(word)) }
    }
  }
}

@Suite struct `A header` {
  @Test func `never breaks out of its line`() {
    var headers: Headers = ["X-A": "a\r\nSet-Cookie: b=c\u{0}"]
    headers.add("X\r\nY", "a")
    headers.add("", "a")
    #expect(headers.fields.map(\.name) == ["X-A"])
    #expect(headers["X-A"] == "a  Set-Cookie: b=c ")
  }

  @Test func `is found whatever its case, and replaced as a whole`() {
    var headers: Headers = ["Accept": "a", "ACCEPT": "b"]
    #expect(headers.all("accept") == ["a", "b"])
    headers["aCcept"] = "c"
    #expect(headers.all("Accept") == ["c"])
    headers["accept"] = nil
    #expect(headers.fields.isEmpty)
  }
}

@Suite struct `A cookie` {
  @Test func `under https has the prefix that no other host can set, and without it is not ours`() throws {
    let cookie = try #require(SetCookie("s", "abc", maxAge: .seconds(60)))
    var response = Response.text("")
    response.cookies = [cookie]
    #expect(Cookies(["__Host-s=abc; s=evil"], scheme: .https)["s"] == "abc")
    #expect(Cookies(["s=evil"], scheme: .https)["s"] == nil)
    #expect(Cookies(["s=abc"], scheme: .http)["s"] == "abc")
  }

  @Test(arguments: ["a;b", "a b", "a\"b", "a,b", "a\\b", "a\r\nb", "ü"])
  func `with a value that would mean something else cannot be made`(value: String) {
    #expect(SetCookie("s", value) == nil)
  }

  @Test func `with a name that is no token cannot be made`() {
    for name in ["", "a=b", "a;b", "a b"] { #expect(SetCookie(name, "x") == nil) }
  }

  static let sent: [(header: [String], value: String?)] = [
    (["a=1; b=2"], "1"), (["b=2;a=1"], "1"), (["b=2", "a=1"], "1"), (["a=1; a=2"], nil), (["a=\"1\""], nil),
    (["A=1"], nil), (["a = 1"], "1"), ([";;;a=1;"], "1"), (["a=1=2"], "1=2"), (["=1"], nil), ([], nil),
  ]

  @Test(arguments: sent)
  func `is read only if there is one of its name`(header: [String], value: String?) {
    #expect(Cookies(header)["a"] == value)
  }
}

@Suite struct `A wish of the client` {
  static let languages: [(header: String, language: String?)] = [
    ("es", "es"), ("es-MX,es;q=0.9,en;q=0.8", "es"), ("en;q=0.2, es;q=0.7", "es"), ("fr, es;q=0.1", "es"), ("fr", nil),
    ("*", "en"), ("fr, *;q=0.1", "en"), ("en;q=0, *", "es"), ("es;q=0", nil), ("", nil), ("ES", "es"), ("en, es", "en"),
    ("es;q=1.5", nil), ("es;q=x, en;q=0.1", "en"), ("es;q=0.001", "es"), (";;,,", nil), ("est", nil),
  ]

  @Test(arguments: languages)
  func `chooses a language`(header: String, language: String?) {
    let headers: Headers = ["Accept-Language": header]
    #expect(headers.preferredLanguage(among: ["en", "es"]) == language)
  }

  static let formats: [(header: String?, page: Bool)] = [
    ("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", true), ("*/*", false), (nil, false),
    ("application/json", false), ("text/html;q=0.5, application/json", false), ("text/*", true),
    ("text/html, application/json;q=0.9", true), ("text/html;q=0", false), ("image/avif,image/webp,*/*;q=0.5", false),
  ]

  @Test(arguments: formats)
  func `says whether a page is wanted`(header: String?, page: Bool) {
    var headers = Headers()
    if let header { headers.add("Accept", header) }
    #expect(headers.wantsPage == page)
  }
}

@Suite struct `The source of a request` {
  static let cases: [(site: String?, origin: String?, source: RequestSource)] = [
    ("same-origin", nil, .sameOrigin), ("same-origin", "null", .sameOrigin),
    ("cross-site", "https://find.example", .foreign),
    ("same-site", nil, .foreign), ("none", nil, .foreign), ("nonsense", nil, .foreign),
    (nil, "https://find.example", .sameOrigin),
    (nil, "https://FIND.example:443", .sameOrigin), (nil, "https://find.example:444", .foreign),
    (nil, "http://find.example", .foreign), (nil, "https://evil.example", .foreign), (nil, "null", .unknown),
    (nil, nil, .unknown),
    (nil, "https://find.example.evil.example", .foreign),
  ]

  @Test(arguments: cases)
  func `is what the browser says, and its word counts before the origin`(
    site: String?, origin: String?, source: RequestSource
  ) throws {
    var headers = Headers()
    headers["Sec-Fetch-Site"] = site
    headers["Origin"] = origin
    let ours = try #require(Origin("https://find.example"))
    let request = Request(method: .post, path: "/", headers: headers, origin: ours)
    #expect(request.source == source)
    #expect((request.foreignRefusal(allowsUnknown: false) == nil) == (source == .sameOrigin))
    #expect((request.foreignRefusal(allowsUnknown: true) == nil) == (source != .foreign))
    let reading = Request(method: .get, path: "/", headers: headers, origin: ours)
    #expect(reading.foreignRefusal(allowsUnknown: false) == nil)
  }

  @Test(arguments: [
    "find.example", "ftp://find.example", "https://", "https://a/b", "https://a:b", "https://a:0", "https://a:65536",
    "https://a@b", "https://a b", "https://[::1]", "https://a?b", "https://a#b", "https:///a", "https://a:1:2",
  ])
  func `is no origin unless it is a scheme, a host and perhaps a port`(text: String) { #expect(Origin(text) == nil) }

  @Test func `is written without the usual port`() {
    #expect(Origin("https://Find.Example:443")?.description == "https://find.example")
    #expect(Origin("http://localhost:8080")?.authority == "localhost:8080")
  }
}

@Suite struct `A conditional request` {
  static let modified = Date(timeIntervalSince1970: 784_111_777)

  static let cases: [(headers: Headers, method: Gateway.Method, status: Int?)] = [
    ([:], .get, nil), (["If-None-Match": "\"a\""], .get, 304), (["If-None-Match": "W/\"a\""], .head, 304),
    (["If-None-Match": "\"b\", \"a\""], .get, 304), (["If-None-Match": "\"b\""], .get, nil),
    (["If-None-Match": "*"], .get, 304),
    (["If-None-Match": "nonsense"], .get, nil), (["If-None-Match": "\"a\""], .put, 412),
    (["If-Match": "\"a\""], .put, nil), (["If-Match": "\"b\""], .put, 412), (["If-Match": "W/\"a\""], .put, 412),
    (["If-Match": "*"], .put, nil),
    (["If-Modified-Since": "Sun, 06 Nov 1994 08:49:37 GMT"], .get, 304),
    (["If-Modified-Since": "Sun, 06 Nov 1994 08:49:36 GMT"], .get, nil),
    (["If-Modified-Since": "yesterday"], .get, nil),
    // The tag is the better witness.
    (["If-Modified-Since": "Sun, 06 Nov 1994 08:49:37 GMT", "If-None-Match": "\"b\""], .get, nil),
    (["If-Unmodified-Since": "Sun, 06 Nov 1994 08:49:36 GMT"], .put, 412),
    (["If-Unmodified-Since": "Sun, 06 Nov 1994 08:49:37 GMT"], .put, nil),
  ]

  @Test(arguments: cases)
  func `is answered by what the client holds`(headers: Headers, method: Gateway.Method, status: Int?) throws {
    let origin = try #require(Origin("http://localhost"))
    let request = Request(method: method, path: "/", headers: headers, origin: origin)
    let validators = Validators(tag: EntityTag("a"), lastModified: Self.modified)
    #expect(validators.answer(to: request)?.status.code == status)
  }

  @Test func `for an asset is answered without its content, and the tag is that of the content`() throws {
    let origin = try #require(Origin("http://localhost"))
    let asset = Asset(Array("body {}".utf8), type: "text/css", isImmutable: true)
    let first = asset.response(to: Request(method: .get, path: "/", origin: origin))
    #expect(first.body.bytes == asset.content)
    #expect(first.headers["Cache-Control"] == "public, max-age=31536000, immutable")
    let tag = try #require(first.headers["ETag"])
    #expect(tag == "\(EntityTag(of: Array("body {}".utf8)))")
    #expect(EntityTag(of: Array("body {} ".utf8)) != asset.tag)
    let second = asset.response(to: Request(method: .get, path: "/", headers: ["If-None-Match": tag], origin: origin))
    #expect(second.status == .notModified)
    #expect(second.body.count == 0)
    #expect(second.headers["ETag"] == tag)
  }

  @Test func `reads and writes dates in one way only`() {
    #expect(HTTPDate.text(Self.modified) == "Sun, 06 Nov 1994 08:49:37 GMT")
    #expect(HTTPDate.date("Sun, 06 Nov 1994 08:49:37 GMT") == Self.modified)
    for text in [
      "Mon, 06 Nov 1994 08:49:37 GMT", "Fri, 31 Feb 2025 08:49:37 GMT", "Sun, 06 Nov 1994 25:49:37 GMT",
      "Sunday, 06-Nov-94 08:49:37 GMT", "Sun Nov  6 08:49:37 1994", "Sun, 06 Nov 1994 08:49:37 PST", "",
    ] { #expect(HTTPDate.date(text) == nil) }
  }
}
