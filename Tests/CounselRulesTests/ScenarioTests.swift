import CivilTime
import Testing

@testable import CounselRules

@Suite struct `The rules` {
  @Test func `can be read`() throws {
    let book = try RulebookReader.read(Rules.files)
    #expect(!book.rules.isEmpty)
  }

  @Test(arguments: Scenario.all) func `say of each scenario what the reference says`(_ scenario: Scenario) throws {
    let book = try #require(Rules.book)
    let document: FactsDocument
    do {
      document = try FactsReader.read(scenario.facts, schema: try #require(Rules.factsSchema), rulebook: book)
    } catch let faults as DataFaults {
      Issue.record("\(faults)")
      return
    }
    let findings = book.findings(on: document.facts, now: try #require(document.asOf))
    for expected in scenario.expectations {
      let ofRule = findings.filter { $0.rule.description == expected.rule }
      let words = ofRule.map { describe($0, in: document.zone) }
      #expect(
        words.contains { Set(expected.words).isSubset(of: $0) },
        "\(expected.line); found \(ofRule.isEmpty ? findings.map { $0.rule.description + " " + $0.outcome.kind.rawValue }.joined(separator: ", ") : words.map { $0.sorted().joined(separator: " ") }.joined(separator: " | "))"
      )
    }
    for silent in scenario.silent {
      let said = findings.filter { $0.rule.name == silent }
      #expect(said.isEmpty, "\(silent) says \(said.map { "\($0.rule) \($0.outcome.kind.rawValue)" })")
    }
  }

  /// Everything that a scenario may expect of a finding, as words.
  private func describe(_ finding: Finding, in zone: Zone) -> Set<String> {
    var words: Set<String> = [
      finding.outcome.kind.rawValue, finding.severity.rawValue, finding.certainty.rawValue,
      "requester=\(finding.protection.requester.rawValue)", "person=\(finding.protection.person.rawValue)",
    ]
    for fact in finding.outcome.missing { words.insert("missing=\(fact.rawValue)") }
    if case .pending(let until) = finding.outcome { words.insert("until=\(zone.local(until).iso)") }
    if finding.needsReview { words.insert("review") }
    if !finding.isPublishable { words.insert("unpublished") }
    if let pattern = finding.pattern { words.insert(pattern.rawValue) }
    if let grade = finding.grade { words.insert("grade=\(grade.rawValue)") }
    for reading in finding.readings { words.insert("\(reading.name.rawValue)=\(reading.outcome.rawValue)") }
    for fact in finding.facts { words.insert("fact=\(fact)") }
    for reason in finding.reasons { words.insert("because=\(reason.word)") }
    return words
  }
}

extension Reason {
  /// Short enough for a line of a scenario.
  fileprivate var word: String {
    switch self {
    case .openMinutes(let required, let least, let most): "open:\(required):\(least)-\(most)"
    case .contested(let minutes): "contested:\(minutes)"
    case .posted(let minutes): "posted:\(minutes)"
    case .took(let least, let most, let limit): "took:\(least)-\(most)/\(limit)"
    case .lasted(let least, let most, let floor): "lasted:\(least)-\(most)/\(floor)"
    case .counted(let found, let required): "counted:\(found)/\(required)"
    case .absenceAsserted(let event): "absence:\(event)"
    case .absenceNotKnown(let event): "hearsay:\(event)"
    case .refused(let reason): "refused:\(reason.rawValue)"
    case .condition(let condition): condition.rawValue
    case .counterFact(let fact, _, let effect): "\(effect.rawValue):\(fact.rawValue)"
    case .aggravated(let aggravation, _): "worse:\(aggravation.rawValue)"
    case .lead(let minutes, let limit): "lead:\(minutes)/\(limit)"
    case .cost(let cents): "cost:\(cents)"
    case .notProtected: "notProtected"
    case .otherSpace: "otherSpace"
    case .presumedInForce: "presumed"
    case .endUnverified: "endUnverified"
    case .textUnverified: "textUnverified"
    default: "\(self)"
    }
  }
}
