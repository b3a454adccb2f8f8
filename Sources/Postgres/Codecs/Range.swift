package import CivilTime
package import FoundationEssentials

/// What can bound a range, and the type of such ranges.
package protocol PostgresRangeBound: PostgresCodable, Hashable {
  static var postgresRangeType: PostgresType { get }
}

extension Int32: PostgresRangeBound { package static var postgresRangeType: PostgresType { .int4range } }
extension Int64: PostgresRangeBound { package static var postgresRangeType: PostgresType { .int8range } }
extension Int: PostgresRangeBound { package static var postgresRangeType: PostgresType { .int8range } }
extension Decimal: PostgresRangeBound { package static var postgresRangeType: PostgresType { .numrange } }
extension CivilDate: PostgresRangeBound { package static var postgresRangeType: PostgresType { .daterange } }
extension Timestamp: PostgresRangeBound { package static var postgresRangeType: PostgresType { .tstzrange } }

/// A range: empty, or from a lower to an upper bound, each open (nil), included or excluded.
package enum PostgresRange<Value: PostgresRangeBound>: Hashable, Sendable {
  case empty
  case from(Bound?, to: Bound?)

  package struct Bound: Hashable, Sendable {
    package let value: Value
    package let isIncluded: Bool

    package init(_ value: Value, isIncluded: Bool) {
      self.value = value
      self.isIncluded = isIncluded
    }
  }

  /// The form in which the server keeps ranges of whole numbers and days: the start included, the end not.
  package init(_ start: Value?, upTo end: Value?) {
    self = .from(
      start.map { Bound($0, isIncluded: true) }, to: end.map { Bound($0, isIncluded: false) })
  }
}

extension PostgresRange: PostgresCodable {
  package static var postgresType: PostgresType { Value.postgresRangeType }

  package func postgresValue() throws(PostgresCodingFault) -> PostgresValue {
    guard case .from(let lower, let upper) = self else { return .text("empty") }
    var text = [UInt8(ascii: lower?.isIncluded == true ? "[" : "(")]
    try Self.append(lower, to: &text)
    text.append(UInt8(ascii: ","))
    try Self.append(upper, to: &text)
    text.append(UInt8(ascii: upper?.isIncluded == true ? "]" : ")"))
    return .text(text)
  }

  private static func append(_ bound: Bound?, to text: inout [UInt8]) throws(PostgresCodingFault) {
    guard let bound else { return }
    guard case .text(let inner) = try bound.value.postgresValue() else {
      throw PostgresCodingFault("a bound of a range must not be NULL")
    }
    ArrayText.append(quoted: inner, to: &text)
  }

  package init(postgres cell: PostgresCell) throws(PostgresCodingFault) {
    let text = cell.text
    if text == "empty" {
      self = .empty
      return
    }
    let fault = PostgresCodingFault("is not a range")
    guard let first = text.first, let last = text.last, "[(".contains(first), "])".contains(last),
      let comma = Self.comma(of: text)
    else { throw fault }
    let lower = text[text.index(after: text.startIndex)..<comma]
    let upper = text[text.index(after: comma)..<text.index(before: text.endIndex)]
    self = .from(
      try Self.bound(lower, isIncluded: first == "["), to: try Self.bound(upper, isIncluded: last == "]"))
  }

  /// The comma between the bounds; those inside quotes do not count.
  private static func comma(of text: String) -> String.Index? {
    var quoted = false
    return text.indices.first { index in
      if text[index] == "\"" { quoted.toggle() }
      return text[index] == "," && !quoted
    }
  }

  /// The server quotes only what holds spaces; no bound that has a codec holds quotes or backslashes.
  private static func bound(_ text: Substring, isIncluded: Bool) throws(PostgresCodingFault) -> Bound? {
    guard !text.isEmpty else { return nil }
    let value = text.filter { $0 != "\"" }
    return Bound(try Value(postgres: PostgresCell(String(value))), isIncluded: isIncluded)
  }
}
