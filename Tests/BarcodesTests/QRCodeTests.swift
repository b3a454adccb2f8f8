import Barcodes
import Testing

@Suite struct `A QR code` {
  static let text = "otpauth://totp/Paradero:maria?secret=GEZDGNBVGY3TQOJQ&issuer=Paradero"

  @Test func `has its three marks, timing lines, and a size that the standard knows`() throws {
    let code = try #require(QRCode(Self.text))
    #expect((code.size - 17) % 4 == 0 && (21...177).contains(code.size))
    let mark = ["1111111", "1000001", "1011101", "1011101", "1011101", "1000001", "1111111"]
    for (left, top) in [(0, 0), (code.size - 7, 0), (0, code.size - 7)] {
      let seen = (0..<7).map { row in
        (0..<7).map { code.isDark(left + $0, top + row) ? "1" : "0" }.joined()
      }
      #expect(seen == mark)
    }
    for place in 8..<code.size - 8 {
      #expect(code.isDark(place, 6) == (place % 2 == 0) && code.isDark(6, place) == (place % 2 == 0))
    }
  }

  @Test func `is drawn with exactly its dark modules`() throws {
    let code = try #require(QRCode(Self.text))
    var drawn = Set<[Int]>()
    for stroke in code.pathData.matches(of: /M([0-9]+) ([0-9]+)h([0-9]+)v1h-[0-9]+z/) {
      let (x, y, width) = (try #require(Int(stroke.1)), try #require(Int(stroke.2)), try #require(Int(stroke.3)))
      for column in x..<x + width { drawn.insert([column - QRCode.quiet, y - QRCode.quiet]) }
    }
    let dark = (0..<code.size).flatMap { row in
      (0..<code.size).filter { code.isDark($0, row) }.map { [$0, row] }
    }
    #expect(drawn == Set(dark))
  }

  @Test func `of another text is another, and of none or too much is none`() {
    #expect(QRCode(Self.text) != QRCode(Self.text + "1"))
    #expect(QRCode("") == nil)
    #expect(QRCode(String(repeating: "a", count: 2_001)) == nil)
    #expect(QRCode(String(repeating: "a", count: 2_000)) != nil)
  }
}
