/// A table of counts of people or requests with all its sums, of which small counts are not told.
///
/// A count of 1 to 10 is left out (the cell size policy of the Centers for Medicare & Medicaid Services is the model); zero
/// is told. So that no left-out count can be had back from the sums, for each a second row and column are found whose
/// crossings are left out too, large enough that the count could as well be ten more with all that is told unchanged: the
/// hypercube method (R. D. Repsilber, 1994), here on the table with its sums as a further row and column. That table
/// always has such crossings, because the sums themselves may be left out.
package struct ProtectedTable: Sendable, Equatable {
  package let rows: [String]
  package let columns: [String]
  /// With the sums of each row as the last column, and of each column as the last row. Nil is left out.
  package let cells: [[Int?]]

  package static let smallest = 11

  /// - Parameter leavingOut: rows whose sum is left out and protected although it is not small, because another table
  ///   leaves it out; the row of sums counts as the last.
  /// - Precondition: each row has a count for each column, none below zero.
  package init(rows: [String], columns: [String], counts: [[Int]], leavingOut: Set<Int> = []) {
    (self.rows, self.columns) = (rows, columns)
    let full = Self.withSums(counts, columns: columns.count)
    var hidden = full.map { $0.map { (1..<Self.smallest).contains($0) } }
    for row in leavingOut where full[row].last.map({ $0 > 0 }) ?? false { hidden[row][columns.count] = true }
    let small = hidden
    for (row, line) in full.enumerated() {
      for column in line.indices where small[row][column] {
        Self.protect(row, column, full, &hidden)
      }
    }
    cells = zip(full, hidden).map { line, hidden in zip(line, hidden).map { $1 ? nil : $0 } }
  }

  /// Counts with a sum at the end of each row, and a row of sums at the end.
  package static func withSums(_ counts: [[Int]], columns: Int) -> [[Int]] {
    let rows = counts.map { $0 + [$0.reduce(0, +)] }
    return rows + [(0...columns).map { column in rows.reduce(0) { $0 + $1[column] } }]
  }

  /// Leaves out the three other corners of the rectangle that costs least.
  private static func protect(_ row: Int, _ column: Int, _ full: [[Int]], _ hidden: inout [[Bool]]) {
    let sumRow = full.count - 1, sumColumn = full[row].count - 1
    var best: (cost: Int, row: Int, column: Int)?
    for other in full.indices where other != row {
      for beside in full[row].indices where beside != column {
        let corners = [(row, beside), (other, column), (other, beside)]
        guard corners.allSatisfy({ full[$0.0][$0.1] > 0 }) else { continue }
        // What has to become smaller when the count becomes larger: a sum grows with its parts.
        let signs = [
          (row == sumRow) == (other == sumRow), (column == sumColumn) == (beside == sumColumn),
        ]
        let shrinking = shrinks(row, column, other, beside, acrossRow: signs[0], acrossColumn: signs[1])
        guard shrinking.allSatisfy({ full[$0.0][$0.1] >= smallest }) else { continue }
        let cost = corners.reduce(0) { $0 + (hidden[$1.0][$1.1] ? 0 : full[$1.0][$1.1] + 1) }
        if best.map({ cost < $0.cost }) ?? true { best = (cost, other, beside) }
      }
    }
    guard let best else { return }
    for corner in [(row, best.column), (best.row, column), (best.row, best.column)] {
      hidden[corner.0][corner.1] = true
    }
  }

  /// The corners that shrink when the cell grows. Along its row another part shrinks and the sum grows; so along its
  /// column; the corner opposite follows both.
  private static func shrinks(
    _ row: Int, _ column: Int, _ other: Int, _ beside: Int, acrossRow: Bool, acrossColumn: Bool
  ) -> [(Int, Int)] {
    var shrinking: [(Int, Int)] = []
    if acrossColumn { shrinking.append((row, beside)) }
    if acrossRow { shrinking.append((other, column)) }
    // Shrunk once it grows again, shrunk by neither it grows; by one alone it shrinks.
    if acrossRow != acrossColumn { shrinking.append((other, beside)) }
    return shrinking
  }

  package var hiddenCount: Int { cells.reduce(0) { $0 + $1.count { $0 == nil } } }
}
