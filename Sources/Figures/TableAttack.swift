/// What somebody can find out who has the whole published table and a solver: a linear programme for each left-out cell,
/// in the LP format of CPLEX, which `glpsol` reads.
///
/// The attacker knows every cell that is told, that sums are sums, and that what is left out is at least one, because zeros
/// are told. If the least and the greatest value that fit are the same, the cell is recovered.
package struct TableAttack: Sendable {
  package struct Target: Sendable, Hashable {
    package let row: Int
    package let column: Int
  }

  private let cells: [[Int?]]

  package init(_ cells: [[Int?]]) { self.cells = cells }

  package var targets: [Target] {
    cells.indices.flatMap { row in
      cells[row].indices.filter { cells[row][$0] == nil }.map { Target(row: row, column: $0) }
    }
  }

  /// The programme whose optimum is the least, or the greatest, value of a cell.
  package func programme(_ target: Target, greatest: Bool) -> String {
    var text = greatest ? "Maximize\n" : "Minimize\n"
    text += " obj: \(name(target.row, target.column))\nSubject To\n"
    var number = 0
    for line in lines {
      var terms: [String] = []
      var known = 0
      for (sign, row, column) in line {
        if let count = cells[row][column] {
          known += sign * count
        } else {
          terms.append((sign > 0 ? "+ " : "- ") + name(row, column))
        }
      }
      guard !terms.isEmpty else { continue }
      number += 1
      text += " c\(number): \(terms.joined(separator: " ")) = \(-known)\n"
    }
    text += "Bounds\n"
    for target in targets { text += " 1 <= \(name(target.row, target.column)) <= 1000000\n" }
    return text + "End\n"
  }

  private func name(_ row: Int, _ column: Int) -> String { "x\(row)_\(column)" }

  /// Each row and each column: its parts less its sum are nothing.
  private var lines: [[(sign: Int, row: Int, column: Int)]] {
    let rows = cells.indices.map { row in
      cells[row].indices.map { (sign: $0 == cells[row].count - 1 ? -1 : 1, row: row, column: $0) }
    }
    let columns = (cells.first ?? []).indices.map { column in
      cells.indices.map { (sign: $0 == cells.count - 1 ? -1 : 1, row: $0, column: column) }
    }
    return rows + columns
  }
}
