internal import CivilTime
internal import Markup
internal import Phrasebook
internal import Services

/// Nothing fits: why that may be, what to do now, what to type elsewhere, and when to look again.
struct NotFoundPage: HTML {
  let phrases: Phrases
  let isPractice: Bool
  let typed: SearchInput
  /// The A-number as it was understood, to be typed into the official locator.
  let aNumber: String?
  let advice: NotFoundAdvice
  /// Whether searches are followed here.
  var followable = false
  /// Ties forms to the browser.
  var token: String?
  let now: Timestamp

  private var words: NotFoundPhrases { phrases.notFound }

  var body: Node {
    Layout(
      phrases: phrases, title: words.title, isPractice: isPractice, languages: .search(typed, token: token),
      section: .search
    ) {
      h1 { words.title }
      p(.class("lead")) { words.lead }
      p { age }
      p { words.nextText }
      contents
      spellings
      if followable { FollowOffer(phrases: phrases, typed: typed) }
      section(.id("steps"), .focusable()) {
        h2 { phrases.ladder.title }
        LadderView(phrases: phrases)
      }
      section(.id("again"), .focusable()) {
        h2 { words.againTitle }
        if !advice.lookAgain.isEmpty {
          p { words.againText }
          ul { for moment in advice.lookAgain { li { phrases.until(moment, now: now) } } }
        }
        p { words.againNote }
      }
      reasons
      freshness
      section {
        h2 { phrases.form.againTitle }
        SearchForm(phrases: phrases, typed: typed, submit: phrases.form.againSubmit, token: token)
      }
    }
  }

  @HTMLBuilder private var spellings: Node {
    if hasSpellings {
      section(.class("spellings"), .id("spellings"), .focusable()) {
        h2 { words.spellingsTitle }
        if let aNumber { p { words.spellingsANumber(aNumber) } }
        if !advice.locatorSpellings.isEmpty {
          p { words.spellingsText }
          table {
            thead {
              tr {
                th(.scope(.col)) { words.spellingsFirst }
                th(.scope(.col)) { words.spellingsLast }
              }
            }
            tbody {
              for spelling in advice.locatorSpellings {
                tr {
                  td(.dir(.automatic)) { spelling.first }
                  td(.dir(.automatic)) { spelling.last }
                }
              }
            }
          }
        }
        p { a(.https("locator.ice.gov"), .class("act")) { phrases.ladder.locatorLink } }
      }
    }
  }

  @HTMLBuilder private var reasons: Node {
    if !advice.reasons.isEmpty {
      section(.id("reasons"), .focusable()) {
        h2 { words.reasonsTitle }
        dl(.class("reasons")) {
          for reason in advice.reasons.map({ $0.words(words) }) {
            dt { reason.title }
            dd { reason.text }
          }
        }
      }
    }
  }

  @HTMLBuilder private var freshness: Node {
    if !advice.freshness.isEmpty {
      section {
        h2 { words.freshnessTitle }
        ul {
          for source in advice.freshness {
            li {
              words.freshnessLine(SourceWords.of(source.sourceKind, phrases), phrases.ago(source.newest, now: now))
            }
          }
        }
      }
    }
  }

  private var age: String {
    guard let newest = advice.dataAsOf, let day = newest.utcDay else { return words.noData }
    return words.dataAsOf(phrases.day(day), phrases.ago(newest, now: now))
  }

  /// The parts of a long page, each one tap away.
  private var contents: Node {
    nav(.label(words.onThisPage)) {
      ul(.class("contents")) {
        if hasSpellings { li { a(.at("spellings")) { words.spellingsTitle } } }
        if followable { li { a(.at("follow")) { phrases.receipt.offer.title } } }
        li { a(.at("steps")) { phrases.ladder.title } }
        li { a(.at("again")) { words.againTitle } }
        if !advice.reasons.isEmpty { li { a(.at("reasons")) { words.reasonsTitle } } }
      }
    }
  }

  private var hasSpellings: Bool { !advice.locatorSpellings.isEmpty || aNumber != nil }
}
