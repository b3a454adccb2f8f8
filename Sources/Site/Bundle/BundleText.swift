internal import CivilTime
internal import Foundation

/// Parts of a bundle's documents.
enum BundleText {
  static func row(_ cells: [String]) -> String { cells.map(VisitTable.cell).joined(separator: ",") + "\r\n" }

  /// A cell of a table in Markdown.
  static func cell(_ text: String) -> String {
    text.replacing("|", with: "\\|").split(whereSeparator: \.isNewline).joined(separator: " ")
  }

  static func hex(_ bytes: [UInt8]) -> String { bytes.map { String(format: "%02x", $0) }.joined() }

  /// As it is hashed in the audit log: UTC, with six digits of a second.
  static func sixDigits(_ at: Timestamp) -> String {
    var text = at.internet
    text.removeLast()
    guard let point = text.firstIndex(of: ".") else { return text + ".000000Z" }
    let digits = text.distance(from: point, to: text.endIndex) - 1
    return text + String(repeating: "0", count: 6 - digits) + "Z"
  }
}
