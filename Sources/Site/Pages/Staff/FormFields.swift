internal import Markup
internal import Phrasebook

/// The fields of a form behind the sign-in: each with its name, its hint, what was typed, and what is wrong with it.
struct FormFields<Field: RawRepresentable<String> & CaseIterable> {
  let phrases: Phrases
  /// Sets the fields of one form apart from those of another: the first word of their ids.
  let form: StaticString
  /// What a field is called above its control.
  let name: (Field) -> String
  /// What it is called in the list at the top, where nothing around it says which it is; nil where the name says it.
  var nameInSummary: (Field) -> String? = { _ in nil }
  let typed: (Field) -> String
  /// The sentence that says what is wrong.
  let fault: (Field) -> String?

  /// What is wrong, at the top, each with a way to its field.
  @HTMLBuilder var summary: Node {
    let wrong = Field.allCases.compactMap { field in fault(field).map { (field, $0) } }
    if !wrong.isEmpty {
      div(.class("problem"), .role(.alert), .id("problem"), .focusable(), .labelledBy("problem-title")) {
        h2(.id("problem-title")) { phrases.staff.problem }
        ul {
          for (field, sentence) in wrong {
            li { a(.at(id(field))) { (nameInSummary(field) ?? name(field)) + " – " + sentence } }
          }
        }
      }
    }
  }

  func id(_ field: Field) -> ElementID { ElementID(form, field.rawValue) }
  private func hintID(_ field: Field) -> ElementID { ElementID("hint", field.rawValue) }
  private func faultID(_ field: Field) -> ElementID { ElementID("fault", field.rawValue) }

  func hidden(_ field: Field, _ value: String? = nil) -> Node {
    input(.hidden, name: field.rawValue, .value(value ?? typed(field)))
  }

  func text(
    _ field: Field, hint: String? = nil, _ attribute: Attribute<ControlTag> = .none
  ) -> Node {
    group(field, hint: hint) {
      input(
        .text, name: field.rawValue, .id(id(field)), .value(typed(field)), described(field, hint),
        .invalid(if: fault(field) != nil), .autocomplete(.off), .spellcheck(false), attribute)
    }
  }

  func area(_ field: Field, hint: String? = nil) -> Node {
    group(field, hint: hint) {
      textarea(
        name: field.rawValue, value: typed(field), .id(id(field)), described(field, hint),
        .invalid(if: fault(field) != nil), .autocomplete(.off))
    }
  }

  func choice(
    _ field: Field, hint: String? = nil, _ options: [(value: String, text: String)]
  ) -> Node {
    group(field, hint: hint) {
      select(
        name: field.rawValue, .id(id(field)), described(field, hint), .invalid(if: fault(field) != nil),
        .autocomplete(.off)
      ) {
        for choice in options { option(value: choice.value, selected: choice.value == typed(field), choice.text) }
      }
    }
  }

  func group(_ field: Field, hint: String?, @HTMLBuilder control: () -> Node) -> Node {
    let control = control()
    let fault = fault(field)
    return div(fault == nil ? .class("field") : .class("field wrong")) {
      label(for: id(field)) { name(field) }
      if let hint { p(.class("hint"), .id(hintID(field))) { hint } }
      if let fault {
        p(.class("fault"), .id(faultID(field))) {
          span(.class("hidden")) { phrases.form.problemPrefix + " " }
          fault
        }
      }
      control
    }
  }

  func described(_ field: Field, _ hint: String?) -> Attribute<ControlTag> {
    .describedBy((hint == nil ? [] : [hintID(field)]) + (fault(field) == nil ? [] : [faultID(field)]))
  }
}
