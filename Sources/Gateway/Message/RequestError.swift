/// Why a request cannot be answered as it stands. It has a status and a fixed word, never what was sent.
package enum RequestError: RespondingError, Equatable, CustomStringConvertible {
  case refused(Status, String)

  package var problem: Problem {
    switch self {
    case .refused(let status, let code): Problem(status, code: code)
    }
  }

  package var description: String {
    switch self {
    case .refused(let status, let code): "\(status) [\(code)]"
    }
  }
}
