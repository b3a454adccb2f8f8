import Figures
import Foundation
import Testing

@Suite struct `Tables of the same counts` {
  /// Counts of people by month, in two ways: by place and by sex.
  static func invented(seed: UInt64) -> (rows: [String], tables: [(columns: [String], counts: [[Int]])]) {
    var state = seed &* 2_862_933_555_777_941_757 &+ 3_037_000_493
    func next(_ most: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % most
    }
    var byPlace: [[Int]] = [], bySex: [[Int]] = []
    for _ in 0..<12 {
      let row = (0..<6).map { place in place < 2 ? 20 + next(60) : next(14) }
      let sum = row.reduce(0, +), women = min(sum, next(30)), other = min(sum - women, next(4))
      byPlace.append(row)
      bySex.append([women, sum - women - other, other])
    }
    let columns = (["A", "B", "C", "D", "E", "F"], ["female", "male", "unknown"])
    return ((1...12).map { "month \($0)" }, [(columns.0, byPlace), (columns.1, bySex)])
  }

  @Test func `leave out the same sums`() {
    for seed in 1...40 as ClosedRange<UInt64> {
      let (rows, tables) = Self.invented(seed: seed)
      let made = LinkedTables.protected(rows: rows, tables)
      #expect(made[0].cells.map { $0.last == .some(nil) } == made[1].cells.map { $0.last == .some(nil) })
      for (table, told) in zip(made, tables) {
        let full = ProtectedTable.withSums(told.counts, columns: told.columns.count)
        for (row, line) in table.cells.enumerated() {
          for (column, cell) in line.enumerated() {
            if let cell { #expect(cell == full[row][column] && !(1...10).contains(cell)) }
          }
        }
      }
    }
  }

  /// Everything that both tables say at once, for a solver: a variable for each count and sum that is left out, one for the
  /// sums that they share.
  static func programme(_ tables: [ProtectedTable], _ target: String, greatest: Bool) -> String {
    var text = (greatest ? "Maximize" : "Minimize") + "\n obj: \(target)\nSubject To\n"
    var names: Set<String> = []
    var number = 0
    for (index, table) in tables.enumerated() {
      let last = table.cells[0].count - 1, bottom = table.cells.count - 1
      func name(_ row: Int, _ column: Int) -> String { column == last ? "s\(row)" : "t\(index)_\(row)_\(column)" }
      func add(_ line: [(Int, Int, Int)]) {
        var terms: [String] = [], known = 0
        for (sign, row, column) in line {
          if let count = table.cells[row][column] {
            known += sign * count
          } else {
            names.insert(name(row, column))
            terms.append((sign > 0 ? "+ " : "- ") + name(row, column))
          }
        }
        guard !terms.isEmpty else { return }
        number += 1
        text += " c\(number): \(terms.joined(separator: " ")) = \(-known)\n"
      }
      for row in 0...bottom { add((0...last).map { ($0 == last ? -1 : 1, row, $0) }) }
      for column in 0...last { add((0...bottom).map { ($0 == bottom ? -1 : 1, $0, column) }) }
    }
    text += "Bounds\n"
    for name in names.sorted() { text += " 1 <= \(name) <= 1000000\n" }
    return text + "End\n"
  }

  static let solver = ["/usr/bin/glpsol", "/usr/local/bin/glpsol"].first(where: FileManager.default.isExecutableFile)

  @Test(.enabled(if: solver != nil, "the solver glpsol of Debian's glpk-utils does the attack"))
  func `put together give no small count away`() throws {
    var attacked = 0, recovered = 0
    for seed in 1...6 as ClosedRange<UInt64> {
      let (rows, tables) = Self.invented(seed: seed)
      let made = LinkedTables.protected(rows: rows, tables)
      for (index, table) in made.enumerated() {
        let full = ProtectedTable.withSums(tables[index].counts, columns: tables[index].columns.count)
        for row in table.rows.indices {
          for column in table.columns.indices
          where table.cells[row][column] == nil && (1...10).contains(full[row][column]) {
            let target = "t\(index)_\(row)_\(column)"
            let least = try Self.optimum(Self.programme(made, target, greatest: false))
            let most = try Self.optimum(Self.programme(made, target, greatest: true))
            attacked += 1
            if let least, let most, most - least < 0.5 { recovered += 1 }
          }
        }
      }
    }
    print("linked tables: \(attacked) small counts attacked, \(recovered) recovered")
    #expect(attacked > 50 && recovered == 0)
  }

  private static func optimum(_ programme: String) throws -> Double? {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("linked-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let model = folder.appendingPathComponent("model.lp"), result = folder.appendingPathComponent("result.txt")
    try Data(programme.utf8).write(to: model)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: solver ?? "/usr/bin/glpsol")
    process.arguments = ["--lp", model.path, "-o", result.path]
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    let text = try String(contentsOf: result, encoding: .utf8)
    guard let line = text.split(separator: "\n").first(where: { $0.hasPrefix("Objective:") }),
      let word = line.split(separator: " ").first(where: { Double($0) != nil })
    else { return nil }
    return Double(word)
  }
}
