package enum Scheme: String, Sendable { case http, https }

/// An origin under which the site is reached: the scheme, the host, and the port if it is not the usual one.
package struct Origin: Sendable, Hashable, CustomStringConvertible {
  package let scheme: Scheme
  /// In small letters, without the port.
  package let host: String
  package let port: Int

  /// Reads "https://host" or "http://host:port"; nil for anything else, a path included.
  package init?(_ text: String) {
    let scheme: Scheme = text.hasPrefix("https://") ? .https : .http
    let start = scheme.rawValue + "://"
    guard text.hasPrefix(start) else { return nil }
    self.init(scheme: scheme, authority: String(text.dropFirst(start.count)))
  }

  init?(scheme: Scheme, authority: String) {
    let parts = authority.split(separator: ":", omittingEmptySubsequences: false)
    guard let host = parts.first, !host.isEmpty, parts.count <= 2, host.utf8.count <= 253 else { return nil }
    let isName = host.utf8.allSatisfy { byte in
      Token.isDigit(byte)
        || (Token.lowercased(byte) >= UInt8(ascii: "a") && Token.lowercased(byte) <= UInt8(ascii: "z"))
        || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
    }
    guard isName else { return nil }
    let usual = scheme == .https ? 443 : 80
    if parts.count == 2 {
      guard let port = Token.decimal(parts[1].utf8), (1...65_535).contains(port) else { return nil }
      self.port = port
    } else {
      port = usual
    }
    self.scheme = scheme
    self.host = String(decoding: host.utf8.map(Token.lowercased), as: UTF8.self)
  }

  /// The host as a client names it: with the port unless it is the usual one.
  package var authority: String { port == (scheme == .https ? 443 : 80) ? host : "\(host):\(port)" }
  package var description: String { "\(scheme.rawValue)://\(authority)" }
}
