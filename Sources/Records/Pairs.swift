package import CivilTime

/// What somebody decided about two people.
package struct PairDecision: Sendable, Equatable, Identifiable {
  package let id: Int64
  package let personA: Int64
  package let personB: Int64
  package let isSame: Bool
  package let why: String
  package let decidedBy: String
  package let decidedAt: Timestamp
  package let undoneAt: Timestamp?
  package let undoneBy: String?
  package let undoneWhy: String?

  package init(
    id: Int64, personA: Int64, personB: Int64, isSame: Bool, why: String, decidedBy: String, decidedAt: Timestamp,
    undoneAt: Timestamp?, undoneBy: String?, undoneWhy: String?
  ) {
    self.id = id
    self.personA = personA
    self.personB = personB
    self.isSame = isSame
    self.why = why
    self.decidedBy = decidedBy
    self.decidedAt = decidedAt
    self.undoneAt = undoneAt
    self.undoneBy = undoneBy
    self.undoneWhy = undoneWhy
  }
}

/// What became of a wish to decide.
package enum PairOutcome: String, Sendable, CaseIterable {
  case done
  /// It is so already, by this decision or by others together.
  case already
  /// A decision that stands says otherwise: that one has to be undone first.
  case contradicts
  /// There is no such person or decision.
  case unknown
}

/// What one source said of somebody.
package struct ToldOfPerson: Sendable, Equatable {
  /// The person of that source, who may be shown under another number.
  package let person: Int64
  package let name: String
  package let birthDay: CivilDate?
  package let birthYear: Int?
  /// Whether the year was reckoned from an age.
  package let isReckoned: Bool
  package let country: String?
  /// female, male or other.
  package let sex: String?
  package let aNumbers: [String]
  package let source: String
  package let reportedAt: Timestamp

  package init(
    person: Int64, name: String, birthDay: CivilDate?, birthYear: Int?, isReckoned: Bool, country: String?,
    sex: String?, aNumbers: [String], source: String, reportedAt: Timestamp
  ) {
    self.person = person
    self.name = name
    self.birthDay = birthDay
    self.birthYear = birthYear
    self.isReckoned = isReckoned
    self.country = country
    self.sex = sex
    self.aNumbers = aNumbers
    self.source = source
    self.reportedAt = reportedAt
  }
}

/// Why a match no longer holds.
package enum MatchEnd: String, Sendable, CaseIterable {
  /// What told of the person was taken back, or the person may not be told of.
  case withdrawn
  /// The person is one with another now, under whom the match goes on if it does.
  case merged
  case noLongerFits = "no longer fits"
}
