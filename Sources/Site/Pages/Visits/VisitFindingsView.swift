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
      for clock in clocks { card(clock) }
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
      for finding in said.filter({ $0.finding.outcome.kind != .met }) { card(finding) }
      let kept = said.filter { $0.finding.outcome.kind == .met }
      if !kept.isEmpty {
        details(.class("more")) {
          summary { counsel.outcomes[.met] + " (" + phrases.number(kept.count) + ")" }
          for finding in kept { card(finding) }
        }
      }
    }
  }

  private func card(_ judged: JudgedFinding) -> Node {
    Node.of { FindingCard(phrases: phrases, zone: matter.zone, now: now, judged: judged, event: name(ofEvent:)) }
  }

  /// What happened and when, in place of a number that nobody here can look up.
  private func name(ofEvent id: String) -> String? {
    guard let event = matter.events.first(where: { String($0.id) == id }) else { return nil }
    return phrases.visits.words.kinds[event.kind] + ", " + phrases.clock(event.at.moment, in: matter.zone)
  }
}
