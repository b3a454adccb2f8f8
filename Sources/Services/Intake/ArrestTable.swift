internal import CivilTime
internal import Figures
internal import Foundation
internal import Stores

/// Arrests and people in custody for other programs: a table (RFC 4180, UTF-8) or JSON, and what each column means.
package struct ArrestTable: Sendable {
  private let report: ArrestReport

  package init(_ report: ArrestReport) { self.report = report }

  /// Each column and what it means, in the order of the tables.
  package static let dictionary: [(column: String, meaning: String)] = [
    ("table", "arrests: how many were arrested in the month; held: how many were in custody when it began (UTC)"),
    (
      "by",
      "what is told apart: basis, source, area, state, kind, sex or country; of people held also place; day: whether the day is known; moved: to another state within seven days"
    ),
    ("month", "the month of the arrest, or of the day on which people were held; unknown where nobody told it"),
    (
      "item",
      "the group; unknown where nobody told it; others for all but the fifteen largest; no_news for people in custody of whom nothing was told for thirty days; all for the sum"
    ),
    ("people", "how many; empty where 1 to 10 are left out, or a count from which such a one could be reckoned"),
    ("basis", "arrest: the arrest was told; booking: only a booking was, and counts in its month; seen: neither"),
    ("source", "public: a source that anyone can read told of it; private: hotline, attorney or family alone"),
    ("kind", "the kind of the first place where the person was held; of people held, of the place"),
    (
      "share",
      "a share of the arrests of the year: day_known, place_known, public_source, and of those with a place: moved"
    ),
    ("count, of", "the numbers of the share; empty where one of them is small"),
    ("share_value, low, high", "the share and Wilson's 95 % interval"),
    ("as_of", "the moment as known at which everything was counted"),
  ]

  private var asOf: String {
    Date(timeIntervalSince1970: (Double(report.query.asOf.microseconds) / 1_000_000).rounded(.down)).formatted(.iso8601)
  }

  private struct Cell: Encodable {
    let table: String
    let by: String
    let month: String
    let item: String
    let people: Int?
  }

  private struct ShareRow: Encodable {
    let share: String
    let count: Int?
    let of: Int?
    let value: Double?
    let low: Double?
    let high: Double?
  }

  private var cells: [Cell] {
    ArrestGrouping.allCases.flatMap { by in
      report.arrests[by].map { Self.cells($0, "arrests", by.rawValue, hasSums: true) } ?? []
    }
      + HeldGrouping.allCases.flatMap { by in
        report.held[by].map { Self.cells($0, "held", by.rawValue, hasSums: false) } ?? []
      }
  }

  /// Sums over time are no table's business where people are counted again in each month.
  private static func cells(_ table: ProtectedTable, _ name: String, _ by: String, hasSums: Bool) -> [Cell] {
    let rows = table.rows + (hasSums ? ["all"] : [])
    return rows.enumerated().flatMap { row, month in
      (table.columns + ["all"]).enumerated().map { column, item in
        Cell(table: name, by: by, month: month, item: item, people: table.cells[row][column])
      }
    }
  }

  private var shares: [ShareRow] {
    report.shares.map { share in
      ShareRow(
        share: Self.name(share.kind), count: share.rate?.count, of: share.rate?.of, value: share.rate?.share,
        low: share.rate.flatMap { $0.share == nil ? nil : $0.low },
        high: share.rate.flatMap { $0.share == nil ? nil : $0.high })
    }
  }

  private static func name(_ kind: ArrestReport.Share.Kind) -> String {
    switch kind {
    case .dayKnown: "day_known"
    case .placeKnown: "place_known"
    case .publicSource: "public_source"
    case .moved: "moved"
    }
  }

  package var csv: String {
    var text = "# \(FigureTable.note) As known at \(asOf).\r\n"
    text += line(["table", "by", "month", "item", "people"])
    for cell in cells {
      text += line([cell.table, cell.by, cell.month, cell.item, cell.people.map(String.init) ?? ""])
    }
    text += "\r\n" + line(["share", "count", "of", "share_value", "low", "high"])
    for row in shares {
      text += line(
        [row.share, row.count.map(String.init) ?? "", row.of.map(String.init) ?? ""]
          + [row.value, row.low, row.high].map { $0.map { String(($0 * 10_000).rounded() / 10_000) } ?? "" })
    }
    return text
  }

  private func line(_ cells: [String]) -> String {
    cells.map { cell in
      cell.contains { ",\"\r\n".contains($0) } ? "\"\(cell.replacing("\"", with: "\"\""))\"" : cell
    }.joined(separator: ",") + "\r\n"
  }

  private struct Answer: Encodable {
    let note: String
    let year: Int
    let asOf: String
    let counts: [Cell]
    let shares: [ShareRow]
  }

  package func json() throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return String(
      decoding: try encoder.encode(
        Answer(note: FigureTable.note, year: report.query.year, asOf: asOf, counts: cells, shares: shares)),
      as: UTF8.self) + "\n"
  }
}
