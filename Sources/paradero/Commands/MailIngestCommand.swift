internal import CivilTime
internal import Records
internal import Services
internal import Vault

/// `paradero mail ingest`: keeps replies that came by mail with the requests that they name.
struct MailIngestCommand: Command {
  static let name = "mail ingest"
  static let summary = "keep mails of a maildir with the visit requests that they name"
  static let usage = Usage(
    operands: [Operand("MAILDIR", "a folder with new/ and cur/")],
    notes: """
      A mail that names one request (PV- and six signs, in its subject or text) is kept there, sealed, as a file of that
      request's office, with a note that a mail came; what it says is for the attorney to note. It then moves from new/
      to cur/. All others stay in new/ and are listed: nobody guesses whose they are, and whoever knows can upload them
      at the request. Nothing is deleted, and no message is kept twice. Needs the address of the role “staff”, the
      service's key, and bubblewrap.
      """)

  private let folder: String

  init(_ arguments: Arguments) throws(UsageError) { folder = arguments.operands.first ?? "" }

  func run(_ context: CommandContext) async throws {
    let evidence = try Application.evidence(context, try VisitSweep.service(context))
    let report: MailIngest.Report
    do {
      report = try await MailIngest(evidence).run(folder) { .now }
    } catch is MailIngest.NoMaildir {
      throw Failure("This folder is no maildir: it has no new/ and cur/.", .badData)
    } catch EvidenceRefusal.noKey {
      throw Failure(
        "There is no service key to seal mails with: make one, or set CREDENTIALS_DIRECTORY.", .configuration)
    }
    let output = context.output
    output.line("\(report.kept) kept, \(report.known) known already.")
    for name in report.unnamed { output.line("stays in new/, names no request: \(name)") }
    for name in report.ambiguous { output.line("stays in new/, names several requests: \(name)") }
    for refused in report.refused { output.line("stays in new/, \(Self.words(refused.why)): \(refused.file)") }
    if report.refused.contains(where: { $0.why == .noSandbox }) {
      throw Failure("Mails cannot be read safely on this machine: “paradero doctor” says what is missing.")
    }
  }

  private static func words(_ why: EvidenceRefusal) -> String {
    switch why {
    case .tooLarge: "larger than 25 MiB"
    case .empty: "empty"
    case .unknownType: "not an e-mail"
    case .broken: "cannot be read"
    case .noSandbox: "not looked at without a sandbox"
    case .busy: "too much to do at once"
    case .noKey: "no key"
    case .alreadyThere: "there already"
    }
  }
}
