/// What the server or this client refused: a code, a place, and never a value.
///
/// The server's DETAIL quotes values ("Key (email)=(…) already exists") and is never read; its message is kept only
/// when it provably holds names of the schema alone (see `DataFreeMessage`).
package struct PostgresError: Error, Hashable, Sendable, CustomStringConvertible {
  package let code: Code
  package let message: String
  package let constraint: String?
  package let table: String?
  package let column: String?
  /// The statement's text with `$n` for its values.
  package let sql: String
  package let file: String
  package let line: Int
  /// The server threw away a prepared plan that no longer fits the schema; the same statement works when sent anew.
  let planIsStale: Bool

  init(
    _ code: Code, _ message: String, constraint: String? = nil, table: String? = nil, column: String? = nil,
    planIsStale: Bool = false, at place: Place
  ) {
    self.code = code
    self.message = message
    self.constraint = constraint
    self.table = table
    self.column = column
    self.planIsStale = planIsStale
    sql = place.sql
    file = place.file
    line = place.line
  }

  package var description: String { "\(message) [\(code.rawValue)] at \(file):\(line)" }

  /// Another attempt at the whole transaction can succeed.
  package var isRetryable: Bool {
    code == .serializationFailure || code == .deadlockDetected || planIsStale
  }

  /// A COMMIT was sent, or a statement that commits, and nobody knows what became of it: look the work up by its own key
  /// before doing it again.
  package var outcomeIsUnknown: Bool { code == .outcomeUnknown || code == .notReplicated }
}

/// Where a statement was asked for, and its text.
struct Place: Sendable {
  let sql: String
  let file: String
  let line: Int
  /// The name of the script, when it is one.
  let script: String?

  init(_ sql: String, _ file: String, _ line: Int, script: String? = nil) {
    self.sql = sql
    self.file = file
    self.line = line
    self.script = script
  }

  /// Where in a script the server found the mistake, for its message: ` (m0001_foundation, line 12)`.
  func within(position: Int?) -> String {
    guard let script else { return "" }
    guard let position else { return " (\(script))" }
    let line = 1 + sql.unicodeScalars.prefix(max(0, position - 1)).count { $0 == "\n" }
    return " (\(script), line \(line))"
  }
}
