package import CivilTime
package import Postgres
internal import Records
package import Stores

/// Erases what has been kept for as long as it may be. What a legal hold keeps stays.
package struct RetentionSweep: Sendable {
  private let database: Database

  package init(_ database: Database) { self.database = database }

  /// Rows of one transaction, so that nobody waits long for a lock.
  static let batch: Int32 = 5000

  /// How many rows of each kind went, or would go.
  package struct Report: Sendable, Equatable {
    package let erased: [RetentionStep: Int]
    /// Requests for visits that only a legal hold keeps.
    package let held: Int

    package var total: Int { erased.values.reduce(0, +) }
  }

  /// As the owner of the database, as of this moment.
  package func run(now: Timestamp) async throws -> Report {
    try await run(by: .commandLine, now: now) { store, step in try await store.erase(step, at: now, atMost: Self.batch)
    }
  }

  /// As the service does it daily, as of now by the database's clock.
  package func runDue(now: Timestamp) async throws -> Report {
    try await run(by: .system("sweep"), now: now) { store, step in
      try await store.eraseDue(step, atMost: Self.batch)
    }
  }

  /// Does the same and takes it back: what it tells is what would go, and nothing went.
  package func rehearse(now: Timestamp) async throws -> Report {
    struct TakenBack: Error { let report: Report }
    do {
      try await database.transaction(retries: 0, actor: "service:sweep") { transaction in
        let store = RetentionStore(transaction)
        var erased: [RetentionStep: Int] = [:]
        for step in RetentionStep.allCases { erased[step] = try await store.erase(step, at: now, atMost: .max) }
        throw TakenBack(report: Report(erased: erased, held: try await store.held(at: now)))
      }
      return Report(erased: [:], held: 0)
    } catch let rehearsed as TakenBack {
      return rehearsed.report
    }
  }

  private func run(
    by actor: AuditActor, now: Timestamp,
    _ erase: @Sendable (RetentionStore<Transaction>, RetentionStep) async throws -> Int
  ) async throws -> Report {
    var erased: [RetentionStep: Int] = [:]
    for step in RetentionStep.allCases {
      while true {
        let some = try await database.transaction(actor: "service:sweep") { transaction in
          try await erase(RetentionStore(transaction), step)
        }
        erased[step, default: 0] += some
        if some == 0 { break }
      }
    }
    let report = Report(erased: erased, held: try await RetentionStore(database).held(at: now))
    if report.total > 0 {
      let facts = RetentionStep.allCases.compactMap { step in
        erased[step].flatMap { $0 > 0 ? "\(step.rawValue) \($0)" : nil }
      }
      try await AuditStore(database).append(
        AuditEntry(actor: actor, verb: .swept, object: .none, facts: facts), now: now)
    }
    return report
  }
}
