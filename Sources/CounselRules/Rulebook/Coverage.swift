internal import CivilTime

/// What the rulebook models of each pattern: by which authority, where, since when, and how sure.
package struct Coverage: Sendable {
  package struct Row: Sendable, Equatable {
    /// Nil for rules about custody that concern every pattern.
    package let pattern: Pattern?
    package let authority: AuthorityKind
    package let place: String
    package let rule: RuleID
    package let from: String
    package let to: String
    package let status: RuleStatus
    package let isTextVerified: Bool
    package let confidence: Confidence
  }

  package let rows: [Row]

  package init(_ rulebook: Rulebook) {
    var rows: [Row] = []
    for rule in rulebook.applied {
      let patterns: [Pattern?] = rule.patterns.isEmpty ? [nil] : rule.patterns
      rows += patterns.map { pattern in
        Row(
          pattern: pattern, authority: rule.authority.kind, place: Self.place(rule.scope), rule: rule.id,
          from: rule.from.map(Self.text) ?? "with the place's own", to: rule.to.map(Self.text) ?? "–",
          status: rule.changes.last?.status ?? rule.status, isTextVerified: rule.isTextVerified,
          confidence: rule.confidence)
      }
    }
    self.rows = rows.sorted { left, right in
      (left.pattern?.rawValue ?? "E", left.authority.rank, left.rule) < (
        right.pattern?.rawValue ?? "E", right.authority.rank, right.rule
      )
    }
  }

  private static func place(_ scope: Scope) -> String {
    if let places = scope.places { return places.joined(separator: ", ") }
    if let clause = scope.clause { return "contract with \(clause)" }
    if let standards = scope.standards {
      return (standards + (scope.possibleStandards ?? []).map { $0 + "?" }).joined(separator: ", ")
    }
    return scope.kinds?.joined(separator: ", ") ?? "any place"
  }

  /// A day, a day and a time, or two days between which it lies.
  private static func text(_ bound: Bound) -> String {
    func short(_ time: LocalTime) -> String { time.minuteOfDay == 0 ? time.day.iso : time.iso }
    guard !bound.isExact else { return short(bound.earliest) }
    let last = bound.latest.minuteOfDay == 0 ? bound.latest.day.adding(days: -1)?.iso ?? "" : bound.latest.iso
    let first = short(bound.earliest)
    return first == last ? "\(first), minute unknown" : "\(first)…\(last)"
  }
}
