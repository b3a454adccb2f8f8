package import CivilTime

/// What an import did, or would have done.
package struct ImportReport: Sendable {
  package enum Ending: Sendable, Equatable {
    case imported(batch: Int64)
    case dryRun
    /// The same file was imported before.
    case knownFile(batch: Int64)
    /// Every row was known already.
    case nothingNew
  }

  package var ending: Ending
  package var source: String
  package var label: String
  package var layout: Columns.Layout
  package var encoding: String
  package var delimiter: UInt8
  package var headerLine: Int?
  package var unknownColumns: [Int]
  package var leftOutColumns: [Int]
  package var orders: [(field: String, order: String)]
  package var unproved: [String]
  package var reportedAt: Timestamp
  package var counts = ParseCounts()
  package var accepted = 0
  package var duplicate = 0
  package var newPeople = 0
  package var knownPeople = 0
  package var rejectsPath: String?

  /// The report as lines for a terminal.
  package var lines: [String] {
    var lines: [String] = []
    let delimiters: [UInt8: String] = [44: "commas", 59: "semicolons", 9: "tabs", 124: "pipes"]
    let separated = delimiters[delimiter] ?? "“\(Character(Unicode.Scalar(delimiter)))”"
    let header = headerLine.map { "headings on line \($0)" } ?? "no headings"
    lines.append("\(label): \(layout.rawValue), \(encoding), separated by \(separated), \(header).")
    if !orders.isEmpty {
      lines.append("Dates: " + orders.map { "\($0.field) \($0.order)" }.joined(separator: ", ") + ".")
    }
    if !unproved.isEmpty {
      lines.append(
        "Nothing in the file proves whether days or months come first in \(unproved.joined(separator: ", ")): of those "
          + "dates only the year was kept. Say date_order = dmy or mdy in a map.")
    }
    if !unknownColumns.isEmpty { lines.append("Columns not recognized: \(Self.list(unknownColumns)).") }
    if !leftOutColumns.isEmpty { lines.append("Columns left out on purpose: \(Self.list(leftOutColumns)).") }
    if let day = reportedAt.utcDay { lines.append("Reported on \(day.iso) (--reported DATE sets it).") }
    if case .knownFile(let batch) = ending {
      lines.append("This file was imported from \(source) before, as batch \(batch). Nothing was added.")
      return lines
    }
    lines.append(
      "\(counts.read) rows: \(accepted) new, \(duplicate) known already, \(counts.rejected) rejected; "
        + "\(newPeople) new people, \(knownPeople) known before.")
    for (reason, count) in counts.reasons.sorted(by: { ($1.value, $0.key.rawValue) < ($0.value, $1.key.rawValue) }) {
      let first = counts.firstLine[reason].map { ", first on line \($0)" } ?? ""
      lines.append("  \(count) × \(reason.rawValue)\(first): \(reason.sentence)")
    }
    if let rejectsPath {
      lines.append("Line by line: \(rejectsPath)")
    } else if !counts.reasons.isEmpty {
      lines.append("To have them line by line: --rejects FILE")
    }
    switch ending {
    case .imported(let batch):
      lines.append("Imported as batch \(batch). To take it back: paradero import undo \(batch)")
    case .dryRun: lines.append("This was a dry run: nothing was written.")
    case .nothingNew: lines.append("Nothing is new: nothing was written.")
    case .knownFile: break
    }
    return lines
  }

  private static func list(_ columns: [Int]) -> String { columns.map(String.init).joined(separator: ", ") }
}
