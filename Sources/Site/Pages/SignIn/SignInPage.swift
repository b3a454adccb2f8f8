internal import Markup
internal import Phrasebook

/// The first step: a name and a password. Nothing has to be solved, remembered beyond them, or typed twice.
struct SignInPage: HTML {
  let scene: DoorScene
  var name = ""
  var notice: DoorNotice?

  private var words: SignInPhrases { scene.words }

  var body: Node {
    DoorFrame(scene, .signIn, title: words.title, notice: notice.flatMap { $0.isFault ? nil : sentence($0) }) {
      p(.class("lead")) { words.lead }
      form(.post, to: Route.staff(scene.phrases.language, .signIn), .noValidate()) {
        StaffForm.token(scene.token)
        DoorField(
          id: "name", name: DoorForm.name, text: words.name, value: name, autocomplete: .username)
        DoorField(
          id: "password", name: DoorForm.password, text: words.password,
          fault: notice.flatMap { $0.isFault ? sentence($0) : nil }, type: .password, autocomplete: .currentPassword)
        button(.class("act main")) { words.submit }
      }
      p { a(.to(Route.staff(scene.phrases.language, .signInCode)), .class("tall")) { words.haveCode } }
      p { a(.to(Route.signUp(scene.phrases.language)), .class("tall")) { words.askForAccount } }
      p { words.help }
      p { a(.to(Route.start(scene.phrases.language)), .class("tall")) { words.forFamilies } }
    }
  }

  private func sentence(_ notice: DoorNotice) -> String {
    switch notice {
    case .mistyped, .refused: words.refused
    case .busy: words.busy
    case .tooMany(let seconds): scene.phrases.counted(seconds, words.tooMany)
    case .expiredForm: scene.phrases.staff.expiredForm
    case .ended: words.ended
    case .signedOut: words.signedOut
    case .begunEnded, .setUpEnded: words.begunEnded
    }
  }
}

/// The second step: six digits from an app, or a recovery code.
struct SecondFactorPage: HTML {
  let scene: DoorScene
  var notice: DoorNotice?
  /// Whether the recovery code was tried, so that its field stays open.
  var isRecovering = false

  private var words: SignInPhrases { scene.words }

  var body: Node {
    DoorFrame(scene, .secondFactor, title: words.factorTitle) {
      p(.class("lead")) { words.factorLead }
      form(.post, to: Route.staff(scene.phrases.language, .secondFactor), .noValidate()) {
        StaffForm.token(scene.token)
        FactorFields(words: words, fault: notice.map(sentence), isRecovering: isRecovering)
        button(.class("act main")) { words.factorSubmit }
      }
      p { a(.to(Route.staff(scene.phrases.language, .signIn)), .class("tall")) { words.startOver } }
    }
  }

  private func sentence(_ notice: DoorNotice) -> String {
    switch notice {
    case .mistyped: words.factorMistyped
    case .tooMany(let seconds): scene.phrases.counted(seconds, words.tooMany)
    case .expiredForm: scene.phrases.staff.expiredForm
    default: words.factorRefused
    }
  }
}

/// The field for six digits, and the one for who has no phone at hand.
struct FactorFields: HTML {
  let words: SignInPhrases
  let fault: String?
  let isRecovering: Bool

  var body: Node {
    DoorField(
      id: "code", name: DoorForm.code, text: words.factorCode, hint: words.factorHint,
      fault: isRecovering ? nil : fault, autocomplete: .oneTimeCode, keyboard: .numeric)
    details(.class("more"), .open(if: isRecovering)) {
      summary { words.noPhone }
      DoorField(
        id: "recovery", name: DoorForm.recovery, text: words.recoveryCode, hint: words.recoveryHint,
        fault: isRecovering ? fault : nil, autocomplete: .off, capitals: .characters)
    }
  }
}

/// For a one-time code of an invitation or a reset.
struct OneTimeCodePage: HTML {
  let scene: DoorScene
  var notice: DoorNotice?

  private var words: SignInPhrases { scene.words }

  var body: Node {
    DoorFrame(scene, .signInCode, title: words.codeTitle) {
      p(.class("lead")) { words.codeLead }
      form(.post, to: Route.staff(scene.phrases.language, .signInCode), .noValidate()) {
        StaffForm.token(scene.token)
        DoorField(
          id: "code", name: DoorForm.code, text: words.code, hint: words.codeHint, fault: notice.map(sentence),
          autocomplete: .oneTimeCode, capitals: .characters)
        button(.class("act main")) { words.submit }
      }
      p { words.help }
      p { a(.to(Route.staff(scene.phrases.language, .signIn)), .class("tall")) { words.title } }
    }
  }

  private func sentence(_ notice: DoorNotice) -> String {
    switch notice {
    case .mistyped: words.mistyped
    case .tooMany(let seconds): scene.phrases.counted(seconds, words.tooMany)
    case .expiredForm: scene.phrases.staff.expiredForm
    case .setUpEnded: scene.phrases.staff.setUp.ended
    default: words.codeRefused
    }
  }
}
