import Foundation
import Gateway
import Records
import Testing

@Suite struct `A paper as a PDF` {
  /// A request that was sent, and two visits at the door told late: enough for every part of every paper.
  private func story(_ scene: StaffSite, _ browser: inout Browser) async -> String {
    let path = await browser.file([("clientName", "Ñusta Łukasz Đặng <b>"), ("g28", "unsigned")])
    await browser.tap(path, "submitted", [("channel", "email")])
    scene.wait(seconds: 7200)
    await browser.get(path)
    await browser.tap(path, "arrived", [("channel", "in_person")])
    scene.wait(seconds: 4200)
    await browser.get(path)
    await browser.tap(path, "refused", [("because", "no_g28"), ("note", "“Come back with a form.” Badge 17.")])
    return path
  }

  static let papers: [(name: String, holds: [String], lacks: [String])] = [
    ("letter", ["Request to meet with Ñusta Łukasz Đặng <b>", "Sincerely,"], ["Chronology", "DRAFT –"]),
    ("chronology", ["Chronology", "Badge 17", "Refused at the door"], ["Sincerely"]),
    ("declaration", ["DRAFT – not a declaration", "Under 28 U.S.C. § 1746", "penalty of perjury"], ["Ñusta"]),
    ("packet", ["Sincerely,", "Nobody waits longer than an hour", "Form G-28", "Badge 17"], ["penalty of perjury"]),
  ]

  @Test(arguments: papers.indices) func `holds what its page holds, and on every page its reference`(
    _ index: Int
  ) async throws {
    let paper = Self.papers[index]
    try await StaffSite.withPlace { scene in
      var browser = try await scene.browser("ana", .attorney)
      let path = await story(scene, &browser)
      let response = await browser.get("\(path)/\(paper.name).pdf")
      #expect(response.status == .ok)
      #expect(response.headers["Content-Type"] == "application/pdf")
      let reference = try #require(path.split(separator: "/").last)
      #expect(response.headers["Content-Disposition"] == "attachment; filename=\"\(reference)-\(paper.name).pdf\"")
      guard case .bytes(let bytes) = response.body else { throw Missing() }
      if let folder = ProcessInfo.processInfo.environment["PARADERO_PICTURES"] {
        try Data(bytes).write(to: URL(filePath: folder).appending(path: "\(paper.name).pdf"))
      }
      let text = try await Self.text(of: bytes)
      for part in paper.holds { #expect(text.contains(part), "\(part)") }
      for part in paper.lacks { #expect(!text.contains(part), "\(part)") }
      let pages = text.split(separator: "\u{0C}").filter { !$0.allSatisfy(\.isWhitespace) }
      for (number, page) in pages.enumerated() {
        #expect(page.contains("Reference \(reference)"), "page \(number + 1)")
        #expect(page.contains("Page \(number + 1) of \(pages.count)"))
      }
    }
  }

  @Test func `is for the office alone, and asked for with a link`() async throws {
    try await StaffSite.withPlace { scene in
      var ana = try await scene.browser("ana", .attorney)
      let path = await ana.file()
      for paper in Self.papers { #expect(ana.page.contains("\(path)/\(paper.name).pdf")) }
      var stranger = try await scene.browser("carl", .attorney, office: "Another Office")
      var responder = try await scene.browser("rosa")
      for paper in Self.papers {
        #expect(await stranger.get("\(path)/\(paper.name).pdf").status == .notFound)
        #expect(await responder.get("\(path)/\(paper.name).pdf").status == .notFound)
      }
      #expect(await ana.get("\(path)/other.pdf").status == .notFound)
    }
  }

  struct Missing: Error {}

  /// What a reader finds in the file, by poppler's pdftotext.
  private static func text(of pdf: [UInt8]) async throws -> String {
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).pdf")
    try Data(pdf).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let tool = Process(), output = Pipe()
    tool.executableURL = URL(filePath: "/usr/bin/pdftotext")
    tool.arguments = ["-layout", file.path, "-"]
    tool.standardOutput = output
    try tool.run()
    let bytes = try output.fileHandleForReading.readToEnd() ?? Data()
    tool.waitUntilExit()
    return String(decoding: bytes, as: UTF8.self)
  }
}
