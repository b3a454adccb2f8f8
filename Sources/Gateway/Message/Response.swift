/// An answer. What holds for all answers (security headers, no-store, length) is added where it leaves.
package struct Response: Sendable {
  package var status: Status
  package var headers: Headers
  package var body: Body
  package var cookies: [SetCookie] = []
  /// The route's template, for logs and metrics; never the path itself, which may carry anything.
  package var route: String?

  package init(status: Status = .ok, headers: Headers = Headers(), body: Body = .none) {
    self.status = status
    self.headers = headers
    self.body = body
  }

  package static func html(_ text: String, status: Status = .ok) -> Response {
    Response(status: status, headers: ["Content-Type": "text/html; charset=utf-8"], body: .bytes(Array(text.utf8)))
  }

  package static func text(_ text: String, status: Status = .ok) -> Response {
    Response(status: status, headers: ["Content-Type": "text/plain; charset=utf-8"], body: .bytes(Array(text.utf8)))
  }

  package static func json(_ bytes: [UInt8], status: Status = .ok) -> Response {
    Response(status: status, headers: ["Content-Type": "application/json"], body: .bytes(bytes))
  }

  /// Sends the client to a path of this site; anything that is not such a path leads to the front page.
  package static func redirect(to path: String, status: Status = .seeOther) -> Response {
    let isOurs = path.hasPrefix("/") && !path.hasPrefix("//") && !path.utf8.contains(UInt8(ascii: "\\"))
    return Response(status: status, headers: ["Location": isOurs ? path : "/"])
  }

  package static func problem(_ problem: Problem) -> Response {
    Response(
      status: problem.status, headers: ["Content-Type": "application/problem+json"], body: .bytes(problem.json))
  }

  package static var notFound: Response { .problem(Problem(.notFound)) }

  package static func methodNotAllowed(allow methods: [Method]) -> Response {
    var response = Response.problem(Problem(.methodNotAllowed))
    response.headers["Allow"] = methods.map(\.rawValue).joined(separator: ", ")
    return response
  }

  package static func options(allow methods: [Method]) -> Response {
    Response(status: .noContent, headers: ["Allow": methods.map(\.rawValue).joined(separator: ", ")])
  }
}
