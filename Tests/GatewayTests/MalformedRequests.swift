/// A request that something is wrong with, or that looks so, and what must become of it.
struct MalformedRequest: Sendable {
  let name: String
  /// With MARK where a word stands that is different in each sending, so that calls of the handler can be told apart.
  let text: String
  /// What may reach the handler, one line for each call: method, path, body. Nothing, unless it is said.
  let calls: [String]
  /// The statuses of all answers on the connection; an empty list allows that it is closed without a word.
  let answers: [[Int]]

  /// Refused: one answer from the 400s or 500s (or none), and never a call.
  static func refused(_ name: String, _ text: String, _ statuses: Int...) -> MalformedRequest {
    MalformedRequest(
      name: name, text: text, calls: [], answers: statuses.isEmpty ? [[400], []] : statuses.map { [$0] })
  }

  /// Odd but legal: it reaches the handler, and as exactly this.
  static func taken(_ name: String, _ text: String, _ calls: String..., answers: [[Int]]? = nil) -> MalformedRequest {
    MalformedRequest(
      name: name, text: text, calls: calls, answers: answers ?? [Array(repeating: 200, count: calls.count)])
  }

  private static let host = "Host: localhost:8080\r\n"
  private static let close = "Connection: close\r\n"
  /// What a smuggler would like to have served as a request of its own.
  private static let hidden = "GET /hidden/MARK HTTP/1.1\r\nHost: localhost:8080\r\n\r\n"

  private static func get(_ target: String = "/m/MARK", _ headers: String = "") -> String {
    "GET \(target) HTTP/1.1\r\n\(host)\(headers)\(close)\r\n"
  }

  private static func post(_ headers: String, _ body: String) -> String {
    "POST /m/MARK HTTP/1.1\r\n\(host)\(close)\(headers)\r\n\(body)"
  }

  private static func chunked(_ body: String, _ headers: String = "Transfer-Encoding: chunked\r\n") -> String {
    post(headers, body)
  }

  static let all = lengths + chunks + lines + targets + hosts + headers + methods

  /// Whose length is it?
  private static let lengths: [MalformedRequest] = [
    .refused("two different lengths", post("Content-Length: 5\r\nContent-Length: 6\r\n", "hello!")),
    .refused("the same length twice", post("Content-Length: 5\r\nContent-Length: 5\r\n", "hello")),
    .refused("a list of lengths", post("Content-Length: 5, 5\r\n", "hello")),
    .refused("a length of zero before the true one", post("Content-Length: 0\r\nContent-Length: 5\r\n", "hello")),
    .refused("a negative length", post("Content-Length: -5\r\n", "hello")),
    .refused("a length with a plus", post("Content-Length: +5\r\n", "hello")),
    .refused("a length in hexadecimal", post("Content-Length: 0x5\r\n", "hello")),
    .refused("a length that overflows", post("Content-Length: 99999999999999999999\r\n", "hello")),
    .refused("a length that wraps around to five", post("Content-Length: 18446744073709551621\r\n", "hello")),
    .refused("a length past every limit", post("Content-Length: 1000000000\r\n", "hello"), 413),
    .refused("a length with a space inside", post("Content-Length: 1 0\r\n", "hello")),
    .refused("an empty length", post("Content-Length:\r\n", "hello")),
    .refused("a length with a letter", post("Content-Length: 5a\r\n", "hello")),
    .refused("a length and chunks", post("Content-Length: 5\r\nTransfer-Encoding: chunked\r\n", "0\r\n\r\n" + hidden)),
    .refused("chunks and a length", post("Transfer-Encoding: chunked\r\nContent-Length: 5\r\n", "0\r\n\r\n" + hidden)),
    .taken("a length with zeros in front", post("Content-Length: 0005\r\n", "hello"), "POST /m/MARK hello"),
    .taken("spaces around a length", post("Content-Length:  5 \r\n", "hello"), "POST /m/MARK hello"),
    // A body that is a request is a body.
    .taken(
      "a request in the body", post("Content-Length: 57\r\n", hidden), "POST /m/MARK " + hidden),
    .refused("a body on GET", get("/m/MARK", "Content-Length: 5\r\n") + "hello", 400),
    .taken("a length under a name with an underscore", get("/m/MARK", "Content_Length: 5\r\n"), "GET /m/MARK "),
  ]

