import Gateway
import Testing

@Suite struct `The gate` {
  static let gate = Gate(origins: [Origin("http://localhost:8080"), Origin("https://find.example")].compactMap { $0 })

  static func admit(_ changes: [(String, String?)], length: Int = 0) -> Result<Gate.Admitted, RequestError> {
    var variables = [
      ("REQUEST_METHOD", "GET"), ("REQUEST_URI", "/a"), ("DOCUMENT_URI", "/a"), ("SERVER_PROTOCOL", "HTTP/1.1"),
      ("HTTP_HOST", "localhost:8080"),
    ]
    for (name, value) in changes {
      let isKnown = variables.contains { $0.0 == name }
      if isKnown { variables.removeAll { $0.0 == name } }
      if let value { variables.append((name, value)) }
    }
    return Result { () throws(RequestError) in
      try gate.admit(SCGIHead(contentLength: length, variables: variables), id: RequestID())
    }
  }

  static let targets: [(target: String, document: String, code: String?)] = [
    ("/a?b=c", "/a", nil), ("/a%20b", "/a b", nil), ("/%C3%BC", "/ü", nil), ("/a%252F", "/a%2F", nil), ("/", "/", nil),
    ("/a//b", "/a//b", nil), ("/a/.../b", "/a/.../b", nil),
    ("/x/../a", "/a", "path-in-two-readings"), ("/a", "/b", "path-in-two-readings"),
    ("/./a", "/./a", "path-in-two-readings"),
    ("/a/..", "/a/..", "path-in-two-readings"), ("/a%2E%2E", "/a..", nil),
    ("/%2e%2e/a", "/../a", "path-in-two-readings"),
    ("/a\\b", "/a\\b", "path-in-two-readings"), ("/a%2fb", "/a/b", "encoded-slash"),
    ("/a%5Cb", "/a\\b", "encoded-slash"),
    ("/%00", "/\u{0}", "target"), ("/%0a", "/\n", "target"), ("/%7F", "/\u{7F}", "target"),
    ("/%C2%85", "/\u{85}", "target"),
    ("/%ff", "/\u{FFFD}", "target"), ("/%C0%AF", "/", "target"), ("/%", "/%", "target"), ("/%4", "/%4", "target"),
    ("/%4g", "/%4g", "target"), ("/a#b", "/a", "target"), ("a", "a", "target"), ("", "", "target"),
    ("*", "*", "target"),
    ("http://localhost:8080/a", "/a", "target"), ("/a b", "/a b", "target"),
    ("/a?%", "/a", "broken-escape"), ("/a?b=%00", "/a", "control-character"),
    ("/a?b=%C2%84", "/a", "control-character"), ("/a?b=%0A", "/a", "control-character"),
    ("/a?b=%ff", "/a", "not-utf-8"),
  ]

  @Test(arguments: targets)
  func `takes a target only if it has one reading`(target: String, document: String, code: String?) {
    switch Self.admit([("REQUEST_URI", target), ("DOCUMENT_URI", document)]) {
    case .success(let admitted):
      #expect(code == nil)
      #expect(admitted.path == document)
    case .failure(.refused(let status, let said)):
      #expect(said == code)
      #expect(status == .badRequest)
    }
  }

  static let others: [(name: String, changes: [(String, String?)], length: Int, status: Int)] = [
    ("no method", [("REQUEST_METHOD", nil)], 0, 501), ("an unknown method", [("REQUEST_METHOD", "BREW")], 0, 501),
    ("a method in small letters", [("REQUEST_METHOD", "get")], 0, 501),
    ("HTTP/0.9", [("SERVER_PROTOCOL", "HTTP/0.9")], 0, 400), ("no protocol", [("SERVER_PROTOCOL", nil)], 0, 400),
    ("no document", [("DOCUMENT_URI", nil)], 0, 400), ("a body on GET", [], 1, 400),
    ("no Host", [("HTTP_HOST", nil)], 0, 400), ("another Host", [("HTTP_HOST", "evil.example")], 0, 421),
    ("a Host without its port", [("HTTP_HOST", "localhost")], 0, 421),
    ("a Host with a user", [("HTTP_HOST", "a@localhost:8080")], 0, 421),
    ("a Host with two ports", [("HTTP_HOST", "localhost:8080:8080")], 0, 421),
    ("an origin as header twice", [("HTTP_ORIGIN", "a"), ("HTTP_X", "b"), ("HTTP_X_", "c")], 0, 200),
    ("a control character", [("HTTP_X", "a\u{1}")], 0, 400),
    ("a C1 control character", [("HTTP_X", "a\u{9F}")], 0, 400),
    ("a tab", [("HTTP_X", "a\tb")], 0, 200),
    ("a coded body", [("REQUEST_METHOD", "POST"), ("HTTP_CONTENT_ENCODING", "gzip")], 1, 415),
    ("an identical body", [("REQUEST_METHOD", "POST"), ("HTTP_CONTENT_ENCODING", "identity")], 1, 200),
    ("a second content type", [("CONTENT_TYPE", "a/b"), ("HTTP_CONTENT_TYPE", "c/d")], 0, 400),
    ("a second length", [("HTTP_CONTENT_LENGTH", "1")], 0, 400),
    ("a long target", [("REQUEST_URI", "/a?" + String(repeating: "a", count: 9000))], 0, 414),
    ("the other origin", [("HTTP_HOST", "FIND.example")], 0, 200),
  ]

  @Test(arguments: others)
  func `gives each fault its status`(name: String, changes: [(String, String?)], length: Int, status: Int) {
    switch Self.admit(changes, length: length) {
    case .success: #expect(status == 200)
    case .failure(.refused(let said, _)): #expect(said.code == status)
    }
  }

  @Test func `refuses a header that comes twice, unless it is a list`() {
    func twice(_ name: String) -> Bool {
      let head = SCGIHead(
        contentLength: 0,
        variables: [
          ("REQUEST_METHOD", "GET"), ("REQUEST_URI", "/a"), ("DOCUMENT_URI", "/a"), ("SERVER_PROTOCOL", "HTTP/1.1"),
          ("HTTP_HOST", "localhost:8080"), (name, "one"), (name, "two"),
        ])
      return (try? Self.gate.admit(head, id: RequestID())) != nil
    }
    for name in ["HTTP_ACCEPT", "HTTP_ACCEPT_LANGUAGE", "HTTP_COOKIE", "HTTP_IF_NONE_MATCH"] { #expect(twice(name)) }
    for name in ["HTTP_ORIGIN", "HTTP_HOST", "HTTP_X", "HTTP_SEC_FETCH_SITE", "HTTP_AUTHORIZATION"] {
      #expect(!twice(name))
    }
  }

  @Test func `knows under which origin it was asked, and hides what concerned the connection`() throws {
    let admitted = try Self.admit([
      ("HTTP_HOST", "find.example"), ("HTTP_CONNECTION", "close"), ("HTTP_ACCEPT_LANGUAGE", "es"), ("HTTP_PROXY", "x"),
    ]).get()
    #expect(admitted.origin.scheme == .https)
    #expect(admitted.headers.fields.map(\.name) == ["Accept-Language"])
  }
}
