internal import CivilTime

/// What is known of a file before its rows are read for good, and the words that its cells are looked up in.
struct RowContext: Sendable {
  var columns: Columns
  var map = ColumnMap()
  var encoding = TextEncoding.utf8
  /// The order of dates by column; a column that is not here proved none.
  var orders: [ImportField: DateOrder] = [:]
  /// What a lone "M" means; nil when the file does not tell men from women by it.
  var letterM: String?
  var places = PlaceBook([])
  /// For clocks at places that are no facility.
  var zone: Zone?
  /// When the file's facts were reported, for rows that do not say.
  var reportedAt: Timestamp
  /// The moment of the import; nothing in a file was reported after it, or happened more than a day after it.
  var now: Timestamp
  /// Blanks in columns of places mean "as above".
  var placesAsAbove = false
}

extension RowContext {
  var today: CivilDate { now.utcDay ?? .farthest }

  var asAbove: Set<ImportField> {
    map.asAbove.union(placesAsAbove ? columns.positions.keys.filter(\.isPlace) : [])
  }
}
