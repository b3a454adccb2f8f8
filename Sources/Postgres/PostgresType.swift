/// A type of the server by its fixed number, with the number of arrays of it. Zero: the server infers it.
package struct PostgresType: Hashable, Sendable {
  package let oid: UInt32
  package let arrayOID: UInt32

  package init(oid: UInt32, arrayOID: UInt32) {
    self.oid = oid
    self.arrayOID = arrayOID
  }

  /// What an array of this type is; an array of arrays is the same type again.
  package var array: PostgresType { PostgresType(oid: arrayOID, arrayOID: arrayOID) }

  /// Behaves like a quoted literal: takes the type that the statement expects. Arrays of it are `text[]`.
  package static let inferred = PostgresType(oid: 0, arrayOID: 1009)
  package static let bool = PostgresType(oid: 16, arrayOID: 1000)
  package static let bytea = PostgresType(oid: 17, arrayOID: 1001)
  package static let int8 = PostgresType(oid: 20, arrayOID: 1016)
  package static let int2 = PostgresType(oid: 21, arrayOID: 1005)
  package static let int4 = PostgresType(oid: 23, arrayOID: 1007)
  package static let float4 = PostgresType(oid: 700, arrayOID: 1021)
  package static let float8 = PostgresType(oid: 701, arrayOID: 1022)
  package static let date = PostgresType(oid: 1082, arrayOID: 1182)
  package static let timestamptz = PostgresType(oid: 1184, arrayOID: 1185)
  package static let interval = PostgresType(oid: 1186, arrayOID: 1187)
  package static let numeric = PostgresType(oid: 1700, arrayOID: 1231)
  package static let uuid = PostgresType(oid: 2950, arrayOID: 2951)
  package static let jsonb = PostgresType(oid: 3802, arrayOID: 3807)
  package static let int4range = PostgresType(oid: 3904, arrayOID: 3905)
  package static let numrange = PostgresType(oid: 3906, arrayOID: 3907)
  package static let tstzrange = PostgresType(oid: 3910, arrayOID: 3911)
  package static let daterange = PostgresType(oid: 3912, arrayOID: 3913)
  package static let int8range = PostgresType(oid: 3926, arrayOID: 3927)
}
