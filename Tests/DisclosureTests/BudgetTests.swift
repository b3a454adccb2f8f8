import Disclosure
import Linkage
import Testing

@Suite struct `Budgets of disclosure` {
  static let cases: [(Facts, Bool, DisclosureBudgets, DisclosureRule.Name?, Withholding?)] = [
    (.name.birthday.country, true, .init(), nil, .stopped),
    (.name.birthYear.country.arrestDay, true, .init(), nil, .stopped),
    (.surname.number, true, .init(), .numberAndName, nil),
    (.name.number.birthday.country, true, .init(), .numberAndName, nil),
    (.name.birthday.country, false, .init(failedNumbersAreSpent: true), .nameBirthCountry, nil),
    (.surname.number, false, .init(failedNumbersAreSpent: true), nil, .closed),
    (.name.number, false, .init(failedNumbersAreSpent: true), .numberAndName, nil),
    (.surname.number, true, .init(failedNumbersAreSpent: true), nil, .stopped),
    (.name.birthday.country, false, .init(isClosed: true), nil, .closed),
    (.surname.number, false, .init(isClosed: true), nil, .closed),
    (.name.number, false, .init(isClosed: true), .numberAndName, nil),
    (.name.number, true, .init(isClosed: true), .numberAndName, nil),
    (.name.number, false, .init(isClosed: true, isClosedToNumbers: true), nil, .closed),
    (.name.number.birthday.country, false, .init(isClosedToNumbers: true), .nameBirthCountry, nil),
  ]

  @Test(arguments: cases)
  func `leave the strongest knowledge its way`(
    _ facts: Facts, _ isStopped: Bool, _ budgets: DisclosureBudgets, _ rule: DisclosureRule.Name?, _ why: Withholding?
  ) {
    let decision = DisclosurePolicy.standard.decide(
      [facts.candidate(isStopped: isStopped)], offered: everything, budgets: budgets)
    #expect(decision.rule == rule)
    #expect(decision.why == why)
  }

  static let guesses: [(Facts, Set<Knowledge>, Int?)] = [
    // Too little was offered to earn anything: no guess.
    (.name, [.name, .namePart], nil), (.name.birthYear.country, [.name, .namePart, .birthYear, .country], nil),
    (.name.wrongBirth.country, [.name, .namePart, .birthDay, .birthYear, .country], 1),
    (.name.birthYear.country, [.name, .namePart, .birthDay, .birthYear, .country], 8),
    (.name.with(.birth, .dayMonthSwapped), [.name, .namePart, .birthDay, .birthYear, .country], 8),
    (.name.with(.birth, .nearYear).country, [.name, .namePart, .birthDay, .birthYear, .country], 8),
    (.name.wrongNumber, [.name, .namePart, .aNumber], 1),
    (.name.with(.aNumber, .oneDigit), [.name, .namePart, .aNumber], 8),
    // Somebody else by name was not guessed at, and who was right did not guess.
    (.otherName.wrongBirth.country, [.name, .namePart, .birthDay, .birthYear, .country], nil),
    (.name.birthday.country, [.name, .namePart, .birthDay, .birthYear, .country], nil),
    (.name.birthYear.country.arrestWeek, [.name, .namePart, .birthYear, .country, .arrestDay], 8),
    (.name.wrongBirth.country.arrestDay, [.name, .namePart, .birthYear, .country, .arrestDay], 8),
  ]

  @Test(arguments: guesses)
  func `count guesses by how close they come`(_ facts: Facts, _ offered: Set<Knowledge>, _ cost: Int?) {
    #expect(DisclosurePolicy.standard.guesses([facts.candidate()], offered: offered).first?.cost == cost)
  }

  @Test func `every namesake is guessed at`() {
    let namesakes = (1...30).map { Facts.name.wrongBirth.country.candidate(Int64($0)) }
    #expect(DisclosurePolicy.standard.guesses(namesakes, offered: everything).map(\.person) == Array(1...30))
  }

  static let numbers: [(DisclosureDecision, Set<Knowledge>, Bool)] = [
    (.withhold(.nobody), [.aNumber, .name], true), (.withhold(.notEarned), [.aNumber], true),
    (.withhold(.notSure), [.aNumber], true), (.withhold(.nobody), [.name], false),
    (.withhold(.protected), [.aNumber], false), (.withhold(.stopped), [.aNumber], false),
    (.withhold(.closed), [.aNumber], false),
  ]

  @Test(arguments: numbers)
  func `a number has failed when it brought nobody`(
    _ decision: DisclosureDecision, _ offered: Set<Knowledge>, _ isFailed: Bool
  ) {
    #expect(DisclosurePolicy.standard.isFailedNumber(decision, offered: offered) == isFailed)
  }

  static let usual: [([Int], Int)] = [
    ([], 0), ([30, 30, 30, 30, 30, 30], 0), ([30, 30, 30, 30, 30, 30, 30], 30), ([1, 2, 3, 4, 5, 6, 1000], 4),
    ([1000, 0, 0, 0, 1000, 0, 0, 1000], 0),
  ]

  @Test(arguments: usual) func `what is usual is the middle of the days before`(_ days: [Int], _ usual: Int) {
    #expect(DisclosureLimits.usual(days) == usual)
  }

  @Test func `a service without a past has room for twenty people a day, ten of them in an hour`() {
    #expect(DisclosureLimits().room(usual: 0) == (20, 10))
    #expect(DisclosureLimits().room(usual: 160) == (180, 30))
  }
}
