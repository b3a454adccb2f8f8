/// What `paradero link` was asked to do.
package struct LinkOptions: Sendable {
  package enum Lists: Sendable, Equatable {
    case two(left: String, right: String)
    /// A list against itself: who stands in it twice.
    case one(String)
  }

  package var lists: Lists
  package var output: String
  /// The facts and levels behind each match as a fifth column.
  package var reasons = false
  /// The least probability that is written.
  package var threshold = 0.5
  /// Each row of either list in one match at most.
  package var oneToOne = false

  package init(_ lists: Lists, output: String) {
    self.lists = lists
    self.output = output
  }

  var paths: [String] {
    switch lists {
    case .two(let left, let right): [left, right]
    case .one(let path): [path]
    }
  }
}

/// How far the linking of two lists is.
package enum LinkStage: Sendable, Equatable {
  case surveying(String)
  /// Rows read into the index, of all.
  case indexing(Int, of: Int)
  case learning
  /// Rows that were looked up, of all.
  case linking(Int, of: Int)
}

/// What linking did.
package struct LinkReport: Sendable {
  package struct List: Sendable {
    package let label: String
    package var rows = 0
    package var linked = 0
    /// Rows that have the id of a row before them.
    package var repeated = 0
    package var hasIDs = true
    package var faults: [RowFault] = []

    init(_ label: String) { self.label = label }
  }

  package var lists: [List] = []
  package var matches = 0
  /// Pairs that the weights were learnt from.
  package var learntFrom = 0
  package var indexSeconds = 0.0
  package var learningSeconds = 0.0
  package var linkingSeconds = 0.0
  package var output = ""

  /// Faults that are told one by one; the rest are counted.
  private static let told = 20

  /// The report as lines for a terminal.
  package var lines: [String] {
    var lines: [String] = []
    for list in lists {
      let rejected = list.faults.filter { $0.outcome == .rejected }.count
      lines.append("\(list.label): \(list.rows) rows taken, \(rejected) left out.")
      if !list.hasIDs { lines.append("  No column holds an id: the number of the line stands for it.") }
      if list.repeated > 0 {
        lines.append("  \(list.repeated) rows have the id of a row before them; each is linked by itself.")
      }
      for fault in list.faults.prefix(Self.told) {
        let column = fault.column.map { ", column \($0)" } ?? ""
        lines.append("  line \(fault.line)\(column): \(fault.reason.sentence)")
      }
      if list.faults.count > Self.told { lines.append("  and \(list.faults.count - Self.told) more like these") }
    }
    let taught =
      learntFrom > 0 ? "weights learnt from \(learntFrom) pairs" : "too few pairs to learn from: usual weights"
    lines.append("\(matches) matches in \(output); \(taught).")
    return lines
  }
}
