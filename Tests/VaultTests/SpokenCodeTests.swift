internal import Testing
internal import Vault

@Suite struct `A code that is read aloud` {
  static let shapes = [SpokenCode.Shape.oneTime, .receipt]

  @Test(arguments: shapes) func `is read back as it was shown`(_ shape: SpokenCode.Shape) {
    for _ in 0..<200 {
      let code = SpokenCode(shape)
      #expect(SpokenCode(code.text, shape) == code)
    }
  }

  @Test func `has the length that its shape says`() {
    #expect(SpokenCode(.receipt).text.filter { $0 != "-" }.count == 18)
    #expect(SpokenCode(.oneTime).text.filter { $0 != "-" }.count == 22)
    #expect(SpokenCode(.oneTime).text.split(separator: "-").map(\.count) == [4, 4, 4, 4, 4, 2])
  }

  static let waysToWrite: [(String, @Sendable (String) -> String)] = [
    ("small letters", { $0.lowercased() }),
    ("no dashes", { $0.filter { $0 != "-" } }),
    ("spaces", { $0.map { "\($0) " }.joined() }),
    ("a line end pasted with it", { "\n \($0)\r\n" }),
    ("long dashes of a word processor", { $0.replacing("-", with: "\u{2013}") }),
    ("no-break spaces and a byte order mark", { "\u{FEFF}" + $0.replacing("-", with: "\u{A0}") }),
    ("O for zero", { $0.replacing("0", with: "O") }),
    ("l and I for one", { $0.replacing("1", with: "l").lowercased() }),
  ]

  @Test(arguments: waysToWrite.indices) func `may be written in many ways`(_ way: Int) {
    for _ in 0..<50 {
      let code = SpokenCode(.oneTime)
      #expect(SpokenCode(Self.waysToWrite[way].1(code.text), .oneTime) == code, "\(Self.waysToWrite[way].0)")
    }
  }

  @Test(arguments: shapes) func `is refused with any one character wrong`(_ shape: SpokenCode.Shape) {
    let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ")
    let code = Array(SpokenCode(shape).text.filter { $0 != "-" })
    for place in code.indices {
      for other in alphabet where other != code[place] {
        var wrong = code
        wrong[place] = other
        #expect(SpokenCode(String(wrong), shape) == nil)
      }
    }
  }

  @Test(arguments: shapes) func `is refused with any two characters exchanged`(_ shape: SpokenCode.Shape) {
    for _ in 0..<20 {
      let code = Array(SpokenCode(shape).text.filter { $0 != "-" })
      for one in code.indices {
        for other in code.indices where other > one && code[one] != code[other] {
          var wrong = code
          wrong.swapAt(one, other)
          #expect(SpokenCode(String(wrong), shape) == nil)
        }
      }
    }
  }

  static let noCodes = [
    "", "-", "0", "K7M2", "U000-0000-0000-0000-0000-00", "<script>", String(repeating: "0", count: 200),
    "0000-0000-0000-0000-0000-01", "０００００００００００００００００００００００",
  ]

  @Test(arguments: noCodes) func `is nothing else`(_ text: String) {
    #expect(SpokenCode(text, .oneTime) == nil)
  }

  @Test func `shows itself only when asked for its text`() {
    let code = SpokenCode(.oneTime)
    var dumped = ""
    dump(code, to: &dumped)
    for printed in ["\(code)", String(reflecting: code), dumped, "\([code])", "\(Optional(code) as Any)"] {
      #expect(!printed.contains(code.selector))
      #expect(printed.contains("(secret)"))
    }
  }

  @Test func `draws all 32 characters about equally often`() {
    var counts: [Character: Int] = [:]
    for _ in 0..<2000 {
      for character in SpokenCode(.oneTime).text.filter({ $0 != "-" }).prefix(20) { counts[character, default: 0] += 1 }
    }
    // 40,000 draws over 32 characters: 1,250 each with a standard deviation of 35; this is eight of them.
    #expect(counts.count == 32)
    #expect(counts.values.allSatisfy { (970...1530).contains($0) })
  }

  @Test func `is found by its first group and known by a hash of all of it`() throws {
    let code = SpokenCode(.oneTime)
    #expect(code.text.hasPrefix(code.selector + "-"))
    #expect(code.fingerprint.count == 32)
    let again = try #require(SpokenCode(code.text.lowercased(), .oneTime))
    #expect(again.fingerprint == code.fingerprint)
    #expect(SpokenCode(.oneTime).fingerprint != code.fingerprint)
  }
}
