import Testing

@testable import Gateway

@Suite struct `The multipart reader` {
  static let body = Array(
    ("--b\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n\r\n--\r\n--cx\r\n--b\r\n"
      + "Content-Disposition: form-data; name=\"c\"; filename=\"d\"\r\n\r\n\r\n--b--\r\n").utf8)

  static func read(_ pieces: [ArraySlice<UInt8>]) throws -> [String] {
    var reader = try #require(MultipartReader(boundary: "b"))
    var parts: [String] = []
    for piece in pieces {
      for event in try reader.read(piece) {
        switch event {
        case .part(let name, let fileName, _): parts.append("\(name)/\(fileName ?? "-"):")
        case .data(let bytes): parts[parts.count - 1] += String(decoding: bytes, as: UTF8.self)
        case .partEnded: parts[parts.count - 1] += "."
        case .ended: parts.append("end")
        }
      }
    }
    try reader.finish()
    return parts
  }

  @Test func `finds the same parts at every split point`() throws {
    // What only begins like a delimiter is data.
    let good = Self.body
    let parts = ["a/-:\r\n--\r\n--cx.", "c/d:.", "end"]
    #expect(try Self.read([good[...]]) == parts)
    #expect(try Self.read(good.map { [$0] }) == parts)
    for split in good.indices { #expect(try Self.read([good[..<split], good[split...]]) == parts) }
  }

  @Test func `survives noise, however it is cut`() async {
    var random = SplitMix(seed: 7)
    for round in 0..<5_000 {
      if round.isMultiple(of: 100) { await Task.yield() }
      var bytes = Self.body
      for _ in 0..<3 {
        bytes[Int.random(in: 0..<bytes.count, using: &random)] =
          [0x0D, 0x0A, 0x2D, 0x62, 0x22, 0x3B, 0xFF].randomElement(using: &random) ?? 0
      }
      let split = Int.random(in: 0...bytes.count, using: &random)
      #expect((try? Self.read([bytes[...]])) == (try? Self.read([bytes[..<split], bytes[split...]])))
    }
  }
}
