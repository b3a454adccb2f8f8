internal import CivilTime
internal import Gateway
internal import Markup
internal import Phrasebook
internal import Services

/// The form with which a reviewer has a bundle made; sending it answers with the archive.
struct BundlePage: HTML {
  enum Field: String, CaseIterable { case about, which, from, until, reason }
  enum Fault: Equatable { case which, days, reason, place, order, request, nothing, key }

  let scene: StaffScene
  var typed: [Field: String] = [:]
  var fault: Fault?

  private var phrases: Phrases { scene.phrases }
  private var words: BundlePhrases { scene.phrases.court.bundle }

  var body: Node {
    StaffFrame(scene, .review(phrases.language, .bundle), title: words.title) {
      p(.class("lead")) { words.lead }
      ul { for line in words.holds { li { line } } }
      form(.post, to: Route.review(phrases.language, .bundle), .noValidate()) {
        StaffForm.token(scene.staff)
        div(.class("field")) {
          label(for: "about") { words.about }
          select(name: Field.about.rawValue, .id("about")) {
            for (value, text) in [
              ("place", words.subjects.place), ("order", words.subjects.order), ("requests", words.subjects.requests),
            ] { option(value: value, selected: typed[.about] == value, text) }
          }
        }
        text(.which, words.which, words.whichHint, fault: faultOfWhich)
        text(.from, words.from, words.dayHint, fault: fault == .days || fault == .nothing ? sentence : nil)
        text(.until, words.until, words.dayHint, fault: nil)
        text(.reason, words.reason, words.reasonHint, fault: fault == .reason ? sentence : nil)
        if fault == .key { p(.class("fault"), .role(.alert)) { sentence ?? "" } }
        button(.class("act")) { words.make }
      }
      details(.class("more")) {
        summary { words.verify }
        for line in BundleForm.recipe.split(separator: "\n") { p(.class("key")) { String(line) } }
      }
    }
  }

  private var faultOfWhich: String? {
    switch fault {
    case .which, .place, .order, .request: sentence
    default: nil
    }
  }

  private func text(_ field: Field, _ name: String, _ hint: String, fault: String?) -> Node {
    Node.of {
      DoorField(
        id: ElementID("bundle", field.rawValue), name: field.rawValue, text: name, hint: hint, fault: fault,
        value: typed[field] ?? "", autocomplete: .off, capitals: .sentences)
    }
  }

  private var sentence: String? {
    switch fault {
    case .which: words.faults.which
    case .days: words.faults.days
    case .reason: words.faults.reason
    case .place: words.faults.place
    case .order: words.faults.order
    case .request: words.faults.request
    case .nothing: words.faults.nothing
    case .key: words.faults.key
    case nil: nil
    }
  }
}

extension BundlePage.Fault {
  init(_ refusal: BundleRefusal) {
    self =
      switch refusal {
      case .noSuchPlace: .place
      case .noSuchOrder: .order
      case .notOpened: .request
      case .nothing: .nothing
      case .noReason: .reason
      case .noKey, .notAReviewer: .key
      }
  }
}
