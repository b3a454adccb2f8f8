internal import CivilTime
internal import CounselRules
internal import Markup
internal import Phrasebook
internal import Services

/// What one rule says, with its authority, its reasons and what it rests on: an indicator, never a verdict.
struct FindingCard: HTML {
  let phrases: Phrases
  let zone: Zone
  let now: Timestamp
  let judged: JudgedFinding
  /// What an event of this number is called; nil for one that is not at hand.
  let event: (String) -> String?

  private var counsel: CounselPhrases { phrases.visits.counsel }
  private var finding: Finding { judged.finding }

  var body: Node {
    article(.class("record")) {
      div(.class("tags")) {
        span(tagClass) { title }
        span(.class("tag")) { phrases.findings.name(of: finding.authority) }
        if let grade = finding.grade { span(.class("tag")) { counsel.grade(grade.rawValue) } }
      }
      if let plain = judged.rule.flatMap({ $0.plain[phrases.language.code] ?? $0.plain["en"] }) {
        p { strong { plain } }
      }
      for sentence in sentences { p { sentence } }
      if finding.certainty == .possible, !finding.reasons.contains(.textUnverified) {
        p(.class("quiet")) { counsel.possible }
      }
      p(.class("quiet")) { source }
      if !facts.isEmpty { p(.class("quiet")) { counsel.restsOn(facts) } }
    }
  }

  private var tagClass: Attribute<PlainTag> {
    guard finding.outcome.kind == .breached else { return .class("tag strong") }
    return finding.severity == .red ? .class("tag strong red") : .class("tag strong amber")
  }

  /// What rests on no law, or is a matter of judgement, is never called a breach.
  private var title: String {
    finding.outcome.kind == .breached && (finding.authority == .heuristic || finding.needsReview)
      ? counsel.heuristicBreach : counsel.outcomes[finding.outcome.kind]
  }

  /// What follows from the facts, why, what is missing, and how the law can be read.
  private var sentences: [String] {
    let words = phrases.findings
    var lines = [phrases.sentence(for: finding, in: zone)]
    if case .pending(let until) = finding.outcome { lines.append(phrases.until(until, now: now)) }
    lines += finding.reasons.map { phrases.sentence(for: $0) { event($0) ?? words.event($0) } }
    lines += finding.outcome.missing.map { words.missing(words.question(for: $0)) }
    lines += finding.readings.map { words.readAs(words.name(of: $0.name), words.name(of: $0.outcome)) }
    return lines
  }

  private var source: String {
    let pattern = finding.pattern.map { "\($0.rawValue) – " + phrases.findings.name(of: $0) }
    return [judged.rule?.cite, finding.rule.description, pattern].compactMap(\.self).joined(separator: " · ")
  }

  /// The events that it rests on, in words.
  private var facts: String { phrases.list(finding.facts.compactMap(event)) }
}
