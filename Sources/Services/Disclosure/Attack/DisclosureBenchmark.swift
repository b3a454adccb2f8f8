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

  /// A day of searches, five guesses at each listed person while they last, evenly over the day.
  package func attack(_ adversary: Adversary, _ policy: DisclosurePolicy, searches: Int) -> Loss {
    var loss = Loss(adversary: adversary)
    var ledger = DisclosureLedger(policy.limits)
    var learnt: Set<Int64> = []
    var random = SplitMix64(seed: 99, item: 1)
    for number in 0..<searches {
      let time = Double(number) / Double(searches) * 86_399
      let target = scene.listed[number % scene.listed.count]
      let request = adversary.request(target, round: number / scene.listed.count % 5, scene, &random)
      if let person = ask(request, policy, &ledger, at: time) { learnt.insert(person) }
      if loss.closedAfter == nil, let hour = ledger.firstClosing.values.min() {
        loss.closedAfter = learnt.count
        loss.closedAtHour = hour / 3600
      }
    }
    (loss.searches, loss.learnt, loss.stops) = (searches, learnt.count, ledger.stops)
    return loss
  }

  private func ask(
    _ request: SearchRequest, _ policy: DisclosurePolicy, _ ledger: inout DisclosureLedger, at time: Double
  ) -> Int64? {
    let offered = Set.offered(by: request)
    let candidates = scene.weigh(request) { ledger.isStopped($0, at: time) }
    let decision = policy.decide(candidates, offered: offered, budgets: ledger.budgets(at: time))
    if case .tell(let grant) = decision { return ledger.tell(grant, at: time) ? grant.person : nil }
    ledger.spend(
      policy.guesses(candidates, offered: offered),
      isFailedNumber: policy.isFailedNumber(decision, offered: offered), at: time)
    return nil
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

  /// Families of listed people, each on a day on which nobody attacks.
  package func serve(_ knowledge: FamilyKnowledge, _ policy: DisclosurePolicy, families: Int) -> Service {
    var service = Service(knowledge: knowledge)
    let step = max(1, scene.listed.count / families)
    for place in stride(from: 0, to: scene.listed.count, by: step) {
      let target = scene.listed[place]
      var random = SplitMix64(seed: 7_700, item: UInt64(target.id))
      guard let request = knowledge.request(target, &random) else { continue }
      let isRecorded = knowledge.isRecorded(target, request)
      service.families += 1
      if isRecorded { service.recorded += 1 }
      let candidates = scene.weigh(request) { _ in false }
      switch policy.decide(candidates, offered: Set.offered(by: request)) {
      case .tell(let grant) where grant.person == target.id:
        service.answered += 1
        if isRecorded { service.answeredOfRecorded += 1 }
      case .tell: service.wrong += 1
      case .withhold(let why): service.waiting[why, default: 0] += 1
      }
    }
    return service
  }
}
