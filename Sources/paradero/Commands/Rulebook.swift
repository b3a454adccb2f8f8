internal import CounselRules
internal import Phrasebook

/// `paradero rulebook check`: whether the rules are well formed and fit together.
struct RulebookCheckCommand: Command {
  static let name = "rulebook check"
  static let summary = "look at the rules: form, dates, versions, gaps, overlaps"
  static let usage = Usage(
    operands: [Operand("DIR", "a rulebook; the installation's if not said", count: .optional)],
    options: [.flag("--notes", "also list what is not verified, and gaps between rules")],
    notes: """
      Each fault names the file, the field and what to do. The form is described by rule.schema.json in the folder.
      Ends with 1 if there is a fault.
      """)

  private let folder: String?
  private let wantsNotes: Bool

  init(_ arguments: Arguments) throws(UsageError) {
    folder = arguments.operands.first
    wantsNotes = arguments.has("--notes")
  }

  func run(_ context: CommandContext) async throws {
    let files = try context.rulebookFolder(folder).files
    let rulebook: CounselRules.Rulebook
    do { rulebook = try RulebookReader.read(files) } catch { throw Failure("\(error)", .findings) }
    let check = RulebookCheck(rulebook, files: files, languages: Phrases.all.map(\.language.code))
    for fault in check.faults { context.output.line(fault.description) }
    if wantsNotes { for note in check.notes { context.output.line(note) } }
    let faults = check.faults.count
    guard faults == 0 else {
      throw Failure("\(faults == 1 ? "1 fault was" : "\(faults) faults were") found.", .findings)
    }
    let predicates = Set(rulebook.rules.map(\.predicate.name)).count
    context.output.line(
      "\(rulebook.rules.count) rules of \(Set(rulebook.rules.map(\.term)).count) terms, \(predicates) predicates, "
        + "\(rulebook.places.count) places: nothing is out of order; \(check.notes.count) notes.")
  }
}

/// `paradero rulebook diff`: what one rulebook has that another has not.
struct RulebookDiffCommand: Command {
  static let name = "rulebook diff"
  static let summary = "compare two rulebooks, file by file"
  static let usage = Usage(
    operands: [Operand("OLD", "a folder of rules"), Operand("NEW", "another")],
    notes: """
      A version that was applied is never changed: a new version says it better, and “replaces” names the old one.
      Ends with 1 if a version was changed or dropped.
      """)

  private let folders: [String]

  init(_ arguments: Arguments) throws(UsageError) { folders = arguments.operands }

  func run(_ context: CommandContext) async throws {
    let old = try RulebookFolder(folders[0]), new = try RulebookFolder(folders[1])
    let diff: RulebookDiff
    do { diff = try RulebookDiff(from: old.files, to: new.files) } catch { throw Failure("\(error)", .badData) }
    for name in diff.added { context.output.line("+ \(name)") }
    for name in diff.dropped { context.output.line("- \(name)") }
    for change in diff.changed { context.output.line("! \(change.name): \(change.fields.joined(separator: ", "))") }
    if diff.isEmpty { context.output.line("They are the same.") }
    guard diff.changed.isEmpty, diff.dropped.isEmpty else { throw Failure("", .findings) }
  }
}
