internal import Linkage

/// What all instances count together, as a value: what the database does in `sql/replaceable/r42_disclosure.sql`, for
/// simulations and for tests that compare the two. Time is in seconds since some moment.
package struct DisclosureLedger: Sendable {
  private let limits: DisclosureLimits
  private let usual: Int
  private var spent: [Int64: (cost: Int, since: Double)] = [:]
  private var stoppedUntil: [Int64: Double] = [:]
  private var failed: [Int: Int] = [:]
  private var answers: [(at: Double, isByNumber: Bool)] = []
  private var lastTold: [Int64: Double] = [:]
  private var closedUntil: [Bool: Double] = [:]
  /// When answers were closed, by facts and by number; nil while they never were.
  package private(set) var firstClosing: [Bool: Double] = [:]
  package private(set) var stops = 0

  private static let day = 86_400.0
  private static let hour = 3_600.0

  /// - Parameter usual: how many people are answered anew on a usual day.
  package init(_ limits: DisclosureLimits, usual: Int = 0) { (self.limits, self.usual) = (limits, usual) }

  package func isStopped(_ person: Int64, at time: Double) -> Bool { stoppedUntil[person].map { $0 > time } ?? false }

  package func budgets(at time: Double) -> DisclosureBudgets {
    let lastHour = Int((time / Self.hour).rounded(.down))
    let failures = failed.filter { $0.key > lastHour - 24 }.values.reduce(0, +)
    return DisclosureBudgets(
      failedNumbersAreSpent: failures >= limits.failedNumbers, isClosed: isClosed(false, at: time),
      isClosedToNumbers: isClosed(true, at: time))
  }

  package mutating func spend(_ guesses: [Guess], isFailedNumber: Bool, at time: Double) {
    if isFailedNumber { failed[Int((time / Self.hour).rounded(.down)), default: 0] += 1 }
    for guess in guesses {
      var count = spent[guess.person] ?? (0, time)
      if count.since <= time - Self.day { count = (0, time) }
      count.cost += guess.cost
      spent[guess.person] = count
      if count.cost >= limits.guessesAtOne, !isStopped(guess.person, at: time) {
        stoppedUntil[guess.person] = time + Double(limits.stopHours) * Self.hour
        stops += 1
      }
    }
  }

  /// Whether an earned answer is given.
  package mutating func tell(_ grant: DisclosureGrant, at time: Double) -> Bool {
    let isByNumber = grant.facts.contains(.aNumber)
    guard !isClosed(isByNumber, at: time), isByNumber || !isStopped(grant.person, at: time) else { return false }
    let isNew = lastTold[grant.person].map { $0 <= time - 30 * Self.day } ?? true
    if isNew {
      let recent = answers.filter { $0.isByNumber == isByNumber && $0.at > time - Self.day }
      let room = limits.room(usual: usual)
      if recent.count >= room.day || recent.count(where: { $0.at > time - Self.hour }) >= room.hour {
        closedUntil[isByNumber] = time + Self.day
        if firstClosing[isByNumber] == nil { firstClosing[isByNumber] = time }
        return false
      }
      answers.append((time, isByNumber))
    }
    lastTold[grant.person] = time
    return true
  }

  private func isClosed(_ isByNumber: Bool, at time: Double) -> Bool {
    closedUntil[isByNumber].map { $0 > time } ?? false
  }
}
