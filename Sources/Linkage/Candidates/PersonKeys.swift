internal import CivilTime

extension IndexedPerson {
  /// What the person is found by: the words of every name, every birth, every A-number.
  package func keys(_ parser: NameParser) -> Set<Key> {
    var keys = Set(aNumberKeys.map(Key.aNumber))
    for row in rows {
      for part in parser.parse(row.name).parts { keys.insert(.word(part.text)) }
      switch row.birth {
      case .day(let day): keys.formUnion([.birthDay(day), .birthYear(day.year)])
      case let birth?: keys.formUnion(birth.years.map(Key.birthYear))
      case nil: break
      }
    }
    if rows.allSatisfy({ $0.birth == nil }) { keys.insert(.noBirth) }
    return keys
  }
}
