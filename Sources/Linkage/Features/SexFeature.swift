extension Feature {
  /// The sex as recorded. "Other" on either side is taken as not known: records of it are too few to weigh.
  package static let sex = Feature(fact: .sex) { search, listed, matcher in
    let sought = search.sought
    guard let sex = sought.sex, sex != .other else { return nil }
    let known = listed.sexes.filter { $0 != .other }
    return best(
      .sex,
      known.map {
        guard $0 == sex else { return (.different, matcher.weights.sexDifferent.bits) }
        return (.exact, sex == .male ? matcher.weights.male.bits : matcher.weights.female.bits)
      })
  }
}
