import Figures
import Foundation
import Testing

/// `glpsol` from Debian's glpk-utils.
struct Solver {
  /// The optimum of a programme; nil if it has none.
  static func optimum(_ programme: String) throws -> Double? {
    let text = try answer(to: programme, as: "-o")
    guard text.contains("OPTIMAL"), let found = text.firstMatch(of: /Objective:\s+obj = ([-0-9.e+]+)/) else {
      return nil
    }
    return Double(found.output.1)
  }

  /// What it writes about a programme, in the form that the option asks for.
  static func answer(to programme: String, as option: String) throws -> String {
    let folder = FileManager.default.temporaryDirectory.appending(path: "lp-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let model = folder.appending(path: "model.lp"), answer = folder.appending(path: "answer")
    try Data(programme.utf8).write(to: model)
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/glpsol")
    process.arguments = ["--lp", model.path, option, answer.path]
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return try String(contentsOf: answer, encoding: .utf8)
  }
}

@Suite struct `A protected table` {
  static func table(_ counts: [[Int]]) -> ProtectedTable {
    ProtectedTable(
      rows: counts.indices.map { "r\($0)" }, columns: (counts.first ?? []).indices.map { "c\($0)" }, counts: counts)
  }

  @Test func `tells zeros and large counts, and leaves out one to ten`() {
    let table = Self.table([[0, 11, 40], [10, 200, 30], [1, 50, 60]])
    #expect(table.cells[0][0] == 0)
    #expect(table.cells[1][0] == nil && table.cells[2][0] == nil)
    for line in table.cells { for case let count? in line { #expect(count == 0 || count >= 11) } }
    #expect(Self.table([[0, 0], [0, 0]]).cells == [[0, 0, 0], [0, 0, 0], [0, 0, 0]])
    #expect(Self.table([[5]]).cells == [[nil, nil], [nil, nil]])
  }

  /// One left-out cell in a row would be the sum less the others: the attack that a solver has to find.
  @Test func `is recovered by the solver where only the small count is left out`() throws {
    var cells: [[Int?]] = ProtectedTable.withSums([[3, 40], [50, 60]], columns: 2).map { $0.map(Optional.some) }
    cells[0][0] = nil
    let attack = TableAttack(cells)
    let target = try #require(attack.targets.first)
    #expect(try Solver.optimum(attack.programme(target, greatest: false)) == 3)
    #expect(try Solver.optimum(attack.programme(target, greatest: true)) == 3)
  }

  @Test func `gives no left-out count to somebody with a solver and all that is told`() throws {
    var seed: UInt64 = 42
    func next(_ limit: Int) -> Int {
      seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(seed >> 33) % limit
    }
    var attacked = 0, recovered = 0, narrowest = Double.infinity, shown = 0
    for round in 0..<24 {
      let rows = 1 + next(7), columns = 1 + next(4)
      let counts = (0..<rows).map { _ in
        (0..<columns).map { _ in
          [0, 1 + next(10), 1 + next(10), 11 + next(20), 40 + next(300)][next(round < 4 ? 3 : 5)]
        }
      }
      let table = Self.table(counts)
      let full = ProtectedTable.withSums(counts, columns: columns)
      let attack = TableAttack(table.cells)
      shown += table.cells.reduce(0) { $0 + $1.count { $0 != nil } }
      for target in attack.targets {
        let least = try #require(try Solver.optimum(attack.programme(target, greatest: false)))
        let greatest = try #require(try Solver.optimum(attack.programme(target, greatest: true)))
        attacked += 1
        let count = full[target.row][target.column]
        #expect(least <= Double(count) + 1e-6 && Double(count) <= greatest + 1e-6)
        if greatest - least < 1 { recovered += 1 }
        // A small count could as well be ten more.
        if count < ProtectedTable.smallest {
          narrowest = min(narrowest, greatest - Double(count))
          #expect(greatest >= Double(count) + 10 - 1e-6, "\(counts) \(target)")
        }
      }
    }
    print(
      "suppression attack: \(attacked) left-out cells, \(recovered) recovered, \(shown) cells told, \(narrowest) above the truth at least"
    )
    #expect(recovered == 0 && attacked > 100 && shown > 50)
  }
}
