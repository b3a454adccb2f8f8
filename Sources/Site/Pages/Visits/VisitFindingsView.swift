internal import CivilTime
internal import CounselRules
internal import Markup
internal import Phrasebook
internal import Records
internal import Services

/// Clocks that run and what the rules say, as indicators with their authority, never as verdicts.
struct VisitFindingsView: HTML {
  let phrases: Phrases
  let matter: VisitMatter
  let now: Timestamp

  private var words: VisitStatusPhrases { phrases.visits.status }
  private var counsel: CounselPhrases { phrases.visits.counsel }
  private var clocks: [JudgedFinding] { matter.findings.filter { $0.finding.outcome.kind == .pending } }
  private var said: [JudgedFinding] { matter.findings.filter { $0.finding.outcome.kind != .pending } }

  var body: Node {
    section {
      h2 { words.clocksTitle }
      if clocks.isEmpty { p { words.noClock } }
      for clock in clocks { one(clock) }
    }
    section {
      h2 { words.findingsTitle }
      if !matter.isJudged {
        p { words.noRules }
      } else if said.isEmpty {
        p { words.noFindings }
      } else {
        p(.class("hint")) { words.findingsLead }
      }
      for finding in said.filter({ $0.finding.outcome.kind != .met }) { one(finding) }
      let kept = said.filter { $0.finding.outcome.kind == .met }
      if !kept.isEmpty {
        details(.class("more")) {
          summary { counsel.outcomes[.met] + " (" + phrases.number(kept.count) + ")" }
          for finding in kept { one(finding) }
        }
      }
    }
  }

  private func one(_ judged: JudgedFinding) -> Node {
    let finding = judged.finding
    return article(.class("record")) {
      div(.class("tags")) {
        span(tagClass(finding)) { title(finding) }
        span(.class("tag")) { phrases.findings.name(of: finding.authority) }
        if let grade = finding.grade { span(.class("tag")) { counsel.grade(grade.rawValue) } }
      }
      if let plain = judged.rule.flatMap({ $0.plain[phrases.language.code] ?? $0.plain["en"] }) {
        p { strong { plain } }
      }
      for sentence in sentences(finding) { p { sentence } }
      if finding.certainty == .possible, !finding.reasons.contains(.textUnverified) {
        p(.class("quiet")) { counsel.possible }
      }
      p(.class("quiet")) { source(judged) }
      if !facts(finding).isEmpty { p(.class("quiet")) { counsel.restsOn(facts(finding)) } }
    }
  }

  private func tagClass(_ finding: Finding) -> Attribute<PlainTag> {
    guard finding.outcome.kind == .breached else { return .class("tag strong") }
    return finding.severity == .red ? .class("tag strong red") : .class("tag strong amber")
  }

  /// What rests on no law, or is a matter of judgement, is never called a breach.
  private func title(_ finding: Finding) -> String {
    finding.outcome.kind == .breached && (finding.authority == .heuristic || finding.needsReview)
      ? counsel.heuristicBreach : counsel.outcomes[finding.outcome.kind]
  }

  /// What follows from the facts, why, what is missing, and how the law can be read.
  private func sentences(_ finding: Finding) -> [String] {
    let words = phrases.findings
    var lines = [phrases.sentence(for: finding, in: matter.zone)]
    if case .pending(let until) = finding.outcome { lines.append(phrases.until(until, now: now)) }
    lines += finding.reasons.map { phrases.sentence(for: $0, event: name(ofEvent:)) }
    lines += finding.outcome.missing.map { words.missing(words.question(for: $0)) }
    lines += finding.readings.map { words.readAs(words.name(of: $0.name), words.name(of: $0.outcome)) }
    return lines
  }

  private func source(_ judged: JudgedFinding) -> String {
    let pattern = judged.finding.pattern.map { "\($0.rawValue) – " + phrases.findings.name(of: $0) }
    return [judged.rule?.cite, judged.finding.rule.description, pattern].compactMap(\.self).joined(separator: " · ")
  }

  /// The events that it rests on, in words.
  private func facts(_ finding: Finding) -> String {
    let used = finding.facts.filter { id in matter.events.contains { String($0.id) == id } }
    return phrases.list(used.map(name(ofEvent:)))
  }

  /// What happened and when, in place of a number that nobody here can look up.
  private func name(ofEvent id: String) -> String {
    guard let event = matter.events.first(where: { String($0.id) == id }) else { return phrases.findings.event(id) }
    return phrases.visits.words.kinds[event.kind] + ", " + phrases.clock(event.at.moment, in: matter.zone)
  }
}
