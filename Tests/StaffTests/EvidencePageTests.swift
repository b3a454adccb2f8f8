import Foundation
import Gateway
import Postgres
import Records
import Services
import Testing
import Vault

/// Pages with files, for the golden tests.
enum EvidenceScene {
  static let said = [
    ("what", "Photo of the sign at the door"), ("maker", "Ana Ruiz"), ("day", "2026-11-20"), ("grade", "A"),
  ]

  static func show(_ scene: StaffSite, _ browser: inout Browser, _ path: String, _ name: String) async throws {
    await browser.get(path)
    await browser.upload("\(path)/files", said, files: [("sign.png", SampleFile.png())])
    await browser.upload(
      "\(path)/files", [("what", "Their answer"), ("grade", "A")],
      files: [("answer.eml", SampleFile.mail("No visits", "There are none."))])
    let file = try await scene.count("select min(id)::int from evidence")
    await browser.get("\(path)/files")
    await browser.post("\(path)/files/\(file)/withdrawal", [("reason", "Of another door")])
    await browser.get("\(path)/files")
    switch name {
    case "files-refused":
      await browser.upload(
        "\(path)/files", said, files: [("page.html", Array("<!doctype html><html></html>".utf8)), ("void.txt", [])])
      await browser.upload(
        "\(path)/files", said, files: [("page.html", Array("<!doctype html><html></html>".utf8)), ("a.txt", [65, 10])])
    case "files-chronology": await browser.get("\(path)/chronology")
    case "files-declaration": await browser.get("\(path)/declaration")
    default: break
    }
  }
}

