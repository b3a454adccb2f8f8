internal import CivilTime
internal import Foundation
internal import Postgres
internal import Records
internal import Services
internal import Stores
internal import Vault

/// `paradero audit verify`: goes along the whole chain and says where it was touched.
struct AuditVerifyCommand: Command {
  static let name = "audit verify"
  static let summary = "check that nothing in the audit log was changed, removed or put elsewhere"
  static let usage = Usage(
    options: [
      .value("--checkpoint", "FILE", "signed checkpoints that others kept, a line each; may be repeated"),
      .value(
        "--key", "PUBLICKEY", "the key that signed them, kept with them: 64 digits or a PEM file; may be repeated"),
      .value("--expect", "SEQ:HASH", "a head that was kept elsewhere; may be repeated"),
    ],
    notes: """
      Prints the head of the log at the end: number and hash of the last entry. Keep it where nobody who can change the
      database can change it too, and give it to --expect the next time: somebody who may do anything to the database can
      compute the whole chain anew, and only a head that was kept elsewhere shows that.

      Signed checkpoints do the same without anybody's note (“paradero audit checkpoint”): with those that others kept it
      says between which two of them something was done. Without --key they are checked with the public keys of this
      machine. The checkpoints that the database itself has are always compared.

      Ends with 0 if nothing is out of order, with 1 if something is; then it says where. sql/AUDIT.md describes
      the bytes, with a recipe to check them by other means.
      """)

  private let kept: [AuditCheck.KeptHead]
  private let checkpoints: [AuditCheckpoint]
  private let keys: [SigningPublicKey]

  init(_ arguments: Arguments) throws(UsageError) {
    var kept: [AuditCheck.KeptHead] = []
    for text in arguments.all("--expect") {
      guard let head = AuditCheck.KeptHead(text) else {
        throw UsageError("--expect takes a number, a colon and 64 hexadecimal digits.")
      }
      kept.append(head)
    }
    self.kept = kept
    var checkpoints: [AuditCheckpoint] = []
    for path in arguments.all("--checkpoint") { checkpoints += try CheckpointFile.read(path) }
    self.checkpoints = checkpoints
    keys = try arguments.all("--key").map { text throws(UsageError) in try CheckpointFile.key(text) }
  }

  func run(_ context: CommandContext) async throws {
    let service = AuditService(try context.database(as: .migrator, timeouts: .patient))
    let line = context.progress("Entries checked")
    let trusted = try keys.isEmpty ? CheckpointFile.ownKeys(context) : keys
    let own = try await CheckpointStore(context.database(as: .migrator, timeouts: .patient)).lines().map { line in
      guard let checkpoint = AuditCheckpoint(line) else {
        throw Failure("A checkpoint in the database is none.", .findings)
      }
      return checkpoint
    }
    // Without any key there is nothing to say of those that the database has.
    let compared = checkpoints + (trusted.isEmpty ? [] : own.filter { !checkpoints.contains($0) })
    let report = try await service.verify(kept: kept, checkpoints: compared, trusting: trusted) { line.update($0) }
    line.finish()
    let output = context.output
    for finding in report.findings { output.line("✘ \(finding)") }
    if report.count > report.findings.count { output.line("✘ and \(report.count - report.findings.count) more") }
    if let intact = report.intactThrough {
      output.line(
        intact > 0
          ? "Up to entry \(intact) the log is what its checkpoint says."
          : "No checkpoint vouches for any part of the log before that.")
    }
    let entries = ProgressLine.grouped(Int(report.entries))
    output.line(
      report.findings.isEmpty
        ? "✔ \(entries) entries; none was changed, removed or moved."
        : "\(entries) entries are there.")
    if report.checkpoints > 0 {
      output.line(
        "Signed checkpoints that agree: \(ProgressLine.grouped(report.checkpoints))"
          + (keys.isEmpty ? ", checked with the keys of this machine." : ", checked with the key that was given."))
    } else if checkpoints.isEmpty {
      output.line("No signed checkpoint was compared.")
    }
    if report.erasedPurposes > 0 {
      output.line("The purposes of \(ProgressLine.grouped(report.erasedPurposes)) were erased after their time.")
    }
    output.line("Head to keep elsewhere: \(report.head.seq):\(AuditWords.hex(report.head.leaf))")
    guard report.findings.isEmpty else { throw Failure("The audit log was tampered with.", .findings) }
  }
}

