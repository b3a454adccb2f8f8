internal import Markup
internal import Phrasebook
internal import Services

/// Where everybody begins: what this is, the form, and what comes if it finds nothing. With faults it shows them.
struct StartPage: HTML {
  let phrases: Phrases
  let isPractice: Bool
  var typed = SearchInput()
  var faults = InputFaults([:])
  /// Ties the form to the browser.
  var token: String?
  /// The form came without its token, from a browser that does not say from which page: nothing was searched yet.
  var isUntied = false

  private var isFirst: Bool { typed == SearchInput() && faults.byField.isEmpty }

  var body: Node {
    Layout(
      phrases: phrases, title: title,
      isPractice: isPractice, languages: isFirst ? .page(.start(phrases.language)) : .search(typed, token: token),
      section: .search
    ) {
      if isFirst {
        leaving
        h1 { phrases.start.title }
        p(.class("lead")) { phrases.start.lead }
      } else {
        h1 { phrases.form.title }
        if isUntied { p(.class("notice"), .role(.alert)) { phrases.form.untied } }
      }
      SearchForm(phrases: phrases, typed: typed, faults: faults, submit: phrases.form.submit, token: token)
      p(.class("quiet")) { phrases.start.privacy }
      section(.class("aside")) {
        h2 { phrases.start.laterTitle }
        p { phrases.start.laterText }
        h2 { phrases.start.placesTitle }
        p { phrases.start.placesText }
        p { a(.to(Route.facilities(phrases.language)), .class("act plain")) { phrases.start.placesLink } }
      }
    }
  }

  private var title: String {
    if !faults.byField.isEmpty { return phrases.form.problem }
    return isFirst ? phrases.common.tagline : phrases.form.title
  }

  /// Said before the button is met on any other page: what it does, and what it does not do.
  private var leaving: Node {
    p(.class("leaving"), .role(.note)) {
      strong { phrases.common.leaveNow }
      ": "
      phrases.leaving.shortNotice
      " "
      a(.to(Route.leaving(phrases.language))) { phrases.leaving.learnMore }
    }
  }
}
