import Gateway
import TestKit
import Testing

@Suite struct `The SCGI reader` {
  static let message = SCGI.message(
    [("REQUEST_METHOD", "POST"), ("HTTP_X", ""), ("REQUEST_URI", "/a?b=ü")], body: Array("hello".utf8))

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
}
