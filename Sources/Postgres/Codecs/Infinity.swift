/// A date or moment that may also be PostgreSQL's `infinity` or `-infinity`.
package enum OrInfinity<Value: PostgresCodable & Hashable>: Hashable, Sendable {
  case pastInfinity
  case finite(Value)
  case infinity

  /// Nil for the infinities.
  package var finite: Value? { if case .finite(let value) = self { value } else { nil } }
}

extension OrInfinity: PostgresCodable {
  package static var postgresType: PostgresType { Value.postgresType }

  package func postgresValue() throws(PostgresCodingFault) -> PostgresValue {
    switch self {
    case .pastInfinity: .text("-infinity")
    case .finite(let value): try value.postgresValue()
    case .infinity: .text("infinity")
    }
  }

  package init(postgres cell: PostgresCell) throws(PostgresCodingFault) {
    switch cell.text {
    case "-infinity": self = .pastInfinity
    case "infinity": self = .infinity
    default: self = .finite(try Value(postgres: cell))
    }
  }
}

extension OrInfinity: PostgresRangeBound where Value: PostgresRangeBound {
  package static var postgresRangeType: PostgresType { Value.postgresRangeType }
}
