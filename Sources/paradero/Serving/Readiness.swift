internal import Locking
internal import Postgres

/// Whether requests can be answered now. Asked at most once a second, however many ask.
final class Readiness: Sendable {
  /// What stands in the way; nil for nothing.
  enum Obstacle: String, Sendable {
    case database, schema, stopping
  }

  private struct Memory {
    var obstacle: Obstacle?
    var asked: ContinuousClock.Instant?
  }

  private let memory = Locked(Memory())
  private let isStopping = Locked(false)
  private let check: @Sendable () async -> Obstacle?

  init(_ check: @escaping @Sendable () async -> Obstacle?) { self.check = check }

  /// Tells a load balancer to send no more before the server stops listening.
  func stop() { isStopping.withLock { $0 = true } }

  func obstacle() async -> Obstacle? {
    if isStopping.withLock({ $0 }) { return .stopping }
    let now = ContinuousClock.now
    let recent = memory.withLock { memory -> Memory? in
      if let asked = memory.asked, now - asked < .seconds(1) { return memory }
      // Others who come while the answer is on its way are told the last one.
      memory.asked = now
      return nil
    }
    if let recent { return recent.obstacle }
    let obstacle = await checkInTime()
    memory.withLock { $0 = Memory(obstacle: obstacle, asked: now) }
    return obstacle
  }

  /// A database that takes too long to answer is none.
  private func checkInTime() async -> Obstacle? {
    await withTaskGroup(of: Obstacle?.self) { group in
      group.addTask { [check] in await check() }
      group.addTask {
        do { try await Task.sleep(for: .seconds(2)) } catch { return nil }
        return .database
      }
      let first = await group.next() ?? .database
      group.cancelAll()
      return first
    }
  }
}
