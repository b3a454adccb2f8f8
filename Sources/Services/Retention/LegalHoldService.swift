package import CivilTime
package import Postgres
internal import Records
package import Stores

/// Legal holds, for whoever runs the installation: they name who ordered them.
package struct LegalHoldService: Sendable {
  private let database: Database

  /// With the database as its owner sees it.
  package init(_ database: Database) { self.database = database }

  package enum Scope: Sendable, Equatable {
    case request(String), facility(String), everything

    /// A request's reference, a facility's code, or the word.
    package init(_ text: String) {
      self = text == "everything" ? .everything : text.hasPrefix("PV-") ? .request(text) : .facility(text)
    }
  }

  /// Nil if there is no such request or facility.
  package func set(
    _ scope: Scope, by orderedBy: String, because why: String, now: Timestamp
  ) async throws -> Int64? {
    try await database.transaction(actor: "service:retention") { transaction in
      let store = LegalHoldStore(transaction)
      let id =
        switch scope {
        case .request(let reference): try await store.set(request: reference, by: orderedBy, because: why, now: now)
        case .facility(let code): try await store.set(facility: code, by: orderedBy, because: why, now: now)
        case .everything: try await store.setOnAll(by: orderedBy, because: why, now: now)
        }
      guard let id else { return nil }
      try await note(.legalHoldSet, id, why, transaction, now)
      return id
    }
  }

  /// False if there is no such hold, or it was lifted before.
  package func lift(_ id: Int64, by liftedBy: String, because why: String, now: Timestamp) async throws -> Bool {
    try await database.transaction(actor: "service:retention") { transaction in
      guard try await LegalHoldStore(transaction).lift(id, by: liftedBy, because: why, now: now) else { return false }
      try await note(.legalHoldLifted, id, why, transaction, now)
      return true
    }
  }

  package func all() async throws -> [LegalHold] {
    try await database.transaction(readOnly: true, actor: "service:retention") { transaction in
      try await LegalHoldStore(transaction).all()
    }
  }

  private func note(
    _ verb: AuditVerb, _ hold: Int64, _ why: String, _ transaction: Transaction, _ now: Timestamp
  ) async throws {
    try await AuditStore(transaction).append(
      AuditEntry(actor: .commandLine, verb: verb, object: AuditObject(.hold, hold), purpose: why), now: now)
  }
}
