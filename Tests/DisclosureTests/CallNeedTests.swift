import Disclosure
import Linkage
import Testing

@Suite struct `A call to a family` {
  static let known = Facts.name.birthday.country
  static let cases: [(String, [DisclosureCandidate], CallNeed)] = [
    ("nobody fits", [], CallNeed(.asked)),
    ("somebody of another name", [Facts.otherName.candidate()], CallNeed(.asked)),
    ("it was answered", [known.candidate()], CallNeed(.asked)),
    ("too little is known", [Facts.name.country.candidate()], CallNeed(.notEarned)),
    (
      "it is not sure", [known.candidate(probability: 0.5), known.candidate(2, probability: 0.5)], CallNeed(.notEarned)
    ),
    ("they are protected", [known.candidate(1, [.hidden])], CallNeed(.protected, needsTwo: true)),
    (
      "too little is known of the protected", [Facts.name.candidate(1, [.safety])], CallNeed(.protected, needsTwo: true)
    ),
    (
      "one of two alike is protected", [Facts.name.candidate(1), Facts.name.candidate(2, [.section1367])],
      CallNeed(.protected, needsTwo: true)
    ),
    (
      "a number and a part of the name", [Facts.surname.number.candidate(1, [.minor])],
      CallNeed(.protected, needsTwo: true)
    ),
    ("a private source alone", [known.candidate(1, [.unscreened])], CallNeed(.protected)),
    ("a far namesake is protected", [known.candidate(1), Facts.name.candidate(2, [.hidden])], CallNeed(.asked)),
    ("somebody guessed at them", [known.candidate(isStopped: true)], CallNeed(.locked, needsTwo: true)),
    (
      "somebody guessed, and little is known", [Facts.name.candidate(isStopped: true)],
      CallNeed(.notEarned, needsTwo: true)
    ),
  ]

  @Test(arguments: cases.indices) func `says why it is made, and whether two have to agree`(_ index: Int) {
    let (why, candidates, need) = Self.cases[index]
    #expect(DisclosurePolicy.standard.callNeed(candidates, offered: everything) == need, "\(why)")
  }

  @Test func `is about a lock where automatic answers are closed`() {
    let need = DisclosurePolicy.standard.callNeed(
      [Self.known.candidate()], offered: everything, budgets: DisclosureBudgets(isClosed: true))
    #expect(need == CallNeed(.locked))
  }

  @Test(arguments: Hindrance.allCases) func `needs two for people who are guarded, not for reports that are not`(
    _ hindrance: Hindrance
  ) {
    let need = DisclosurePolicy.standard.callNeed([Self.known.candidate(1, [hindrance])], offered: everything)
    #expect(need.reason == .protected)
    #expect(need.needsTwo == ![.unscreened, .unverified, .withdrawn, .suppressed].contains(hindrance))
  }
}
