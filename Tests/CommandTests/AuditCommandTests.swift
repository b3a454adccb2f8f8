import CivilTime
import Foundation
import Postgres
import TestKit
import Testing

@testable import paradero

@Suite struct `The audit log at the command line` {
  private static let checkout = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// A database whose operator invited an account, gave it another code and disabled it.
  private func installation(
    _ body: (_ database: Database, _ run: (String...) async -> Ran) async throws -> Void
  ) async throws {
    try await withScratchDatabase { database, url in
      let environment = ["PARADERO_DATABASE_URL": url, "PARADERO_ORIGIN": "https://paradero.example"]
      for words in [
        ["migrate", "--kind", "test"], ["account", "invite", "maria", "--role", "responder", "--organisation", "Red"],
        ["account", "reset-factor", "maria"], ["account", "disable", "maria"],
      ] {
        let ran = await run(words: words, environment: environment)
        #expect(ran.code == .success, "\(ran.errors)")
      }
      try await body(database) { (words: String...) in await run(words: words, environment: environment) }
    }
  }

  private func tamper(_ database: Database) async throws {
    try await database.runScript(
      TrustedScript(
        embeddedInBinary: Array(
          "set session_replication_role = replica; update audit_entry set verb = 'signedIn' where seq = 2".utf8),
        name: "tampering"))
  }

  @Test func `says what was done, without names`() async throws {
    try await installation { _, run in
      let listed = await run("audit", "list")
      let lines = listed.output.split(separator: "\n")
      #expect(lines.count == 3)
      for (line, verb) in zip(lines, ["accountInvited", "factorReset", "accountDisabled"]) {
        #expect(line.contains("system:command line  \(verb)  account:1"))
      }
      #expect(!listed.output.contains("maria"))
      let one = await run("audit", "list", "--verb", "factorReset")
      #expect(one.output.split(separator: "\n").count == 1)
      #expect(await run("audit", "list", "--verb", "juggled").code == .usage)
      #expect(await run("audit", "list", "--since", "yesterday").code == .usage)
      #expect(await run("audit", "list", "--since", "2000-01-01", "--until", "2000-01-02").output.isEmpty)
    }
  }

  @Test func `prints a head that holds the next time, and finds tampering`() async throws {
    try await installation { database, run in
      let first = await run("audit", "verify")
      #expect(first.code == .success, "\(first.errors)")
      let head = try #require(first.output.firstMatch(of: /keep elsewhere: (3:[0-9a-f]{64})/)).output.1
      #expect(await run("audit", "verify", "--expect", String(head)).code == .success)
      let other = await run("audit", "verify", "--expect", "3:" + String(repeating: "0", count: 64))
      #expect(other.code == .findings && other.output.contains("entry 3 is not the one whose hash was kept"))
      #expect(await run("audit", "verify", "--expect", "3:beef").code == .usage)
      try await tamper(database)
      let found = await run("audit", "verify")
      #expect(found.code == .findings && found.output.contains("✘ entry 2 was changed"))
    }
  }

  @Test func `can be checked with the recipe of the documentation, which sees tampering too`() async throws {
    let page = try String(contentsOf: Self.checkout.appendingPathComponent("sql/AUDIT.md"), encoding: .utf8)
    let recipe = try #require(page.firstMatch(of: /```python\n((?s).*?)```/)).output.1
    #expect(recipe.split(separator: "\n").count <= 20)
    try await installation { database, run in
      let verified = await run("audit", "verify")
      let head = try #require(verified.output.firstMatch(of: /keep elsewhere: (.*)\n/)).output.1
      let sound = try python(String(recipe), input: await run("audit", "list", "--all", "--json").output)
      #expect(sound.code == 0 && sound.output == "\(head)\n", "\(sound.output)")
      try await tamper(database)
      let unsound = try python(String(recipe), input: await run("audit", "list", "--all", "--json").output)
      #expect(unsound.code == 1)
    }
  }

  private func python(_ program: String, input: String) throws -> (code: Int32, output: String) {
    let process = Process(), input = Data(input.utf8)
    let stdin = Pipe(), stdout = Pipe()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/python3")
    process.arguments = ["-c", program]
    process.standardInput = stdin
    process.standardOutput = stdout
    process.standardError = FileHandle.nullDevice
    try process.run()
    try stdin.fileHandleForWriting.write(contentsOf: input)
    try stdin.fileHandleForWriting.close()
    let output = try stdout.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: output, as: UTF8.self))
  }
}
