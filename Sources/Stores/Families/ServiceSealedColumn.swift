package import Postgres

/// A column whose values the service's key seals, for the command that seals them anew with a newer version.
package struct ServiceSealedColumn: Sendable {
  /// A value and the number of its row, which is sealed in.
  package struct Value: Sendable {
    package let id: Int64
    package let sealed: [UInt8]
  }

  /// `table.column`, with which and the row's number values are sealed.
  package let name: String
  /// The values after a row's number, in order, locked until the transaction ends.
  package let read: @Sendable (Transaction, Int64, Int) async throws -> [Value]
  /// Puts a value in the place of the one that was read.
  package let write: @Sendable (Transaction, Value, [UInt8]) async throws -> Void

  /// Every such column; adding one is one line here.
  package static let all: [ServiceSealedColumn] = []
}
