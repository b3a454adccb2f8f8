internal import Postgres

/// What a migration needs to know of the server before it starts.
struct Server: Sendable {
  var versionNumber: Int
  var version: String
  var encoding: String
  var isStandby: Bool
  var missingExtensions: [String]
  var hasCollation: Bool
  var user: String
  var mayCreateRoles: Bool
  var missingRoles: [String]

  static let roles = ["paradero_public", "paradero_staff", "paradero_index", "paradero_keeper", "paradero_backup"]
  private static let extensions = ["pg_trgm", "unaccent"]

  static func inspect(_ session: some PostgresSession) async throws -> Server {
    let row = try await session.rows(
      """
      select current_setting('server_version_num')::int, current_setting('server_version'),
        current_setting('server_encoding'), pg_is_in_recovery(),
        array(select n from unnest(\(extensions)::text[]) n
          where not exists (select from pg_available_extensions a where a.name = n) order by n),
        exists (select from pg_collation where collname = 'und-x-icu'),
        current_user::text,
        exists (select from pg_roles where rolname = current_user and (rolcreaterole or rolsuper)),
        array(select n from unnest(\(roles)::text[]) n
          where not exists (select from pg_roles r where r.rolname = n) order by n)
      """)
    guard let row = row.first else { preconditionFailure("a query without FROM has one row") }
    let columns = try row.decode(
      Int.self, String.self, String.self, Bool.self, [String].self, Bool.self, String.self, Bool.self, [String].self)
    return Server(
      versionNumber: columns.0, version: columns.1, encoding: columns.2, isStandby: columns.3,
      missingExtensions: columns.4, hasCollation: columns.5, user: columns.6, mayCreateRoles: columns.7,
      missingRoles: columns.8)
  }

  /// The first thing that stands in the way.
  var fault: MigrationFault? {
    if versionNumber < 150_000 { return .serverTooOld(version) }
    if encoding != "UTF8" { return .notUTF8(encoding) }
    if isStandby { return .standby }
    if !missingExtensions.isEmpty { return .missingExtensions(missingExtensions) }
    if !hasCollation { return .missingCollation }
    if !missingRoles.isEmpty, !mayCreateRoles { return .mayNotCreateRoles(user: user, missing: missingRoles) }
    return nil
  }
}
