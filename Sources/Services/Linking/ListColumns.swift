/// Which columns of a list hold what: the headings that imports know, and two more that only linking needs.
struct ListColumns: Sendable, Equatable {
  var known: Columns
  /// Nil when no column holds one: then the number of the line stands for it.
  var id: Int?
  /// City, county, state: joined in the order of the columns.
  var places: [Int]

  static let ids: Set<String> = [
    "id", "record id", "rec id", "row id", "person id", "unique id", "case id", "client id", "list id", "uid", "key",
    "identificador", "clave",
  ]
  private static let placeWords: Set<String> = [
    "place", "city", "town", "state", "county", "suburb", "municipality", "province", "district", "department",
    "residence", "home", "hometown", "city state", "lugar", "ciudad", "municipio", "provincia", "departamento",
    "localidad", "residencia",
  ]

  init(_ known: Columns, headings: [String]) {
    self.known = known
    let words = headings.map(comparable)
    id =
      words.firstIndex(where: Self.ids.contains)
      ?? [ImportField.subject, .anonymized, .booking].lazy.compactMap { known[$0] }.first
    places = words.indices.filter { Self.placeWords.contains(words[$0]) }
  }
}
