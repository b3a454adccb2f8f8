internal import Gateway
internal import Markup
internal import Phrasebook
internal import Services

/// What every page has around its own part: the way out, the name, languages, ways on, and what this is.
struct Layout: HTML {
  /// How the language links lead to the same page.
  enum Languages {
    case page(Route)
    /// A page that came from a search is asked for again with the same words, by a form of its own.
    case search(SearchInput, token: String?)
  }

  let phrases: Phrases
  let title: String
  let isPractice: Bool
  let languages: Languages
  /// Which entry of the menu this page is.
  var section: Section?
  let content: Node

  enum Section { case search, places, about }

  init(
    phrases: Phrases, title: String, isPractice: Bool, languages: Languages, section: Section? = nil,
    @HTMLBuilder content: () -> Node
  ) {
    self.phrases = phrases
    self.title = title
    self.isPractice = isPractice
    self.languages = languages
    self.section = section
    self.content = content()
  }

  var body: Node {
    HTMLDocument(language: phrases.language.code, direction: phrases.language.direction) {
      metaCharset()
      meta("viewport", "width=device-width, initial-scale=1")
      pageTitle(phrases.common.pageOf(title, phrases.common.siteName))
      meta("robots", "noindex, nofollow")
      meta("color-scheme", "light dark")
      meta("format-detection", "telephone=no")
      stylesheet(Assets.stylesheet.route)
      icon(Assets.icon.route)
    } body: {
      a(.at("main"), .class("skip")) { phrases.common.skipToContent }
      wayOut
      header {
        if isPractice { p(.class("practice")) { phrases.common.practice } }
        top
      }
      main(.id("main"), .focusable()) { content }
      bottom
    }
  }

  /// Always in reach: it stays at the top of the screen.
  private var wayOut: Node {
    Markup.section(.class("leave"), .label(phrases.leaving.title)) {
      a(.to(Route.leave), .class("leave-link")) { phrases.common.leaveNow }
    }
  }

  private var top: Node {
    div(.class("top")) {
      a(.to(Route.start(phrases.language)), .class("name")) { phrases.common.siteName }
      nav(.label(phrases.common.siteName)) {
        ul(.class("menu")) {
          entry(.start(phrases.language), phrases.common.search, .search)
          entry(.facilities(phrases.language), phrases.common.places, .places)
          entry(.about(phrases.language), phrases.common.about, .about)
        }
      }
      nav(.label(phrases.common.languages), .class("languages")) {
        ul(.class("menu")) {
          for other in Phrases.all.map(\.language) { li { languageLink(other) } }
        }
      }
    }
  }

  private func entry(_ route: Route, _ text: String, _ entry: Section) -> Node {
    li { a(.to(route), .current(if: section == entry)) { text } }
  }

  @HTMLBuilder private func languageLink(_ other: Language) -> Node {
    if other == phrases.language {
      span(.class("here"), .lang(other.code)) { other.name }
    } else {
      switch languages {
      case .page(let route):
        a(.to(route.translated(other)), .lang(other.code), .hreflang(other.code)) { other.name }
      case .search(let typed, let token):
        form(.post, to: Route.search(other), .class("again")) {
          StaffForm.tie(token)
          SearchForm.kept(typed)
          button(.lang(other.code), .class("link")) { other.name }
        }
      }
    }
  }

  private var bottom: Node {
    footer {
      p { phrases.common.notGovernment }
      p { phrases.common.notLegalAdvice }
      p {
        a(.to(Route.leaving(phrases.language))) { phrases.leaving.title }
      }
    }
  }
}

extension Language {
  var direction: TextDirection { isRightToLeft ? .rightToLeft : .leftToRight }
}
