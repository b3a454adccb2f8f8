internal import Foundation

/// A request as a test writes it; how it travels is the layer's affair.
package struct TestRequest: Sendable {
  package var method: String
  /// Path and query, as they go over the wire.
  package var target: String
  package var headers: [(name: String, value: String)]
  package var body: [UInt8]

  package init(_ method: String, _ target: String, headers: KeyValuePairs<String, String> = [:], body: [UInt8] = []) {
    self.method = method
    self.target = target
    self.headers = headers.map { ($0.key, $0.value) }
    self.body = body
  }

  package static func get(_ target: String, headers: KeyValuePairs<String, String> = [:]) -> TestRequest {
    TestRequest("GET", target, headers: headers)
  }

  /// A form as a browser sends it.
  package static func form(
    _ target: String, _ fields: KeyValuePairs<String, String>, headers: KeyValuePairs<String, String> = [:]
  ) -> TestRequest {
    let allowed = CharacterSet.alphanumerics.intersection(CharacterSet(charactersIn: "\u{0}"..."\u{7F}"))
    func encoded(_ text: String) -> String { text.addingPercentEncoding(withAllowedCharacters: allowed) ?? text }
    let body = fields.map { "\(encoded($0.key))=\(encoded($0.value))" }.joined(separator: "&")
    var request = TestRequest("POST", target, headers: headers, body: Array(body.utf8))
    request.headers.append(("Content-Type", "application/x-www-form-urlencoded"))
    return request
  }
}

/// An answer as it came off the wire.
package struct TestResponse: Sendable {
  package var status: Int
  package var headers: [(name: String, value: String)]
  package var body: [UInt8]

  package var text: String { String(decoding: body, as: UTF8.self) }

  package subscript(_ name: String) -> String? {
    headers.first { $0.name.lowercased() == name.lowercased() }?.value
  }

  package func all(_ name: String) -> [String] {
    headers.filter { $0.name.lowercased() == name.lowercased() }.map(\.value)
  }
}

/// Reads answers from the bytes of a connection, one after the other.
package enum WireReader {
  package struct Malformed: Error, CustomStringConvertible { package let description: String }

  /// An answer in CGI style: it begins with "Status:", and the end of the connection ends it.
  package static func cgi(_ bytes: [UInt8]) throws -> TestResponse {
    let (lines, body) = try head(bytes[...])
    let headers = try lines.map(header)
    guard let first = headers.first, first.name == "Status", let code = Int(first.value.prefix(3)) else {
      throw Malformed(description: "no Status line")
    }
    return TestResponse(status: code, headers: Array(headers.dropFirst()), body: Array(body))
  }

  /// Every answer on an HTTP/1.1 connection. `methods` are those of the requests, as far as known: HEAD has no body.
  package static func http(_ bytes: [UInt8], methods: [String] = []) throws -> [TestResponse] {
    var rest = bytes[...]
    var answers: [TestResponse] = []
    while !rest.isEmpty {
      let (lines, body) = try head(rest)
      guard let line = lines.first, line.hasPrefix("HTTP/1.1 "), let code = Int(line.dropFirst(9).prefix(3)) else {
        throw Malformed(description: "no status line: \(lines.first ?? "")")
      }
      var answer = TestResponse(status: code, headers: try lines.dropFirst().map(header), body: [])
      rest = body
      if code >= 200 {
        let method = answers.count < methods.count ? methods[answers.count] : "GET"
        let isBodiless = method == "HEAD" || code == 204 || code == 304
        answer.body = isBodiless ? [] : try takeBody(answer, &rest)
        answers.append(answer)
      }
    }
    return answers
  }

  private static func takeBody(_ answer: TestResponse, _ rest: inout ArraySlice<UInt8>) throws -> [UInt8] {
    if answer["Transfer-Encoding"] == "chunked" { return try takeChunks(&rest) }
    guard let length = answer["Content-Length"].flatMap({ Int($0) }) else {
      defer { rest = [] }
      return Array(rest)
    }
    guard rest.count >= length else { throw Malformed(description: "body cut off") }
    defer { rest = rest.dropFirst(length) }
    return Array(rest.prefix(length))
  }

  private static func takeChunks(_ rest: inout ArraySlice<UInt8>) throws -> [UInt8] {
    var body: [UInt8] = []
    while true {
      guard let end = rest.firstIndex(of: 0x0A) else { throw Malformed(description: "chunk cut off") }
      let size = String(decoding: rest[..<end], as: UTF8.self).trimmingCharacters(in: .whitespaces)
      guard let count = Int(size.trimmingCharacters(in: .newlines), radix: 16) else {
        throw Malformed(description: "chunk size \(size)")
      }
      rest = rest[rest.index(after: end)...]
      guard rest.count >= count + 2 else { throw Malformed(description: "chunk cut off") }
      body += rest.prefix(count)
      rest = rest.dropFirst(count + 2)
      if count == 0 { return body }
    }
  }

  private static func head(_ bytes: ArraySlice<UInt8>) throws -> ([String], ArraySlice<UInt8>) {
    let end: [UInt8] = [0x0D, 0x0A, 0x0D, 0x0A]
    var index = bytes.startIndex
    while index + 4 <= bytes.endIndex {
      if bytes[index..<index + 4].elementsEqual(end) {
        let text = String(decoding: bytes[..<index], as: UTF8.self)
        return (text.components(separatedBy: "\r\n"), bytes[(index + 4)...])
      }
      index += 1
    }
    throw Malformed(description: "headers cut off: \(String(decoding: bytes.prefix(80), as: UTF8.self))")
  }

  private static func header(_ line: String) throws -> (name: String, value: String) {
    guard let colon = line.firstIndex(of: ":") else { throw Malformed(description: "header line \(line)") }
    return (String(line[..<colon]), line[line.index(after: colon)...].trimmingCharacters(in: .whitespaces))
  }
}
