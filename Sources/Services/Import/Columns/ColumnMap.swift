internal import CivilTime
internal import Foundation

/// A file that says which column is what, for a roster whose headings nobody knows, and how to read it.
///
/// One line each, `field = heading` or `field = #3`; `ignore = heading`; and the settings `header_line`, `delimiter`,
/// `encoding`, `date_order` (`dmy` or `mdy`), `zone`, `as_above` (fields whose blanks repeat the cell above),
/// and `constant.facility` for a whole file from one place. `#` at the start of a line begins a comment.
package struct ColumnMap: Sendable, Equatable {
  enum Column: Equatable, Sendable {
    case heading(String)
    case position(Int)
  }

  private(set) var fields: [ImportField: Column] = [:]
  private(set) var ignored: [Column] = []
  private(set) var constants: [ImportField: String] = [:]
  private(set) var asAbove: Set<ImportField> = []
  /// 0 for a file without headings.
  private(set) var headerLine: Int?
  private(set) var delimiter: UInt8?
  private(set) var encoding: TextEncoding?
  private(set) var dateOrder: DateOrder?
  private(set) var zone: Zone?

  package init() {}

  package init(text: String) throws(ImportFailure) {
    for (index, raw) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
      let line = tidy(String(raw))
      guard !line.isEmpty, !line.hasPrefix("#") else { continue }
      let parts = line.split(separator: "=", maxSplits: 1).map { tidy(String($0)) }
      guard parts.count == 2, !parts[1].isEmpty else { throw .mapFaulty(line: index + 1, "it is not “name = value”") }
      do throws(Fault) { try set(parts[0], Self.unquoted(parts[1])) } catch {
        throw .mapFaulty(line: index + 1, error.sentence)
      }
    }
  }

  private struct Fault: Error { let sentence: String }

  private mutating func set(_ key: String, _ value: String) throws(Fault) {
    switch key {
    case "header_line":
      guard let line = Int(value), line >= 0 else { throw Fault(sentence: "a line is a number from 0") }
      headerLine = line
    case "delimiter":
      let words = ["tab": "\t", "comma": ",", "semicolon": ";", "pipe": "|"]
      let bytes = Array((words[value] ?? value).utf8)
      guard bytes.count == 1, bytes[0] < 0x80, bytes[0] != UInt8(ascii: "\"") else {
        throw Fault(sentence: "a delimiter is one character, or tab, comma, semicolon, pipe")
      }
      delimiter = bytes[0]
    case "encoding":
      guard let known = TextEncoding(named: value) else {
        throw Fault(sentence: "an encoding is utf-8, utf-16, utf-16be, latin-1 or windows-1252")
      }
      encoding = known
    case "date_order":
      guard let known = DateOrder(rawValue: value) else { throw Fault(sentence: "date_order is dmy or mdy") }
      dateOrder = known
    case "zone":
      guard let known = Zone(value) else { throw Fault(sentence: "a zone is a name such as America/Chicago") }
      zone = known
    case "as_above":
      for name in value.split(separator: ",") { asAbove.insert(try field(tidy(String(name)))) }
    case "ignore":
      for name in value.split(separator: ",") { ignored.append(try Self.column(tidy(String(name)))) }
    case _ where key.hasPrefix("constant."): constants[try field(String(key.dropFirst(9)))] = value
    default: fields[try field(key)] = try Self.column(value)
    }
  }

  private func field(_ name: String) throws(Fault) -> ImportField {
    guard let field = ImportField(named: name) else {
      let all = ImportField.allCases.map(\.name).joined(separator: ", ")
      throw Fault(sentence: "“\(name)” is no field; fields are \(all)")
    }
    return field
  }

  private static func column(_ value: String) throws(Fault) -> Column {
    guard value.hasPrefix("#"), let number = Int(value.dropFirst()) else { return .heading(value) }
    guard number >= 1 else { throw Fault(sentence: "columns are counted from #1") }
    return .position(number - 1)
  }

  private static func unquoted(_ value: String) -> String {
    guard value.count >= 2, value.hasPrefix("\""), value.hasSuffix("\"") else { return value }
    return String(value.dropFirst().dropLast())
  }
}

extension ColumnMap {
  /// The line of headings that the map speaks of: the first that has every heading it names, else the likeliest.
  func headerLine(
    among lines: [(line: Int, cells: [String])], words: HeadingWords
  ) -> (line: Int, cells: [String])? {
    let named = fields.values.contains { if case .heading = $0 { true } else { false } }
    if named {
      return lines.first { line in fields.values.allSatisfy { Self.position($0, line.cells) != nil } }
        ?? lines.first { line in
          fields.values.contains { if case .heading = $0 { Self.position($0, line.cells) != nil } else { false } }
        }
    }
    if let found = HeaderSearch.find(lines, words: words) { return lines.first { $0.line == found.headerLine } }
    return lines.first { line in fields.values.allSatisfy { Self.position($0, line.cells) != nil } }
  }

  /// The columns with what the map says put over what the headings said.
  func applied(to columns: Columns, headings: [String]) throws(ImportFailure) -> Columns {
    var result = columns
    for column in ignored {
      guard let position = Self.position(column, headings) else { throw .mapNamesNoColumn("ignore") }
      for (field, place) in result.positions where place == position { result.forget(field) }
    }
    for (field, column) in fields {
      guard let position = Self.position(column, headings) else { throw .mapNamesNoColumn(field.name) }
      for (other, place) in result.positions where place == position { result.forget(other) }
      result.set(field, to: position)
      result.markRead(position)
    }
    return result
  }

  private static func position(_ column: Column, _ headings: [String]) -> Int? {
    switch column {
    case .position(let position): return headings.isEmpty || position < headings.count ? position : nil
    case .heading(let heading):
      let wanted = comparable(heading)
      return headings.firstIndex { comparable($0) == wanted }
    }
  }
}
