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
        span(.class("tag")) { counsel.authorities[finding.authority] }
        if let grade = finding.grade { span(.class("tag")) { counsel.grade(grade.rawValue) } }
      }
      if let plain = judged.rule.flatMap({ $0.plain[phrases.language.code] ?? $0.plain["en"] }) {
        p { strong { plain } }
      }
      for sentence in sentences(finding) { p { sentence } }
      if finding.certainty == .possible { p(.class("quiet")) { counsel.possible } }
      if finding.needsReview, finding.authority != .heuristic { p(.class("quiet")) { counsel.review } }
      p(.class("quiet")) {
        [judged.rule?.cite, finding.rule.description, finding.pattern.map { counsel.pattern($0.rawValue) }]
          .compactMap(\.self).joined(separator: " · ")
      }
      if !facts(finding).isEmpty { p(.class("quiet")) { counsel.restsOn(facts(finding)) } }
    }
  }

  private func tagClass(_ finding: Finding) -> Attribute<PlainTag> {
    guard finding.outcome.kind == .breached else { return .class("tag strong") }
    return finding.severity == .red ? .class("tag strong red") : .class("tag strong amber")
  }

  /// What rests on no law is never called a breach.
  private func title(_ finding: Finding) -> String {
    finding.outcome.kind == .breached && finding.authority == .heuristic
      ? counsel.heuristicBreach : counsel.outcomes[finding.outcome.kind]
  }

  private func sentences(_ finding: Finding) -> [String] {
    var lines: [String] = []
    if case .pending(let until) = finding.outcome {
      lines.append(
        counsel.clockEnds(phrases.moment(until, in: matter.zone) + " (" + phrases.until(until, now: now) + ")"))
    }
    if case .unknown(let missing) = finding.outcome {
      lines += missing.map { counsel.missingLead(counsel.missing[$0]) }
    }
    lines += finding.reasons.compactMap(sentence)
    if !finding.readings.isEmpty { lines.append(counsel.bothReadings) }
    return lines
  }

  /// The reasons that say more than the rule's own words do.
  private func sentence(_ reason: Reason) -> String? {
    func three(_ form: ThreeBlanks, _ a: Int, _ b: Int, _ c: Int) -> String {
      form(phrases.number(a), phrases.number(b), phrases.number(c))
    }
    return switch reason {
    case .took(let least, let most, let limit): three(counsel.took, least, most, limit)
    case .lasted(let least, let most, let floor): three(counsel.lasted, least, most, floor)
    case .openMinutes(let required, let least, let most): three(counsel.open, least, most, required)
    case .counterFact(let fact, _, .clears): counsel.cleared(counsel.counterFacts[fact])
    case .counterFact(let fact, _, .softens): counsel.softened(counsel.counterFacts[fact])
    case .aggravated(let aggravation, _): counsel.aggravations[aggravation]
    case .refused(let because):
      TurnedAwayBecause(rawValue: because.rawValue).map { phrases.visits.words.reasons[$0] }
    case .notProtected: counsel.notProtected
    case .roleUnverified: counsel.unverifiedRole
    default: nil
    }
  }

  /// The events that it rests on, in words.
  private func facts(_ finding: Finding) -> String {
    let used = finding.facts.compactMap { id in matter.events.first { String($0.id) == id } }
    return phrases.list(
      used.map { phrases.visits.words.kinds[$0.kind] + ", " + phrases.clock($0.at.moment, in: matter.zone) })
  }
}
