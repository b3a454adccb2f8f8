internal import Markup
internal import Phrasebook

/// One field for a one-time code: it can be pasted, and nothing has to be remembered, solved or typed twice.
struct StaffSignInPage: HTML {
  enum Notice: Equatable {
    case mistyped, refused, tooMany(seconds: Int), expiredForm
    case ended, signedOut

    var isFault: Bool { self != .ended && self != .signedOut }
  }

  let phrases: Phrases
  let isPractice: Bool
  /// Ties the form to the browser.
  let token: String
  var notice: Notice?

  /// The code as it was typed is never shown again.
  static let codeField = "code"

  private var words: SignInPhrases { phrases.staff.signIn }
  private var isWrong: Bool { notice?.isFault == true }

  var body: Node {
    Layout(
      phrases: phrases, title: words.title, isPractice: isPractice, languages: .page(.staff(phrases.language, .signIn))
    ) {
      h1 { words.title }
      if let notice, !notice.isFault { p(.class("notice"), .role(.status)) { sentence(notice) } }
      p(.class("lead")) { words.lead }
      form(.post, to: Route.staff(phrases.language, .signIn), .noValidate()) {
        StaffForm.token(token)
        div(isWrong ? .class("field wrong") : .class("field")) {
          label(for: "code") { words.code }
          p(.class("hint"), .id("code-hint")) { words.codeHint }
          if let notice, notice.isFault {
            p(.class("fault"), .id("code-fault"), .role(.alert)) { sentence(notice) }
          }
          input(
            .text, name: Self.codeField, .id("code"), .autocomplete(.oneTimeCode), .capitalize(.characters),
            .spellcheck(false), .invalid(if: isWrong),
            .describedBy(isWrong ? ["code-hint", "code-fault"] : ["code-hint"]))
        }
        button(.class("act main")) { words.submit }
      }
      p { words.help }
      p { a(.to(Route.start(phrases.language))) { words.forFamilies } }
    }
  }

  private func sentence(_ notice: Notice) -> String {
    switch notice {
    case .mistyped: words.mistyped
    case .refused: words.refused
    case .tooMany(let seconds): phrases.counted(seconds, words.tooMany)
    case .expiredForm: phrases.staff.expiredForm
    case .ended: words.ended
    case .signedOut: words.signedOut
    }
  }
}
