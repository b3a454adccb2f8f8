/// One thing that somebody recorded. It is never changed: a correction is another event that names this one.
package struct CaseEvent: Sendable, Identifiable {
  package let id: String
  package let kind: EventKind
  package let at: Span
  /// The end of what was observed; of an offered slot its start, of a sighting of nothing its end.
  package let until: Span?
  package let by: Witness
  package let grade: Grade
  /// Somebody asserts that by this time it had not happened.
  package let isAbsent: Bool
  /// The event that this one replaces; with the same kind it corrects it, else it takes it back.
  package let corrects: String?
  package let details: Details

  package init(
    id: String, kind: EventKind, at: Span, until: Span? = nil, by: Witness, grade: Grade, isAbsent: Bool = false,
    corrects: String? = nil, details: Details = Details()
  ) {
    (self.id, self.kind, self.at, self.until, self.by, self.grade) = (id, kind, at, until, by, grade)
    (self.isAbsent, self.corrects, self.details) = (isAbsent, corrects, details)
  }
}

/// Who told an event: a name, and what they are to the matter. The name never leaves the facts.
package struct Witness: Hashable, Sendable {
  package let name: String
  package let standing: Standing

  package init(name: String, standing: Standing) { (self.name, self.standing) = (name, standing) }
}

/// What a witness is to the matter; it decides which absences they are able to know.
package enum Standing: String, Sendable, CaseIterable, Codable {
  /// The person who made the request, or somebody of the same office.
  case requester
  /// Counsel for the plaintiffs of the order, to whom notices under it go.
  case plaintiffsCounsel = "plaintiffs_counsel"
  case detained, family, official, observer
}

/// How strong the evidence of a fact is.
package enum Grade: String, Sendable, CaseIterable, Codable, Comparable {
  /// An official record, photo or e-mail of the time.
  case a = "A"
  /// A signed declaration at first hand.
  case b = "B"
  /// At first hand, unsigned.
  case c = "C"
  /// At second hand.
  case d = "D"

  package static func < (left: Grade, right: Grade) -> Bool { left.order < right.order }

  private var order: Int {
    switch self {
    case .a: 0
    case .b: 1
    case .c: 2
    case .d: 3
    }
  }
}
