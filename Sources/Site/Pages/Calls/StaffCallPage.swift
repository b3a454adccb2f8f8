internal import CivilTime
internal import Linkage
internal import Markup
internal import Phrasebook
internal import Records
internal import Services
internal import Stores

/// One call: whom the family looks for, how to call, the contact if it was opened just now, and how it ended.
struct StaffCallPage: HTML {
  let scene: StaffScene
  let call: Callback
  let request: SearchRequest
  var contact: ContactAnswer?
  /// Whether what was asked for could not be done any more.
  var isTooLate = false
  let now: Timestamp

  static let changeField = "change"
  static let outcomeField = "outcome"
  static let reasonField = "reason"

  /// What a button of the page asks for.
  enum Change: String { case take, giveBack = "give-back", protect, agree, tried, open, finish }

  private var phrases: Phrases { scene.phrases }
  private var words: CallPhrases { scene.phrases.staff.calls }
  private var isMine: Bool { call.owner == scene.staff.account.id }

  var body: Node {
    StaffFrame(scene, .call(call.id), title: words.call(String(call.id))) {
      if isTooLate { p(.class("notice"), .role(.alert)) { words.tooLate } }
      CallTags(call: call, words: words, now: now)
      facts
      section {
        h2 { words.lookingFor }
        Parts.facts(SoughtWords.facts(request, phrases))
        p { a(.to(Route.staff(phrases.language, .followed(call.search)))) { SoughtWords.title(request, phrases) } }
      }
      section {
        h2 { words.script }
        ol { for step in words.steps { li { step } } }
        if call.needsTwo { p(.class("notice"), .role(.note)) { words.protectedText } }
      }
      if call.doneAt == nil {
        work
        if isMine { opening }
        if isMine { ending }
      }
    }
  }

  private var facts: Node {
    var rows: [(String, String)] = [
      (words.asked, phrases.ago(call.askedAt, now: now)), (words.due, phrases.until(call.dueAt, now: now)),
      (words.owner, call.ownerName ?? words.nobody), (words.reason, words.reasons.name(of: call.reason)),
      (words.language, Phrases.of(call.language)?.language.name ?? call.language),
    ]
    if let outcome = call.outcome { rows.append((words.done, words.outcomes.name(of: outcome))) }
    return Node.of {
      Parts.facts(rows.map { row in (row.0, Node.of { row.1 }) })
      if let agreed = call.agreedName { p { words.agreedBy(agreed) } }
      if call.tries > 0 { p { phrases.counted(call.tries, words.tries) } }
      if call.openings > 0 { p(.class("quiet")) { phrases.counted(call.openings, words.openings) } }
    }
  }

  private var work: Node {
    section {
      if call.owner == nil { press(.take, words.take, main: true) }
      if isMine { press(.giveBack, words.giveBack) }
      if isMine { press(.tried, words.tried) }
      if call.needsTwo, call.agreedBy == nil, call.owner != nil, !isMine { press(.agree, words.agree) }
      if !call.needsTwo {
        press(.protect, words.protect)
        p(.class("hint")) { words.protectHint }
      }
    }
  }

  @HTMLBuilder private var opening: Node {
    section(.id("contact"), .focusable()) {
      h2 { words.contactTitle }
      switch contact {
      case .contact(let opened, let notes)?:
        div(.class("notice"), .role(.status)) { p { words.shownOnce } }
        Parts.facts([(words.reach, reach(opened.reach)), (words.note, Node.of { opened.note })])
        if !notes.isEmpty {
          h3 { words.notes }
          for note in notes { p(.dir(.automatic)) { note } }
        }
      case .refused(let refusal)?: p(.class("problem"), .role(.alert)) { words.refusals.sentence(refusal) }
      case nil: p { words.contactText }
      }
      form(.post, to: route) {
        hidden(.open)
        div(.class("field")) {
          label(for: "why") { words.why }
          p(.class("hint"), .id("why-hint")) { words.whyHint }
          input(
            .text, name: Self.reasonField, .id("why"), .autocomplete(.off), .longest(KeeperService.longestReason),
            .describedBy("why-hint"))
        }
        button(.class("act plain")) { words.open }
      }
    }
  }

  private func reach(_ text: String) -> Node {
    text.contains("@") ? Parts.write(text, phrases) : Parts.call(text, phrases)
  }

  private var ending: Node {
    section {
      h2 { words.outcomeTitle }
      form(.post, to: route) {
        hidden(.finish)
        div(.class("field")) {
          label(for: "outcome") { words.outcomeTitle }
          select(name: Self.outcomeField, .id("outcome"), .autocomplete(.off)) {
            for outcome in Callback.Outcome.allCases {
              option(value: outcome.rawValue, words.outcomes.name(of: outcome))
            }
          }
        }
        button(.class("act main")) { words.finish }
      }
    }
  }

  private var route: Route { .staff(phrases.language, .call(call.id)) }

  private func hidden(_ change: Change) -> Node {
    Node.of {
      StaffForm.token(scene.staff)
      input(.hidden, name: Self.changeField, .value(change.rawValue))
    }
  }

  private func press(_ change: Change, _ text: String, main: Bool = false) -> Node {
    form(.post, to: route) {
      hidden(change)
      button(main ? .class("act main") : .class("act plain")) { text }
    }
  }
}
