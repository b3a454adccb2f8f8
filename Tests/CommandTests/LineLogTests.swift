import Foundation
import Locking
import Testing

@testable import paradero

@Suite struct `The log` {
  private func logged(_ body: (LineLog) -> Void) -> String {
    let text = Locked("")
    let log = LineLog(output: Output { line in text.withLock { $0 += line } }, now: { Date(timeIntervalSince1970: 0) })
    body(log)
    return text.withLock { $0 }
  }

  @Test func `is one line of JSON`() throws {
    let line = logged {
      $0.info(
        "request",
        [
          "request": .id("8f3a"), "route": .template("/en/facility/{code}"), "status": .count(200),
          "took": .milliseconds(.microseconds(1500)), "full": .flag(false), "by": .word("public"),
        ])
    }
    #expect(
      line == """
        {"at":"1970-01-01T00:00:00.000Z","level":"info","event":"request","request":"8f3a",\
        "route":"/en/facility/{code}","status":200,"took":1.5,"full":false,"by":"public"}

        """)
    #expect(try JSONSerialization.jsonObject(with: Data(line.utf8)) is [String: Any])
  }

  @Test(arguments: ["a\nb", "a\r\nb", "a\u{2028}b", "a\u{85}b", "\"},{\"", "\u{0}", "\\", "\u{1B}[2J"])
  func `stays one valid line whatever a text holds`(_ text: String) throws {
    let line = logged { $0.error("failed", ["why": .template(text)]) }
    #expect(line.unicodeScalars.filter { $0.value < 0x20 || [0x85, 0x2028, 0x2029].contains($0.value) } == ["\n"])
    let read = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
    #expect(read["why"] as? String == text)
  }

  @Test func `keeps only what an identifier may hold`() {
    #expect(logged { $0.info("request", ["request": .id("a\"b c\nd-1")]) }.contains("\"request\":\"abcd-1\""))
  }
}

@Suite struct `A progress line` {
  @Test(arguments: [
    (120_000, 1_000_000 as Int?, 2.0, "Rows: 120,000 of 1,000,000 (12%), 60,000/s, 15 s left"),
    (1_000_000, 1_000_000, 10.0, "Rows: 1,000,000 of 1,000,000 (100%), 100,000/s"),
    (500, nil, 0.5, "Rows: 500, 1,000/s, 1 s"),
    (10, 1_000_000, 10.0, "Rows: 10 of 1,000,000 (0%), 1/s, 16666 min 30 s left"),
  ]) func `tells rate and time left`(_ done: Int, _ total: Int?, _ seconds: Double, _ text: String) {
    #expect(ProgressLine.text("Rows", done, of: total, after: .seconds(seconds)) == text)
  }
}
