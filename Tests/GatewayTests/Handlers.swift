import Gateway
import Locking

/// Says back what it was asked, and does a few things more by path.
struct Echo: Handler {
  static let asset = Asset(
    Array(String(repeating: "p { margin: 0 } ", count: 100).utf8), type: "text/css", isImmutable: true)

  func bodyLimit(method: Gateway.Method, path: String) -> Int? { path == "/upload" ? 4_000_000 : nil }

  func respond(to request: Request) async -> Response {
    switch request.path {
    case "/assets/site.css": return Echo.asset.response(to: request)
    case "/missing": return .notFound
    case "/only-get": return .methodNotAllowed(allow: [.get, .head])
    case "/cookie":
      var response = Response.text(request.cookies["s"] ?? "none")
      if let cookie = SetCookie("s", "abc", maxAge: .seconds(60)) { response.cookies.append(cookie) }
      return response
    case "/big": return Echo.big()
    case "/raw": return .text("\(request.method.rawValue) \(request.body.count)")
    default: return await echo(request)
    }
  }

  /// Five megabytes from a file, in a pattern that shows what is missing.
  private static func big() -> Response {
    guard let file = try? TemporaryFile() else { return .problem(Problem(.serviceUnavailable)) }
    for number in 0..<500_000 { try? file.append(Array("\(1_000_000_000 + number)".utf8)) }
    return Response(headers: ["Content-Type": "text/plain"], body: .file(file))
  }

  private func echo(_ request: Request) async -> Response {
    do throws(RequestError) {
      let form = try await request.form(FormLimits(files: 3))
      let first = ["\(request.method.rawValue) \(request.path)"] + request.query.pairs.map { "\($0.name)=\($0.value)" }
      var lines = [first.joined(separator: " ")]
      lines += form.fields.pairs.map { "form \($0.name)=\($0.value)" }
      lines += form.files.map { "file \($0.name) \($0.fileName) \($0.type) \($0.content.count)" }
      return .text(lines.joined(separator: "\n"))
    } catch {
      return .problem(error.problem)
    }
  }
}

/// Answers "/slow…" only when it is told to, and notes what happens to each call.
final class Stage: Handler {
  struct Notes {
    var started: [String] = []
    var cancelled: [String] = []
    var answered: [String] = []
    var isOpen = false
  }

  let notes = Locked(Notes())

  func respond(to request: Request) async -> Response {
    notes.withLock { $0.started.append(request.path) }
    while request.path.hasPrefix("/slow"), !notes.withLock({ $0.isOpen }) {
      do {
        try await Task.sleep(for: .milliseconds(5))
      } catch {
        notes.withLock { $0.cancelled.append(request.path) }
        return .text("cancelled")
      }
    }
    notes.withLock { $0.answered.append(request.path) }
    return .text("done \(request.path)")
  }

  func open() { notes.withLock { $0.isOpen = true } }
  var started: [String] { notes.withLock { $0.started } }
  var cancelled: [String] { notes.withLock { $0.cancelled } }
  var answered: [String] { notes.withLock { $0.answered } }
}

/// Whether something becomes true; only a test that fails waits to the end.
func eventually(_ condition: () async throws -> Bool) async rethrows -> Bool {
  let end = ContinuousClock.now + .seconds(30)
  while ContinuousClock.now < end {
    if try await condition() { return true }
    try? await Task.sleep(for: .milliseconds(5))
  }
  return false
}
