internal import Markup
internal import Phrasebook
internal import Services
internal import Stores

/// What the forms of a followed search have in common. Each carries the receipt, and nothing else remembers it.
enum FamilyForm {
  static let receiptField = "receipt"
  static let actField = "act"
  static let wishField = "wish"
  static let reachField = "reach"
  static let noteField = "note"

  enum Act: String { case open, keep, want, add, note, show, delete }

  /// The hidden fields of a form that does something with a search.
  @HTMLBuilder static func hidden(_ act: Act, _ scene: FamilyScene) -> Node {
    StaffForm.token(scene.token)
    input(.hidden, name: actField, .value(act.rawValue))
    if let receipt = scene.receipt { input(.hidden, name: receiptField, .value(receipt.code)) }
  }

  /// A form that is one button.
  static func button(_ act: Act, _ scene: FamilyScene, main: Bool = false, _ text: String) -> Node {
    form(.post, to: Route.receipt(scene.phrases.language)) {
      hidden(act, scene)
      Markup.button(main ? .class("act main") : .class("act plain")) { text }
    }
  }
}

/// What every page of a followed search is made with.
struct FamilyScene {
  let phrases: Phrases
  let isPractice: Bool
  /// Ties forms to the browser.
  let token: String
  var receipt: ReceiptService.Shown?
}

/// The offer to follow a search that found nothing.
struct FollowOffer: HTML {
  let phrases: Phrases
  let typed: SearchInput

  var body: Node {
    let words = phrases.receipt.offer
    section(.id("follow"), .focusable()) {
      h2 { words.title }
      p { words.text }
      form(.post, to: Route.follow(phrases.language)) {
        SearchForm.kept(typed)
        button(.class("act main")) { words.follow }
      }
      p { a(.to(Route.receipt(phrases.language))) { words.haveOne } }
    }
  }
}

/// Says what is kept before anything is.
struct FollowPage: HTML {
  let scene: FamilyScene
  let typed: SearchInput
  var wait: Int?

  var body: Node {
    let words = scene.phrases.receipt.offer
    Layout(
      phrases: scene.phrases, title: words.title, isPractice: scene.isPractice,
      languages: .search(typed, token: scene.token),
      section: .search
    ) {
      h1 { words.title }
      if let wait {
        p(.class("notice"), .role(.alert)) { scene.phrases.counted(wait, scene.phrases.receipt.door.tooMany) }
      }
      p(.class("lead")) { words.text }
      p { words.kept }
      form(.post, to: Route.follow(scene.phrases.language)) {
        StaffForm.token(scene.token)
        SearchForm.kept(typed)
        button(.class("act main")) { words.follow }
      }
    }
  }
}

/// The receipt, shown once: to be written down, printed or copied.
struct ReceiptPage: HTML {
  let scene: FamilyScene
  let receipt: ReceiptService.Shown

  var body: Node {
    let words = scene.phrases.receipt.shown
    Layout(
      phrases: scene.phrases, title: words.title, isPractice: scene.isPractice,
      languages: .page(.receipt(scene.phrases.language)), section: .search
    ) {
      h1 { words.title }
      p(.class("lead")) { words.lead }
      section(.class("receipt"), .labelledBy("receipt-words")) {
        h2(.id("receipt-words")) { words.words }
        p(.class("secret"), .lang(scene.phrases.language.code)) { receipt.words }
        p { words.or }
        p(.class("secret"), .dir(.leftToRight)) { receipt.code }
      }
      ul { for line in words.how { li { line } } }
      p { words.lost }
      p(.class("quiet")) { words.print }
      p { words.keepHint }
      FamilyForm.button(.keep, scene, main: true, words.keep)
      section {
        h2 { words.skip }
        p { words.skipText }
        FamilyContactForm(scene: scene, isForCalls: true)
      }
    }
  }
}

/// Where a receipt is typed or pasted.
struct ReceiptDoorPage: HTML {
  enum Notice { case mistyped, unknown, deleted, expiredForm, justDeleted, tooMany(seconds: Int) }

  let scene: FamilyScene
  var notice: Notice?

  var body: Node {
    let words = scene.phrases.receipt.door
    let fault = notice.flatMap(sentence)
    Layout(
      phrases: scene.phrases, title: words.title, isPractice: scene.isPractice,
      languages: .page(.receipt(scene.phrases.language)), section: .search
    ) {
      h1 { words.title }
      if case .justDeleted? = notice {
        div(.class("notice"), .role(.status)) {
          h2 { scene.phrases.receipt.open.deleted }
          p { scene.phrases.receipt.open.deletedText }
        }
      }
      p(.class("lead")) { words.lead }
      form(.post, to: Route.receipt(scene.phrases.language), .noValidate()) {
        FamilyForm.hidden(.open, scene)
        div(fault == nil ? .class("field") : .class("field wrong")) {
          label(for: "receipt") { words.field }
          p(.class("hint"), .id("receipt-hint")) { words.hint }
          if let fault { p(.class("fault"), .id("receipt-fault"), .role(.alert)) { fault } }
          input(
            .text, name: FamilyForm.receiptField, .id("receipt"), .autocomplete(.off), .spellcheck(false),
            .capitalize(.off), .invalid(if: fault != nil),
            .describedBy(fault == nil ? ["receipt-hint"] : ["receipt-hint", "receipt-fault"]))
        }
        button(.class("act main")) { words.submit }
      }
    }
  }

  private func sentence(_ notice: Notice) -> String? {
    let words = scene.phrases.receipt.door
    return switch notice {
    case .mistyped: words.mistyped
    case .unknown: words.unknown
    case .deleted: words.deleted
    case .expiredForm: words.expiredForm
    case .justDeleted: nil
    case .tooMany(let seconds): scene.phrases.counted(seconds, words.tooMany)
    }
  }
}
