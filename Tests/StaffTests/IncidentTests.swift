import CivilTime
import Foundation
import Gateway
import Phrasebook
import Postgres
import Records
import Services
import Site
import Stores
import Testing
import Vault

@Suite struct `Every reviewed incident, to be given away` {
  /// What nobody may find in what is given away; none of it is anybody's.
  private static let planted = [
    "Zoraida Quetzalcoatl", "Quetzalcoatl", "QUETZALCOATL", "zoraida", "A 098-765-432", "098765432", "123-45-6789",
    "213-555-0142", "zq@example.org", "1420 Sample Street", "1990-03-04", "March 4, 1990", "Tecumseh Abernathy",
    "Abernathy",
  ]

  private func withIncident(_ body: (inout ReviewScene, inout Browser) async throws -> Void) async throws {
    try await StaffSite.withPlace(poolSize: 3) { site in
      var attorney = try await site.browser("ana", .attorney)
      let path = await attorney.arrive(for: "Zoraida Quetzalcoatl")
      try await site.owner.execute(
        "alter table visit_request disable trigger user")
      try await site.owner.execute(
        """
        update visit_request set client_birth = '1990-03-04', client_a_number = '098765432',
          asker_name = 'Tecumseh Abernathy'
        """)
      site.wait(seconds: 4200)
      await attorney.get(path)
      await attorney.tap(
        path, "refused",
        [
          ("because", "no_g28"),
          (
            "note",
            "Officer said “Zoraida Quetzalcoatl, A 098-765-432, born March 4, 1990 (1990-03-04), SSN 123-45-6789” and told Mr. Abernathy to call 213-555-0142 or zq@example.org; she lives at 1420 Sample Street. QUETZALCOATL was not seen. Badge 17."
          ),
        ])
      var scene = ReviewScene(site: site, path: path, attorney: attorney)
      var monitor = try await scene.monitor()
      let one = try await scene.newest()
      try await scene.decide(&monitor, one.id, "upheld", [("reason", "The times agree, says Zoraida.")])
      try await body(&scene, &monitor)
    }
  }