  /// Where does a chunk end?
  private static let chunks: [MalformedRequest] = [
    .taken("chunks", chunked("2\r\nhe\r\n3\r\nllo\r\n0\r\n\r\n"), "POST /m/MARK hello"),
    .taken("chunks with extensions", chunked("5;name=value\r\nhello\r\n0;x\r\n\r\n"), "POST /m/MARK hello"),
    .taken("chunks with trailers", chunked("5\r\nhello\r\n0\r\nX-Late: MARK\r\n\r\n"), "POST /m/MARK hello"),
    .refused("a negative chunk", chunked("-5\r\nhello\r\n0\r\n\r\n")),
    .refused("a chunk size with 0x", chunked("0x5\r\nhello\r\n0\r\n\r\n")),
    .refused("a chunk size with an underscore", chunked("0_5\r\nhello\r\n0\r\n\r\n")),
    .refused("a chunk size with a plus", chunked("+5\r\nhello\r\n0\r\n\r\n")),
    .refused("a chunk size that overflows", chunked("fffffffffffffffff\r\nhello\r\n0\r\n\r\n")),
    .refused("a chunk longer than it says", chunked("4\r\nhello\r\n0\r\n\r\n")),
    .refused("a chunk shorter than it says", chunked("7\r\nhello\r\n0\r\n\r\n")),
    // A bare LF ends a line here too, so these six bytes are what was sent.
    .taken("a chunk that takes half of its line end", chunked("6\r\nhello\r\n0\r\n\r\n"), "POST /m/MARK hello\r"),
    .refused("no size of a chunk", chunked("\r\nhello\r\n0\r\n\r\n")),
    .refused(
      "chunked under HTTP/1.0", "POST /m/MARK HTTP/1.0\r\n\(host)Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n\(hidden)"),
    .refused(
      "chunked twice", chunked("0\r\n\r\n", "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n"), 400, 501),
    .refused("chunked, chunked", chunked("0\r\n\r\n", "Transfer-Encoding: chunked, chunked\r\n"), 400, 501),
    .refused("gzip, chunked", chunked("0\r\n\r\n", "Transfer-Encoding: gzip, chunked\r\n"), 400, 501),
    .refused(
      "chunked and identity", chunked("0\r\n\r\n", "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n"),
      400, 501),
    .refused("an unknown coding", chunked("0\r\n\r\n", "Transfer-Encoding: xchunked\r\n"), 400, 501),
    .refused("a vertical tab before chunked", chunked("0\r\n\r\n", "Transfer-Encoding: \u{0B}chunked\r\n"), 400, 501),
    .refused("a comma after chunked", chunked("0\r\n\r\n", "Transfer-Encoding: chunked,\r\n"), 400, 501),
    .refused("chunked in quotes", chunked("0\r\n\r\n", "Transfer-Encoding: \"chunked\"\r\n"), 400, 501),
    .refused("a coding on a folded line", chunked("0\r\n\r\n", "Transfer-Encoding:\r\n chunked\r\n"), 400, 501),
    .refused(
      "a hidden request after chunks and a length in disguise",
      post("Content-Length: 4\r\nTransfer-Encoding : chunked\r\n", "0\r\n\r\n" + hidden)),
  ]

