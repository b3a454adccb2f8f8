internal import CivilTime
internal import Markup
internal import Phrasebook
internal import Records
internal import Services

/// One request at a glance: where it stands, what to tap, which clocks run, what the rules say, what happened.
struct VisitPage: HTML {
  let scene: StaffScene
  let matter: VisitMatter
  var typed = VisitInput()
  var faults = VisitFaults()
  var isSaved = false
  let now: Timestamp

  /// Asks for the form about an event instead of saving it.
  static let stepField = "step"
  static let correctStep = "correct"
  /// The references of other requests of the incident for which the same is noted.
  static let alsoField = "also"

  /// Where the page tells how the request stands.
  static let stand: ElementID = "now"

  private var phrases: Phrases { scene.phrases }
  private var words: VisitStatusPhrases { scene.phrases.visits.status }
  private var lists: VisitWordPhrases { scene.phrases.visits.words }
  private var route: Route {
    .visits(phrases.language, VisitReference(matter.request.reference).map(VisitRoute.one) ?? .list)
  }

  var body: Node {
    StaffFrame(scene, route, title: words.title(matter.request.reference)) {
      VisitFields(phrases: phrases, typed: typed, faults: faults).summary
      section(.id(Self.stand)) {
        if isSaved { p(.class("notice"), .role(.status)) { words.saved } }
        stand
      }
      if let reference = VisitReference(matter.request.reference) {
        ReviewQuestionsView(scene: scene, matter: matter, reference: reference)
      }
      VisitTaps(scene: scene, matter: matter, route: route)
      VisitFindingsView(phrases: phrases, matter: matter, now: now)
      section {
        h2 { words.happenedTitle }
        if matter.events.isEmpty { p { words.nothingYet } }
        VisitStory(scene: scene, matter: matter, route: route)
      }
      VisitEventForm(scene: scene, matter: matter, route: route, typed: typed, faults: faults)
      EvidenceView(scene: scene, matter: matter)
      VisitRequestView(phrases: phrases, matter: matter)
      papers
    }
  }

  private var stand: Node {
    article(.class("record")) {
      p(.class("where")) {
        span(.class("over")) { matter.request.client.name + " · " + matter.place.facility.name }
        strong { lists.states[matter.life.state] }
      }
      if matter.office?.isSample == true {
        p(.class("tags")) { span(.class("tag invented")) { phrases.result.invented } }
      }
      if let since = matter.life.since {
        p(.class("quiet")) { words.since(phrases.moment(since, in: matter.zone)) }
        if let waited { p { strong { waited } } }
      }
      h3 { words.nextTitle }
      p { lists.next[matter.life.state] }
    }
  }

  /// How long somebody has been at the door, or inside, until now.
  private var waited: String? {
    guard let since = matter.life.since else { return nil }
    let minutes = max(0, Int(now.seconds(since: since) / 60))
    return switch matter.life.state {
    case .waiting: phrases.counted(minutes, phrases.visits.door.waiting)
    case .seated: phrases.counted(minutes, phrases.visits.door.inside)
    default: nil
    }
  }

  @HTMLBuilder private var papers: Node {
    if scene.staff.may(.fileVisits), let reference = VisitReference(matter.request.reference) {
      section {
        h2 { words.papersTitle }
        ul {
          paper(words.letter, .letter(reference), .printed(.letter, reference))
          paper(words.mail, .mail(reference))
          paper(words.chronology, .chronology(reference), .printed(.chronology, reference))
          paper(words.declaration, .declaration(reference), .printed(.declaration, reference))
          paper(words.packet, .printed(.packet, reference))
          paper(words.calendar, .calendar(reference))
        }
      }
    }
  }
}

extension VisitPage {
  /// A paper as a page, and beside it as a file to print or send.
  private func paper(_ name: String, _ page: VisitRoute, _ file: VisitRoute? = nil) -> Node {
    li {
      a(.to(Route.visits(phrases.language, page)), .class("tall")) { name }
      if let file {
        " · "
        a(.to(Route.visits(phrases.language, file)), .class("tall"), .label(words.asPDF(name))) { "PDF" }
      }
    }
  }
}

/// One large button for each thing that can happen next at a door.
struct VisitTaps: HTML {
  let scene: StaffScene
  let matter: VisitMatter
  let route: Route

  private var words: VisitDoorPhrases { scene.phrases.visits.door }

  private var taps: [(kind: VisitEventKind, text: String)] {
    let all: [(VisitEventKind, String)] = [
      (.arrived, words.arrived), (.letIn, words.letIn), (.completed, words.completed), (.cutShort, words.cutShort),
      (.left, words.left), (.closed, words.closed), (.clientMoved, words.clientMoved),
      (.clientDeclined, words.clientDeclined),
    ]
    let state = matter.life.state
    return all.filter { kind, _ in
      guard matter.life.allows(kind) else { return false }
      // Away from the door there is one thing to tap: that one has arrived.
      return state == .waiting || state == .seated || kind == .arrived || (kind == .left && state != .completed)
    }
  }

  var body: Node {
    Node.of {
      if isUnsent {
        details(.class("more"), .open(if: true)) {
          summary { words.sentHow }
          channels
        }
      }
      if !taps.isEmpty {
        div(.class("taps")) { for tap in taps { button(tap.kind, tap.text) } }
      }
      if matter.life.allows(.refused) {
        details(.class("more")) {
          summary { words.refusedWhy }
          refusals
        }
      }
    }
  }