@Suite struct `Files of a visit` {
  @Test func `are kept sealed, opened as a file to save, and each opening is written down first`() async throws {
    try await StaffSite.withPlace { scene in
      var browser = try await scene.browser("ana", .attorney)
      let path = await browser.file()
      let answer = await browser.upload(
        "\(path)/files", EvidenceScene.said, files: [("../../sign.png", SampleFile.png())])
      #expect(answer.status == .seeOther)
      await browser.get(path)
      let hash = Evidence.hex(Digests.sha256(SampleFile.png()))
      #expect(browser.page.contains(hash) && browser.page.contains("Photo of the sign at the door"))
      let id = try await scene.count("select id::int from evidence")
      // Nothing of it stands in the database as it came.
      let plain = try await scene.count(
        """
        select (select count(*)::int from evidence_piece where position(\(Array("IHDR".utf8)) in sealed) > 0)
          + (select count(*)::int from evidence where position(\(Array("Photo".utf8)) in told) > 0)
        """)
      #expect(plain == 0)
      for (part, name) in [("original", "exhibit-A.png"), ("copy", "exhibit-A-copy.png")] {
        let before = try await scene.count("select count(*)::int from audit_entry where verb = 'evidenceOpened'")
        let opened = await browser.post("\(path)/files/\(id)/\(part)")
        #expect(opened.status == .ok)
        #expect(opened.headers["Content-Type"] == "application/octet-stream")
        #expect(opened.headers["Content-Disposition"]?.hasPrefix("attachment; filename=\"PV-") == true)
        #expect(opened.headers["Content-Disposition"]?.contains(name) == true)
        if part == "original" { #expect(opened.body.bytes == SampleFile.png()) }
        await browser.get(path)
        let after = try await scene.count("select count(*)::int from audit_entry where verb = 'evidenceOpened'")
        #expect(after == before + 1)
      }
      let entry = try await scene.owner.first(
        "select object from audit_entry where verb = 'evidenceOpened' order by id desc limit 1")?.decode(String.self)
      #expect(entry == "evidence:\(id)")
      // The same file again is refused, and a form without words too.
      let again = await browser.upload("\(path)/files", EvidenceScene.said, files: [("b.png", SampleFile.png())])
      #expect(again.status == .unprocessableContent && browser.page.contains("The same file is here already."))
      let bare = await browser.upload("\(path)/files", [("what", ""), ("grade", "")], files: [])
      #expect(bare.status == .unprocessableContent)
      #expect(try await scene.count("select count(*)::int from evidence") == 1)
    }
  }

  @Test func `are neither seen, nor opened, nor added to by another office`() async throws {
    try await StaffSite.withPlace { scene in
      var ana = try await scene.browser("ana", .attorney),
        carl = try await scene.browser("carl", .attorney, office: "Two")
      let path = await ana.file()
      await ana.upload("\(path)/files", EvidenceScene.said, files: [("sign.png", SampleFile.png())])
      let id = try await scene.count("select id::int from evidence")
      let own = await carl.file()
      await carl.get(own)
      for page in [path, "\(path)/files"] { #expect(await carl.get(page).status == .notFound) }
      await carl.get(own)
      let token = carl.token
      for part in ["original", "copy", "withdrawal"] {
        for place in [path, own] {
          let answer = await carl.post("\(place)/files/\(id)/\(part)", [("reason", "x")], token: token)
          #expect(answer.status == .notFound, "\(place) \(part)")
        }
      }
      let added = await carl.upload("\(path)/files", EvidenceScene.said, files: [("a.txt", [65, 10])], token: token)
      #expect(added.status == .notFound)
      #expect(try await scene.count("select count(*)::int from evidence") == 1)
      #expect(try await scene.count("select count(*)::int from audit_entry where verb = 'evidenceOpened'") == 0)
      #expect(await carl.get("\(path)/files/\(id)/original").status == .methodNotAllowed)
    }
  }

  @Test func `stay as they came: a withdrawal is added, and pieces cannot be exchanged`() async throws {
    try await StaffSite.withPlace { scene in
      var browser = try await scene.browser("ana", .attorney)
      let path = await browser.file()
      await browser.upload(
        "\(path)/files", EvidenceScene.said, files: [("a.txt", Array("One.\n".utf8)), ("b.txt", Array("Two.\n".utf8))])
      let first = try await scene.count("select min(id)::int from evidence")
      await browser.get(path)
      #expect(
        await browser.post("\(path)/files/\(first)/withdrawal", [("reason", " ")]).status == .unprocessableContent)
      await browser.get(path)
      #expect(await browser.post("\(path)/files/\(first)/withdrawal", [("reason", "Wrong day")]).status == .seeOther)
      await browser.get(path)
      #expect(browser.page.contains("Reason: Wrong day"))
      await browser.get("\(path)/declaration")
      #expect(!browser.page.contains("Exhibit A:") && browser.page.contains("Exhibit B:"))
      for table in ["evidence", "evidence_piece", "evidence_withdrawal"] {
        let deleting = TrustedScript(embeddedInBinary: Array("delete from \(table)".utf8), name: "a test")
        let error = await #expect(throws: PostgresError.self) {
          try await scene.owner.transaction { try await $0.runScript(deleting) }
        }
        #expect(error?.constraint == "What happened is only ever appended", "\(table)")
      }
      // Somebody who may do anything to the database exchanges the pieces of two files.
      try await scene.owner.runScript(
        """
        alter table evidence_piece disable trigger user;
        update evidence_piece p set sealed = o.sealed from evidence_piece o
        where o.part = p.part and o.number = p.number and o.evidence_id <> p.evidence_id;
        """)
      await browser.get(path)
      let opened = await browser.post("\(path)/files/\(first)/original")
      #expect(opened.status == .internalServerError)
      #expect(try await scene.count("select count(*)::int from audit_entry where verb = 'evidenceOpened'") == 0)
    }
  }

  @Test func `are refused where there is no key, and nothing is stored`() async throws {
    try await StaffSite.withPlace(hasKey: false) { scene in
      var browser = try await scene.browser("ana", .attorney)
      let path = await browser.file()
      let answer = await browser.upload("\(path)/files", EvidenceScene.said, files: [("a.png", SampleFile.png())])
      #expect(answer.status == .unprocessableContent && browser.page.contains("has no key to lock files with"))
      #expect(try await scene.count("select count(*)::int from evidence") == 0)
    }
  }

  @Test func `cost themselves alone when they are of another kind, empty or too large`() async throws {
    try await StaffSite.withPlace { scene in
      var browser = try await scene.browser("ana", .attorney)
      let path = await browser.file()
      let large = [UInt8](repeating: 65, count: EvidenceService.mostBytes + 1)
      let answer = await browser.upload(
        "\(path)/files", EvidenceScene.said,
        files: [("page.html", Array("<!doctype html><html></html>".utf8)), ("l.txt", large), ("a.txt", [65, 10])])
      #expect(answer.status == .unprocessableContent)
      #expect(browser.page.contains("It is none of the kinds") && browser.page.contains("It is larger than 25 MB."))
      #expect(browser.page.contains("1 file was taken."))
      #expect(try await scene.count("select count(*)::int from evidence") == 1)
    }
  }

