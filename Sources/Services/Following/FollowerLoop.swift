package import CivilTime

/// Takes one step after another, and rests while there is nothing to do or another instance has its turn.
package struct FollowerLoop: Sendable {
  /// Between looks while nothing happens, and after an error.
  package static let rest = Duration.seconds(1)
  package static let pause = Duration.seconds(5)

  private let clock: @Sendable () -> Timestamp
  private let failed: @Sendable (any Error) -> Void

  package init(clock: @escaping @Sendable () -> Timestamp, failed: @escaping @Sendable (any Error) -> Void) {
    self.clock = clock
    self.failed = failed
  }

  /// Until the task is cancelled. The step says whether there may be more to do.
  package func run(_ step: @Sendable (Timestamp) async throws -> Bool) async {
    while !Task.isCancelled {
      do {
        if try await step(clock()) { continue }
        try? await Task.sleep(for: Self.rest)
      } catch {
        guard !Task.isCancelled else { return }
        failed(error)
        try? await Task.sleep(for: Self.pause)
      }
    }
  }
}
