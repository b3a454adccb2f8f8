internal import CivilTime
internal import Markup
internal import Phrasebook
internal import Records
internal import Services
internal import Stores

/// The reports that wait, what is due first before: whole lines to tab through.
struct IntakeQueuePage: HTML {
  let scene: StaffScene
  let filter: IntakeFilter
  let queue: IntakeQueue
  let now: Timestamp

  static let showField = "show"
  static let pageField = "page"

  private var phrases: Phrases { scene.phrases }
  private var words: IntakeQueuePhrases { scene.phrases.hotline.queue }
  private var route: Route { .hotline(phrases.language, .queue) }

  var body: Node {
    StaffFrame(scene, route, title: words.title) {
      if queue.counts.alone > 0 {
        p(.class("notice grave"), .role(.alert)) { phrases.counted(queue.counts.alone, words.alone) }
      }
      if queue.counts.overdue > 0 { p(.class("notice")) { phrases.counted(queue.counts.overdue, words.overdue) } }
      p(.class("acts")) { a(.to(Route.hotline(phrases.language, .new)), .class("act main")) { words.new } }
      p(.class("lead")) { words.lead }
      nav(.label(words.title)) {
        p(.class("acts")) {
          for showing in IntakeFilter.Showing.allCases {
            a(
              .to(route, query: [(Self.showField, showing.rawValue)]), .class("act plain"),
              .current(if: showing == filter.showing)
            ) { name(showing) }
          }
        }
      }
      h2 { phrases.counted(queue.counts.open, words.open) }
      if queue.lines.isEmpty { p { words.none } }
      ul(.class("places")) {
        for line in queue.lines { li { IntakeLineView(phrases: phrases, line: line, now: now) } }
      }
      if filter.page > 1 || queue.hasMore {
        p(.class("acts")) {
          if filter.page > 1 {
            a(.to(route, query: [(Self.showField, filter.showing.rawValue)]), .class("act plain")) { words.first }
          }
          if queue.hasMore {
            a(
              .to(
                route,
                query: [(Self.showField, filter.showing.rawValue), (Self.pageField, String(filter.page + 1))]),
              .class("act plain")
            ) { words.next }
          }
        }
      }
    }
  }

  private func name(_ showing: IntakeFilter.Showing) -> String {
    switch showing {
    case .open: words.showing.open
    case .overdue: words.showing.overdue
    case .closed: words.showing.closed
    case .all: words.showing.all
    }
  }
}

/// A report as a line: what, where, when, how far, by when to act.
struct IntakeLineView: HTML {
  let phrases: Phrases
  let line: IntakeLine
  let now: Timestamp

  private var words: IntakeQueuePhrases { phrases.hotline.queue }

  var body: Node {
    Node.of {
      a(.to(Route.hotline(phrases.language, .one(CaseNumber(line.id))))) {
        words.report(String(line.id), IntakeLineView.place(line, phrases))
      }
      IntakeTags(phrases: phrases, line: line, now: now)
      p(.class("quiet")) {
        [
          phrases.hotline.words.kinds[line.kind], words.taken(phrases.ago(line.takenAt, now: now), line.takenBy),
          line.owner.map { words.owner($0) }, line.others > 0 ? phrases.counted(line.others, words.others) : nil, due,
        ].compactMap(\.self).joined(separator: " · ")
      }
    }
  }

  private var due: String? {
    guard line.status != .closed,
      let due = [line.dueAt, line.waitsForCall ? line.callDueAt : nil].compactMap(\.self).min()
    else { return nil }
    return due < now
      ? phrases.hotline.one.overdue(phrases.ago(due, now: now)) : words.due(phrases.until(due, now: now))
  }

  /// The caller's words, and the facility where they are one.
  static func place(_ line: IntakeLine, _ phrases: Phrases) -> String {
    if let facility = line.facility { return facility }
    return line.place ?? phrases.common.notKnown
  }
}

/// What is urgent about a report, how far it is, and how far it is believed.
struct IntakeTags: HTML {
  let phrases: Phrases
  let line: IntakeLine
  let now: Timestamp

  var body: Node {
    let words = phrases.hotline.queue
    div(.class("tags")) {
      if line.dependent == .yes, line.dueAt != nil { span(.class("tag strong red")) { words.aloneTag } }
      if line.isOverdue(at: now) { span(.class("tag strong amber")) { words.overdueTag } }
      if line.waitsForCall { span(.class("tag strong")) { words.callTag } }
      span(.class("tag")) { phrases.hotline.words.statuses[line.status] }
      span(line.truth == .falseAlarm ? .class("tag strong") : .class("tag")) {
        phrases.hotline.words.truths[line.truth]
      }
      if line.isSample { span(.class("tag")) { words.sampleTag } }
    }
  }
}
