internal import CivilTime
internal import Markup
internal import Phrasebook
internal import Records
internal import Services

/// One report: what was told, to whom it is handed on, how far it is, and what was done, each with its form.
struct IntakePage: HTML {
  let scene: StaffScene
  let matter: IntakeMatter
  var isSaved = false
  /// Up to which event the writer had read when they sent the form before.
  var since: Int64?
  var outcome: IntakeService.Outcome?
  var contact: ContactAnswer?
  let now: Timestamp

  static let stepField = "step"
  static let valueField = "value"
  static let numberField = "number"
  static let needField = "need"
  static let minutesField = "within"
  static let noteField = "note"
  static let readField = "read"
  static let reasonField = "reason"

  enum Step: String {
    case status, truth, take
    case giveBack = "give-back"
    case note, same
    case notSame = "not-same"
    case called, record
    case handOn = "hand-on"
    case answer, open
  }

  /// Within how many minutes an answer may be due.
  static let minutes = [15, 60, 240, 1440, 4320]

  var phrases: Phrases { scene.phrases }
  var words: IntakePagePhrases { scene.phrases.hotline.one }
  var lists: IntakeWords { scene.phrases.hotline.words }
  var line: IntakeLine { matter.line }
  private var isMine: Bool { line.ownerID == scene.staff.account.id }

  var body: Node {
    StaffFrame(scene, route, title: words.title(String(line.id))) {
      if let outcome { p(.class("problem"), .role(.alert)) { sentence(outcome) } }
      if isSaved { p(.class("notice"), .role(.status)) { words.saved } }
      meanwhile
      stand
      if line.dependent == .yes, line.dueAt != nil { alone }
      if line.dependent == .unknown, line.status == .new { p(.class("notice")) { words.askNow } }
      IntakeHandoffView(page: self)
      told
      if line.waitsForCall || contact != nil { call }
      work
      similar
      record
      alert
      IntakeStoryView(page: self)
    }
  }

  var route: Route { .hotline(phrases.language, .one(CaseNumber(line.id))) }

  // MARK: Where it stands

  /// What others did between reading and writing: nothing of it was lost.
  @HTMLBuilder private var meanwhile: Node {
    let others = since.map { matter.since($0, except: scene.staff.account.name) } ?? []
    if !others.isEmpty {
      section(.class("notice")) {
        p { words.meanwhile }
        ul { for event in others { li { IntakeStoryView(page: self).sentence(event.event) } } }
      }
    }
  }

  private var stand: Node {
    article(.class("record")) {
      p(.class("where")) {
        span(.class("over")) { lists.kinds[line.kind] }
        strong { IntakeLineView.place(line, phrases) }
      }
      IntakeTags(phrases: phrases, line: line, now: now)
      Parts.facts(facts.map { row in (row.0, Node.of { row.1 }) })
    }
  }

  private var facts: [(String, String)] {
    var rows: [(String, String)] = [(words.when, when)]
    if let place = line.place, line.facility != nil { rows.append((words.place, place)) }
    rows.append((words.basis, lists.bases[line.basis]))
    rows.append((words.dependent, lists.dependents[line.dependent]))
    if let people = line.people { rows.append((words.people, phrases.number(people))) }
    if let observer = line.observer { rows.append((words.observer, observer)) }
    if let digits = line.lastTwo { rows.append((words.caller, words.callerDigits(digits))) }
    if let due = line.dueAt {
      rows.append((lists.statuses[line.status], phrases.hotline.queue.due(phrases.until(due, now: now))))
    }
    return rows
  }

  private var when: String {
    guard let zone = line.zone else { return "" }
    return line.precision == .minute
      ? phrases.moment(line.happenedAt, in: zone) : words.dayOnly(phrases.day(zone.local(line.happenedAt).day))
  }

  private var alone: Node {
    section(.class("notice grave"), .role(.alert)) {
      h2 { words.alone }
      ol { for step in words.aloneSteps { li { step } } }
    }
  }

  @HTMLBuilder private var told: Node {
    if line.isErased { p(.class("quiet")) { words.erased } }
    if !matter.told.isEmpty {
      section {
        h2 { words.told }
        let form = phrases.hotline.taking
        Parts.facts(
          [
            (form.name, matter.told.name), (form.birth, matter.told.birth), (form.country, matter.told.country),
            (form.note, matter.told.note),
          ].filter { !$0.1.isEmpty }.map { row in (row.0, Node.of { span(.dir(.automatic)) { row.1 } }) })
        p(.class("quiet")) { words.toldHint }
      }
    }
  }

  // MARK: Working on it

  private var work: Node {
    section(.id("work"), .focusable()) {
      h2 { words.statusTitle }
      if let owner = line.owner { p { words.worksOn(owner) } }
      if line.ownerID == nil { press(.take, words.take) }
      if isMine { press(.giveBack, words.giveBack) }
      choose(.status, "status", words.statusTitle, IntakeStatus.allCases, lists.statuses, line.status)
      choose(.truth, "truth", words.truthTitle, IntakeTruth.allCases, lists.truths, line.truth)
      form(.post, to: route) {
        hidden(.note)
        noteField("own")
        button(.class("act plain")) { words.addNote }
      }
    }
  }

