internal import Gateway
internal import Markup
internal import Phrasebook

/// Why there is no answer, what became of what was typed, and the way on.
struct FailurePage: HTML {
  let phrases: Phrases
  let isPractice: Bool
  let problem: Problem
  let id: RequestID

  var body: Node {
    let (title, text) = words
    Layout(
      phrases: phrases, title: title, isPractice: isPractice, languages: .page(.start(phrases.language))
    ) {
      h1 { title }
      p(.class("lead")) { text }
      p { a(.to(Route.start(phrases.language)), .class("act main")) { phrases.common.newSearch } }
      if problem.status.code >= 500 {
        section {
          h2 { phrases.failures.meanwhile }
          LadderView(phrases: phrases)
        }
        p(.class("quiet")) { phrases.failures.reference(id.description) }
      }
    }
  }

  private var words: (title: String, text: String) {
    let words = phrases.failures
    return switch problem.status {
    case .notFound, .gone: (words.notFoundTitle, words.notFoundText)
    case .methodNotAllowed: (words.methodTitle, words.methodText)
    case .forbidden: (words.refusedTitle, words.refusedText)
    case .contentTooLarge, .uriTooLong, .headerFieldsTooLarge: (words.tooLargeTitle, words.tooLargeText)
    case .serviceUnavailable, .tooManyRequests: (words.busyTitle, words.busyText)
    case let status where status.code < 500: (words.badRequestTitle, words.badRequestText)
    default: (words.brokenTitle, words.brokenText)
    }
  }

  /// The page as an answer with the problem's own status.
  static func response(_ problem: Problem, phrases: Phrases, isPractice: Bool, id: RequestID) -> Response {
    .page(FailurePage(phrases: phrases, isPractice: isPractice, problem: problem, id: id), status: problem.status)
  }
}

extension Response {
  /// A page as an answer.
  static func page(_ page: some HTML, status: Status = .ok) -> Response {
    Response(status: status, headers: ["Content-Type": "text/html; charset=utf-8"], body: .bytes(page.rendered()))
  }
}
