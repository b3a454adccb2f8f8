internal import CivilTime
internal import Foundation

/// A CSV file of the seed data, read whole, each row with its line.
struct SeedTable {
  let file: String
  let rows: [SeedRow]

  private init(file: String, rows: [SeedRow]) {
    self.file = file
    self.rows = rows
  }

  /// Reads the file and checks its header; what is wrong goes into `faults`.
  init(_ file: String, in folder: URL, columns: [String], _ faults: inout [SeedFault]) {
    guard let data = try? Data(contentsOf: folder.appendingPathComponent(file)) else {
      faults.append(SeedFault(file: file, line: 0, field: "", problem: "cannot be read in \(folder.path)"))
      self.init(file: file, rows: [])
      return
    }
    self.init(file, bytes: [UInt8](data), columns: columns, &faults)
  }

  init(_ file: String, bytes: [UInt8], columns: [String], _ faults: inout [SeedFault]) {
    var reader = DelimitedReader(MemoryBytes(bytes), delimiter: UInt8(ascii: ","))
    var header: [String]?
    var rows: [SeedRow] = []
    while let item = (try? reader.next()) ?? nil {
      guard item == .record else {
        faults.append(SeedFault(file: file, line: reader.line, field: "", problem: "is no line of CSV"))
        continue
      }
      guard !reader.isBlank else { continue }
      let cells = (0..<reader.count).map { Self.text(reader.bytes($0)) }
      guard let names = header else {
        header = cells
        for name in columns where !cells.contains(name) {
          faults.append(SeedFault(file: file, line: reader.line, field: name, problem: "is missing from the header"))
        }
        continue
      }
      guard cells.count == names.count else {
        faults.append(
          SeedFault(
            file: file, line: reader.line, field: "",
            problem: "has \(cells.count) fields where the header has \(names.count)"))
        continue
      }
      let values = Dictionary(zip(names, cells), uniquingKeysWith: { first, _ in first })
      rows.append(SeedRow(file: file, line: reader.line, values: values))
    }
    self.init(file: file, rows: rows)
  }

  private static func text(_ bytes: ArraySlice<UInt8>) -> String {
    var text = String(decoding: bytes, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
    if text.hasPrefix("\u{FEFF}") { text.removeFirst() }
    return text
  }
}

/// A row of seed data; its fields are read with what is wrong with them noted by file, line and field.
struct SeedRow {
  let file: String
  let line: Int
  let values: [String: String]

  /// The text of a field; nil when it is empty or says that there is none.
  func text(_ field: String) -> String? {
    guard let value = values[field], !value.isEmpty, !["NA", "N/A", "UNAVAILABLE"].contains(value.uppercased()) else {
      return nil
    }
    return value
  }

  func required(_ field: String, _ faults: inout [SeedFault]) -> String {
    if let text = text(field) { return text }
    faults.append(fault(field, "is empty"))
    return ""
  }

  /// A number within bounds, nil when the field is empty.
  func number(_ field: String, in bounds: ClosedRange<Double>, _ faults: inout [SeedFault]) -> Double? {
    guard let text = text(field) else { return nil }
    if let number = Double(text), bounds.contains(number) { return number }
    faults.append(fault(field, "is not a number from \(bounds.lowerBound) to \(bounds.upperBound)"))
    return nil
  }

  func count(_ field: String, _ faults: inout [SeedFault]) -> Int {
    if let number = Int(values[field] ?? ""), number > 0 { return number }
    faults.append(fault(field, "is not a whole number above zero"))
    return 0
  }

  /// A code of a facility.
  func code(_ field: String, _ faults: inout [SeedFault]) -> String {
    let code = required(field, &faults)
    let isOne = (2...12).contains(code.utf8.count) && code.allSatisfy { $0.isASCII && ($0.isUppercase || $0.isNumber) }
    if !code.isEmpty, !isOne { faults.append(fault(field, "is not 2 to 12 capital letters and digits")) }
    return code
  }

  func fault(_ field: String, _ problem: String) -> SeedFault {
    SeedFault(file: file, line: line, field: field, problem: problem)
  }
}

/// Something wrong in the seed data, with where it stands.
package struct SeedFault: Error, Sendable, Equatable, CustomStringConvertible {
  package let file: String
  package let line: Int
  package let field: String
  package let problem: String

  package var description: String {
    ([file, line > 0 ? "\(line)" : "", field].filter { !$0.isEmpty }).joined(separator: ":") + ": " + problem
  }
}

/// All that is wrong in the seed data; nothing was loaded.
package struct SeedFaults: Error, Sendable, CustomStringConvertible {
  package let faults: [SeedFault]

  package var description: String {
    let shown = faults.prefix(20).map { "\n  \($0)" }.joined()
    let rest = faults.count > 20 ? "\n  and \(faults.count - 20) more" : ""
    return "The facility data has \(faults.count) faults, and nothing was loaded:\(shown)\(rest)"
  }
}
