extension Optional: PostgresEncodable where Wrapped: PostgresEncodable {
  package static var postgresType: PostgresType { Wrapped.postgresType }

  package func postgresValue() throws(PostgresCodingFault) -> PostgresValue {
    guard let value = self else { return .null }
    return try value.postgresValue()
  }
}

extension Optional: PostgresDecodable where Wrapped: PostgresDecodable {
  package init(postgres cell: PostgresCell) throws(PostgresCodingFault) { self = try Wrapped(postgres: cell) }

  package static func fromPostgresNull() throws(PostgresCodingFault) -> Wrapped? { nil }

  package static var isPostgresArray: Bool { Wrapped.isPostgresArray }
}
