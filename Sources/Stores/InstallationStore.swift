package import Postgres
package import Records

/// The one row that says what this database is for.
package struct InstallationStore<Session: PostgresSession>: Sendable {
  private let session: Session

  package init(_ session: Session) { self.session = session }

  /// What the database is for; nil if nobody said yet.
  package func kind() async throws -> InstallationKind? {
    guard let row = try await session.first("select kind from installation") else { return nil }
    return InstallationKind(rawValue: try row.decode(String.self))
  }

  /// Settles what the database is for, unless that was settled before; gives what it is for now.
  package func settle(_ kind: InstallationKind) async throws -> InstallationKind {
    try await session.execute("insert into installation (kind) values (\(kind.rawValue)) on conflict do nothing")
    return try await self.kind() ?? kind
  }
}
