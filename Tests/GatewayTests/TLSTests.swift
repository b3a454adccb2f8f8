import Foundation
import Gateway
import Glibc
import TestKit
import Testing

@Suite struct `nginx with TLS` {
  @Test func `answers under its name alone, and leads from plain HTTP to it`() async throws {
    let folder = try ServiceFolder()
    defer { folder.remove() }
    let path = folder.socketPath("web")
    let origin = try #require(Origin("https://find.example"))
    let server = try SCGIServer(socketPath: path, origins: [origin], handler: Echo())
    let running = Task { await server.run() }
    let (certificate, key) = ("\(folder.path)/temp/cert.pem", "\(folder.path)/temp/key.pem")
    let made = try await Self.run([
      "openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "1",
      "-subj", "/CN=find.example", "-keyout", key, "-out", certificate,
    ])
    #expect(made.status == 0)
    if geteuid() == 0 { for file in [certificate, key] { chown(file, 65_534, 65_534) } }
    let secure = try RawSocket.freePort()
    let nginx = try await NginxServer(
      folder: folder, sockets: [path],
      settings: [
        "ORIGIN_HOST": "find.example", "CERTIFICATE": certificate, "CERTIFICATE_KEY": key, "HTTPS_PORT": "\(secure)",
        "USER": "nobody nogroup",
      ], template: "paradero-tls.conf", portName: "HTTP_PORT")

    let moved = try await nginx.exchange(
      Array("GET /en/a?name=x HTTP/1.1\r\nHost: find.example\r\nConnection: close\r\n\r\n".utf8))
    let redirect = try #require(try WireReader.http(moved.bytes).first)
    #expect(redirect.status == 308)
    #expect(redirect["Location"] == "https://find.example/en/a")
    let stranger = try await nginx.exchange(
      Array("GET / HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n".utf8))
    #expect(try WireReader.http(stranger.bytes).first?.status == 421)

    let answer = try await Self.speak(secure, "find.example")
    #expect(answer.contains("HTTP/1.1 200 OK\r\n"))
    #expect(answer.contains("Strict-Transport-Security: max-age=63072000; includeSubDomains\r\n"))
    #expect(answer.hasSuffix("GET /hello"))
    #expect(try await Self.speak(secure, "find.example", ["-tls1_1"]).contains("HTTP/1.1") == false)
    #expect(try await Self.speak(secure, "evil.example").contains("HTTP/1.1") == false)
    await nginx.stop()
    running.cancel()
    await running.value
  }

  /// A request through `openssl s_client`.
  static func speak(_ port: Int, _ name: String, _ more: [String] = []) async throws -> String {
    let request = "GET /hello HTTP/1.1\r\nHost: find.example\r\nConnection: close\r\n\r\n"
    let command = ["openssl", "s_client", "-quiet", "-connect", "127.0.0.1:\(port)", "-servername", name] + more
    return try await run(command, input: request).output
  }

  static func run(_ command: [String], input: String = "") async throws -> (status: Int32, output: String) {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = command
    let (incoming, outgoing) = (Pipe(), Pipe())
    process.standardInput = incoming
    process.standardOutput = outgoing
    process.standardError = FileHandle.nullDevice
    let (ends, end) = AsyncStream.makeStream(of: Int32.self)
    process.terminationHandler = { process in
      end.yield(process.terminationStatus)
      end.finish()
    }
    try process.run()
    try incoming.fileHandleForWriting.write(contentsOf: Data(input.utf8))
    let output = try await offPool { try outgoing.fileHandleForReading.readToEnd() ?? Data() }
    try incoming.fileHandleForWriting.close()
    return (await ends.first { _ in true } ?? -1, String(decoding: output, as: UTF8.self))
  }
}
