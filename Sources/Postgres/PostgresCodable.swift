/// A value on its way to the server.
package enum PostgresValue: Hashable, Sendable {
  case null
  /// The type's text form, UTF-8.
  case text([UInt8])
  /// `bytea`, as it is.
  case bytes([UInt8])

  package static func text(_ string: String) -> PostgresValue { .text(Array(string.utf8)) }
}

/// Why a value could not be sent or read. Says what was expected, never what was there.
package struct PostgresCodingFault: Error, Equatable, Sendable {
  package let reason: String

  package init(_ reason: String) { self.reason = reason }
}

/// What a query can carry as `$n`.
package protocol PostgresEncodable: Sendable {
  static var postgresType: PostgresType { get }
  func postgresValue() throws(PostgresCodingFault) -> PostgresValue

  // What an array of this type is; there is a default, and `UInt8` differs: its array is `bytea`.
  static var postgresTypeOfArray: PostgresType { get }
  static func postgresValue(ofArray elements: [Self]) throws(PostgresCodingFault) -> PostgresValue
}

/// What a column can be read as.
package protocol PostgresDecodable: Sendable {
  init(postgres cell: PostgresCell) throws(PostgresCodingFault)
  /// What NULL is read as: a fault, except for optionals.
  static func fromPostgresNull() throws(PostgresCodingFault) -> Self

  // As for encoding. `isPostgresArray`: written as `{…}` without quotes inside another array.
  static var isPostgresArray: Bool { get }
  static var arrayIsPostgresArray: Bool { get }
  static func array(postgres cell: PostgresCell) throws(PostgresCodingFault) -> [Self]
}

package typealias PostgresCodable = PostgresEncodable & PostgresDecodable

extension PostgresDecodable {
  package static func fromPostgresNull() throws(PostgresCodingFault) -> Self {
    throw PostgresCodingFault("is NULL, which \(Self.self) cannot be; read it as \(Self.self)?")
  }
}

/// The text of one column of one row; NULL is the absence of a cell.
package struct PostgresCell: Sendable {
  package let bytes: ArraySlice<UInt8>

  package init(_ bytes: ArraySlice<UInt8>) { self.bytes = bytes }
  package init(_ text: String) { bytes = Array(text.utf8)[...] }

  package var text: String { String(decoding: bytes, as: UTF8.self) }
}
