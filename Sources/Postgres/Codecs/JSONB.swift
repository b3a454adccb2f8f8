internal import FoundationEssentials

/// A JSON document as text; `jsonb` to the server.
package struct PostgresJSON: Hashable, Sendable {
  package let text: String

  package init(text: String) { self.text = text }

  /// What `JSONEncoder` makes of the value, keys in order.
  package init(encoding value: some Encodable) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    text = String(decoding: try encoder.encode(value), as: UTF8.self)
  }

  package func decode<Value: Decodable>(as type: Value.Type) throws -> Value {
    try JSONDecoder().decode(type, from: Data(text.utf8))
  }
}

extension PostgresJSON: PostgresCodable {
  package static var postgresType: PostgresType { .jsonb }
  package func postgresValue() throws(PostgresCodingFault) -> PostgresValue { try text.postgresValue() }
  package init(postgres cell: PostgresCell) throws(PostgresCodingFault) { text = cell.text }
}
