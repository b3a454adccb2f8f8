import Foundation
import Testing

@testable import paradero

@Suite struct Configurations {
  @Test func `shows what is in force and hides secrets`() async {
    let secret = "postgresql://migrator:hunter2@db/records"
    let ran = await run(
      "config", "--origin", "https://example.org",
      environment: ["PARADERO_DATABASE_URL": secret, "PARADERO_POOL_SIZE": "3"])
    #expect(ran.code == .success)
    #expect(!ran.output.contains("hunter2"))
    #expect(ran.output.contains("PARADERO_DATABASE_URL") && ran.output.contains("(hidden)  (environment)"))
    #expect(ran.output.contains("https://example.org  (flag)"))
    #expect(ran.output.contains("3  (environment)"))
    #expect(ran.output.contains("/run/paradero/web.sock  (standard)"))
  }

  @Test func `a flag wins over the environment`() throws {
    let arguments = try Arguments(["--socket", "/b"], usage: Usage(options: Program.commonOptions))
    let configuration = try Configuration(environment: ["PARADERO_SOCKET": "/a"], arguments: arguments)
    #expect(configuration[Settings.socket] == "/b")
  }

  @Test func `a secret may lie in a credential file`() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try "postgresql:///records\n".write(
      to: folder.appendingPathComponent("PARADERO_DATABASE_URL"), atomically: true, encoding: .utf8)
    let configuration = try Configuration(environment: ["CREDENTIALS_DIRECTORY": folder.path])
    #expect(configuration[Settings.databaseURL] == "postgresql:///records")
  }

  @Test func `a secret has no flag`() {
    #expect(Settings.all.filter(\.isSecret).allSatisfy { $0.option == nil })
  }

  @Test func `a value that is none is refused by name, without being shown if it is secret`() async {
    let ran = await run("config", environment: ["PARADERO_POOL_SIZE": "many"])
    #expect(ran.code == .configuration)
    #expect(ran.errors == "paradero: PARADERO_POOL_SIZE takes N, not “many”.\n")
  }

  @Test func `every setting has a name of its own and a summary`() {
    #expect(Set(Settings.all.map(\.name)).count == Settings.all.count)
    #expect(Settings.all.allSatisfy { $0.name.hasPrefix("PARADERO_") && !$0.summary.isEmpty })
  }
}
