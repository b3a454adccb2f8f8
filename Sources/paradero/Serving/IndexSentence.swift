internal import Services

extension RecordIndex.Status {
  /// How far the index is, in words for operators.
  var sentence: String {
    switch phase {
    case .off: "index: not in memory; searches use the database's keys"
    case .loading: "index: reading, \(people) people so far; searches use the database's keys"
    case .following:
      "index: \(people) people, \(behind.map { "\(Int($0 / .milliseconds(1))) ms behind" } ?? "catching up"), \(memory >> 20) MB"
    }
  }
}
