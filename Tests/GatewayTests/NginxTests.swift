import Foundation
import Gateway
import Glibc
import Locking
import TestKit
import Testing

@Suite struct `nginx with the project's configuration` {
  @Test func `cancels the work when its client leaves`() async throws {
    let stage = Stage()
    try await withTestService(.nginx, stage) { service in
      let port = try #require(service.nginx?.port)
      let client = try await offPool { try RawSocket.loopback(port) }
      client.send(Array("GET /slow HTTP/1.1\r\nHost: localhost:8080\r\n\r\n".utf8))
      #expect(await eventually { stage.started == ["/slow"] })
      client.hangUp()
      #expect(await eventually { stage.cancelled == ["/slow"] })
    }
  }

  @Test func `keeps slow clients away from the service`() async throws {
    let stage = Stage()
    var limits = Limits()
    limits.running = 2
    limits.waiting = 0
    try await withTestService(.nginx, stage, limits: limits) { service in
      let port = try #require(service.nginx?.port)
      let slow = try await offPool { try (0..<100).map { _ in try RawSocket.loopback(port) } }
      for (number, socket) in slow.enumerated() {
        let half =
          number.isMultiple(of: 2)
          ? "GET /half" : "POST /half HTTP/1.1\r\nHost: localhost:8080\r\nContent-Length: 10\r\n\r\nhalf"
        socket.send(Array(half.utf8))
      }
      for _ in 0..<20 {
        let answer = try await service.send(.get("/fast"))
        #expect(answer.text == "done /fast")
      }
      #expect(!stage.started.contains("/half"))
      withExtendedLifetime(slow) {}
    }
  }

  @Test func `cuts slow clients off`() async throws {
    try await withTestService(.nginx, Stage(), nginx: ["CLIENT_TIMEOUT": "1s"]) { service in
      let port = try #require(service.nginx?.port)
      let slow = ["GET /half", "POST /half HTTP/1.1\r\nHost: localhost:8080\r\nContent-Length: 10\r\n\r\nhalf"]
      let heard = try await offPool {
        try RawExchange(limit: .seconds(20)) { try .loopback(port) }.run(slow.map { RawConversation([Array($0.utf8)]) })
      }
      #expect(heard.filter { !$0.isEnded }.isEmpty)
    }
  }

  @Test func `says in two languages that the service is down, and in JSON to programs`() async throws {
    let folder = try ServiceFolder()
    defer { folder.remove() }
    let nginx = try await NginxServer(folder: folder, sockets: [folder.socketPath("nobody")])
    for (method, accept) in [("GET", "text/html"), ("POST", "text/html"), ("GET", "application/json"), ("GET", "*/*")] {
      let request =
        "\(method) /en/search HTTP/1.1\r\nHost: localhost:8080\r\nAccept: \(accept)\r\nConnection: close\r\n\r\n"
      let answer = try #require(try WireReader.http(try await nginx.exchange(Array(request.utf8)).bytes).first)
      #expect(answer.status == 503)
      #expect(answer["Retry-After"] == "10")
      #expect(answer["Cache-Control"] == "no-store")
      #expect(answer["Referrer-Policy"] == "no-referrer")
      #expect(answer["Content-Security-Policy"]?.hasPrefix("default-src 'none'") == true)
      #expect(answer["Server"] == "nginx")
      if accept == "application/json" {
        #expect(answer["Content-Type"] == "application/problem+json")
        let json = try JSONSerialization.jsonObject(with: Data(answer.body)) as? [String: Any]
        #expect(json?["status"] as? Int == 503)
      } else {
        #expect(answer["Content-Type"] == "text/html; charset=utf-8")
        #expect(answer.text.contains("wait a minute") && answer.text.contains("Espere un minuto"))
      }
    }
    let style = "GET /.paradero/plain.css HTTP/1.1\r\nHost: localhost:8080\r\nConnection: close\r\n\r\n"
    #expect(try WireReader.http(try await nginx.exchange(Array(style.utf8)).bytes).first?.status == 200)
    let direct = "GET /.paradero/down.html HTTP/1.1\r\nHost: localhost:8080\r\nConnection: close\r\n\r\n"
    #expect(try WireReader.http(try await nginx.exchange(Array(direct.utf8)).bytes).first?.status != 200)
    await nginx.stop()
  }

