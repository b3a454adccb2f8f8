extension String: PostgresCodable {
  package static var postgresType: PostgresType { .inferred }

  package func postgresValue() throws(PostgresCodingFault) -> PostgresValue {
    let bytes = Array(utf8)
    guard !bytes.contains(0) else {
      throw PostgresCodingFault("text holds the character U+0000, which PostgreSQL cannot store")
    }
    return .text(bytes)
  }

  /// Any type's text form can be read as a string.
  package init(postgres cell: PostgresCell) throws(PostgresCodingFault) { self = cell.text }
}
