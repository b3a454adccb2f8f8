/// The body of a request.
package enum Body: Sendable {
  case none
  case bytes([UInt8])

  package var count: Int {
    switch self {
    case .none: 0
    case .bytes(let bytes): bytes.count
    }
  }
}
