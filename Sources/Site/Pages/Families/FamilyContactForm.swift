internal import Markup
internal import Phrasebook
internal import Services
internal import Stores

/// How a family wants to hear: not at all, by mail, or by a call.
struct FamilyContactForm: HTML {
  let scene: FamilyScene
  var chosen: FamilySearch.Wish = .nothing
  /// Where nothing but a call would reach her: mail says to come back with the receipt that she does not keep.
  var isForCalls = false
  var typed: (reach: String, note: String) = ("", "")
  var fault: FamilyContact.Fault?

  private var words: FamilyContactPhrases { scene.phrases.receipt.contact }

  var body: Node {
    form(.post, to: Route.receipt(scene.phrases.language), .noValidate()) {
      FamilyForm.hidden(.want, scene)
      if isForCalls {
        input(.hidden, name: FamilyForm.wishField, .value(FamilySearch.Wish.call.rawValue))
      } else {
        fieldset(.class("field")) {
          legend { words.title }
          div(.class("wishes")) {
            choice(.call, words.call, hint: words.callHint)
            choice(.mail, words.mail, hint: words.mailHint)
            choice(.nothing, words.nothing, hint: nil)
          }
        }
      }
      div(fault == nil ? .class("field") : .class("field wrong")) {
        label(for: "reach") { isForCalls ? words.phone : words.reach }
        p(.class("hint"), .id("reach-hint")) { words.reachHint }
        if let fault {
          p(.class("fault"), .id("reach-fault"), .role(.alert)) {
            span(.class("hidden")) { scene.phrases.form.problemPrefix + " " }
            sentence(fault)
          }
        }
        input(
          .text, name: FamilyForm.reachField, .id("reach"), .value(typed.reach), .autocomplete(.off),
          .spellcheck(false), .capitalize(.off), .invalid(if: fault != nil),
          .describedBy(fault == nil ? ["reach-hint"] : ["reach-hint", "reach-fault"]))
      }
      div(.class("field")) {
        label(for: "reach-note") { words.note }
        p(.class("hint"), .id("reach-note-hint")) { words.noteHint }
        textarea(
          name: FamilyForm.noteField, value: typed.note, .id("reach-note"), .autocomplete(.off),
          .longest(FamilyContact.longestNote), .describedBy("reach-note-hint"))
      }
      p(.class("quiet")) { words.sealed }
      p(.class("quiet")) { words.called }
      button(.class("act main")) { words.submit }
    }
  }

  private func choice(_ wish: FamilySearch.Wish, _ text: String, hint: String?) -> Node {
    let id = ElementID("wish", wish.rawValue)
    return div(.class("choice")) {
      input(
        .radio, name: FamilyForm.wishField, .id(id), .value(wish.rawValue), .checked(if: wish == chosen),
        hint == nil ? .none : .describedBy(ElementID("wish-hint", wish.rawValue)))
      label(for: id) { text }
      if let hint { p(.class("hint"), .id(ElementID("wish-hint", wish.rawValue))) { hint } }
    }
  }

  private func sentence(_ fault: FamilyContact.Fault) -> String {
    switch fault {
    case .missing: words.missing
    case .notAnAddress: words.notAnAddress
    case .notANumber: words.notANumber
    case .tooLong(let limit): scene.phrases.counted(limit, words.tooLong)
    }
  }
}
