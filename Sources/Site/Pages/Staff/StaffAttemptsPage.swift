internal import CivilTime
internal import Markup
internal import Phrasebook
internal import Records
internal import Services

/// Notes of what was looked up elsewhere: a form for one more, and the newest.
struct StaffAttemptsPage: HTML {
  let scene: StaffScene
  var typed = AttemptInput()
  var faults = AttemptFaults([:])
  var isSaved = false
  let attempts: [LoggedAttempt]
  let now: Timestamp

  /// Asks for the form about a record instead of saving it.
  static let stepField = "step"
  static let newStep = "new"

  private var phrases: Phrases { scene.phrases }
  private var words: AttemptPhrases { scene.phrases.staff.attempts }

  var body: Node {
    StaffFrame(scene, .attempts, title: words.title) {
      if isSaved { p(.class("notice"), .role(.status)) { words.saved } }
      p(.class("lead")) { words.lead }
      section {
        h2 { words.formTitle }
        StaffAttemptForm(scene: scene, typed: typed, faults: faults)
      }
      section {
        h2 { words.listTitle }
        if attempts.isEmpty { p { words.none } }
        for attempt in attempts { note(attempt) }
      }
    }
  }

  private func note(_ logged: LoggedAttempt) -> Node {
    let attempt = logged.attempt
    return article(.class("record")) {
      h3 { words.locators.name(of: attempt.locator) }
      p { strong { words.results.name(of: attempt.result) } }
      if let place = attempt.facilityText { p { words.named(place) } }
      p(.class("quiet")) { words.by(moment(attempt.triedAt), attempt.who) }
      Parts.facts(facts(attempt))
      if let next = attempt.nextCheckAt { p { words.lookAgain(moment(next)) } }
    }
  }

  private func facts(_ attempt: LocatorAttempt) -> [(String, Node)] {
    var rows: [(String, String)] = []
    func add(_ title: String, _ text: String?) { if let text { rows.append((title, text)) } }
    add(words.detail, attempt.inputs.detail)
    add(words.firstName, attempt.inputs.firstName)
    add(words.lastName, attempt.inputs.lastName)
    add(phrases.form.aNumber, attempt.inputs.aNumber.map(phrases.aNumber))
    add(phrases.form.country, attempt.inputs.country.map { phrases.country($0) ?? $0 })
    add(phrases.form.birth, attempt.inputs.birth)
    add(words.person, attempt.personID.map(String.init))
    return rows.map { row in (row.0, Node.of { row.1 }) }
  }

  /// As evidence needs it: the moment by a named clock, not "yesterday".
  private func moment(_ moment: Timestamp) -> String {
    guard let zone = LocatorAttempt.zones.first(where: { $0.identifier == "America/New_York" }) else { return "" }
    return phrases.moment(moment, in: zone)
  }
}

extension LocatorPhrases {
  func name(of locator: Locator) -> String {
    switch locator {
    case .official: official
    case .court: court
    case .fieldOffice: fieldOffice
    case .facility: facility
    case .jailRoster: jailRoster
    case .prisons: prisons
    case .minors: minors
    case .consulate: consulate
    case .hospital: hospital
    case .other: other
    }
  }
}

extension LocatorResultPhrases {
  func name(of result: LocatorResult) -> String {
    switch result {
    case .found: found
    case .noMatch: noMatch
    case .multiple: multiple
    case .error: error
    case .notAttempted: notAttempted
    }
  }
}
