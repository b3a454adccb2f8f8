internal import CivilTime
internal import Phrasebook
internal import Records
internal import Stores

/// A list as a table for other programs: RFC 4180, UTF-8.
enum VisitTable {
  static func csv(_ lines: [VisitLine], _ phrases: Phrases) -> String {
    let words = phrases.visits.words
    var text = row([
      "reference", "client", "relationship", "kind", "place_code", "place", "state", "since", "clock_ends", "severity",
      "possible_breaches", "written",
    ])
    for line in lines {
      text += row([
        line.reference, line.clientName, line.tie.rawValue, line.mode.rawValue, line.placeCode, line.placeName,
        words.states[line.state], moment(line.since), moment(line.dueAt), line.severity, String(line.breaches),
        moment(line.createdAt),
      ])
    }
    return text
  }

  private static func row(_ cells: [String]) -> String { cells.map(cell).joined(separator: ",") + "\r\n" }

  /// Quoted where it must be. A cell that a spreadsheet would take for a formula begins with an apostrophe.
  static func cell(_ text: String) -> String {
    var text = text
    if let first = text.unicodeScalars.first, "=+-@\t\r".unicodeScalars.contains(first) { text = "'" + text }
    guard text.unicodeScalars.contains(where: { ",\"\r\n".unicodeScalars.contains($0) }) else { return text }
    return "\"" + text.replacing("\"", with: "\"\"") + "\""
  }

  /// `2026-11-21T00:30Z`, or nothing.
  private static func moment(_ moment: Timestamp?) -> String {
    guard let moment, let day = moment.utcDay else { return "" }
    let minutes = Int(moment.seconds(since: Timestamp(utcMidnight: day)) / 60)
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
    return "\(day.iso)T\(two(minutes / 60)):\(two(minutes % 60))Z"
  }
}
