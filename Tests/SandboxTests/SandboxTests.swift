import Foundation
import Sandbox
import Testing

@Suite struct `A tool on bytes that are not trusted` {
  let sandbox = ToolRunner(ToolRunner.Limits(seconds: 5, memory: 1 << 30, output: 1 << 20))

  @Test func `gets its input and gives its output`() async throws {
    let bytes = Array("¿dónde está?\n".utf8) + [0, 255]
    #expect(try await sandbox.run(["/usr/bin/cat"], input: bytes) == bytes)
    #expect(try await sandbox.run(["/usr/bin/cat"]) == [])
  }

  @Test func `is fed a megabyte while it writes one`() async throws {
    let bytes = [UInt8](repeating: 7, count: 1 << 20)
    #expect(try await sandbox.run(["/usr/bin/cat"], input: bytes) == bytes)
  }

  @Test func `may end without reading what it was given`() async throws {
    let bytes = [UInt8](repeating: 7, count: 8 << 20)
    #expect(try await sandbox.run(["/usr/bin/head", "-c", "3"], input: bytes) == [7, 7, 7])
  }

  @Test(arguments: [
    ("the machine's files", "ls /home /root /etc/ssl /var/lib 2>/dev/null; cat /etc/passwd 2>/dev/null; true"),
    ("its environment", "env | grep -v -e ^PATH= -e ^LANG= -e ^HOME= -e ^PWD= -e ^SHLVL= -e ^_= ; true"),
    ("a network", "ls /sys/class/net 2>/dev/null; getent hosts debian.org; true"),
    ("other processes", "ls /proc; kill -0 $PPID 2>/dev/null && [ $PPID != 1 ] && echo one; true"),
  ])
  func `finds nothing of`(what: String, script: String) async throws {
    let found = try await sandbox.run(["/usr/bin/sh", "-c", script])
    #expect(String(decoding: found, as: UTF8.self) == "", "\(what)")
  }

  @Test func `writes to a folder that is gone afterwards, and nowhere else`() async throws {
    let kept = try await sandbox.run(
      [
        "/usr/bin/sh", "-c",
        "echo here > /tmp/file-of-this-test && cat /tmp/file-of-this-test; (echo x > /usr/file) 2>/dev/null || echo refused",
      ])
    #expect(String(decoding: kept, as: UTF8.self) == "here\nrefused\n")
    #expect(!FileManager.default.fileExists(atPath: "/tmp/file-of-this-test"))
  }

  @Test func `reads a file that it is given, and cannot change it`() async throws {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try Data("given".utf8).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let script = "cat '\(file.path)'; (echo x > '\(file.path)') 2>/dev/null || echo ' refused'"
    let read = try await sandbox.run(["/usr/bin/sh", "-c", script], files: [file.path])
    #expect(String(decoding: read, as: UTF8.self) == "given refused\n")
  }

  @Test func `is ended when it takes too long`() async {
    let hasty = ToolRunner(ToolRunner.Limits(seconds: 1, memory: 1 << 30, output: 1 << 20))
    await #expect(throws: ToolError.tooSlow("/usr/bin/sleep")) { try await hasty.run(["/usr/bin/sleep", "60"]) }
  }

  @Test func `is ended when it writes too much, or takes too much memory`() async {
    await #expect(throws: ToolError.tooMuchOutput("/usr/bin/yes")) { try await sandbox.run(["/usr/bin/yes"]) }
    let script = "x=$(head -c 2000000000 /dev/zero | tr '\\0' a); echo ${#x}"
    await #expect(throws: ToolError.self) { try await sandbox.run(["/usr/bin/sh", "-c", script]) }
  }

  @Test func `that fails says with what, and nothing of what it read`() async {
    await #expect(throws: ToolError.failed("/usr/bin/sh", status: 3)) {
      try await sandbox.run(["/usr/bin/sh", "-c", "cat >&2; exit 3"], input: Array("secret".utf8))
    }
    await #expect(throws: ToolError.missing("/usr/bin/no-such-tool")) {
      try await sandbox.run(["/usr/bin/no-such-tool"])
    }
  }

  @Test func `ends when nobody waits for it`() async throws {
    let task = Task { try await sandbox.run(["/usr/bin/sleep", "4"]) }
    try await Task.sleep(for: .milliseconds(300))
    task.cancel()
    await #expect(throws: ToolError.cancelled) { try await task.value }
  }

  @Test func `waits for a place, and is refused when many wait`() async throws {
    let narrow = ToolRunner(ToolRunner.Limits(seconds: 5, memory: 1 << 30, output: 1 << 20), most: 1, queue: 1)
    let ends = await withTaskGroup(of: Bool.self, returning: [Bool].self) { group in
      for _ in 0..<6 {
        group.addTask { (try? await narrow.run(["/usr/bin/sleep", "0.5"])) != nil }
      }
      return await group.reduce(into: []) { $0.append($1) }
    }
    #expect(ends.filter(\.self).count >= 2)
    #expect(ends.contains(false))
    #expect(try await narrow.run(["/usr/bin/cat"], input: [1]) == [1])
  }
}
