package import CivilTime
package import Linkage
package import Postgres
internal import Records
internal import Stores

/// Open searches, for responders: they open one for a family, look at what it found, and end it.
package struct FollowingService: Sendable {
  private let database: Database

  /// With the database as `paradero_staff` sees it.
  package init(_ database: Database) { self.database = database }

  /// How many a list shows.
  package static let listed = 100
  /// Looking at a search again within so many seconds does not write anything.
  static let renewalPause = 3600.0

  /// Opens a search; it is matched within seconds.
  package func open(_ request: SearchRequest, by staff: Staff, now: Timestamp) async throws -> Int64 {
    try staff.require(.followSearches)
    return try await database.transaction(actor: staff.actor) { transaction in
      try await OpenSearchStore(transaction).add(request, account: staff.account.id, now: now)
    }
  }

  /// Those that are open, news first, and those that ended of late.
  package func all(by staff: Staff, now: Timestamp) async throws -> [FollowedSearch] {
    try staff.require(.followSearches)
    return try await database.transaction(readOnly: true, actor: staff.actor) { transaction in
      try await OpenSearchStore(transaction).overview(limit: Self.listed, now: now).map {
        FollowedSearch($0.search, matches: $0.matches, unseen: $0.unseen)
      }
    }
  }

  /// A search with what it has found. Looking at it lets it live on, and marks what it found as seen. Nil if there is
  /// none.
  package func look(at id: Int64, by staff: Staff, now: Timestamp) async throws -> FoundForSearch? {
    try staff.require(.followSearches)
    return try await database.transaction(actor: staff.actor) { transaction in
      let store = OpenSearchStore(transaction)
      guard let before = try await store.search(id) else { return nil }
      let kept = try await MatchStore(transaction).kept(searches: [id])
      let custody = try await CustodyOfFound(transaction).of(kept.map(\.pair.person), now: now)
      if kept.contains(where: { $0.gone == nil && $0.isNews }) {
        try await MatchStore(transaction).see(search: id, now: now)
      }
      if before.isOpen(at: now) { try await store.renew(id, now: now, minimum: Self.renewalPause) }
      let holding = kept.filter { $0.gone == nil }
      let matches = kept.sorted {
        ($0.gone == nil ? 0 : 1, -$0.pair.bits, $0.pair.person) < (
          $1.gone == nil ? 0 : 1, -$1.pair.bits, $1.pair.person
        )
      }
      return FoundForSearch(
        search: FollowedSearch(
          try await store.search(id) ?? before, matches: holding.count, unseen: holding.count(where: \.isNews)),
        matches: matches.map { FoundMatch($0, custody[$0.pair.person]) })
    }
  }

  package enum Change: String, Sendable, CaseIterable { case renew, close, reopen, delete }

  /// Does one of these; deleting deletes all that was found with it.
  package func change(_ id: Int64, _ change: Change, by staff: Staff, now: Timestamp) async throws {
    try staff.require(.followSearches)
    try await database.transaction(actor: staff.actor) { transaction in
      let store = OpenSearchStore(transaction)
      switch change {
      case .renew: try await store.renew(id, now: now)
      case .close: try await store.close(id, now: now)
      case .reopen: try await store.reopen(id, now: now)
      case .delete:
        guard try await store.delete(id) else { return }
        try await AuditStore(transaction).append(
          AuditEntry(actor: .account(staff.account.id), verb: .searchDeleted, object: .search(id)), now: now)
      }
    }
  }
}

/// Where found people were last known to be, as many as there are.
struct CustodyOfFound {
  private let store: CandidateStore<Transaction>

  init(_ transaction: Transaction) { store = CandidateStore(transaction) }

  func of(_ people: [Int64], now: Timestamp) async throws -> [Int64: FoundRecord] {
    var found: [Int64: FoundRecord] = [:]
    for start in stride(from: 0, to: people.count, by: 20) {
      let some = Array(people[start..<min(people.count, start + 20)])
      for record in try await store.found(some, today: now.utcDay ?? .farthest) { found[record.person] = record }
    }
    return found
  }
}
