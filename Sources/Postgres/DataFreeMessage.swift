/// Decides what of a server's message may be shown: names of the schema, never a value.
///
/// PostgreSQL quotes values in messages (`invalid input syntax for type integer: "…"`). A message is kept only when
/// its class is one whose messages speak of the schema, it is plain ASCII, and each quoted word stands in the
/// statement's own text (which is source code) or is the constraint, table, column or type that the server names in
/// its own field. Any other is replaced by a sentence for its SQLSTATE.
enum DataFreeMessage {
  /// Classes whose messages speak of names. 22 (data), P0 (raised by functions), XX and unknown ones are not here.
  private static let trustedClasses: Set<Substring> = ["0A", "21", "23", "25", "2B", "40", "42", "53", "55", "57"]

  static func text(of report: ServerReport, code: PostgresError.Code, sql: String) -> String {
    if code.errorClass == "P0" { return raised(report) }
    guard trustedClasses.contains(code.errorClass), report.message.utf8.count <= 300,
      report.message.utf8.allSatisfy({ (32...126).contains($0) })
    else { return sentence(for: code) }
    let pieces = report.message.split(separator: "\"", omittingEmptySubsequences: false)
    let fields = [report.schema, report.table, report.column, report.dataType, report.constraint].compactMap(\.self)
    let quoted = pieces.indices.filter { !$0.isMultiple(of: 2) }.map { String(pieces[$0]) }
    guard !pieces.count.isMultiple(of: 2), quoted.allSatisfy({ fields.contains($0) || sql.contains($0) }) else {
      return sentence(for: code)
    }
    return report.message
  }

  /// An exception of a function: its text may be made of data, so only the constraint or the function is named.
  private static func raised(_ report: ServerReport) -> String {
    if let constraint = report.constraint { return "the database refused: \(constraint)" }
    let prefix = "PL/pgSQL function "
    guard let line = report.context.split(separator: "\n").first, line.hasPrefix(prefix) else {
      return "a function of the database refused this"
    }
    let name = line.dropFirst(prefix.count).prefix { $0.isASCII && ($0.isLetter || $0.isNumber || "_.".contains($0)) }
    return "the database refused this in its function \(name)"
  }

  static func sentence(for code: PostgresError.Code) -> String {
    sentences[code.rawValue] ?? classSentences[code.errorClass] ?? "the database refused the statement"
  }

  private static let sentences: [String: String] = [
    "22001": "a text is too long for its column",
    "22003": "a number is out of range",
    "22004": "a value must not be null",
    "22007": "a date or time is not written as one",
    "22008": "a date or time is out of range",
    "22009": "a time zone's displacement is out of range",
    "22012": "division by zero",
    "22021": "a text holds a character that the encoding does not have",
    "22023": "a parameter has a value that is not allowed",
    "2201B": "a regular expression is not valid",
    "22P02": "a text is not of the form that its type asks for",
    "22P03": "a binary value is not of the form that its type asks for",
    "22P04": "a line of COPY data does not have the form of the table",
    "22P05": "a character cannot be converted to the encoding",
    "22030": "a JSON object has a key twice",
    "22032": "a text is not JSON",
    "53100": "the database's disk is full",
    "53200": "the database is out of memory",
    "53300": "the database has too many connections",
    "54000": "a limit of the database was passed",
  ]

  private static let classSentences: [Substring: String] = [
    "08": "the connection to the database failed",
    "0A": "the database cannot do this",
    "21": "a subquery gave more than one row",
    "22": "a value does not fit its type",
    "23": "a constraint of the database was violated",
    "25": "the transaction is in the wrong state for this",
    "28": "the database refused the login",
    "2B": "something still depends on this",
    "3D": "there is no such database",
    "40": "the transaction was rolled back by the database",
    "42": "the statement has a mistake or names something that is not there",
    "44": "the view's check refused the row",
    "53": "the database lacks a resource",
    "54": "a limit of the database was passed",
    "55": "an object is not in the state that this needs",
    "57": "the database stopped the statement",
    "58": "the database's system failed",
    "F0": "the database's configuration is broken",
    "XX": "the database found a fault in itself",
  ]
}
