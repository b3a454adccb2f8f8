internal import Postgres
internal import Schema

/// A migration that the database says it has had.
struct AppliedMigration: Sendable, Equatable {
  let version: Int
  let name: String
  let hash: [UInt8]

  /// In order; empty for a database that was never migrated.
  static func all(in session: some PostgresSession) async throws(PostgresError) -> [AppliedMigration] {
    let isThere = try await session.first("select 1 where to_regclass('public.migration') is not null") != nil
    guard isThere else { return [] }
    var found: [AppliedMigration] = []
    for row in try await session.rows("select version, name, sha256 from public.migration order by version") {
      let (version, name, hash) = try row.decode(Int.self, String.self, [UInt8].self)
      found.append(AppliedMigration(version: version, name: name, hash: hash))
    }
    return found
  }
}

extension SchemaMigrator {
  /// The first way in which what was applied is not a beginning of what this binary has.
  func fault(_ applied: [AppliedMigration], _ hashes: [[UInt8]]) -> MigrationFault? {
    let newest = migrations.last?.version ?? 0
    if let version = applied.last?.version, version > newest { return .newer(database: version, binary: newest) }
    for (applied, (own, hash)) in zip(applied, zip(migrations, hashes)) {
      if applied.version != own.version || applied.name != own.fullName {
        return .gap(expected: own.fullName, found: applied.name)
      }
      if applied.hash != hash { return .edited(own.fullName) }
    }
    return nil
  }

  /// SHA-256 of each text, computed by the server.
  static func hashes(of texts: [[UInt8]], in transaction: Transaction) async throws(PostgresError) -> [[UInt8]] {
    var hashes: [[UInt8]] = []
    for text in texts {
      guard let row = try await transaction.first("select sha256(\(text))") else { continue }
      hashes.append(try row.decode([UInt8].self))
    }
    return hashes
  }

  /// What tells one set of replaceable SQL from another.
  static func stamp(of parts: [Replaceable], in transaction: Transaction) async throws(PostgresError) -> String {
    var all: [UInt8] = []
    for part in parts { all += Array(part.name.utf8) + [0] + part.sql + [0] }
    let row = try await transaction.first("select encode(sha256(\(all)), 'hex')")
    return try row?.decode(String.self) ?? ""
  }

  /// The stamp of what is built, which stands in the comment of its schema.
  static func builtStamp(in transaction: Transaction) async throws(PostgresError) -> String? {
    let row = try await transaction.first(
      "select obj_description(to_regnamespace('paradero')::oid, 'pg_namespace')")
    return try row?.decode(String?.self)
  }

  static func remember(_ stamp: String, in transaction: Transaction) async throws(PostgresError) {
    try await transaction.execute("select set_config('paradero.stamp', \(stamp), true)")
    try await transaction.runScript(
      TrustedScript(
        """
        do $$ begin
          execute format('comment on schema paradero is %L', current_setting('paradero.stamp'));
        end $$
        """))
  }

  /// The login roles, which all databases of a server share: two migrators may make them at once.
  static func makeRoles(_ transaction: Transaction) async throws(PostgresError) {
    try await transaction.execute("select set_config('paradero.roles', \(Server.roles.joined(separator: " ")), true)")
    try await transaction.runScript(
      TrustedScript(
        """
        do $$
        declare
          wanted text;
        begin
          foreach wanted in array string_to_array(current_setting('paradero.roles'), ' ') loop
            if not exists (select from pg_roles where rolname = wanted) then
              begin
                execute format('create role %I login nosuperuser nocreatedb nocreaterole noreplication', wanted);
              exception when duplicate_object or unique_violation then null;
              end;
            end if;
          end loop;
        end $$
        """))
  }
}
