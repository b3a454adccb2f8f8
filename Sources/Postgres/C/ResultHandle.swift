internal import CLibPQ

/// A `PGresult`, cleared when it goes out of scope. Everything of use is copied out before.
struct ResultHandle: ~Copyable {
  private let raw: OpaquePointer

  init(_ raw: OpaquePointer) { self.raw = raw }

  deinit { PQclear(raw) }

  var status: ExecStatusType { PQresultStatus(raw) }

  /// What the statement did, such as `INSERT 0 1` or `COMMIT`.
  var tag: String { String(cString: PQcmdStatus(raw)) }

  /// Rows inserted, updated, deleted, copied or selected.
  var affected: Int { Int(String(cString: PQcmdTuples(raw))) ?? 0 }

  var rowCount: Int { Int(PQntuples(raw)) }

  func columns() -> [RowBlock.Column] {
    (0..<PQnfields(raw)).map { column in
      RowBlock.Column(name: text(PQfname(raw, column)) ?? "", type: PQftype(raw, column))
    }
  }

  /// Copies all cells to the builder.
  func append(to rows: inout RowBlock.Builder) {
    let columns = PQnfields(raw)
    rows.count += rowCount
    for row in 0..<PQntuples(raw) {
      for column in 0..<columns {
        if PQgetisnull(raw, row, column) == 1 {
          rows.appendNull()
        } else {
          let length = Int(PQgetlength(raw, row, column))
          rows.append(UnsafeRawBufferPointer(start: PQgetvalue(raw, row, column), count: length))
        }
      }
    }
  }

  var report: ServerReport { serverReport(of: raw) }
}

private func text(_ pointer: UnsafePointer<CChar>?) -> String? { pointer.map { String(cString: $0) } }

/// Copies the fields of an error or a notice.
func serverReport(of result: OpaquePointer) -> ServerReport {
  ServerReport(
    sqlstate: text(cpq_sqlstate(result)), message: text(cpq_message(result)) ?? "",
    context: text(cpq_context(result)) ?? "", schema: text(cpq_schema(result)), table: text(cpq_table(result)),
    column: text(cpq_column(result)), dataType: text(cpq_datatype(result)),
    constraint: text(cpq_constraint(result)), position: text(cpq_position(result)).flatMap { Int($0) },
    sourceFunction: text(cpq_source_function(result)) ?? "")
}

extension RowBlock {
  /// Collects rows from one or several results of the same statement.
  struct Builder {
    var columns: [Column] = []
    var count = 0
    private var slots: [Slot] = []
    private var bytes: [UInt8] = []

    mutating func appendNull() { slots.append(Slot(start: 0, length: -1)) }

    mutating func append(_ cell: UnsafeRawBufferPointer) {
      slots.append(Slot(start: bytes.count, length: cell.count))
      bytes.append(contentsOf: cell)
    }

    func block(sql: String) -> RowBlock {
      RowBlock(sql: sql, columns: columns, count: count, slots: slots, bytes: bytes)
    }
  }
}
