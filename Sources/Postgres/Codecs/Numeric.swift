package import FoundationEssentials

/// `numeric` up to the 38 digits that `Decimal` holds; what would lose digits is a fault, not rounded.
extension Decimal: PostgresCodable {
  package static var postgresType: PostgresType { .numeric }
  package func postgresValue() throws(PostgresCodingFault) -> PostgresValue { .text(description) }

  package init(postgres cell: PostgresCell) throws(PostgresCodingFault) {
    let text = cell.text
    if text == "NaN" {
      self = .nan
      return
    }
    let digits = text.drop { "-0.".contains($0) }.filter { $0 != "." }
    guard digits.allSatisfy({ $0.isASCII && $0.isNumber }), let number = Decimal(string: text) else {
      throw PostgresCodingFault("is not a finite number")
    }
    let significant = digits.count - digits.reversed().prefix { $0 == "0" }.count
    guard significant <= 38, digits.count <= 120 else {
      throw PostgresCodingFault("has more digits than Decimal holds; read it as String")
    }
    self = number
  }
}