  /// Where does a line end, and where a header?
  private static let lines: [MalformedRequest] = [
    // RFC 9112, section 2.2: a bare LF may end a line.
    .taken("bare line feeds", "GET /m/MARK HTTP/1.1\nHost: localhost:8080\nConnection: close\n\n", "GET /m/MARK "),
    .refused("a bare carriage return in the request line", "GET /m/MARK\rX HTTP/1.1\r\n\(host)\r\n"),
    .refused("a bare carriage return in a header", get("/m/MARK", "X-A: a\rX-B: b\r\n")),
    .refused("bare carriage returns as line ends", "GET /m/MARK HTTP/1.1\rHost: localhost:8080\r\r"),
    .refused("a folded header", get("/m/MARK", "X-A: a\r\n b\r\n")),
    .refused("a folded first header", "GET /m/MARK HTTP/1.1\r\n X-A: a\r\n\(host)\r\n"),
    .refused("a space before the colon", get("/m/MARK", "X-A : a\r\n")),
    .refused("a tab before the colon", get("/m/MARK", "X-A\t: a\r\n")),
    .refused("a space in a header's name", get("/m/MARK", "X A: a\r\n")),
    // nginx reads it as a header without a value.
    .taken("a header without a colon", get("/m/MARK", "X-A\r\n"), "GET /m/MARK "),
    .refused("a length without a colon", post("Content-Length\r\n", "hello")),
    .refused("chunks without a colon", chunked("0\r\n\r\n", "Transfer-Encoding\r\n"), 400, 501),
    .refused("a header without a name", get("/m/MARK", ": a\r\n")),
    .refused("a NUL in a header", get("/m/MARK", "X-A: a\u{0}b\r\n")),
    .refused("a NUL in a header's name", get("/m/MARK", "X-\u{0}A: a\r\n")),
    .refused("a control character in a header", get("/m/MARK", "X-A: a\u{1}b\r\n"), 400),
    .refused("a DEL in a header", get("/m/MARK", "X-A: a\u{7F}b\r\n"), 400),
    .refused("a header that is not UTF-8", get("/m/MARK", "X-A: BYTE\r\n"), 400),
    .taken("empty lines before the request", "\r\n\r\n" + get(), "GET /m/MARK "),
    .refused("huge headers", get("/m/MARK", "X-A: \(String(repeating: "a", count: 40_000))\r\n"), 400, 431),
    .refused("too many headers", get("/m/MARK", (0..<150).map { "X-\($0): a\r\n" }.joined()), 400, 431),
  ]

  /// What is asked for?
  private static let targets: [MalformedRequest] = [
    .refused("HTTP/0.9", "GET /m/MARK\r\n"),
    .refused("an absolute target", get("http://localhost:8080/m/MARK")),
    .refused("an absolute target of another host", get("http://evil.example/m/MARK"), 421),
    .refused("an absolute target with user and password", get("http://a:password@localhost:8080/m/MARK")),
    .refused("an authority as target", "CONNECT localhost:8080 HTTP/1.1\r\n\(host)\r\n", 400, 405),
    .refused("a star as target", "OPTIONS * HTTP/1.1\r\n\(host)\r\n", 400, 405),
    .refused("a target without a slash", get("m/MARK")),
    .refused("an encoded NUL", get("/m/MARK%00"), 400),
    .refused("an encoded NUL in the query", get("/m/MARK?a=%00"), 400),
    .refused("a NUL in the target", get("/m/MARK\u{0}")),
    .refused("an encoded line end", get("/m/MARK%0d%0aX-A:%20a"), 400),
    .refused("an encoded line end in the query", get("/m/MARK?a=%0d%0a"), 400),
    .refused("a broken escape", get("/m/MARK%zz"), 400),
    .refused("a half escape", get("/m/MARK%4"), 400),
    .refused("bytes that are not UTF-8", get("/m/MARK%ff"), 400),
    .refused("UTF-8 that is too long", get("/m/MARK%c0%af"), 400),
    .refused("dots that climb", get("/x/../m/MARK"), 400),
    .refused("encoded dots that climb", get("/x/%2e%2e/m/MARK"), 400),
    .refused("dots that climb out", get("/../m/MARK"), 400),
    .refused("a dot segment", get("/./m/MARK"), 400),
    .refused("an encoded slash", get("/m%2fMARK"), 400),
    .refused("a backslash", get("/m\\MARK"), 400),
    .refused("an encoded backslash", get("/m%5cMARK"), 400),
    .refused("a fragment", get("/m/MARK#part"), 400),
    .refused("a space in the target", get("/m/MA RK")),
    .refused("a tab in the target", get("/m/MARK\t")),
    .refused("a path for another handler behind a query of dots", get("/metrics/../m/MARK"), 400),
    .refused("a huge target", get("/m/MARK?" + String(repeating: "a", count: 9_000)), 414, 400),
    .taken("a doubly encoded slash is an encoded percent sign", get("/m/MARK%252f"), "GET /m/MARK%2f "),
    .taken("two slashes stay two", get("/m//MARK"), "GET /m//MARK "),
    .taken("a letter that was needlessly encoded", get("/%6d/MARK"), "GET /m/MARK "),
  ]

