import Foundation
import Gateway
import TestKit
import Testing

/// The same tests at every layer, by changing one word.
@Suite struct `A request at every layer` {
  @Test(arguments: TestLayer.allCases)
  func `is answered with what the handler says, and what every answer gets`(layer: TestLayer) async throws {
    try await withTestService(layer, Echo()) { service in
      let answer = try await service.send(.get("/hello?who=Ana%20Mar%C3%ADa"))
      #expect(answer.status == 200)
      #expect(answer.text == "GET /hello who=Ana María")
      #expect(answer["Cache-Control"] == "no-store")
      #expect(answer["Referrer-Policy"] == "no-referrer")
      #expect(answer["X-Content-Type-Options"] == "nosniff")
      #expect(answer["Content-Security-Policy"]?.hasPrefix("default-src 'none'") == true)
      #expect(answer["Strict-Transport-Security"] == nil)
      #expect(answer["X-Request-ID"]?.count == 16)
      #expect(answer["Content-Length"] == "\(answer.body.count)")

      let form = try await service.send(.form("/search", ["name": "José & María", "born": "1990"]))
      #expect(form.text == "POST /search\nform name=José & María\nform born=1990")

      let head = try await service.send(TestRequest("HEAD", "/hello"))
      #expect(head.status == 200 && head.body.isEmpty)
      #expect(head["Content-Length"] == "11")

      let missing = try await service.send(.get("/missing"))
      #expect(missing.status == 404)
      #expect(missing["Content-Type"] == "application/problem+json")

      let wrong = try await service.send(TestRequest("DELETE", "/only-get"))
      #expect(wrong.status == 405)
      #expect(wrong["Allow"] == "GET, HEAD")

      let unknown = try await service.send(TestRequest("BREW", "/"))
      #expect(unknown.status == 501)
    }
  }

  @Test(arguments: TestLayer.allCases)
  func `is held to each limit with the right status`(layer: TestLayer) async throws {
    try await withTestService(layer, Echo()) { service in
      let large = [UInt8](repeating: 0x61, count: 1_048_577)
      let hello = Array("hello".utf8)
      var cases: [(request: TestRequest, statuses: [Int])] = [
        (TestRequest("POST", "/a", headers: ["Content-Type": "text/plain"], body: large), [413]),
        (.get("/a?" + String(repeating: "a", count: 8_300)), [414]),
        (.form("/a?b=%ff", ["c": "d"]), [400]),
        (TestRequest("POST", "/a", headers: ["Content-Type": "text/plain"], body: hello), [415]),
        (TestRequest("POST", "/a", headers: ["Content-Encoding": "br"], body: hello), [415]),
        (.get("/a", headers: ["Host": "evil.example"]), [421]),
      ]
      // Without a socket nothing has a length; nginx calls it 400.
      let headers = TestRequest("GET", "/a", headers: ["X-A": String(repeating: "a", count: 70_000)])
      if layer != .router { cases.append((headers, [400, 431])) }
      for (request, statuses) in cases {
        let answer = try await service.send(request)
        #expect(statuses.contains(answer.status), "\(request.method) \(request.target.prefix(20))")
      }
    }
  }

  @Test(arguments: TestLayer.allCases)
  func `may hold the asset already`(layer: TestLayer) async throws {
    try await withTestService(layer, Echo()) { service in
      let first = try await service.send(.get("/assets/site.css"))
      #expect(first.body == Echo.asset.content)
      let tag = try #require(first["ETag"])
      let second = try await service.send(.get("/assets/site.css", headers: ["If-None-Match": tag]))
      #expect(second.status == 304)
      #expect(second.body.isEmpty)
      #expect(second["ETag"] == tag)
    }
  }

  @Test(arguments: TestLayer.allCases)
  func `carries files`(layer: TestLayer) async throws {
    let content = String(repeating: "0123456789\r\n", count: 20_000)
    let body =
      "--XX\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nb\r\n"
      + "--XX\r\nContent-Disposition: form-data; name=\"paper\"; filename=\"x.txt\"\r\n"
      + "Content-Type: text/plain\r\n\r\n\(content)\r\n--XX--\r\n"
    try await withTestService(layer, Echo()) { service in
      let request = TestRequest(
        "POST", "/form", headers: ["Content-Type": "multipart/form-data; boundary=XX"], body: Array(body.utf8))
      let answer = try await service.send(request)
      #expect(answer.text == "POST /form\nform a=b\nfile paper x.txt text/plain \(content.utf8.count)")
    }
  }

  @Test(arguments: TestLayer.allCases)
  func `gets a large answer whole`(layer: TestLayer) async throws {
    try await withTestService(layer, Echo()) { service in
      let answer = try await service.send(.get("/big"))
      #expect(answer.body.count == 5_000_000)
      #expect(answer.body.suffix(10).elementsEqual("1000499999".utf8))
    }
  }

  @Test(arguments: TestLayer.allCases, ["http://localhost:8080", "https://localhost:8080"])
  func `gets cookies that fit the scheme`(layer: TestLayer, origin: String) async throws {
    try await withTestService(layer, Echo(), origin: origin) { service in
      let name = origin.hasPrefix("https") ? "__Host-s" : "s"
      let answer = try await service.send(.get("/cookie", headers: ["Cookie": "\(name)=old; other=1"]))
      #expect(answer.text == "old")
      let cookie = try #require(answer["Set-Cookie"])
      #expect(cookie.hasPrefix("\(name)=abc; Path=/; Max-Age=60; "))
      #expect(cookie.hasSuffix("HttpOnly; SameSite=Strict"))
      #expect(cookie.contains("Secure") == origin.hasPrefix("https"))
      #expect((answer["Strict-Transport-Security"] != nil) == origin.hasPrefix("https"))
    }
  }
}
