internal import CivilTime
internal import CounselRules
internal import Services

/// Publishes once an hour what the calendar asks for. Of several instances one makes it.
struct ReleaseRounds: Sendable {
  private let releases: ReleaseService
  private let log: LineLog

  init(_ context: CommandContext) throws {
    releases = ReleaseService(
      try context.database(as: .staff), judge: LiveRulebook(try context.rulebookFolder().rulebook()))
    log = context.log
  }

  /// Until the task is cancelled. The first round waits until the start is over.
  func run() async {
    try? await Task.sleep(for: .seconds(300))
    while !Task.isCancelled {
      do {
        let made = try await releases.makeDue(now: .now)
        if !made.isEmpty { log.info("release", ["made": .count(made.count)]) }
      } catch ReleaseFault.nothingVerified {
        // Nothing can be published yet; the public page says so.
      } catch {
        if !Task.isCancelled { log.error("release", ["why": .template(Failure(explaining: error).sentence)]) }
      }
      try? await Task.sleep(for: .seconds(3600))
    }
  }
}