  @Test func `delays a crowd behind one address, and turns away only a flood, saying when to come back`() async throws {
    let stage = Stage()
    stage.open()
    let settings = ["FORM_RATE": "20r/s", "FORM_BURST": "10", "PAGE_RATE": "1000r/s", "PAGE_BURST": "1000"]
    try await withTestService(.nginx, stage, nginx: settings) { service in
      let answers = try await withThrowingTaskGroup(of: TestResponse.self) { group in
        for _ in 0..<40 { group.addTask { try await service.send(.form("/search", ["name": "Ana"])) } }
        return try await group.reduce(into: []) { $0.append($1) }
      }
      let taken = answers.filter { $0.status == 200 }
      let refused = answers.filter { $0.status == 429 }
      #expect(taken.count + refused.count == 40)
      // More than the rate allows at once were served: the burst waited for its turn.
      #expect(taken.count > 5 && !refused.isEmpty)
      #expect(
        refused.allSatisfy { $0["Retry-After"] == "5" && $0.text.contains("Espere") || $0.text.contains("espere") })
      // Visits are counted apart: the flood of forms does not keep anybody from reading.
      #expect(try await service.send(.get("/page")).status == 200)
    }
  }

  @Test func `compresses static files and nothing else`() async throws {
    try await withTestService(.nginx, Echo()) { service in
      let gzip: KeyValuePairs = ["Accept-Encoding": "gzip"]
      let asset = try await service.send(.get("/assets/site.css", headers: gzip))
      #expect(asset["Content-Encoding"] == "gzip")
      #expect(asset["Vary"] == "Accept-Encoding")
      #expect(asset.body.count < Echo.asset.content.count)
      // The tag that a compressed answer bears is known again.
      let tag = try #require(asset["ETag"])
      #expect(try await service.send(.get("/assets/site.css", headers: ["If-None-Match": tag])).status == 304)
      #expect(try await service.send(.get("/big", headers: gzip))["Content-Encoding"] == nil)
      let long = String(repeating: "a", count: 5_000)
      #expect(try await service.send(.form("/search", ["name": long], headers: gzip))["Content-Encoding"] == nil)
    }
  }

  @Test func `leaves no trace of what was asked in any file`() async throws {
    let folder = try ServiceFolder()
    defer { folder.remove() }
    let path = folder.socketPath("web")
    let server = try SCGIServer(socketPath: path, origins: `The SCGI server`.origins, handler: Echo())
    let running = Task { await server.run() }
    let nginx = try await NginxServer(folder: folder, sockets: [path])
    let body = "name=XYZZY" + String(repeating: "a", count: 500_000)
    let requests = [
      "POST /upload HTTP/1.1\r\nHost: localhost:8080\r\nConnection: close\r\nContent-Length: \(body.utf8.count)\r\n\r\n\(body)",
      "GET /a?name=XYZZY HTTP/1.1\r\nHost: localhost:8080\r\nConnection: close\r\n\r\n",
      "GET /../XYZZY HTTP/1.1\r\nHost: localhost:8080\r\nConnection: close\r\n\r\n",
    ]
    for request in requests { _ = try await nginx.exchange(Array(request.utf8)) }
    let files = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
    for file in files where !file.hasSuffix(".sock") {
      let content = FileManager.default.contents(atPath: "\(folder.path)/\(file)") ?? Data()
      #expect(content.range(of: Data("XYZZY".utf8)) == nil, "\(file)")
    }
    #expect(files.contains("temp/nginx.pid"))
    await nginx.stop()
    running.cancel()
    await running.value
  }

  @Test func `takes large bodies where the configuration says so, and says in words where not`() async throws {
    try await withTestService(.nginx, Echo()) { service in
      let large = [UInt8](repeating: 0x61, count: 1_048_577)
      let answer = try await service.send(TestRequest("POST", "/raw", headers: ["Accept": "text/html"], body: large))
      #expect(answer.status == 413)
      #expect(answer.text.contains("demasiado grande"))
      let small = try await service.send(TestRequest("POST", "/assets/site.css", body: Array(large.prefix(2000))))
      #expect(small.status == 413)
    }
  }

  @Test func `tells the service nothing of who asks`() async throws {
    final class Listener: Handler {
      let headers = Locked<[String]>([])
      func respond(to request: Request) async -> Response {
        headers.withLock { $0 = request.headers.fields.map(\.name) }
        return .text("")
      }
    }
    let listener = Listener()
    try await withTestService(.nginx, listener) { service in
      _ = try await service.send(
        .get(
          "/",
          headers: ["User-Agent": "a", "Referer": "b", "X-Forwarded-For": "c", "X-Real-IP": "d", "Accept": "text/html"])
      )
    }
    #expect(listener.headers.withLock { $0 } == ["Accept"])
  }

  @Test func `shows figures to this machine alone`() throws {
    let text = try String(contentsOfFile: Self.repository + "/deploy/nginx/site.conf.in", encoding: .utf8)
    for place in ["/metrics", "/readyz"] {
      let block = try #require(text.split(separator: "location = \(place) {").last?.prefix { $0 != "}" })
      #expect(block.contains("allow 127.0.0.1;") && block.contains("deny all;"))
    }
  }

  @Test func `has error pages that ask nothing of anybody else`() throws {
    let folder = Self.repository + "/deploy/nginx/errors"
    let files = try FileManager.default.contentsOfDirectory(atPath: folder)
    #expect(files.count == 9)
    for file in files {
      let text = try String(contentsOfFile: "\(folder)/\(file)", encoding: .utf8)
      for word in ["<script", "<img", "<iframe", "@import", "url(", "src="] { #expect(!text.contains(word), "\(file)") }
      if file.hasSuffix(".html") {
        #expect(text.contains("<section lang=\"en\">") && text.contains("<section lang=\"es\">"))
        #expect(text.utf8.count < 3_000)
      }
    }
  }

  static let repository = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().path()
}
