import CivilTime
import CounselRules
import Phrasebook
import Testing

@Suite struct `Sentences about findings` {
  @Test func `exist for every pattern, question, condition and reason, in every language`() {
    for phrases in Phrases.all {
      let words = phrases.findings
      for pattern in Pattern.allCases { #expect(!words.name(of: pattern).isEmpty) }
      for fact in MissingFact.allCases { #expect(words.question(for: fact).last == "?", "\(fact)") }
      for condition in Condition.allCases { #expect(words.sentence(for: condition).last == ".", "\(condition)") }
      for reason in Self.reasons {
        let sentence = phrases.sentence(for: reason)
        #expect(sentence.last == "." || sentence.last == ")", "\(sentence)")
        #expect(!sentence.contains("{"), "\(sentence)")
      }
    }
  }

  static let reasons: [Reason] =
    [
      .openMinutes(required: 480, least: 450, most: 450), .openMinutes(required: 480, least: 1, most: 450),
      .contested(minutes: 1), .took(least: 241, most: 241, limit: 240), .took(least: 1, most: 2, limit: 240),
      .lasted(least: 3, most: 3, floor: 0), .lasted(least: 3, most: 3, floor: 20),
      .lasted(least: 3, most: 4, floor: 20),
      .clockRuns(limit: 60), .counted(found: 1, required: 2), .absenceAsserted(event: "e1"),
      .absenceNotKnown(event: "e1"), .refused(.none), .demanded(.g28), .notGiven(.interpreter), .cost(cents: 125),
      .lead(minutes: 2_880, limit: 1_440), .distance(miles: 3), .notProtected, .roleUnverified(.legalAssistant),
      .otherSpace, .standardUnsettled(standard: "NDS2025"), .standardNotModelled(standard: "X"), .presumedInForce,
      .endUnverified, .textUnverified,
    ] + CivilDate(iso: "2026-07-03").map { [.contestedDay($0)] }.orNothing
    + CounterFact.allCases.flatMap { fact in
      CounterEffect.allCases.map { .counterFact(fact, event: "e1", effect: $0) }
    } + Aggravation.allCases.map { .aggravated($0, event: "e1") }

  @Test(arguments: [
    (Certainty.supported, false, "By these facts the rule was broken."),
    (.possible, false, "By these facts the rule was possibly broken."),
    (.supported, true, "This needs review. It is not called a violation."),
    (.possible, true, "This needs review. It is not called a violation."),
  ])
  func `never call a case for review a violation`(certainty: Certainty, review: Bool, words: String) throws {
    let zone = try #require(Zone("America/Los_Angeles"))
    let finding = Finding(
      subject: .request("R1"), rule: RuleID(name: "WAIT-60", version: 1), authority: .heuristic,
      pattern: .excessiveWait, at: Timestamp(microseconds: 0), outcome: .breached, readings: [], severity: .amber,
      certainty: certainty, needsReview: review, isPublishable: false, grade: .b,
      protection: Protection(requester: .yes, person: .everyone), facts: ["e1"], reasons: [])
    #expect(Phrases.english.sentence(for: finding, in: zone) == words)
    #expect(Phrases.english.explanation(of: finding, by: nil, in: zone).contains(words))
  }

  @Test func `say amounts and lengths as the language does`() {
    #expect(Phrases.english.sentence(for: .cost(cents: 125)) == "It cost $1.25.")
    #expect(
      Phrases.english.sentence(for: .openMinutes(required: 480, least: 450, most: 450))
        == "Required: 480 minutes. Open for 450 minutes.")
    #expect(
      Phrases.spanish.sentence(for: .took(least: 1, most: 1, limit: 60)) == "Tardó 1 minuto; el límite es 60 minutos.")
  }
}

extension Optional where Wrapped: RangeReplaceableCollection {
  fileprivate var orNothing: Wrapped { self ?? Wrapped() }
}
