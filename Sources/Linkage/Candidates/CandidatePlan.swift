package import CivilTime

/// Something that records are found by.
package enum Key: Hashable, Sendable {
  /// A word of a folded name.
  case word(String)
  case birthDay(CivilDate)
  case birthYear(Int)
  /// A keyed hash of an A-number.
  case aNumber(UInt64)
}

/// Which keys must occur together for a person to be weighed: what the index walks, and what a database is asked for.
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

  /// Makes the plan for a search: a rare part alone, two parts, a part and a date.
  package static func make(_ search: PreparedSearch, vocabulary: Vocabulary, people: Int) -> CandidatePlan {
    var plan = CandidatePlan()
    if !search.aNumberKeys.isEmpty { plan.clauses.append(Clause(groups: [search.aNumberKeys.map(Key.aNumber)])) }
    let most = max(50, people / 100)
    let parts = search.name.parts.map { part in
      let near = vocabulary.neighbours(part.text)
      // The word itself too if nobody bore it when words were counted: records may be newer than the counts.
      let own = near.first?.word == part.text ? [] : [Key.word(part.text)]
      return (keys: own + near.map { Key.word($0.word) }, bearers: near.reduce(0) { $0 + $1.bearers })
    }
    for part in parts where part.bearers <= most { plan.clauses.append(Clause(groups: [part.keys])) }
    for (index, first) in parts.enumerated() {
      for second in parts.dropFirst(index + 1) { plan.clauses.append(Clause(groups: [first.keys, second.keys])) }
    }
    if let birth = search.sought.birth {
      let days = BirthProbes.days(birth).map(Key.birthDay)
      let years = BirthProbes.years(birth).map(Key.birthYear)
      for part in parts where part.bearers > most {
        if !days.isEmpty { plan.clauses.append(Clause(groups: [part.keys, days])) }
        plan.clauses.append(Clause(groups: [part.keys, years]))
      }
      if case .day(let day) = birth { plan.clauses.append(Clause(groups: [[.birthDay(day)]])) }
    }
    return plan
  }
}
