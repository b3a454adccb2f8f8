internal import Foundation

/// The PostgreSQL server that tests use: `PARADERO_TEST_DATABASE_URL`, a role that may create databases.
package enum TestServer {
  package struct Missing: Error, CustomStringConvertible {
    package let description =
      "Set PARADERO_TEST_DATABASE_URL to a libpq URL of a PostgreSQL server whose role may create databases; "
      + "deploy/test does."
  }

  package static func url() throws -> String {
    guard let url = ProcessInfo.processInfo.environment["PARADERO_TEST_DATABASE_URL"], !url.isEmpty else {
      throw Missing()
    }
    return url
  }

  /// The same server and role, another database. Later keywords replace earlier ones in libpq's text form only, so a
  /// URL gets its path replaced.
  package static func url(database: String) throws -> String {
    try url(try url(), database: database)
  }

  package static func url(_ url: String, database: String) throws -> String {
    guard url.contains("://") else { return url + " dbname=\(database)" }
    guard var parts = URLComponents(string: url) else { throw Missing() }
    parts.path = "/" + database
    parts.queryItems = parts.queryItems?.filter { $0.name != "dbname" }
    return parts.string ?? url
  }
}
