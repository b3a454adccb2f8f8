package import CivilTime
package import Linkage
internal import Postgres

/// One thing that a live source said of somebody, as matching compares it.
package struct RecordRow: Sendable {
  package let person: Int64
  /// Number of the description, identifier or event: what puts rows of a person in order.
  package let id: Int64
  package let content: Content

  package enum Content: Sendable {
    case description(Description)
    case aNumber(String)
    case arrest(day: CivilDate?, place: String?, facility: Int32?)
  }

  package struct Description: Sendable {
    package let name: ListedName
    package let birthDay: CivilDate?
    package let birthYear: Int?
    package let isReckonedFromAge: Bool
    package let sex: Sex?
    package let country: String?
    /// The name as the database folds it; nil where every program folds alike.
    package let searchName: String?
  }

  /// Rows come by the million: cells are read in place, by position.
  init?(_ row: PostgresRow, _ numbers: NumberBoundary) {
    func text(_ column: Int) -> String? { row[cell: column]?.text }
    func number(_ column: Int) -> Int64? { row[cell: column].flatMap { Self.number($0.bytes) } }
    func day(_ column: Int) -> CivilDate? { row[cell: column].flatMap { Self.day($0.bytes) } }
    guard let person = number(0), let id = number(2), let what = row[cell: 1]?.bytes.first else { return nil }
    self.person = person
    self.id = id
    switch what {
    case UInt8(ascii: "d"):
      content = .description(
        Description(
          name: ListedName(full: text(3) ?? "", given: text(4), family: text(5)), birthDay: day(6),
          birthYear: number(7).map { Int($0) }, isReckonedFromAge: row[cell: 8]?.bytes.first == UInt8(ascii: "a"),
          sex: text(9).flatMap(Sex.init), country: text(10), searchName: text(11)))
    case UInt8(ascii: "n"):
      // One that cannot be read is as if nobody had told it.
      guard let number = row[cell: 3].flatMap({ numbers.opened($0.bytes) }) else { return nil }
      content = .aNumber(number)
    default: content = .arrest(day: day(6), place: text(3), facility: number(12).map { Int32(clamping: $0) })
    }
  }

  private static func number(_ bytes: ArraySlice<UInt8>) -> Int64? {
    var value: Int64 = 0
    for byte in bytes {
      guard byte >= 48, byte <= 57 else { return Int64(String(decoding: bytes, as: UTF8.self)) }
      value = value &* 10 &+ Int64(byte &- 48)
    }
    return bytes.isEmpty ? nil : value
  }

  private static func day(_ bytes: ArraySlice<UInt8>) -> CivilDate? {
    let parts = bytes.split(separator: UInt8(ascii: "-"))
    guard parts.count == 3, let year = number(parts[0]), let month = number(parts[1]), let day = number(parts[2]) else {
      return nil
    }
    return CivilDate(year: Int(year), month: Int(month), day: Int(day))
  }
}

extension RecordRow.Description {
  /// A birth as matching takes it. Reckoned from an age, it was in that year or the one before.
  package var birth: KnownBirth? {
    if let birthDay { return .day(birthDay) }
    guard let birthYear else { return nil }
    if isReckonedFromAge, let day = CivilDate(year: birthYear + 30, month: 12, day: 31) { return .age(30, on: day) }
    return .year(birthYear)
  }

  /// The first day on which somebody born so is 18 for certain; a year alone counts as its last day.
  package var comesOfAge: CivilDate? {
    if let birthDay {
      // Born on 29 February, they are 18 on 1 March.
      return CivilDate(year: birthDay.year + 18, month: birthDay.month, day: birthDay.day)
        ?? CivilDate(year: birthDay.year + 18, month: 3, day: 1)
    }
    return birthYear.flatMap { CivilDate(year: $0 + 19, month: 1, day: 1) }
  }
}
