internal import CivilTime
internal import Markup
internal import Phrasebook
internal import Records
internal import Services

/// One facility: where it is, how to reach it, how it was inspected, and where people are moved from there.
struct PlacePage: HTML {
  let phrases: Phrases
  let isPractice: Bool
  let details: FacilityDetails
  let code: FacilityCode
  let now: Timestamp

  private var words: PlacePhrases { phrases.place }
  private var facility: Facility { details.facility }

  var body: Node {
    Layout(
      phrases: phrases, title: facility.name, isPractice: isPractice,
      languages: .page(.facility(phrases.language, code)), section: .places
    ) {
      p(.class("tags")) { span(.class("tag")) { kind } }
      h1 { facility.name }
      if let town = Parts.town(facility.city, facility.state, phrases) { p(.class("lead")) { town } }
      if let other = Parts.alsoCalled(details, phrases) { p(.class("quiet")) { other } }
      if facility.kind == .holdRoom {
        section(.class("notice")) {
          h2 { words.holdRoomTitle }
          p { words.holdRoomText }
        }
      }
      contact
      location
      moves
      hours
      standard
      if !details.aliases.isEmpty {
        section {
          h2 { words.aliasesTitle }
          ul { for alias in details.aliases { li { alias } } }
        }
      }
      p(.class("quiet")) { words.code(facility.code) }
      p { a(.to(Route.start(phrases.language)), .class("act main")) { words.searchHere } }
    }
  }

  private var kind: String {
    switch facility.kind {
    case .detention: words.kinds.detention
    case .holdRoom: words.kinds.holdRoom
    case .staging: words.kinds.staging
    case .hospital: words.kinds.hospital
    case .border: words.kinds.border
    case .office: words.kinds.office
    }
  }

  private var contact: Node {
    section {
      h2 { words.contactTitle }
      h3 { words.ownContact }
      for contact in details.contacts { ContactLine(phrases: phrases, contact: contact) }
      if !details.contacts.contains(where: { $0.kind == .phone }) { p { words.noPhone } }
      OfficeView(phrases: phrases, office: details.office)
      p(.class("quiet")) { words.callAdvice }
    }
  }

  private var location: Node {
    section {
      h2 { words.addressTitle }
      p { address { facility.fullAddress ?? words.noAddress } }
      if let zone = facility.zone {
        p { words.localTime(phrases.clock(now, in: zone), phrases.name(of: zone)) }
      }
      MapView(phrases: phrases, facility: facility)
    }
  }

  private var moves: Node {
    section {
      h2 { words.movesTitle }
      if let transfers = details.transfers, !transfers.destinations.isEmpty {
        MovesTable(phrases: phrases, transfers: transfers, limit: 5)
      } else {
        p { words.movesNone }
      }
    }
  }

  private var hours: Node {
    section {
      h2 { words.hoursTitle }
      if details.hours.isEmpty {
        p { words.hoursUnknown }
      } else {
        table {
          tbody {
            for hours in details.hours {
              tr {
                th(.scope(.row)) { purpose(hours.purpose) }
                td { phrases.weekday(hours.weekday) }
                td {
                  words.hoursSpan(phrases.clock(minute: hours.opensMinute), phrases.clock(minute: hours.closesMinute))
                  if let note = hours.note { small { " \(note)" } }
                }
              }
            }
          }
        }
      }
    }
  }

  private func purpose(_ purpose: FacilityHours.Purpose) -> String {
    switch purpose {
    case .visits: words.hoursVisits
    case .legal: words.hoursLegal
    case .calls: words.hoursCalls
    }
  }

  private var standard: Node {
    section {
      h2 { words.standardTitle }
      if let standard = details.standard {
        Parts.facts(
          [
            (words.standard, standard.standard),
            (words.inspectedOn, standard.inspectedOn.map(phrases.day) ?? standard.inspectionNote),
            (words.rating, standard.rating),
          ].map { term, value in (term, Node.of { value ?? phrases.common.notKnown }) })
        p(.class("quiet")) { words.standardSource(phrases.day(standard.listedOn)) }
      } else {
        p { words.noStandard }
      }
    }
  }
}
