internal import Foundation
internal import Glibc

/// A PostgreSQL server of the test's own, which it may kill and start again. Unix socket only, gone afterwards.
///
/// PostgreSQL refuses to run as root: then it runs as the user `postgres` of Debian's package, or as `nobody`.
package actor ThrowawayServer {
  package struct Failure: Error, CustomStringConvertible {
    package let description: String
  }

  /// Short, because the path of a socket has 107 bytes at most.
  private let folder: String
  private let settings: [String]
  private var server: Process?

  /// A new server with those settings (`name=value`).
  package static func start(settings: [String] = []) async throws -> ThrowawayServer {
    let server = try ThrowawayServer(settings: settings)
    try await server.run(
      "initdb", ["-D", server.data, "-U", "owner", "--auth=trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync"])
    try await server.start()
    return server
  }

  /// A server that follows this one and takes no writes until it is promoted.
  package func standby() async throws -> ThrowawayServer {
    let standby = try ThrowawayServer(settings: settings)
    try await standby.run(
      "pg_basebackup", ["-D", standby.data, "-U", "owner", "-h", folder, "-R", "-c", "fast", "--no-sync"])
    try await standby.start()
    return standby
  }

  private init(settings: [String]) throws {
    folder = "/tmp/pt\(UInt32.random(in: 0 ... .max))"
    self.settings = settings
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
    if let user = Self.otherUser { chown(folder, user.uid, user.gid) }
  }

  deinit {
    if let server { Self.killAll(server.processIdentifier) }
    try? FileManager.default.removeItem(atPath: folder)
  }

  private nonisolated var data: String { folder + "/data" }

  /// The folder of its socket, for a connection string of several hosts.
  package nonisolated var host: String { folder }

  package nonisolated var url: String { "postgresql:///postgres?host=\(folder)&user=owner" }

  /// Starts it and waits until it answers.
  package func start() async throws {
    let server = Self.process(
      "postgres",
      ["-D", data, "-k", folder, "-c", "listen_addresses=", "-c", "fsync=off"]
        + settings.flatMap { ["-c", $0] })
    try server.run()
    self.server = server
    for _ in 0..<600 {
      if await succeeds("pg_isready", ["-q", "-h", folder, "-U", "owner"]) { return }
      guard server.isRunning else { throw Failure(description: "a test's PostgreSQL server did not start") }
      try await Task.sleep(for: .milliseconds(20))
    }
    throw Failure(description: "a test's PostgreSQL server did not answer")
  }

  /// SIGKILL to the server and all its processes, as when the power fails.
  package func kill() {
    guard let server else { return }
    Self.killAll(server.processIdentifier)
    server.waitUntilExit()
    self.server = nil
  }

  /// Stops all its processes where they are, as when the machine hangs; `thaw` lets them go on.
  package func freeze() { signalAll(SIGSTOP) }
  package func thaw() { signalAll(SIGCONT) }

  /// Ends recovery: the standby takes writes from now on.
  package func promote() async throws {
    try await run("pg_ctl", ["promote", "-w", "-s", "-D", data])
  }

  // MARK: Processes

  private func signalAll(_ signal: Int32) {
    guard let server else { return }
    for process in [server.processIdentifier] + Self.children(of: server.processIdentifier) {
      Glibc.kill(process, signal)
    }
  }

  /// The postmaster first, so that it starts nothing new; its processes would outlive it for the length of a query.
  private static func killAll(_ postmaster: pid_t) {
    let children = children(of: postmaster)
    for process in [postmaster] + children { Glibc.kill(process, SIGKILL) }
  }

  private static func children(of parent: pid_t) -> [pid_t] {
    let path = "/proc/\(parent)/task/\(parent)/children"
    let text = (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
    return text.split(separator: " ").compactMap { pid_t($0) }
  }

  private func run(_ program: String, _ arguments: [String]) async throws {
    guard await succeeds(program, arguments) else {
      throw Failure(description: "\(program) failed: is PostgreSQL installed with its server programs?")
    }
  }

  private func succeeds(_ program: String, _ arguments: [String]) async -> Bool {
    let process = Self.process(program, arguments)
    return await withCheckedContinuation { done in
      process.terminationHandler = { done.resume(returning: $0.terminationStatus == 0) }
      do {
        try process.run()
      } catch {
        process.terminationHandler = nil
        done.resume(returning: false)
      }
    }
  }

  private static func process(_ program: String, _ arguments: [String]) -> Process {
    let process = Process()
    let command = [(programs ?? "/usr/bin") + "/" + program] + arguments
    let asUser = otherUser.map {
      ["/usr/bin/setpriv", "--reuid=\($0.uid)", "--regid=\($0.gid)", "--clear-groups", "--"]
    }
    let whole = (asUser ?? []) + command
    process.executableURL = URL(fileURLWithPath: whole[0])
    process.arguments = Array(whole.dropFirst())
    process.currentDirectoryURL = URL(fileURLWithPath: "/tmp")
    process.environment = ["PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"]
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    return process
  }

  /// Debian keeps the server's programs by version, outside of the path.
  private static let programs: String? = {
    let root = "/usr/lib/postgresql"
    let versions = (try? FileManager.default.contentsOfDirectory(atPath: root)) ?? []
    let newest = versions.compactMap { Int($0) }.max()
    return newest.map { "\(root)/\($0)/bin" }
  }()

  /// Whom to run as when this is root.
  private static let otherUser: (uid: uid_t, gid: gid_t)? = {
    guard geteuid() == 0 else { return nil }
    for name in ["postgres", "nobody"] {
      if let entry = getpwnam(name) { return (entry.pointee.pw_uid, entry.pointee.pw_gid) }
    }
    return nil
  }()
}
