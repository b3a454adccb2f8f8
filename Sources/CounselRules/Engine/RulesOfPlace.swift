package import CivilTime

extension Rulebook {
  /// The rules that bind a place at a moment, the strongest authority first, and whether their force is only presumed.
  package func rules(binding place: CasePlace, at moment: Timestamp) -> [(rule: Rule, isPresumed: Bool)] {
    let time = Span(moment)
    return PlaceRules(self, at: place).families.flatMap { family in
      family.rules.compactMap { bound -> (rule: Rule, isPresumed: Bool)? in
        if bound.rule.scope.standards != nil {
          guard let standard = bound.standard(at: time), bound.rule.scope.standards?.contains(standard) == true else {
            return nil
          }
        }
        if bound.rule.scope.clause != nil, !bound.hasClause(at: time) { return nil }
        switch bound.period.force(at: time) {
        case .out: return nil
        case .full: return (bound.rule, false)
        case .presumed, .uncertain: return (bound.rule, true)
        }
      }
    }
  }
}
