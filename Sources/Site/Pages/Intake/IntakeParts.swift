internal import CivilTime
internal import Markup
internal import Phrasebook
internal import Records
internal import Services

/// To whom a report is handed on: each hand-off with its answer, and the form for another one.
struct IntakeHandoffView: HTML {
  let page: IntakePage

  private var phrases: Phrases { page.phrases }
  private var words: IntakePagePhrases { page.words }
  private var lists: IntakeWords { page.lists }

  var body: Node {
    section(.id("handoffs"), .focusable()) {
      h2 { words.handoffs }
      p(.class("hint")) { words.handoffsLead }
      if page.matter.handoffs.isEmpty { p { words.noHandoffs } }
      for handed in page.matter.handoffs { one(handed) }
      if !page.matter.partners.isEmpty { handOn }
      p {
        a(.to(Route.hotline(phrases.language, .network)), .class("tall")) { phrases.hotline.network.title }
      }
    }
  }

  private func one(_ handed: IntakeMatter.HandedOn) -> Node {
    let handoff = handed.handoff
    let isOverdue = handoff.state == .open && handoff.dueAt < page.now
    return article(.class("record")) {
      h3 { "\(handoff.partner) · \(lists.needs[handoff.need])" }
      div(.class("tags")) {
        span(.class("tag strong")) { lists.states[handoff.state] }
        if isOverdue { span(.class("tag strong red")) { phrases.hotline.queue.overdueTag } }
      }
      if handoff.state == .open {
        p {
          isOverdue
            ? words.overdue(phrases.ago(handoff.dueAt, now: page.now))
            : words.answerDue(phrases.until(handoff.dueAt, now: page.now))
        }
        if let phone = handoff.phone { p { Parts.call(phone, phrases) } }
      }
      p(.class("quiet")) { words.by(handoff.by, phrases.ago(handoff.madeAt, now: page.now)) }
      if !handoff.events.isEmpty {
        ul {
          for event in handoff.events {
            li {
              "\(lists.steps[event.step]) (\(words.by(event.by, phrases.ago(event.at, now: page.now))))"
              if let note = handed.notes[event.id] { p(.dir(.automatic)) { phrases.quoted(note) } }
            }
          }
        }
      }
      if handoff.state == .open || handoff.state == .accepted { answer(handoff) }
    }
  }

  private func answer(_ handoff: ReportHandoff) -> Node {
    let id = String(handoff.id)
    let steps: [HandoffStep] =
      handoff.state == .open ? [.accepted, .declined, .reminded, .done, .withdrawn] : [.done, .reminded, .withdrawn]
    return form(.post, to: page.route) {
      page.hidden(.answer, number: handoff.id)
      div(.class("field")) {
        label(for: ElementID("answer", id)) { words.change }
        select(name: IntakePage.valueField, .id(ElementID("answer", id)), .autocomplete(.off)) {
          for step in steps { option(value: step.rawValue, lists.steps[step]) }
        }
      }
      page.noteField("answer-\(id)")
      button(.class("act plain"), .label("\(words.set): \(handoff.partner)")) { words.set }
    }
  }

  private var handOn: Node {
    let isForChild = page.line.dependent == .yes && page.line.dueAt != nil
    let partners =
      isForChild
      ? page.matter.partners.sorted { $0.takes.contains(.child) && !$1.takes.contains(.child) } : page.matter.partners
    return form(.post, to: page.route) {
      page.hidden(.handOn)
      h3 { words.handOn }
      div(.class("field")) {
        label(for: "partner") { words.partner }
        select(name: IntakePage.numberField, .id("partner"), .autocomplete(.off)) {
          for partner in partners {
            option(value: String(partner.id), "\(partner.name) (\(phrases.list(needs(partner))))")
          }
        }
      }
      div(.class("field")) {
        label(for: "need") { words.need }
        select(name: IntakePage.needField, .id("need"), .autocomplete(.off)) {
          for need in HandoffNeed.allCases {
            option(value: need.rawValue, selected: need == (isForChild ? .child : .legal), lists.needs[need])
          }
        }
      }
      div(.class("field")) {
        label(for: "within") { words.within }
        select(name: IntakePage.minutesField, .id("within"), .autocomplete(.off)) {
          option(value: "", words.usual)
          for minutes in IntakePage.minutes { option(value: String(minutes), within(minutes)) }
        }
      }
      page.noteField("hand-on")
      button(.class("act main")) { words.handOn }
    }
  }

  private func needs(_ partner: Partner) -> [String] {
    HandoffNeed.allCases.filter { partner.takes.contains($0) }.map { lists.needs[$0] }
  }

  private func within(_ minutes: Int) -> String {
    minutes < 60
      ? phrases.counted(minutes, words.minutes)
      : minutes < 1440 ? phrases.counted(minutes / 60, words.hours) : phrases.counted(minutes / 1440, words.days)
  }
}

/// What was done with a report, from its beginning on. Nothing in it is ever changed.
struct IntakeStoryView: HTML {
  let page: IntakePage

  private var phrases: Phrases { page.phrases }
  private var words: IntakePagePhrases { page.words }

  var body: Node {
    section {
      h2 { words.story }
      ol {
        li {
          words.events.taken(page.line.takenBy)
          span(.class("quiet")) { " (\(phrases.ago(page.line.takenAt, now: page.now)))" }
        }
        for (index, event) in page.matter.events.enumerated() {
          li {
            sentence(event.event)
            span(.class("quiet")) { " (\(phrases.ago(event.event.at, now: page.now)))" }
            if let note = event.note { p(.dir(.automatic)) { phrases.quoted(note) } }
            if isCrossed(index) { p(.class("quiet")) { words.crossed } }
          }
        }
      }
    }
  }

  /// Whether somebody else's event stands between what the writer had read and what they wrote.
  private func isCrossed(_ index: Int) -> Bool {
    let event = page.matter.events[index].event
    guard let read = event.readTo else { return false }
    return page.matter.events[..<index].contains { $0.event.id > read && $0.event.by != event.by }
  }

  func sentence(_ event: IntakeEvent) -> String {
    let lists = page.lists
    return switch event.kind {
    case .status: words.events.status(event.by, event.status.map { lists.statuses[$0] } ?? "")
    case .truth: words.events.truth(event.by, event.truth.map { lists.truths[$0] } ?? "")
    case .take: words.events.take(event.by)
    case .giveBack: words.events.giveBack(event.by)
    case .note: words.events.note(event.by)
    case .same: words.events.same(event.by, event.other.map(String.init) ?? "")
    case .notSame: words.events.notSame(event.by, event.other.map(String.init) ?? "")
    case .record: words.events.record(event.by)
    case .called: words.events.called(event.by, event.outcome.map { lists.callEnds[$0] } ?? "")
    }
  }
}
