internal import Foundation
internal import Services
internal import Vault

/// `paradero audit checkpoint`: a signed line that says where the log ends now.
struct AuditCheckpointCommand: Command {
  static let name = "audit checkpoint"
  static let summary = "sign where the audit log ends, in a line for others to keep"
  static let usage = Usage(
    options: [.value("--out", "FILE", "also add to this file each checkpoint of the database that it has not yet")],
    notes: """
      A running service makes one an hour by itself if the log went on; this makes one now and prints the newest. Send the
      lines to others: another organisation, a mailing list. They say nothing of anybody but how many entries there are.
      With what they kept, “audit verify --checkpoint” finds what somebody with full access to the database changed,
      removed, moved, cut off or computed anew, and says between which two checkpoints.

      The fifth word is the public key of this installation; “keys check signing” prints all that it ever had. Tell it to
      those who keep the lines by another way. sql/AUDIT.md has a recipe to check a line with openssl.
      """)

  private let out: String?

  init(_ arguments: Arguments) throws(UsageError) { out = arguments.text("--out") }

  func run(_ context: CommandContext) async throws {
    ProcessMemory.hide()
    guard let keys = try context.configuration.requiredKeyFolder().signingKeys() else {
      throw Failure("There is no key to sign with: run “paradero keys make signing --into DIR”.", .configuration)
    }
    let service = CheckpointService(try context.database(as: .staff))
    try await service.make(keys, now: .now)
    let lines = try await service.lines()
    guard let newest = lines.last else {
      throw Failure("The audit log is empty: there is nothing to sign.", .missingInput)
    }
    if let out { try CheckpointFile.add(lines, to: out) }
    context.output.line(newest)
  }
}

/// Files of checkpoints, and the keys that they are checked with.
enum CheckpointFile {
  static func read(_ path: String) throws(UsageError) -> [AuditCheckpoint] {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw UsageError("The file of checkpoints cannot be read: \(path)")
    }
    do throws(AuditCheckpoint.NotACheckpoint) {
      return try AuditCheckpoint.list(String(decoding: data, as: UTF8.self))
    } catch {
      throw UsageError("Line \(error.line) of \(path) is no checkpoint: it was changed or cut off.")
    }
  }

  /// A key as it is typed: 64 digits, or a file with them or with the PEM form.
  static func key(_ text: String) throws(UsageError) -> SigningPublicKey {
    if let key = SigningPublicKey(text: text) { return key }
    if let data = FileManager.default.contents(atPath: text),
      let key = SigningPublicKey(text: String(decoding: data, as: UTF8.self))
    {
      return key
    }
    throw UsageError("--key takes 64 hexadecimal digits, or a file with them or with a public key in PEM.")
  }

  /// Every public key that signed on this machine; none where there is no folder of keys.
  static func ownKeys(_ context: CommandContext) throws -> [SigningPublicKey] {
    try context.configuration.keyFolder?.signingRegister()?.keys ?? []
  }

  /// Adds what the file has not yet; what it has stays as it is.
  static func add(_ lines: [String], to path: String) throws(Failure) {
    let before = FileManager.default.contents(atPath: path).map { String(decoding: $0, as: UTF8.self) } ?? ""
    let known = Set(before.split(whereSeparator: \.isNewline).map(String.init))
    let added = lines.filter { !known.contains($0) }.map { $0 + "\n" }.joined()
    let text = before.isEmpty || before.hasSuffix("\n") ? before + added : before + "\n" + added
    do { try Data(text.utf8).write(to: URL(fileURLWithPath: path), options: .atomic) } catch {
      throw Failure("The file of checkpoints cannot be written: \(path)", .cannotCreate)
    }
  }
}

/// The next key that signs, after the one that the folder has.
enum SigningRound {
  /// The list first: a public key in it whose secret was never written harms nothing.
  static func next(_ folder: KeyFolder) throws(KeyError) -> SigningKeys {
    let register = try folder.signingRegister()
    let keys = try SigningKeys.generate(number: (register?.newest ?? 0) + 1)
    try folder.write(try register?.adding(keys) ?? SigningRegister(keys))
    try folder.write(keys)
    return keys
  }
}