  /// A request that was written and not sent: sending it comes before anything at a door.
  private var isUnsent: Bool { matter.life.state == .draft && matter.life.allows(.submitted) }

  /// The ways in which a request leaves, each a button.
  private var channels: Node {
    tapForm(.submitted, by: nil) {
      div(.class("taps")) { sent(by: .email, .class("act")) }
      div(.class("taps")) {
        for channel in VisitChannel.allCases where channel != .inPerson && channel != .email {
          sent(by: channel, .class("act plain"))
        }
      }
    }
  }

  private func sent(by channel: VisitChannel, _ look: Attribute<ControlTag>) -> Node {
    Markup.button(look, .name(VisitField.channel.rawValue), .value(channel.rawValue)) {
      scene.phrases.visits.words.channels[channel]
    }
  }

  /// One form with a button for each reason: small on a bad line.
  private var refusals: Node {
    tapForm(.refused) {
      div(.class("taps")) {
        for reason in TurnedAwayBecause.allCases {
          Markup.button(.class("act plain"), .name(VisitField.because.rawValue), .value(reason.rawValue)) {
            scene.phrases.visits.words.reasons[reason]
          }
        }
      }
    }
  }

  private func button(_ kind: VisitEventKind, _ text: String) -> Node {
    tapForm(kind) {
      Markup.button(kind == .left || isUnsent ? .class("act plain") : .class("act")) { text }
    }
  }

  /// What every tap sends besides its own button.
  ///
  /// - Parameter channel: how it happened; nil where the button says it.
  private func tapForm(
    _ kind: VisitEventKind, by channel: VisitChannel? = .inPerson, @HTMLBuilder buttons: () -> Node
  ) -> Node {
    let buttons = buttons()
    return form(.post, to: route) {
      StaffForm.token(scene.staff)
      input(.hidden, name: VisitField.kind.rawValue, .value(kind.rawValue))
      if let channel { input(.hidden, name: VisitField.channel.rawValue, .value(channel.rawValue)) }
      input(.hidden, name: VisitField.seen.rawValue, .value(matter.events.last.map { String($0.id) } ?? ""))
      // One tap for everybody of the incident; a form further down notes for one alone.
      for other in matter.others { input(.hidden, name: VisitPage.alsoField, .value(other.reference)) }
      buttons
      if !matter.others.isEmpty {
        p(.class("quiet")) { scene.phrases.counted(matter.others.count + 1, words.forAll) }
      }
    }
  }
}

/// What was asked for, as it was filed.
struct VisitRequestView: HTML {
  let phrases: Phrases
  let matter: VisitMatter

  private var words: VisitStatusPhrases { phrases.visits.status }
  private var filing: VisitFilingPhrases { phrases.visits.filing }
  private var lists: VisitWordPhrases { phrases.visits.words }

  var body: Node {
    section {
      h2 { words.requestTitle }
      Parts.facts(rows)
      if !matter.others.isEmpty {
        p { phrases.counted(matter.others.count, words.incident) }
        ul {
          for other in matter.others {
            if let reference = VisitReference(other.reference) {
              li { a(.to(Route.visits(phrases.language, .one(reference)))) { other.client.name } }
            }
          }
        }
      }
    }
  }

  private var rows: [(String, Node)] {
    let request = matter.request, ask = request.ask
    var rows: [(String, String)] = []
    func add(_ title: String, _ text: String?) { if let text { rows.append((title, text)) } }
    add(filing.clientName, request.client.name)
    add(filing.aNumber, request.client.aNumber.map(phrases.aNumber))
    add(filing.birth, request.client.birth)
    add(filing.country, request.client.country.map { phrases.country($0) ?? $0 })
    add(filing.person, request.client.personID.map(String.init))
    add(filing.tie, lists.ties[ask.tie])
    add(filing.g28, lists.g28[ask.g28])
    add(filing.role, lists.roles[ask.role])
    add(filing.askerName, ask.askerName)
    add(filing.supervisor, ask.supervisor)
    add(filing.companions, ask.companions)
    add(filing.people, phrases.number(ask.people))
    add(filing.mode, lists.modes[ask.mode])
    if !ask.windows.isEmpty { add(words.windows, ask.windows.map(slot).joined(separator: "; ")) }
    add(filing.minutes, ask.minutes.map(phrases.number))
    add(filing.languages, ask.languages)
    add(filing.accommodation, ask.accommodation)
    if ask.urgency != .none {
      let when = ask.urgentAt.map { ", " + phrases.moment($0, in: matter.zone) } ?? ""
      add(filing.urgency, lists.urgencies[ask.urgency] + when)
    }
    add(words.office, matter.office?.name)
    if request.beganAtDoor { add(words.requestTitle, words.atDoor) }
    add(phrases.visits.list.title, words.filed(phrases.moment(request.createdAt, in: matter.zone)))
    return rows.map { row in (row.0, Node.of { row.1 }) }
  }

  private func slot(_ window: VisitWindow) -> String {
    words.slot(phrases.moment(window.opens, in: matter.zone), phrases.clock(window.closes, in: matter.zone))
  }
}