/// `paradero audit list`: what was done, by whom, to which record; without any purpose that somebody typed.
struct AuditListCommand: Command {
  static let name = "audit list"
  static let summary = "show what was done, by whom and to which record"
  static let usage = Usage(
    options: [
      .value("--actor", "WHO", "account:NUMBER, “system:command line” or nobody"),
      .value("--verb", "WORD", "such as signedIn, merged or personDisclosed"),
      .value("--object", "WHAT", "a kind and a number, such as person:17"),
      .value("--since", "TIME", "not before, such as 2026-01-31 or 2026-01-31T09:00Z"),
      .value("--until", "TIME", "before that"),
      .value("--limit", "N", "the newest N; 100 unless told"),
      .flag("--all", "all of them, from the beginning on"),
      .flag("--json", "one JSON object a line, with hashes, as the recipe in sql/AUDIT.md reads them"),
    ],
    notes: """
      Accounts and records are numbers here. Purposes are not printed: somebody may have typed a name there.
      """)

  private let filter: AuditFilter
  private let isJSON: Bool

  init(_ arguments: Arguments) throws(UsageError) {
    var filter = AuditFilter()
    filter.actor = arguments.text("--actor")
    if let word = arguments.text("--verb") {
      guard let verb = AuditVerb(rawValue: word) else {
        throw UsageError("--verb is one of \(AuditVerb.allCases.map(\.rawValue).joined(separator: ", ")).")
      }
      filter.verb = verb
    }
    filter.object = arguments.text("--object")
    filter.since = try Self.moment(arguments, "--since")
    filter.until = try Self.moment(arguments, "--until")
    let limit = try arguments.integer("--limit", in: 1...1_000_000)
    filter.newest = arguments.has("--all") ? nil : limit ?? 100
    self.filter = filter
    isJSON = arguments.has("--json")
  }

  func run(_ context: CommandContext) async throws {
    let service = AuditService(try context.database(as: .migrator, timeouts: .patient))
    let output = context.output
    try await service.list(filter) { line in
      output.line(isJSON ? try AuditWords.json(line) : AuditWords.text(line))
    }
  }

  private static func moment(_ arguments: Arguments, _ flag: String) throws(UsageError) -> Timestamp? {
    guard let text = arguments.text(flag) else { return nil }
    if let day = CivilDate(iso: text) { return Timestamp(utcMidnight: day) }
    guard let moment = Timestamp(internet: text) else {
      throw UsageError("\(flag) takes a day or a time such as 2026-01-31T09:00Z.")
    }
    return moment
  }
}

/// Entries of the audit log as lines.
enum AuditWords {
  static func text(_ line: AuditLine) -> String {
    let number = line.seal.map { String($0.seq) } ?? "-"
    let facts = line.facts.isEmpty ? "" : "  (\(line.facts.joined(separator: ", ")))"
    return "\(number)  \(moment(line.at))  \(line.actor)  \(line.verb)  \(line.object)\(facts)"
  }

  static func json(_ line: AuditLine) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(Encoded(line)), as: UTF8.self)
  }

  /// As it is hashed: UTC, with six digits of a second.
  static func moment(_ at: Timestamp) -> String {
    var text = at.internet
    text.removeLast()
    guard let point = text.firstIndex(of: ".") else { return text + ".000000Z" }
    let digits = text.distance(from: point, to: text.endIndex) - 1
    return text + String(repeating: "0", count: 6 - digits) + "Z"
  }

  static func hex(_ bytes: [UInt8]) -> String { bytes.map { String(format: "%02x", $0) }.joined() }

  private struct Encoded: Encodable {
    let seq: Int64?
    let at, actor, verb, object, purpose_sha256, facts: String
    let previous_sha256, leaf_sha256: String?

    init(_ line: AuditLine) {
      seq = line.seal?.seq
      (at, actor, verb, object) = (moment(line.at), line.actor, line.verb, line.object)
      purpose_sha256 = hex(line.purposeHash)
      facts = line.facts.joined(separator: ",")
      previous_sha256 = line.seal.map { hex($0.previous) }
      leaf_sha256 = line.seal.map { hex($0.leaf) }
    }
  }
}
