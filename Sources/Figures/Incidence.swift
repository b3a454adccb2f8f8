/// How many of all have met with an event of each kind by a time, when an event of one kind rules the others out.
///
/// The Aalen–Johansen estimator (O. O. Aalen, S. Johansen, Scandinavian Journal of Statistics 5, 1978, 141–150):
/// F_k(t) = Σ over event times t_i ≤ t of S(t_i−) · d_ki / n_i, with S the share that met with no event yet
/// (Kaplan–Meier over events of every kind), d_ki the events of kind k at t_i and n_i those still watched just before.
/// A case of which the end is not known counts for as long as it was watched; none is dropped. One minus Kaplan–Meier for
/// one kind alone, with the others as unknown ends, would say too much.
package struct Incidence<Cause: Hashable & Sendable>: Sendable {
  /// A time at which something happened, and what is so from then on.
  package struct Step: Sendable {
    package let time: Int
    /// Those still watched just before.
    package let atRisk: Int
    package let events: [Cause: Int]
    /// The share that met with each kind by now.
    package let shares: [Cause: Double]
    /// The share that met with none.
    package let none: Double
  }

  package let total: Int
  /// Cases whose end is not known.
  package let open: Int
  package let steps: [Step]

  /// - Parameter cases: how long each was watched, and what ended it; nil where nothing did yet.
  package init(_ cases: [(time: Int, cause: Cause?)]) {
    total = cases.count
    open = cases.count { $0.cause == nil }
    var byTime: [Int: (ends: Int, events: [Cause: Int])] = [:]
    for one in cases {
      byTime[max(0, one.time), default: (0, [:])].ends += 1
      if let cause = one.cause { byTime[max(0, one.time), default: (0, [:])].events[cause, default: 0] += 1 }
    }
    var steps: [Step] = []
    var atRisk = cases.count, none = 1.0
    var shares: [Cause: Double] = [:]
    for (time, here) in byTime.sorted(by: { $0.key < $1.key }) {
      if !here.events.isEmpty {
        for (cause, count) in here.events { shares[cause, default: 0] += none * Double(count) / Double(atRisk) }
        none *= 1 - Double(here.events.values.reduce(0, +)) / Double(atRisk)
        steps.append(Step(time: time, atRisk: atRisk, events: here.events, shares: shares, none: none))
      }
      atRisk -= here.ends
    }
    self.steps = steps
  }

  /// The share that met with the kind by a time.
  package func share(of cause: Cause, by time: Int) -> Double {
    steps.last { $0.time <= time }?.shares[cause] ?? 0
  }

  /// The first time by which at least this share met with the kind; nil if it never came to that.
  package func time(of share: Double, with cause: Cause) -> Int? {
    steps.first { ($0.shares[cause] ?? 0) >= share - 1e-12 }?.time
  }

}
