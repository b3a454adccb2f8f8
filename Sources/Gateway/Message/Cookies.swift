/// The cookies that came with a request.
///
/// Under https every cookie of ours carries the `__Host-` prefix, so that no other host and no plain connection can
/// have set it; the prefix is put on and taken off here and nowhere else.
package struct Cookies: Sendable, Equatable {
  private let pairs: [(name: String, value: String)]
  private let scheme: Scheme

  /// Reads the values of `Cookie` headers. What is malformed is not ours and is passed over.
  package init(_ headers: [String] = [], scheme: Scheme = .http) {
    self.scheme = scheme
    pairs = headers.flatMap { $0.split(separator: ";") }.compactMap { part in
      let halves = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard halves.count == 2 else { return nil }
      let name = Token.trimmed(halves[0])
      let value = Token.trimmed(halves[1])
      guard Token.isToken(name.utf8), SetCookie.isValue(value.utf8) else { return nil }
      return (String(name), String(value))
    }
  }

  /// The value of a cookie, asked for by its plain name. Two cookies of one name contradict each other: there is none.
  package subscript(_ name: String) -> String? {
    let sought = SetCookie.wireName(name, scheme)
    let found = pairs.filter { $0.name == sought }
    return found.count == 1 ? found[0].value : nil
  }

  package static func == (one: Cookies, other: Cookies) -> Bool {
    one.scheme == other.scheme
      && one.pairs.elementsEqual(other.pairs) { $0.name == $1.name && $0.value == $1.value }
  }
}

/// A cookie to be set: always for this host alone, for the whole site, and out of reach of scripts.
package struct SetCookie: Sendable, Equatable {
  package enum SameSite: String, Sendable {
    case strict = "Strict"
    case lax = "Lax"
  }

  package let name: String
  package let value: String
  package let maxAge: Duration?
  package let sameSite: SameSite

  /// nil if the name is no token or the value has a character that cookies cannot carry.
  package init?(_ name: String, _ value: String, maxAge: Duration? = nil, sameSite: SameSite = .strict) {
    guard Token.isToken(name.utf8), SetCookie.isValue(value.utf8) else { return nil }
    self.name = name
    self.value = value
    self.maxAge = maxAge
    self.sameSite = sameSite
  }

  /// Takes a cookie back.
  package static func removal(of name: String) -> SetCookie? { SetCookie(name, "", maxAge: .zero) }

  func rendered(_ scheme: Scheme) -> String {
    var parts = ["\(SetCookie.wireName(name, scheme))=\(value)", "Path=/"]
    if let maxAge { parts.append("Max-Age=\(max(0, maxAge.components.seconds))") }
    if scheme == .https { parts.append("Secure") }
    parts.append("HttpOnly")
    parts.append("SameSite=\(sameSite.rawValue)")
    return parts.joined(separator: "; ")
  }

  static func wireName(_ name: String, _ scheme: Scheme) -> String { scheme == .https ? "__Host-" + name : name }

  /// `cookie-octet` of RFC 6265.
  static func isValue(_ bytes: some Collection<UInt8>) -> Bool {
    bytes.allSatisfy { byte in
      byte > 0x20 && byte < 0x7F && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: ",")
        && byte != UInt8(ascii: ";") && byte != UInt8(ascii: "\\")
    }
  }
}
