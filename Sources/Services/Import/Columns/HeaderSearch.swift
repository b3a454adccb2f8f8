/// Finds the line of headings among the first lines of a file, below whatever stands above it.
struct HeaderSearch {
  /// Titles, dates and blank lines above the headings; more than this is not a preamble.
  static let reach = 40

  /// The columns by the best line; nil when no line names a person.
  ///
  /// The best line has the most fields. At least two are needed, unless the file has a single column: a title such as
  /// "Name of the facility" alone is not a header.
  static func find(_ lines: [(line: Int, cells: [String])], words: HeadingWords) -> Columns? {
    var best: (columns: Columns, score: Int)?
    for (line, cells) in lines.prefix(reach) {
      let columns = Columns(headings: cells, words: words, line: line)
      let score = columns.positions.count
      let filled = cells.filter { !comparable($0).isEmpty }.count
      guard columns.canIdentify, score >= 2 || (score == 1 && filled == 1) else { continue }
      if score > best?.score ?? 0 { best = (columns, score) }
    }
    return best?.columns
  }
}
