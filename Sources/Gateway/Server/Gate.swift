/// Turns what nginx hands over into a request, or refuses it. Whatever nginx and a handler could read in two ways
/// ends here.
package struct Gate: Sendable {
  package let origins: [Origin]
  package let limits: Limits

  package init(origins: [Origin], limits: Limits = Limits()) {
    self.origins = origins
    self.limits = limits
  }

  /// A request whose body is still to come.
  package struct Admitted: Sendable {
    package let id: RequestID
    package let method: Method
    package let path: String
    package let query: Fields
    package let headers: Headers
    package let origin: Origin
    package let contentLength: Int
    package let caller: Caller?
  }

  package func admit(_ head: SCGIHead, id: RequestID) throws(RequestError) -> Admitted {
    guard let version = head["SERVER_PROTOCOL"], ["HTTP/1.0", "HTTP/1.1", "HTTP/2.0", "HTTP/3.0"].contains(version)
    else { throw .refused(.badRequest, "protocol") }
    let path = try path(of: head)
    let headers = try headers(of: head)
    let origin = try origin(of: head)
    guard let method = head["REQUEST_METHOD"].flatMap(Method.init(rawValue:)) else {
      throw .refused(.notImplemented, "method")
    }
    if method == .get || method == .head || method == .options, head.contentLength > 0 {
      throw .refused(.badRequest, "body-without-meaning")
    }
    if let coding = headers["Content-Encoding"], coding.lowercased() != "identity" {
      throw .refused(.unsupportedMediaType, "content-encoding")
    }
    return Admitted(
      id: id, method: method, path: path, query: try query(of: head), headers: headers, origin: origin,
      contentLength: head.contentLength, caller: head["REMOTE_ADDR"].flatMap { Caller(address: $0) })
  }

  /// The path, decoded once. nginx chose its location by DOCUMENT_URI: if that is not what was asked for, nobody
  /// can say which of the two is meant.
  func path(of head: SCGIHead) throws(RequestError) -> String {
    guard let target = head["REQUEST_URI"], target.utf8.first == UInt8(ascii: "/") else {
      throw .refused(.badRequest, "target")
    }
    guard target.utf8.count <= limits.target else { throw .refused(.uriTooLong, "target") }
    guard !target.utf8.contains(where: { $0 <= 0x20 || $0 == 0x7F || $0 == UInt8(ascii: "#") }) else {
      throw .refused(.badRequest, "target")
    }
    let raw = target.utf8.prefix { $0 != UInt8(ascii: "?") }
    // An encoded slash is a part's own character to one reader and a border between parts to the other.
    guard !Percent.hasEncodedSlash(raw) else { throw .refused(.badRequest, "encoded-slash") }
    guard let bytes = Percent.decode(raw), let path = String(validating: bytes, as: UTF8.self),
      !Gate.hasControls(path)
    else { throw .refused(.badRequest, "target") }
    // By bytes: to a Character, "/" and a combining mark after it are one.
    let hasDots = bytes.split(separator: UInt8(ascii: "/")).contains { $0 == [0x2E] || $0 == [0x2E, 0x2E] }
    guard !hasDots, !path.utf8.contains(UInt8(ascii: "\\")),
      head["DOCUMENT_URI"].map({ $0.utf8.elementsEqual(bytes) }) == true
    else {
      throw .refused(.badRequest, "path-in-two-readings")
    }
    return path
  }

  private func query(of head: SCGIHead) throws(RequestError) -> Fields {
    let target = head["REQUEST_URI"] ?? ""
    guard let mark = target.utf8.firstIndex(of: UInt8(ascii: "?")) else { return Fields() }
    return try URLEncoded.fields(
      target.utf8[target.utf8.index(after: mark)...], limit: limits.fields, allowsLines: false)
  }

  private func origin(of head: SCGIHead) throws(RequestError) -> Origin {
    // Two Host headers are not one host.
    let hosts = head.variables.filter { $0.name == "HTTP_HOST" }
    guard hosts.count == 1, let host = hosts.first?.value else { throw .refused(.badRequest, "host") }
    let found = origins.first { Origin(scheme: $0.scheme, authority: host) == $0 }
    guard let found else { throw .refused(.misdirectedRequest, "host") }
    return found
  }

  func headers(of head: SCGIHead) throws(RequestError) -> Headers {
    var headers = Headers()
    // nginx gives its own reading of these two beside the client's: there must be one, and the same.
    try agree(head, "HTTP_CONTENT_TYPE") { $0 == head["CONTENT_TYPE"] }
    try agree(head, "HTTP_CONTENT_LENGTH") { Token.decimal($0.utf8) == head.contentLength }
    if let type = head["CONTENT_TYPE"], !type.isEmpty {
      guard !Gate.hasControls(type) else { throw .refused(.badRequest, "header") }
      headers.add("Content-Type", type)
    }
    for (name, value) in head.variables where name.hasPrefix("HTTP_") {
      let name = HeaderName.fromVariable(name)
      if HeaderName.isConnectionMatter(name) { continue }
      guard !Gate.hasControls(value, tabs: true) else { throw .refused(.badRequest, "header") }
      if headers.contains(name), !HeaderName.isList(name) { throw .refused(.badRequest, "repeated-header") }
      headers.add(name, value)
    }
    guard headers.fields.count <= limits.headerFields else { throw .refused(.headerFieldsTooLarge, "headers") }
    return headers
  }

  private func agree(_ head: SCGIHead, _ name: String, _ isSame: (String) -> Bool) throws(RequestError) {
    let said = head.variables.filter { $0.name == name }.map(\.value)
    guard said.count <= 1, said.allSatisfy(isSame) else { throw .refused(.badRequest, "two-readings") }
  }

  static func hasControls(_ text: String, tabs: Bool = false) -> Bool {
    text.unicodeScalars.contains { scalar in
      (scalar.value < 0x20 && !(tabs && scalar.value == 0x09)) || (0x7F...0x9F).contains(scalar.value)
    }
  }
}
