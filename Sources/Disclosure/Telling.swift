internal import Linkage

extension DisclosureRule {
  /// What whoever earned an answer by this rule is told of what they gave, in the order of facts.
  ///
  /// An answer costs no guess. So whatever is said beyond the rule itself can be asked for again and again, and that a
  /// fact is another one is said only of names, country and arrest: somebody who holds a number and a name could find
  /// the birth day by day otherwise, and the home town by town. Of a name that was known in part, nothing is said that
  /// would help to find the rest.
  func told(_ agreements: [Agreement], shown: Set<Knowledge>) -> [ToldFact] {
    var told: Set<ToldFact> = []
    if needs.contains(.aNumber) { told.insert(ToldFact(.aNumber, .same)) }
    if needs.contains(.birthDay) {
      told.insert(ToldFact(.birth, .same))
    } else if needs.contains(.birthYear) {
      told.insert(ToldFact(.birth, .inPart))
    }
    let knowsName = shown.contains(.name)
    if !knowsName, shown.contains(.namePart) { told.insert(ToldFact(.wholeName, .inPart)) }
    for agreement in agreements {
      switch agreement.fact {
      case .givenName, .familyName, .wholeName:
        if knowsName { told.insert(ToldFact(agreement.fact, agreement.kindOfName)) }
      case .country, .arrestDay, .arrestPlace: told.insert(ToldFact(agreement.fact, agreement.kindOfOther))
      case .aNumber, .birth, .sex, .place, .relatives: break
      }
    }
    let order = Fact.allCases
    return told.sorted {
      (order.firstIndex(of: $0.fact) ?? 0, $0.kind.rawValue) < (order.firstIndex(of: $1.fact) ?? 0, $1.kind.rawValue)
    }
  }
}

extension Agreement {
  /// The day of an arrest is as good as its neighbor, for nights of arrest have two; what rules take for known is the
  /// same here.
  fileprivate var kindOfOther: ToldFact.Kind {
    switch level {
    case .exact, .withinADay: .same
    case .partial: .inPart
    default: .another
    }
  }
}
