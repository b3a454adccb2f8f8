internal import Markup
internal import Phrasebook
internal import Records
internal import Services

/// The first step of a request: which place.
struct VisitPlacePage: HTML {
  let scene: StaffScene
  /// The page that the choice leads to.
  let route: VisitRoute
  let text: String
  /// Nil before anything was looked for.
  let found: [Facility]?

  private var phrases: Phrases { scene.phrases }
  private var words: VisitFilingPhrases { scene.phrases.visits.filing }

  var body: Node {
    let isDoor = route == .door
    StaffFrame(
      scene, .visits(phrases.language, route), title: isDoor ? phrases.visits.door.title : words.title
    ) {
      form(.get, to: Route.visits(phrases.language, route), .role(.search)) {
        div(.class("field")) {
          label(for: "place-text") { words.placeTitle }
          p(.class("hint"), .id("place-hint")) { words.placeHint }
          input(
            .search, name: PlaceChooser.textField, .id("place-text"), .value(text), .describedBy("place-hint"),
            .autocomplete(.off), .spellcheck(false))
        }
        button(.class("act main")) { words.findPlace }
      }
      if let found {
        if found.isEmpty {
          p(.class("notice"), .role(.status)) { words.noPlace }
        } else {
          h2 { words.choosePlace }
          ul(.class("places")) { for place in found { li { choice(place) } } }
        }
      }
      if isDoor {
        section(.class("aside")) {
          p { a(.to(Route.visits(phrases.language, .paperLog)), .class("tall")) { phrases.visits.door.paper } }
          p(.class("hint")) { phrases.visits.door.paperText }
        }
      }
    }
  }

  @HTMLBuilder private func choice(_ place: Facility) -> Node {
    a(.to(Route.visits(phrases.language, route), query: [(PlaceChooser.placeField, place.code)])) { place.name }
    if let town = Parts.town(place.city, place.state, phrases) { span { town } }
  }
}

/// Names of the fields that choose a place: public facts, so they may stand in an address.
enum PlaceChooser {
  static let textField = "q"
  static let placeField = VisitField.place.rawValue
}

/// A visit that begins at the door: whom one wants to see, and one button.
struct VisitDoorPage: HTML {
  let scene: StaffScene
  let place: VisitPlace
  let typed: VisitInput
  let faults: VisitFaults

  private var phrases: Phrases { scene.phrases }
  private var words: VisitDoorPhrases { scene.phrases.visits.door }
  private var fields: VisitFields { VisitFields(phrases: phrases, typed: typed, faults: faults) }

  var body: Node {
    StaffFrame(scene, .visits(phrases.language, .door), title: words.title) {
      fields.summary
      h2 { place.facility.name }
      if let called = Parts.alsoCalled(place.details, phrases) { p(.class("quiet")) { called } }
      p(.class("lead")) { words.lead }
      form(.post, to: Route.visits(phrases.language, .door), .noValidate()) {
        StaffForm.token(scene.staff)
        fields.hidden(.place, place.facility.code)
        fields.area(.clients, hint: words.clientsHint)
        fields.choice(
          .tie, none: phrases.visits.filing.choose, phrases.visits.words.ties)
        fields.choice(.role, phrases.visits.words.roles)
        button(.class("act main")) { words.submit }
      }
      details(.class("more")) {
        summary { phrases.visits.filing.rulesTitle }
        VisitPlaceView(phrases: phrases, place: place)
      }
    }
  }
}

/// A log to print and fill in by hand where there is no signal.
struct VisitPaperLogPage: HTML {
  let scene: StaffScene

  var body: Node {
    let phrases = scene.phrases
    let words = phrases.visits
    StaffFrame(scene, .visits(phrases.language, .paperLog), title: words.door.paper) {
      p { words.door.paperText }
      div(.class("scroll"), .role(.group), .label(words.door.paper), .scrollable()) {
        table(.class("log")) {
          thead {
            tr {
              for title in [
                words.event.kind, words.event.day, words.event.time, words.list.client, words.event.because,
                words.event.note,
              ] { th(.scope(.col)) { title } }
            }
          }
          tbody {
            for kind in [
              VisitEventKind.arrived, .letIn, .refused, .clientMoved, .roomObserved, .cutShort, .completed, .left,
            ] {
              tr {
                th(.scope(.row)) { words.words.kinds[kind] }
                for _ in 0..<5 { td {} }
              }
            }
          }
        }
      }
      ul {
        for question in [words.event.door, words.event.officer, words.event.contact, words.event.papers] {
          li { question }
        }
      }
      p(.class("hint")) { words.event.noteHint }
    }
  }
}
