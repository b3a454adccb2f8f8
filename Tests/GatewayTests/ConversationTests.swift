import TestKit
import Testing

@testable import Gateway

@Suite struct `A conversation` {
  static let message = SCGI.message(
    [
      ("REQUEST_METHOD", "POST"), ("REQUEST_URI", "/"), ("DOCUMENT_URI", "/"), ("SERVER_PROTOCOL", "HTTP/1.1"),
      ("HTTP_HOST", "localhost"),
    ], body: Array("hello".utf8))
  static let gate = Gate(origins: [Origin("http://localhost")].compactMap { $0 })

  static func start(spool: Int = 1000) -> Conversation {
    var limits = Limits()
    limits.spoolThreshold = spool
    return Conversation(id: RequestID(), limits: limits)
  }

  static func admit(_ head: SCGIHead) throws(RequestError) -> Gate.Admitted { try gate.admit(head, id: RequestID()) }

  @Test(arguments: [2, 1000])
  func `hands the request over once, with its body in memory or in a file`(spool: Int) {
    for split in Self.message.indices {
      var conversation = Self.start(spool: spool)
      var bodies: [Body] = []
      for piece in [Self.message[..<split], Self.message[split...]] {
        if case .handOver(_, let body) = conversation.received(Array(piece), Self.admit) { bodies.append(body) }
      }
      #expect(bodies.map(\.bytes) == [Array("hello".utf8)])
      if case .file? = bodies.first { #expect(spool == 2) } else { #expect(spool == 1000) }
      #expect(conversation.isHandedOver && !conversation.wantsBytes)
    }
  }

  @Test func `drops the late answer of a handler whose client already had one`() {
    var conversation = Self.start()
    _ = conversation.received(Self.message, Self.admit)
    let first = conversation.answer(Response.text("too late"))
    let second = conversation.answer(Response.text("late"))
    #expect(first && !second)
  }

  @Test func `sends an answer however little goes at once`() {
    for step in [1, 7, 100_000] {
      var conversation = Self.start()
      _ = conversation.received(Self.message, Self.admit)
      _ = conversation.answer(Response.text(String(repeating: "x", count: 200)))
      var sent: [UInt8] = []
      var isClosed = false
      for _ in 0..<10_000 where !isClosed {
        var budget = step
        let action = conversation.write { bytes in
          let count = min(budget, bytes.count)
          budget -= count
          sent += bytes.prefix(count)
          return count
        }
        if case .close = action { isClosed = true }
      }
      #expect(isClosed && conversation.isClosed)
      #expect(String(decoding: sent, as: UTF8.self).hasSuffix("\r\n\r\n" + String(repeating: "x", count: 200)))
    }
  }

  @Test func `lingers after a refusal while the rest of the request still comes`() {
    var conversation = Self.start()
    guard case .refuse(let problem) = conversation.received(Array("GET / HTTP/1.1".utf8), Self.admit) else {
      Issue.record("not refused")
      return
    }
    #expect(problem.status == .badRequest)
    _ = conversation.answer(Response.problem(problem))
    guard case .none = conversation.write({ $0.count }) else {
      Issue.record("closed at once")
      return
    }
    #expect(conversation.isLingering && conversation.wantsBytes)
    guard case .close = conversation.ended() else {
      Issue.record("not closed at the end")
      return
    }
  }

  @Test func `closes when the client ends in mid-request, and when it is gone while it is answered`() {
    var leaving = Self.start()
    _ = leaving.received(Array(Self.message.dropLast()), Self.admit)
    guard case .close = leaving.ended() else {
      Issue.record("not closed")
      return
    }
    var gone = Self.start()
    _ = gone.received(Self.message, Self.admit)
    _ = gone.answer(Response.text("x"))
    guard case .close = gone.write({ _ in nil }) else {
      Issue.record("not closed")
      return
    }
    #expect(gone.isClosed)
  }
}
