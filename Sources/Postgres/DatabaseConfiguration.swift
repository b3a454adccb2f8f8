/// How to reach the database and what to allow: validated when it is made.
package struct DatabaseConfiguration: Sendable, CustomStringConvertible {
  let parameters: [ConnectionParameter]
  package let poolSize: Int
  /// How many tasks may wait for a connection before others are refused at once.
  package let maxWaiters: Int
  /// How long a task waits for a connection.
  package let leaseTimeout: Duration
  package let timeouts: Timeouts
  /// What goes along with every session; no description shows it.
  package let companion: (any SessionCompanion)?

  /// What the server enforces on each statement and transaction. Zero: no limit.
  package struct Timeouts: Sendable {
    package var statement: Duration
    package var lock: Duration
    package var idleInTransaction: Duration

    package init(
      statement: Duration = .seconds(30), lock: Duration = .seconds(10), idleInTransaction: Duration = .seconds(60)
    ) {
      self.statement = statement
      self.lock = lock
      self.idleInTransaction = idleInTransaction
    }

    /// For migrations, imports and other long work.
    package static let patient = Timeouts(statement: .zero, lock: .seconds(60), idleInTransaction: .seconds(600))
  }

  /// `url`: a libpq URL or `keyword=value` text; several hosts and `target_session_attrs` are understood.
  /// `user`, `password` and `database` stand in for those of the URL; `settings` are the session's own, such as
  /// `paradero.name`, of letters and digits alone, and no description shows them.
  package init(
    url: String, user: String? = nil, password: String? = nil, database: String? = nil, poolSize: Int = 8,
    maxWaiters: Int = 256, leaseTimeout: Duration = .seconds(10), timeouts: Timeouts = Timeouts(),
    applicationName: String = "paradero", settings: [String: String] = [:],
    companion: (any SessionCompanion)? = nil
  ) throws(PostgresError) {
    func fault(_ message: String) -> PostgresError {
      PostgresError(.configuration, message, at: Place("", #fileID, #line))
    }
    guard !url.isEmpty else { throw fault("the connection string to the database is empty") }
    guard !url.utf8.contains(0), let given = Conninfo.parse(url) else {
      throw fault("the connection string to the database is not one that libpq understands")
    }
    guard (1...1000).contains(poolSize) else { throw fault("a pool has 1 to 1000 connections, not \(poolSize)") }
    guard maxWaiters >= 0 else { throw fault("the number of waiters for a connection must not be negative") }
    guard leaseTimeout > .zero else { throw fault("the time to wait for a connection must be positive") }
    let isPlain = settings.allSatisfy { name, value in
      name.utf8.allSatisfy(Self.isPlainInOption) && value.utf8.allSatisfy(Self.isPlainInOption)
    }
    guard isPlain else { throw fault("a setting of a session has letters, digits, dots and low lines alone") }
    parameters = Self.complete(
      given, replacing: [("user", user), ("password", password), ("dbname", database)], timeouts: timeouts,
      applicationName: applicationName, settings)
    self.poolSize = poolSize
    self.maxWaiters = maxWaiters
    self.leaseTimeout = leaseTimeout
    self.timeouts = timeouts
    self.companion = companion
  }

  /// What is added only where the URL is silent, and what the codecs need whatever the URL says.
  private static func complete(
    _ given: [ConnectionParameter], replacing: [(String, String?)], timeouts: Timeouts, applicationName: String,
    _ own: [String: String]
  ) -> [ConnectionParameter] {
    var values = Dictionary(given.map { ($0.keyword, $0.value) }, uniquingKeysWith: { $1 })
    for case (let keyword, let value?) in replacing { values[keyword] = value }
    let defaults = [
      "connect_timeout": "4", "application_name": applicationName, "keepalives_idle": "10",
      "keepalives_interval": "5", "keepalives_count": "3", "tcp_user_timeout": "15000",
    ]
    values.merge(defaults) { old, _ in old }
    values["client_encoding"] = "UTF8"
    let settings = [
      "TimeZone": "UTC", "DateStyle": "ISO,YMD", "IntervalStyle": "iso_8601", "bytea_output": "hex",
      "extra_float_digits": "1", "standard_conforming_strings": "on", "client_min_messages": "warning",
      // Advisory locks are taken first and the newest is read then, in statements that are transactions too.
      "default_transaction_isolation": #"read\ committed"#,
      "statement_timeout": "\(timeouts.statement.wholeMilliseconds)",
      "lock_timeout": "\(timeouts.lock.wholeMilliseconds)",
      "idle_in_transaction_session_timeout": "\(timeouts.idleInTransaction.wholeMilliseconds)",
    ]
    let options = settings.merging(own) { ours, _ in ours }.sorted { $0.key < $1.key }.map {
      "-c \($0.key)=\($0.value)"
    }
    values["options"] = ([values["options"]].compactMap(\.self) + options).joined(separator: " ")
    return values.sorted { $0.key < $1.key }.map { ConnectionParameter(keyword: $0.key, value: $0.value) }
  }

  private static func isPlainInOption(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."),
      UInt8(ascii: "_"):
      true
    default: false
    }
  }

  func value(_ keyword: String) -> String? { parameters.last { $0.keyword == keyword }?.value }

  /// The name of the database, if the URL or the caller said one.
  package var database: String? { value("dbname") }
  package var user: String? { value("user") }

  /// Only a server that takes writes was asked for.
  var wantsWritable: Bool { ["read-write", "primary"].contains(value("target_session_attrs") ?? "any") }

  /// Without the password.
  package var description: String {
    let shown = ["host", "hostaddr", "port", "dbname", "user", "target_session_attrs", "sslmode"]
    let parts = shown.compactMap { keyword in value(keyword).map { "\(keyword)=\($0)" } }
    return (parts + ["pool=\(poolSize)"]).joined(separator: " ")
  }
}
