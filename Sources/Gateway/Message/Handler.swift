/// What answers requests: the site as a whole, or a stand-in in a test.
package protocol Handler: Sendable {
  func respond(to request: Request) async -> Response

  /// How a refusal that never reached `respond` is shown. By default as problem details.
  func refusal(_ problem: Problem, of refused: RefusedRequest) -> Response

  /// The largest body that this path takes; nil is the server's own limit.
  func bodyLimit(method: Method, path: String) -> Int?
}

extension Handler {
  package func refusal(_ problem: Problem, of refused: RefusedRequest) -> Response { .problem(problem) }
  package func bodyLimit(method: Method, path: String) -> Int? { nil }
}

/// What is known of a request that was refused: enough to choose a language and a format, no more.
package struct RefusedRequest: Sendable {
  package let id: RequestID
  package let path: String?
  package let headers: Headers

  package init(id: RequestID, path: String?, headers: Headers) {
    self.id = id
    self.path = path
    self.headers = headers
  }
}

/// An error that says itself how it is answered.
package protocol RespondingError: Error {
  var problem: Problem { get }
}
