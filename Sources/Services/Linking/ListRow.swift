internal import Linkage

/// One row of a list that is linked: a person as its source describes them.
struct ListRow: Sendable, Equatable {
  /// As the file has it; the number of the line where it has none.
  var id: String
  var line: Int
  var name: ListedName
  var birth: KnownBirth?
  var country: String?
  var sex: Sex?
  /// Nine digits.
  var aNumber: String?
  var place: String?

  /// As a search.
  func prepared(_ matcher: Matcher) -> PreparedSearch {
    matcher.prepare(
      SoughtPerson(name: spoken, birth: birth, country: country, sex: sex, aNumber: aNumber, place: place),
      aNumberKeys: aNumber.map { ANumber.variants($0).map(Self.key) } ?? [])
  }

  /// Given names first where the file says which they are: a search has no columns.
  private var spoken: String {
    guard let given = name.given, let family = name.family else { return name.full }
    return given + " " + family
  }

  /// Numbers meet as hashes with a key that this process alone knows.
  static func key(_ number: String) -> UInt64 { UInt64(bitPattern: Int64(number.hashValue)) }
}

extension IndexedPerson {
  /// Rows that describe one person.
  init(_ id: Int64, _ rows: [ListRow]) {
    self.init(
      id: id,
      rows: rows.map {
        IndexRow(person: id, name: $0.name, birth: $0.birth, country: $0.country, sex: $0.sex, place: $0.place)
      },
      aNumberKeys: rows.compactMap { $0.aNumber.map(ListRow.key) })
  }
}
