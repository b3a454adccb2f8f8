package import CivilTime
package import CounselRules
internal import Foundation
package import Postgres
internal import Records
internal import Stores
internal import Vault

/// The rulebook as an operator applies it: rules come and go without a build, and a version that was applied stays as it was.
package struct RulebookService: Sendable {
  private let database: Database

  /// With the database as its owner sees it: nobody else adds to the rulebook.
  package init(_ database: Database) { self.database = database }

  /// What an application of files would do, or did.
  package struct Plan: Sendable, Equatable {
    package let added: [String]
    /// Places and schemas that say something else than before.
    package let renewed: [String]
    /// In the database and not among the files; they stay.
    package let kept: [String]
    /// The rulebook that comes of it.
    package let files: [SourceFile]
    package let isFirst: Bool

    package static func == (left: Plan, right: Plan) -> Bool {
      (left.added, left.renewed, left.kept, left.isFirst) == (right.added, right.renewed, right.kept, right.isFirst)
    }
  }

  /// The files that were applied; empty before anything was.
  package func applied() async throws -> [SourceFile] { try await Self.files(database) }

  static func files(_ session: any PostgresSession) async throws -> [SourceFile] {
    try await RulebookStore(session).files().map { SourceFile(name: $0.name, data: Data($0.content)) }
  }

  /// What applying these files would do. Throws what is wrong with them, above all a version that was changed.
  package func plan(_ files: [SourceFile], languages: [String]) async throws -> (Plan, Rulebook) {
    try Self.plan(files, beside: try await applied(), languages: languages)
  }

  /// Applies files, all or none, and gives the rulebook that is in force from now on.
  package func apply(
    _ files: [SourceFile], languages: [String], now: Timestamp
  ) async throws -> (Plan, Rulebook) {
    try await database.transaction(actor: "service:operator") { session in
      let store = RulebookStore(session)
      try await store.lock()
      let (plan, rulebook) = try Self.plan(files, beside: try await Self.files(session), languages: languages)
      for name in plan.added + plan.renewed {
        guard let file = plan.files.first(where: { $0.name == name }) else { continue }
        let bytes = Array(file.data)
        try await store.add(
          RulebookStore.File(name: name, sha256: Digests.sha256(bytes), content: bytes, appliedAt: now))
      }
      if !plan.added.isEmpty || !plan.renewed.isEmpty {
        try await AuditStore(session).append(
          AuditEntry(actor: .commandLine, verb: .rulebookApplied, object: .none), now: now)
      }
      return (plan, rulebook)
    }
  }

  private static func plan(
    _ files: [SourceFile], beside old: [SourceFile], languages: [String]
  ) throws(DataFaults) -> (Plan, Rulebook) {
    let before = Dictionary(old.map { ($0.name, $0) }) { first, _ in first }
    let diff = try RulebookDiff(from: old, to: files)
    let isRule = { (name: String) in name.contains("/") }
    let changed = diff.changed.filter { isRule($0.name) }.map { change in
      DataFault(
        file: change.name, field: change.fields.joined(separator: ", "),
        "This version was applied and is never changed. Write the next version in a file of its own.")
    }
    guard changed.isEmpty else { throw DataFaults(changed) }
    let renewed = diff.changed.map(\.name).filter { !isRule($0) }
    // What was applied stands in the words in which it was applied.
    let rest = files.filter { before[$0.name] == nil || renewed.contains($0.name) }
    let all = old.filter { !renewed.contains($0.name) } + rest
    let rulebook = try RulebookReader.read(all)
    let faults = RulebookCheck(rulebook, files: all, languages: languages).faults
    guard faults.isEmpty else { throw DataFaults(faults) }
    return (
      Plan(added: diff.added, renewed: renewed, kept: diff.dropped, files: all, isFirst: old.isEmpty), rulebook
    )
  }
}
