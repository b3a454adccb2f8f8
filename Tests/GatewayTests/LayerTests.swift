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
      #expect(answer.text.contains("GET /hello who=Ana María"))
      #expect(answer["Cache-Control"] == "no-store")
      #expect(answer["Referrer-Policy"] == "no-referrer")
      #expect(answer["X-Content-Type-Options"] == "nosniff")
      #expect(answer["Content-Security-Policy"]?.hasPrefix("default-src 'none'") == true)
      #expect(answer["Strict-Transport-Security"] == nil)
    }
  }

  @Test(arguments: TestLayer.allCases)
  func `carries a form`(layer: TestLayer) async throws {
    try await withTestService(layer, Echo()) { service in
      let answer = try await service.send(.form("/search", ["name": "José & María", "born": "1990"]))
      #expect(answer.text.contains("POST /search\nform name=José & María\nform born=1990"))
    }
  }
}
