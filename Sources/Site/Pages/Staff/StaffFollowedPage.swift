internal import CivilTime
internal import Markup
internal import Phrasebook
internal import Records
internal import Services

/// One open search: who is sought, what was found with how it was weighed, and the ways to end it.
struct StaffFollowedPage: HTML {
  let scene: StaffScene
  let found: FoundForSearch
  let now: Timestamp

  static let changeField = "change"

  private var phrases: Phrases { scene.phrases }
  private var words: FollowingPhrases { scene.phrases.staff.following }
  private var search: FollowedSearch { found.search }
  private var isOpen: Bool { search.isOpen(at: now) }
  private var isBeingMatched: Bool { isOpen && search.dueAt <= now }

  var body: Node {
    let holding = found.matches.filter { $0.gone == nil }
    let gone = found.matches.filter { $0.gone != nil }
    StaffFrame(scene, .followed(search.id), title: SoughtWords.title(search.request, phrases)) {
      state
      section {
        h2 { words.sought }
        Parts.facts(
          SoughtWords.facts(search.request, phrases) + [
            (words.opened, Node.of { SoughtWords.opened(search, phrases, now: now) })
          ])
        if isOpen { p(.class("hint")) { words.renewedByLooking } }
      }
      section {
        h2 { holding.isEmpty ? words.noMatches : phrases.counted(holding.count, words.matches) }
        if isBeingMatched { p(.role(.status)) { words.waiting } }
        if !holding.isEmpty { p { phrases.staff.search.bitsHelp } }
        for match in holding { view(match) }
      }
      if !gone.isEmpty {
        section {
          h2 { words.before }
          for match in gone { past(match) }
        }
      }
      section {
        if isOpen { button(.close, words.close) } else { button(search.closedAt == nil ? .renew : .reopen, again) }
        details(.class("more")) {
          summary { words.deleteTitle }
          p { words.deleteText }
          button(.delete, words.delete)
        }
      }
    }
  }

  private var again: String { search.closedAt == nil ? words.renew : words.reopen }

  @HTMLBuilder private var state: Node {
    if !isOpen {
      p(.class("notice"), .role(.note)) {
        search.closedAt == nil ? words.ended : words.closed
        " "
        words.erased(phrases.until(search.erasedAt, now: now))
      }
    }
  }

  private func button(_ change: FollowingService.Change, _ text: String) -> Node {
    form(.post, to: Route.staff(phrases.language, .followed(search.id))) {
      StaffForm.token(scene.staff)
      input(.hidden, name: Self.changeField, .value(change.rawValue))
      Markup.button(.class("act plain")) { text }
    }
  }

  private func view(_ match: FoundMatch) -> Node {
    let number = String(match.person)
    return article(.class("record")) {
      p(.class("tags")) {
        span(match.likelihood == .likely ? .class("tag strong") : .class("tag")) {
          match.likelihood == .likely ? phrases.result.likely : phrases.result.possible
        }
        if match.isNews { span(.class("tag")) { words.news1 } }
        if match.isSample { span(.class("tag invented")) { phrases.result.invented } }
      }
      h3 { phrases.staff.search.record(number) }
      p(.class("quiet")) { words.foundAt(phrases.ago(match.reportedAt, now: now)) }
      // Never “100%”: a weight is evidence, not certainty.
      p { words.probability(phrases.share(min(match.probability, 0.99))) }
      StaffCustody(phrases: phrases, custody: match.custody, now: now)
      StaffWaterfall(phrases: phrases, agreements: match.agreements)
      form(.post, to: Route.staff(phrases.language, .attempts)) {
        StaffForm.token(scene.staff)
        input(.hidden, name: StaffAttemptsPage.stepField, .value(StaffAttemptsPage.newStep))
        input(.hidden, name: AttemptField.person.rawValue, .value(number))
        Markup.button(.class("act plain")) { phrases.staff.search.noteAttempt }
      }
    }
  }

  private func past(_ match: FoundMatch) -> Node {
    article(.class("record")) {
      h3 { phrases.staff.search.record(String(match.person)) }
      p {
        switch match.gone {
        case .withdrawn, nil: words.withdrawn
        case .merged: words.merged
        case .noLongerFits: words.noLongerFits
        }
      }
    }
  }
}

/// Where somebody was last known to be, in a few lines.
struct StaffCustody: HTML {
  let phrases: Phrases
  let custody: LastCustody?
  let now: Timestamp

  var body: Node {
    if let custody {
      Parts.facts([
        (
          Situation(custody).heading(phrases.result),
          Node.of { custody.facility?.name ?? custody.placeText ?? phrases.common.notKnown }
        ),
        (phrases.result.reported, Node.of { phrases.ago(custody.reportedAt, now: now) }),
        (phrases.result.source, Node.of { SourceWords.of(custody.sourceKind, phrases) }),
      ])
      if custody.contradicted { p(.class("notice"), .role(.note)) { phrases.result.contradicted } }
    }
  }
}
