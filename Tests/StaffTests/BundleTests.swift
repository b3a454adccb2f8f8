import CivilTime
import Foundation
import Gateway
import Postgres
import Records
import Services
import Vault
import Site
import Testing

@Suite struct `A bundle made by a reviewer` {
  private static let secret = "The sergeant’s log agrees; my doubts are mine."

  /// A request with a file, found to break an order and to keep it once, of which one thing was decided; and another that
  /// nobody opened.
  private func withBundle(
    isOpened: Bool = true, _ body: (inout ReviewScene, inout Browser, [String: [UInt8]]) async throws -> Void
  ) async throws {
    try await ReviewScene.with { scene in
      await scene.attorney.get("\(scene.path)/files")
      await scene.attorney.upload(
        "\(scene.path)/files", [("what", "Photo of the sign"), ("grade", "A")],
        files: [("sign.png", SampleFile.png())])
      #expect(try await scene.site.count("select count(*)::int from evidence") == 1)
      try await scene.findOrder(version: 1)
      try await scene.findOrder(version: 2, outcome: "met")
      var monitor = try await scene.monitor()
      let one = try await scene.newest()
      if isOpened {
        await monitor.get("/en/staff/review/\(one.id)")
        await monitor.post(
          "/en/staff/review/\(one.id)",
          [("step", "open"), ("finding", String(one.finding)), ("because", "For the bundle of the hearing")])
      }
      try await scene.decide(&monitor, one.id, "not_upheld", [("reason", Self.secret)])
      // What happened at the very moment of the making is not in it.
      scene.site.wait(seconds: 60)
      let response = await ask(&monitor)
      #expect(response.status == .ok && response.headers["Content-Type"] == "application/x-tar")
      try await body(&scene, &monitor, try unpack(response.body.bytes, key: scene.site.signing?.publicKey.hex ?? ""))
    }
  }

  @discardableResult
  private func ask(_ monitor: inout Browser, _ changes: [(String, String)] = []) async -> Response {
    await monitor.get("/en/staff/review/bundle")
    let usual = [
      ("about", "place"), ("which", "LOSHOLD"), ("from", "2026-11-01"), ("until", "2026-11-30"),
      ("reason", "Hearing of December"),
    ]
    let changed = Set(changes.map(\.0))
    return await monitor.post("/en/staff/review/bundle", usual.filter { !changed.contains($0.0) } + changes)
  }

