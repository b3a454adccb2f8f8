package import Postgres
internal import Stores
package import Vault

/// Seals anew, in batches, what families confided, once the keeper has a newer key.
package struct KeeperRotation: Sendable {
  private let database: Database
  private static let batch = 100

  /// - Parameter database: a pool of the keeper's role.
  package init(_ database: Database) { self.database = database }

  /// Seals with the newest version what older ones sealed, and gives how many values that were.
  package func reseal(_ keys: KeeperKeys) async throws -> Int {
    let contacts = try await each(.contact, keys) { store, id in try await store.contacts(after: id, limit: Self.batch)
    }
    let notes = try await each(.note, keys) { store, id in try await store.notes(after: id, limit: Self.batch) }
    let callers = try await each(.caller, keys) { store, id in try await store.callers(after: id, limit: Self.batch) }
    let subscribers = try await each(.subscriber, keys) { store, id in
      try await store.subscribers(after: id, limit: Self.batch)
    }
    return contacts + notes + callers + subscribers
  }

  private typealias Store = SealedContactStore<Transaction>

  private func each(
    _ column: SealedColumn, _ keys: KeeperKeys, _ read: @Sendable (Store, Int64) async throws -> [Store.Value]
  ) async throws -> Int {
    var (position, count) = (Int64(0), 0)
    while true {
      let after = position
      let (last, done) = try await database.transaction(actor: "service:keeper") { transaction in
        let store = SealedContactStore(transaction)
        let values = try await read(store, after)
        var done = 0
        for value in values where KeeperPublicKey.version(of: value.box) != keys.publicKey.newestVersion {
          let context = FamilyContact.context(column, selector: value.selector)
          let box = try keys.publicKey.seal(try keys.open(value.box, context: context), context: context)
          switch column {
          case .contact: try await store.replaceContact(value, with: box)
          case .note: try await store.replaceNote(value, with: box)
          case .caller: try await store.replaceCaller(value, with: box)
          case .subscriber: try await store.replaceSubscriber(value, with: box)
          }
          done += 1
        }
        return (values.last?.id, done)
      }
      count += done
      guard let last else { return count }
      position = last
    }
  }
}
