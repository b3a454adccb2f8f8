internal import Markup
internal import Phrasebook
internal import Services

/// The search form: one field for the name, one forgiving field for the birth, and what else may be known.
struct SearchForm: HTML {
  let phrases: Phrases
  let typed: SearchInput
  let faults: InputFaults
  let submit: String
  /// Where the form leads, and the token that ties it to a session or to a browser.
  let route: Route
  let token: String?
  /// What goes along unseen.
  let hidden: Node?

  init(
    phrases: Phrases, typed: SearchInput = SearchInput(), faults: InputFaults = InputFaults([:]), submit: String,
    to route: Route? = nil, token: String? = nil, hidden: Node? = nil
  ) {
    self.phrases = phrases
    self.typed = typed
    self.faults = faults
    self.submit = submit
    self.route = route ?? .search(phrases.language)
    self.token = token
    self.hidden = hidden
  }

  private var words: FormPhrases { phrases.form }

  var body: Node {
    if !faults.byField.isEmpty { summary }
    form(.post, to: route, .noValidate()) {
      if let token { StaffForm.token(token) }
      if let hidden { hidden }
      text(.name, words.name, hint: words.nameHint, .capitalize(.words))
      text(.birth, words.birth, hint: words.birthHint, isOptional: true)
      country
      text(.aNumber, words.aNumber, hint: words.aNumberHint, isOptional: true, .capitalize(.characters))
      details(.class("more"), .open(if: moreIsOpen)) {
        Markup.summary { words.more }
        p(.class("hint")) { words.moreHint }
        text(.arrestedOn, words.arrestedOn, hint: words.arrestedOnHint)
        text(.arrestPlace, words.arrestPlace, hint: words.arrestPlaceHint, .capitalize(.words))
        sex
      }
      button(.class("act main")) { submit }
    }
  }

  /// Hidden fields with all that was typed, for asking again in another language.
  @HTMLBuilder static func kept(_ typed: SearchInput) -> Node {
    for field in SearchField.allCases where !typed[field].isEmpty {
      input(.hidden, name: field.rawValue, .value(typed[field]))
    }
  }

  /// The name of the button that asks for the form again instead of an answer.
  static let changeField = "change"

  /// A button that leads back to the form with all that was typed.
  static func change(_ phrases: Phrases, _ typed: SearchInput, token: String?) -> Node {
    form(.post, to: Route.search(phrases.language)) {
      StaffForm.tie(token)
      kept(typed)
      input(.hidden, name: changeField, .value("1"))
      button(.class("act plain")) { phrases.form.againTitle }
    }
  }

  private var moreIsOpen: Bool {
    let inside: [SearchField] = [.arrestedOn, .arrestPlace, .sex]
    return inside.contains { !typed[$0].isEmpty || faults[$0] != nil }
  }

  // MARK: Faults

  private var summary: Node {
    div(.class("problem"), .role(.alert), .id("problem"), .focusable(), .labelledBy("problem-title")) {
      h2(.id("problem-title")) { words.problem }
      ul {
        for field in Self.order {
          if let fault = faults[field] {
            li { a(.at(Self.id(field))) { sentence(fault, at: field) } }
          }
        }
      }
    }
  }

  private func sentence(_ fault: InputFault, at field: SearchField) -> String {
    switch fault {
    case .missing: phrases.faults.missing
    case .tooLong(let limit): phrases.counted(limit, phrases.faults.tooLong)
    case .notAName: phrases.faults.notAName
    case .notADate: field == .arrestedOn ? phrases.faults.arrestNotADate : phrases.faults.birthNotADate
    case .inFuture: phrases.faults.inFuture
    case .tooLongAgo: phrases.faults.tooLongAgo
    case .notAnANumber: phrases.faults.notAnANumber
    case .unknownCountry: phrases.faults.unknownCountry
    case .unknownSex: phrases.faults.unknownSex
    }
  }

  // MARK: Fields

  /// The fields as they follow each other on the page.
  private static let order: [SearchField] = [.name, .birth, .country, .aNumber, .arrestedOn, .arrestPlace, .sex]

  private static func id(_ field: SearchField) -> ElementID { ElementID("search", field.rawValue) }
  private static func hintID(_ field: SearchField) -> ElementID { ElementID("hint", field.rawValue) }
  private static func faultID(_ field: SearchField) -> ElementID { ElementID("fault", field.rawValue) }

  private func text(
    _ field: SearchField, _ name: String, hint: String, isOptional: Bool = false,
    _ attributes: Attribute<ControlTag>...
  ) -> Node {
    group(field, name, hint: hint, isOptional: isOptional) {
      input(
        .text, name: field.rawValue,
        [
          .id(Self.id(field)), .value(typed[field]), describedBy(field, hasHint: true),
          .invalid(if: faults[field] != nil), .autocomplete(.off), .spellcheck(false),
        ] + attributes)
    }
  }

  private var country: Node {
    group(.country, words.country, hint: nil, isOptional: true) {
      select(
        name: SearchField.country.rawValue, .id(Self.id(.country)), describedBy(.country, hasHint: false),
        .invalid(if: faults[.country] != nil), .autocomplete(.off)
      ) {
        option(value: "", selected: chosenCountry == nil, words.countryUnknown)
        optgroup(label: words.countriesOften) {
          for country in phrases.frequentCountries {
            option(value: country.code, selected: country.code == chosenCountry, country.name)
          }
        }
        optgroup(label: words.countriesAll) {
          for country in phrases.otherCountries {
            option(value: country.code, selected: country.code == chosenCountry, country.name)
          }
        }
      }
    }
  }

  /// What was chosen, if it is in the list: the field also takes names, from programs and old pages.
  private var chosenCountry: String? {
    let typed = typed.country.uppercased()
    return phrases.countries.contains { $0.code == typed } ? typed : nil
  }

  private var sex: Node {
    fieldset(.class("field"), .id(Self.id(.sex))) {
      legend { words.sex }
      fault(.sex)
      div(.class("choices")) {
        for (value, name) in [
          ("", words.sexUnknown), ("female", words.female), ("male", words.male), ("other", words.otherSex),
        ] {
          let id = ElementID("sex", value.isEmpty ? "unknown" : value)
          let isChosen = typed.sex == value || (value.isEmpty && faults[.sex] != nil)
          div(.class("choice")) {
            input(.radio, name: SearchField.sex.rawValue, .id(id), .value(value), .checked(if: isChosen))
            label(for: id) { name }
          }
        }
      }
    }
  }

  private func group(
    _ field: SearchField, _ name: String, hint: String?, isOptional: Bool, @HTMLBuilder control: () -> Node
  ) -> Node {
    let control = control()
    return div(faults[field] == nil ? .class("field") : .class("field wrong")) {
      label(for: Self.id(field)) {
        name
        if isOptional {
          " "
          span(.class("optional")) { "(\(words.optional))" }
        }
      }
      if let hint { p(.class("hint"), .id(Self.hintID(field))) { hint } }
      fault(field)
      control
    }
  }

  @HTMLBuilder private func fault(_ field: SearchField) -> Node {
    if let fault = faults[field] {
      p(.class("fault"), .id(Self.faultID(field))) {
        span(.class("hidden")) { words.problemPrefix + " " }
        sentence(fault, at: field)
      }
    }
  }

  private func describedBy(_ field: SearchField, hasHint: Bool) -> Attribute<ControlTag> {
    .describedBy((hasHint ? [Self.hintID(field)] : []) + (faults[field] == nil ? [] : [Self.faultID(field)]))
  }
}
