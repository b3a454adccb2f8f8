internal import Markup
internal import Phrasebook

/// The other ways to look for a person, in the order in which they help most: numbers and addresses as data.
enum Ladder {
  static let detentionLine = "1-888-351-4024"
  static let courtLine = "1-800-898-7180"
  static let childrenLine = "1-800-203-7001"

  struct Step {
    let words: StepPhrases
    var warning: String?
    var actions: [Action] = []
  }

  enum Action {
    case call(String)
    case site(Link, String)
    case page(Route, String)
  }

  static func steps(_ phrases: Phrases) -> [Step] {
    let words = phrases.ladder
    return [
      Step(words: words.locator, actions: [.site(.https("locator.ice.gov"), words.locatorLink)]),
      Step(words: words.fieldOffice, actions: [.page(.offices(phrases.language), words.fieldOfficesLink)]),
      Step(words: words.facility, actions: [.page(.facilities(phrases.language), words.facilitiesLink)]),
      Step(words: words.detentionLine, actions: [.call(detentionLine)]),
      Step(
        words: words.court,
        actions: [.call(courtLine), .site(.https("acis.eoir.justice.gov"), words.courtLink)]),
      Step(words: words.borderPatrol),
      Step(words: words.children, actions: [.call(childrenLine)]),
      Step(
        words: words.prisons,
        actions: [
          .site(.https("www.bop.gov/inmateloc"), words.prisonLink), .site(.https("www.vinelink.com"), words.vineLink),
        ]),
      Step(words: words.consulate, warning: words.consulateWarning),
      Step(
        words: words.congress,
        actions: [.site(.https("www.house.gov/representatives/find-your-representative"), words.congressLink)]),
    ]
  }
}

/// The ladder as numbered steps.
struct LadderView: HTML {
  let phrases: Phrases

  var body: Node {
    p { phrases.ladder.lead }
    p(.class("quiet")) { phrases.ladder.ready }
    ol(.class("ladder")) {
      for step in Ladder.steps(phrases) {
        li {
          h3 { step.words.title }
          p { step.words.text }
          if let warning = step.warning { p(.class("notice"), .role(.note)) { warning } }
          if !step.actions.isEmpty {
            div(.class("acts")) { for action in step.actions { show(action) } }
          }
        }
      }
    }
  }

  @HTMLBuilder private func show(_ action: Ladder.Action) -> Node {
    switch action {
    case .call(let number): Parts.call(number, phrases)
    case .site(let link, let text):
      a(link, .class("act plain"), .dir(.leftToRight)) { Parts.breakable(text, after: "/") }
    case .page(let route, let text): a(.to(route), .class("act plain")) { text }
    }
  }
}