  /// A choice, a note with it, and what makes it.
  private func choose<Value: RawRepresentable<String> & CaseIterable & Sendable>(
    _ step: Step, _ id: StaticString, _ title: String, _ values: [Value], _ names: Words<Value>, _ now: Value
  ) -> Node where Value: Equatable {
    form(.post, to: route) {
      hidden(step)
      div(.class("field")) {
        label(for: ElementID(id, "value")) { title }
        select(name: Self.valueField, .id(ElementID(id, "value")), .autocomplete(.off)) {
          for value in values { option(value: value.rawValue, selected: value == now, names[value]) }
        }
      }
      button(.class("act plain"), .label("\(words.set): \(title)")) { words.set }
    }
  }

  func noteField(_ id: String) -> Node {
    div(.class("field")) {
      label(for: ElementID("note", id)) { words.note }
      p(.class("hint"), .id(ElementID("note-hint", id))) { words.noteHint }
      input(
        .text, name: Self.noteField, .id(ElementID("note", id)), .longest(IntakeService.longestNote),
        .autocomplete(.off),
        .describedBy([ElementID("note-hint", id)]))
    }
  }

  func hidden(_ step: Step, number: Int64? = nil) -> Node {
    Node.of {
      StaffForm.token(scene.staff)
      input(.hidden, name: Self.stepField, .value(step.rawValue))
      input(.hidden, name: Self.readField, .value(String(line.lastEvent)))
      if let number { input(.hidden, name: Self.numberField, .value(String(number))) }
    }
  }

  func press(_ step: Step, _ text: String, number: Int64? = nil, label: String? = nil) -> Node {
    form(.post, to: route) {
      hidden(step, number: number)
      if let label { button(.class("act plain"), .label(label)) { text } } else { button(.class("act plain")) { text } }
    }
  }

  // MARK: The caller

  private var call: Node {
    section(.id("call"), .focusable()) {
      h2 { words.call }
      if let called = line.calledAt { p { words.callDone(phrases.ago(called, now: now)) } }
      p { words.callLead }
      switch contact {
      case .contact(let opened, _)?:
        p(.class("notice"), .role(.status)) { phrases.staff.calls.shownOnce }
        Parts.facts([(phrases.staff.calls.reach, Parts.call(opened.reach, phrases))])
      case .refused(let refusal)?:
        p(.class("problem"), .role(.alert)) { phrases.staff.calls.refusals.sentence(refusal) }
      case nil: Node.empty
      }
      if isMine {
        form(.post, to: route) {
          hidden(.open)
          div(.class("field")) {
            label(for: "why") { words.callWhy }
            p(.class("hint"), .id("why-hint")) { words.callWhyHint }
            input(
              .text, name: Self.reasonField, .id("why"), .autocomplete(.off), .longest(KeeperService.longestReason),
              .describedBy("why-hint"))
          }
          button(.class("act plain")) { words.callOpen }
        }
        form(.post, to: route) {
          hidden(.called)
          div(.class("field")) {
            label(for: "call-end") { words.callEnd }
            select(name: Self.valueField, .id("call-end"), .autocomplete(.off)) {
              for end in IntakeCallEnd.allCases { option(value: end.rawValue, lists.callEnds[end]) }
            }
          }
          button(.class("act plain"), .label("\(words.set): \(words.callEnd)")) { words.set }
        }
      } else {
        p(.class("hint")) { words.callTake }
      }
    }
  }

  // MARK: Others, records, alerts

  @HTMLBuilder private var similar: Node {
    if !matter.similar.isEmpty {
      section {
        h2 { words.similar }
        p { words.similarLead }
        for other in matter.similar {
          article(.class("record")) {
            IntakeLineView(phrases: phrases, line: other, now: now)
            press(.same, words.same, number: other.id, label: "\(words.same): \(other.id)")
            press(.notSame, words.notSame, number: other.id, label: "\(words.notSame): \(other.id)")
          }
        }
      }
    }
    if !matter.group.isEmpty {
      section {
        h2 { words.group }
        for other in matter.group {
          article(.class("record")) {
            IntakeLineView(phrases: phrases, line: other, now: now)
            press(.notSame, words.part, number: other.id, label: "\(words.part): \(other.id)")
          }
        }
      }
    }
  }

  @HTMLBuilder private var record: Node {
    if let person = line.person {
      section {
        h2 { words.record }
        p { words.recordThere(String(person)) }
        p { a(.to(Route.staff(phrases.language, .protection)), .class("tall")) { words.recordScreen } }
      }
    } else if !matter.told.name.isEmpty {
      section {
        h2 { words.record }
        p { words.recordLead }
        press(.record, words.recordButton)
      }
    }
  }

  @HTMLBuilder private var alert: Node {
    if line.kind.isForAlerts || !matter.alerts.isEmpty {
      section {
        h2 { words.alert }
        ul {
          for alert in matter.alerts {
            li {
              a(.to(Route.hotline(phrases.language, .alert(CaseNumber(alert.id))))) {
                "\(phrases.hotline.alerts.one(String(alert.id))) · \(lists.standings[alert.standing])"
              }
            }
          }
        }
        p { words.alertLead }
        p {
          a(.to(Route.hotline(phrases.language, .propose(CaseNumber(line.id)))), .class("act plain")) {
            words.alertButton
          }
        }
        p(.class("hint")) { words.alertNone }
      }
    }
  }

  private func sentence(_ outcome: IntakeService.Outcome) -> String {
    switch outcome {
    case .done: words.saved
    case .unknown: words.outcomes.unknown
    case .needsHandoff: words.outcomes.needsHandoff
    case .needsCall: words.outcomes.needsCall
    case .needsName: words.outcomes.needsName
    case .already: words.outcomes.already
    case .tooLong: words.outcomes.tooLong
    case .needsNote: words.outcomes.needsNote
    }
  }
}
