internal import Gateway

/// What operators and load balancers ask, in front of the site: is it alive, is it ready, how does it do.
struct Operations: Handler {
  let site: any Handler
  let readiness: Readiness
  /// How far the records in memory are.
  var progress: @Sendable () -> String? = { nil }
  /// Renders the figures, told whether the service is ready.
  let metrics: @Sendable (Bool) -> String

  func respond(to request: Request) async -> Response {
    switch request.path {
    case "/healthz": await answer(request, "/healthz") { .text("alive\n") }
    case "/readyz": await answer(request, "/readyz") { await ready() }
    case "/metrics":
      await answer(request, "/metrics") {
        var response = Response.text(metrics(await readiness.obstacle() == nil))
        response.headers["Content-Type"] = "text/plain; version=0.0.4; charset=utf-8"
        return response
      }
    default: await site.respond(to: request)
    }
  }

  func refusal(_ problem: Problem, of refused: RefusedRequest) -> Response { site.refusal(problem, of: refused) }

  func bodyLimit(method: Method, path: String) -> Int? { site.bodyLimit(method: method, path: path) }

  private func answer(_ request: Request, _ route: String, _ body: () async -> Response) async -> Response {
    var response =
      request.method == .get || request.method == .head
      ? await body() : Response.methodNotAllowed(allow: [.get, .head])
    response.route = route
    return response
  }

  private func ready() async -> Response {
    guard let obstacle = await readiness.obstacle() else {
      return .text((["ready"] + [progress()].compactMap(\.self)).map { $0 + "\n" }.joined())
    }
    return .text("not ready: \(obstacle.rawValue)\n", status: .serviceUnavailable)
  }
}
