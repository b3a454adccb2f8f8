package import Postgres
package import Records

/// Reads and adds sources.
package struct SourceStore<Session: PostgresSession>: Sendable {
  let session: Session

  package init(_ session: Session) { self.session = session }

  package func source(named name: String) async throws(PostgresError) -> Source? {
    try await session.first("select id, name, kind, trust, is_public, who from source where name = \(name)")
      .map { row throws(PostgresError) in try Self.source(row) }
  }

  /// Every source, by name.
  package func all() async throws(PostgresError) -> [Source] {
    var sources: [Source] = []
    for row in try await session.rows("select id, name, kind, trust, is_public, who from source order by name") {
      sources.append(try Self.source(row))
    }
    return sources
  }

  /// The source of that name, made if there is none; one that exists keeps its kind, trust and openness.
  package func findOrAdd(
    named name: String, kind: SourceKind, trust: Int? = nil, isPublic: Bool = false, who: String? = nil
  ) async throws(PostgresError) -> Source {
    try await session.execute(
      """
      insert into source (name, kind, trust, is_public, who)
      values (\(name), \(kind.rawValue), \(trust ?? kind.usualTrust), \(isPublic), \(who))
      on conflict (name) do nothing
      """)
    let grade = trust ?? kind.usualTrust
    return try await source(named: name)
      ?? Source(id: 0, name: name, kind: kind, trust: grade, isPublic: isPublic, who: who)
  }

  private static func source(_ row: PostgresRow) throws(PostgresError) -> Source {
    let (id, name, kind, trust, isPublic, who) = try row.decode(
      Int32.self, String.self, String.self, Int16.self, Bool.self, String?.self)
    return Source(
      id: id, name: name, kind: SourceKind(rawValue: kind) ?? .roster, trust: Int(trust), isPublic: isPublic, who: who)
  }
}
