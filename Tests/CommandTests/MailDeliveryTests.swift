import CivilTime
import Foundation
import Postgres
import Services
import Stores
import TestKit
import Testing
import Vault

/// The keeper as a process, msmtp as the machine's mailer, and a mail server that notes what it takes.
@Suite(.serialized) struct `Mail that the keeper sends` {
  private static let families = 24

  @Test(.timeLimit(.minutes(5)))
  func `reaches a mail server once each, also when the keeper is killed in the middle`() async throws {
    try await withScratchDatabase { owner, url in
      let place = try MailPlace()
      defer { place.remove() }
      try await owner.execute("insert into installation (kind) values ('test') on conflict do nothing")
      let keys = KeeperKeys.generate()
      try KeyFolder(place.path).write(keys)
      for number in 0..<Self.families { try await add(number, owner, keys) }
      let server = try await place.startServer()
      defer { kill(server.processIdentifier, SIGKILL) }

      // Killed as soon as some have arrived, and once more; then left to end its work.
      for kill in [3, 9] {
        let keeper = try place.startKeeper(url)
        try await wait { try place.arrived().count >= kill }
        try await kill_(keeper)
      }
      let keeper = try place.startKeeper(url)
      try await wait {
        let (waiting, sending) = (try await count(owner, "waiting"), try await count(owner, "sending"))
        return waiting == 0 && sending <= 2
      }
      try await Task.sleep(for: .seconds(1))
      kill(keeper.processIdentifier, SIGKILL)
      try await wait { !keeper.isRunning }

      let arrived = try place.arrived()
      #expect(Set(arrived).count == arrived.count, "nobody got two messages")
      let sent = try await count(owner, "sent")
      // Two kills leave at most two messages of which nobody knows.
      #expect(sent >= Self.families - 2)
      #expect(arrived.count >= sent && arrived.count <= Self.families)
      // Nothing of anybody is in the arguments, the environment or the log.
      let log = try String(contentsOfFile: "\(place.path)/keeper.log", encoding: .utf8)
      #expect(!log.contains("planted"))
    }
  }

  /// Until it is so, a minute at most.
  private func wait(until isSo: () async throws -> Bool) async throws {
    for _ in 0..<1200 {
      if try await isSo() { return }
      try await Task.sleep(for: .milliseconds(50))
    }
    throw MailPlace.Missing(description: "the keeper did not get on; its log says why")
  }

  private func kill_(_ process: Process) async throws {
    kill(process.processIdentifier, SIGKILL)
    try await wait { !process.isRunning }
  }

  private func count(_ owner: Database, _ state: String) async throws -> Int {
    try await owner.first("select count(*) from outbox where state = \(state)")?.decode(Int.self) ?? 0
  }

  /// A family that wants mail, with a message that waits.
  private func add(_ number: Int, _ owner: Database, _ keys: KeeperKeys) async throws {
    let selector = Array(Digests.randomBytes(16))
    let contact = FamilyContact(reach: "planted-\(number)@example.org")
    let box = try keys.publicKey.seal(contact.bytes, context: FamilyContact.context(.contact, selector: selector))
    let now = Timestamp(secondsSinceEpoch: Date().timeIntervalSince1970)
    try await owner.execute(
      """
      with s as (
        insert into open_search (name, opened_at, renewed_at, expires_at, due_at)
        values ('Invented', \(now), \(now), \(now.adding(seconds: 86_400)), \(now)) returning id
      ), f as (
        insert into family_search (search_id, selector, verifier, language, wants, contact, looked_at)
        select id, \(selector), \(Digests.randomBytes(32)), 'en', 'mail', \(box), \(now) from s returning search_id)
      insert into outbox (search_id, queued_at, next_at, moved_at) select search_id, \(now), \(now), \(now) from f
      """)
  }
}

/// A folder with all that the test starts.
private struct MailPlace {
  let path: String
  let port: Int

  struct Missing: Error, CustomStringConvertible {
    let description: String
  }

  init() throws {
    path = FileManager.default.temporaryDirectory.appendingPathComponent("paradero-mail-\(UUID())").path
    port = Int.random(in: 20_000..<30_000)
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    guard FileManager.default.isExecutableFile(atPath: "/usr/bin/msmtp") else {
      throw Missing(description: "install Debian's msmtp and python3-aiosmtpd; deploy/test does")
    }
    let settings = "account default\nhost 127.0.0.1\nport \(port)\nauto_from off\nfrom news@example.org\ntimeout 20\n"
    try Data(settings.utf8).write(to: URL(fileURLWithPath: "\(path)/.msmtprc"))
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: "\(path)/.msmtprc")
  }

  func remove() { try? FileManager.default.removeItem(atPath: path) }

  /// Recipients in the order in which the server took their messages.
  func arrived() throws -> [String] {
    let text = (try? String(contentsOfFile: "\(path)/arrived", encoding: .utf8)) ?? ""
    return text.split(separator: "\n").map(String.init)
  }

  func startServer() async throws -> Process {
    let script = """
      import asyncio, sys
      from aiosmtpd.controller import Controller
      class Sink:
          async def handle_DATA(self, server, session, envelope):
              await asyncio.sleep(0.05)
              with open(sys.argv[2], 'a') as file:
                  file.write('\\n'.join(envelope.rcpt_tos) + '\\n')
              return '250 taken'
      controller = Controller(Sink(), hostname='127.0.0.1', port=int(sys.argv[1]))
      controller.start()
      open(sys.argv[2], 'a').close()
      asyncio.new_event_loop().run_forever()
      """
    let server = Process()
    server.executableURL = URL(fileURLWithPath: "/usr/bin/python3")
    server.arguments = ["-c", script, String(port), "\(path)/arrived"]
    try server.run()
    while !FileManager.default.fileExists(atPath: "\(path)/arrived") {
      guard server.isRunning else {
        throw Missing(description: "the mail server did not start: install python3-aiosmtpd")
      }
      try await Task.sleep(for: .milliseconds(50))
    }
    return server
  }

  /// The program that was built beside the tests.
  func startKeeper(_ url: String) throws -> Process {
    let tests = Bundle.allBundles.compactMap(\.executablePath).first ?? CommandLine.arguments[0]
    let program = URL(fileURLWithPath: tests).resolvingSymlinksInPath().deletingLastPathComponent()
      .appendingPathComponent("paradero")
    let keeper = Process()
    keeper.executableURL = program
    keeper.arguments = ["keeper"]
    keeper.environment = [
      "PARADERO_DATABASE_URL": url, "PARADERO_KEYS": path, "PARADERO_KEEPER_SOCKET": "\(path)/k",
      "PARADERO_SENDMAIL": "/usr/bin/msmtp", "PARADERO_MAIL_FROM": "news@example.org", "HOME": path,
      "PATH": "/usr/bin:/bin",
    ]
    let log = "\(path)/keeper.log"
    if !FileManager.default.fileExists(atPath: log) {
      _ = FileManager.default.createFile(atPath: log, contents: nil)
    }
    let handle = try FileHandle(forWritingTo: URL(fileURLWithPath: log))
    try handle.seekToEnd()
    keeper.standardOutput = handle
    keeper.standardError = handle
    try keeper.run()
    return keeper
  }
}
