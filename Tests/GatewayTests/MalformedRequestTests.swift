import Foundation
import Gateway
import Locking
import TestKit
import Testing

@Suite(.serialized) struct `A malformed request through nginx` {
  /// Notes every call under the word that marks its sending.
  final class Recorder: Handler {
    let calls = Locked<[String: [String]]>([:])

    func respond(to request: Request) async -> Response {
      let body = String(decoding: request.body.bytes, as: UTF8.self)
      let line = "\(request.method.rawValue) \(request.path) \(body)"
      let mark = line.firstMatch(of: /m\d{9}/).map { String($0.output) } ?? "unmarked"
      calls.withLock { $0[mark, default: []].append(line) }
      return .text("taken")
    }
  }

  struct Sending {
    let request: MalformedRequest
    let mark: String
    let conversation: RawConversation
    let split: String
  }

  @Test(.timeLimit(.minutes(5)))
  func `is refused at every split point, or reaches the handler as exactly what it was`() async throws {
    let recorder = Recorder()
    let settings = [
      "PAGE_RATE": "100000r/s", "PAGE_BURST": "100000", "FORM_RATE": "100000r/s", "FORM_BURST": "100000",
      "CONNECTIONS": "3000", "CLIENT_TIMEOUT": "60s", "KEEPALIVE": "60s",
    ]
    try await withTestService(.nginx, recorder, nginx: settings) { service in
      let port = try #require(service.nginx?.port)
      let sendings = Self.sendings
      let exchange = { @Sendable in
        try RawExchange(parallel: 250, pause: .milliseconds(4), limit: .seconds(90)) { try .loopback(port) }
          .run(sendings.map(\.conversation))
      }
      let heard = try await offPool(exchange)
      let calls = recorder.calls.withLock { $0 }
      #expect(calls["unmarked"] == nil)
      var wrong: [String: (count: Int, first: String)] = [:]
      for (sending, heard) in zip(sendings, heard) {
        guard let complaint = Self.complaint(sending, heard, calls[sending.mark] ?? []) else { continue }
        wrong[sending.request.name, default: (0, complaint)].count += 1
      }
      for (name, found) in wrong { Issue.record("\(name): wrong \(found.count) times, first \(found.first)") }
      // The service lives and is itself: nothing that was sent left anything behind.
      #expect(try await service.send(.get("/after")).text == "taken")
    }
  }

  /// What is wrong with an outcome; nil if nothing is.
  static func complaint(_ sending: Sending, _ heard: Heard, _ calls: [String]) -> String? {
    let place = sending.split
    let wanted = sending.request.calls.map { $0.replacing("MARK", with: sending.mark) }
    if calls != wanted { return "\(place): reached the handler as \(calls)" }
    if !heard.isEnded { return "\(place): hangs after \(String(decoding: heard.bytes.prefix(30), as: UTF8.self))" }
    let methods = [String(sending.request.text.trimmingPrefix(/[\r\n]*/).prefix { $0 != " " })]
    // HTTP/0.9 knows no status: what comes back is the words of the refusal.
    let isHTTP = heard.bytes.starts(with: "HTTP/1.1 ".utf8)
    guard let answers = isHTTP ? try? WireReader.http(heard.bytes, methods: methods).map(\.status) : [] else {
      return "\(place): answered \(String(decoding: heard.bytes, as: UTF8.self))"
    }
    if !sending.request.answers.contains(answers) {
      return isHTTP || sending.request.name != "HTTP/0.9" ? "\(place): answered \(answers)" : nil
    }
    return nil
  }

  /// Every request whole, byte by byte, and in two pieces at every point (of long ones, at many points).
  static let sendings: [Sending] = {
    var sendings: [Sending] = []
    for request in MalformedRequest.all {
      let length = bytes(request, "m000000000").count
      let steps = max(1, length / 200)
      let splits = Array(stride(from: 1, to: length, by: steps))
      for split in [nil, 0] + splits.map(Optional.some) {
        let mark = "m" + String(String(1_000_000_000 + sendings.count).dropFirst())
        let bytes = bytes(request, mark)
        let pieces: [[UInt8]]
        switch split {
        case nil: pieces = [bytes]
        case 0?: pieces = length <= 400 ? bytes.map { [$0] } : [bytes]
        case let split?: pieces = [Array(bytes[..<split]), Array(bytes[split...])]
        }
        sendings.append(
          Sending(
            request: request, mark: mark, conversation: RawConversation(pieces),
            split: split.map { $0 == 0 ? "byte by byte" : "split at \($0)" } ?? "whole"))
      }
    }
    return sendings
  }()

  static func bytes(_ request: MalformedRequest, _ mark: String) -> [UInt8] {
    let text = Array(request.text.replacing("MARK", with: mark).utf8)
    guard let place = request.text.range(of: "BYTE") else { return text }
    let prefix = Array(request.text[..<place.lowerBound].replacing("MARK", with: mark).utf8)
    return prefix + [0xFF] + text.dropFirst(prefix.count + 4)
  }

  @Test func `comes in at least sixty kinds`() { #expect(MalformedRequest.all.count >= 60) }
}
