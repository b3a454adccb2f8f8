internal import Services
internal import Stores

/// Seals what was appended to the audit log, within a second. Of several instances one at a time does it. Once an hour the
/// head of the log goes into the service's own log, which whoever tampers with the database may not reach.
struct AuditSealer: Sendable {
  private let audit: AuditService
  private let log: LineLog

  init(_ context: CommandContext) throws {
    audit = AuditService(try context.database(as: .staff))
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
        }
      } catch {
        if !Task.isCancelled { log.error("audit", ["why": .template(Failure(explaining: error).sentence)]) }
        pause = .seconds(5)
      }
      try? await Task.sleep(for: pause)
    }
  }
}
