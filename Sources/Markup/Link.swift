/// A place inside this site, as its routes print it.
package protocol SitePath {
  /// Begins with one slash; already percent-encoded.
  var path: String { get }
}

/// A link that a page may carry. There is no way to make one from a whole URL at run time, so `javascript:` and
/// other schemes cannot be written.
package struct Link: Hashable, Sendable {
  package let url: String

  private init(_ url: String) { self.url = url }

  /// A page of this site, with its query and the place in the page.
  package static func to(
    _ page: some SitePath, query: [(name: String, value: String)] = [], at id: ElementID? = nil
  ) -> Link {
    var url = localPath(page.path)
    for (index, field) in query.enumerated() {
      url += (index == 0 ? "?" : "&") + percentEncoded(field.name) + "=" + percentEncoded(field.value)
    }
    return Link(url + (id.map { "#" + $0.name } ?? ""))
  }

  /// A place in the same page.
  package static func at(_ id: ElementID) -> Link { Link("#" + id.name) }

  /// Another site, named in the source code: `Link.https("www.example.org/page")`.
  package static func https(_ rest: StaticString) -> Link { Link("https://" + rest.description) }

  /// A number to tap. Nil when it holds no number that can be dialled: seven to fifteen digits.
  package static func telephone(_ text: String) -> Link? {
    let upToExtension = text.prefix { !$0.isLetter && $0 != "," && $0 != ";" }
    let digits = upToExtension.filter { $0.isASCII && $0.isNumber }
    guard (7...15).contains(digits.count) else { return nil }
    // Ten digits, or eleven that begin with 1, are North American.
    if upToExtension.contains("+") || digits.count > 11 { return Link("tel:+" + digits) }
    if digits.count == 11, digits.hasPrefix("1") { return Link("tel:+" + digits) }
    return Link(digits.count == 10 ? "tel:+1" + digits : "tel:" + digits)
  }

  /// An address to write to. Nil when it is not plainly one address.
  package static func mail(_ address: String) -> Link? {
    let parts = address.split(separator: "@", omittingEmptySubsequences: false)
    let allowed: (Character) -> Bool = { $0.isASCII && ($0.isLetter || $0.isNumber || ".-_+'".contains($0)) }
    guard parts.count == 2, parts[0].count >= 1, parts[0].allSatisfy(allowed), parts[1].contains("."),
      parts[1].allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || ".-".contains($0)) })
    else { return nil }
    return Link("mailto:" + parts[0].replacing("+", with: "%2B") + "@" + parts[1])
  }

  /// The key of a second factor, opened by whatever authenticator app the reader has.
  package static func authenticator(_ address: String) -> Link? {
    let allowed: (Character) -> Bool = { $0.isASCII && ($0.isLetter || $0.isNumber || "-._~%:?=&/".contains($0)) }
    guard address.hasPrefix("otpauth://totp/"), address.allSatisfy(allowed) else { return nil }
    return Link(address)
  }

  /// A point on the earth, opened by whatever map the reader has.
  package static func map(latitude: Double, longitude: Double) -> Link? {
    guard (-90...90).contains(latitude), (-180...180).contains(longitude) else { return nil }
    return Link("geo:\(rounded(latitude)),\(rounded(longitude))")
  }

  /// A path must not be read as another host (`//host`, `/\host`); what could be is sent home.
  private static func localPath(_ path: String) -> String {
    let second = path.dropFirst().first
    guard path.first == "/", second != "/", second != "\\" else { return "/" }
    return path
  }

  private static func rounded(_ degrees: Double) -> String {
    let scaled = (degrees * 100_000).rounded() / 100_000
    return scaled == scaled.rounded() ? String(Int(scaled)) : String(scaled)
  }

  /// Every byte but the unreserved ones of RFC 3986.
  package static func percentEncoded(_ text: String) -> String {
    let hexadecimal = Array("0123456789ABCDEF")
    var encoded = ""
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
        UInt8(ascii: "~"):
        encoded.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        encoded.append("%")
        encoded.append(hexadecimal[Int(byte >> 4)])
        encoded.append(hexadecimal[Int(byte & 15)])
      }
    }
    return encoded
  }
}
