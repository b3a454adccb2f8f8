import Foundation
import TestKit
import Testing
import Vault

@testable import paradero

@Suite struct `Accounts at the command line` {
  private func installation(
    _ kind: String, _ body: (_ run: (String...) async -> Ran) async throws -> Void
  ) async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "paradero-keys-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
    defer { try? FileManager.default.removeItem(at: folder) }
    try KeyFolder(folder.path).write(ServiceKeys.generate())
    try await withScratchDatabase { _, url in
      let environment = [
        "PARADERO_DATABASE_URL": url, "PARADERO_ORIGIN": "https://paradero.example", "PARADERO_KEYS": folder.path,
      ]
      let settled = await run(words: ["migrate", "--kind", kind], environment: environment)
      #expect(settled.code == .success, "\(settled.errors)")
      try await body { (words: String...) in await run(words: words, environment: environment) }
    }
  }

  /// What looks like a one-time code.
  private static func code(_ text: String) -> String? {
    text.firstMatch(of: /([0-9A-Z]{4}-){5}[0-9A-Z]{2}/).map { String($0.output.0) }
  }

  @Test func `are invited, listed and disabled`() async throws {
    try await installation("production") { run in
      let none = await run("account", "list")
      #expect(none.output.contains("account invite"))
      let invited = await run("account", "invite", "maria", "--role", "responder", "--organisation", "Red")
      #expect(invited.code == .success, "\(invited.errors)")
      let first = try #require(Self.code(invited.output))
      #expect(invited.output.contains("https://paradero.example/en/staff/one-time-code"))
      let again = await run("account", "reset-factor", "maria")
      let second = try #require(Self.code(again.output))
      #expect(first != second)
      let listed = await run("account", "list")
      #expect(listed.output.hasPrefix("maria  responder    since "))
      #expect(!listed.output.contains(second))
      let disabled = await run("account", "disable", "maria")
      #expect(disabled.code == .success)
      #expect(await run("account", "list").output.contains("disabled"))
      #expect(await run("account", "reset-factor", "maria").code == .badData)
    }
  }

  @Test func `give a new installation its operator, again while nobody has come in`() async throws {
    try await installation("production") { run in
      let first = await run("account", "invite", "operator", "--role", "operator", "--if-none")
      let second = await run("account", "invite", "operator", "--role", "operator", "--if-none")
      let codes = [first, second].compactMap { Self.code($0.output) }
      #expect(Set(codes).count == 2)
      #expect(await run("account", "list").output.filter { $0 == "\n" }.count == 1)
    }
  }

  @Test func `of a demo have passwords and codes that are printed`() async throws {
    try await installation("demo") { run in
      let all = await run("sample", "code")
      #expect(all.code == .success, "\(all.errors)")
      #expect(all.output.matches(of: /sample-[a-z]+, second factor [0-9]{6}/).count == 6)
      #expect(all.output.contains("quiet harbor seven lanterns"))
      let one = await run("sample", "code", "sample-responder")
      #expect(one.output.contains("second factor"))
      let bare = await run("sample", "code", "sample-responder", "--bare")
      #expect(bare.output.wholeMatch(of: /[0-9]{6}\n/) != nil)
      #expect(await run("sample", "code", "maria").code == .badData)
    }
  }

  @Test(arguments: ["production", "test"]) func `of a demo are refused elsewhere`(_ kind: String) async throws {
    try await installation(kind) { run in
      for words in [["sample", "code"], ["sample", "code", "sample-operator"]] {
        let ran = words.count == 2 ? await run(words[0], words[1]) : await run(words[0], words[1], words[2])
        #expect(ran.code == .notPermitted)
        #expect(ran.output.isEmpty)
        #expect(ran.errors.contains("not a demo"))
      }
      #expect(await run("account", "list").output.contains("There are no accounts"))
    }
  }

  static let mistakes: [(words: [String], part: String)] = [
    (["account", "invite", "maria"], "--role is missing"),
    (["account", "invite", "maria", "--role", "king"], "operator, responder, attorney"),
    (["account", "invite", "maria", "--role", "monitor"], "needs --organisation"),
    (["account", "invite", "maria", "--role", "interpreter"], "needs --under"),
    (["sample", "code", "--bare"], "name it"),
    (["account", "invite", "maria", "--role", "attorney"], "needs --office"),
    (["account", "invite"], "NAME is missing"), (["account", "reset-factor"], "NAME is missing"),
  ]

  @Test(arguments: mistakes.indices) func `say what is wrong with the words`(_ index: Int) async {
    let ran = await run(words: Self.mistakes[index].words)
    #expect(ran.code == .usage)
    #expect(ran.errors.contains(Self.mistakes[index].part), "\(ran.errors)")
  }
}
