import Foundation
import Testing

@testable import CounselRules

@Suite struct `A rule that is wrong` {
  private static let name = "orders/B18-HOURS-BD.1.json"

  static let cases: [(old: String, new: String, words: String)] = [
    (#""version": 1,"#, #""version": 0,"#, "version: 0 is less than 1."),
    (#""version": 1,"#, "", "version: This is missing. 1, 2, 3 …"),
    (#""D03""#, #""D35""#, "patterns[0]: “D35” is not written as it must be. D01 to D34."),
    (#""openMinutes""#, #""openHours""#, "predicate: There is no predicate “openHours”; there are"),
    (
      #""businessMinutes": 480"#, #""businessMinutes": "480""#,
      "parameters.businessMinutes: “480” is not a whole number."
    ),
    (#""businessMinutes": 480"#, #""limitMinutes": 480"#, "parameters.limitMinutes: “openMinutes” does not read this"),
    (#""kind": "order""#, #""kind": "rumour""#, "authority.kind: “rumour” is none of"),
    (#""earliest": "2025-07-11""#, #""earliest": "2025-07-32""#, "no day and no time"),
    (#""earliest": "2025-07-11""#, #""earliest": "11 July""#, "from.earliest: “11 July” is not written as it must be."),
    (#""latest": "2025-07-12""#, #""latest": "2025-07-10""#, "from: Its latest time is not after its earliest"),
    (#""textVerified": false"#, #""textVerified": "no""#, "textVerified: “no” is not true or false."),
    (#""plain": {"#, #""words": {"#, "plain: This is missing."),
    (#""confidence": "H""#, #""confidence": "sure""#, "confidence: “sure” is none of"),
    ("{", "{{", "This is not JSON."),
  ]

  @Test(arguments: cases) func `is refused with its file, its field and what to do`(
    _ c: (old: String, new: String, words: String)
  ) throws {
    // The faulty file alone, with the schema and the places: reading every rule each time would be slow.
    let files = try changed(c.old, c.new).filter { $0.name == Self.name || !$0.name.contains("/") }
    let faults = #expect(throws: DataFaults.self) { try RulebookReader.read(files) }
    let words = try #require(faults).description
    #expect(words.contains(Self.name) && words.contains(c.words), "\(words)")
  }

  static let contradictions: [(old: String, new: String, words: String)] = [
    (#""B-18""#, #""B-19""#, "scope.places: “B-19” is not in places.json"),
    (
      #"{"earliest": "2025-07-11", "latest": "2025-07-12"}"#, #""2025-07-11""#, "An order begins at its docketed minute"
    ),
    (#""textVerified": false"#, #""textVerified": true"#, "Say who verified it and when"),
    (#""version": 1,"#, #""version": 3,"#, "The versions of B18-HOURS-BD are [2, 3]"),
    (#""D03""#, #""D04""#, ""),
    (#""latest": "2025-11-15""#, #""latest": "2026-01-15""#, ""),
    (
      #""to": {"earliest": "2025-11-13", "latest": "2025-11-15"}"#, #""to": null"#,
      "has no end, so that both are in force"
    ),
    (
      #""to": {"earliest": "2025-11-13", "latest": "2025-11-15"}"#, #""to": "2026-02-01""#,
      "It begins before B18-HOURS-BD/1"
    ),
    (#""to": {"earliest": "2025-11-13", "latest": "2025-11-15"}"#, #""to": "2025-07-01""#, "It ends before it begins"),
  ]

  @Test(arguments: contradictions) func `or one that contradicts the others is found by the check`(
    _ c: (old: String, new: String, words: String)
  ) throws {
    let files = try changed(c.old, c.new)
    let book = try RulebookReader.read(files)
    let check = RulebookCheck(book, files: files, languages: ["en", "es"])
    let words = check.faults.map(\.description).joined(separator: "\n")
    if c.words.isEmpty { #expect(words.isEmpty, "\(words)") } else { #expect(words.contains(c.words), "\(words)") }
  }

  @Test func `leaves a gap that the check tells`() throws {
    let files = try changed(#""to": {"earliest": "2025-11-13", "latest": "2025-11-15"}"#, #""to": "2025-10-01""#)
    let check = RulebookCheck(try RulebookReader.read(files), files: files, languages: ["en", "es"])
    #expect(check.notes.contains("B18-HOURS-BD: nothing from 2025-10-01T00:00 to 2025-11-13T00:00."), "\(check.notes)")
  }

  @Test func `lacks words in a new language`() throws {
    let check = RulebookCheck(try #require(Rules.book), files: Rules.files, languages: ["en", "es", "fr"])
    #expect(check.faults.contains { $0.field == "plain.fr" })
  }

  @Test func `shows in a comparison with the fields that differ`() throws {
    let diff = try RulebookDiff(
      from: Rules.files, to: try changed(#""businessMinutes": 480"#, #""businessMinutes": 420"#))
    #expect(diff.changed.map(\.name) == [Self.name] && diff.changed.first?.fields == ["parameters"])
    let shorter = try RulebookDiff(from: Rules.files, to: Rules.files.filter { $0.name != Self.name })
    #expect(shorter.dropped == [Self.name] && shorter.added.isEmpty)
  }

  private func changed(_ old: String, _ new: String) throws -> [SourceFile] {
    try Rules.files.map { file in
      guard file.name == Self.name else { return file }
      let text = String(decoding: file.data, as: UTF8.self)
      let range = try #require(text.range(of: old), "\(old) is not in \(Self.name)")
      return SourceFile(name: file.name, data: Data(text.replacingCharacters(in: range, with: new).utf8))
    }
  }
}
