import Gateway
import TestKit
import Testing

@Suite struct `The SCGI reader` {
  static let good = [("REQUEST_METHOD", "POST"), ("HTTP_X", ""), ("REQUEST_URI", "/a?b=ü")]
  static let message = SCGI.message(good, body: Array("hello".utf8))

  @Test func `reads the same request at every split point`() throws {
    let whole = Self.read([Self.message])
    #expect(whole.head?["REQUEST_URI"] == "/a?b=ü")
    #expect(whole.head?.contentLength == 5)
    #expect(whole.body == Array("hello".utf8))
    #expect(whole.isEnded)
    for split in Self.message.indices {
      #expect(Self.read([Array(Self.message[..<split]), Array(Self.message[split...])]) == whole)
    }
    #expect(Self.read(Self.message.map { [$0] }) == whole)
  }

  @Test func `waits for a message that is not complete, wherever it stops`() {
    for end in Self.message.indices {
      let outcome = Self.read([Array(Self.message[..<end])])
      #expect(!outcome.isEnded && outcome.fault == nil)
    }
  }

  @Test func `never looks past the body that was announced`() {
    let more = Self.message + SCGI.message([("REQUEST_METHOD", "GET")])
    for split in more.indices {
      #expect(Self.read([Array(more[..<split]), Array(more[split...])]) == Self.read([Self.message]))
    }
  }

  static let malformed: [(name: String, bytes: [UInt8], fault: SCGIFault)] = [
    ("no length", bytes(":,"), .badNetstring),
    ("length zero", bytes("0:,"), .badNetstring),
    ("a zero in front", [UInt8(ascii: "0")] + message, .badNetstring),
    ("a minus", bytes("-") + message, .badNetstring),
    ("a plus", bytes("+") + message, .badNetstring),
    ("a space in front", bytes(" ") + message, .badNetstring),
    ("a space before the colon", bytes("12 :"), .badNetstring),
    ("a letter in the length", bytes("1a:"), .badNetstring),
    ("a length without end", bytes("12345678"), .badNetstring),
    ("a length past the limit", bytes("2049:"), .headTooLarge),
    ("an HTTP request", bytes("GET / HTTP/1.1\r\n\r\n"), .badNetstring),
    ("one byte too long", netstring(good, lengthOff: 1) + bytes("xx"), .badNetstring),
    ("one byte too short", netstring(good, lengthOff: -1), .badNetstring),
    ("another end than a comma", netstring(good, end: ";"), .badNetstring),
    ("no NUL at the end", raw("CONTENT_LENGTH\u{0}0\u{0}SCGI\u{0}1"), .badPairs),
    ("a name without a value", raw("CONTENT_LENGTH\u{0}0\u{0}SCGI\u{0}1\u{0}A\u{0}"), .badPairs),
    ("an empty name", SCGI.message([("", "x")]), .badPairs),
    ("a name in small letters", SCGI.message([("request_method", "GET")]), .badPairs),
    ("a name with a space", SCGI.message([("REQUEST METHOD", "GET")]), .badPairs),
    ("a name with a line end", SCGI.message([("HTTP_X\r\n", "GET")]), .badPairs),
    ("a name that is no ASCII", SCGI.message([("HTTP_Ü", "GET")]), .badPairs),
    ("only NULs", raw("\u{0}\u{0}\u{0}\u{0}"), .badPairs),
    ("the length second", SCGI.netstring([("SCGI", "1"), ("CONTENT_LENGTH", "0")]), .lengthNotFirst),
    ("no length of the body", SCGI.netstring([("SCGI", "1")]), .lengthNotFirst),
    ("an empty length", SCGI.netstring([("CONTENT_LENGTH", ""), ("SCGI", "1")]), .badLength),
    ("a negative length", SCGI.netstring([("CONTENT_LENGTH", "-1"), ("SCGI", "1")]), .badLength),
    ("a length with a plus", SCGI.netstring([("CONTENT_LENGTH", "+1"), ("SCGI", "1")]), .badLength),
    ("a length in hexadecimal", SCGI.netstring([("CONTENT_LENGTH", "0x1"), ("SCGI", "1")]), .badLength),
    (
      "a length that overflows", SCGI.netstring([("CONTENT_LENGTH", "18446744073709551616"), ("SCGI", "1")]), .badLength
    ),
    ("two lengths", SCGI.message([("CONTENT_LENGTH", "0")]), .repeatedVariable),
    ("two methods", SCGI.message([("REQUEST_METHOD", "GET"), ("REQUEST_METHOD", "POST")]), .repeatedVariable),
    ("SCGI twice", SCGI.message([("SCGI", "1")]), .repeatedVariable),
    ("no SCGI", SCGI.netstring([("CONTENT_LENGTH", "0"), ("REQUEST_METHOD", "GET")]), .notSCGI),
    ("another version", SCGI.netstring([("CONTENT_LENGTH", "0"), ("SCGI", "2")]), .notSCGI),
    (
      "a value that is not UTF-8", SCGI.message([("HTTP_X", "Q")]).map { $0 == UInt8(ascii: "Q") ? 0xFF : $0 }, .notText
    ),
  ]

