internal import Foundation
internal import Locking

/// Works on many rows on all processors, each worker with something of its own that it keeps from row to row.
enum BatchOfRows {
  /// Rows that a worker takes at once.
  private static let size = 50

  /// The results in the order of the rows; those behind a cancellation are missing.
  static func map<Worker, Result: Sendable>(
    _ rows: Int, _ worker: @escaping @Sendable () -> Worker,
    _ work: @escaping @Sendable (inout Worker, Int) -> Result
  ) async -> [Result] {
    let next = Locked(0)
    let width = max(1, ProcessInfo.processInfo.activeProcessorCount)
    let done = await withTaskGroup(of: [Int: [Result]].self) { group in
      for _ in 0..<width {
        group.addTask {
          var own = worker()
          var done: [Int: [Result]] = [:]
          while !Task.isCancelled {
            let start = next.withLock { place in
              defer { place += size }
              return place
            }
            guard start < rows else { break }
            done[start] = (start..<min(rows, start + size)).map { work(&own, $0) }
          }
          return done
        }
      }
      return await group.reduce(into: [Int: [Result]]()) { $0.merge($1) { first, _ in first } }
    }
    return done.keys.sorted().flatMap { done[$0] ?? [] }
  }
}
