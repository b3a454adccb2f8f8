internal import Foundation
internal import Glibc
internal import Locking

/// A short folder in which a test keeps sockets and nginx its temporary files; an ordinary user can enter it.
package struct ServiceFolder: Sendable {
  package let path: String

  package init() throws {
    path = "/tmp/pd-" + UUID().uuidString.prefix(8).lowercased()
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
    for name in ["sockets", "temp", "nginx"] {
      try FileManager.default.createDirectory(atPath: "\(path)/\(name)", withIntermediateDirectories: false)
    }
    guard NginxServer.isRoot else { return }
    // Sockets have mode 0660: a group that comes from the folder lets nginx's user in, as on a real machine.
    chown("\(path)/sockets", 0, NginxServer.ordinaryGroup)
    chmod("\(path)/sockets", 0o2775)
    chown("\(path)/temp", NginxServer.ordinaryUser, NginxServer.ordinaryGroup)
  }

  package func socketPath(_ name: String) -> String { "\(path)/sockets/\(name).sock" }
  package func remove() { try? FileManager.default.removeItem(atPath: path) }
}

/// Debian's nginx as an ordinary user, with the project's own configuration, on a free port.
package final class NginxServer: Sendable {
  package struct Failure: Error, CustomStringConvertible {
    package let description: String
    package init(description: String) { self.description = description }
  }

  static let isRoot = geteuid() == 0
  /// nobody and nogroup, as Debian numbers them.
  static let ordinaryUser: uid_t = 65_534
  static let ordinaryGroup: gid_t = 65_534

  package let port: Int
  private let exit: Task<Int32, Never>
  private let leash: Pipe

  /// `settings` are names of deploy/nginx/render that differ from the standard; `portName` is the one that takes the
  /// port, where the template has a name for it.
  package init(
    folder: ServiceFolder, sockets: [String], settings: [String: String] = [:], template: String = "paradero.conf",
    portName: String? = nil
  ) async throws {
    port = try RawSocket.freePort()
    let repository = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().path()
    var names = [
      "SOCKETS": sockets.map { "server unix:\($0) max_fails=1 fail_timeout=1s;" }.joined(separator: " "),
      "TEMP": "\(folder.path)/temp", "LISTEN": "127.0.0.1:\(port)", "WORKERS": "1",
    ]
    if let portName { names[portName] = "\(port)" }
    names.merge(settings) { $1 }
    let render = try NginxServer.spawn(
      ["\(repository)deploy/nginx/render", "\(folder.path)/nginx"] + names.map { "\($0.key)=\($0.value)" })
    guard await render.value == 0 else { throw Failure(description: "deploy/nginx/render failed") }
    guard
      let nginx = ["/usr/sbin/nginx", "/usr/local/sbin/nginx"].first(
        where: FileManager.default.isExecutableFile(atPath:))
    else {
      throw Failure(description: "nginx is missing: install Debian's package nginx-light or nginx")
    }
    var command = [nginx, "-q", "-c", "\(folder.path)/nginx/\(template)", "-p", "\(folder.path)/temp"]
    if NginxServer.isRoot {
      command =
        ["setpriv", "--reuid=\(NginxServer.ordinaryUser)", "--regid=\(NginxServer.ordinaryGroup)", "--clear-groups"]
        + command
    }
    // The shell holds the leash: when this process ends, however it ends, its standard input closes and nginx goes.
    // (It must not `wait`: threads of this process block signals, the shell inherits that, and would never hear of it.)
    leash = Pipe()
    exit = try NginxServer.spawn(
      ["/bin/sh", "-c", "\"$@\" </dev/null & nginx=$!; read -r _; kill -TERM $nginx", "sh"] + command,
      leash)
    try await waitUntilReady()
  }

  /// Sends bytes on a connection of its own and gives what comes back until it closes.
  package func exchange(_ bytes: [UInt8]) async throws -> (bytes: [UInt8], isEnded: Bool) {
    let port = self.port
    return try await offPool {
      let socket = try RawSocket.loopback(port)
      socket.send(bytes)
      return socket.receiveAll()
    }
  }

  package func stop() async {
    try? leash.fileHandleForWriting.close()
    _ = await exit.value
  }

  private func waitUntilReady() async throws {
    for _ in 0..<200 {
      if (try? RawSocket.loopback(port)) != nil { return }
      try await Task.sleep(for: .milliseconds(25))
    }
    throw Failure(description: "nginx did not start; its reason stands above")
  }

  /// Starts a program; the task ends with its exit status.
  private static func spawn(_ command: [String], _ input: Pipe? = nil) throws -> Task<Int32, Never> {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = command
    if let input { process.standardInput = input } else { process.standardInput = FileHandle.nullDevice }
    let (ends, end) = AsyncStream.makeStream(of: Int32.self)
    process.terminationHandler = { process in
      end.yield(process.terminationStatus)
      end.finish()
    }
    try process.run()
    return Task { await ends.first { _ in true } ?? -1 }
  }
}
