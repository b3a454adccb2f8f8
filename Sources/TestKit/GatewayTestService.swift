package import Gateway
internal import Foundation

/// Through how much of the real thing a test goes. The same test runs at each by changing one word.
package enum TestLayer: String, Sendable, CaseIterable {
  /// Gate, handler and answer, without a socket.
  case router
  /// A real server on a Unix socket, spoken to as nginx would.
  case socket
  /// Debian's nginx with the project's own configuration in front of it.
  case nginx
}

/// A service in a test: `try await withTestService(.nginx, handler) { service in try await service.send(.get("/")) }`.
package struct TestService: Sendable {
  package let layer: TestLayer
  private let pipeline: Pipeline
  package let socketPath: String
  package let nginx: NginxServer?

  fileprivate init(_ layer: TestLayer, _ pipeline: Pipeline, _ socketPath: String, _ nginx: NginxServer?) {
    self.layer = layer
    self.pipeline = pipeline
    self.socketPath = socketPath
    self.nginx = nginx
  }

  /// Sends one request and gives its answer.
  package func send(_ request: TestRequest) async throws -> TestResponse {
    switch layer {
    case .router:
      let head = SCGIHead(contentLength: request.body.count, variables: variables(request))
      let response = await pipeline.respond(to: head, body: request.body)
      return TestResponse(
        status: response.status.code, headers: response.headers.fields.map { ($0.name, $0.value) },
        body: response.body.bytes)
    case .socket:
      let message = SCGI.message(variables(request), body: request.body)
      let path = socketPath
      let bytes = try await offPool {
        let socket = try RawSocket.unix(path)
        socket.send(message)
        return socket.receiveAll().bytes
      }
      return try WireReader.cgi(bytes)
    case .nginx:
      guard let nginx else { throw NginxServer.Failure(description: "nginx was not started") }
      let bytes = try await nginx.exchange(http(request)).bytes
      guard let answer = try WireReader.http(bytes, methods: [request.method]).first else {
        throw NginxServer.Failure(description: "no answer to \(request.method) \(request.target)")
      }
      return answer
    }
  }

  /// What nginx tells the service of a request. (It cleans the path of dot segments; here it is only decoded.)
  private func variables(_ request: TestRequest) -> [(name: String, value: String)] {
    let path = request.target.prefix { $0 != "?" }
    var variables = [
      ("REQUEST_METHOD", request.method), ("REQUEST_URI", request.target),
      ("DOCUMENT_URI", String(path).removingPercentEncoding ?? String(path)), ("SERVER_PROTOCOL", "HTTP/1.1"),
    ]
    var names = request.headers
    if !names.contains(where: { $0.name == "Host" }) { names.append(("Host", "localhost:8080")) }
    for (name, value) in names {
      if name.lowercased() == "content-type" { variables.append(("CONTENT_TYPE", value)) }
      variables.append(("HTTP_" + name.uppercased().replacingOccurrences(of: "-", with: "_"), value))
    }
    return variables
  }

  private func http(_ request: TestRequest) -> [UInt8] {
    var text = "\(request.method) \(request.target) HTTP/1.1\r\n"
    if !request.headers.contains(where: { $0.name == "Host" }) { text += "Host: localhost:8080\r\n" }
    for (name, value) in request.headers { text += "\(name): \(value)\r\n" }
    if !request.body.isEmpty { text += "Content-Length: \(request.body.count)\r\n" }
    return Array((text + "Connection: close\r\n\r\n").utf8) + request.body
  }
}

/// Runs a handler at a layer for the length of a closure; the server and nginx are gone afterwards.
package func withTestService<Result: Sendable>(
  _ layer: TestLayer, _ handler: any Handler, limits: Limits = Limits(), origin: String = "http://localhost:8080",
  nginx settings: [String: String] = [:], observer: @escaping @Sendable (Served) -> Void = { _ in },
  _ body: (TestService) async throws -> Result
) async throws -> Result {
  guard let origin = Origin(origin) else { throw NginxServer.Failure(description: "no origin: \(origin)") }
  let pipeline = Pipeline(gate: Gate(origins: [origin], limits: limits), handler: handler)
  if layer == .router { return try await body(TestService(layer, pipeline, "", nil)) }
  let folder = try ServiceFolder()
  defer { folder.remove() }
  let path = folder.socketPath("web")
  let server = try SCGIServer(
    socketPath: path, origins: [origin], handler: handler, limits: limits, observer: observer)
  let running = Task { await server.run() }
  do {
    let front = layer == .nginx ? try await NginxServer(folder: folder, sockets: [path], settings: settings) : nil
    let result = try await body(TestService(layer, pipeline, path, front))
    await front?.stop()
    running.cancel()
    await running.value
    return result
  } catch {
    running.cancel()
    await running.value
    throw error
  }
}
