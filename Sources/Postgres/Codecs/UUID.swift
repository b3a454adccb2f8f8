package import FoundationEssentials

extension UUID: PostgresCodable {
  package static var postgresType: PostgresType { .uuid }

  package func postgresValue() throws(PostgresCodingFault) -> PostgresValue { .text(uuidString) }

  package init(postgres cell: PostgresCell) throws(PostgresCodingFault) {
    guard let value = UUID(uuidString: cell.text) else { throw PostgresCodingFault("is not a uuid") }
    self = value
  }
}
