internal import CivilTime
internal import Markup
internal import Phrasebook
internal import Records
internal import Services
internal import Postgres
internal import Stores

/// What anybody may read: alerts that have not expired, with what became of them.
struct AlertsPage: HTML {
  let phrases: Phrases
  let isPractice: Bool
  let alerts: [AlertLine]
  let now: Timestamp

  private var words: AlertPhrases { phrases.hotline.alerts }

  var body: Node {
    Layout(phrases: phrases, title: words.title, isPractice: isPractice, languages: .page(.alerts(phrases.language))) {
      h1 { words.title }
      p(.class("lead")) { words.lead }
      if alerts.isEmpty { p { words.none } }
      for alert in alerts { AlertView(phrases: phrases, line: alert, now: now) }
      p(.class("notice"), .role(.note)) { words.rights }
    }
  }
}

/// One alert: what, where, when, what it stands on, and what was wrong about it.
struct AlertView: HTML {
  let phrases: Phrases
  let line: AlertLine
  var link: Route?
  let now: Timestamp

  private var words: AlertPhrases { phrases.hotline.alerts }
  private var lists: IntakeWords { phrases.hotline.words }

  var body: Node {
    article(.class("record")) {
      h2 {
        if let link { a(.to(link)) { title } } else { title }
      }
      div(.class("tags")) {
        span(line.standing == .live ? .class("tag") : .class("tag strong amber")) { lists.standings[line.standing] }
        span(.class("tag")) { lists.alertBases[line.basis] }
      }
      if line.standing != .live { p(.class("notice grave")) { words.corrections[line.standing] } }
      p { AlertText.band(line.scene, line.zone, phrases) }
      if let right = line.right, right != line.told {
        p(.class("quiet")) {
          words.was("\(AlertText.title(line, line.told, phrases)). \(AlertText.band(line.told, line.zone, phrases))")
        }
      }
      p(.class("quiet")) {
        words.age(phrases.ago(line.madeAt, now: now))
        if let zone = line.zone { " · " + words.until(phrases.moment(line.expiresAt, in: zone)) }
      }
    }
  }

  private var title: String { AlertText.title(line, line.scene, phrases) }
}

/// Alerts for members of the network: the same list, who wants them by mail, and for responders the way to each.
struct StaffAlertsPage: HTML {
  let scene: StaffScene
  let alerts: [AlertLine]
  let subscription: AlertStore<Transaction>.Subscription?
  var typed: (address: String, states: String) = ("", "")
  var fault: (AlertService.SubscriptionFault, Field)?
  let now: Timestamp

  enum Field: String, CaseIterable { case address, states }
  static let stepField = "step"
  static let endStep = "end"

  private var phrases: Phrases { scene.phrases }
  private var words: AlertPhrases { scene.phrases.hotline.alerts }
  private var route: Route { .hotline(phrases.language, .alerts) }

  var body: Node {
    StaffFrame(scene, route, title: words.title) {
      fields.summary
      p(.class("lead")) { words.lead }
      if alerts.isEmpty { p { words.none } }
      for alert in alerts {
        AlertView(
          phrases: phrases, line: alert,
          link: scene.staff.may(.takeReports)
            ? .hotline(phrases.language, .alert(CaseNumber(alert.id))) : nil, now: now)
      }
      section {
        h2 { words.subscribeTitle }
        p { words.subscribeLead }
        if let subscription {
          p(.class("notice"), .role(.status)) {
            words.subscribed(subscription.states.isEmpty ? words.all : phrases.list(subscription.states))
          }
          form(.post, to: route) {
            StaffForm.token(scene.staff)
            input(.hidden, name: Self.stepField, .value(Self.endStep))
            button(.class("act plain")) { words.unsubscribe }
          }
        }
        form(.post, to: route, .noValidate()) {
          StaffForm.token(scene.staff)
          fields.text(.address, .keyboard(.email))
          fields.text(.states, hint: words.statesHint, .capitalize(.characters))
          button(.class("act")) { words.subscribe }
        }
      }
    }
  }

  private var fields: FormFields<Field> {
    FormFields<Field>(
      phrases: phrases, form: "alerts", name: { $0 == .address ? words.address : words.states },
      typed: { $0 == .address ? typed.address : typed.states },
      fault: { field in fault.flatMap { $0.1 == field ? sentence($0.0) : nil } })
  }

  private func sentence(_ fault: AlertService.SubscriptionFault) -> String {
    switch fault {
    case .notAnAddress: words.faults.notAnAddress
    case .notStates: words.faults.notStates
    case .noKeeper: words.faults.noKeeper
    }
  }
}
