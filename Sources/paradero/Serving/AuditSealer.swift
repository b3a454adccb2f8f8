internal import Services
internal import Stores
internal import Vault

/// Seals what was appended to the audit log, within a second. Of several instances one at a time does it. Once an hour the
/// head of the log goes into the service's own log, which whoever tampers with the database may not reach, and a signed
/// checkpoint is made for others to keep.
struct AuditSealer: Sendable {
  private let audit: AuditService
  private let checkpoints: CheckpointService
  private let folder: KeyFolder?
  private let log: LineLog

  init(_ context: CommandContext) throws {
    audit = AuditService(try context.database(as: .staff))
    checkpoints = CheckpointService(try context.database(as: .staff))
    folder = context.configuration.keyFolder
    log = context.log
  }

  /// Until the task is cancelled.
  func run() async {
    var told: (AuditHead, ContinuousClock.Instant)?
    while !Task.isCancelled {
      var pause = AuditService.pause
      do {
        try await audit.seal()
        if told.map({ ContinuousClock.now - $0.1 > .seconds(3600) }) ?? true, let head = try await audit.end() {
          if head != told?.0 {
            log.info("audit head", ["seq": .count(Int(head.seq)), "leaf": .id(AuditWords.hex(head.leaf))])
          }
          told = (head, .now)
          try await checkpoint()
        }
      } catch {
        if !Task.isCancelled { log.error("audit", ["why": .template(Failure(explaining: error).sentence)]) }
        pause = .seconds(5)
      }
      try? await Task.sleep(for: pause)
    }
  }

  /// The key is read each time, so that one that was replaced signs no more.
  private func checkpoint() async throws {
    guard let keys = try folder?.signingKeys() else {
      return log.warning(
        "no checkpoint", ["why": .template("there is no signing.key: run “paradero keys make signing”")])
    }
    // A little less than the round, so that clocks that differ skip none.
    guard let checkpoint = try await checkpoints.make(keys, pause: CheckpointService.pause - 60, now: .now) else {
      return
    }
    log.info("checkpoint", ["seq": .count(Int(checkpoint.head.seq))])
  }
}
