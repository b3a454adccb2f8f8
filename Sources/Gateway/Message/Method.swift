/// The methods that the service knows; any other is answered 501.
package enum Method: String, Sendable, Hashable, CaseIterable {
  case get = "GET"
  case head = "HEAD"
  case post = "POST"
  case put = "PUT"
  case patch = "PATCH"
  case delete = "DELETE"
  case options = "OPTIONS"

  /// Whether asking twice does no more than asking once, and changes nothing.
  package var isSafe: Bool { self == .get || self == .head || self == .options }
}
