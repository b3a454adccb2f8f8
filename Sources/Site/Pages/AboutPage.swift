internal import CivilTime
internal import Markup
internal import Phrasebook

/// What this is, what is kept and what is not, and where the facts come from.
struct AboutPage: HTML {
  let phrases: Phrases
  let isPractice: Bool
  let placesReadOn: CivilDate

  private var words: AboutPhrases { phrases.about }

  var body: Node {
    Layout(
      phrases: phrases, title: words.title, isPractice: isPractice, languages: .page(.about(phrases.language)),
      section: .about
    ) {
      h1 { words.title }
      paragraphs(words.whatTitle, words.what)
      if isPractice { paragraphs(words.practiceTitle, [words.practice]) }
      points(words.notKeptTitle, words.notKept)
      points(words.keptTitle, words.kept)
      points(words.shownTitle, words.shown)
      paragraphs(words.noThirdTitle, [words.noThird])
      section {
        h2 { words.sourcesTitle }
        p { words.sourcesText(phrases.day(placesReadOn)) }
        ul {
          for source in [
            words.sourceFacilities, words.sourceStandards, words.sourceOffices, words.sourceTransfers, words.sourceMap,
          ] {
            li { source }
          }
        }
      }
      paragraphs(words.lawTitle, [words.law])
      p { a(.to(Route.published(phrases.language)), .class("tall")) { phrases.published.title } }
    }
  }

  private func paragraphs(_ heading: String, _ texts: [String]) -> Node {
    section {
      h2 { heading }
      for text in texts { p { text } }
    }
  }

  private func points(_ heading: String, _ texts: [String]) -> Node {
    section {
      h2 { heading }
      ul { for text in texts { li { text } } }
    }
  }
}

/// What the button at the top does and does not do, and how to leave less behind.
struct LeavingPage: HTML {
  let phrases: Phrases
  let isPractice: Bool

  private var words: LeavingPhrases { phrases.leaving }

  var body: Node {
    Layout(
      phrases: phrases, title: words.title, isPractice: isPractice, languages: .page(.leaving(phrases.language))
    ) {
      h1 { words.title }
      p(.class("lead")) { words.whatItDoes }
      p(.class("notice"), .role(.note)) { words.whatItDoesNot }
      h2 { words.toBeSaferTitle }
      ul { for advice in words.toBeSafer { li { advice } } }
      p { words.whatWeDo }
      p { a(.to(Route.start(phrases.language)), .class("act main")) { words.backToSearch } }
    }
  }
}
