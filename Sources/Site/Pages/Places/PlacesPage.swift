internal import Markup
internal import Phrasebook
internal import Records
internal import Services

/// Finding a place by its name, city, code or state.
struct PlacesPage: HTML {
  let phrases: Phrases
  let isPractice: Bool
  let text: String
  let state: String?
  /// Nil when nothing was asked for yet.
  let matches: FacilityMatches?
  let counts: [StateCount]

  static let limit = 60

  private var words: PlacesPhrases { phrases.places }

  var body: Node {
    Layout(
      phrases: phrases, title: words.title, isPractice: isPractice, languages: .page(.facilities(phrases.language)),
      section: .places
    ) {
      h1 { words.title }
      p(.class("lead")) { words.lead }
      question
      if let matches { answer(matches) }
      if matches == nil { states }
      p { a(.to(Route.offices(phrases.language)), .class("act plain")) { words.officesLink } }
    }
  }

  private var question: Node {
    form(.get, to: Route.facilities(phrases.language), .noValidate()) {
      div(.class("field")) {
        label(for: "place") { words.field }
        p(.class("hint"), .id("place-hint")) { words.fieldHint }
        input(
          .search, name: "q", .id("place"), .value(text), .describedBy("place-hint"), .longest(100),
          .autocomplete(.off),
          .spellcheck(false))
      }
      div(.class("field")) {
        label(for: "state") { words.state }
        select(name: "state", .id("state")) {
          option(value: "", selected: state == nil, words.anyState)
          for entry in States.inOrder { option(value: entry.code, selected: entry.code == state, entry.name) }
        }
      }
      button(.class("act main")) { words.submit }
    }
  }

  @HTMLBuilder private func answer(_ matches: FacilityMatches) -> Node {
    section {
      if matches.facilities.isEmpty {
        p(.role(.status)) { words.none }
      } else {
        h2 {
          matches.total > matches.facilities.count
            ? words.foundFirst(phrases.number(matches.facilities.count), phrases.number(matches.total))
            : phrases.counted(matches.total, words.found)
        }
        ul(.class("places")) {
          for facility in matches.facilities {
            if let code = FacilityCode(facility.code) {
              li {
                a(.to(Route.facility(phrases.language, code))) { facility.name }
                if let town = Parts.town(facility.city, facility.state, phrases) { span { town } }
              }
            }
          }
        }
      }
    }
  }

  private var states: Node {
    section {
      h2 { words.byState }
      ul(.class("states")) {
        for count in counts {
          li {
            a(.to(Route.facilities(phrases.language), query: [("state", count.state)])) {
              "\(States.name(count.state) ?? count.state) "
              span { "(\(phrases.number(count.facilities)))" }
            }
          }
        }
      }
    }
  }
}

/// Every field office with its area and its numbers.
struct OfficesPage: HTML {
  let phrases: Phrases
  let isPractice: Bool
  let offices: [FieldOfficeArea]

  var body: Node {
    Layout(
      phrases: phrases, title: phrases.places.officesTitle, isPractice: isPractice,
      languages: .page(.offices(phrases.language)), section: .places
    ) {
      h1 { phrases.places.officesTitle }
      p(.class("lead")) { phrases.places.officesLead }
      for entry in offices {
        section(.class("office")) {
          h2 { phrases.places.officeOf(entry.office.name) }
          if let area = entry.area { p { phrases.places.officeArea(area) } }
          if let address = entry.office.fullAddress { p(.class("quiet")) { address } }
          p(.class("acts")) {
            if let phone = entry.office.phone { Parts.call(phone, phrases) } else { phrases.places.noPhone }
            if let email = entry.office.email { Parts.write(email, phrases) }
          }
        }
      }
    }
  }
}
