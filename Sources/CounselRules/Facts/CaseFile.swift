package import CivilTime
package import Records

/// One place, what is known of the place itself, and the requests made there.
package struct CaseFile: Sendable {
  package let place: CasePlace
  package let events: [CaseEvent]
  package let requests: [CaseRequest]

  package init(place: CasePlace, events: [CaseEvent], requests: [CaseRequest]) {
    (self.place, self.events, self.requests) = (place, events, requests)
  }
}

/// A place as rules see it.
package struct CasePlace: Sendable {
  /// The rulebook's name for it, such as `B-18`; any other name is a place that no order names.
  package let id: String
  package let kind: FacilityKind
  package let zone: Zone
  /// The building, as the rulebook names it: an order may follow people within it.
  package let building: String?
  package let standards: [Period]
  /// Clauses of its contract that are known, such as `virtual_visits`.
  package let clauses: [Period]
  /// Days that are closed by a proclamation, not by 5 USC 6103: whether they are holidays is open.
  package let contestedDays: Set<CivilDate>

  package init(
    id: String, kind: FacilityKind, zone: Zone, building: String? = nil, standards: [Period] = [],
    clauses: [Period] = [], contestedDays: Set<CivilDate> = []
  ) {
    (self.id, self.kind, self.zone, self.building) = (id, kind, zone, building)
    (self.standards, self.clauses, self.contestedDays) = (standards, clauses, contestedDays)
  }

  /// Something that binds the place from one day to another, the end exclusive.
  package struct Period: Hashable, Sendable {
    package let name: String
    package let from: CivilDate?
    package let to: CivilDate?

    package init(name: String, from: CivilDate? = nil, to: CivilDate? = nil) {
      (self.name, self.from, self.to) = (name, from, to)
    }
  }
}

/// One request, or one visit that began at the door, with everything recorded about it.
package struct CaseRequest: Sendable, Identifiable {
  package let id: String
  package let role: Role?
  package let relationship: Relationship?
  package let events: [CaseEvent]

  package init(id: String, role: Role?, relationship: Relationship?, events: [CaseEvent]) {
    (self.id, self.role, self.relationship, self.events) = (id, role, relationship, events)
  }
}
