internal import Markup
internal import Phrasebook
internal import Records
internal import Services
internal import Vault

/// The key for the app on another phone, for somebody who is signed in.
struct NewAppPage: HTML {
  let scene: StaffScene
  let app: SignInService.NewApp
  var fault: String?

  static let sealedField = "app"

  private var words: OwnAccountPhrases { scene.phrases.staff.own }

  var body: Node {
    StaffFrame(scene, .own, title: words.newPhoneTitle) {
      p(.class("lead")) { words.newPhoneLead }
      AppKeyView(phrases: scene.phrases, account: scene.staff.account.name, secret: app.secret)
      form(.post, to: Route.staff(scene.phrases.language, .own), .noValidate()) {
        StaffForm.token(scene.staff)
        input(.hidden, name: OwnAccountPage.doField, .value(OwnAccountPage.setApp))
        input(.hidden, name: Self.sealedField, .value(app.sealed))
        DoorField(
          id: "code", name: DoorForm.code, text: scene.phrases.staff.setUp.appCode, fault: fault,
          autocomplete: .oneTimeCode, keyboard: .numeric)
        button(.class("act main")) { words.newPhoneSubmit }
      }
      p { a(.to(Route.staff(scene.phrases.language, .own))) { words.newPhoneBack } }
    }
  }
}