  /// The files of an archive, after it was found whole.
  private func unpack(_ archive: [UInt8], key: String) throws -> [String: [UInt8]] {
    let folder = FileManager.default.temporaryDirectory.appending(path: "paradero-unpacked-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "BUNDLE.tar")
    try Data(archive).write(to: file)
    let trusted = try #require(SigningPublicKey(text: key))
    let report = try BundleCheck.check(file.path, trusting: [trusted])
    #expect(report.faults.isEmpty && report.isTrusted == true, "\(report.faults)")
    let tool = Process()
    tool.executableURL = URL(filePath: "/bin/bash")
    tool.arguments = ["-c", "set -e\n" + BundleForm.recipe]
    tool.currentDirectoryURL = folder
    tool.standardOutput = FileHandle.nullDevice
    tool.standardError = FileHandle.nullDevice
    try tool.run()
    tool.waitUntilExit()
    #expect(tool.terminationStatus == 0, "the recipe fails")
    let root = folder.appending(path: BundleForm.folder)
    var files: [String: [UInt8]] = [:]
    for name in try FileManager.default.subpathsOfDirectory(atPath: root.path) {
      if let data = FileManager.default.contents(atPath: root.appending(path: name).path) {
        files[name] = [UInt8](data)
      }
    }
    return files
  }

  private func text(_ files: [String: [UInt8]], _ name: String) -> String {
    String(decoding: files[name] ?? [], as: UTF8.self)
  }

  @Test func `holds the evidence, the story, the draft, and what speaks against`() async throws {
    try await withBundle { scene, _, files in
      #expect(files["requests/001/exhibit-a.png"] == SampleFile.png())
      #expect(text(files, "requests/001/chronology.md").contains("Badge 17 said no."))
      let draft = text(files, "requests/001/declaration-draft.md")
      #expect(draft.contains("DRAFT: not a declaration") && draft.contains("28 U.S.C. § 1746"))
      #expect(!draft.contains("Sample Client") && draft.contains("S. C."))
      let findings = text(files, "findings.csv")
      #expect(findings.contains("ORDER/1") && findings.contains("not upheld") && findings.contains("ORDER/2"))
      let contrary = text(files, "contrary.md")
      #expect(contrary.contains("ORDER/2, met 1 time") && contrary.contains("- ORDER/1, request 1,"))
      // The door's clock is a heuristic that nobody compared: it stays off, and the bundle says so.
      #expect(!findings.contains("WAIT-60"))
      let leftOff = text(files, "left-off.md").split(separator: "## Findings that are a matter of judgement")
      #expect(leftOff.count == 2 && leftOff[1].contains("- WAIT-60/1: 1.") && leftOff[0].contains("None."))
      #expect(text(files, "README.md").contains("Findings under rules whose text nobody has compared are not in here"))
      let index = text(files, "index.md")
      for name in files.keys { #expect(index.contains(name), "\(name)") }
      #expect(text(files, "audit.jsonl").contains("\"verb\":\"caseOpened\""))
      #expect(text(files, "requests/001/files.csv").contains("A,exhibit-a.png,png,A"))
      #expect(scene.path.contains(text(files, "index.md").firstMatch(of: /PV-[0-9A-Z]{6}/)?.output ?? "none"))
    }
  }

  @Test func `holds no reviewer's words, and claims nothing for a court to say`() async throws {
    try await withBundle { _, _, files in
      for (name, bytes) in files {
        let text = String(decoding: bytes, as: UTF8.self)
        #expect(
          !text.contains("sergeant") && !text.contains("Hearing of December") && !text.contains("bundle of the hear"))
        #expect(!text.lowercased().contains("admissib"), "\(name)")
        #expect(!text.contains("012345678") && !text.contains("A 012"), "\(name)")
      }
    }
  }

  @Test func `names nobody and tells no time of what the reviewer has not opened`() async throws {
    try await withBundle(isOpened: false) { _, _, files in
      #expect(files["requests/001/exhibit-a.png"] == nil && files["requests/001/declaration-draft.md"] == nil)
      let all = files.values.map { String(decoding: $0, as: UTF8.self) }.joined()
      for word in ["Sample Client", "Ana Ruiz", "ana", "Badge 17", "PV-", "5:40", "Photo of the sign"] {
        #expect(word == "ana" ? !all.contains(" ana ") : !all.contains(word), "\(word)")
      }
      #expect(text(files, "requests/001/chronology.md").contains("bands of two hours"))
      #expect(text(files, "requests/001/files.csv").contains("A,no,png,A"))
      #expect(text(files, "left-off.md").contains("did not open for review: 1 of 1"))
    }
  }

  @Test func `is the same bytes when it is made again at the same moment, and each making is in the log`() async throws
  {
    try await withBundle { scene, monitor, _ in
      let first = await ask(&monitor).body.bytes
      let second = await ask(&monitor).body.bytes
      #expect(first == second && !first.isEmpty)
      #expect(try await scene.site.count("select count(*)::int from audit_entry where verb = 'bundleMade'") == 3)
      #expect(try await scene.site.count("select count(*)::int from audit_entry where verb = 'evidenceOpened'") == 3)
      let purpose = try await scene.site.owner.first(
        "select purpose from audit_entry where verb = 'bundleMade' order by id limit 1")?.decode(String.self)
      #expect(purpose == "Hearing of December")
    }
  }

  static let wrong: [(changes: [(String, String)], says: String)] = [
    ([("which", "")], "Say which place"), ([("which", "NOWHERE")], "There is no place with this code"),
    ([("about", "order"), ("which", "9:99-cv-99999")], "No rule of the rulebook names this docket"),
    ([("about", "requests"), ("which", "PV-000000")], "You have not opened one of these requests"),
    ([("from", "yesterday")], "The days were not understood"),
    ([("until", "2026-10-01")], "The days were not understood"),
    ([("from", "2020-01-01"), ("until", "2020-01-02")], "Nothing was reported about these days"),
    ([("reason", " ")], "Give a reason"),
  ]

  @Test(arguments: wrong.indices) func `says what is wrong with what was asked`(_ index: Int) async throws {
    let row = Self.wrong[index]
    try await ReviewScene.with { scene in
      var monitor = try await scene.monitor()
      let answer = await ask(&monitor, row.changes)
      #expect(answer.status == .unprocessableContent && monitor.page.contains(row.says))
      #expect(try await scene.site.count("select count(*)::int from audit_entry where verb = 'bundleMade'") == 0)
    }
  }

  @Test func `is not made by others, nor of what is the reviewer's own, nor without a fresh sign-in`() async throws {
    try await ReviewScene.with { scene in
      #expect(await ask(&scene.attorney).status == .forbidden)
      // A database role that says that it bundles is shown nothing, unless it acts for a monitor who opened it.
      for actor in ["account:1", "service:report", ""] {
        let seen = try await scene.site.visitDatabase.transaction(actor: actor) { session in
          try await session.execute("select set_config('paradero.bundling', 'on', true)")
          return try await session.first(
            """
            select (select count(*) from paradero.bundle_requests(null, '2000-01-01', '2100-01-01', null, null))
              + (select count(*) from paradero.bundle_audit('{}', now()))
            """)?.decode(Int.self)
        }
        #expect(seen == 0, "\(actor)")
      }
      var monitor = try await scene.monitor()
      let one = try await scene.newest()
      let unmarked = try await scene.site.visitDatabase.transaction(actor: "account:2") { session in
        try await session.first("select count(*) from visit_request")?.decode(Int.self)
      }
      #expect(unmarked == 0 && one.id > 0)
      scene.site.wait(seconds: 700)
      #expect(await ask(&monitor).status == .forbidden)
    }
  }
}
