/// What the template of the scratch databases holds: the schema as this binary carries it.
enum SchemaState {
  /// Another schema makes another template.
  static let fingerprint = "empty"

  /// Migrates a new database.
  static func migrate(_ url: String) async throws {}
}
