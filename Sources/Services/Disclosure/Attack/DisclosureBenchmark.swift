package import CivilTime
package import Disclosure
internal import Linkage

/// The attack on invented people: what adversaries learn in a day, and what families are told at once.
package struct DisclosureBenchmark: Sendable {
  private let scene: AttackScene

  /// - Parameter people: how many are listed, minors apart.
  package init(share: String, people: Int, seed: UInt64, today: CivilDate) throws {
    scene = try AttackScene(share: share, people: people, seed: seed, today: today)
  }

  package var people: Int { scene.listed.count }

  // MARK: Adversaries

  package struct Loss: Sendable {
    package let adversary: Adversary
    package fileprivate(set) var searches = 0
    /// People of whom they learn that they are listed, and where.
    package fileprivate(set) var learnt = 0
    /// People whose automatic answers stopped.
    package fileprivate(set) var stops = 0
    /// After how many people answers closed; nil when they stayed open.
    package fileprivate(set) var closedAfter: Int?
    package fileprivate(set) var closedAtHour: Double?
  }

  /// A day of searches under each policy, five guesses at each listed person while they last, evenly over the day.
  package func attack(_ adversary: Adversary, _ policies: [DisclosurePolicy], searches: Int) -> [Loss] {
    var days = policies.map { Day(policy: $0, ledger: DisclosureLedger($0.limits), loss: Loss(adversary: adversary)) }
    var random = SplitMix64(seed: 99, item: 1)
    for number in 0..<searches {
      let time = Double(number) / Double(searches) * 86_399
      let target = scene.listed[number % scene.listed.count]
      let request = adversary.request(target, round: number / scene.listed.count % 5, scene, &random)
      let offered = Set.offered(by: request)
      let candidates = scene.weigh(request)
      for place in days.indices { days[place].ask(candidates, offered, at: time) }
    }
    return days.map { day in
      var loss = day.loss
      (loss.searches, loss.learnt, loss.stops) = (searches, day.learnt.count, day.ledger.stops)
      return loss
    }
  }

  /// What one policy lets an adversary learn in a day.
  private struct Day {
    let policy: DisclosurePolicy
    var ledger: DisclosureLedger
    var loss: Loss
    var learnt: Set<Int64> = []

    mutating func ask(_ weighed: [DisclosureCandidate], _ offered: Set<Knowledge>, at time: Double) {
      let candidates = weighed.map { candidate in
        var candidate = candidate
        candidate.isStopped = ledger.isStopped(candidate.person, at: time)
        return candidate
      }
      let decision = policy.decide(candidates, offered: offered, budgets: ledger.budgets(at: time))
      if case .tell(let grant) = decision {
        if ledger.tell(grant, at: time) { learnt.insert(grant.person) }
      } else {
        ledger.spend(
          policy.guesses(candidates, offered: offered),
          isFailedNumber: policy.isFailedNumber(decision, offered: offered), at: time)
      }
      if loss.closedAfter == nil, let hour = ledger.firstClosing.values.min() {
        loss.closedAfter = learnt.count
        loss.closedAtHour = hour / 3600
      }
    }
  }

  // MARK: Families

  package struct Service: Sendable {
    package let knowledge: FamilyKnowledge
    package fileprivate(set) var families = 0
    package fileprivate(set) var answered = 0
    /// Those whose facts some record has.
    package fileprivate(set) var recorded = 0
    package fileprivate(set) var answeredOfRecorded = 0
    /// Told of somebody else.
    package fileprivate(set) var wrong = 0
    /// Why the others wait.
    package fileprivate(set) var waiting: [Withholding: Int] = [:]

    package var share: Double { Double(answered) / Double(max(1, families)) }
    package var shareOfRecorded: Double { Double(answeredOfRecorded) / Double(max(1, recorded)) }
  }

  /// Families of listed people, each on a day on which nobody attacks, under each policy.
  package func serve(_ knowledge: FamilyKnowledge, _ policies: [DisclosurePolicy], families: Int) -> [Service] {
    var services = policies.map { _ in Service(knowledge: knowledge) }
    let step = max(1, scene.listed.count / families)
    for place in stride(from: 0, to: scene.listed.count, by: step) {
      let target = scene.listed[place]
      var random = SplitMix64(seed: 7_700, item: UInt64(target.id))
      guard let request = knowledge.request(target, &random) else { continue }
      let isRecorded = knowledge.isRecorded(target, request)
      let candidates = scene.weigh(request)
      let offered = Set.offered(by: request)
      for (place, policy) in policies.enumerated() {
        services[place].count(policy.decide(candidates, offered: offered), of: target.id, isRecorded: isRecorded)
      }
    }
    return services
  }
}

extension DisclosureBenchmark.Service {
  fileprivate mutating func count(_ decision: DisclosureDecision, of person: Int64, isRecorded: Bool) {
    families += 1
    if isRecorded { recorded += 1 }
    switch decision {
    case .tell(let grant) where grant.person == person:
      answered += 1
      if isRecorded { answeredOfRecorded += 1 }
    case .tell: wrong += 1
    case .withhold(let why): waiting[why, default: 0] += 1
    }
  }
}
