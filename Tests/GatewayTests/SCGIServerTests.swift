import Foundation
import Gateway
import Glibc
import Locking
import TestKit
import Testing

@Suite struct `The SCGI server` {
  static let origins = [Origin("http://localhost:8080")].compactMap { $0 }

  static func message(_ target: String, method: String = "GET", body: [UInt8] = []) -> [UInt8] {
    SCGI.message(
      [
        ("REQUEST_METHOD", method), ("REQUEST_URI", target), ("DOCUMENT_URI", String(target.prefix { $0 != "?" })),
        ("SERVER_PROTOCOL", "HTTP/1.1"), ("HTTP_HOST", "localhost:8080"),
      ], body: body)
  }

  /// A server with a stage, for the length of a closure; what was served is noted.
  static func serve(
    _ limits: Limits = Limits(), _ body: (Stage, String, Task<Void, Never>, Locked<[Served]>) async throws -> Void
  ) async throws {
    let folder = try ServiceFolder()
    defer { folder.remove() }
    let stage = Stage()
    let served = Locked<[Served]>([])
    let path = folder.socketPath("web")
    let server = try SCGIServer(socketPath: path, origins: origins, handler: stage, limits: limits) { one in
      served.withLock { $0.append(one) }
    }
    let running = Task { await server.run() }
    do { try await body(stage, path, running, served) } catch {
      stage.open()
      running.cancel()
      throw error
    }
    stage.open()
    running.cancel()
    await running.value
  }

  /// Sends a message and gives the answer as text; empty if the server closed without one.
  static func ask(_ path: String, _ message: [UInt8]) async throws -> String {
    try await offPool {
      let socket = try RawSocket.unix(path)
      socket.send(message)
      return String(decoding: socket.receiveAll(.seconds(60)).bytes, as: UTF8.self)
    }
  }

  @Test func `answers 503 at the deadline and cancels the work`() async throws {
    var limits = Limits()
    limits.deadline = .milliseconds(100)
    try await Self.serve(limits) { stage, path, _, served in
      let answer = try await Self.ask(path, Self.message("/slow"))
      #expect(answer.hasPrefix("Status: 503 Service Unavailable\r\n"))
      #expect(answer.contains("Retry-After: 5\r\n"))
      #expect(answer.contains("\"code\":\"too-late\""))
      #expect(await eventually { stage.cancelled == ["/slow"] })
      #expect(served.withLock { $0.map(\.outcome) } == [.deadline])
    }
  }

  @Test func `cancels the work of a client that leaves`() async throws {
    try await Self.serve { stage, path, _, served in
      let socket = try await offPool { try RawSocket.unix(path) }
      socket.send(Self.message("/slow"))
      #expect(await eventually { stage.started == ["/slow"] })
      socket.hangUp()
      #expect(await eventually { stage.cancelled == ["/slow"] })
      #expect(await eventually { served.withLock { $0.map(\.outcome) } == [.clientLeft] })
      #expect(served.withLock { $0.first?.status } == nil)
    }
  }

  @Test func `turns away at once whoever finds every place and seat taken, and nobody else`() async throws {
    var limits = Limits()
    limits.running = 2
    limits.waiting = 2
    try await Self.serve(limits) { stage, path, _, served in
      let working = (0..<4).map { number in Task { try await Self.ask(path, Self.message("/slow\(number)")) } }
      // Two are worked on, two wait; which of the four is chance.
      #expect(await eventually { stage.started.count == 2 })
      var refused: String?
      let isRefused = try await eventually {
        let answer = try await Self.first(path, Self.message("/fast"), within: .milliseconds(50))
        if answer.hasPrefix("Status: 503") { refused = answer }
        return refused != nil
      }
      #expect(isRefused)
      #expect(refused?.contains("Retry-After: 5\r\n") == true)
      #expect(refused?.contains("\"code\":\"busy\"") == true)
      stage.open()
      for task in working {
        let answer = try await task.value
        #expect(answer.hasPrefix("Status: 200"))
      }
      #expect(served.withLock { $0.contains { $0.outcome == .queueFull } })
    }
  }

  /// The answer if it comes soon; then the client leaves.
  static func first(_ path: String, _ message: [UInt8], within limit: Duration) async throws -> String {
    try await offPool {
      let socket = try RawSocket.unix(path)
      socket.send(message)
      return String(decoding: socket.receiveAll(limit).bytes, as: UTF8.self)
    }
  }

