import Foundation
import Testing

@testable import paradero

@Suite struct `The counsel commands` {
  private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("sql")
  private static let environment = ["PARADERO_SHARE": root.path]

  private static func example(_ name: String) -> String {
    root.appendingPathComponent("rulebook/examples/\(name).json").path
  }

  private static func temporary(_ text: String) throws -> String {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("facts-\(UUID().uuidString).json")
    try text.write(to: file, atomically: true, encoding: .utf8)
    return file.path
  }

  @Test(arguments: ["short-day", "closure", "prospective-refused", "never-there", "overnight-hold"])
  func `judge each example as the golden file says, byte for byte`(name: String) async throws {
    let first = await run("counsel", "evaluate", Self.example(name), environment: Self.environment)
    let second = await run("counsel", "evaluate", Self.example(name), environment: Self.environment)
    #expect(first.code == .success, "\(first.errors)")
    #expect(first.output == second.output)
    try expectGolden(first.output, "counsel-example-\(name).json")
  }

  @Test(arguments: ["en", "es"]) func `explain findings in plain words`(language: String) async throws {
    let findings = await run("counsel", "evaluate", Self.example("prospective-refused"), environment: Self.environment)
    let file = try Self.temporary(findings.output)
    defer { try? FileManager.default.removeItem(atPath: file) }
    let told = await run(
      "counsel", "explain", "R1.", "--in", file, "--language", language, environment: Self.environment)
    #expect(told.code == .success, "\(told.errors)")
    try expectGolden(told.output, "counsel-explained-\(language).txt")
  }

  @Test(arguments: [
    (#"{"format": "paradero.facts/1"}"#, "place: This is missing."),
    (#"{"format": "paradero.facts/1", "place": {"id": "NOWHERE"}}"#, "place.kind: “NOWHERE” is no place"),
    (
      #"{"format": "paradero.facts/1", "place": {"id": "B-18", "zone": "Mars/Base"}}"#,
      "place.zone: There is no time zone"
    ),
    (
      #"{"format": "paradero.facts/2", "place": {"id": "B-18"}}"#,
      "format: “paradero.facts/2” is not “paradero.facts/1”."
    ),
    ("[1, 2", "This is not JSON."),
    (
      #"{"format": "paradero.facts/1", "asOf": "2025-08-06", "place": {"id": "B-18"}, "events": [{"id": "e1", "kind": "opened", "at": "2025-08-06T10:00", "by": {"name": "x", "standing": "observer"}, "grade": "A"}]}"#,
      "events[0].kind: “opened” is none of"
    ),
    (
      #"{"format": "paradero.facts/1", "asOf": "2025-08-06", "place": {"id": "B-18"}, "events": [{"id": "e1", "kind": "closed", "at": "2026-03-08T02:30", "by": {"name": "x", "standing": "observer"}, "grade": "A"}]}"#,
      "events[0].at: “2026-03-08T02:30” is no time there"
    ),
  ]) func `name the field that is wrong`(facts: String, words: String) async throws {
    let file = try Self.temporary(facts)
    defer { try? FileManager.default.removeItem(atPath: file) }
    let ran = await run("counsel", "evaluate", file, environment: Self.environment)
    #expect(ran.code == .badData)
    #expect(ran.errors.contains(words), "\(ran.errors)")
  }

  @Test func `ask for the moment when nobody says it`() async throws {
    let file = try Self.temporary(#"{"format": "paradero.facts/1", "place": {"id": "B-18"}}"#)
    defer { try? FileManager.default.removeItem(atPath: file) }
    let without = await run("counsel", "evaluate", file, environment: Self.environment)
    #expect(without.code == .usage)
    let with = await run(
      "counsel", "evaluate", file, "--as-of", "2025-08-06T10:00", environment: Self.environment)
    #expect(with.code == .success && with.output.contains("2025-08-06T17:00:00Z"))
  }

  @Test func `list every pattern with its rules`() async throws {
    let ran = await run("counsel", "coverage", environment: Self.environment)
    #expect(ran.code == .success)
    try expectGolden(ran.output, "counsel-coverage-table.txt")
  }

  @Test func `find nothing out of order in this rulebook, and nothing between it and itself`() async {
    let rulebook = Self.root.appendingPathComponent("rulebook").path
    let check = await run("rulebook", "check", environment: Self.environment)
    #expect(check.code == .success && check.output.contains("nothing is out of order"), "\(check.output)")
    let diff = await run("rulebook", "diff", rulebook, rulebook)
    #expect(diff.code == .success && diff.output == "They are the same.\n")
  }
}
