/// Small edit distances: a typing error is one letter inserted, left out, replaced, or exchanged with its neighbour.
package enum EditDistance {
  /// Whether two words differ by at most one typing error (Damerau 1964).
  package static func isAtMostOne(_ a: String, _ b: String) -> Bool {
    isAtMostOne(Array(a.unicodeScalars), Array(b.unicodeScalars))
  }

  package static func isAtMostOne(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Bool {
    let (short, long) = a.count <= b.count ? (a, b) : (b, a)
    guard long.count - short.count <= 1 else { return false }
    var front = 0
    while front < short.count, short[front] == long[front] { front += 1 }
    var back = 0
    while back < short.count - front, short[short.count - 1 - back] == long[long.count - 1 - back] { back += 1 }
    let middle = short.count - front - back
    if long.count > short.count { return middle == 0 }
    return middle <= 1
      || (middle == 2 && short[front] == long[front + 1] && short[front + 1] == long[front])
  }

  /// Whether two words differ by at most two typing errors: optimal string alignment in a band of five.
  package static func isAtMostTwo(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Bool {
    guard abs(a.count - b.count) <= 2 else { return false }
    let far = 3
    var before = [Int](repeating: far, count: b.count + 1)
    var last = (0...b.count).map { min($0, far) }
    for i in a.indices {
      var row = [Int](repeating: far, count: b.count + 1)
      row[0] = min(i + 1, far)
      let low = max(0, i - 2)
      let high = min(b.count - 1, i + 2)
      guard low <= high else { return false }
      for j in low...high {
        var best = min(last[j] + (a[i] == b[j] ? 0 : 1), last[j + 1] + 1, row[j] + 1)
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { best = min(best, before[j - 1] + 1) }
        row[j + 1] = min(best, far)
      }
      before = last
      last = row
    }
    return last[b.count] <= 2
  }
}
