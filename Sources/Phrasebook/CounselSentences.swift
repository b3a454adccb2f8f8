package import CivilTime
package import CounselRules
internal import Foundation

/// A finding in whole sentences: what the rule says, what follows from the facts, why, and what is not certain.
extension Phrases {
  /// The outcome in one sentence. What needs review is never called a violation.
  package func sentence(for finding: Finding, in zone: Zone) -> String {
    switch finding.outcome {
    case .met: counsel.met
    case .breached where finding.needsReview: counsel.needsReview
    case .breached: finding.certainty == .possible ? counsel.possiblyBroken : counsel.broken
    case .unknown: counsel.unknown
    case .notInForce: counsel.notInForce
    case .pending(let until): counsel.pending(moment(until, in: zone))
    }
  }

  /// One reason in one sentence.
  package func sentence(for reason: Reason) -> String {
    switch reason {
    case .openMinutes(let required, let least, let most):
      least == most
        ? counsel.openExactly(minutes(required), minutes(least))
        : counsel.openMinutes(minutes(required), minutes(least), minutes(most))
    case .contested(let length): counsel.contested(minutes(length))
    case .took(let least, let most, let limit):
      least == most
        ? counsel.tookExactly(minutes(least), minutes(limit))
        : counsel.took(minutes(least), minutes(most), minutes(limit))
    case .lasted(let least, let most, let floor): lasted(least, most, floor)
    case .clockRuns(let limit): counsel.clockRuns(minutes(limit))
    case .counted(let found, let required): counsel.counted(number(found), number(required))
    case .absenceAsserted(let event): counsel.absenceAsserted(event)
    case .absenceNotKnown(let event): counsel.absenceNotKnown(event)
    case .refused(let reason): counsel.refused(counsel.name(of: reason))
    case .demanded(let thing): counsel.demanded(counsel.name(of: thing))
    case .notGiven(let thing): counsel.notGiven(counsel.name(of: thing))
    case .condition(let condition): counsel.sentence(for: condition)
    case .cost(let cents): counsel.cost((Double(cents) / 100).formatted(.currency(code: "USD").locale(locale)))
    case .lead(let length, let limit): counsel.lead(minutes(length), minutes(limit))
    case .distance(let miles): counsel.distance(counted(miles, counsel.miles))
    case .counterFact(let fact, let event, let effect): counter(fact, event, effect)
    case .aggravated(let aggravation, let event): counsel.aggravated(counsel.sentence(for: aggravation), event)
    case .notProtected: counsel.notProtected
    case .roleUnverified(let role): counsel.roleUnverified(counsel.name(of: role))
    case .otherSpace: counsel.otherSpace
    case .standardUnsettled(let standard): counsel.standardUnsettled(standard)
    case .standardNotModelled(let standard): counsel.standardNotModelled(standard)
    case .presumedInForce: counsel.presumed
    case .endUnverified: counsel.endUnverified
    case .textUnverified: counsel.textUnverified
    case .contestedDay(let day): counsel.contestedDay(self.day(day))
    }
  }

  /// The whole explanation, one line each: the rule and its source, the outcome, the reasons, what is missing.
  package func explanation(of finding: Finding, by rule: Rule?, in zone: Zone) -> [String] {
    var lines = [counsel.rule(finding.rule.description)]
    if let rule {
      lines.append(counsel.basis(counsel.name(of: rule.authority.kind), rule.authority.cite))
      if let plain = rule.plain[language.code] { lines.append(plain) }
    }
    if let pattern = finding.pattern {
      lines.append(counsel.pattern("\(pattern.rawValue) – \(counsel.name(of: pattern))"))
    }
    lines.append(counsel.when(when(finding, zone)))
    lines.append(sentence(for: finding, in: zone))
    lines += finding.reasons.map { sentence(for: $0) }
    lines += finding.readings.map { counsel.readAs(counsel.name(of: $0.name), counsel.name(of: $0.outcome)) }
    lines += finding.outcome.missing.map { counsel.missing(counsel.question(for: $0)) }
    if finding.severity != .none { lines.append(counsel.weight(counsel.name(of: finding.severity))) }
    if let grade = finding.grade { lines.append(counsel.evidence(counsel.name(of: grade))) }
    lines.append(counsel.requester(counsel.name(of: finding.protection.requester)))
    lines.append(counsel.person(counsel.name(of: finding.protection.person)))
    lines.append(counsel.events(finding.facts.joined(separator: ", ")))
    lines.append(counsel.notAdvice)
    return lines
  }

  /// A finding about a day names the day, one about an event its moment.
  private func when(_ finding: Finding, _ zone: Zone) -> String {
    if case .day(_, let day) = finding.subject { return weekdayAndDay(day) }
    return moment(finding.at, in: zone)
  }

  private func minutes(_ minutes: Int) -> String { counted(minutes, counsel.minutes) }

  private func lasted(_ least: Int, _ most: Int, _ floor: Int) -> String {
    if floor == 0 { return counsel.lastedOnly(minutes(least)) }
    return least == most
      ? counsel.lastedExactly(minutes(least), minutes(floor))
      : counsel.lasted(minutes(least), minutes(most), minutes(floor))
  }

  private func counter(_ fact: CounterFact, _ event: String, _ effect: CounterEffect) -> String {
    let name = counsel.name(of: fact)
    return switch effect {
    case .clears: counsel.clears(name, event)
    case .softens: counsel.softens(name, event)
    case .unproven: counsel.unproven(name, event)
    }
  }
}
