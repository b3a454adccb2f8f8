package import Postgres

/// A column whose values the service's key seals, for the command that seals them anew with a newer version.
package struct ServiceSealedColumn: Sendable {
  /// A value and the number of its row, which is sealed in.
  package struct Value: Sendable {
    package let id: Int64
    package let sealed: [UInt8]
  }

  /// `table.column`, with which and the row's number values are sealed.
  package let name: String
  /// The values after a row's number, in order, locked until the transaction ends.
  package let read: @Sendable (Transaction, Int64, Int) async throws -> [Value]
  /// Puts a value in the place of the one that was read.
  package let write: @Sendable (Transaction, Value, [UInt8]) async throws -> Void

  /// Every such column; adding one is one line here.
  package static let all = [secondFactor, evidenceTold, withdrawalReason, intakeTold, intakeNote, handoffNote]

  /// What an authenticator app and the service share.
  private static let secondFactor = ServiceSealedColumn(name: "second_factor.secret") { transaction, after, limit in
    try await transaction.rows(
      "select id, secret from second_factor where id > \(after) order by id limit \(limit) for update"
    ).map { row in
      Value(id: try row["id", as: Int64.self], sealed: try row["secret", as: [UInt8].self])
    }
  } write: { transaction, value, sealed in
    try await transaction.execute("update second_factor set secret = \(sealed) where id = \(value.id)")
  }

  /// What is said of a file.
  private static let evidenceTold = ServiceSealedColumn(name: "evidence.told") { transaction, after, limit in
    try await transaction.rows(
      "select id, told from evidence where id > \(after) order by id limit \(limit) for update"
    ).map { row in
      Value(id: try row["id", as: Int64.self], sealed: try row["told", as: [UInt8].self])
    }
  } write: { transaction, value, sealed in
    try await transaction.execute("update evidence set told = \(sealed) where id = \(value.id)")
  }

  /// Why a file was withdrawn.
  private static let withdrawalReason = ServiceSealedColumn(name: "evidence_withdrawal.reason") {
    transaction, after, limit in
    try await transaction.rows(
      """
      select evidence_id, reason from evidence_withdrawal where evidence_id > \(after) order by evidence_id
      limit \(limit) for update
      """
    ).map { row in
      Value(id: try row["evidence_id", as: Int64.self], sealed: try row["reason", as: [UInt8].self])
    }
  } write: { transaction, value, sealed in
    try await transaction.execute(
      "update evidence_withdrawal set reason = \(sealed) where evidence_id = \(value.id)")
  }

  /// What was told on the phone.
  private static let intakeTold = ServiceSealedColumn(name: "intake.told") { transaction, after, limit in
    try await transaction.rows(
      """
      select id, told from intake where told is not null and id > \(after) order by id limit \(limit) for update
      """
    ).map { row in
      Value(id: try row["id", as: Int64.self], sealed: try row["told", as: [UInt8].self])
    }
  } write: { transaction, value, sealed in
    try await transaction.execute("update intake set told = \(sealed) where id = \(value.id)")
  }

  /// What was noted of a report.
  private static let intakeNote = ServiceSealedColumn(name: "intake_event.note") { transaction, after, limit in
    try await transaction.rows(
      """
      select id, note from intake_event where note is not null and id > \(after) order by id limit \(limit) for update
      """
    ).map { row in
      Value(id: try row["id", as: Int64.self], sealed: try row["note", as: [UInt8].self])
    }
  } write: { transaction, value, sealed in
    try await transaction.execute("update intake_event set note = \(sealed) where id = \(value.id)")
  }

  /// What was noted of a hand-off.
  private static let handoffNote = ServiceSealedColumn(name: "handoff_event.note") { transaction, after, limit in
    try await transaction.rows(
      """
      select id, note from handoff_event where note is not null and id > \(after) order by id limit \(limit) for update
      """
    ).map { row in
      Value(id: try row["id", as: Int64.self], sealed: try row["note", as: [UInt8].self])
    }
  } write: { transaction, value, sealed in
    try await transaction.execute("update handoff_event set note = \(sealed) where id = \(value.id)")
  }
}
