import CivilTime
import Foundation
import Postgres
import Records
import Stores
import TestKit
import Vault

@testable import Services

/// A scratch database with three invented places, and files to import into it.
struct ImportScene {
  let database: Database
  let folder: URL
  var importer: RecordImport

  static let share: String = "/" + #filePath.split(separator: "/").dropLast(4).joined(separator: "/") + "/sql"
  /// 2026-11-20 12:00 UTC.
  static let now = Timestamp(microseconds: 1_795_176_000_000_000)

  static func run<Value: Sendable>(_ body: (ImportScene) async throws -> Value) async throws -> Value {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("import-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    return try await withScratchDatabase(timeouts: .patient) { database, _ in
      try await database.execute(
        """
        insert into facility (code, name, city, state, time_zone, time_zone_basis, origin) values
          ('TESTONE', 'First Test Center', 'Adelanto', 'CA', 'America/Los_Angeles', 'hand', 'test'),
          ('TESTTWO', 'Second Test Jail', 'Boston', 'MA', 'America/New_York', 'hand', 'test'),
          ('TESTHOLD', 'Test Hold Room', 'Los Angeles', 'CA', 'America/Los_Angeles', 'hand', 'test')
        """)
      let importer = RecordImport(database: database, share: share)
      return try await body(ImportScene(database: database, folder: folder, importer: importer))
    }
  }

  /// Imports with the service's key, as the service does.
  func withKeys(_ keys: ServiceKeys?, _ body: (ImportScene) async throws -> Void) async throws {
    let name = try await database.first("select current_database()::text")?.decode(String.self) ?? ""
    let own = Database(
      try DatabaseConfiguration(
        url: try TestServer.url(database: name), user: "paradero_staff", timeouts: .patient,
        settings: SuppressionKey.settings(keys), companion: NumberBoundary(keys)))
    var scene = self
    scene.importer = RecordImport(database: own, share: Self.share)
    let outcome: Result<Void, any Error>
    do { outcome = .success(try await body(scene)) } catch { outcome = .failure(error) }
    await own.close()
    try outcome.get()
  }

  func path(_ name: String) -> String { folder.appendingPathComponent(name).path }

  func write(_ text: String, _ name: String = "roster.csv") throws -> String { try write(Array(text.utf8), name) }

  func write(_ bytes: [UInt8], _ name: String = "roster.csv") throws -> String {
    try Data(bytes).write(to: folder.appendingPathComponent(name))
    return path(name)
  }

  /// Imports text as a file of a public roster named "county", made on first use.
  @discardableResult
  func take(
    _ text: String, name: String = "roster.csv", change: (inout ImportOptions) -> Void = { _ in }
  ) async throws -> ImportReport {
    var options = ImportOptions(path: try write(text, name), source: "county")
    options.newSource = .init(kind: .roster, trust: 2, isPublic: true)
    options.reportedAt = Self.now
    change(&options)
    return try await importer.run(options, now: Self.now)
  }

  func count(_ query: PostgresQuery) async throws -> Int { try await database.rows(query)[0].decode(Int.self) }

  /// Rows of texts, for comparing.
  func table(_ query: PostgresQuery) async throws -> [String] {
    try await database.rows(query).map { try $0.decode(String?.self) ?? "null" }
  }

  func people() async throws -> Int { try await count("select count(*) from person") }
}
