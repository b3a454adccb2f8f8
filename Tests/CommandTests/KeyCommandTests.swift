import Foundation
import Postgres
import TestKit
import Testing
import Vault

@testable import paradero

@Suite struct `Keys at the command line` {
  /// A folder of its own, removed afterwards.
  private func withFolder(_ body: (String) async throws -> Void) async throws {
    let path = FileManager.default.temporaryDirectory.appendingPathComponent("paradero-keys-\(UUID())").path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: path) }
    try await body(path)
  }

  @Test func `are made once, and the recovery code is shown once`() async throws {
    try await withFolder { folder in
      let made = await run("keys", "make", "keeper", "--into", folder)
      #expect(made.code == .success)
      let code = try #require(made.output.split(separator: "\n").last).trimmingCharacters(in: .whitespaces)
      #expect(RecoveryKey(code) != nil)
      let before = try #require(FileManager.default.contents(atPath: "\(folder)/keeper.key"))
      let again = await run("keys", "make", "keeper", "--into", folder)
      #expect(again.code == .success && !again.output.contains(code))
      #expect(FileManager.default.contents(atPath: "\(folder)/keeper.key") == before)
      let service = await run("keys", "make", "service", "--into", folder)
      #expect(service.code == .success)
      for name in ["keeper.key", "keeper.pub", "keeper.recovery", "service.key"] {
        let mode = try FileManager.default.attributesOfItem(atPath: "\(folder)/\(name)")[.posixPermissions] as? Int
        #expect(mode == 0o600, "\(name)")
      }
    }
  }

  @Test func `check says what is wrong, and in which file`() async throws {
    try await withFolder { folder in
      try await withScratchDatabase { _, url in
        let environment = ["PARADERO_DATABASE_URL": url, "PARADERO_KEYS": folder]
        #expect(await run("migrate", "--kind", "test", environment: environment).code == .success)
        let missing = await run("keys", "check", "service", environment: environment)
        #expect(missing.code != .success && missing.errors.contains("service.key is missing"))
        #expect(await run("keys", "make", "service", "--into", folder).code == .success)
        #expect(await run("keys", "check", "service", environment: environment).code == .success)
        let rotated = await run("keys", "rotate", "service", "--pause", "0", environment: environment)
        #expect(rotated.code == .success, "\(rotated.errors)")
        #expect(rotated.output.contains("Version 2"))
        #expect(await run("keys", "check", "service", environment: environment).code == .success)
        // Another installation's key.
        try FileManager.default.removeItem(atPath: "\(folder)/service.key")
        #expect(await run("keys", "make", "service", "--into", folder).code == .success)
        let wrong = await run("keys", "check", "service", environment: environment)
        #expect(wrong.code != .success && wrong.errors.contains("service.key"))
        try Data("nonsense".utf8).write(to: URL(fileURLWithPath: "\(folder)/service.key"))
        let damaged = await run("keys", "check", "service", environment: environment)
        #expect(damaged.code != .success && damaged.errors.contains("damaged"))
        try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: "\(folder)/service.key")
        let open = await run("keys", "check", "service", environment: environment)
        #expect(open.code != .success && open.errors.contains("Other users may read"))
      }
    }
  }
}