  @Test(arguments: malformed)
  func `refuses what is malformed, at every split point`(name: String, bytes: [UInt8], fault: SCGIFault) {
    let refused = Outcome(fault: fault)
    #expect(Self.read([bytes]) == refused)
    #expect(Self.read(bytes.map { [$0] }) == refused)
    for split in bytes.indices {
      #expect(Self.read([Array(bytes[..<split]), Array(bytes[split...])]) == refused)
    }
  }

  @Test func `gives the same answer to mutilated messages however they are cut, and takes only what was written`() async
  {
    var random = SplitMix(seed: 2026)
    var taken = 0
    for round in 0..<20_000 {
      if round.isMultiple(of: 100) { await Task.yield() }
      var bytes = Self.message
      for _ in 0..<Int.random(in: 1...3, using: &random) {
        let place = Int.random(in: 0..<bytes.count, using: &random)
        switch Int.random(in: 0..<4, using: &random) {
        case 0: bytes[place] = UInt8.random(in: .min ... .max, using: &random)
        case 1: bytes.remove(at: place)
        case 2: bytes.insert([0, 0x2C, 0x3A, 0x30].randomElement(using: &random) ?? 0, at: place)
        default: bytes.swapAt(place, Int.random(in: 0..<bytes.count, using: &random))
        }
      }
      let whole = Self.read([bytes])
      let split = Int.random(in: 0..<bytes.count, using: &random)
      #expect(Self.read([Array(bytes[..<split]), Array(bytes[split...])]) == whole)
      guard let head = whole.head else { continue }
      taken += 1
      // What was taken, written again, is what came.
      let pairs = head.variables.map { "\($0.name)\u{0}\($0.value)\u{0}" }.joined()
      #expect(String(decoding: bytes, as: UTF8.self).contains(pairs))
    }
    #expect(taken > 100)
  }

  @Test func `survives noise`() async {
    var random = SplitMix(seed: 1)
    let letters: [UInt8] = Array("0123456789:,\u{0}CONTENT_LENGTHSCGI1".utf8)
    for round in 0..<20_000 {
      if round.isMultiple(of: 100) { await Task.yield() }
      let bytes = (0..<Int.random(in: 0...60, using: &random)).map { _ in letters.randomElement(using: &random) ?? 0 }
      let split = Int.random(in: 0...bytes.count, using: &random)
      let whole = Self.read([bytes])
      #expect(Self.read([Array(bytes[..<split]), Array(bytes[split...])]) == whole)
      #expect(whole.head == nil)
    }
  }

  struct Outcome: Equatable {
    var head: SCGIHead?
    var body: [UInt8] = []
    var isEnded = false
    var fault: SCGIFault?
  }

  static func read(_ pieces: [[UInt8]]) -> Outcome {
    var reader = SCGIReader(headLimit: 2048)
    var outcome = Outcome()
    for event in pieces.flatMap({ reader.read($0) }) {
      switch event {
      case .head(let head): outcome.head = head
      case .body(let piece): outcome.body += piece
      case .end: outcome.isEnded = true
      case .refused(let fault): outcome.fault = fault
      }
    }
    return outcome
  }

  static func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }

  /// A netstring of these bytes.
  static func raw(_ text: String) -> [UInt8] { bytes("\(text.utf8.count):\(text),") }

  /// A netstring whose length or end is wrong.
  static func netstring(_ variables: [(String, String)], lengthOff: Int = 0, end: String = ",") -> [UInt8] {
    let right = SCGI.message(variables)
    let colon = right.firstIndex(of: UInt8(ascii: ":")) ?? 0
    let content = right[(colon + 1)...].dropLast()
    return bytes("\(content.count + lengthOff):") + content + bytes(end)
  }
}

/// A generator with a seed, so that a failure can be seen again.
struct SplitMix: RandomNumberGenerator {
  private var state: UInt64
  init(seed: UInt64) { state = seed }
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
