internal import CivilTime
internal import Markup
internal import Phrasebook
internal import Records
internal import Services

/// The form for a request, under what binds the place.
struct VisitFilingPage: HTML {
  let scene: StaffScene
  let place: VisitPlace
  let typed: VisitInput
  let faults: VisitFaults

  private var phrases: Phrases { scene.phrases }
  private var words: VisitFilingPhrases { scene.phrases.visits.filing }
  private var lists: VisitWordPhrases { scene.phrases.visits.words }
  private var fields: VisitFields { VisitFields(phrases: phrases, typed: typed, faults: faults) }

  var body: Node {
    StaffFrame(scene, .visits(phrases.language, .new), title: words.title) {
      fields.summary
      h2 { place.facility.name }
      if let called = Parts.alsoCalled(place.details, phrases) { p(.class("quiet")) { called } }
      p { a(.to(Route.visits(phrases.language, .new)), .class("tall")) { words.otherPlace } }
      p(.class("lead")) { words.lead }
      VisitPlaceView(phrases: phrases, place: place)
      form(.post, to: Route.visits(phrases.language, .new), .noValidate()) {
        StaffForm.token(scene.staff)
        fields.hidden(.place, place.facility.code)
        client
        asker
        ask
        p(.class("notice")) { words.privilege }
        button(.class("act main")) { words.submit }
      }
    }
  }

  private var client: Node {
    fieldset {
      legend { words.whoTitle }
      fields.text(.clientName, hint: words.clientNameHint, .capitalize(.words))
      fields.text(.aNumber, .keyboard(.numeric))
      fields.text(.birth)
      fields.text(.country, .capitalize(.words))
      fields.text(.person, hint: words.personHint, .keyboard(.numeric))
      fields.choice(.tie, none: words.choose, lists.ties)
      fields.choice(.g28, hint: words.g28Hint, lists.g28)
    }
  }

  private var asker: Node {
    fieldset {
      legend { words.askTitle }
      fields.choice(.role, lists.roles)
      fields.text(.askerName, hint: words.askerNameHint, .capitalize(.words))
      fields.text(.supervisor, hint: words.supervisorHint, .capitalize(.words))
      fields.text(.companions, hint: words.companionsHint)
      fields.text(.people, .keyboard(.numeric))
    }
  }

  private var ask: Node {
    fieldset {
      legend { words.whatTitle }
      fields.choice(.mode, none: words.choose, lists.modes)
      for (index, window) in Self.windows.enumerated() {
        h3 { words.window(phrases.number(index + 1)) }
        p(.class("hint")) { words.windowHint(phrases.name(of: place.zone)) }
        div(.class("times")) {
          fields.text(window.day)
          fields.text(window.from)
          fields.text(window.to)
        }
      }
      fields.text(.minutes, .keyboard(.numeric))
      fields.text(.languages)
      fields.text(.accommodation)
      fields.choice(.urgency, lists.urgencies)
      div(.class("times")) {
        fields.text(.urgentDay)
        fields.text(.urgentTime)
      }
    }
  }

  private static let windows: [(day: VisitField, from: VisitField, to: VisitField)] = [
    (.day1, .from1, .to1), (.day2, .from2, .to2), (.day3, .from3, .to3),
  ]
}

/// What binds a place, when it is open for lawyers, and where requests go.
struct VisitPlaceView: HTML {
  let phrases: Phrases
  let place: VisitPlace

  private var words: VisitFilingPhrases { phrases.visits.filing }

  var body: Node {
    section {
      h3 { words.hoursTitle }
      let legal = place.details.hours.filter { $0.purpose == .legal }
      if legal.isEmpty {
        p { words.hoursUnknown }
      } else {
        ul {
          for hours in legal {
            li {
              words.hoursLine(
                phrases.weekday(hours.weekday),
                phrases.clock(minute: hours.opensMinute) + " – " + phrases.clock(minute: hours.closesMinute))
            }
          }
        }
      }
      contacts
      h3 { words.rulesTitle }
      if let standard = place.details.standard?.standard { p { words.standard(standard) } }
      if place.rules.isEmpty { p { words.rulesNone } }
      ul(.class("contents")) { for rule in place.rules { PlaceRuleView(phrases: phrases, rule: rule) } }
      if place.rules.contains(where: { !$0.isVerified }) { p(.class("quiet")) { words.possible } }
      if place.rules.contains(where: \.isPresumed) { p(.class("quiet")) { words.presumed } }
    }
  }

  @HTMLBuilder private var contacts: Node {
    let useful = place.details.contacts.filter {
      $0.purpose == .legal || $0.purpose == .visits || $0.purpose == .general
    }
    if !useful.isEmpty || place.details.office != nil {
      h3 { words.contactTitle }
      ul {
        for contact in useful { li { contact.value } }
        if let office = place.details.office {
          li { [office.name, office.phone, office.email].compactMap(\.self).joined(separator: ", ") }
        }
      }
    }
  }
}

/// A rule as it is shown before anything is sent: what it says, where it is written, and how sure anyone is.
struct PlaceRuleView: HTML {
  let phrases: Phrases
  let rule: PlaceRule

  var body: Node {
    let words = phrases.visits.filing
    li {
      p { rule.plain[phrases.language.code] ?? rule.plain["en"] ?? rule.id }
      p(.class("quiet")) { [rule.cite, rule.id].joined(separator: " · ") }
      if !rule.isVerified || rule.isPresumed {
        div(.class("tags")) {
          if !rule.isVerified { span(.class("tag")) { words.possibleTag } }
          if rule.isPresumed { span(.class("tag")) { words.presumedTag } }
        }
      }
    }
  }
}
