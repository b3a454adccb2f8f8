internal import Foundation
internal import Postgres

extension Examination {
  static let database = Examination(subject: "database") { context in
    guard let role = context.anyRole else {
      return [.fault("database", "No address of a database is set; “paradero config” shows what is.")]
    }
    try await context.database(as: role).execute("select 1")
    return [.good("database", "It answers the role “\(role.rawValue)”.")]
  }

  static let server = Examination(subject: "server") { context in
    let number = try await context.value("select current_setting('server_version_num')::int", Int.self)
    let version = number / 10_000
    return version >= 15
      ? [.good("server", "PostgreSQL \(version).")]
      : [.fault("server", "PostgreSQL \(version) is too old: upgrade the server to 15 or later.")]
  }

  static let clock = Examination(subject: "clock") { context in
    let before = Date()
    let theirs = try await context.value("select (extract(epoch from clock_timestamp()) * 1000)::int8", Int.self)
    let after = Date()
    // Half of the question's own time is nobody's fault.
    let ours = (before.timeIntervalSince1970 + after.timeIntervalSince1970) / 2
    let apart = abs(Double(theirs) / 1000 - ours) - after.timeIntervalSince(before) / 2
    return apart < 2
      ? [.good("clock", "This machine's clock and the database's agree.")]
      : [
        .fault(
          "clock",
          "This machine's clock and the database's are \(Int(apart)) seconds apart: let both follow a time server.")
      ]
  }

  /// PostgreSQL's defaults write rows and statements into its log.
  static let logging = Examination(subject: "logging") { context in
    let wanted: [(String, String)] = [
      ("log_error_verbosity", "terse"), ("log_min_error_statement", "panic"), ("log_statement", "none"),
      ("log_min_duration_statement", "-1"), ("log_min_duration_sample", "-1"), ("log_transaction_sample_rate", "0"),
      ("log_parameter_max_length_on_error", "0"), ("log_duration", "off"), ("debug_print_parse", "off"),
      ("debug_print_rewritten", "off"), ("debug_print_plan", "off"),
    ]
    let rows = try await context.database(as: context.requiredRole())
      .rows("select name, setting from pg_settings where name = any(\(wanted.map(\.0)))")
    var settings: [String: String] = [:]
    for row in rows {
      let (name, setting) = try row.decode(String.self, String.self)
      settings[name] = setting
    }
    let wrong = wanted.filter { settings[$0.0] != $0.1 }
    guard wrong.isEmpty else {
      let lines = wrong.map { "\($0.0) = \($0.1)" }.joined(separator: ", ")
      return [.fault("logging", "PostgreSQL's log may hold people's data: set \(lines).")]
    }
    let level = try await context.value("select current_setting('log_min_messages')", String.self)
    guard ["log", "fatal", "panic"].contains(level) else {
      return [
        .advice(
          "logging",
          "A failed statement's message may quote a value in PostgreSQL's log: set log_min_messages = log.")
      ]
    }
    return [.good("logging", "PostgreSQL's log holds no statements and no values.")]
  }

  static let durability = Examination(subject: "durability") { context in
    let database = try context.database(as: context.requiredRole())
    let rows = try await database.rows(
      """
      select name, setting from pg_settings
      where name in ('data_checksums', 'fsync', 'full_page_writes', 'synchronous_commit')
      """)
    var wrong: [String] = []
    for row in rows {
      let (name, setting) = try row.decode(String.self, String.self)
      if setting == "off" { wrong.append(name) }
    }
    return wrong.isEmpty
      ? [.good("durability", "What is acknowledged is on the disk, and damage to it is noticed.")]
      : [
        .fault(
          "durability", "Records may be lost or damaged unnoticed: turn on \(wrong.sorted().joined(separator: ", ")).")
      ]
  }

  /// What strangers' requests use must not be able to do more than strangers may.
  static let roles = Examination(subject: "roles") { context in
    var findings: [Finding] = []
    var tried = 0
    for role in [DatabaseRole.publicSite, .staff, .index] where (try? context.configuration.address(of: role)) != nil {
      do {
        let row = try await context.database(as: role).first(
          """
          select rolsuper or rolbypassrls or rolcreaterole or rolcreatedb
            or exists (select from pg_class c where c.relowner = r.oid)
          from pg_roles r where rolname = current_user
          """)
        tried += 1
        if try row?.decode(Bool.self) ?? true {
          findings.append(
            .fault(
              "roles",
              "The role “\(role.rawValue)” may do more than it should: see that its address names \(role.login ?? "it")."
            ))
        }
      } catch let error as PostgresError where error.code == .loginRefused && context.anyRole != role {
        // A role that this user may not be is none of this user's business.
        continue
      }
    }
    if !findings.isEmpty { return findings }
    return tried > 0
      ? [.good("roles", "The roles that requests use own nothing and have no special rights.")]
      : [.advice("roles", "This user may be none of the roles that requests use, so they were not looked at.")]
  }
}

extension CommandContext {
  /// A role that has an address: the owner's if this user has it, else the least that there is.
  var anyRole: DatabaseRole? {
    ([.migrator, .staff, .publicSite] as [DatabaseRole]).first { configuration[$0.setting] != nil }
  }

  func requiredRole() throws(Failure) -> DatabaseRole {
    guard let anyRole else { throw Failure("No address of a database is set.", .configuration) }
    return anyRole
  }

  /// The one value that a statement gives.
  func value<Value: PostgresDecodable & Sendable>(_ query: PostgresQuery, _ type: Value.Type) async throws -> Value {
    guard let row = try await database(as: requiredRole()).first(query) else {
      throw Failure("The database gave no answer.", .unavailable)
    }
    return try row.decode(type)
  }
}
