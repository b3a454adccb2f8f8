package import Postgres
internal import Records
internal import Stores
package import Vault

/// Seals the bytes of files anew, piece by piece, once the service has a newer key. Files can be read and added meanwhile:
/// a running service opens with both versions, and what was interrupted goes on where it stopped.
package struct EvidenceRotation: Sendable {
  private let database: Database
  /// Four megabytes at a time.
  private static let batch = 16

  /// - Parameter database: a pool of the staff role.
  package init(_ database: Database) { self.database = database }

  /// Seals with the newest version what older ones sealed, and gives how many pieces that were.
  package func reseal(_ keys: ServiceKeys) async throws -> Int {
    let head = keys.newestHead
    var count = 0
    var last: EvidenceStore.Piece?
    while true {
      let after = last
      let pieces = try await database.transaction(actor: "service:rotation") { transaction in
        let store = EvidenceStore(transaction)
        let pieces = try await store.pieces(after: after, notSealedBy: head, limit: Self.batch)
        for piece in pieces {
          let context = EvidenceSealing.context(piece.file, piece.part, piece.number, piece.count)
          try await store.replace(
            piece, with: keys.seal(try keys.open(piece.sealed, context: context), context: context))
        }
        return pieces
      }
      guard let newest = pieces.last else { return count }
      count += pieces.count
      last = newest
    }
  }
}
