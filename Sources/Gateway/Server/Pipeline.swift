/// The way of a request through the service, sockets aside: gate, handler, and what every answer gets.
package struct Pipeline: Sendable {
  package let gate: Gate
  package let handler: any Handler

  package init(gate: Gate, handler: any Handler) {
    self.gate = gate
    self.handler = handler
  }

  /// Answers a whole message: what tests of "the router alone" call.
  package func respond(to head: SCGIHead, body: [UInt8], id: RequestID = RequestID()) async -> Response {
    do throws(RequestError) {
      let admitted = try admit(head, id: id)
      return await respond(
        to: admitted, body: body.isEmpty ? .none : .bytes(body), deadline: .now + gate.limits.deadline)
    } catch {
      return refuse(error.problem, head: head, id: id)
    }
  }

  /// Checks what can be checked before the body comes.
  func admit(_ head: SCGIHead, id: RequestID) throws(RequestError) -> Gate.Admitted {
    let admitted = try gate.admit(head, id: id)
    let limit = handler.bodyLimit(method: admitted.method, path: admitted.path) ?? gate.limits.body
    guard admitted.contentLength <= limit else { throw .refused(.contentTooLarge, "body") }
    return admitted
  }

  func respond(to admitted: Gate.Admitted, body: Body, deadline: ContinuousClock.Instant) async -> Response {
    let request = Request(
      id: admitted.id, method: admitted.method, path: admitted.path, query: admitted.query,
      headers: admitted.headers,
      cookies: Cookies(admitted.headers.all("Cookie"), scheme: admitted.origin.scheme), body: body,
      origin: admitted.origin, deadline: deadline, limits: gate.limits, caller: admitted.caller)
    let response = await handler.respond(to: request)
    return finished(response, id: request.id, scheme: request.scheme, isHead: request.method == .head)
  }

  /// The answer to a request that never reaches `respond` of the handler.
  func refuse(_ problem: Problem, head: SCGIHead?, id: RequestID) -> Response {
    let headers = head.flatMap { try? gate.headers(of: $0) } ?? Headers()
    let path = head.flatMap { try? gate.path(of: $0) }
    let refused = RefusedRequest(id: id, path: path, headers: headers)
    var response = handler.refusal(problem, of: refused)
    if problem.status == .serviceUnavailable || problem.status == .tooManyRequests {
      response.headers.setIfAbsent("Retry-After", "\(gate.limits.retryAfter.components.seconds)")
    }
    let scheme = gate.origins.first?.scheme ?? .http
    return finished(response, id: id, scheme: scheme, isHead: head?["REQUEST_METHOD"] == "HEAD")
  }

  private func finished(_ response: Response, id: RequestID, scheme: Scheme, isHead: Bool) -> Response {
    var response = response
    SecurityHeaders.apply(to: &response, scheme: scheme)
    for cookie in response.cookies { response.headers.add("Set-Cookie", cookie.rendered(scheme)) }
    response.cookies = []
    response.headers["X-Request-ID"] = id.description
    if response.status.isBodiless {
      response.body = .none
      response.headers["Content-Length"] = nil
    } else {
      response.headers["Content-Length"] = "\(response.body.count)"
    }
    if isHead { response.body = .none }
    return response
  }
}

extension Response {
  /// The answer as SCGI wants it: a Status line, the headers, an empty line. The body follows.
  var wireHead: [UInt8] {
    var text = "Status: \(status)\r\n"
    for field in headers.fields { text += "\(field.name): \(field.value)\r\n" }
    return Array((text + "\r\n").utf8)
  }
}
