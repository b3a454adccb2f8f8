internal import Migrator
internal import Postgres
internal import Records
internal import Stores

extension Examination {
  static let migrations = Examination(subject: "migrations") { context in
    let database = try context.database(as: context.requiredRole())
    switch try await SchemaMigrator().state(of: database) {
    case .current(let version):
      guard let kind = try await InstallationStore(database).kind() else {
        return [.fault("migrations", "The database does not say what it is for: run “paradero migrate --kind KIND”.")]
      }
      return [.good("migrations", "The schema is this program's, version \(version), for \(kind.rawValue).")]
    case .empty: return [.fault("migrations", "The database is empty: run “paradero migrate --kind KIND”.")]
    case .behind(let database, let binary):
      return [.fault("migrations", "The database is at version \(database) of \(binary): run “paradero migrate”.")]
    case .newer(let database, let binary):
      return [
        .fault(
          "migrations",
          "The database is at version \(database), and this program knows \(binary): install the newer program.")
      ]
    }
  }
}
