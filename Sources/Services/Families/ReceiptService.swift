package import CivilTime
internal import Disclosure
package import Linkage
package import Postgres
package import Stores
internal import Vault

/// Searches that families follow without an account: a receipt opens one, and shows little.
///
/// Everything is done by functions of the database that ask for the receipt's proof; the role behind it has no right to
/// the tables. Contacts and notes are sealed for the keeper before they leave this process.
package struct ReceiptService: Sendable {
  private let database: Database
  private let keys: KeyRing
  private let queue: HashQueue
  private let lists: [String: ReceiptWords]
  package let hours: OfficeHours
  /// Within how many hours of the office somebody calls.
  package let promise: Int

  /// - Parameter database: a pool of the public role.
  package init(
    _ database: Database, keys: KeyRing, share: String, hours: OfficeHours, promise: Int,
    queue: HashQueue = HashQueue(places: 2, waiting: 16)
  ) throws {
    self.database = database
    self.keys = keys
    self.hours = hours
    self.promise = promise
    self.queue = queue
    lists = try ReceiptLists.read(share: share)
  }

  // Stretching takes a tenth of a second and 64 MiB: these rates hold for all strangers together. Eighty bits stand
  // behind them, so that they guard the machine and not the receipts.
  static let attempts = ThrottleRate(burst: 120, pause: 0.5)
  static let openings = ThrottleRate(burst: 60, pause: 2)

  /// A receipt as it is shown.
  package struct Shown: Sendable {
    package let words: String
    package let code: String
  }

  package enum Followed: Sendable {
    case followed(Shown)
    case tooMany(seconds: Int)
  }

  /// Follows a search.
  package func follow(_ request: SearchRequest, language: String, now: Timestamp) async throws -> Followed {
    if let wait = try await FamilySearchStore(database).turn(.follow, Self.openings, now: now) {
      return .tooMany(seconds: Int(wait.rounded(.up)))
    }
    let receipt = Receipt()
    let proof = try await proof(of: receipt)
    try await FamilySearchStore(database).follow(request, language: language, proof: proof, now: now)
    return .followed(shown(receipt, language: language))
  }

  package enum Opened: Sendable {
    case search(FamilySearch, Shown)
    /// No such form of words or characters.
    case mistyped
    case unknown
    /// It was deleted by whoever has the receipt.
    case deleted
    case tooMany(seconds: Int)
  }

  /// What the receipt opens; using it lets the search live on.
  package func open(_ text: String, language: String, now: Timestamp) async throws -> Opened {
    guard let receipt = Receipt(text, words: Array(lists.values)) else { return .mistyped }
    let store = FamilySearchStore(database)
    if let wait = try await store.turn(.receipt, Self.attempts, now: now) {
      return .tooMany(seconds: Int(wait.rounded(.up)))
    }
    let proof = try await proof(of: receipt)
    if let search = try await store.open(proof, now: now) {
      return .search(search, shown(receipt, language: language))
    }
    return try await store.wasDeleted(proof) ? .deleted : .unknown
  }

  /// What somebody with the receipt can do with the search.
  package enum Act: Sendable {
    case keep
    case want(FamilySearch.Wish, FamilyContact?)
    case add(SearchRequest)
    case note(String)
    case delete
  }

  /// Whether there was room for it: nothing happens for a receipt that is not known.
  package enum Done: Sendable, Equatable { case done, noRoom }

  /// - Parameter judge: says of a call why it is made, and whether two have to agree.
  @discardableResult
  package func act(
    _ act: Act, with text: String, judge: (any CallJudge)? = nil, now: Timestamp
  ) async throws -> Done {
    guard let receipt = Receipt(text, words: Array(lists.values)) else { return .done }
    let proof = try await proof(of: receipt)
    let store = FamilySearchStore(database)
    switch act {
    case .keep: try await store.keep(proof, now: now)
    case .add(let facts): try await store.add(facts, proof, now: now)
    case .delete: _ = try await store.delete(proof, now: now)
    case .note(let text):
      let box = try seal(Array(text.utf8), .note, proof)
      return try await store.note(box, proof, now: now) ? .done : .noRoom
    case .want(let wish, let contact):
      let box = try contact.map { try seal($0.bytes, .contact, proof) }
      var need = CallNeed(.asked)
      if wish == .call, let judge, let search = try await store.open(proof, now: now) {
        need = try await judge.callNeed(search.request, now: now)
      }
      try await store.want(
        wish, contact: box, dueAt: wish == .call ? hours.due(after: now, hours: promise) : nil, need, proof, now: now)
    }
    return .done
  }

  // MARK: Parts

  private func seal(_ bytes: [UInt8], _ column: SealedColumn, _ proof: ReceiptProof) throws -> [UInt8] {
    guard let keeper = keys.keeper else { throw KeyError.missing(KeeperPublicKey.fileName) }
    return try keeper.seal(bytes, context: FamilyContact.context(column, selector: proof.selector))
  }

  private func proof(of receipt: Receipt) async throws -> ReceiptProof {
    let service = keys.service
    let proof = try await queue.run { Result { () throws(KeyError) in try receipt.proof(service) } }.get()
    return ReceiptProof(selector: proof.selector, verifier: proof.verifier)
  }

  private func shown(_ receipt: Receipt, language: String) -> Shown {
    let list = lists[language] ?? lists["en"]
    return Shown(words: list.map(receipt.words) ?? receipt.text, code: receipt.text)
  }
}
