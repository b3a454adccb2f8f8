import Gateway
import Site

/// Keeps cookies and fills in forms as a browser without JavaScript does.
struct Browser {
  let site: SiteApplication
  private(set) var cookies: [String: String] = [:]
  private(set) var page = ""

  init(_ site: SiteApplication) { self.site = site }

  @discardableResult
  mutating func get(_ path: String) async -> Response {
    await send(.get, path, headers: ["Accept": "text/html"], body: nil)
  }

  /// Sends a form with the token of the page that is open; `headers` replace what a browser would say.
  @discardableResult
  mutating func post(
    _ path: String, _ fields: [(String, String)] = [], token: String? = nil,
    headers: Headers = ["Sec-Fetch-Site": "same-origin"]
  ) async -> Response {
    await send(path, fields + ((token ?? self.token).map { [("token", $0)] } ?? []), headers: headers)
  }

  /// Sends just these fields, as a page of anybody's might.
  @discardableResult
  mutating func send(_ path: String, _ all: [(String, String)], headers: Headers) async -> Response {
    var headers = headers
    headers["Content-Type"] = "application/x-www-form-urlencoded"
    headers["Accept"] = "text/html"
    let body = all.map { "\(Self.encoded($0.0))=\(Self.encoded($0.1))" }.joined(separator: "&")
    return await send(.post, path, headers: headers, body: Array(body.utf8))
  }

  /// Sends a form with files, as a browser does without JavaScript.
  @discardableResult
  mutating func upload(
    _ path: String, _ fields: [(String, String)], files: [(name: String, bytes: [UInt8])], token: String? = nil
  ) async -> Response {
    let boundary = "----SampleBoundary7MA4YWxk"
    var body: [UInt8] = []
    for (name, value) in fields + ((token ?? self.token).map { [("token", $0)] } ?? []) {
      body += "--\(boundary)\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(value)\r\n".utf8
    }
    for file in files {
      body += "--\(boundary)\r\nContent-Disposition: form-data; name=\"files\"; filename=\"\(file.name)\"\r\n".utf8
      body += Array("Content-Type: application/octet-stream\r\n\r\n".utf8) + file.bytes + Array("\r\n".utf8)
    }
    body += "--\(boundary)--\r\n".utf8
    let headers: Headers = [
      "Sec-Fetch-Site": "same-origin", "Accept": "text/html",
      "Content-Type": "multipart/form-data; boundary=\(boundary)",
    ]
    return await send(.post, path, headers: headers, body: body)
  }

  /// Opens the page for one-time codes and sends one.
  @discardableResult
  mutating func useCode(_ code: String) async -> Response {
    await get("/en/staff/one-time-code")
    return await post("/en/staff/one-time-code", [("code", code)])
  }

  /// Opens the sign-in page and sends name and password, then the second factor.
  @discardableResult
  mutating func signIn(_ name: String, _ password: String, _ code: String) async -> Response {
    await get("/en/staff/sign-in")
    let first = await post("/en/staff/sign-in", [("name", name), ("password", password)])
    guard first.status == .seeOther else { return first }
    await get("/en/staff/second-factor")
    return await post("/en/staff/second-factor", [("code", code)])
  }

  /// What the hidden field of the open page's first form holds.
  var token: String? {
    page.firstMatch(of: /name="token" value="([^"]*)"/).map { String($0.output.1) }
  }

  mutating func forget(_ cookie: String) { cookies[cookie] = nil }
  mutating func take(_ cookie: String, _ value: String?) { cookies[cookie] = value }

  private mutating func send(_ method: Method, _ path: String, headers: Headers, body: [UInt8]?) async -> Response {
    guard let origin = Origin("http://localhost:8080") else { preconditionFailure("the test's origin is one") }
    let parts = path.split(separator: "?", maxSplits: 1)
    let query = parts.count > 1 ? Self.query(parts[1]) : []
    let jar = cookies.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: "; ")
    let response = await site.respond(
      to: Request(
        method: method, path: String(parts[0]), query: Fields(query), headers: headers, cookies: Cookies([jar]),
        body: body.map { .bytes($0) } ?? .none, origin: origin))
    for cookie in response.cookies { cookies[cookie.name] = cookie.maxAge == .zero ? nil : cookie.value }
    if case .bytes(let bytes) = response.body { page = String(decoding: bytes, as: UTF8.self) }
    return response
  }

  private static func query(_ text: Substring) -> [(name: String, value: String)] {
    text.split(separator: "&").map { field in
      let pair = field.split(separator: "=", maxSplits: 1).map(String.init)
      return (name: pair.first ?? "", value: pair.count > 1 ? pair[1] : "")
    }
  }

  private static func encoded(_ text: String) -> String {
    text.utf8.map { byte in
      let isPlain =
        byte < 128 && (Character(Unicode.Scalar(byte)).isLetter || Character(Unicode.Scalar(byte)).isNumber)
      return isPlain
        ? String(Unicode.Scalar(byte)) : "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
    }.joined()
  }
}
