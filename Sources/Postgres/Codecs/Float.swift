extension Double: PostgresCodable {
  package static var postgresType: PostgresType { .float8 }
  package func postgresValue() throws(PostgresCodingFault) -> PostgresValue { .text(description) }

  package init(postgres cell: PostgresCell) throws(PostgresCodingFault) {
    guard let number = Double(cell.text) else { throw PostgresCodingFault("is not a number") }
    self = number
  }
}

extension Float: PostgresCodable {
  package static var postgresType: PostgresType { .float4 }
  package func postgresValue() throws(PostgresCodingFault) -> PostgresValue { .text(description) }

  package init(postgres cell: PostgresCell) throws(PostgresCodingFault) {
    guard let number = Float(cell.text) else { throw PostgresCodingFault("is not a number") }
    self = number
  }
}
