internal import CivilTime
internal import Foundation
internal import Gateway
internal import Services

/// The keeper's only door: one question about one contact.
struct KeeperDoor: Handler {
  let keeper: KeeperService
  let log: LineLog

  static let path = "/contact"
  static let host = "keeper"

  static func origin() throws(Failure) -> Origin {
    guard let origin = Origin("http://\(host)") else { throw Failure("A name in the program is none.") }
    return origin
  }

  func bodyLimit(method: Gateway.Method, path: String) -> Int? { 8192 }

  func respond(to request: Request) async -> Response {
    guard request.method == .post, request.path == Self.path else { return .notFound }
    guard let question = try? JSONDecoder().decode(ContactRequest.self, from: Data(request.body.bytes)) else {
      return .problem(Problem(.badRequest))
    }
    let answer: ContactAnswer
    do {
      answer = try await keeper.open(question, now: .now)
    } catch {
      log.error("contact", ["why": .template(Failure(explaining: error).sentence)])
      answer = .refused(.away)
    }
    guard let bytes = try? JSONEncoder().encode(answer) else { return .problem(Problem(.internalServerError)) }
    return .json(Array(bytes))
  }
}

/// The keeper as the site reaches it.
struct KeeperLine: ContactKeeper {
  let socket: String

  func open(_ request: ContactRequest) async -> ContactAnswer {
    guard let body = try? JSONEncoder().encode(request) else { return .refused(.away) }
    let question = UnixExchange.request(
      [
        ("REQUEST_METHOD", "POST"), ("REQUEST_URI", KeeperDoor.path), ("DOCUMENT_URI", KeeperDoor.path),
        ("SERVER_PROTOCOL", "HTTP/1.1"), ("HTTP_HOST", KeeperDoor.host), ("CONTENT_TYPE", "application/json"),
      ], body: Array(body))
    let end = Data("\r\n\r\n".utf8)
    guard let answer = await UnixExchange.ask(socket, question).map({ Data($0) }),
      let head = answer.range(of: end),
      let read = try? JSONDecoder().decode(ContactAnswer.self, from: answer[head.upperBound...])
    else { return .refused(.away) }
    return read
  }
}
