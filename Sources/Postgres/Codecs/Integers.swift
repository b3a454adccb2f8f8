extension Int16: PostgresCodable {
  package static var postgresType: PostgresType { .int2 }
  package func postgresValue() throws(PostgresCodingFault) -> PostgresValue { .text(String(self)) }
  package init(postgres cell: PostgresCell) throws(PostgresCodingFault) { self = try cell.integer() }
}

extension Int32: PostgresCodable {
  package static var postgresType: PostgresType { .int4 }
  package func postgresValue() throws(PostgresCodingFault) -> PostgresValue { .text(String(self)) }
  package init(postgres cell: PostgresCell) throws(PostgresCodingFault) { self = try cell.integer() }
}

extension Int64: PostgresCodable {
  package static var postgresType: PostgresType { .int8 }
  package func postgresValue() throws(PostgresCodingFault) -> PostgresValue { .text(String(self)) }
  package init(postgres cell: PostgresCell) throws(PostgresCodingFault) { self = try cell.integer() }
}

extension Int: PostgresCodable {
  package static var postgresType: PostgresType { .int8 }
  package func postgresValue() throws(PostgresCodingFault) -> PostgresValue { .text(String(self)) }
  package init(postgres cell: PostgresCell) throws(PostgresCodingFault) { self = try cell.integer() }
}

extension PostgresCell {
  /// A whole number in decimal digits, within the bounds of the type that is asked for.
  func integer<Number: FixedWidthInteger & SignedInteger>() throws(PostgresCodingFault) -> Number {
    guard let number = Number(text) else {
      throw PostgresCodingFault("is not a whole number that fits \(Number.self)")
    }
    return number
  }
}
