internal import Markup
internal import Phrasebook

/// What the pages at the door are made with, before anybody is known.
struct DoorScene {
  let phrases: Phrases
  let isPractice: Bool
  /// Ties the forms to the browser.
  let token: String

  var words: SignInPhrases { phrases.staff.signIn }
}

/// What a page at the door has to say, above its form or at a field.
enum DoorNotice: Equatable {
  case mistyped, refused, busy, expiredForm
  case tooMany(seconds: Int)
  /// The session, or what was begun, is over.
  case ended, signedOut, begunEnded, setUpEnded

  var isFault: Bool { self != .ended && self != .signedOut && self != .begunEnded }
}

/// What every page at the door has around its own form. A fault stands at the field that it is about.
struct DoorFrame: HTML {
  let scene: DoorScene
  let route: Route
  let title: String
  var notice: String?
  let content: Node

  init(
    _ scene: DoorScene, _ route: StaffRoute, title: String, notice: String? = nil, @HTMLBuilder content: () -> Node
  ) {
    self.scene = scene
    self.route = .staff(scene.phrases.language, route)
    self.title = title
    self.notice = notice
    self.content = content()
  }

  var body: Node {
    Layout(phrases: scene.phrases, title: title, isPractice: scene.isPractice, languages: .page(route)) {
      h1 { title }
      if let notice { p(.class("notice"), .role(.status)) { notice } }
      content
    }
  }
}

/// One field with its name, its hint and what is wrong. What was typed into it is shown again only if it says so; all of
/// them can be pasted into, and say to password managers what they are for.
struct DoorField: HTML {
  let id: ElementID
  let name: String
  let text: String
  var hint: String?
  var fault: String?
  var type = InputType.text
  var value: String?
  let autocomplete: Autocomplete
  var keyboard = Keyboard.text
  var capitals = Capitalization.off

  private var hintID: ElementID { ElementID("hint", id.name) }
  private var faultID: ElementID { ElementID("fault", id.name) }

  var body: Node {
    div(fault == nil ? .class("field") : .class("field wrong")) {
      label(for: id) { text }
      if let hint { p(.class("hint"), .id(hintID)) { hint } }
      if let fault { p(.class("fault"), .id(faultID), .role(.alert)) { fault } }
      input(
        type, name: name, .id(id), value.map { .value($0) } ?? .none, .autocomplete(autocomplete), .keyboard(keyboard),
        .capitalize(capitals), .spellcheck(false), .invalid(if: fault != nil),
        .describedBy((hint == nil ? [] : [hintID]) + (fault == nil ? [] : [faultID])))
    }
  }
}

/// The names of the fields at the door.
enum DoorForm {
  static let name = "name"
  static let password = "password"
  static let repeated = "repeated"
  static let code = "code"
  static let recovery = "recovery"
  /// Where somebody goes on after they have shown again that it is them.
  static let to = "to"
}
