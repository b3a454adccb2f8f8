package import CivilTime

extension CivilDate: PostgresCodable {
  package static var postgresType: PostgresType { .date }

  package func postgresValue() throws(PostgresCodingFault) -> PostgresValue { .text(iso) }

  package init(postgres cell: PostgresCell) throws(PostgresCodingFault) {
    guard let day = CivilDate(iso: cell.text) else {
      throw PostgresCodingFault("is not a day of the years 1 to 9999 (read infinity as OrInfinity<CivilDate>)")
    }
    self = day
  }
}
