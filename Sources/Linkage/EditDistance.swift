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
}