  @Test func `never starts the work of a client that left while it waited`() async throws {
    var limits = Limits()
    limits.running = 1
    try await Self.serve(limits) { stage, path, _, served in
      let working = Task { try await Self.ask(path, Self.message("/slow")) }
      #expect(await eventually { stage.started == ["/slow"] })
      _ = try await Self.first(path, Self.message("/never"), within: .milliseconds(50))
      #expect(await eventually { served.withLock { $0.map(\.outcome) } == [.clientLeft] })
      stage.open()
      #expect(try await working.value.hasSuffix("done /slow"))
      #expect(try await Self.ask(path, Self.message("/fast")).hasSuffix("done /fast"))
      #expect(stage.started == ["/slow", "/fast"])
    }
  }

  @Test func `finishes what it started when it stops, and takes nothing new`() async throws {
    try await Self.serve { stage, path, running, served in
      let working = (0..<5).map { number in Task { try await Self.ask(path, Self.message("/slow\(number)")) } }
      #expect(await eventually { stage.started.count == 5 })
      running.cancel()
      #expect(await eventually { access(path, F_OK) != 0 })
      #expect((try? RawSocket.unix(path)) == nil)
      stage.open()
      for task in working {
        let answer = try await task.value
        #expect(answer.contains("done /slow"))
      }
      await running.value
      #expect(served.withLock { $0.map(\.outcome) } == Array(repeating: .answered, count: 5))
      #expect(stage.cancelled.isEmpty)
    }
  }

  @Test func `cancels what is not done at the limit of its patience, and tells the client so`() async throws {
    var limits = Limits()
    limits.drain = .milliseconds(100)
    try await Self.serve(limits) { stage, path, running, served in
      let working = Task { try await Self.ask(path, Self.message("/slow")) }
      #expect(await eventually { stage.started.count == 1 })
      running.cancel()
      let answer = try await working.value
      #expect(answer.hasPrefix("Status: 503"))
      #expect(answer.contains("\"code\":\"stopping\""))
      await running.value
      #expect(stage.cancelled == ["/slow"])
      #expect(served.withLock { $0.map(\.outcome) } == [.stopped])
    }
  }

  @Test func `answers 408 to whoever does not finish its request, and serves others meanwhile`() async throws {
    var limits = Limits()
    limits.reading = .milliseconds(300)
    try await Self.serve(limits) { stage, path, _, _ in
      let message = Self.message("/a", method: "POST", body: Array("hello".utf8))
      let slow = try await offPool { try RawSocket.unix(path) }
      slow.send(message.dropLast(2))
      #expect(try await Self.ask(path, Self.message("/fast")).hasSuffix("done /fast"))
      let answer = try await offPool { slow.receiveAll() }
      #expect(String(decoding: answer.bytes, as: UTF8.self).hasPrefix("Status: 408"))
      #expect(stage.started == ["/fast"])
    }
  }

  @Test func `answers a refused request even while its large body still comes`() async throws {
    try await Self.serve { stage, path, _, _ in
      let body = [UInt8](repeating: 0x61, count: 20_000_000)
      let answer = try await Self.ask(path, Self.message("/a", method: "POST", body: body))
      #expect(answer.hasPrefix("Status: 413 Content Too Large"))
      #expect(stage.started.isEmpty)
    }
  }

  @Test func `closes on whoever says nothing that it understands, after saying so`() async throws {
    try await Self.serve { stage, path, _, _ in
      for noise in ["GET / HTTP/1.1\r\n\r\n", ":", "99999999:", "5:hello,"] {
        let answer = try await Self.ask(path, Array(noise.utf8))
        #expect(answer.hasPrefix("Status: 400"))
      }
      let answer = try await Self.ask(path, Array("70000:".utf8))
      #expect(answer.hasPrefix("Status: 431"))
      #expect(stage.started.isEmpty)
    }
  }

