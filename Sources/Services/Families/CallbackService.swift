package import CivilTime
package import Linkage
package import Postgres
internal import Records
package import Stores
internal import Vault

/// The queue of calls that responders owe families.
package struct CallbackService: Sendable {
  private let database: Database
  private let keeper: (any ContactKeeper)?
  private let judge: (any CallJudge)?

  /// - Parameters:
  ///   - database: a pool of the staff role.
  ///   - keeper: opens a contact; nil where no keeper runs.
  ///   - judge: says what holds of a call when it is taken, opened and ended: facts were added since, or somebody
  ///     protected.
  package init(_ database: Database, keeper: (any ContactKeeper)?, judge: (any CallJudge)? = nil) {
    self.database = database
    self.keeper = keeper
    self.judge = judge
  }

  package static let listed = 200

  package func all(by staff: Staff) async throws -> [Callback] {
    try staff.require(.callFamilies)
    return try await database.transaction(readOnly: true, actor: staff.actor) { transaction in
      try await CallbackStore(transaction).all(limit: Self.listed)
    }
  }

  /// A call with what the family looks for; nil if there is none.
  package func look(at id: Int64, by staff: Staff) async throws -> (call: Callback, request: SearchRequest)? {
    try staff.require(.callFamilies)
    return try await database.transaction(readOnly: true, actor: staff.actor) { transaction in
      guard let call = try await CallbackStore(transaction).callback(id),
        let search = try await OpenSearchStore(transaction).search(call.search)
      else { return nil }
      return (call, search.facts)
    }
  }

  package enum Change: Sendable, Equatable {
    case take, giveBack, protect, agree, tried
    case finish(Callback.Outcome)

    fileprivate var needsJudgement: Bool {
      switch self {
      case .take: true
      case .finish(let outcome): outcome.tells
      case .giveBack, .protect, .agree, .tried: false
      }
    }
  }

  private func judgeAgain(_ id: Int64, by staff: Staff, now: Timestamp) async throws {
    guard let judge, let found = try await look(at: id, by: staff), found.call.doneAt == nil else { return }
    let need = try await judge.callNeed(found.request, now: now)
    try await database.transaction(actor: staff.actor) { try await CallbackStore($0).note(need, of: id) }
  }

  /// False when somebody else was faster, or two have not agreed yet.
  package func change(_ id: Int64, _ change: Change, by staff: Staff, now: Timestamp) async throws -> Bool {
    try staff.require(.callFamilies)
    if change.needsJudgement { try await judgeAgain(id, by: staff, now: now) }
    return try await database.transaction(actor: staff.actor) { transaction in
      let store = CallbackStore(transaction)
      let me = staff.account.id
      switch change {
      case .take: return try await store.take(id, account: me, now: now)
      case .giveBack: return try await store.giveBack(id, account: me)
      case .agree: return try await store.agree(id, account: me, now: now)
      case .tried: return try await store.tried(id, account: me)
      case .finish(let outcome): return try await store.finish(id, outcome, account: me, now: now)
      case .protect:
        try await store.protect(id)
        return true
      }
    }
  }

  /// Asks the keeper for one contact, with the session as proof of who asks.
  package func contact(of id: Int64, reason: String, by staff: Staff, now: Timestamp) async throws -> ContactAnswer {
    try staff.require(.callFamilies)
    try await judgeAgain(id, by: staff, now: now)
    guard let keeper else { return .refused(.away) }
    return await keeper.open(ContactRequest(call: id, session: staff.proof, reason: reason))
  }
}
