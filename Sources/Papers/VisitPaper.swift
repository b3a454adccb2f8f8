package import CivilTime
internal import Phrasebook
package import Records

/// What papers about a request are made from. They are in English, for facilities and courts read them.
package struct VisitPaper: Sendable {
  package let request: VisitRequest
  package let facility: Facility
  package let zone: Zone
  package let office: String?
  package let rules: [PaperRule]
  package let events: [VisitEvent]
  /// Clocks that run, with what they are called.
  package let clocks: [(name: String, endsAt: Timestamp)]
  package let today: CivilDate

  package init(
    request: VisitRequest, facility: Facility, zone: Zone, office: String?, rules: [PaperRule], events: [VisitEvent],
    clocks: [(name: String, endsAt: Timestamp)], today: CivilDate
  ) {
    self.request = request
    self.facility = facility
    self.zone = zone
    self.office = office
    self.rules = rules
    self.events = events
    self.clocks = clocks
    self.today = today
  }

  var phrases: Phrases { .english }

  /// The date first, as American letters and courts have it.
  func moment(_ moment: Timestamp) -> String { phrases.moment(moment, in: zone) }
}

/// A term as a letter quotes it.
package struct PaperRule: Sendable, Equatable {
  package let plain: String
  package let cite: String
  /// Whether a named person compared the text with the document: only then may a letter rely on it.
  package let isVerified: Bool

  package init(plain: String, cite: String, isVerified: Bool) {
    self.plain = plain
    self.cite = cite
    self.isVerified = isVerified
  }
}
