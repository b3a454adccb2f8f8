package import CivilTime

/// Something that records are found by.
package enum Key: Hashable, Sendable {
  /// A word of a folded name.
  case word(String)
  case birthDay(CivilDate)
  case birthYear(Int)
  /// Of whom no source tells a birth. The database has no key for it, and is not asked.
  case noBirth
  /// A keyed hash of an A-number.
  case aNumber(UInt64)
}

/// Which keys must occur together for a person to be weighed: what a database is asked for while no index is at hand.
package struct CandidatePlan: Sendable, Equatable {
  /// One key of every group must be there.
  package struct Clause: Sendable, Equatable {
    package var groups: [[Key]]
    package init(groups: [[Key]]) { self.groups = groups }
  }

  /// A person is weighed who fits one clause. The most telling come first.
  package var clauses: [Clause]

  package init(clauses: [Clause] = []) { self.clauses = clauses }

  package func fits(_ keys: Set<Key>) -> Bool {
    clauses.contains { $0.groups.allSatisfy { $0.contains { keys.contains($0) } } }
  }

  /// The same plan that the index walks, in words: a rare part alone, two parts, three common ones, a part and a date.
  ///
  /// - Parameters:
  ///   - people: how many are listed.
  ///   - isNet: for when fewer than ten were found: more is weighed then.
  package static func make(
    _ search: PreparedSearch, vocabulary: Vocabulary, people: Int, isNet: Bool = false
  ) -> CandidatePlan {
    var result = CandidatePlan()
    if !search.aNumberKeys.isEmpty { result.clauses.append(Clause(groups: [search.aNumberKeys.map(Key.aNumber)])) }
    var words = NearWords()
    let plan = SegmentPlan(search, vocabulary, people: people, isNet ? .net : .search, &words)
    // A word that nobody bore when words were counted: records may be newer than the counts.
    for part in search.name.parts where part.text.unicodeScalars.count > 1 && vocabulary.bearers(part.text) == 0 {
      result.clauses.append(Clause(groups: [[.word(part.text)]]))
    }
    let days = search.sought.birth.map(BirthProbes.days) ?? []
    for clause in plan.clauses {
      var groups = clause.groups.map { group in
        plan.groups[group].words.map { Key.word(vocabulary.words.text($0.word)) }
      }
      var births: [Key] = []
      if clause.wantsDay { births += (groups.isEmpty ? Array(days.prefix(1)) : days).map(Key.birthDay) }
      if clause.wantsYear, let years = plan.years { births += years.map(Key.birthYear) }
      if clause.takesUnborn { births.append(.noBirth) }
      if !births.isEmpty { groups.append(births) }
      result.clauses.append(Clause(groups: groups))
    }
    return result
  }
}
