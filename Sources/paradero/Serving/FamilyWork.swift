internal import CivilTime
internal import Gateway
internal import Locking
internal import Postgres
internal import Services
internal import Stores

/// What goes on for families beside the answering of requests: keys that were replaced are read, the day's mail is
/// queued, and who waits for a call is counted.
struct FamilyWork: Sendable {
  /// Counts for metrics, and nothing else.
  struct Counts: Sendable {
    var callsWaiting = 0
    var callsOverdue = 0
    var mail: [(state: String, count: Int)] = []
    var reportsOpen = 0
    var reportsOverdue = 0
  }

  private let keys: KeyRing
  private let batch: NewsBatch
  private let database: Database
  private let log: LineLog
  private let counted = Locked(Counts())
  private static let pause = 30.0

  init(_ context: CommandContext, judge: any NewsJudge, keys: KeyRing) throws {
    self.keys = keys
    database = try context.database(as: .staff)
    log = context.log
    batch = NewsBatch(
      database, judge: judge, hours: context.configuration[Settings.callHours],
      hour: context.configuration[Settings.mailHour])
  }

  var counts: Counts { counted.withLock { $0 } }

  /// Until the task is cancelled. Of several instances one at a time queues mail.
  func run() async {
    let counting = Locked<Timestamp?>(nil)
    await FollowerLoop {
      .now
    } failed: { error in
      log.warning("families", ["why": .template(Failure(explaining: error).sentence)])
    }.run { now in
      try keys.refresh()
      if counting.withLock({ $0.map { now.seconds(since: $0) >= Self.pause } ?? true }) {
        try await count(now)
        counting.withLock { $0 = now }
      }
      return try await batch.step(now: now)
    }
  }

  private func count(_ now: Timestamp) async throws {
    let counts = try await database.transaction(readOnly: true, actor: "service:news") { transaction in
      let calls = try await CallbackStore(transaction).waiting(now: now)
      let reports = try await IntakeStore(transaction).counts(now: now)
      return Counts(
        callsWaiting: calls.open, callsOverdue: calls.overdue, mail: try await OutboxStore(transaction).counts(),
        reportsOpen: reports.open, reportsOverdue: reports.overdue)
    }
    // Once for each that becomes overdue, not at each look.
    let before = counted.withLock { known in
      defer { known = counts }
      return known
    }
    if counts.reportsOverdue > before.reportsOverdue {
      log.warning("reports overdue", ["count": .count(counts.reportsOverdue)])
    }
    if counts.callsOverdue > before.callsOverdue {
      log.warning("calls overdue", ["count": .count(counts.callsOverdue)])
    }
  }
}

extension Measurements {
  func render(_ counts: FamilyWork.Counts) {
    metrics.set("paradero_calls_waiting", "Families who wait for a call.", to: Double(counts.callsWaiting))
    metrics.set("paradero_calls_overdue", "Calls that are overdue.", to: Double(counts.callsOverdue))
    metrics.set("paradero_reports_open", "Reports of the hotline that are open.", to: Double(counts.reportsOpen))
    metrics.set(
      "paradero_reports_overdue", "Reports of the hotline that are overdue.", to: Double(counts.reportsOverdue))
    for (state, count) in counts.mail {
      metrics.set("paradero_mail", "Messages by state.", labels: ["state": state], to: Double(count))
    }
  }
}
