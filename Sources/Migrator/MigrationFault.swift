package import Postgres

/// Why a database was not migrated, each in one sentence that says what to do.
package enum MigrationFault: Error, Sendable, CustomStringConvertible {
  case serverTooOld(String)
  case notUTF8(String)
  case standby
  case missingExtensions([String])
  case missingCollation
  case mayNotCreateRoles(user: String, missing: [String])
  case newer(database: Int, binary: Int)
  case edited(String)
  case gap(expected: String, found: String)
  case busy(String)
  case failed(String, PostgresError)

  package var description: String {
    switch self {
    case .serverTooOld(let version):
      "This is PostgreSQL \(version); Paradero needs 15 or later: install a newer server and move the database there."
    case .notUTF8(let encoding):
      "The database's encoding is \(encoding); make one with UTF8: create database … encoding 'UTF8' template template0."
    case .standby:
      "This server is a standby and takes no changes: migrate on the primary."
    case .missingExtensions(let names):
      "The server lacks \(names.joined(separator: " and ")): install PostgreSQL's contrib modules on it."
    case .missingCollation:
      "The server was built without ICU, which names are compared with: use PostgreSQL from Debian or one with ICU."
    case .mayNotCreateRoles(let user, let missing):
      """
      The database user \(user) may not create roles: as a superuser run \
      \(missing.map { "create role \($0) login;" }.joined(separator: " ")) and migrate again.
      """
    case .newer(let database, let binary):
      """
      The database is at version \(database), newer than this program, which knows \(binary): install the program that \
      migrated it, or restore a backup.
      """
    case .edited(let name):
      "Migration \(name) is not the one that this database was made with: use the program that made it, unchanged."
    case .gap(let expected, let found):
      "The database has migration \(found) where this program has \(expected): it was migrated by another program."
    case .busy(let name):
      "\(name) waited 30 seconds for a table that others use: stop the service or the import, then migrate again."
    case .failed(let name, let error):
      "\(name) failed and nothing was changed: \(error)"
    }
  }
}
