internal import Migrator
internal import Postgres

/// What the template of the scratch databases holds: the schema as this binary carries it.
enum SchemaState {
  /// Another schema makes another template.
  static let fingerprint = SchemaMigrator().fingerprint

  /// Migrates a new database.
  static func migrate(_ url: String) async throws {
    let database = Database(try DatabaseConfiguration(url: url, poolSize: 1, timeouts: .patient))
    do {
      _ = try await SchemaMigrator().migrate(database)
    } catch {
      await database.close()
      throw error
    }
    await database.close()
  }
}
