/// Which column holds which field, and what was made of the others.
package struct Columns: Sendable, Equatable {
  /// The file is a roster of people with names, or a release of stints without any.
  package enum Layout: String, Sendable { case roster, stints }

  package private(set) var positions: [ImportField: Int] = [:]
  /// The line of the headings; nil when a map gave columns by number for a file without them.
  package var headerLine: Int?
  package private(set) var width = 0
  /// Columns that were not read: nobody knows them, or they are left out on purpose (counted from 1).
  package private(set) var unknown: [Int] = []
  package private(set) var leftOut: [Int] = []
  /// The headings as compared, to know a repeated header line.
  private var signature: [String] = []

  package init() {}

  package subscript(_ field: ImportField) -> Int? { positions[field] }

  package var layout: Layout {
    positions[.anonymized] != nil && positions[.booked] != nil && positions[.name] == nil
      && positions[.familyNames] == nil ? .stints : .roster
  }

  /// Whether the columns can say who someone is.
  package var canIdentify: Bool {
    let naming: [ImportField] = [
      .name, .givenNames, .familyNames, .paternalFamily, .aNumber, .booking, .subject, .anonymized,
    ]
    return naming.contains { positions[$0] != nil }
  }

  package mutating func set(_ field: ImportField, to column: Int) { positions[field] = column }
  package mutating func forget(_ field: ImportField) { positions[field] = nil }
  package mutating func markRead(_ column: Int) {
    unknown.removeAll { $0 == column + 1 }
    leftOut.removeAll { $0 == column + 1 }
  }

  /// What the headings of a line mean.
  package init(headings: [String], words: HeadingWords, line: Int) {
    width = headings.count
    headerLine = line
    signature = headings.map(comparable)
    for (column, heading) in headings.enumerated() {
      switch words.meaning(of: heading) {
      case .field(let field):
        // The first column of a field is the one that is read.
        if positions[field] == nil { positions[field] = column } else { unknown.append(column + 1) }
      case .leftOut: leftOut.append(column + 1)
      case .unknown: if !comparable(heading).isEmpty { unknown.append(column + 1) }
      }
    }
    settle()
  }

  private mutating func settle() {
    // "Name" or "Nombre" beside family names is the given names.
    let hasFamily = positions[.familyNames] != nil || positions[.paternalFamily] != nil
    if hasFamily, positions[.givenNames] == nil, let name = positions[.name] {
      positions[.givenNames] = name
      positions[.name] = nil
    }
    // "Housing" is the place when no other column is.
    if positions[.facility] == nil, positions[.facilityCode] == nil { positions[.facility] = positions[.housing] }
    positions[.housing] = nil
  }

  /// The heading of the sex is English, in which a lone "M" is a man.
  var sexHeadingIsEnglish: Bool {
    guard let column = positions[.sex], signature.indices.contains(column) else { return false }
    return ["sex", "gender"].contains(signature[column])
  }

  /// Whether the line may repeat the headings, by the first letter of one cell: a quick look that spares most rows more.
  func mayRepeatHeader(_ cells: (Int) -> ArraySlice<UInt8>) -> Bool {
    guard let first = signature.firstIndex(where: { !$0.isEmpty }), let letter = signature[first].utf8.first else {
      return false
    }
    guard letter >= 0x61, let byte = cells(first).first(where: { $0 > 0x20 }) else { return true }
    return byte | 0x20 == letter || byte >= 0x80
  }

  /// The line repeats the headings, as pages that were glued together do.
  package func isRepeatedHeader(_ cells: (Int) -> String) -> Bool {
    guard let first = signature.firstIndex(where: { !$0.isEmpty }), comparable(cells(first)) == signature[first] else {
      return false
    }
    let same = signature.indices.filter { !signature[$0].isEmpty && comparable(cells($0)) == signature[$0] }
    return same.count >= max(2, signature.filter { !$0.isEmpty }.count * 3 / 4)
  }
}
