@testable import Gateway
import Locking
import Testing

@testable import paradero

@Suite struct `What operators ask` {
  private struct Site: Handler {
    func respond(to request: Request) async -> Response { .text("site") }
  }

  private func respond(_ method: Gateway.Method, _ path: String, obstacle: Readiness.Obstacle? = nil) async throws
    -> Response
  {
    let operations = Operations(site: Site(), readiness: Readiness { obstacle }) { "paradero_up \($0 ? 1 : 0)\n" }
    let origin = try #require(Origin("http://localhost:8080"))
    return await operations.respond(to: Request(method: method, path: path, origin: origin))
  }

  static let cases: [(Gateway.Method, String, Readiness.Obstacle?, Int, String)] = [
    (.get, "/healthz", .database, 200, "alive\n"),
    (.get, "/readyz", nil, 200, "ready\n"),
    (.get, "/readyz", .database, 503, "not ready: database\n"),
    (.get, "/readyz", .schema, 503, "not ready: schema\n"),
    (.get, "/metrics", nil, 200, "paradero_up 1\n"),
    (.get, "/metrics", .database, 200, "paradero_up 0\n"),
    (.get, "/anything", nil, 200, "site"),
    (.post, "/elsewhere", nil, 200, "site"),
  ]

  @Test(arguments: cases) func `is answered in front of the site`(
    _ method: Gateway.Method, _ path: String, _ obstacle: Readiness.Obstacle?, _ status: Int, _ body: String
  ) async throws {
    let response = try await respond(method, path, obstacle: obstacle)
    #expect(response.status.code == status)
    guard case .bytes(let bytes) = response.body else { return #expect(Bool(false), "no body") }
    #expect(String(decoding: bytes, as: UTF8.self) == body)
  }

  @Test(arguments: ["/healthz", "/readyz", "/metrics"]) func `is not changed by anybody`(_ path: String) async throws {
    let response = try await respond(.post, path)
    #expect(response.status == .methodNotAllowed)
    #expect(response.headers["Allow"] == "GET, HEAD")
  }

  @Test func `asks the database once for many who ask at once`() async {
    let asked = Locked(0)
    let readiness = Readiness {
      asked.withLock { $0 += 1 }
      return nil
    }
    for _ in 0..<50 { _ = await readiness.obstacle() }
    #expect(asked.withLock { $0 } < 50)
  }

  @Test func `is not ready once it stops`() async {
    let readiness = Readiness { nil }
    #expect(await readiness.obstacle() == nil)
    readiness.stop()
    #expect(await readiness.obstacle() == .stopping)
  }

  @Test func `counts answers by route, and logs nothing of who asked`() throws {
    let lines = Locked("")
    let measurements = Measurements(
      log: LineLog(output: Output { text in lines.withLock { $0 += text } }), logsRequests: true)
    let served = Served(
      id: RequestID(), route: "/en/facility/{code}", method: .get, status: .ok, outcome: .answered,
      duration: .milliseconds(7), bytes: 100)
    measurements.note(served)
    let text = measurements.render(pools: [], load: (running: 2, waiting: 1), ready: true)
    #expect(
      text.contains("paradero_requests_total{route=\"/en/facility/{code}\",status=\"200\",outcome=\"answered\"} 1"))
    #expect(text.contains("paradero_requests_running 2\n") && text.contains("paradero_up 1\n"))
    #expect(lines.withLock { $0 }.contains("\"route\":\"/en/facility/{code}\",\"status\":200"))
  }
}