  @Test func `keeps a large body in a file that has no name`() async throws {
    let folder = try ServiceFolder()
    defer { folder.remove() }
    var limits = Limits()
    limits.temporaryFolder = folder.path + "/temp"
    let path = folder.socketPath("web")
    let server = try SCGIServer(socketPath: path, origins: Self.origins, handler: Echo(), limits: limits)
    let running = Task { await server.run() }
    let body = [UInt8](repeating: 0x61, count: 3_000_000)
    let answer = try await Self.ask(path, Self.message("/upload", method: "POST", body: body))
    #expect(answer.hasPrefix("Status: 415"))
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path + "/temp").isEmpty)
    // Without room for it the client is told to come back.
    chmod(folder.path + "/temp", 0)
    try FileManager.default.removeItem(atPath: folder.path + "/temp")
    let refused = try await Self.ask(path, Self.message("/upload", method: "POST", body: body))
    #expect(refused.hasPrefix("Status: 503"))
    #expect(refused.contains("\"code\":\"no-room\""))
    running.cancel()
    await running.value
  }

  @Test func `serves many at once`() async throws {
    try await Self.serve { stage, path, _, served in
      stage.open()
      let texts = try await withThrowingTaskGroup(of: String.self) { group in
        for number in 0..<200 { group.addTask { try await Self.ask(path, Self.message("/slow\(number)")) } }
        return try await group.reduce(into: []) { $0.append($1) }
      }
      #expect(texts.allSatisfy { $0.hasPrefix("Status: 200") })
      #expect(Set(stage.answered).count == 200)
    }
  }
}

@Suite struct `The server's socket` {
  static func server(_ path: String) throws -> SCGIServer {
    try SCGIServer(socketPath: path, origins: `The SCGI server`.origins, handler: Echo())
  }

  @Test func `is for its owner and group alone`() throws {
    let folder = try ServiceFolder()
    defer { folder.remove() }
    let server = try Self.server(folder.socketPath("web"))
    var status = stat()
    #expect(lstat(server.socketPath, &status) == 0)
    #expect(status.st_mode & 0o777 == 0o660)
  }

  @Test func `takes the place of one that a crash left behind, never that of a server that lives`() async throws {
    let folder = try ServiceFolder()
    defer { folder.remove() }
    let path = folder.socketPath("web")
    // Let go without ever serving: the file stays, as after a crash.
    do { _ = try Self.server(path) }
    #expect(access(path, F_OK) == 0)
    let server = try Self.server(path)
    let refusal = #expect(throws: SocketError.self) { _ = try Self.server(path) }
    #expect(refusal?.description == "another server already answers on \(path); stop it or choose another path")
    let running = Task { await server.run() }
    #expect(try await `The SCGI server`.ask(path, `The SCGI server`.message("/a")).hasPrefix("Status: 200"))
    running.cancel()
    await running.value
    #expect(access(path, F_OK) != 0)
  }

  @Test func `that an old server still drains can be opened by its successor`() async throws {
    let folder = try ServiceFolder()
    defer { folder.remove() }
    let path = folder.socketPath("web")
    let stage = Stage()
    let old = try SCGIServer(socketPath: path, origins: `The SCGI server`.origins, handler: stage)
    let draining = Task { await old.run() }
    let waiting = Task { try await `The SCGI server`.ask(path, `The SCGI server`.message("/slow")) }
    #expect(await eventually { stage.started.count == 1 })
    draining.cancel()
    #expect(await eventually { access(path, F_OK) != 0 })
    let new = try Self.server(path)
    let running = Task { await new.run() }
    stage.open()
    #expect(try await waiting.value.hasSuffix("done /slow"))
    await draining.value
    // The old one, going, does not take the new one's name away.
    #expect(try await `The SCGI server`.ask(path, `The SCGI server`.message("/a")).hasPrefix("Status: 200"))
    running.cancel()
    await running.value
  }

  @Test func `is not put in place of a file that is something else`() throws {
    let folder = try ServiceFolder()
    defer { folder.remove() }
    let path = folder.socketPath("web")
    try "precious".write(toFile: path, atomically: true, encoding: .utf8)
    #expect(throws: SocketError.self) { _ = try Self.server(path) }
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "precious")
  }

  @Test func `has a path of 107 bytes at most, and says so`() {
    let path = "/tmp/" + String(repeating: "a", count: 103)
    #expect {
      _ = try Self.server(path)
    } throws: { error in
      "\(error)".contains("at most 107 fit: choose a shorter folder")
    }
    unlink(path + ".lock")
  }
}
