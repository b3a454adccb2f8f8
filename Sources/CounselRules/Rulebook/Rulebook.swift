package import Records

/// Every rule there is, with the places that rules name.
package struct Rulebook: Sendable {
  /// In the order of their ids, replaced versions included.
  package let rules: [Rule]
  package let places: [KnownPlace]

  package init(rules: [Rule], places: [KnownPlace]) {
    self.rules = rules.sorted { $0.id < $1.id }
    self.places = places
  }

  package func rule(_ id: RuleID) -> Rule? { rules.first { $0.id == id } }

  package func place(_ id: String) -> KnownPlace? { places.first { $0.id == id } }

  /// Without those that a later version says better.
  package var applied: [Rule] {
    let replaced = Set(rules.compactMap { rule in rule.replaces.map { RuleID(name: rule.id.name, version: $0) } })
    return rules.filter { !replaced.contains($0.id) }
  }
}

/// A place that rules name: what it is, and its code in the list of facilities.
package struct KnownPlace: Sendable, Identifiable, Equatable {
  package let id: String
  package let name: String
  package let facility: String?
  package let kind: FacilityKind
  package let zone: String
  package let building: String?
  package let note: String?
}
