package import CivilTime
package import Postgres

/// The files of the rulebook that were applied. They are only ever added to; of a name that is there twice the newest
/// counts, which happens to places alone.
package struct RulebookStore {
  private let session: any PostgresSession

  package init(_ session: any PostgresSession) { self.session = session }

  package struct File: Sendable, Equatable {
    package let name: String
    package let sha256: [UInt8]
    package let content: [UInt8]
    package let appliedAt: Timestamp

    package init(name: String, sha256: [UInt8], content: [UInt8], appliedAt: Timestamp) {
      self.name = name
      self.sha256 = sha256
      self.content = content
      self.appliedAt = appliedAt
    }
  }

  /// The number of the newest file: while it stays, so does the rulebook. Nil before anything was applied.
  package func newest() async throws(PostgresError) -> Int64? {
    try await session.first("select max(id) from rulebook_file")?.decode(Int64?.self)
  }

  /// The rulebook as it stands, by name.
  package func files() async throws(PostgresError) -> [File] {
    var files: [File] = []
    let rows = try await session.rows(
      "select distinct on (name) name, sha256, content, applied_at from rulebook_file order by name, id desc")
    for row in rows {
      let (name, sha256, content, at) = try row.decode(String.self, [UInt8].self, [UInt8].self, Timestamp.self)
      files.append(File(name: name, sha256: sha256, content: content, appliedAt: at))
    }
    return files
  }

  /// One change of the rulebook at a time, until the transaction ends.
  package func lock() async throws(PostgresError) {
    try await session.execute("select pg_advisory_xact_lock(7236827461005)")
  }

  package func add(_ file: File) async throws(PostgresError) {
    try await session.execute(
      """
      insert into rulebook_file (name, sha256, content, applied_at)
      values (\(file.name), \(file.sha256), \(file.content), \(file.appliedAt))
      """)
  }
}
