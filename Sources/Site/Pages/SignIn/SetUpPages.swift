internal import Barcodes
internal import Gateway
internal import Markup
internal import Phrasebook
internal import Records
internal import Services
internal import Vault

/// Choosing a password: with a one-time code, nobody being signed in yet.
struct SetUpPasswordPage: HTML {
  let scene: DoorScene
  let account: String
  var fault: String?

  private var words: SetUpPhrases { scene.phrases.staff.setUp }

  var body: Node {
    DoorFrame(scene, .setUp, title: words.passwordTitle) {
      p(.class("lead")) { words.passwordLead(account) }
      form(.post, to: Route.staff(scene.phrases.language, .setUp), .noValidate()) {
        StaffForm.token(scene.token)
        NewPasswordFields(words: words, account: account, fault: fault)
        button(.class("act main")) { words.passwordSubmit }
      }
    }
  }
}

/// The fields for a new password. The account's name is there for password managers.
struct NewPasswordFields: HTML {
  let words: SetUpPhrases
  let account: String
  let fault: String?

  var body: Node {
    input(.hidden, name: "username", .value(account), .autocomplete(.username))
    DoorField(
      id: "password", name: DoorForm.password, text: words.newPassword, hint: words.passwordHint, fault: fault,
      type: .password, autocomplete: .newPassword)
    DoorField(
      id: "repeated", name: DoorForm.repeated, text: words.repeatPassword, type: .password, autocomplete: .newPassword)
  }
}

extension SetUpPhrases {
  func sentence(_ fault: PasswordFault) -> String {
    switch fault {
    case .tooShort: tooShort
    case .tooLong: tooLong
    case .common: common
    case .notRepeated: notRepeated
    }
  }
}

/// The key for an authenticator app: as a picture, as text to copy, and as a link for who reads this on the same device.
struct SetUpAppPage: HTML {
  let scene: DoorScene
  let account: String
  let secret: AppSecret
  var fault: String?

  private var words: SetUpPhrases { scene.phrases.staff.setUp }

  var body: Node {
    DoorFrame(scene, .setUpApp, title: words.appTitle) {
      p(.class("lead")) { words.appLead }
      AppKeyView(phrases: scene.phrases, account: account, secret: secret)
      form(.post, to: Route.staff(scene.phrases.language, .setUpApp), .noValidate()) {
        StaffForm.token(scene.token)
        DoorField(
          id: "code", name: DoorForm.code, text: words.appCode, fault: fault, autocomplete: .oneTimeCode,
          keyboard: .numeric)
        button(.class("act main")) { words.appSubmit }
      }
    }
  }
}

/// A key for an authenticator app: a picture to scan, the same to type, and a link.
struct AppKeyView: HTML {
  let phrases: Phrases
  let account: String
  let secret: AppSecret

  private var words: SetUpPhrases { phrases.staff.setUp }
  private var address: String { secret.address(issuer: phrases.common.siteName, account: account) }

  var body: Node {
    if let code = QRCode(address), let data = PathData(code.pathData) {
      let side = code.size + 2 * QRCode.quiet
      p { words.appScan }
      svg(width: side, height: side, text: words.appPicture, .class("qr")) { path(data) }
    }
    p { words.appType }
    p(.class("key")) { secret.text }
    if let link = Link.authenticator(address) { p { a(link, .class("tall")) { words.appLink } } }
  }
}

/// The recovery codes, shown this once and made to be printed.
struct RecoveryCodesPage: HTML {
  let scene: StaffScene
  let codes: [SpokenCode]

  private var words: SetUpPhrases { scene.phrases.staff.setUp }

  var body: Node {
    StaffFrame(scene, .own, title: words.recoveryTitle) {
      p(.class("lead")) { words.recoveryLead }
      h2 { words.recoveryFor(scene.staff.account.name) }
      ol(.class("codes")) {
        for code in codes { li { code.text } }
      }
      p { a(.to(Route.staff(scene.phrases.language, .home)), .class("act main")) { words.recoveryDone } }
    }
  }
}

/// Password and second factor once more, before something that needs a fresh sign-in.
struct AgainPage: HTML {
  let scene: StaffScene
  /// Where it goes on.
  let to: Route
  var fault: String?
  var isRecovering = false

  private var words: SignInPhrases { scene.phrases.staff.signIn }

  var body: Node {
    StaffFrame(scene, to, title: words.againTitle) {
      p(.class("lead")) { words.againLead }
      form(.post, to: Route.staff(scene.phrases.language, .confirm), .noValidate()) {
        StaffForm.token(scene.staff)
        input(.hidden, name: DoorForm.to, .value(to.path))
        input(.hidden, name: "username", .value(scene.staff.account.name), .autocomplete(.username))
        DoorField(
          id: "password", name: DoorForm.password, text: words.password, fault: fault, type: .password,
          autocomplete: .currentPassword)
        FactorFields(words: words, fault: nil, isRecovering: isRecovering)
        button(.class("act main")) { words.againSubmit }
      }
    }
  }
}
