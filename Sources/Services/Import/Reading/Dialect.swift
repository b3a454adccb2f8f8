/// How a file separates its cells.
struct Dialect: Sendable, Equatable {
  var delimiter: UInt8
  /// The first line only says so (`sep=;`, as spreadsheets write it).
  var hasDirective = false

  init(delimiter: UInt8, hasDirective: Bool = false) {
    self.delimiter = delimiter
    self.hasDirective = hasDirective
  }

  static let candidates: [UInt8] = [",", ";", "\t", "|"].map { UInt8(ascii: $0) }

  /// The delimiter with which most of the first lines have the same number of cells, more than one.
  static func detect(_ head: [UInt8]) throws -> Dialect {
    let first = head.prefix { $0 != 0x0A && $0 != 0x0D }
    let words = String(decoding: first, as: UTF8.self).lowercased()
    if words.hasPrefix("sep="), let byte = first.dropFirst(4).first, first.count == 5 {
      return Dialect(delimiter: byte, hasDirective: true)
    }
    var best = (delimiter: UInt8(ascii: ","), score: 0)
    for delimiter in candidates {
      let score = try score(head, delimiter)
      if score > best.score { best = (delimiter, score) }
    }
    return Dialect(delimiter: best.delimiter)
  }

  /// How many of the first records share the commonest width, weighted a little by that width.
  private static func score(_ head: [UInt8], _ delimiter: UInt8) throws -> Int {
    var reader = DelimitedReader(MemoryBytes(head), delimiter: delimiter)
    var widths: [Int: Int] = [:]
    var records = 0
    while records < 200, let item = try reader.next() {
      guard item == .record, !reader.isBlank else { continue }
      records += 1
      widths[reader.count, default: 0] += 1
    }
    let common = widths.filter { $0.key > 1 }.max { ($0.value, $0.key) < ($1.value, $1.key) }
    guard let common else { return 0 }
    return common.value * 100 + min(common.key, 60)
  }
}
