import Disclosure
import Linkage
import Testing

/// Each gate of the policy taken away or loosened, one at a time: some answer of the tables must change, or no test
/// guards that gate.
@Suite struct `Every gate of the policy is guarded` {
  struct Mutant: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let change: @Sendable (inout DisclosurePolicy) -> Void
  }

  static let mutants: [Mutant] =
    DisclosurePolicy.standard.rules.indices.flatMap { place -> [Mutant] in
      let rule = DisclosurePolicy.standard.rules[place]
      let without = Mutant(testDescription: "without \(rule.id)") { $0.rules.remove(at: place) }
      return [without]
        + rule.needs.sorted { $0.rawValue < $1.rawValue }.map { need in
          Mutant(testDescription: "\(rule.id) without \(need)") {
            $0.rules[place] = DisclosureRule(id: rule.id, needs: rule.needs.subtracting([need]))
          }
        }
    } + [
      Mutant(testDescription: "any part of a name") { $0.nameBits.part = -10 },
      Mutant(testDescription: "a surname is a name") { $0.nameBits.whole = 5 },
      Mutant(testDescription: "no probability") { $0.leastProbability = 0 },
      Mutant(testDescription: "less probability") { $0.leastProbability = 0.89 },
      Mutant(testDescription: "no lead") { $0.leastLead = 0 },
      Mutant(testDescription: "a smaller lead") { $0.leastLead = 3.9 },
      Mutant(testDescription: "far guesses cost nothing") { $0.limits.farGuess = 0 },
      Mutant(testDescription: "close guesses cost less") { $0.limits.closeGuess = 7 },
    ]

  @Test(arguments: mutants) func `so that it is noticed`(_ mutant: Mutant) {
    var policy = DisclosurePolicy.standard
    mutant.change(&policy)
    #expect(policy != DisclosurePolicy.standard)
    #expect(Self.answers(policy) != Self.answers(.standard))
  }

  /// What a policy says to every line of the tables.
  private static func answers(_ policy: DisclosurePolicy) -> [String] {
    var answers = `What earns an answer`.cases.map { policy.decide([$0.0.candidate()], offered: everything) }
    let known = Facts.name.birthday.country
    for (probability, lead) in [(0.9, 4.0), (0.89, 4), (0.95, 3.95), (0.95, 0), (0.5, 9)] {
      let rival = DisclosureCandidate(person: 2, agreements: [], bits: known.bits - lead, probability: 0.01)
      answers.append(policy.decide([known.candidate(probability: probability), rival], offered: everything))
    }
    for (facts, isStopped, budgets, _, _) in `Budgets of disclosure`.cases {
      answers.append(policy.decide([facts.candidate(isStopped: isStopped)], offered: everything, budgets: budgets))
    }
    let guesses = `Budgets of disclosure`.guesses.map { policy.guesses([$0.0.candidate()], offered: $0.1) }
    return answers.map { "\($0)" } + guesses.map { "\($0)" }
  }
}
