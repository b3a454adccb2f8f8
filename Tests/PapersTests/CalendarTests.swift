import CivilTime
import Foundation
import Papers
import Records
import Testing

@Suite struct `A calendar file` {
  private func lines(_ text: String) -> [String] {
    text.replacing("\r\n ", with: "").split(separator: "\r\n").map(String.init)
  }

  private static func slot(_ id: Int64, days: Double, minute: Double = 0, corrects: Int64? = nil) -> VisitEvent {
    event(id, .scheduled, minute: minute, corrects: corrects) {
      $0.slotOpens = start.adding(seconds: days * 86_400).microseconds
      $0.slotCloses = start.adding(seconds: days * 86_400 + 3600).microseconds
    }
  }

  private static let hearing = VisitAsk(tie: .retained, urgency: .hearing, urgentAt: start.adding(seconds: 172_800))

  @Test func `holds the slot, the clock and what is urgent, without the name of anybody`() throws {
    let text = CalendarFile(
      [
        try paper(
          ask: Self.hearing, events: [Self.slot(1, days: 1)],
          clocks: [("k", "An answer, within 24 hours", start.adding(seconds: 3600))])
      ]
    ).text
    let lines = lines(text)
    #expect(lines.first == "BEGIN:VCALENDAR" && lines.last == "END:VCALENDAR")
    #expect(lines.contains("DTSTART:20261122T003000Z") && lines.contains("DTEND:20261122T013000Z"))
    #expect(lines.contains("LOCATION:Los Angeles Hold Room\\, 300 N. Los Angeles Street\\; B-18"))
    #expect(
      lines.contains("SUMMARY:Clock ends: An answer\\, within 24 hours\\, PV-7K3M9Q\\, Los Angeles Hold Room"))
    #expect(lines.count { $0 == "BEGIN:VEVENT" } == 3 && lines.count { $0 == "END:VEVENT" } == 3)
    #expect(lines.count { $0.hasPrefix("UID:") } == Set(lines.filter { $0.hasPrefix("UID:") }).count)
    #expect(!text.contains("Sample") && !text.contains("012345678"))
    let named = CalendarFile([try paper(ask: Self.hearing)], namesClients: true).text
    #expect(self.lines(named).contains { $0.hasSuffix("María Sample López") })
  }

  @Test func `ends lines with CR LF and breaks none above 75 octets, nor within a letter`() throws {
    let text = CalendarFile(
      [
        try paper(
          ask: VisitAsk(tie: .retained, urgency: .hearing, urgentAt: start),
          clocks: [("k", String(repeating: "añó ", count: 60), start)])
      ]
    ).text
    #expect(text.utf8.count { $0 == 10 } == text.utf8.count { $0 == 13 })
    for line in text.split(separator: "\r\n", omittingEmptySubsequences: false) { #expect(line.utf8.count <= 75) }
    #expect(lines(text).contains { $0.contains(String(repeating: "añó ", count: 60)) })
  }

  @Test func `moves a slot in place of adding another, and cancels what is off`() throws {
    func slot(_ events: [VisitEvent]) throws -> [String] {
      lines(CalendarFile([try paper(events: events)]).text).filter { line in
        ["UID:", "SEQUENCE:", "DTSTART:", "STATUS:", "DTSTAMP:"].contains { line.hasPrefix($0) }
      }
    }
    let first = try slot([Self.slot(1, days: 1)])
    let moved = try slot([Self.slot(1, days: 1), Self.slot(2, days: 3, minute: 5)])
    let corrected = try slot([Self.slot(1, days: 1), Self.slot(2, days: 4, minute: 5, corrects: 1)])
    let off = try slot([Self.slot(1, days: 1), event(2, .withdrawn, minute: 9)])
    #expect(
      first == [
        "UID:slot-PV-7K3M9Q@paradero.invalid", "DTSTAMP:20261121T003000Z", "SEQUENCE:1",
        "DTSTART:20261122T003000Z", "STATUS:CONFIRMED",
      ])
    #expect(moved[0] == first[0] && moved[2] == "SEQUENCE:2" && moved[3] == "DTSTART:20261124T003000Z")
    #expect(corrected[0] == first[0] && corrected[3] == "DTSTART:20261125T003000Z" && corrected.count == 5)
    #expect(off[0] == first[0] && off[2] == "SEQUENCE:2" && off[4] == "STATUS:CANCELLED")
    // Nothing was told in between, so nothing is new.
    #expect(try slot([Self.slot(1, days: 1)]) == first)
  }

  /// Texts that would break a calendar if they were written as they are.
  static let texts = [
    "plain", "comma, semicolon; colon: quote\"", "back\\slash, \\x is no line", "two\nlines", "return\r\nand line",
    "emoji 👩‍👩‍👧‍👦 and ñandú", String(repeating: "界", count: 90), "END:VEVENT\r\nBEGIN:VALARM", "tab\tand bell\u{7}",
    "\u{202e}right to left", "=?utf-8?q?x?=",
  ]

  /// Reads what another library makes of it: one line for each entry, its parts apart by a tab.
  private static let reader = """
    import sys, icalendar
    calendar = icalendar.Calendar.from_ical(sys.stdin.buffer.read())
    for entry in calendar.walk("VEVENT"):
        assert not entry.errors, entry.errors
        for name in ("UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "SEQUENCE", "STATUS"):
            assert entry.get(name) is not None, name
        assert entry.decoded("DTSTART").utcoffset().total_seconds() == 0
        assert entry.decoded("DTEND") > entry.decoded("DTSTART")
        print("\\t".join([str(entry["UID"]), entry.decoded("DTSTART").isoformat(), str(entry["SEQUENCE"]),
            str(entry["STATUS"]), str(entry["SUMMARY"]).replace("\\n", "|")]))
    print(len(calendar.walk("VALARM")))
    """

  private static func read(_ text: String) throws -> [String] {
    let process = Process()
    let input = Pipe(), output = Pipe()
    process.executableURL = URL(filePath: "/usr/bin/python3")
    process.arguments = ["-I", "-c", reader]
    (process.standardInput, process.standardOutput) = (input, output)
    try process.run()
    try input.fileHandleForWriting.write(contentsOf: Data(text.utf8))
    try input.fileHandleForWriting.close()
    let answer = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0, "python3-icalendar did not read it")
    return String(decoding: answer, as: UTF8.self).split(separator: "\n").map(String.init)
  }

  @Test func `is whole when it has nothing to say`() throws {
    let text = CalendarFile([try paper()]).text
    #expect(lines(text).contains("BEGIN:VTIMEZONE") && !text.contains("VEVENT"))
    #expect(try Self.read(text) == ["0"])
  }

  @Test func `is read by another library as it was meant`() throws {
    let papers = try Self.texts.enumerated().map { index, text in
      try paper(
        ask: Self.hearing, events: [Self.slot(Int64(index + 1), days: Double(index))],
        clocks: [("clock-\(index)", text, start.adding(seconds: 60))], place: text)
    }
    let said = try Self.read(CalendarFile(papers, name: "Paradero; all, of it").text)
    try #require(said.count == 3 * papers.count + 1)
    #expect(said.last == String(2 * papers.count))
    for (index, text) in Self.texts.enumerated() {
      let clean = text.replacing("\r\n", with: "|").replacing("\n", with: "|").filter { character in
        character.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control }
      }
      #expect(
        said[3 * index].hasSuffix("\tCONFIRMED\tAttorney visit, PV-7K3M9Q, \(clean)"), "\(said[3 * index])")
      #expect(
        said[3 * index].contains("2026-11-\(21 + index < 31 ? String(21 + index) : "30")T00:30:00+00:00") || index > 9)
    }
  }
}
