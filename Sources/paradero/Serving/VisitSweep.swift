internal import CivilTime
internal import CounselRules
internal import Services

/// Judges anew, once a minute, the visit requests whose clocks ran out with nobody acting. Of several instances one does
/// it at a time; what was missed is caught up.
struct VisitSweep {
  private let visits: VisitService
  private let log: LineLog

  init(_ context: CommandContext) throws {
    visits = try Self.service(context)
    log = context.log
  }

  static func service(_ context: CommandContext) throws -> VisitService {
    VisitService(try context.database(as: .staff), judge: try judge(context))
  }

  /// The review of findings, with the same rules.
  static func review(_ context: CommandContext) throws -> ReviewService {
    ReviewService(try context.database(as: .staff), judge: try judge(context))
  }

  /// Figures of places and orders, with the same rules.
  static func figures(_ context: CommandContext) throws -> FigureService {
    FigureService(try context.database(as: .staff), judge: try judge(context))
  }

  private static func judge(_ context: CommandContext) throws -> LiveRulebook {
    LiveRulebook(try context.rulebookFolder().rulebook())
  }

  /// Until the task is cancelled.
  func run() async {
    while !Task.isCancelled {
      do {
        _ = try await visits.sweep(now: .now)
      } catch {
        if !Task.isCancelled { log.error("sweep", ["why": .template(Failure(explaining: error).sentence)]) }
      }
      try? await Task.sleep(for: .seconds(60))
    }
  }
}
