package import CivilTime
package import CounselRules
internal import Foundation

/// A finding in whole sentences: what the rule says, what follows from the facts, why, and what is not certain.
extension Phrases {
  /// The outcome in one sentence. What needs review is never called a violation.
  package func sentence(for finding: Finding, in zone: Zone) -> String {
    switch finding.outcome {
    case .met: findings.met
    case .breached where finding.needsReview: findings.needsReview
    case .breached: finding.certainty == .possible ? findings.possiblyBroken : findings.broken
    case .unknown: findings.unknown
    case .notInForce: findings.notInForce
    case .pending(let until): findings.pending(moment(until, in: zone))
    }
  }

  /// One reason in one sentence.
  ///
  /// - Parameter event: what the event with this number is called; its number where nothing is said.
  package func sentence(for reason: Reason, event name: ((String) -> String)? = nil) -> String {
    let called = { (event: String) in name?(event) ?? self.findings.event(event) }
    return sentence(for: reason, called)
  }

  private func sentence(for reason: Reason, _ called: (String) -> String) -> String {
    switch reason {
    case .openMinutes(let required, let least, let most):
      least == most
        ? findings.openExactly(minutes(required), minutes(least))
        : findings.openMinutes(minutes(required), minutes(least), minutes(most))
    case .contested(let length): findings.contested(minutes(length))
    case .posted(let length): findings.posted(minutes(length))
    case .took(let least, let most, let limit):
      least == most
        ? findings.tookExactly(minutes(least), minutes(limit))
        : findings.took(minutes(least), minutes(most), minutes(limit))
    case .lasted(let least, let most, let floor): lasted(least, most, floor)
    case .clockRuns(let limit): findings.clockRuns(minutes(limit))
    case .counted(let found, let required): findings.counted(number(found), number(required))
    case .absenceAsserted(let event): findings.absenceAsserted(called(event))
    case .absenceNotKnown(let event): findings.absenceNotKnown(called(event))
    case .refused(let reason): findings.refused(findings.name(of: reason))
    case .demanded(let thing): findings.demanded(findings.name(of: thing))
    case .notGiven(let thing): findings.notGiven(findings.name(of: thing))
    case .condition(let condition): findings.sentence(for: condition)
    case .cost(let cents): findings.cost((Double(cents) / 100).formatted(.currency(code: "USD").locale(locale)))
    case .lead(let length, let limit): findings.lead(minutes(length), minutes(limit))
    case .distance(let miles): findings.distance(counted(miles, findings.miles))
    case .counterFact(let fact, let event, let effect): counter(fact, called(event), effect)
    case .aggravated(let aggravation, let event):
      findings.aggravated(findings.sentence(for: aggravation), called(event))
    case .notProtected: findings.notProtected
    case .roleUnverified(let role): findings.roleUnverified(findings.name(of: role))
    case .otherSpace: findings.otherSpace
    case .standardUnsettled(let standard): findings.standardUnsettled(standard)
    case .standardNotModelled(let standard): findings.standardNotModelled(standard)
    case .presumedInForce: findings.presumed
    case .endUnverified: findings.endUnverified
    case .textUnverified: findings.textUnverified
    case .contestedDay(let day): findings.contestedDay(self.day(day))
    }
  }

  /// The whole explanation, one line each: the rule and its source, the outcome, the reasons, what is missing.
  package func explanation(of finding: Finding, by rule: Rule?, in zone: Zone) -> [String] {
    var lines = [findings.rule(finding.rule.description)]
    if let rule {
      lines.append(findings.basis(findings.name(of: rule.authority.kind), rule.authority.cite))
      if let plain = rule.plain[language.code] { lines.append(plain) }
    }
    if let pattern = finding.pattern {
      lines.append(findings.pattern("\(pattern.rawValue) – \(findings.name(of: pattern))"))
    }
    lines.append(findings.when(when(finding, zone)))
    lines.append(sentence(for: finding, in: zone))
    lines += finding.reasons.map { sentence(for: $0) }
    lines += finding.readings.map { findings.readAs(findings.name(of: $0.name), findings.name(of: $0.outcome)) }
    lines += finding.outcome.missing.map { findings.missing(findings.question(for: $0)) }
    if finding.severity != .none { lines.append(findings.weight(findings.name(of: finding.severity))) }
    if let grade = finding.grade { lines.append(findings.evidence(findings.name(of: grade))) }
    lines.append(findings.requester(findings.name(of: finding.protection.requester)))
    lines.append(findings.person(findings.name(of: finding.protection.person)))
    lines.append(findings.events(finding.facts.joined(separator: ", ")))
    lines.append(findings.notAdvice)
    return lines
  }

  /// A finding about a day names the day, one about an event its moment.
  private func when(_ finding: Finding, _ zone: Zone) -> String {
    if case .day(_, let day) = finding.subject { return weekdayAndDay(day) }
    return moment(finding.at, in: zone)
  }

  /// A length of time in minutes, in words.
  package func minutes(_ minutes: Int) -> String { counted(minutes, findings.minutes) }

  private func lasted(_ least: Int, _ most: Int, _ floor: Int) -> String {
    if floor == 0 { return findings.lastedOnly(minutes(least)) }
    return least == most
      ? findings.lastedExactly(minutes(least), minutes(floor))
      : findings.lasted(minutes(least), minutes(most), minutes(floor))
  }

  private func counter(_ fact: CounterFact, _ event: String, _ effect: CounterEffect) -> String {
    let name = findings.name(of: fact)
    return switch effect {
    case .clears: findings.clears(name, event)
    case .softens: findings.softens(name, event)
    case .unproven: findings.unproven(name, event)
    }
  }
}
