internal import CivilTime
internal import Markup
internal import Phrasebook
internal import Records
internal import Services

/// Somebody's own account: how old password and app are, and forms that change them.
struct OwnAccountPage: HTML {
  let scene: StaffScene
  let own: SignInService.OwnSignIn
  var fault: String?
  var isChanged = false
  let now: Timestamp

  /// Which of the page's forms was sent.
  static let doField = "do"
  static let changePassword = "password"
  static let renewRecovery = "recovery"
  static let newApp = "new-app"
  static let setApp = "set-app"

  private var phrases: Phrases { scene.phrases }
  private var words: OwnAccountPhrases { phrases.staff.own }

  var body: Node {
    StaffFrame(scene, .own, title: words.title) {
      if isChanged { p(.class("notice"), .role(.status)) { words.changed } }
      Parts.facts(
        [
          own.passwordSetAt.map { at in (words.passwordSet, Node.of { phrases.ago(at, now: now) }) },
          own.appSince.map { at in (words.appSince, Node.of { phrases.ago(at, now: now) }) },
          (words.recoveryLeft, Node.of { String(own.recoveryLeft) }),
        ].compactMap(\.self))
      section {
        h2 { words.changeTitle }
        p { words.changeText }
        form(.post, to: Route.staff(phrases.language, .own), .noValidate()) {
          StaffForm.token(scene.staff)
          input(.hidden, name: Self.doField, .value(Self.changePassword))
          NewPasswordFields(words: phrases.staff.setUp, account: scene.staff.account.name, fault: fault)
          button(.class("act main")) { words.changeSubmit }
        }
      }
      section {
        h2 { words.recoveryTitle }
        p { words.recoveryText }
        form(.post, to: Route.staff(phrases.language, .own)) {
          StaffForm.token(scene.staff)
          input(.hidden, name: Self.doField, .value(Self.renewRecovery))
          button(.class("act plain")) { words.recoverySubmit }
        }
      }
      section {
        h2 { words.newPhoneTitle }
        p { words.newPhone }
        form(.post, to: Route.staff(phrases.language, .own)) {
          StaffForm.token(scene.staff)
          input(.hidden, name: Self.doField, .value(Self.newApp))
          button(.class("act plain")) { words.newPhoneBegin }
        }
      }
    }
  }
}
