import Testing

@testable import Postgres

@Suite struct `A message of the server` {
  /// SQLSTATE, what the server says, the statement, whether it may be shown.
  static let cases: [(code: String, message: String, sql: String, isShown: Bool)] = [
    ("42703", "column \"nowhere\" does not exist", "select nowhere from t", true),
    ("42703", "column \"nowhere\" does not exist", "select a from t", false),
    ("23505", "duplicate key value violates unique constraint \"t_pkey\"", "insert", true),
    ("40001", "could not serialize access due to concurrent update", "update", true),
    ("42601", "syntax error at or near \"form\"", "select form t", true),
    ("42P01", "relation \"a\"b\" does not exist", "select a b", false),
    ("42P01", "die Relation »Planted« existiert nicht", "select $1::regclass", false),
    ("22P02", "invalid input syntax for type integer: \"t\"", "select t", false),
    ("22021", "invalid byte sequence for encoding \"UTF8\": 0xff", "UTF8", false),
    ("P0001", "anything", "select f()", false),
    ("XX000", "cache lookup failed for relation 1", "select", false),
    ("99999", "what is this", "select", false),
    ("25006", "cannot execute INSERT in a read-only transaction", "insert", true),
    ("42501", "permission denied for table person", "select", true),
  ]

  @Test(arguments: cases.indices) func `is shown only if it is made of the schema's names`(_ index: Int) {
    let (code, message, sql, isShown) = Self.cases[index]
    let report = ServerReport(
      sqlstate: code, message: message, context: "", schema: nil, table: "t", column: nil, dataType: nil,
      constraint: code == "23505" ? "t_pkey" : nil, position: nil, sourceFunction: "")
    let shown = DataFreeMessage.text(of: report, code: .init(rawValue: code), sql: sql)
    #expect((shown == message) == isShown)
    #expect(!shown.isEmpty && !shown.contains("Planted"))
  }
}
