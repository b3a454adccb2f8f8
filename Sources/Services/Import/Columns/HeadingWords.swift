internal import Foundation

/// The headings that rosters use, in English and Spanish, from `names/import-headers.tsv`.
package struct HeadingWords: Sendable {
  private var meanings: [String: HeadingMeaning]

  package init(share: String) throws(ImportFailure) {
    let path = share + "/names/import-headers.tsv"
    guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
      throw .dataFileMissing(path)
    }
    try self.init(text: text)
  }

  /// Lines of a field and its headings, separated by tabs; `#` begins a comment.
  package init(text: String) throws(ImportFailure) {
    var meanings: [String: HeadingMeaning] = [:]
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      guard !line.isEmpty, !line.hasPrefix("#") else { continue }
      let cells = line.split(separator: "\t").map(String.init)
      let meaning: HeadingMeaning
      if cells[0].hasPrefix("-") {
        meaning = .leftOut
      } else if let field = ImportField(named: cells[0]) {
        meaning = .field(field)
        meanings[comparable(cells[0])] = meaning
      } else {
        throw .dataFileFaulty("import-headers.tsv", line: index + 1, "“\(cells[0])” is no field")
      }
      for heading in cells.dropFirst() {
        let key = comparable(heading)
        if let other = meanings[key], other != meaning {
          throw .dataFileFaulty("import-headers.tsv", line: index + 1, "“\(heading)” is listed twice")
        }
        meanings[key] = meaning
      }
    }
    self.meanings = meanings
  }

  /// The same words, and some that mean a field where nothing else is known of them.
  func adding(_ headings: Set<String>, as field: ImportField) -> HeadingWords {
    var words = self
    words.meanings.merge(headings.map { (comparable($0), .field(field)) }) { known, _ in known }
    return words
  }

  package func meaning(of heading: String) -> HeadingMeaning {
    let key = comparable(heading)
    if let meaning = meanings[key] { return meaning }
    // "Nombre": alone it is the whole name, beside family names it is the given ones; decided with the other columns.
    return key == "nombre" ? .field(.name) : .unknown
  }
}
