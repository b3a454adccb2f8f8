import Foundation
import Testing

@testable import paradero

@Suite struct `Linking lists at the command line` {
  private static func folder<Result>(_ body: (String) async throws -> Result) async throws -> Result {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("link-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try "id,name,dob\na,Esteban Villareal,1984-03-09\nb,Ana Paz,1990-01-01\n".write(
      toFile: folder + "/left.csv", atomically: true, encoding: .utf8)
    try "id,name,dob\nr1,\"VILLARREAL, ESTEBAN\",1984-03-09\n".write(
      toFile: folder + "/right.csv", atomically: true, encoding: .utf8)
    return try await body(folder)
  }

  @Test func `writes the matches and says what it did`() async throws {
    try await Self.folder { folder in
      let ran = await run("link", folder + "/left.csv", folder + "/right.csv", "--out", folder + "/matches.csv")
      #expect(ran.code == .success)
      #expect(ran.errors.isEmpty)
      #expect(ran.output.contains("left.csv: 2 rows taken, 0 left out.\n"))
      #expect(ran.output.contains("1 matches in "))
      let written = try String(contentsOfFile: folder + "/matches.csv", encoding: .utf8)
      #expect(written.hasPrefix("left_id,right_id,weight,probability\na,r1,"))
      let mode = try FileManager.default.attributesOfItem(atPath: folder + "/matches.csv")[.posixPermissions] as? Int
      #expect(mode == 0o600)
    }
  }

  static let faulty: [(words: [String], code: ExitCode, sentence: String)] = [
    ([], .usage, "--out is missing."),
    (["--out", "m.csv"], .usage, "Name two lists to link, or one with --dedupe FILE."),
    (["a.csv", "--out", "m.csv"], .usage, "Name two lists to link, or one with --dedupe FILE."),
    (["a.csv", "b.csv", "--dedupe", "c.csv", "--out", "m.csv"], .usage, "--dedupe takes one file and no others"),
    (["-", "-", "--out", "m.csv"], .usage, "Only one of the two lists can be standard input."),
    (
      ["a.csv", "b.csv", "--out", "m.csv", "--threshold", "2"], .usage,
      "--threshold takes a number from 0 to 1, not “2”."
    ),
    (["/no/such/list.csv", "b.csv", "--out", "m.csv"], .missingInput, "There is no file “/no/such/list.csv”."),
  ]

  @Test(arguments: faulty) func `says in one sentence what it cannot do`(
    _ row: (words: [String], code: ExitCode, sentence: String)
  ) async {
    let ran = await run(words: ["link"] + row.words)
    #expect(ran.code == row.code)
    #expect(ran.errors.hasPrefix("paradero: \(row.sentence)"), "\(ran.errors)")
    #expect(ran.errors.filter { $0 == "\n" }.count == 1)
  }
}
