package import CivilTime
package import Postgres
internal import Records
internal import Stores
package import Vault

/// What the keeper's process does: it opens one contact at a time, for a responder with a reason, and writes that down
/// before it says anything.
package struct KeeperService: Sendable {
  private let database: Database
  private let keys: @Sendable () -> KeeperKeys
  /// How many contacts a responder may have opened in 24 hours.
  private let daily: Int

  /// - Parameter database: a pool of the keeper's role.
  package init(_ database: Database, daily: Int = 40, keys: @escaping @Sendable () -> KeeperKeys) {
    self.database = database
    self.daily = daily
    self.keys = keys
  }

  package static let shortestReason = 8
  package static let longestReason = 500
  private static let day = 86_400.0

  package func open(_ request: ContactRequest, now: Timestamp) async throws -> ContactAnswer {
    let reason = FormText.tidy(request.reason)
    guard (Self.shortestReason...Self.longestReason).contains(reason.count) else { return .refused(.noReason) }
    guard let token = SessionToken(request.session) else { return .refused(.notSignedIn) }
    let keys = keys()
    return try await database.transaction(actor: "service:keeper") { transaction in
      let store = SealedContactStore(transaction)
      guard let account = try await store.responder(fingerprint: token.fingerprint, now: now) else {
        return .refused(.notSignedIn)
      }
      guard let call = try await Self.call(request, store), call.isOpen, call.owner == account else {
        return .refused(.notYours)
      }
      guard call.isAgreed else { return .refused(.notAgreed) }
      guard try await store.openings(account: account, since: now.adding(seconds: -Self.day)) < daily else {
        return .refused(.tooMany)
      }
      guard let sealed = try await Self.sealed(request, call, store), let box = sealed.contact else {
        return .refused(.nothing)
      }
      let column = request.about == .call ? SealedColumn.contact : .caller
      guard
        let contact = FamilyContact(
          bytes: try keys.open(box, context: FamilyContact.context(column, selector: sealed.selector)))
      else { throw KeyError.cannotOpen }
      let notes = try sealed.notes.map {
        String(
          decoding: try keys.open($0, context: FamilyContact.context(.note, selector: sealed.selector)),
          as: UTF8.self)
      }
      // Both are committed before the answer leaves: nothing is shown that is not written down.
      try await store.note(
        opening: request.call, isIntake: request.about == .intake, account: account, now: now)
      try await Self.audit(transaction, request, account, reason, now)
      return .contact(contact, notes: notes)
    }
  }

  private static func call(
    _ request: ContactRequest, _ store: SealedContactStore<Transaction>
  ) async throws -> SealedContactStore<Transaction>.OpenCall? {
    switch request.about {
    case .call: try await store.call(request.call)
    case .intake: try await store.intake(request.call)
    }
  }

  private static func sealed(
    _ request: ContactRequest, _ call: SealedContactStore<Transaction>.OpenCall,
    _ store: SealedContactStore<Transaction>
  ) async throws -> SealedContactStore<Transaction>.Sealed? {
    switch request.about {
    case .call: try await store.sealed(search: call.search)
    case .intake: try await store.sealed(intake: request.call)
    }
  }

  private static func audit(
    _ transaction: Transaction, _ request: ContactRequest, _ account: Int64, _ reason: String, _ now: Timestamp
  ) async throws {
    try await AuditStore(transaction).append(
      AuditEntry(
        actor: .account(account), verb: .contactOpened,
        object: AuditObject(request.about == .call ? .call : .intake, request.call), purpose: reason),
      now: now)
  }
}
