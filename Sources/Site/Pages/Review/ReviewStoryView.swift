internal import CivilTime
internal import Markup
internal import Phrasebook
internal import Records
internal import Services

/// The request and what happened to it, in bands of two hours until it is opened.
struct ReviewStoryView: HTML {
  let phrases: Phrases
  let matter: ReviewMatter
  let reviewed: ReviewedRequest

  private var words: ReviewCasePhrases { phrases.review.one }
  private var lists: VisitWordPhrases { phrases.visits.words }

  var body: Node {
    Node.of {
      section {
        h2 { words.request }
        Parts.facts(request)
      }
      section(.id(ReviewPage.timeline), .focusable()) {
        h2 { words.timeline }
        if !matter.isOpened { p(.class("hint")) { words.hidden } }
        ol(.class("story")) { for event in matter.events { entry(event) } }
      }
    }
  }

  private var request: [(String, Node)] {
    let request = reviewed, filing = phrases.visits.filing
    var rows: [(String, String?)] = []
    if let names = request.names {
      rows += [
        (words.reference, names.reference), (words.client, names.client), (words.filedBy, names.filedBy),
        (filing.askerName, names.asker), (phrases.visits.status.office, names.office),
      ]
    }
    rows += [
      (words.tie, lists.ties[request.tie]), (filing.g28, lists.g28[request.g28]),
      (words.role, lists.roles[request.role]), (filing.mode, lists.modes[request.mode]),
      (filing.urgency, request.urgency == .none ? nil : lists.urgencies[request.urgency]),
    ]
    return rows.compactMap { row in row.1.map { text in (row.0, Node.of { text }) } }
  }

  private func entry(_ event: ReviewedEvent) -> Node {
    let successor = matter.events.first { $0.corrects == event.id }
    return li {
      h3(successor == nil ? .class("kind") : .class("gone")) { lists.kinds[event.kind] }
      p { when(event) }
      if let successor {
        p(.class("quiet")) {
          successor.kind == .takenBack ? phrases.visits.status.takenBack : phrases.visits.status.corrected
        }
      }
      for line in details(event) { p { line } }
      if let note = event.note { p { words.words(phrases.quoted(note)) } }
      p(.class("quiet")) { source(event) }
    }
  }

  private func when(_ event: ReviewedEvent) -> String {
    let local = matter.zone.local(event.at)
    guard let precision = event.precision else {
      return words.band(
        phrases.day(local.day), phrases.clock(minute: local.minuteOfDay),
        phrases.clock(minute: (local.minuteOfDay + 120) % 1440))
    }
    let text = precision == .day ? phrases.day(local.day) : phrases.moment(event.at, in: matter.zone)
    return precision == .quarter || precision == .hour ? text + " (" + lists.precisions[precision] + ")" : text
  }

  private func details(_ event: ReviewedEvent) -> [String] {
    let details = event.details, form = phrases.visits.event, status = phrases.visits.status
    var lines: [String] = []
    if let reason = details.because { lines.append(lists.reasons[reason]) }
    if let thing = details.demanded { lines.append(lists.demands[thing]) }
    let answers: [(Bool?, String)] = [
      (details.written, form.written), (details.doorOpen, form.door), (details.officerWithinHearing, form.officer),
      (details.contact, form.contact), (details.documentsPass, form.papers), (details.signed, form.signed),
      (details.documented, form.documented), (details.answered, form.answered),
    ]
    for case (let answer?, let question) in answers {
      lines.append(question + " " + (answer ? status.yes : status.no) + ".")
    }
    if let channel = event.channel { lines.append(status.by(lists.channels[channel])) }
    return lines
  }

  /// Who told it: what they are to the matter, and by name once it is opened.
  private func source(_ event: ReviewedEvent) -> String {
    let status = phrases.visits.status
    let told =
      event.observer.map { status.toldBy($0, phrases.standing(event.standing)) } ?? phrases.standing(event.standing)
    let wrote = event.recordedBy.map { status.wroteDown($0, phrases.moment(event.recordedAt, in: matter.zone)) }
    return [told, wrote, status.grade(lists.grades[event.grade])].compactMap(\.self).joined(separator: " · ")
  }
}

extension Phrases {
  /// What a witness is to the matter, said to somebody who is neither of them.
  func standing(_ standing: Observer.Standing) -> String {
    standing == .requester ? review.one.requester : visits.words.standings[standing]
  }
}
