/// Several tables of the same counts in the same rows, each with other columns: what is left out of one must not be had
/// back from another.
///
/// They share the sums of their rows. A sum that is left out of one table is left out of all, and protected there as a
/// small count is, until nothing changes any more: backtracking, as with linked tables in cell suppression.
package enum LinkedTables {
  /// - Precondition: each table has a count for each row and column, and all have the same sums of rows.
  package static func protected(
    rows: [String], _ tables: [(columns: [String], counts: [[Int]])]
  ) -> [ProtectedTable] {
    var leftOut: Set<Int> = []
    while true {
      let made = tables.map { ProtectedTable(rows: rows, columns: $0.columns, counts: $0.counts, leavingOut: leftOut) }
      let now = Set(made.flatMap { table in table.cells.indices.filter { table.cells[$0].last == .some(nil) } })
      // Sums of nothing are told, and nothing follows from them.
      if now == leftOut { return made }
      leftOut.formUnion(now)
    }
  }
}
