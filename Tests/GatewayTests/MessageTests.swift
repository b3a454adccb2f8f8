import Foundation
import Gateway
import Testing

@Suite struct `A table of routes` {
  enum Place: RouteTable {
    case home
    case facility(String)
    case page(Int)

    init?(_ components: inout RouteComponents) {
      if components.isAtEnd {
        self = .home
      } else if components.take("facility") {
        guard let code = components.take() else { return nil }
        self = .facility(code)
      } else if components.take("page"), let number = components.take(as: Int.self) {
        self = .page(number)
      } else {
        return nil
      }
    }

    var components: [String] {
      switch self {
      case .home: []
      case .facility(let code): ["facility", code]
      case .page(let number): ["page", "\(number)"]
      }
    }
    var template: String {
      switch self {
      case .home: "/"
      case .facility: "/facility/{code}"
      case .page: "/page/{number}"
      }
    }
    var methods: [Gateway.Method] { if case .page = self { [.post] } else { [.get] } }
  }

  @Test(arguments: [Place.home, .facility("ABC"), .facility("Ñandú 1%"), .page(12)])
  func `prints what it parses`(place: Place) throws {
    let decoded = try #require(place.path.removingPercentEncoding)
    #expect(Place(path: decoded) == place)
  }

  @Test(arguments: [
    "/facility", "/facility/", "/facility/a/", "/facility/a/b", "//", "/page/01", "/page/+1", "/page/x", "/other",
  ])
  func `takes no path that it would not print`(path: String) { #expect(Place(path: path) == nil) }

  @Test func `says which methods a route has`() {
    #expect(Place.home.refusal(of: .get) == nil && Place.home.refusal(of: .head) == nil)
    #expect(Place.page(1).refusal(of: .post) == nil)
    #expect(Place.home.refusal(of: .post)?.status == .methodNotAllowed)
    #expect(Place.home.refusal(of: .post)?.headers["Allow"] == "GET, HEAD, OPTIONS")
    #expect(Place.home.refusal(of: .options)?.status == .noContent)
    #expect(Place.page(1).refusal(of: .get)?.headers["Allow"] == "POST, OPTIONS")
  }

  @Test func `is not led astray by a mark that combines with a slash`() {
    #expect(Place(path: "/facility/\u{301}a") == .facility("\u{301}a"))
  }
}

@Suite struct `An answer` {
  @Test(arguments: [
    ("/en/search", "/en/search"), ("//evil.example", "/"), ("https://evil.example", "/"), ("/\\evil.example", "/"),
    ("", "/"),
    ("javascript:alert(1)", "/"), ("/a\r\nSet-Cookie: a=b", "/a  Set-Cookie: a=b"),
  ])
  func `leads nowhere but to this site`(path: String, location: String) {
    let response = Response.redirect(to: path)
    #expect(response.headers["Location"] == location)
    #expect(response.status == .seeOther)
  }

  @Test func `with a problem says it in the words of RFC 9457`() throws {
    let problem = Problem(
      .unprocessableContent, code: "form", detail: "A field is missing.", errors: ["name": "missing"])
    let response = Response.problem(problem)
    #expect(response.headers["Content-Type"] == "application/problem+json")
    let json = try #require(try JSONSerialization.jsonObject(with: Data(response.body.bytes)) as? [String: Any])
    #expect(json["status"] as? Int == 422)
    #expect(json["type"] as? String == "about:blank")
    #expect(json["title"] as? String == "Unprocessable Content")
    #expect(json["code"] as? String == "form")
    #expect((json["errors"] as? [String: String])?["name"] == "missing")
    #expect(json["instance"] == nil)
  }

  @Test func `is named by 16 hexadecimal digits`() {
    let ids = (0..<1000).map { _ in RequestID().description }
    #expect(Set(ids).count == 1000)
    #expect(ids.allSatisfy { $0.wholeMatch(of: /[0-9a-f]{16}/) != nil })
  }
}

@Suite struct `Measurements` {
  @Test func `are written as Prometheus reads them`() {
    let metrics = Metrics()
    metrics.count("paradero_requests_total", "Requests.", labels: ["route": "/a\"b\\c\nd", "status": "200"])
    metrics.count("paradero_requests_total", "Requests.", labels: ["route": "/a\"b\\c\nd", "status": "200"], by: 2)
    metrics.set("paradero_waiting", "Waiting.", to: 1.5)
    for value in [0.05, 0.5, 5] {
      metrics.observe("paradero_seconds", "Time.", labels: ["route": "/"], bounds: [0.1, 1], value)
    }
    #expect(
      metrics.render() == """
        # HELP paradero_requests_total Requests.
        # TYPE paradero_requests_total counter
        paradero_requests_total{route="/a\\"b\\\\c\\nd",status="200"} 3
        # HELP paradero_seconds Time.
        # TYPE paradero_seconds histogram
        paradero_seconds_bucket{route="/",le="0.1"} 1
        paradero_seconds_bucket{route="/",le="1"} 2
        paradero_seconds_bucket{route="/",le="+Inf"} 3
        paradero_seconds_sum{route="/"} 5.55
        paradero_seconds_count{route="/"} 3
        # HELP paradero_waiting Waiting.
        # TYPE paradero_waiting gauge
        paradero_waiting 1.5

        """)
  }

  @Test func `do not grow with what somebody can choose`() {
    let metrics = Metrics()
    for number in 0..<2000 { metrics.count("a", "A.", labels: ["path": "\(number)"]) }
    let lines = metrics.render().split(separator: "\n")
    #expect(lines.count == 503)
    #expect(lines.contains("a{path=\"other\"} 1500"))
  }

  @Test func `count right when many count at once`() async {
    let metrics = Metrics()
    await withTaskGroup(of: Void.self) { group in
      for _ in 0..<100 { group.addTask { for _ in 0..<100 { metrics.count("a", "A.") } } }
    }
    #expect(metrics.render().contains("\na 10000\n"))
  }
}
