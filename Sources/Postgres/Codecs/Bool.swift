extension Bool: PostgresCodable {
  package static var postgresType: PostgresType { .bool }

  package func postgresValue() throws(PostgresCodingFault) -> PostgresValue { .text(self ? "t" : "f") }

  package init(postgres cell: PostgresCell) throws(PostgresCodingFault) {
    switch cell.text {
    case "t": self = true
    case "f": self = false
    default: throw PostgresCodingFault("is not a bool")
    }
  }
}
