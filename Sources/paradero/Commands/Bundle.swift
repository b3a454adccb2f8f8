internal import CivilTime
internal import Foundation
internal import Services
internal import Site
internal import Stores
internal import Vault

/// `paradero bundle create`: one signed archive of what a reviewer may see of a place, an order or requests.
struct BundleCreateCommand: Command {
  static let name = "bundle create"
  static let summary = "write one signed archive of the evidence about a place, an order or requests"
  static let usage = Usage(
    operands: [Operand("FILE", "the archive to write, such as bundle.tar")],
    options: [
      .value(
        "--reviewer", "NAME", "the account of the monitor in whose name it is made, and who is shown what it holds"),
      .value("--reason", "TEXT", "why it is made; the audit log keeps it, the bundle does not"),
      .value("--place", "CODE", "everything about one place"),
      .value("--order", "DOCKET", "everything under the rules of one order, such as 2:25-cv-05605-MEMF"),
      .value("--request", "PV-…", "a request that the reviewer opened; may be repeated"),
      .value("--from", "DAY", "the first day, by the clock of each place"),
      .value("--until", "DAY", "the last day, which is included"),
    ],
    notes: """
      Holds draft declarations, chronologies, files of evidence, days of places with those on which terms were met, findings
      with what was decided (also where they were not upheld), rule versions, entries of the audit log, and a list of all
      files with their SHA-256, signed with the key of the installation. Of requests that the reviewer has not opened for
      review it holds what the review shows: pseudonyms, bands of two hours, hashes. Findings under rules whose text
      nobody compared stay off, and so do reviewers' reasons; the bundle says so. The same content gives the same bytes.

      That it was made and each file that was opened for it stand in the audit log. Needs the role “staff” and the keys.
      """)

  private let file: String
  private let reviewer: String
  private let reason: String
  private let scope: BundleScope

  init(_ arguments: Arguments) throws(UsageError) {
    file = arguments.operands.first ?? ""
    reviewer = try arguments.required("--reviewer")
    reason = try arguments.required("--reason")
    guard let first = CivilDate(iso: try arguments.required("--from")),
      let last = CivilDate(iso: try arguments.required("--until")), first <= last
    else { throw UsageError("--from and --until take days such as 2026-11-30, the first not after the last.") }
    let requests = arguments.all("--request")
    var subjects = requests.isEmpty ? [] : [BundleScope.Subject.requests(requests)]
    if let code = arguments.text("--place") { subjects.append(.place(code.uppercased())) }
    if let docket = arguments.text("--order") { subjects.append(.order(docket)) }
    guard subjects.count == 1, let subject = subjects.first else {
      throw UsageError("Say one of --place, --order and --request.")
    }
    scope = BundleScope(subject, first: first, last: last)
  }

  func run(_ context: CommandContext) async throws {
    ProcessMemory.hide()
    let service = try Application.bundles(context)
    let isPractice = try await Application.isPractice(context)
    let output = try NewFile(file)
    let made: BundleService.Made
    do {
      made = try await service.create(
        scope, because: reason, named: reviewer,
        documents: { matter in BundleDocuments(matter, isPractice: isPractice).files }, now: .now, to: output.write)
      try output.finish()
    } catch let refusal as BundleRefusal {
      output.abandon()
      throw Failure(refusal.description, .notPermitted)
    } catch {
      output.abandon()
      throw error
    }
    context.output.line(
      "\(file): \(made.files) files about \(made.requests) requests, \(made.openedRequests) of them opened; \(made.findings) findings."
    )
    if made.leftOff > 0 {
      context.output.line(
        "\(made.leftOff) findings stay off it: rules not compared with their text, or matters of judgement.")
    }
  }
}

/// `paradero bundle verify`: whether a bundle is what was signed, without a database.
struct BundleVerifyCommand: Command {
  static let name = "bundle verify"
  static let summary = "check that a bundle is whole and as it was signed; needs no database"
  static let usage = Usage(
    operands: [Operand("FILE", "the archive", count: .optional)],
    options: [
      .value(
        "--key", "PUBLICKEY", "the installation's key, known by another way: 64 digits or a PEM file; may be repeated"),
      .flag("--recipe", "print how to check a bundle with standard tools, and nothing else"),
    ],
    notes: """
      Ends with 0 if every file is there, none was added, changed or renamed, and the list of them was signed by the key;
      with 1 otherwise, and says which file. Without --key it is checked with the keys of this machine, or else with the
      key in the bundle, which shows only that all of it is of one hand. It says nothing of whether what is in it is true.
      """)

  private let file: String?
  private let keys: [SigningPublicKey]

  init(_ arguments: Arguments) throws(UsageError) {
    keys = try arguments.all("--key").map { text throws(UsageError) in try CheckpointFile.key(text) }
    file = arguments.has("--recipe") ? nil : arguments.operands.first
    guard file != nil || arguments.has("--recipe") else { throw UsageError("Say which archive.") }
  }

  func run(_ context: CommandContext) async throws {
    guard let file else { return context.output.line(BundleForm.recipe) }
    let trusted = try keys.isEmpty ? CheckpointFile.ownKeys(context) : keys
    let report: BundleCheck.Report
    do throws(BundleFault) {
      report = try BundleCheck.check(file, trusting: trusted)
    } catch {
      context.output.line("✘ \(error)")
      throw Failure("This is no bundle as it was signed.", .findings)
    }
    for fault in report.faults { context.output.line("✘ \(fault)") }
    guard report.faults.isEmpty else { throw Failure("This is no bundle as it was signed.", .findings) }
    context.output.line(
      "✔ \(ProgressLine.grouped(report.files)) files, \(ProgressLine.grouped(report.bytes)) bytes; none is missing, added or changed."
    )
    context.output.line("Signed with \(report.key.hex)")
    if report.isTrusted == nil {
      context.output.line(
        "That key came with the bundle: compare it with the one that the installation told you by another way.")
    }
  }
}

/// A file that appears under its name only once it is whole.
final class NewFile {
  private let path: String
  private let beside: String
  private let handle: FileHandle

  init(_ path: String) throws(Failure) {
    self.path = path
    beside = path + ".new"
    guard
      FileManager.default.createFile(atPath: beside, contents: nil, attributes: [.posixPermissions: 0o600]),
      let handle = FileHandle(forWritingAtPath: beside)
    else { throw Failure("The file \(path) cannot be written.", .cannotCreate) }
    self.handle = handle
  }

  func write(_ bytes: [UInt8]) throws(Failure) {
    do { try handle.write(contentsOf: Data(bytes)) } catch {
      throw Failure("The file \(path) cannot be written: is the disk full?", .inputOutput)
    }
  }

  func finish() throws(Failure) {
    do { try handle.synchronize() } catch { throw Failure("The file \(path) cannot be written.", .inputOutput) }
    guard rename(beside, path) == 0 else { throw Failure("The file \(path) cannot be written.", .cannotCreate) }
  }

  func abandon() { try? FileManager.default.removeItem(atPath: beside) }
}
