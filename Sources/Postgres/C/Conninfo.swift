internal import CLibPQ

/// A keyword of libpq's connection string and its value.
struct ConnectionParameter: Hashable, Sendable {
  let keyword: String
  let value: String
}

enum Conninfo {
  /// Reads a URL or `keyword=value` text as libpq does. Nil when libpq refuses it: its reason may quote a password.
  static func parse(_ text: String) -> [ConnectionParameter]? {
    var reason: UnsafeMutablePointer<CChar>?
    let options = PQconninfoParse(text, &reason)
    defer {
      PQconninfoFree(options)
      PQfreemem(reason)
    }
    guard var option = options else { return nil }
    var parameters: [ConnectionParameter] = []
    while let keyword = option.pointee.keyword {
      if let value = option.pointee.val {
        parameters.append(ConnectionParameter(keyword: String(cString: keyword), value: String(cString: value)))
      }
      option += 1
    }
    return parameters
  }
}

/// Why a connection could not be made, found without reading libpq's text: it asks whether a server answers at all.
enum Reachability: Sendable {
  case refused, starting, silent, notAttempted

  var serverAnswers: Bool { self == .refused || self == .starting }

  static func ask(_ parameters: [ConnectionParameter]) -> Reachability {
    let answer = CStrings(parameters.map(\.keyword)).withPointers { keywords in
      CStrings(parameters.map(\.value)).withPointers { values in PQpingParams(keywords, values, 0) }
    }
    return switch answer {
    case PQPING_OK: .refused
    case PQPING_REJECT: .starting
    case PQPING_NO_RESPONSE: .silent
    default: .notAttempted
    }
  }

  func error(_ parameters: [ConnectionParameter], at place: Place) -> PostgresError {
    func value(_ keyword: String) -> String? { parameters.last { $0.keyword == keyword }?.value }
    let host = value("host") ?? value("hostaddr") ?? "the default host"
    let wanted = value("target_session_attrs") ?? "any"
    let message =
      switch self {
      case .refused:
        "the database server at \(host) refused the login: check that the role and the database exist, "
          + "the password, and pg_hba.conf"
          + (wanted == "any" ? "" : "; or no server there is \(wanted)")
      case .starting: "the database server at \(host) is starting or stopping"
      case .silent: "no database server answers at \(host)"
      case .notAttempted: "the connection string to the database has a setting that libpq does not accept"
      }
    return PostgresError(self == .refused ? .loginRefused : .cannotConnect, message, at: place)
  }
}