  /// Who is asked?
  private static let hosts: [MalformedRequest] = [
    .refused("no Host", "GET /m/MARK HTTP/1.1\r\n\r\n", 400),
    .refused("an empty Host", "GET /m/MARK HTTP/1.1\r\nHost:\r\n\r\n", 400, 421),
    .refused("two Hosts", get("/m/MARK", "Host: evil.example\r\n")),
    .refused("the same Host twice", get("/m/MARK", host)),
    .refused("another Host", "GET /m/MARK HTTP/1.1\r\nHost: evil.example\r\n\(close)\r\n", 421),
    .refused("another port", "GET /m/MARK HTTP/1.1\r\nHost: localhost:9999\r\n\(close)\r\n", 421),
    .refused("a Host with a user", "GET /m/MARK HTTP/1.1\r\nHost: a@localhost:8080\r\n\(close)\r\n", 400, 421),
    .refused("a Host with a path", "GET /m/MARK HTTP/1.1\r\nHost: localhost:8080/x\r\n\(close)\r\n"),
    .refused("a Host with a space", "GET /m/MARK HTTP/1.1\r\nHost: localhost :8080\r\n\(close)\r\n", 400, 421),
    .refused("a Host with a comma", "GET /m/MARK HTTP/1.1\r\nHost: localhost:8080,evil\r\n\(close)\r\n", 400, 421),
    .refused("HTTP/1.0 without Host", "GET /m/MARK HTTP/1.0\r\n\r\n", 421),
    .taken("a Host in capitals", "GET /m/MARK HTTP/1.1\r\nHost: LOCALHOST:8080\r\n\(close)\r\n", "GET /m/MARK "),
  ]

  /// Which of two is meant?
  private static let headers: [MalformedRequest] = [
    .refused("two content types", post("Content-Type: a/b\r\nContent-Type: c/d\r\nContent-Length: 2\r\n", "{}"), 400),
    .refused("two origins", get("/m/MARK", "Origin: http://a.example\r\nOrigin: http://localhost:8080\r\n"), 400),
    .refused("two dates", get("/m/MARK", "If-Modified-Since: a\r\nIf-Modified-Since: b\r\n"), 400),
    .refused("two headers that differ in case", get("/m/MARK", "X-One: a\r\nx-one: b\r\n"), 400),
    .refused("a coded body", post("Content-Encoding: gzip\r\nContent-Length: 2\r\n", "{}"), 415),
    .taken("a list in two headers", get("/m/MARK", "Accept: text/html\r\nAccept: */*\r\n"), "GET /m/MARK "),
    .taken(
      "headers that pretend to come from nginx", get("/m/MARK", "Scgi: 1\r\nRequest-Uri: /hidden/MARK\r\n"),
      "GET /m/MARK "),
  ]

  /// What is to be done, and once only?
  private static let methods: [MalformedRequest] = [
    .refused("an unknown method", "BREW /m/MARK HTTP/1.1\r\n\(host)\(close)\r\n", 501),
    .refused("TRACE", "TRACE /m/MARK HTTP/1.1\r\n\(host)\(close)\r\n", 405),
    .refused("a method in small letters", "get /m/MARK HTTP/1.1\r\n\(host)\(close)\r\n"),
    .refused("a method with a NUL", "GE\u{0}T /m/MARK HTTP/1.1\r\n\(host)\(close)\r\n"),
    .refused("a version that does not exist", "GET /m/MARK HTTP/3.7\r\n\(host)\r\n", 505, 400),
    .refused("HTTP/2 in the open", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"),
    .refused("a version in small letters", "GET /m/MARK http/1.1\r\n\(host)\r\n"),
    .refused("words after the version", "GET /m/MARK HTTP/1.1 x\r\n\(host)\r\n"),
    .refused("a TLS greeting", "\u{16}\u{3}\u{1}\u{0}\u{5}\u{1}\u{0}\u{0}\u{1}\u{3}\u{3}\r\n\r\n"),
    .taken(
      "two honest requests on one connection", "GET /m/MARK HTTP/1.1\r\n\(host)\r\n" + get("/m/MARK/2"),
      "GET /m/MARK ", "GET /m/MARK/2 "),
    .taken(
      "a wish to be told to go on", post("Expect: 100-continue\r\nContent-Length: 5\r\n", "hello"), "POST /m/MARK hello"
    ),
    .taken(
      "a wish to change the protocol", get("/m/MARK", "Upgrade: h2c\r\nHTTP2-Settings: AAMAAABk\r\n"), "GET /m/MARK "),
  ]
}
