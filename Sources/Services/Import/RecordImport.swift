package import CivilTime
internal import Foundation
internal import Locking
package import Postgres
package import Records
internal import Stores
internal import Vault

/// Brings a file of detention records into the database: all of it or nothing.
///
/// The file is looked over once (`Survey`) and read again (`RowParsing`) while its rows stream into a temporary table;
/// there a few statements tell known rows from new ones and who is who (`ImportStore`), and write. Memory does not grow
/// with the file. One import of a source runs at a time.
package struct RecordImport: Sendable {
  let database: Database
  let share: String
  /// Rows written by one round of statements.
  var sliceSize = 50_000

  package init(database: Database, share: String) {
    self.database = database
    self.share = share
  }

  package func run(
    _ options: ImportOptions, now: Timestamp, progress: @escaping @Sendable (ImportStage) -> Void = { _ in }
  ) async throws -> ImportReport {
    let map = try options.map.map { (text) throws(ImportFailure) in try ColumnMap(text: text) } ?? ColumnMap()
    let words = try HeadingWords(share: share)
    let file = try InputFile(options.path)
    guard file.size > 0 else { throw ImportFailure.fileEmpty }
    let rejects = try rejectsFile(options, file)
    let survey = try Survey.of(file, map: map, words: words) { progress(.surveying($0, of: file.size)) }
    let job = ImportJob(
      options: options, map: map, file: file, survey: survey, rejects: rejects, now: now, sliceSize: sliceSize,
      progress: progress)
    let report: ImportReport
    do {
      report = try await database.transaction(retries: 0) { transaction in
        try await job.run(transaction)
      }
    } catch let unwritten as Unwritten {
      return unwritten.report
    } catch let error as PostgresError where error.code.rawValue == "53100" {
      throw ImportFailure.diskFull("the database has no room")
    }
    // The records are in. These two only make searching quicker, and the server does them by itself later.
    try? await ImportStore(database).filePendingNames()
    try? await ImportStore(database).countAnew()
    return report
  }

  private func rejectsFile(_ options: ImportOptions, _ file: InputFile) throws(ImportFailure) -> RejectsFile? {
    if let path = options.rejects {
      guard path != options.path else { throw .rejectsUnwritable(path, reason: "it is the file to import") }
      let rejects = RejectsFile(path, holdsData: options.rejectsHoldData)
      try rejects.open()
      return rejects
    }
    // Beside the file, made only when there is something to say; a dry run leaves nothing behind.
    guard !options.isDryRun, options.path != "-" else { return nil }
    let folder = (options.path as NSString).deletingLastPathComponent
    guard access(folder.isEmpty ? "." : folder, W_OK) == 0 else { return nil }
    return RejectsFile(options.path + ".rejects.csv", holdsData: options.rejectsHoldData)
  }

  // MARK: Taking back

  /// Hides everything a batch brought. Returns later imports that may have leaned on its rows, for the operator to redo.
  package func undo(
    _ id: Int64, reason: String, now: Timestamp
  ) async throws -> (batch: Batch, leaning: [Batch]) {
    try await database.transaction(retries: 0) { transaction in
      let store = ImportStore(transaction)
      let batches = BatchStore(transaction)
      guard let found = try await batches.batch(id) else { throw ImportFailure.noSuchBatch(id) }
      guard found.kind == .import else { throw ImportFailure.notAnImport(id) }
      try await store.lock(source: found.sourceID)
      guard let batch = try await batches.batch(id), batch.withdrawnAt == nil else {
        throw ImportFailure.alreadyWithdrawn(id)
      }
      var leaning: [Batch] = []
      for later in try await store.repeating(batch) {
        if let later = try await batches.batch(later) { leaning.append(later) }
      }
      try await store.forgetRows(of: id)
      try await batches.withdraw(id, because: reason)
      try await AuditStore(transaction).append(
        AuditEntry(actor: .commandLine, verb: .batchWithdrawn, object: .batch(id), purpose: reason), now: now)
      return (batch, leaning)
    }
  }

  /// All imports, the newest first.
  package func list() async throws -> [Batch] {
    try await BatchStore(database).newest(500).filter { $0.kind == .import }
  }
}

/// Ends a transaction without writing, with what there is to tell.
struct Unwritten: Error {
  let report: ImportReport
}
