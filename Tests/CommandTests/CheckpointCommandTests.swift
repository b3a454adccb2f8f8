import Foundation
import Postgres
import TestKit
import Testing

@testable import paradero

@Suite struct `Checkpoints at the command line` {
  /// A database with an account, a key that signs, and a folder of those who keep checkpoints.
  private func installation(
    _ body: (_ database: Database, _ folder: String, _ run: (String...) async -> Ran) async throws -> Void
  ) async throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("paradero-kept-\(UUID())").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try await withScratchDatabase { database, url in
      let environment = [
        "PARADERO_DATABASE_URL": url, "PARADERO_ORIGIN": "https://paradero.example", "PARADERO_KEYS": folder,
      ]
      for words in [
        ["migrate", "--kind", "test"], ["keys", "make", "signing", "--into", folder],
        ["account", "invite", "maria", "--role", "responder", "--organisation", "Red"],
      ] {
        let ran = await run(words: words, environment: environment)
        #expect(ran.code == .success, "\(ran.errors)")
      }
      try await body(database, folder) { (words: String...) in await run(words: words, environment: environment) }
    }
  }

  private func tamper(_ database: Database, _ sql: String) async throws {
    try await database.runScript(
      TrustedScript(
        embeddedInBinary: Array("set session_replication_role = replica; \(sql)".utf8), name: "tampering"))
  }

  @Test func `are handed out, kept, and tell what was computed anew, also after the key was changed`() async throws {
    try await installation { database, folder, run in
      let file = "\(folder)/kept.txt"
      let first = await run("audit", "checkpoint", "--out", file)
      #expect(first.code == .success, "\(first.errors)")
      let key = try #require(first.output.split(separator: " ").dropFirst(4).first.map(String.init))
      #expect(first.output.hasPrefix("paradero-checkpoint-1 1 "))
      #expect(await run("audit", "checkpoint", "--out", file).output == first.output, "nothing was added to the log")
      let rotated = await run("keys", "rotate", "signing")
      #expect(rotated.code == .success && rotated.output.contains(key), "\(rotated.errors)")
      #expect(await run("account", "disable", "maria").code == .success)
      let last = await run("audit", "checkpoint", "--out", file)
      #expect(last.code == .success && !last.output.contains(key))
      let checked = await run("keys", "check", "signing")
      #expect(checked.output.split(separator: "\n").count == 3 && checked.output.contains(key))

      let sound = await run("audit", "verify", "--checkpoint", file)
      #expect(sound.code == .success && sound.output.contains("Signed checkpoints that agree: 3"), "\(sound.output)")
      // Who has the old key alone cannot say anything of what the new one signed.
      let half = await run("audit", "verify", "--checkpoint", file, "--key", key)
      #expect(half.code == .findings && half.output.contains("the checkpoint of entry 2 is not signed"))

      try await tamper(
        database,
        """
        update audit_entry set actor = 'nobody' where seq = 1;
        update audit_entry e set leaf_sha256 = paradero.audit_leaf(e, 1, previous_sha256) where seq = 1;
        update audit_entry e set previous_sha256 = (select leaf_sha256 from audit_entry where seq = 1) where seq = 2;
        update audit_entry e set leaf_sha256 = paradero.audit_leaf(e, 2, previous_sha256) where seq = 2;
        update audit_entry e set previous_sha256 = (select leaf_sha256 from audit_entry where seq = 2) where seq = 3;
        update audit_entry e set leaf_sha256 = paradero.audit_leaf(e, 3, previous_sha256) where seq = 3;
        update audit_head set leaf_sha256 = (select leaf_sha256 from audit_entry where seq = 3);
        delete from audit_checkpoint;
        """)
      #expect(await run("audit", "verify").code == .success, "the chain is sound in itself")
      let found = await run("audit", "verify", "--checkpoint", file)
      #expect(found.code == .findings)
      #expect(found.output.contains("✘ entry 1 was changed, removed or moved since its checkpoint was signed"))
    }
  }

  @Test func `are checked with the recipe of the documentation`() async throws {
    let page = try String(contentsOf: checkout.appendingPathComponent("sql/AUDIT.md"), encoding: .utf8)
    let recipe = try #require(page.firstMatch(of: /```sh\n(line=(?s).*?)```/)).output.1
    try await installation { _, folder, run in
      #expect(await run("audit", "checkpoint", "--out", "\(folder)/checkpoints.txt").code == .success)
      let sound = try bash(String(recipe), in: folder)
      #expect(sound.code == 0 && sound.output.contains("Signature Verified Successfully"), "\(sound.output)")
      let file = URL(fileURLWithPath: "\(folder)/checkpoints.txt")
      let line = try String(contentsOf: file, encoding: .utf8)
      try Data(line.replacing("-1 1 ", with: "-1 2 ").utf8).write(to: file)
      let unsound = try bash(String(recipe), in: folder)
      #expect(unsound.code != 0 && unsound.output.contains("Signature Verification Failure"), "\(unsound.output)")
    }
  }

  @Test func `that cannot be read are refused, with the line`() async throws {
    try await installation { _, folder, run in
      #expect(await run("audit", "verify", "--checkpoint", "\(folder)/none").code == .usage)
      let file = "\(folder)/kept.txt"
      try Data("# ours\nparadero-checkpoint-1 7 beef\n".utf8).write(to: URL(fileURLWithPath: file))
      let ran = await run("audit", "verify", "--checkpoint", file)
      #expect(ran.code == .usage && ran.errors.contains("Line 2"))
      #expect(await run("audit", "verify", "--key", "beef").code == .usage)
    }
  }

  private var checkout: URL {
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  }

  private func bash(_ script: String, in folder: String) throws -> (code: Int32, output: String) {
    let process = Process(), stdout = Pipe()
    process.executableURL = URL(fileURLWithPath: "/bin/bash")
    process.arguments = ["-c", script]
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    process.standardOutput = stdout
    process.standardError = stdout
    try process.run()
    let output = try stdout.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: output, as: UTF8.self))
  }
}
