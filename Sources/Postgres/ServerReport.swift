/// The fields of an error or a notice as the server sent them. May hold data: never shown as it is.
struct ServerReport: Sendable {
  let sqlstate: String?
  let message: String
  let context: String
  let schema: String?
  let table: String?
  let column: String?
  let dataType: String?
  let constraint: String?
  let position: Int?
  let sourceFunction: String

  /// The server refused to use a prepared plan, or has forgotten it. The function's name is the same in every
  /// language of the server, unlike the message.
  var planIsStale: Bool {
    sqlstate == "0A000" && sourceFunction == "RevalidateCachedQuery" || sqlstate == "26000"
  }

  /// The warning that a COMMIT was made on this server alone.
  var isUnreplicatedCommit: Bool { sourceFunction == "SyncRepWaitForLSN" }

  func error(at place: Place) -> PostgresError {
    guard let sqlstate else {
      return PostgresError(.connectionLost, "the connection to the database was lost", at: place)
    }
    let code = PostgresError.Code(rawValue: sqlstate)
    return PostgresError(
      code, DataFreeMessage.text(of: self, code: code, sql: place.sql) + place.within(position: position),
      constraint: constraint, table: table,
      column: column, planIsStale: planIsStale, at: place)
  }
}
