internal import Foundation
internal import Testing
internal import Vault

@Suite struct `A receipt` {
  private static let folder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("sql/names/receipts").path

  private func list(_ code: String) throws -> ReceiptWords {
    try #require(ReceiptWords(list: String(contentsOfFile: "\(Self.folder)/\(code).txt", encoding: .utf8)))
  }

  @Test func `is the same in words of either language and in characters`() throws {
    let lists = [try list("en"), try list("es")]
    let keys = ServiceKeys.generate()
    let receipt = Receipt()
    let proof = try receipt.proof(keys)
    for form in [receipt.text, receipt.words(lists[0]), receipt.words(lists[1])] {
      let read = try #require(Receipt(form, words: lists))
      #expect(try read.proof(keys) == proof)
    }
    #expect(receipt.text.filter { $0 != "-" }.count == 18)
    #expect(receipt.words(lists[0]).split(separator: " ").count == 8)
    #expect(try receipt.proof(ServiceKeys.generate()) != proof)
    #expect(try Receipt().proof(keys) != proof)
  }

  @Test func `is read as people type, paste and copy it`() throws {
    let lists = [try list("en"), try list("es")]
    let receipt = Receipt()
    let words = receipt.words(lists[1])
    let plain = words.folding(options: .diacriticInsensitive, locale: nil)
    let first = words.split(separator: " ").map { String($0.prefix(4)) }.joined(separator: " ")
    let shapes = [
      words.uppercased(), plain, first, " \(words)\n", words.replacingOccurrences(of: " ", with: ", "),
      words.split(separator: " ").enumerated().map { "\($0 + 1). \($1)" }.joined(separator: "\n"),
      words.decomposedStringWithCanonicalMapping,
    ]
    for shape in shapes { #expect(Receipt(shape, words: lists)?.text == receipt.text, "\(shape.count)") }
  }

  @Test func `in words tells nearly every slip`() throws {
    let lists = [try list("en")]
    var passed = 0
    for _ in 0..<300 {
      var words = Receipt().words(lists[0]).split(separator: " ").map(String.init)
      words.swapAt(1, 5)
      if Receipt(words.joined(separator: " "), words: lists) != nil { passed += 1 }
    }
    // Eight check bits let one in 256 through; ten of 300 would be one chance in millions.
    #expect(passed < 10)
    #expect(Receipt("abandon ability able about above absent absorb", words: lists) == nil)
    #expect(Receipt("", words: lists) == nil)
    #expect(Receipt(String(repeating: "abandon ", count: 2000), words: lists) == nil)
  }

  @Test func `comes from whole lists alone`() throws {
    let text = try String(contentsOfFile: "\(Self.folder)/en.txt", encoding: .utf8)
    #expect(ReceiptWords(list: text.replacingOccurrences(of: "zoo\n", with: "")) == nil)
    #expect(ReceiptWords(list: text.replacingOccurrences(of: "zoo\n", with: "abandoned\n")) == nil)
  }

  @Test func `shows nothing when it is printed`() throws {
    let receipt = Receipt()
    var dumped = "\(receipt) \(try receipt.proof(.generate()))"
    dump(receipt, to: &dumped)
    #expect(!dumped.contains(receipt.text))
  }
}
