internal import CivilTime
internal import Markup
internal import Phrasebook
internal import Services
internal import Stores

/// What a receipt opens: little, and nothing of whom it looks for.
struct OpenedSearchPage: HTML {
  /// What was done just now.
  enum Notice { case kept, saved, added, noted, noRoom }

  let scene: FamilyScene
  let search: FamilySearch
  /// Whether the facts on file earn an answer now.
  let hasNews: Bool
  let hours: OfficeHours
  var notice: Notice?
  var contact: (typed: (reach: String, note: String), wish: FamilySearch.Wish, fault: FamilyContact.Fault)?
  var facts: (typed: SearchInput, faults: InputFaults)?

  private var phrases: Phrases { scene.phrases }
  private var words: OpenedSearchPhrases { phrases.receipt.open }

  var body: Node {
    Layout(
      phrases: phrases, title: words.title, isPractice: scene.isPractice,
      languages: .page(.receipt(phrases.language)), section: .search
    ) {
      h1 { words.title }
      if let notice { p(.class("notice"), .role(.status)) { sentence(notice) } }
      p(.class("lead")) { words.lead }
      // What was typed wrong comes first: further down nobody looks for it.
      if contact != nil { contactSection }
      if facts != nil { factsSection }
      // Who asked for a call needs no words to come back with.
      if !search.isKept, search.wants != .call {
        p(.class("notice"), .role(.note)) { words.notKept }
        FamilyForm.button(.keep, scene, phrases.receipt.shown.keep)
      }
      news
      state
      if contact == nil { contactSection }
      if facts == nil { factsSection }
      note
      section {
        h2 { words.deleteTitle }
        p { words.deleteText }
        FamilyForm.button(.delete, scene, words.delete)
      }
    }
  }

  private var contactSection: Node {
    section(.id("contact"), .focusable()) {
      h2 { phrases.receipt.contact.title }
      p { wish }
      p { HoursWords.text(hours, phrases) }
      FamilyContactForm(
        scene: scene, chosen: contact?.wish ?? (search.wants == .nothing ? .call : search.wants),
        typed: contact?.typed ?? ("", ""), fault: contact?.fault)
    }
  }

  private var factsSection: Node {
    section(.id("add"), .focusable()) {
      h2 { words.addTitle }
      p { words.addText }
      SearchForm(
        phrases: phrases, typed: facts?.typed ?? SearchInput(), faults: facts?.faults ?? InputFaults([:]),
        submit: words.addSubmit, to: .receipt(phrases.language), hidden: FamilyForm.hidden(.add, scene))
    }
  }

  private var news: Node {
    section {
      h2 { hasNews ? words.found : words.news }
      if hasNews {
        p { words.foundText }
        FamilyForm.button(.show, scene, main: true, words.showFound)
      } else {
        p { words.nothingYet }
        p { words.personLooks }
      }
    }
  }

  private var state: Node {
    section {
      Parts.facts(
        [(words.since, search.openedAt), (words.lives, search.expiresAt)].map { row in
          (row.0, Node.of { row.1.utcDay.map(phrases.day) ?? phrases.common.notKnown })
        })
      p(.class("quiet")) { words.livesText }
      if search.notes > 0 { p { phrases.counted(search.notes, words.notes) } }
    }
  }

  private var note: Node {
    section(.id("note"), .focusable()) {
      h2 { words.noteTitle }
      form(.post, to: Route.receipt(phrases.language)) {
        FamilyForm.hidden(.note, scene)
        div(.class("field")) {
          label(for: "own-words") { words.noteTitle }
          p(.class("hint"), .id("own-words-hint")) { words.noteHint }
          textarea(
            name: FamilyForm.noteField, value: "", .id("own-words"), .autocomplete(.off), .longest(1000),
            .describedBy("own-words-hint"))
        }
        button(.class("act plain")) { words.noteSubmit }
      }
    }
  }

  private var wish: String {
    let words = phrases.receipt.contact
    return switch search.wants {
    case .nothing: words.wantsNothing
    case .mail: words.wantsMail
    case .call: search.callDueAt.map { words.wantsCall(phrases.moment($0, in: hours.zone)) } ?? words.call
    }
  }

  private func sentence(_ notice: Notice) -> String {
    switch notice {
    case .kept: words.renewed
    case .saved: phrases.receipt.contact.saved
    case .added: words.added
    case .noted: words.noted
    case .noRoom: words.noRoom
    }
  }
}

/// The hours in which families are called, in words.
enum HoursWords {
  static func text(_ hours: OfficeHours, _ phrases: Phrases) -> String {
    let words = phrases.receipt.contact
    let days =
      hours.days.count == 1
      ? phrases.weekday(hours.days.lowerBound)
      : words.days(phrases.weekday(hours.days.lowerBound), phrases.weekday(hours.days.upperBound))
    return words.hours(
      days, phrases.clock(minute: hours.open), "\(phrases.clock(minute: hours.close)), \(phrases.name(of: hours.zone))")
  }
}