  @Test func `that are pasted e-mails are kept as such, with a note that one came`() async throws {
    try await StaffSite.withPlace { scene in
      var browser = try await scene.browser("ana", .attorney)
      let path = await browser.file()
      let answer = await browser.post(
        "\(path)/files", [("mail", "From: Sample Desk <desk@example.org>\r\nSubject: No\r\n\r\nNo visits today.")])
      #expect(answer.status == .seeOther)
      await browser.get(path)
      #expect(browser.page.contains("The e-mail says it is from: Sample Desk"))
      #expect(browser.page.contains("An e-mail came; it is among the files."))
      let note = try await scene.owner.first("select kind, channel, note is null from visit_event")
      #expect(try note?.decode(String.self, String.self, Bool.self) ?? ("", "", false) == ("note", "email", true))
    }
  }
}

@Suite struct `A maildir` {
  private static func maildir() throws -> URL {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    for part in ["new", "cur", "tmp"] {
      try FileManager.default.createDirectory(
        at: folder.appendingPathComponent(part), withIntermediateDirectories: true)
    }
    return folder
  }

  private static func put(_ name: String, _ mail: [UInt8], in folder: URL) throws {
    try Data(mail).write(to: folder.appendingPathComponent("new/\(name)"))
  }

  private static func names(_ part: String, in folder: URL) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.appendingPathComponent(part).path).sorted()
  }

  @Test func `gives each mail to the one request that it names, once, and keeps all others`() async throws {
    try await StaffSite.withPlace { scene in
      var browser = try await scene.browser("ana", .attorney)
      let path = await browser.file()
      let one = try await scene.newest().reference
      _ = await browser.file()
      let two = try await scene.newest().reference
      let folder = try Self.maildir()
      defer { try? FileManager.default.removeItem(at: folder) }
      try Self.put("1.host", SampleFile.mail("Re: \(one)", "No visits.", id: "<1@example.org>"), in: folder)
      try Self.put("2.host:2,", SampleFile.mail("Answer", "About \(two.lowercased()).", id: nil), in: folder)
      try Self.put("3.host", SampleFile.mail("Re: \(one) and \(two)", "Both."), in: folder)
      try Self.put("4.host", SampleFile.mail("Re: PV-000000", "Nobody's."), in: folder)
      try Self.put("5.host", [0xFF, 0xD8, 0xFF, 0xE0] + [UInt8](repeating: 7, count: 99), in: folder)
      // The same message delivered twice, by another way.
      let again =
        Array("Received: from elsewhere\r\n".utf8) + SampleFile.mail("Re: \(one)", "No visits.", id: "<1@example.org>")
      try Self.put("6.host", again, in: folder)
      let now = scene.now
      let report = try await MailIngest(scene.evidence).run(folder.path) { now }
      #expect(report.kept == 2 && report.known == 1)
      #expect(report.ambiguous == ["3.host"] && report.unnamed == ["4.host"])
      #expect(report.refused.map(\.file) == ["5.host"])
      #expect(try Self.names("new", in: folder) == ["3.host", "4.host", "5.host"])
      #expect(try Self.names("cur", in: folder) == ["1.host:2,S", "2.host:2,S", "6.host:2,S"])
      await browser.get(path)
      #expect(browser.page.contains("Came by mail") && browser.page.contains("paradero mail ingest"))
      let events = try await scene.count(
        "select count(*)::int from visit_event where account_id is null and kind = 'note' and channel = 'email'")
      #expect(events == 2)
    }
  }

  @Test func `gives nothing twice after a crash between keeping a mail and moving it`() async throws {
    try await StaffSite.withPlace { scene in
      var browser = try await scene.browser("ana", .attorney)
      _ = await browser.file()
      let reference = try await scene.newest().reference
      let folder = try Self.maildir()
      defer { try? FileManager.default.removeItem(at: folder) }
      let mail = SampleFile.mail("Re: \(reference)", "No visits.")
      let now = scene.now
      for _ in 0..<2 {
        // As it lies there again when the move did not happen.
        try Self.put("1.host", mail, in: folder)
        _ = try await MailIngest(scene.evidence).run(folder.path) { now }
      }
      #expect(try await scene.count("select count(*)::int from evidence") == 1)
      #expect(try await scene.count("select count(*)::int from visit_event") == 1)
      #expect(try Self.names("new", in: folder).isEmpty)
    }
  }
}
