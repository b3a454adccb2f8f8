import Dispatch
import Foundation
import Gateway
import Glibc
import TestKit
import Testing

/// Instances in processes of their own, to be killed.
@Suite struct `Several instances behind one nginx` {
  /// Writes a line for each call before it answers, so that nothing that was begun goes unnoticed.
  struct Ledger: Handler {
    let file: String

    func respond(to request: Request) async -> Response {
      let line = Array("\(request.method.rawValue) \(request.path)\n".utf8)
      let ledger = open(file, O_WRONLY | O_APPEND | O_CREAT, 0o644)
      _ = line.withUnsafeBytes { write(ledger, $0.baseAddress, $0.count) }
      close(ledger)
      try? await Task.sleep(for: .milliseconds(30))
      return .text("done")
    }
  }

  static func calls(_ ledger: String) throws -> [String: Int] {
    let lines = try String(contentsOfFile: ledger, encoding: .utf8).split(separator: "\n").map(String.init)
    return Dictionary(lines.map { ($0, 1) }) { $0 + $1 }
  }

  /// Sends reads and writes without pause from several clients until told to stop; gives the statuses of each.
  static func traffic(_ nginx: NginxServer, _ clients: Int, _ rounds: Int) async throws -> [String: Int] {
    try await withThrowingTaskGroup(of: [(String, Int)].self) { group in
      for client in 0..<clients {
        group.addTask {
          var statuses: [(String, Int)] = []
          for round in 0..<rounds {
            let method = round.isMultiple(of: 2) ? "GET" : "POST"
            let name = "\(method) /\(client)-\(round)"
            let request = "\(name) HTTP/1.1\r\nHost: localhost:8080\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
            let answer = try WireReader.http(try await nginx.exchange(Array(request.utf8)).bytes).first
            statuses.append((name, answer?.status ?? 0))
          }
          return statuses
        }
      }
      return try await group.reduce(into: [:]) { all, some in for (name, status) in some { all[name] = status } }
    }
  }

  @Test(.timeLimit(.minutes(3)), arguments: [SIGKILL, SIGTERM])
  func `lose one without losing a read, and without doing a write twice`(signal: Int32) async throws {
    let folder = try ServiceFolder()
    defer { folder.remove() }
    let (one, two, ledger) = (folder.socketPath("one"), folder.socketPath("two"), folder.path + "/ledger")
    let first = try await Instance(one, ledger)
    let second = try await Instance(two, ledger)
    let settings = ["PAGE_RATE": "10000r/s", "PAGE_BURST": "10000", "FORM_RATE": "10000r/s", "FORM_BURST": "10000"]
    let nginx = try await NginxServer(folder: folder, sockets: [one, two], settings: settings)
    let busy = Task { try await Self.traffic(nginx, 16, 40) }
    let isBusy = await eventually { ((try? Self.calls(ledger).count) ?? 0) > 100 }
    #expect(isBusy)
    let firstEnd = await first.end(signal)
    let statuses = try await busy.value
    let secondEnd = await second.end(SIGTERM)
    await nginx.stop()
    // SIGTERM ends an instance in good order.
    #expect(firstEnd == (signal == SIGKILL ? SIGKILL : 0))
    #expect(secondEnd == 0)

    let calls = try Self.calls(ledger)
    #expect(statuses.count == 640)
    for (name, status) in statuses {
      if name.hasPrefix("GET") {
        #expect(status == 200, "\(name)")
      } else {
        // A write whose instance was killed under it may be lost or done, and its client is told to look.
        #expect(status == 200 || (signal == SIGKILL && status == 503), "\(name)")
        #expect(calls[name, default: 0] <= 1, "\(name) was done twice")
        if status == 200 { #expect(calls[name] == 1, "\(name)") }
      }
    }
    // A stopped instance finishes everything; so all was done exactly once.
    if signal == SIGTERM { #expect(calls.values.allSatisfy { $0 == 1 } && calls.count == 640) }
  }
}

/// A server in a process of its own: this same program, started again for one test only.
///
/// Not an exit test: while its child lives, that holds one of the few threads that run tasks.
final class Instance: Sendable {
  static let variable = "PARADERO_TEST_INSTANCE"
  private let process: Process
  private let ends: Task<Int32, Never>

  init(_ path: String, _ ledger: String) async throws {
    let process = Process()
    process.executableURL = URL(filePath: try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"))
    process.arguments = ["--testing-library", "swift-testing", "--filter", "is started again as an instance"]
    process.environment = ProcessInfo.processInfo.environment.merging([Self.variable: "\(path) \(ledger)"]) { $1 }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    // Its report of one passed test would stand in the middle of ours.
    process.standardError = FileHandle.nullDevice
    let (ends, end) = AsyncStream.makeStream(of: Int32.self)
    process.terminationHandler = { process in
      end.yield(process.terminationStatus)
      end.finish()
    }
    try process.run()
    self.process = process
    self.ends = Task { await ends.first { _ in true } ?? -1 }
    let isUp = await eventually { (try? RawSocket.unix(path)) != nil }
    #expect(isUp)
  }

  /// Sends a signal; gives the exit status, or the signal that ended it.
  func end(_ signal: Int32) async -> Int32 {
    kill(process.processIdentifier, signal)
    return await ends.value
  }
}

@Suite struct `This program` {
  /// Not a test of anything: the door through which `Instance` enters the child process.
  @Test func `is started again as an instance`() async throws {
    guard let words = ProcessInfo.processInfo.environment[Instance.variable]?.split(separator: " ") else { return }
    let (path, ledger) = (String(try #require(words.first)), String(try #require(words.last)))
    let server = try SCGIServer(
      socketPath: path, origins: `The SCGI server`.origins,
      handler: `Several instances behind one nginx`.Ledger(file: ledger))
    signal(SIGTERM, SIG_IGN)
    let running = Task { await server.run() }
    let source = DispatchSource.makeSignalSource(signal: SIGTERM)
    source.setEventHandler { running.cancel() }
    source.resume()
    await running.value
    source.cancel()
  }
}
