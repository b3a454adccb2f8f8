package import Postgres
internal import Stores
package import Vault

/// Seals anew, in batches, what the service sealed, once it has a newer key.
///
/// Each table that holds such values is one line in `columns`.
package struct ServiceRotation: Sendable {
  private let database: Database

  /// - Parameter database: a pool of the staff role.
  package init(_ database: Database) { self.database = database }

  /// Seals with the newest version what older ones sealed, and gives how many values that were.
  package func reseal(_ keys: ServiceKeys) async throws -> Int {
    var count = 0
    for column in ServiceSealedColumn.all {
      var position = Int64.min
      while true {
        let after = position
        let (last, done) = try await database.transaction(actor: "service:rotation") { transaction in
          let values = try await column.read(transaction, after, Self.batch)
          var done = 0
          for value in values where ServiceKeys.version(of: value.sealed) != keys.newestVersion {
            let context = "\(column.name).\(value.id)"
            let sealed = keys.seal(try keys.open(value.sealed, context: context), context: context)
            try await column.write(transaction, value, sealed)
            done += 1
          }
          return (values.last?.id, done)
        }
        count += done
        guard let last else { break }
        position = last
      }
    }
    return count
  }

  private static let batch = 100
}
