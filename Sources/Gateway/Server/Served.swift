/// What an observer learns of an answered request: nothing about who asked or for what.
package struct Served: Sendable {
  package enum Outcome: String, Sendable {
    /// A handler answered.
    case answered
    /// The gate refused the request.
    case refused
    /// All places and seats were taken.
    case queueFull
    /// The deadline passed; the client had a 503.
    case deadline
    /// The client left before the answer; the work was cancelled.
    case clientLeft
    /// The server stopped before the work was done.
    case stopped
  }

  package let id: RequestID
  /// The route's template, if a handler said so.
  package let route: String?
  package let method: Method?
  package let status: Status?
  package let outcome: Outcome
  package let duration: Duration
  package let bytes: Int
}
