internal import CivilTime
internal import Markup
internal import Phrasebook
internal import Records
internal import Services

/// What happened, in the order of time, with both times of what was written down late. Nothing is left out.
struct VisitStory: HTML {
  let scene: StaffScene
  let matter: VisitMatter
  let route: Route

  private var phrases: Phrases { scene.phrases }
  private var words: VisitStatusPhrases { scene.phrases.visits.status }

  var body: Node {
    ol(.class("story")) {
      for part in parts { part }
    }
  }

  /// Events and files, each where it belongs in time.
  private var parts: [Node] {
    let events = matter.events.map { (at: $0.at.moment, rank: 0, id: $0.id, node: entry($0)) }
    let files = EvidenceStory(phrases: phrases, matter: matter).entries
    return (events + files).sorted { ($0.at, $0.rank, $0.id) < ($1.at, $1.rank, $1.id) }.map(\.node)
  }

  private func entry(_ event: VisitEvent) -> Node {
    let successor = matter.events.first { $0.corrects == event.id }
    return li(.id(ElementID("event", String(event.id)))) {
      h3(successor == nil ? .class("kind") : .class("gone")) { phrases.visits.words.kinds[event.kind] }
      p { VisitSentences(phrases: phrases, zone: matter.zone).when(event) }
      if let successor {
        p(.class("quiet")) { successor.kind == .takenBack ? words.takenBack : words.corrected }
      }
      if matter.life.misfits.contains(event.id) { p(.class("notice")) { words.misfit } }
      for line in VisitSentences(phrases: phrases, zone: matter.zone).details(event) { p { line } }
      if let note = event.note { p { phrases.quoted(note) } }
      p(.class("quiet")) { VisitSentences(phrases: phrases, zone: matter.zone).source(event) }
      if successor == nil, event.kind != .takenBack { changes(event) }
    }
  }

  private func changes(_ event: VisitEvent) -> Node {
    details {
      summary { words.correct }
      div(.class("acts")) {
        form(.post, to: route) {
          StaffForm.token(scene.staff)
          input(.hidden, name: VisitPage.stepField, .value(VisitPage.correctStep))
          input(.hidden, name: VisitField.kind.rawValue, .value(event.kind.rawValue))
          input(.hidden, name: VisitField.corrects.rawValue, .value(String(event.id)))
          button(.class("act plain")) { words.correct }
        }
        form(.post, to: route) {
          StaffForm.token(scene.staff)
          input(.hidden, name: VisitField.kind.rawValue, .value(VisitEventKind.takenBack.rawValue))
          input(.hidden, name: VisitField.corrects.rawValue, .value(String(event.id)))
          button(.class("act plain")) { words.takeBack }
        }
      }
    }
  }
}

/// An event in sentences, the same on the page and in the chronology.
struct VisitSentences {
  let phrases: Phrases
  let zone: Zone

  private var words: VisitStatusPhrases { phrases.visits.status }
  private var lists: VisitWordPhrases { phrases.visits.words }

  func when(_ event: VisitEvent) -> String {
    var text =
      event.at.precision == .day
      ? phrases.day(zone.local(event.at.moment).day) : phrases.moment(event.at.moment, in: zone)
    if event.at.precision == .quarter || event.at.precision == .hour {
      text += " (" + lists.precisions[event.at.precision] + ")"
    }
    return event.isLate ? words.late(text, phrases.moment(event.recordedAt, in: zone)) : text
  }

  func details(_ event: VisitEvent) -> [String] {
    let details = event.details, form = phrases.visits.event
    var lines: [String] = []
    if let reason = details.because { lines.append(lists.reasons[reason]) }
    if let thing = details.demanded { lines.append(lists.demands[thing]) }
    if let slot = details.slot {
      lines.append(words.slot(phrases.moment(slot.opens, in: zone), phrases.clock(slot.closes, in: zone)))
    }
    if let verdict = details.verdict { lines.append(lists.verdicts[verdict]) }
    let answers: [(Bool?, String)] = [
      (details.written, form.written), (details.doorOpen, form.door), (details.officerWithinHearing, form.officer),
      (details.contact, form.contact), (details.documentsPass, form.papers), (details.signed, form.signed),
      (details.documented, form.documented), (details.answered, form.answered),
    ]
    for case (let answer?, let question) in answers {
      lines.append(question + " " + (answer ? words.yes : words.no) + ".")
    }
    if details.evidence != nil { lines.append(phrases.visits.evidence.mailCame) }
    if let channel = event.channel { lines.append(words.by(lists.channels[channel])) }
    return lines
  }

  /// Who told it, who wrote it down, and how strong it is.
  func source(_ event: VisitEvent) -> String {
    let wrote = words.wroteDown(event.recordedBy, phrases.moment(event.recordedAt, in: zone))
    let told =
      event.observer.isFirstHand ? nil : words.toldBy(event.observer.name, lists.standings[event.observer.standing])
    return ([told, wrote, words.grade(lists.grades[event.grade])].compactMap(\.self)).joined(separator: " · ")
  }
}
