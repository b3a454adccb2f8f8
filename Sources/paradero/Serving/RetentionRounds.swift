internal import CivilTime
internal import Services

/// Erases once a day what has been kept for as long as it may be. Several instances at once do no harm.
struct RetentionRounds: Sendable {
  private let sweep: RetentionSweep
  private let log: LineLog

  init(_ context: CommandContext) throws {
    sweep = RetentionSweep(try context.database(as: .staff))
    log = context.log
  }

  /// Until the task is cancelled. The first round waits until the start is over.
  func run() async {
    try? await Task.sleep(for: .seconds(600))
    while !Task.isCancelled {
      do {
        let report = try await sweep.runDue(now: .now)
        log.info("retention", ["erased": .count(report.total), "held": .count(report.held)])
      } catch {
        if !Task.isCancelled { log.error("retention", ["why": .template(Failure(explaining: error).sentence)]) }
      }
      try? await Task.sleep(for: .seconds(86_400))
    }
  }
}
