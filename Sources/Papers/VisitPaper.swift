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
  /// Clocks that run, with a name that stays and what they are called.
  package let clocks: [(key: String, name: String, endsAt: Timestamp)]
  package let today: CivilDate
  package let exhibits: [PaperExhibit]

  package init(
    request: VisitRequest, facility: Facility, zone: Zone, office: String?, rules: [PaperRule], events: [VisitEvent],
    clocks: [(key: String, name: String, endsAt: Timestamp)], today: CivilDate, exhibits: [PaperExhibit] = []
  ) {
    self.request = request
    self.facility = facility
    self.zone = zone
    self.office = office
    self.rules = rules
    self.events = events
    self.clocks = clocks
    self.today = today
    self.exhibits = exhibits
  }

  var phrases: Phrases { .english }

  /// Street, then city with state and ZIP code, as far as they are known.
  var address: [String] {
    let region = [facility.state, facility.zip].compactMap(\.self).joined(separator: " ")
    let town = [facility.city, region.isEmpty ? nil : region].compactMap(\.self).joined(separator: ", ")
    return [facility.address, town.isEmpty ? nil : town].compactMap(\.self)
  }

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

/// A file that goes with a declaration. One that was withdrawn is listed in the chronology, and relied on nowhere.
package struct PaperExhibit: Sendable, Equatable {
  package let letter: String
  package let what: String
  package let sha256: String

  package init(letter: String, what: String, sha256: String) {
    (self.letter, self.what, self.sha256) = (letter, what, sha256)
  }

  /// As a list of exhibits names it.
  package var sentence: String { "Exhibit \(letter): \(what). SHA-256: \(sha256)" }
}
