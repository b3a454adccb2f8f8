internal import CivilTime

/// A stretch of time, the end exclusive.
struct Stretch: Hashable, Sendable {
  let start: Timestamp
  let end: Timestamp

  init(_ start: Timestamp, _ end: Timestamp) { (self.start, self.end) = (start, max(start, end)) }

  var minutes: Int { Int((end.microseconds - start.microseconds) / 60_000_000) }

  func clipped(to whole: Stretch) -> Stretch? {
    let start = max(start, whole.start), end = min(end, whole.end)
    return start < end ? Stretch(start, end) : nil
  }

  /// The same time without overlaps, in order.
  static func merged(_ stretches: [Stretch]) -> [Stretch] {
    stretches.filter { $0.start < $0.end }.sorted { $0.start < $1.start }.reduce(into: []) { merged, next in
      if let last = merged.last, next.start <= last.end {
        merged[merged.count - 1] = Stretch(last.start, max(last.end, next.end))
      } else {
        merged.append(next)
      }
    }
  }

  static func minutes(_ stretches: [Stretch]) -> Int { merged(stretches).reduce(0) { $0 + $1.minutes } }

  /// What lies in both.
  static func shared(_ left: [Stretch], _ right: [Stretch]) -> [Stretch] {
    let right = merged(right)
    return merged(left).flatMap { one in right.compactMap { $0.clipped(to: one) } }
  }

  /// What of `whole` lies in none of them.
  static func outside(_ stretches: [Stretch], within whole: Stretch) -> [Stretch] {
    var rest: [Stretch] = []
    var from = whole.start
    for one in merged(stretches.compactMap { $0.clipped(to: whole) }) {
      if from < one.start { rest.append(Stretch(from, one.start)) }
      from = one.end
    }
    if from < whole.end { rest.append(Stretch(from, whole.end)) }
    return rest
  }
}
