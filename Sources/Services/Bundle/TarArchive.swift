/// Plain archives (POSIX ustar) as every `tar` reads them: files alone, one owner, one time, in the order of their names.
package enum TarArchive {
  static let block = 512
  /// What one file of a bundle has at most: a file of evidence is smaller.
  static let largestFile = 64 << 20
  static let mostFiles = 50_000
  static let longestName = 100

  /// Small letters, digits, points, hyphens and underscores, in folders: no name can lead out of the archive's own folder.
  static func isPlain(_ name: String) -> Bool {
    guard !name.isEmpty, name.utf8.count <= longestName else { return false }
    return name.split(separator: "/", omittingEmptySubsequences: false).allSatisfy { part in
      !part.isEmpty && part.first != "." && part.first != "-"
        && part.utf8.allSatisfy { byte in
          (97...122).contains(byte) || (65...90).contains(byte) || (48...57).contains(byte)
            || [45, 46, 95].contains(byte)
        }
    }
  }

  /// The block that stands before a file.
  static func header(_ name: String, size: Int, second: Int64) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: block)
    func put(_ text: String, at offset: Int) {
      for (index, byte) in text.utf8.enumerated() { bytes[offset + index] = byte }
    }
    put(name, at: 0)
    put("0000644", at: 100)
    put("0000000", at: 108)
    put("0000000", at: 116)
    put(octal(size, digits: 11), at: 124)
    put(octal(Int(max(0, second)), digits: 11), at: 136)
    put("        ", at: 148)
    put("0", at: 156)
    put("ustar", at: 257)
    put("00", at: 263)
    put(octal(bytes.reduce(0) { $0 + Int($1) }, digits: 6), at: 148)
    bytes[154] = 0
    return bytes
  }

  static func padding(after size: Int) -> [UInt8] { [UInt8](repeating: 0, count: (block - size % block) % block) }

  /// What ends an archive.
  static let end = [UInt8](repeating: 0, count: 2 * block)

  private static func octal(_ number: Int, digits: Int) -> String {
    let text = String(number, radix: 8)
    return String(repeating: "0", count: max(0, digits - text.count)) + text
  }

  // MARK: Reading

  /// What a block says that stands before a file; nil for the end.
  static func entry(_ bytes: [UInt8]) throws(BundleFault) -> (name: String, size: Int)? {
    if bytes.allSatisfy({ $0 == 0 }) { return nil }
    let name = text(bytes[0..<100])
    let shown = BundleFault.shown(name)
    var sum = 8 * 32
    for (index, byte) in bytes.enumerated() where !(148..<156).contains(index) { sum += Int(byte) }
    guard number(bytes[148..<156]) == sum else { throw .damagedArchive(after: shown) }
    // Links, devices, folders and extended headers have other signs here; ours has none of them.
    guard bytes[156] == UInt8(ascii: "0"), bytes[345..<512].allSatisfy({ $0 == 0 }), text(bytes[157..<257]).isEmpty
    else {
      throw .notAFile(shown)
    }
    guard isPlain(name) else { throw .badName(shown) }
    guard let size = number(bytes[124..<136]), size <= largestFile else { throw .tooLarge(shown) }
    return (name, size)
  }

  private static func text(_ field: ArraySlice<UInt8>) -> String {
    String(decoding: field.prefix { $0 != 0 }, as: UTF8.self)
  }

  private static func number(_ field: ArraySlice<UInt8>) -> Int? {
    let digits = field.drop { $0 == 32 }.prefix { (48...55).contains($0) }
    guard !digits.isEmpty, digits.count <= 12 else { return nil }
    return digits.reduce(0) { $0 * 8 + Int($1 - 48) }
  }
}
