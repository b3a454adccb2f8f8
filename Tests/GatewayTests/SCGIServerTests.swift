import Foundation
import Gateway
import Glibc
import TestKit
import Testing

@Suite struct `The SCGI server` {
  struct Greeter: Handler {
    func respond(to request: Request) async -> Response { .text("hello \(request.query["who"] ?? "?")") }
  }

  @Test func `answers on its socket`() async throws {
    let path = "/tmp/paradero-\(UUID().uuidString).sock"
    let origin = try #require(Origin("http://localhost:8080"))
    let server = try SCGIServer(socketPath: path, origins: [origin], handler: Greeter())
    let running = Task { await server.run() }
    let message = SCGI.message([
      ("REQUEST_METHOD", "GET"), ("REQUEST_URI", "/?who=Ana%20Mar%C3%ADa"), ("DOCUMENT_URI", "/"),
      ("SERVER_PROTOCOL", "HTTP/1.1"), ("HTTP_HOST", "localhost:8080"),
    ])
    let answer = try await offPool {
      let socket = try RawSocket.unix(path)
      socket.send(message)
      return socket.receiveAll()
    }
    let text = String(decoding: answer.bytes, as: UTF8.self)
    #expect(text.hasPrefix("Status: 200 OK\r\n"))
    #expect(text.hasSuffix("\r\n\r\nhello Ana María"))
    #expect(text.contains("Cache-Control: no-store\r\n"))
    running.cancel()
    await running.value
    #expect(access(path, F_OK) != 0)
  }
}
