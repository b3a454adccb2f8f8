internal import CivilTime
internal import Markup
internal import Phrasebook
internal import Records
internal import Postgres
internal import Services
internal import Stores

/// Preparing an alert of a report: what stands behind it, and the words that everybody will read.
struct AlertProposalPage: HTML {
  let scene: StaffScene
  let proposal: AlertService.Proposal
  let typed: AlertService.Input
  var fault: AlertService.Fault?
  let now: Timestamp

  enum Field: String, CaseIterable { case place, state, kind, hours }

  private var phrases: Phrases { scene.phrases }
  private var words: AlertPhrases { scene.phrases.hotline.alerts }
  private var number: CaseNumber { CaseNumber(proposal.line.id) }
  private var route: Route { .hotline(phrases.language, .propose(number)) }

  var body: Node {
    StaffFrame(scene, route, title: words.propose(number.description)) {
      fields.summary
      if let fault, Self.field(of: fault) == nil { p(.class("problem"), .role(.alert)) { words.sentence(fault) } }
      p(.class("lead")) { words.proposeLead }
      if let basis = proposal.basis {
        p(.class("notice")) { words.founded[basis] }
      } else {
        p(.class("notice grave"), .role(.alert)) { words.notFounded }
      }
      h2 { words.sources }
      ul(.class("places")) {
        for source in proposal.sources { li { IntakeLineView(phrases: phrases, line: source, now: now) } }
      }
      if proposal.basis != nil { publishing }
    }
  }

  private var publishing: Node {
    form(.post, to: route, .noValidate()) {
      StaffForm.token(scene.staff)
      p { AlertText.band(proposal.band, proposal.line.zone, phrases) }
      fields.text(.place, hint: words.placeHint, .longest(AlertService.longestPlace))
      fields.choice(.state, [("", "–")] + USState.all.map { ($0.code, $0.name) })
      fields.choice(
        .kind, IntakeKind.allCases.filter(\.isForAlerts).map { ($0.rawValue, phrases.hotline.words.kinds[$0]) })
      fields.choice(.hours, AlertService.lifetimes.map { (String($0), phrases.counted($0, words.hours)) })
      button(.class("act main")) { words.publish }
    }
  }

  private var fields: FormFields<Field> {
    FormFields<Field>(
      phrases: phrases, form: "alert", name: name(of:), typed: value(of:),
      fault: { field in fault.flatMap { Self.field(of: $0) == field ? words.sentence($0) : nil } })
  }

  private func name(of field: Field) -> String {
    switch field {
    case .place: words.place
    case .state: words.state
    case .kind: words.what
    case .hours: words.expires
    }
  }

  private func value(of field: Field) -> String {
    switch field {
    case .place: typed.place
    case .state: typed.state
    case .kind: typed.kind
    case .hours: typed.hours
    }
  }

  /// Where on the page a fault stands; nil for what is no field's.
  private static func field(of fault: AlertService.Fault) -> Field? {
    switch fault {
    case .noPlace, .tooLong, .namesSomebody: .place
    case .noState: .state
    case .notForAlerts: .kind
    case .tooOld, .notFounded, .unknown, .notLive: nil
    }
  }
}

/// One alert for responders: whom it reached, what it stands on, and its correction.
struct AlertPage: HTML {
  let scene: StaffScene
  let matter: AlertService.Matter
  var place: String?
  var fault: AlertService.Fault?
  var isSaved = false
  let now: Timestamp

  enum Kind: String, CaseIterable { case falseAlarm = "false-alarm", over, corrected }
  static let kindField = "kind"
  static let placeField = "place"
  static let bandsField = "bands"

  private var phrases: Phrases { scene.phrases }
  private var words: AlertPhrases { scene.phrases.hotline.alerts }
  private var route: Route { .hotline(phrases.language, .alert(CaseNumber(matter.line.id))) }

  var body: Node {
    StaffFrame(scene, route, title: words.one(String(matter.line.id))) {
      if let fault { p(.class("problem"), .role(.alert)) { words.sentence(fault) } }
      if isSaved { p(.class("notice"), .role(.status)) { words.published } }
      AlertView(phrases: phrases, line: matter.line, now: now)
      section {
        h2 { words.standsOn }
        ul {
          for source in matter.sources {
            li {
              a(.to(Route.hotline(phrases.language, .one(CaseNumber(source))))) {
                phrases.hotline.one.title(String(source))
              }
            }
          }
        }
      }
      section {
        h2 { words.reach }
        ul {
          li { phrases.counted(matter.reach.sent, words.sent) }
          if matter.reach.corrected > 0 { li { phrases.counted(matter.reach.corrected, words.told) } }
          if matter.reach.waiting > 0 { li { phrases.counted(matter.reach.waiting, words.waiting) } }
          if matter.reach.failed > 0 { li { phrases.counted(matter.reach.failed, words.failed) } }
        }
      }
      if matter.line.expiresAt > now, matter.line.standing != .falseAlarm { correction }
      p { a(.to(Route.hotline(phrases.language, .alerts)), .class("tall")) { words.list } }
    }
  }

  private var correction: Node {
    section {
      h2 { words.correct }
      p { words.correctLead }
      form(.post, to: route, .noValidate()) {
        StaffForm.token(scene.staff)
        fieldset(.class("field")) {
          legend { words.correct }
          for kind in Kind.allCases {
            div(.class("choice")) {
              let id = ElementID("kind", kind.rawValue)
              input(.radio, name: Self.kindField, .id(id), .value(kind.rawValue), .checked(if: kind == .falseAlarm))
              label(for: id) { name(kind) }
            }
          }
        }
        div(.class("field")) {
          label(for: "right-place") { words.rightPlace }
          p(.class("hint"), .id("right-hint")) { words.placeHint }
          input(
            .text, name: Self.placeField, .id("right-place"), .value(place ?? matter.line.scene.place),
            .longest(AlertService.longestPlace), .autocomplete(.off), .describedBy("right-hint"))
        }
        div(.class("field")) {
          label(for: "right-hours") { words.rightHours }
          select(name: Self.bandsField, .id("right-hours"), .autocomplete(.off)) {
            for bands in -3...3 { option(value: String(bands), selected: bands == 0, shift(bands)) }
          }
        }
        button(.class("act main")) { words.submit }
      }
    }
  }

  private func shift(_ bands: Int) -> String {
    bands == 0
      ? words.sameHours
      : phrases.counted(abs(bands) * 2, bands < 0 ? words.earlier : words.later)
  }

  private func name(_ kind: Kind) -> String {
    switch kind {
    case .falseAlarm: words.falseAlarm
    case .over: words.over
    case .corrected: words.corrected
    }
  }
}

extension AlertPhrases {
  func sentence(_ fault: AlertService.Fault) -> String {
    switch fault {
    case .noPlace: faults.noPlace
    case .tooLong: faults.tooLong
    case .noState: faults.noState
    case .namesSomebody: faults.namesSomebody
    case .tooOld: faults.tooOld
    case .notForAlerts: faults.notForAlerts
    case .notFounded: faults.notFounded
    case .unknown: faults.unknown
    case .notLive: faults.notLive
    }
  }
}
