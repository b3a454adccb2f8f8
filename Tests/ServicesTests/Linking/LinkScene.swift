import CivilTime
import Foundation
import Testing

@testable import Services

/// A folder with lists to link, gone afterwards.
struct LinkScene {
  let folder: URL

  static func with<Result>(_ body: (LinkScene) async throws -> Result) async throws -> Result {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("link-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    return try await body(LinkScene(folder: folder))
  }

  func path(_ name: String) -> String { folder.appendingPathComponent(name).path }

  @discardableResult func write(_ name: String, _ text: String) throws -> String {
    try write(name, Data(text.utf8))
  }

  @discardableResult func write(_ name: String, _ data: Data) throws -> String {
    try data.write(to: folder.appendingPathComponent(name))
    return path(name)
  }

  /// Links and gives what was written, line by line without the headings.
  func link(
    _ lists: LinkOptions.Lists, change: (inout LinkOptions) -> Void = { _ in }
  ) async throws -> (report: LinkReport, header: String, matches: [[String]]) {
    var options = LinkOptions(lists, output: path("matches.csv"))
    change(&options)
    let day = try #require(CivilDate(iso: "2026-11-20"))
    let report = try await FileLinking(share: SearchScene.share).run(options, today: day)
    let lines = try String(contentsOfFile: options.output, encoding: .utf8).split(separator: "\n").map(String.init)
    return (
      report, lines.first ?? "",
      lines.dropFirst().map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
    )
  }

  func link(_ left: String, _ right: String) async throws -> [String] {
    try await link(.two(left: write("left.csv", left), right: write("right.csv", right))).matches.map {
      $0.prefix(2).joined(separator: " = ")
    }
  }
}
