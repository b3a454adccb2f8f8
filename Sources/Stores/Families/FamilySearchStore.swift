package import CivilTime
package import Disclosure
package import Linkage
package import Postgres

/// What a receipt is found and proven by.
package struct ReceiptProof: Sendable {
  package let selector: [UInt8]
  package let verifier: [UInt8]

  package init(selector: [UInt8], verifier: [UInt8]) { (self.selector, self.verifier) = (selector, verifier) }
}

/// A followed search as its receipt opens it.
package struct FamilySearch: Sendable, Equatable {
  /// How the family wants to hear of news.
  package enum Wish: String, Sendable, CaseIterable { case nothing, mail, call }

  package let request: SearchRequest
  package let language: String
  package let openedAt: Timestamp
  package let expiresAt: Timestamp
  /// Whether the family said that it kept the receipt.
  package let isKept: Bool
  package let wants: Wish
  package let notes: Int
  /// By when somebody calls.
  package let callDueAt: Timestamp?
}

/// Followed searches as strangers' requests reach them: by functions that each ask for the receipt's proof.
package struct FamilySearchStore<Session: PostgresSession>: Sendable {
  /// What attempts are counted by.
  package enum Space: String, Sendable { case receipt, follow }

  private let session: Session

  package init(_ session: Session) { self.session = session }

  /// Counts an attempt; the seconds to wait if there were too many.
  package func turn(_ space: Space, _ rate: ThrottleRate, now: Timestamp) async throws(PostgresError) -> Double? {
    try await session.first(
      "select paradero.family_turn(\(space.rawValue), \(Int32(rate.burst)), \(rate.pause), \(now))")?
      .decode(Double?.self)
  }

  package func follow(
    _ facts: SearchRequest, language: String, proof: ReceiptProof, now: Timestamp
  ) async throws(PostgresError) {
    let birth = facts.birthColumns
    _ = try await session.first(
      """
      select paradero.family_follow(\(facts.name), \(birth.days), \(birth.year), \(birth.age), \(birth.on),
        \(facts.country), \(facts.sex?.rawValue), \(session.numbers.stored(facts.aNumber)), \(facts.arrestedOn),
        \(facts.arrestPlace), \(language), \(proof.selector), \(proof.verifier), \(now))
      """)
  }

  /// The search of a receipt, which lives on from now; nil if there is none.
  package func open(_ proof: ReceiptProof, now: Timestamp) async throws(PostgresError) -> FamilySearch? {
    let row = try await session.first(
      "select * from paradero.family_opened(\(proof.selector), \(proof.verifier), \(now))")
    return try row.map { row throws(PostgresError) in
      FamilySearch(
        request: try SearchRequest(row, session.numbers), language: try row["language", as: String.self],
        openedAt: try row["opened_at", as: Timestamp.self], expiresAt: try row["expires_at", as: Timestamp.self],
        isKept: try row["is_kept", as: Bool.self],
        wants: FamilySearch.Wish(rawValue: try row["wants", as: String.self]) ?? .nothing,
        notes: Int(try row["notes", as: Int32.self]), callDueAt: try row["call_due_at", as: Timestamp?.self])
    }
  }

  package func wasDeleted(_ proof: ReceiptProof) async throws(PostgresError) -> Bool {
    try await session.first("select paradero.family_was_deleted(\(proof.selector))")?.decode(Bool.self) ?? false
  }

  package func keep(_ proof: ReceiptProof, now: Timestamp) async throws(PostgresError) {
    _ = try await session.first("select paradero.family_kept(\(proof.selector), \(proof.verifier), \(now))")
  }

  /// Sets how the family wants to hear; a call is due at a moment.
  package func want(
    _ wish: FamilySearch.Wish, contact: [UInt8]?, dueAt: Timestamp?, _ need: CallNeed, _ proof: ReceiptProof,
    now: Timestamp
  ) async throws(PostgresError) {
    _ = try await session.first(
      """
      select paradero.family_wants(\(proof.selector), \(proof.verifier), \(wish.rawValue), \(contact), \(dueAt),
        \(need.reason.rawValue), \(need.needsTwo), \(now))
      """)
  }

  /// Adds a sealed note; false if there is no room for more.
  package func note(_ box: [UInt8], _ proof: ReceiptProof, now: Timestamp) async throws(PostgresError) -> Bool {
    try await session.first("select paradero.family_note(\(proof.selector), \(proof.verifier), \(box), \(now))")?
      .decode(Bool.self) ?? false
  }

  /// Puts the facts that are given in the place of those before.
  package func add(_ facts: SearchRequest, _ proof: ReceiptProof, now: Timestamp) async throws(PostgresError) {
    let birth = facts.birthColumns
    _ = try await session.first(
      """
      select paradero.family_facts(\(proof.selector), \(proof.verifier), \(facts.name), \(birth.days), \(birth.year),
        \(birth.age), \(birth.on), \(facts.country), \(facts.sex?.rawValue),
        \(session.numbers.stored(facts.aNumber)), \(facts.arrestedOn), \(facts.arrestPlace), \(now))
      """)
  }

  /// Deletes everything; false if there was nothing.
  package func delete(_ proof: ReceiptProof, now: Timestamp) async throws(PostgresError) -> Bool {
    try await session.first("select paradero.family_delete(\(proof.selector), \(proof.verifier), \(now))")?
      .decode(Bool.self) ?? false
  }
}
