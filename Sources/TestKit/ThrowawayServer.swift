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
  private nonisolated let folder: String
  /// Says to the guard that an end of the server was meant.
  private var guardian: Pipe?

  /// Becomes the server, and leaves a guard behind: when the test is gone without a word, so are server and folder.
  private static let guarded = """
    folder=$1; shift; exec 3<&0 </dev/null
    (read line <&3 || { kill -9 $$; rm -rf "$folder"; }) &
    exec 3<&-; exec "$@"
    """

  /// A new server with those settings (`name=value`).
  package static func start(settings: [String] = []) async throws -> ThrowawayServer {
    let server = try ThrowawayServer()
    try await server.run(
      "initdb", ["-D", server.data, "-U", "owner", "--auth=trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync"])
    let all = ["listen_addresses=''", "fsync=off", "unix_socket_directories='\(server.folder)'"] + settings
    let file = try FileHandle(forWritingTo: URL(fileURLWithPath: server.data + "/postgresql.conf"))
    try file.seekToEnd()
    try file.write(contentsOf: Data((all.joined(separator: "\n") + "\n").utf8))
    try file.close()
    try await server.start()
    return server
  }

  /// A server that follows this one and takes no writes until it is promoted.
  package func standby() async throws -> ThrowawayServer {
    let standby = try ThrowawayServer()
    try await standby.run(
      "pg_basebackup", ["-D", standby.data, "-U", "owner", "-h", folder, "-R", "-c", "fast", "--no-sync"])
    try await standby.start()
    return standby
  }

  private init() throws {
    folder = "/tmp/pt\(UInt32.random(in: 0 ... .max))"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
    if let user = Self.otherUser { chown(folder, user.uid, user.gid) }
  }

  deinit {
    for process in Self.processes(of: folder) { Glibc.kill(process, SIGKILL) }
    try? guardian?.fileHandleForWriting.write(contentsOf: Data("\n".utf8))
    try? FileManager.default.removeItem(atPath: folder)
  }

  private nonisolated var data: String { folder + "/data" }

  /// The folder of its socket, for a connection string of several hosts.
  package nonisolated var host: String { folder }

  package nonisolated var url: String { "postgresql:///postgres?host=\(folder)&user=owner" }

  /// Starts it and waits until it answers.
  package func start() async throws {
    let arguments = ["-c", Self.guarded, "guard", folder, "\(Self.programs)/postgres", "-D", data, "-k", folder]
    let server = Self.process("/bin/sh", arguments)
    let guardian = Pipe()
    // Another process that is started meanwhile must not hold the pipe open.
    for end in [guardian.fileHandleForReading, guardian.fileHandleForWriting] {
      _ = fcntl(end.fileDescriptor, F_SETFD, FD_CLOEXEC)
    }
    server.standardInput = guardian
    try server.run()
    self.guardian = guardian
    for _ in 0..<1500 {
      if await succeeds("pg_isready", ["-q", "-h", folder, "-U", "owner"]) { return }
      try await Task.sleep(for: .milliseconds(20))
    }
    throw Failure(description: "a test's PostgreSQL server did not answer")
  }

  /// SIGKILL to the server and all its processes, as when the power fails.
  package func kill() async {
    try? guardian?.fileHandleForWriting.write(contentsOf: Data("\n".utf8))
    guardian = nil
    var killed: Set<pid_t> = []
    // Half a minute at most: a number may be another process's by then.
    for _ in 0..<6000 {
      let processes = Self.processes(of: folder)
      for process in processes { Glibc.kill(process, SIGKILL) }
      killed.formUnion(processes)
      guard !processes.isEmpty || !killed.allSatisfy(Self.hasEnded) else {
        forgetPostmaster()
        return
      }
      try? await Task.sleep(for: .milliseconds(5))
    }
  }

  /// Takes away the files with the number of a postmaster that is dead: until its parent asks how it ended, which may be
  /// long where another process holds what the parent listens on, the number is taken, and PostgreSQL would not start.
  private func forgetPostmaster() {
    for file in [data + "/postmaster.pid", folder + "/.s.PGSQL.5432.lock"] {
      try? FileManager.default.removeItem(atPath: file)
    }
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
    for process in Self.processes(of: folder) { Glibc.kill(process, signal) }
  }

  /// All that work in its data, the postmaster first, so that it starts nothing new.
  ///
  /// Its processes outlive it for the length of a query, also one that it started a moment ago, and while one lives the
  /// data cannot be opened again. They are known by the folder that they stand in: their parent is gone then.
  private static func processes(of folder: String) -> [pid_t] {
    let file = try? String(contentsOfFile: folder + "/data/postmaster.pid", encoding: .utf8)
    let postmaster = file?.split(separator: "\n").first.flatMap { pid_t($0) }
    let all = ((try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []).compactMap { pid_t($0) }
    let own = all.filter {
      (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/\($0)/cwd")) == folder + "/data"
    }
    return own.filter { $0 == postmaster } + own.filter { $0 != postmaster }
  }

  /// Linux takes the folder from a dying process before it closes its sockets: until it is dead, a client may still
  /// send to it.
  private static func hasEnded(_ process: pid_t) -> Bool {
    let status = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8)
    // The state comes after the program's name, which stands in brackets and may hold some.
    guard let fields = status?.split(separator: ")").last, let state = fields.split(separator: " ").first else {
      return true
    }
    return state == "Z" || state == "X"
  }

  private func run(_ program: String, _ arguments: [String]) async throws {
    guard await succeeds(program, arguments) else {
      throw Failure(description: "\(program) failed: is PostgreSQL installed with its server programs?")
    }
  }

  private func succeeds(_ program: String, _ arguments: [String]) async -> Bool {
    let process = Self.process("\(Self.programs)/\(program)", arguments)
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
    let asUser = otherUser.map {
      ["/usr/bin/setpriv", "--reuid=\($0.uid)", "--regid=\($0.gid)", "--clear-groups", "--"]
    }
    let whole = (asUser ?? []) + [program] + arguments
    process.executableURL = URL(fileURLWithPath: whole[0])
    process.arguments = Array(whole.dropFirst())
    process.currentDirectoryURL = URL(fileURLWithPath: "/tmp")
    process.environment = ["PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"]
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    return process
  }

  /// Debian keeps the server's programs by version, outside of the path.
  private static let programs: String = {
    let root = "/usr/lib/postgresql"
    let versions = (try? FileManager.default.contentsOfDirectory(atPath: root)) ?? []
    let newest = versions.compactMap { Int($0) }.max()
    return newest.map { "\(root)/\($0)/bin" } ?? "/usr/bin"
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