  @Test func `has the incident and what was decided, and nowhere in its bytes who it was`() async throws {
    try await withIncident { _, monitor in
      let response = await monitor.get("/en/staff/review/incidents.csv?from=2026-11-01&until=2026-12-01")
      #expect(response.status == .ok && response.headers["Content-Type"] == "text/csv; charset=utf-8")
      let text = String(decoding: response.body.bytes, as: UTF8.self)
      let rows = text.split(separator: "\r\n")
      #expect(rows.count == 3 && rows[0].contains("not covered") && rows[1].hasPrefix("incident,place_code,"))
      #expect(rows[2].hasPrefix("1,LOSHOLD,Los Angeles Hold Room,2026-11-20,WAIT-60/1,heuristic,"))
      #expect(rows[2].contains(",upheld,") && rows[2].contains("Badge 17.") && rows[2].contains(",no,D11,"))
      #expect(rows[2].contains("name 3; A-number 1; social security number 1; telephone 1; e-mail 1; address 1; day 2"))
      for word in Self.planted { #expect(!text.contains(word), "\(word)") }
      #expect(IncidentTable.dictionary.map(\.column).joined(separator: ",") == String(rows[1]))
    }
  }

  @Test(arguments: ["en", "es"])
  func `is in the printed report, whose bytes do not hold it either`(_ language: String) async throws {
    try await withIncident { _, monitor in
      let response = await monitor.get("/\(language)/staff/review/report.pdf?from=2026-11-01&until=2026-12-01")
      #expect(response.status == .ok && response.headers["Content-Type"] == "application/pdf")
      let bytes = response.body.bytes
      if let folder = ProcessInfo.processInfo.environment["PARADERO_PICTURES"] {
        try Data(bytes).write(to: URL(filePath: folder).appending(path: "report-\(language).pdf"))
      }
      // As it is read, as it is stored, and with every stream of it unpacked.
      let read = try Self.run("pdftotext -layout - -", bytes)
      let unpacked = try Self.run(
        """
        python3 -c 'import re,sys,zlib
        data = sys.stdin.buffer.read()
        sys.stdout.buffer.write(data)
        for part in re.findall(rb"stream\\r?\\n(.*?)endstream", data, re.S):
            try: sys.stdout.buffer.write(zlib.decompressobj().decompress(part))
            except zlib.error: pass
        '
        """, bytes)
      #expect(unpacked.count > bytes.count)
      let words = String(decoding: read, as: UTF8.self), stored = String(decoding: unpacked, as: UTF8.self)
      for word in Self.planted {
        #expect(!words.contains(word) && !stored.contains(word), "\(word)")
      }
      #expect(words.contains("Badge 17") && words.contains("WAIT-60/1") && words.contains("Los Angeles"))
      let expected =
        language == "en"
        ? ["Report on access to counsel", "not a random sample", "Wilson", "Every reviewed incident", "Upheld"]
        : ["Informe sobre el acceso a abogados", "no es una muestra al azar", "Wilson", "Confirmado"]
      let flat = words.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      for word in expected { #expect(flat.contains(word), "\(word)") }
    }
  }

  @Test func `is printed by its number, place, term and day where there are too many`() async throws {
    try await withIncident { scene, _ in
      let from = try #require(CivilDate(iso: "2026-11-01")), until = try #require(CivilDate(iso: "2026-12-01"))
      let database = scene.site.visitDatabase, query = FigureQuery(from: from, until: until, asOf: scene.site.now)
      let figures = FigureService(database, judge: DoorClock())
      let content = try await ReportContent(
        query, incidents: try await IncidentService(database, judge: DoorClock()).reviewed(query)
      ) { try await figures.report($0) }
      #expect(content.incidents.count == 1)
      for (most, isIndex) in [(1, false), (0, true)] {
        let page = ReportPrintPage(content, phrases: .english, isPractice: false, mostInFull: most)
        let text = String(decoding: page.document, as: UTF8.self)
        #expect(text.contains("Badge 17") == !isIndex && text.contains("WAIT-60/1"))
        #expect(text.contains("Los Angeles Hold Room · LOSHOLD") == isIndex)
        #expect(text.contains("<td>2026-11-20: 1</td>") == isIndex)
        #expect(text.contains("too many to print each in full") == isIndex)
        for word in Self.planted { #expect(!text.contains(word), "\(word)") }
      }
    }
  }

  @Test func `is for monitors, and for reports at the command line`() async throws {
    try await withIncident { scene, _ in
      for path in ["incidents.csv", "report.pdf"] {
        #expect(await scene.attorney.get("/en/staff/review/\(path)").status == .forbidden)
      }
      for (actor, rows) in [("account:1", 0), ("service:sweep", 0), ("", 0), ("service:report", 1)] {
        let seen = try await scene.site.visitDatabase.transaction(actor: actor) { session in
          try await session.first(
            "select count(*) from paradero.reviewed_incidents(now() + interval '9 years', '2000-01-01', '2100-01-01', null)"
          )?.decode(Int.self)
        }
        #expect(seen == rows, "\(actor)")
      }
    }
  }

  private static func run(_ command: String, _ input: [UInt8]) throws -> [UInt8] {
    let file = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try Data(input).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let tool = Process(), output = Pipe()
    tool.executableURL = URL(filePath: "/bin/bash")
    tool.arguments = ["-c", "\(command) < \(file.path)"]
    tool.standardOutput = output
    try tool.run()
    let bytes = try output.fileHandleForReading.readToEnd() ?? Data()
    tool.waitUntilExit()
    return [UInt8](bytes)
  }
}

@Suite struct `Checkpoints on the site` {
  @Test(arguments: ["en", "es"])
  func `are taken by every member, with the key`(_ language: String) async throws {
    try await StaffSite.with { scene in
      var rosa = try await scene.browser("rosa")
      await rosa.get("/\(language)/staff/checkpoints")
      let key = try #require(scene.signing?.publicKey.hex)
      #expect(rosa.page.contains(key))
      try await scene.owner.execute("select paradero.append_audit(\(scene.now), 'nobody', 'merged', 'none', '', '{}')")
      let made = try await CheckpointService(scene.visitDatabase).make(try #require(scene.signing), now: scene.now)
      let line = try #require(made?.line)
      await rosa.get("/\(language)/staff/checkpoints")
      #expect(rosa.page.contains(line))
      let all = await rosa.get("/\(language)/staff/checkpoints?text=1")
      #expect(all.headers["Content-Type"] == "text/plain; charset=utf-8")
      #expect(String(decoding: all.body.bytes, as: UTF8.self) == line + "\n")
    }
  }
}
