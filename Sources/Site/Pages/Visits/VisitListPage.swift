internal import CivilTime
internal import Markup
internal import Phrasebook
internal import Records
internal import Services
internal import Stores

/// A note for several requests at once, as it stands in the list.
struct BulkNote {
  enum Fault { case noneTicked, noText, tooLong(Int) }

  static let step = "note"
  static let tickField = "tick"
  static let doneField = "noted"

  var text = ""
  var ticked: Set<String> = []
  var fault: Fault?
  /// How many it was just noted for.
  var done: Int?
}

/// The requests of an office: which ones, in which order, fifty at a time.
struct VisitListPage: HTML {
  let scene: StaffScene
  let filter: VisitFilter
  let lines: [VisitLine]
  let total: Int
  let now: Timestamp
  var note = BulkNote()

  private var phrases: Phrases { scene.phrases }
  private var words: VisitListPhrases { scene.phrases.visits.list }
  private var route: Route { .visits(phrases.language, .list) }
  private var pages: Int { max(1, (total + VisitService.pageSize - 1) / VisitService.pageSize) }

  var body: Node {
    StaffFrame(scene, route, title: words.title) {
      p(.class("lead")) { words.lead }
      filterForm
      h2 { phrases.counted(total, words.count) }
      if lines.isEmpty { p { words.none } }
      if let done = note.done { p(.class("notice"), .role(.status)) { phrases.counted(done, words.noted) } }
      form(.post, to: route) {
        ul(.class("places")) { for line in lines { li { entry(line) } } }
        if !lines.isEmpty { noteForm }
      }
      if pages > 1 { paging }
      if total > 0 {
        form(.post, to: Route.visits(phrases.language, .export)) {
          StaffForm.token(scene.staff)
          kept
          button(.class("act plain")) { words.export }
        }
      }
    }
  }

  private var filterForm: Node {
    details(.class("more"), .open(if: filter != VisitFilter() && filter.page == 1)) {
      summary { words.show }
      form(.post, to: route) {
        StaffForm.token(scene.staff)
        choice(
          VisitFilter.showField, "show", words.show, VisitFilter.Standing.allCases.map { ($0.rawValue, name($0)) },
          filter.standing.rawValue)
        choice(
          VisitFilter.orderField, "order", words.order, VisitFilter.Order.allCases.map { ($0.rawValue, name($0)) },
          filter.order.rawValue)
        text(VisitFilter.placeField, "place", words.place, filter.place, nil)
        text(VisitFilter.textField, "text", words.search, filter.text, words.searchHint)
        button(.class("act")) { words.apply }
      }
    }
  }

  /// What all requests that are ticked in the list have in common, written once.
  private var noteForm: Node {
    details(.class("more"), .open(if: note.fault != nil)) {
      summary { words.noteTitle }
      StaffForm.token(scene.staff)
      kept
      input(.hidden, name: VisitFilter.pageField, .value(String(filter.page)))
      div(note.fault == nil ? .class("field") : .class("field wrong")) {
        label(for: "bulk-note") { phrases.visits.event.note }
        p(.class("hint"), .id("hint-bulk-note")) { words.noteHint }
        if let fault = note.fault {
          p(.class("fault"), .id("fault-bulk-note"), .role(.alert)) { sentence(fault) }
        }
        textarea(
          name: VisitField.note.rawValue, value: note.text, .id("bulk-note"), .invalid(if: note.fault != nil),
          .autocomplete(.off),
          .describedBy(["hint-bulk-note"] + (note.fault == nil ? [] : ["fault-bulk-note"])))
      }
      button(.class("act"), .name(VisitPage.stepField), .value(BulkNote.step)) { words.noteSubmit }
    }
  }

  private func sentence(_ fault: BulkNote.Fault) -> String {
    switch fault {
    case .noneTicked: words.noneTicked
    case .noText: phrases.visits.faults.missing
    case .tooLong(let limit): phrases.counted(limit, phrases.visits.faults.tooLong)
    }
  }

  @HTMLBuilder private func entry(_ line: VisitLine) -> Node {
    if let reference = VisitReference(line.reference) {
      div(.class("choice")) {
        let id = ElementID("tick", line.reference)
        input(
          .checkbox, name: BulkNote.tickField, .id(id), .value(line.reference),
          .checked(if: note.ticked.contains(line.reference)))
        label(for: id, .class("hidden")) { words.tick(line.clientName) }
        a(.to(Route.visits(phrases.language, .one(reference)))) { line.clientName }
      }
    }
    div(.class("tags")) {
      span(.class("tag strong")) { phrases.visits.words.states[line.state] }
      if line.breaches > 0 {
        span(line.severity == "red" ? .class("tag red") : .class("tag amber")) {
          phrases.counted(line.breaches, words.findings)
        }
      }
      if let due = line.dueAt { span(.class("tag")) { words.clockEnds(phrases.until(due, now: now)) } }
    }
    p(.class("quiet")) {
      [
        line.placeName, line.since.map { phrases.ago($0, now: now) } ?? phrases.ago(line.createdAt, now: now),
        line.reference,
      ].joined(separator: " · ")
    }
  }

  // MARK: Parts

  private var paging: Node {
    nav(.label(words.page(phrases.number(filter.page), phrases.number(pages))), .class("acts")) {
      p { words.page(phrases.number(filter.page), phrases.number(pages)) }
      if filter.page > 1 { turn(to: filter.page - 1, words.earlier) }
      if filter.page < pages { turn(to: filter.page + 1, words.later) }
    }
  }

  private func turn(to page: Int, _ text: String) -> Node {
    form(.post, to: route, .class("again")) {
      StaffForm.token(scene.staff)
      kept
      input(.hidden, name: VisitFilter.pageField, .value(String(page)))
      button(.class("act plain")) { text }
    }
  }

  @HTMLBuilder private var kept: Node {
    input(.hidden, name: VisitFilter.showField, .value(filter.standing.rawValue))
    input(.hidden, name: VisitFilter.orderField, .value(filter.order.rawValue))
    input(.hidden, name: VisitFilter.placeField, .value(filter.place ?? ""))
    input(.hidden, name: VisitFilter.textField, .value(filter.text ?? ""))
  }

  private func choice(
    _ field: String, _ id: ElementID, _ name: String, _ options: [(value: String, text: String)], _ chosen: String
  ) -> Node {
    div(.class("field")) {
      label(for: id) { name }
      select(name: field, .id(id)) {
        for choice in options { option(value: choice.value, selected: choice.value == chosen, choice.text) }
      }
    }
  }

  private func text(_ field: String, _ id: ElementID, _ name: String, _ value: String?, _ hint: String?) -> Node {
    div(.class("field")) {
      label(for: id) { name }
      if let hint { p(.class("hint"), .id(ElementID("hint", field))) { hint } }
      input(
        .text, name: field, .id(id), .value(value ?? ""), .autocomplete(.off), .spellcheck(false),
        .describedBy(hint == nil ? [] : [ElementID("hint", field)]))
    }
  }

  private func name(_ standing: VisitFilter.Standing) -> String {
    switch standing {
    case .all: words.showing.all
    case .open: words.showing.open
    case .atDoor: words.showing.atDoor
    case .denied: words.showing.denied
    case .done: words.showing.done
    case .flagged: words.showing.flagged
    }
  }

  private func name(_ order: VisitFilter.Order) -> String {
    switch order {
    case .newest: words.orders.newest
    case .due: words.orders.due
    case .gravest: words.orders.gravest
    case .client: words.orders.client
    case .place: words.orders.place
    }
  }
}
