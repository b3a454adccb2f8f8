internal import CivilTime

/// One row of a result. Cheap to copy: the rows of a result share their bytes.
package struct PostgresRow: Sendable {
  let block: RowBlock
  let index: Int

  package var count: Int { block.columns.count }

  /// The names of the columns, in order.
  package var columns: [String] { block.columns.map(\.name) }

  /// The cell's text, nil for NULL.
  package subscript(cell column: Int) -> PostgresCell? { block.cell(row: index, column: column) }

  /// All columns in order: `let (id, name) = try row.decode(Int64.self, String?.self)`.
  package func decode<each Value: PostgresDecodable>(
    _ types: repeat (each Value).Type, file: String = #fileID, line: Int = #line
  ) throws(PostgresError) -> (repeat each Value) {
    var wanted = 0
    for _ in repeat (each types) { wanted += 1 }
    guard wanted == count else {
      throw PostgresError(
        .decoding, "the row has \(count) columns, \(wanted) were asked for", at: Place(block.sql, file, line))
    }
    var column = -1
    func next<Wanted: PostgresDecodable>(_ type: Wanted.Type) throws(PostgresError) -> Wanted {
      column += 1
      return try read(column, as: type, file: file, line: line)
    }
    return (repeat try next(each types))
  }

  /// The only column.
  package func decode<Value: PostgresDecodable>(
    _ type: Value.Type, file: String = #fileID, line: Int = #line
  ) throws(PostgresError) -> Value {
    guard count == 1 else {
      throw PostgresError(.decoding, "the row has \(count) columns, 1 was asked for", at: Place(block.sql, file, line))
    }
    return try read(0, as: type, file: file, line: line)
  }

  /// The column of that name.
  package subscript<Value: PostgresDecodable>(
    name: String, as type: Value.Type, file: String = #fileID, line: Int = #line
  ) -> Value {
    get throws(PostgresError) {
      guard let column = block.columns.firstIndex(where: { $0.name == name }) else {
        throw PostgresError(.decoding, "no column is called \"\(name)\"", at: Place(block.sql, file, line))
      }
      return try read(column, as: type, file: file, line: line)
    }
  }

  private func read<Value: PostgresDecodable>(
    _ column: Int, as type: Value.Type, file: String, line: Int
  ) throws(PostgresError) -> Value {
    do throws(PostgresCodingFault) {
      guard let cell = block.cell(row: index, column: column) else { return try Value.fromPostgresNull() }
      return try Value(postgres: cell)
    } catch {
      throw PostgresError(
        .decoding, "column \"\(block.columns[column].name)\" \(error.reason)", at: Place(block.sql, file, line))
    }
  }
}

/// The rows of one result: all cells in one array of bytes.
final class RowBlock: Sendable {
  struct Column: Hashable, Sendable {
    let name: String
    let type: UInt32
  }

  /// Where a cell lies in the bytes; NULL has the length -1.
  struct Slot: Sendable {
    let start: Int
    let length: Int
  }

  let sql: String
  let columns: [Column]
  /// Counted apart from the cells: rows may have no columns (`select from …`).
  let count: Int
  let slots: [Slot]
  let bytes: [UInt8]

  init(sql: String, columns: [Column], count: Int, slots: [Slot], bytes: [UInt8]) {
    self.sql = sql
    self.columns = columns
    self.count = count
    self.slots = slots
    self.bytes = bytes
  }

  var rows: [PostgresRow] { (0..<count).map { PostgresRow(block: self, index: $0) } }

  func cell(row: Int, column: Int) -> PostgresCell? {
    let slot = slots[row * columns.count + column]
    return slot.length < 0 ? nil : PostgresCell(bytes[slot.start..<slot.start + slot.length])
  }
}
