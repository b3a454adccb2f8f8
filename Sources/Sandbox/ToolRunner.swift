internal import Foundation

/// Runs a tool on bytes that are not trusted: no network, no files but the tool's own, limits on time and memory.
///
/// Debian's bubblewrap makes the walls (namespaces of its own for processes, network, mounts and users; nothing of the
/// caller's environment; an empty folder in memory to write to), `prlimit` the limits, `timeout` the end. Where
/// bubblewrap is missing or may not make namespaces, nothing is run: a tool outside of the walls is never the answer.
/// There is no `/proc` inside: no tool here needs it, and a hardened unit of systemd's does not let one be made.
package struct ToolRunner: Sendable {
  /// How much a tool may use.
  package struct Limits: Sendable {
    /// By the wall clock; processor time is held to the same.
    package var seconds = 20
    /// Of address space, in bytes.
    package var memory = 1 << 30
    /// What it may write to its folder and to its output, each, in bytes.
    package var output = 64 << 20

    package init() {}
    package init(seconds: Int, memory: Int, output: Int) {
      self.seconds = seconds
      self.memory = memory
      self.output = output
    }
  }

  private let limits: Limits
  private let places: Places

  /// - Parameter most: how many tools run at once; others wait, and `queue` more than that are refused.
  package init(_ limits: Limits = Limits(), most: Int = 2, queue: Int = 8) {
    self.limits = limits
    places = Places(most: most, queue: queue)
  }

  static let bubblewrap = "/usr/bin/bwrap"

  /// What the tool wrote to its output.
  ///
  /// - Parameters:
  ///   - command: the tool with its whole path, and its arguments.
  ///   - input: its standard input.
  ///   - files: files that it may read besides what Debian installed, each under its own path.
  package func run(
    _ command: [String], input: [UInt8] = [], files: [String] = []
  ) async throws(ToolError) -> [UInt8] {
    guard let tool = command.first, FileManager.default.isExecutableFile(atPath: Self.bubblewrap) else {
      throw .missing("bubblewrap")
    }
    guard FileManager.default.isExecutableFile(atPath: tool) else { throw .missing(tool) }
    try await places.enter()
    let ended: Result<Child.End, ToolError>
    do throws(ToolError) {
      ended = .success(
        try await Child.run(arguments(command, files: files), input: input, mostOutput: limits.output))
    } catch {
      ended = .failure(error)
    }
    await places.leave()
    if Task.isCancelled { throw .cancelled }
    return try Self.read(try ended.get(), tool)
  }

  private static func read(_ end: Child.End, _ tool: String) throws(ToolError) -> [UInt8] {
    if end.isTooLong { throw .tooMuchOutput(tool) }
    switch end.status {
    case 0: return end.output
    // A tool is killed by its walls alone: when its time is over, by the clock or by the processor's.
    case 128 + 9: throw .tooSlow(tool)
    default: throw .failed(tool, status: end.status)
    }
  }

  private func arguments(_ command: [String], files: [String]) -> [String] {
    var all = ["/usr/bin/timeout", "--signal=KILL", "\(limits.seconds)"]
    all += ["/usr/bin/prlimit", "--as=\(limits.memory)", "--cpu=\(limits.seconds)", "--fsize=\(limits.output)"]
    all += ["--nofile=256", "--core=0", "--", Self.bubblewrap]
    all += ["--unshare-all", "--die-with-parent", "--new-session", "--cap-drop", "ALL", "--clearenv"]
    all += ["--setenv", "LANG", "C.UTF-8", "--setenv", "HOME", "/tmp", "--setenv", "PATH", "/usr/bin:/bin"]
    all += ["--ro-bind", "/usr", "/usr", "--symlink", "usr/bin", "/bin", "--symlink", "usr/lib", "/lib"]
    all += ["--ro-bind-try", "/usr/lib64", "/lib64", "--ro-bind-try", "/etc/fonts", "/etc/fonts"]
    all += ["--ro-bind-try", "/etc/alternatives", "/etc/alternatives"]
    all += ["--ro-bind-try", "/var/cache/fontconfig", "/var/cache/fontconfig"]
    all += ["--dev", "/dev", "--size", "\(limits.output)", "--tmpfs", "/tmp", "--chdir", "/tmp"]
    for file in files { all += ["--ro-bind", file, file] }
    return all + ["--"] + command
  }
}

/// Why a tool gave no answer. Nothing in it comes from what the tool read.
package enum ToolError: Error, Equatable, CustomStringConvertible {
  /// The tool, or bubblewrap itself, is not installed.
  case missing(String)
  case tooSlow(String)
  case tooMuchOutput(String)
  case failed(String, status: Int32)
  /// So many tools wait already that this one would come too late.
  case busy
  case cancelled

  package var description: String {
    switch self {
    case .missing(let name): "\(name) is not installed."
    case .tooSlow(let tool): "\(tool) did not end in time."
    case .tooMuchOutput(let tool): "\(tool) wrote more than it may."
    case .failed(let tool, let status): "\(tool) ended with \(status)."
    case .busy: "Too many files are being worked on; try again in a minute."
    case .cancelled: "Nobody waits for it any more."
    }
  }
}
