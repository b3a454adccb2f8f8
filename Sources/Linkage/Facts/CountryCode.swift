/// A country in two bytes: its letters as a number, 0 for none. What the index keeps.
enum CountryCode {
  static func of(_ country: String) -> UInt16 {
    let letters = Array(country.utf8)
    guard letters.count == 2, letters.allSatisfy({ (65...90).contains($0) }) else { return 0 }
    return UInt16(letters[0] - 65) * 26 + UInt16(letters[1] - 65) + 1
  }

  static func text(_ code: UInt16) -> String {
    guard code > 0 else { return "" }
    return String(decoding: [UInt8((code - 1) / 26) + 65, UInt8((code - 1) % 26) + 65], as: UTF8.self)
  }

  /// The region of each country, 0 for none: countries of one region are taken for each other in records.
  static let regions: [UInt8] = {
    var table = [UInt8](repeating: 0, count: 26 * 26 + 1)
    for (code, region) in Countries.regionsByCode { table[Int(of(code))] = UInt8(truncatingIfNeeded: region + 1) }
    return table
  }()
}
