internal import Markup
internal import Phrasebook
internal import Records
internal import Services

/// How to reach the place of a record: its address, its own numbers, and the office that answers for it.
struct ReachView: HTML {
  let phrases: Phrases
  let place: FacilityDetails?

  var body: Node {
    if let place {
      section {
        h3 { phrases.result.reachTitle }
        if let address = place.facility.fullAddress { p { address } }
        for contact in place.contacts.prefix(4) { ContactLine(phrases: phrases, contact: contact) }
        OfficeView(phrases: phrases, office: place.office)
        if let code = FacilityCode(place.facility.code) {
          p { a(.to(Route.facility(phrases.language, code)), .class("tall")) { phrases.result.aboutPlace } }
        }
      }
    } else {
      section {
        h3 { phrases.result.reachUnknownTitle }
        p { phrases.ladder.fieldOffice.text }
        p { a(.to(Route.offices(phrases.language)), .class("act plain")) { phrases.places.officesLink } }
      }
    }
  }
}

/// One way to reach a facility.
struct ContactLine: HTML {
  let phrases: Phrases
  let contact: FacilityContact

  var body: Node {
    p {
      switch contact.kind {
      case .phone: Parts.call(contact.value, phrases)
      case .email: Parts.write(contact.value, phrases)
      case .fax: "\(phrases.place.fax): \(contact.value)"
      case .web: "\(phrases.place.website): \(contact.value)"
      case .mail: "\(phrases.place.mail): \(contact.value)"
      }
      if let purpose { " \(purpose)" }
      if let day = contact.checkedOn {
        " "
        small { phrases.place.lastKnown(phrases.day(day)) }
      }
    }
  }

  private var purpose: String? {
    switch contact.purpose {
    case .general: nil
    case .visits: phrases.place.purposes.visits
    case .legal: phrases.place.purposes.legal
    case .calls: phrases.place.purposes.calls
    case .money: phrases.place.purposes.money
    }
  }
}

/// The field office that answers for a place.
struct OfficeView: HTML {
  let phrases: Phrases
  let office: FieldOffice?

  var body: Node {
    if let office {
      div(.class("office")) {
        p {
          phrases.place.officeContact
          ": "
          strong { phrases.places.officeOf(office.name) }
        }
        if let address = office.fullAddress { p(.class("quiet")) { address } }
        p(.class("acts")) {
          if let phone = office.phone { Parts.call(phone, phrases) } else { phrases.places.noPhone }
          if let email = office.email { Parts.write(email, phrases) }
        }
      }
    } else {
      p { phrases.place.officeUnknown }
      p { a(.to(Route.offices(phrases.language)), .class("act plain")) { phrases.places.officesLink } }
    }
  }
}
