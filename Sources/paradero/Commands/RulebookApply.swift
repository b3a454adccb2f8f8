internal import CivilTime
internal import CounselRules
internal import Locking
internal import Phrasebook
internal import Services

/// `paradero rulebook apply`: rules in force without a build.
struct RulebookApplyCommand: Command {
  static let name = "rulebook apply"
  static let summary = "put rules in force, and ask anew about everything"
  static let usage = Usage(
    operands: [Operand("DIR", "a rulebook; the installation's if not said", count: .optional)],
    options: [
      .flag("--dry-run", "say what would change, and change nothing"),
      .flag("--changes", "also list each finding that comes, changes or goes"),
    ],
    notes: """
      Once a rulebook was applied, that one is in force and no longer the files of the installation; running services
      read it at their next question. A version that was applied is never changed: a rule that says something else is
      the next version, and “replaces” names the old one. Files that are missing in DIR stay in force. All is asked anew;
      what was found before is kept beside what is found now. Needs the address of the database's owner.
      """)

  private let folder: String?
  private let isRehearsal: Bool
  private let listsChanges: Bool

  init(_ arguments: Arguments) throws(UsageError) {
    folder = arguments.operands.first
    isRehearsal = arguments.has("--dry-run")
    listsChanges = arguments.has("--changes")
  }

  func run(_ context: CommandContext) async throws {
    let files = try context.rulebookFolder(folder).files
    let service = RulebookService(try context.database(as: .migrator))
    let languages = Phrases.all.map(\.language.code)
    let plan: RulebookService.Plan, rulebook: Rulebook
    do {
      (plan, rulebook) =
        isRehearsal
        ? try await service.plan(files, languages: languages)
        : try await service.apply(files, languages: languages, now: .now)
    } catch let faults as DataFaults {
      throw Failure("\(faults)\nNothing was applied.", .findings)
    }
    say(plan, context)
    try await reevaluate(rulebook, context)
  }

  private func say(_ plan: RulebookService.Plan, _ context: CommandContext) {
    if plan.isFirst {
      context.output.line("\(plan.added.count) files are the first rulebook of this database.")
    } else {
      for name in plan.added { context.output.line("+ \(name)") }
      for name in plan.renewed { context.output.line("! \(name)") }
      if !plan.kept.isEmpty {
        context.output.line("\(Self.files(plan.kept.count)) of earlier times stay in force.")
      }
      if plan.added.isEmpty, plan.renewed.isEmpty { context.output.line("The rulebook is in force already.") }
    }
  }

  /// The same rules may say something else than those of an older program, so all is asked whether a file is new or not.
  private func reevaluate(_ rulebook: Rulebook, _ context: CommandContext) async throws {
    let visits = VisitService(try context.database(as: .staff), judge: RulebookJudge(rulebook))
    let changes = Locked<[RuleChange]>([])
    let done = try await visits.reevaluate(keeps: !isRehearsal, now: .now) { change in
      changes.withLock { $0.append(change) }
    }
    let found = changes.withLock { $0 }
    if listsChanges {
      for change in found {
        context.output.line(
          "\(change.subject)  \(change.rule)  \(change.before ?? "nothing") → \(change.after ?? "nothing")")
      }
    }
    context.output.line(
      "\(done.requests == 1 ? "1 request" : "\(done.requests) requests") and "
        + "\(done.places == 1 ? "1 place" : "\(done.places) places") were asked about anew: "
        + "\(found.count { $0.before == nil }) findings \(isRehearsal ? "would come" : "came"), "
        + "\(found.count { $0.before != nil && $0.after != nil }) \(isRehearsal ? "would change" : "changed"), "
        + "\(found.count { $0.after == nil }) \(isRehearsal ? "would go" : "went")."
        + (isRehearsal ? " Nothing was changed." : " What was found before is kept."))
  }

  private static func files(_ count: Int) -> String { count == 1 ? "1 file" : "\(count) files" }
}
