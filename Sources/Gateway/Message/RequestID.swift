/// A random name for a request: it ties an answer to its log lines, and says nothing of who asked.
package struct RequestID: Sendable, Hashable, CustomStringConvertible {
  package let description: String

  package init() {
    var generator = SystemRandomNumberGenerator()
    let digits = String(generator.next() as UInt64, radix: 16)
    description = String(repeating: "0", count: 16 - digits.utf8.count) + digits
  }
}
