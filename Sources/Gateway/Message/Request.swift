/// A request that was checked: what a handler sees, and nothing that a client could have forged past the gate.
package struct Request: Sendable {
  package let id: RequestID
  package let method: Method
  /// Decoded once, valid UTF-8, without control characters or dot segments; begins with "/".
  package let path: String
  package let query: Fields
  package let headers: Headers
  package let cookies: Cookies
  package let body: Body
  /// Which of the site's own origins was asked.
  package let origin: Origin
  /// When the answer comes too late: the client then has a 503, and this task is cancelled.
  package let deadline: ContinuousClock.Instant
  package let limits: Limits
  /// Where it came from, as far as anybody needs to know; nil where nginx did not say.
  package let caller: Caller?

  package init(
    id: RequestID = RequestID(), method: Method, path: String, query: Fields = Fields(), headers: Headers = Headers(),
    cookies: Cookies = Cookies(), body: Body = .none, origin: Origin,
    deadline: ContinuousClock.Instant = .now + .seconds(30), limits: Limits = Limits(), caller: Caller? = nil
  ) {
    self.id = id
    self.method = method
    self.path = path
    self.query = query
    self.headers = headers
    self.cookies = cookies
    self.body = body
    self.origin = origin
    self.deadline = deadline
    self.limits = limits
    self.caller = caller
  }

  package var scheme: Scheme { origin.scheme }
  package var host: String { origin.authority }
}
