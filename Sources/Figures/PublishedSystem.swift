/// Everything that is told of counts of people, over all tables, their sums and all releases so far, as one system of sums;
/// and what of it is left out so that nobody can have a small count back.
///
/// Whoever reads it knows every cell that is told, that sums are sums, and that what is left out is at least one, because
/// zeros are told. A left-out cell is safe when, with all of that, its least and greatest values lie at least `margin`
/// apart. The ends come from a linear programme for each cell (`glpsol` of GLPK solves them); while one is too narrow,
/// another cell of a sum with it is left out too. What an earlier release told stays told.
package struct PublishedSystem: Sendable {
  package struct Cell: Sendable, Equatable {
    package let name: String
    /// Nil for what an earlier release left out: its count is not kept.
    package let count: Int?
    package var isHidden: Bool
    /// Of an earlier release, which never changes.
    package let isPast: Bool

    package init(_ name: String, _ count: Int?, isHidden: Bool, isPast: Bool) {
      (self.name, self.count, self.isHidden, self.isPast) = (name, count, isHidden, isPast)
    }
  }

  /// A total and what it is the sum of.
  package struct Sum: Sendable, Equatable {
    package let total: String
    package let parts: [String]

    package init(_ total: String, of parts: [String]) { (self.total, self.parts) = (total, parts) }
  }

  /// A solver's answer: the value of each left-out cell, in the order of the programme; nil if there is none.
  package typealias Solver = (_ programme: String) throws -> [Double]?

  /// Two counts that far apart are not told from each other: as wide as what is left out for being small.
  package static let margin = 10.0
  private static let most = 1_000_000

  package private(set) var cells: [Cell]
  private let index: [String: Int]
  private let sums: [(total: Int, parts: [Int])]
  /// The sums that a cell is in.
  private let around: [[Int]]

  /// - Precondition: each cell once; every sum is of cells that are there.
  package init(_ cells: [Cell], _ sums: [Sum]) {
    self.cells = cells
    let index = Dictionary(cells.enumerated().map { ($1.name, $0) }) { first, _ in first }
    self.index = index
    self.sums = sums.compactMap { sum in
      let parts = sum.parts.compactMap { index[$0] }
      return index[sum.total].map { (total: $0, parts: parts) }
    }
    var around = Array(repeating: [Int](), count: cells.count)
    for (number, sum) in self.sums.enumerated() { for cell in [sum.total] + sum.parts { around[cell].append(number) } }
    self.around = around
  }

  package func isHidden(_ name: String) -> Bool { index[name].map { cells[$0].isHidden } ?? false }
  package var hidden: [Int] { cells.indices.filter { cells[$0].isHidden } }

  // MARK: The attack

  /// The programme of the least, or the greatest, value of a left-out cell; its columns are `hidden`, in that order.
  package func programme(_ target: Int, greatest: Bool) -> String {
    let hidden = hidden
    var text = greatest ? "Maximize\n obj:" : "Minimize\n obj:"
    // Every cell is named in the objective, so that the columns stand in a known order.
    for cell in hidden { text += " + \(cell == target ? 1 : 0) x\(cell)\n" }
    text += "Subject To\n"
    for (number, sum) in sums.enumerated() {
      var terms = "", known = 0
      for part in sum.parts {
        if cells[part].isHidden { terms += " + x\(part)" } else { known += cells[part].count ?? 0 }
      }
      if cells[sum.total].isHidden { terms += " - x\(sum.total)" } else { known -= cells[sum.total].count ?? 0 }
      if !terms.isEmpty { text += " c\(number):\(terms) = \(-known)\n" }
    }
    text += "Bounds\n"
    for cell in hidden { text += " 1 <= x\(cell) <= \(Self.most)\n" }
    return text + "End\n"
  }

  /// What an attacker can find out of a left-out cell.
  package struct Range: Sendable {
    package let cell: String
    package let least: Double
    package let greatest: Double
    package var width: Double { greatest - least }
  }

  /// The range of every left-out cell. A cell that two answers already show to be wide enough is not asked for again, unless
  /// `exactly` is wanted.
  package func ranges(exactly: Bool = false, _ solve: Solver) throws -> [Range] {
    let hidden = hidden
    var seen = hidden.map { _ in (least: Double.infinity, greatest: -Double.infinity) }
    for (column, cell) in hidden.enumerated() {
      for greatest in [true, false]
      where exactly || seen[column].greatest - seen[column].least < Self.margin {
        guard let values = try solve(programme(cell, greatest: greatest)), values.count == hidden.count else {
          throw Unsolved()
        }
        for (other, value) in values.enumerated() {
          seen[other] = (min(seen[other].least, value), max(seen[other].greatest, value))
        }
      }
    }
    return zip(hidden, seen).map { Range(cell: cells[$0].name, least: $1.least, greatest: $1.greatest) }
  }

  package struct Unsolved: Error {}
  /// Nothing is left that could be left out, and a count can still be had back.
  package struct Unprotected: Error {}

  // MARK: The protection

  /// Leaves out more until no left-out cell, of this release or an earlier one, can be known within the margin.
  package mutating func protect(_ solve: Solver) throws {
    while true {
      let narrow = try ranges(solve).filter { $0.width < Self.margin - 1e-6 }
      guard !narrow.isEmpty else { return }
      var chosen = Set<Int>()
      for range in narrow {
        guard let cell = index[range.cell] else { continue }
        // Another of this round may stand in the same sums and widen this one too.
        if reach(from: cell).contains(where: chosen.contains) { continue }
        if let candidate = candidate(beside: cell) { chosen.insert(candidate) }
      }
      guard !chosen.isEmpty else { throw Unprotected() }
      for cell in chosen { cells[cell].isHidden = true }
    }
  }

  /// The smallest cell that can still be left out: in a sum with this one, else in one with what is left out around it.
  private func candidate(beside cell: Int) -> Int? {
    var met: Set<Int> = [cell], ring = [cell]
    while !ring.isEmpty {
      let next = Set(ring.flatMap { around[$0] }.flatMap { [sums[$0].total] + sums[$0].parts }).subtracting(met)
      let free = next.filter { !cells[$0].isHidden && !cells[$0].isPast && (cells[$0].count ?? 0) > 0 }
      if let best = free.min(by: { ((cells[$0].count ?? 0), $0) < ((cells[$1].count ?? 0), $1) }) { return best }
      met.formUnion(next)
      ring = Array(next)
    }
    return nil
  }

  private func reach(from cell: Int) -> [Int] { around[cell].flatMap { [sums[$0].total] + sums[$0].parts } }
}
