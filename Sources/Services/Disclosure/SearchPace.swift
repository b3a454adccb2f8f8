internal import Locking
internal import Vault

/// Slows down searches that come from one neighbourhood of addresses. It delays and never refuses: whole neighbourhoods,
/// clinics and phone networks share one address.
///
/// Neighbourhoods are known by keyed hashes alone; the key lies in memory, is never written, and is forgotten after a day
/// with everything that was counted under it.
package final class SearchPace: Sendable {
  private struct State {
    var key = HashKey()
    var day: ContinuousClock.Instant
    var pace: Pace
  }

  private let state: Locked<State>
  private let free: Int

  /// - Parameter free: how many searches wait for nothing.
  package init(free: Int) {
    self.free = free
    state = Locked(State(day: .now, pace: Pace(free: free)))
  }

  /// Waits as long as this neighbourhood has to; not at all where it is not known.
  package func wait(_ prefix: [UInt8]?) async throws {
    guard let prefix else { return }
    let delay = state.withLock { state in
      let now = ContinuousClock.now
      if now - state.day > .seconds(86_400) { state = State(day: now, pace: Pace(free: free)) }
      let seconds = (now - state.day) / .seconds(1)
      return state.pace.take(Digests.keyed(prefix, state.key), at: seconds)
    }
    guard delay > 0 else { return }
    defer { state.withLock { $0.pace.waited() } }
    try await Task.sleep(for: .seconds(delay))
  }
}

/// How long a search waits: a value, so that every order of events is a short test.
package struct Pace: Sendable {
  /// Searches until the first wait; they come back one by one.
  let free: Int
  static let secondsForOne = 4.0
  package static let longest = 2.0
  /// More than so many never wait at once: they would take the places of everybody else.
  package static let mostWaiting = 16
  /// The counts of so many neighbourhoods are kept; past that, those that are full again are dropped.
  static let mostKept = 50_000

  private struct Bucket {
    var used: Double
    var at: Double
  }
  private var buckets: [[UInt8]: Bucket] = [:]
  private var waiting = 0

  package init(free: Int) { self.free = free }

  /// Counts a search, and gives how many seconds it waits. Whoever waits calls `waited` afterwards.
  package mutating func take(_ key: [UInt8], at second: Double) -> Double {
    if buckets.count >= Self.mostKept {
      buckets = buckets.filter { $0.value.used - (second - $0.value.at) / Self.secondsForOne > 0 }
      if buckets.count >= Self.mostKept { buckets.removeAll() }
    }
    var bucket = buckets[key] ?? Bucket(used: 0, at: second)
    // Past twice what is free nothing is remembered: a neighbour who comes an hour later waits for nobody's flood.
    bucket.used = min(max(0, bucket.used - (second - bucket.at) / Self.secondsForOne) + 1, Double(free) * 2)
    bucket.at = second
    buckets[key] = bucket
    let over = bucket.used - Double(free)
    guard over > 0, waiting < Self.mostWaiting else { return 0 }
    waiting += 1
    return min(Self.longest, over * 0.1)
  }

  package mutating func waited() { waiting = max(0, waiting - 1) }
}
