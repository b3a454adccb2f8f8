internal import CivilTime
internal import Gateway
internal import Markup
internal import Phrasebook
internal import Records
internal import Services

/// Organisations that take over, and trained observers: what there is, and forms for more.
struct NetworkPage: HTML {
  let scene: StaffScene
  let partners: [Partner]
  let observers: [TrainedObserver]
  var typed: [Field: String] = [:]
  var takes: Set<HandoffNeed> = []
  var fault: (NetworkFault, Field)?
  var isSaved = false

  enum Field: String, CaseIterable { case name, phone, takes, sign, partner, trainedOn }
  enum Step: String { case partner, observer, end }

  static let stepField = "step"
  static let numberField = "number"

  private var phrases: Phrases { scene.phrases }
  private var words: NetworkPhrases { scene.phrases.hotline.network }
  private var route: Route { .hotline(phrases.language, .network) }

  var body: Node {
    StaffFrame(scene, route, title: words.title) {
      fields.summary
      if isSaved { p(.class("notice"), .role(.status)) { phrases.hotline.one.saved } }
      p(.class("lead")) { words.lead }
      section {
        h2 { words.partners }
        if partners.isEmpty { p { words.none } }
        for partner in partners {
          article(.class("record")) {
            h3 { partner.name }
            p { words.takes(phrases.list(needs(partner.takes))) }
            if let phone = partner.phone { p { Parts.call(phone, phrases) } }
          }
        }
        addPartner
      }
      section {
        h2 { words.observers }
        p { words.observersLead }
        if observers.isEmpty { p { words.noObservers } }
        for observer in observers {
          article(.class("record")) {
            h3 { words.trained(observer.sign, observer.partner) }
            if observer.endedAt != nil {
              p(.class("quiet")) { words.ended }
            } else {
              form(.post, to: route) {
                hidden(.end)
                input(.hidden, name: Self.numberField, .value(String(observer.id)))
                button(.class("act plain"), .label("\(words.end): \(observer.sign)")) { words.end }
              }
            }
          }
        }
        if !partners.isEmpty { addObserver }
      }
    }
  }

  private var addPartner: Node {
    form(.post, to: route, .noValidate()) {
      hidden(.partner)
      h3 { words.add }
      fields.text(.name, .longest(120))
      fields.text(.phone, hint: words.phoneHint, .keyboard(.tel))
      fieldset(.class("field")) {
        legend { words.takesTitle }
        for need in HandoffNeed.allCases {
          div(.class("choice")) {
            let id = ElementID("takes", need.rawValue)
            input(
              .checkbox, name: Field.takes.rawValue, .id(id), .value(need.rawValue), .checked(if: takes.contains(need)))
            label(for: id) { phrases.hotline.words.needs[need] }
          }
        }
      }
      button(.class("act")) { words.submit }
    }
  }

  private var addObserver: Node {
    form(.post, to: route, .noValidate()) {
      hidden(.observer)
      h3 { words.addObserver }
      fields.text(.sign, hint: words.signHint, .capitalize(.characters))
      fields.choice(.partner, partners.map { (String($0.id), $0.name) })
      fields.text(.trainedOn, hint: words.trainedOnHint)
      button(.class("act")) { words.addObserver }
    }
  }

  private func hidden(_ step: Step) -> Node {
    Node.of {
      StaffForm.token(scene.staff)
      input(.hidden, name: Self.stepField, .value(step.rawValue))
    }
  }

  private func needs(_ takes: Set<HandoffNeed>) -> [String] {
    HandoffNeed.allCases.filter(takes.contains).map { phrases.hotline.words.needs[$0] }
  }

  private var fields: FormFields<Field> {
    FormFields<Field>(
      phrases: phrases, form: "network", name: name(of:), typed: { typed[$0] ?? "" },
      fault: { field in fault.flatMap { $0.1 == field ? sentence($0.0) : nil } })
  }

  private func name(of field: Field) -> String {
    switch field {
    case .name: words.name
    case .phone: words.phone
    case .takes: words.takesTitle
    case .sign: words.sign
    case .partner: words.partner
    case .trainedOn: words.trainedOn
    }
  }

  private func sentence(_ fault: NetworkFault) -> String {
    switch fault {
    case .noName: words.faults.noName
    case .notAPhone: words.faults.notAPhone
    case .known: words.faults.known
    case .notASign: words.faults.notASign
    case .noPartner: words.faults.noPartner
    case .notADay: words.faults.notADay
    }
  }
}

extension HotlineDesk {
  func network(
    _ typed: [NetworkPage.Field: String] = [:], takes: Set<HandoffNeed> = [],
    fault: (NetworkFault, NetworkPage.Field)? = nil, isSaved: Bool = false
  ) async throws -> Response {
    let (partners, observers) = try await services.intake.network(by: scene.staff)
    return .page(
      NetworkPage(
        scene: scene, partners: partners, observers: observers, typed: typed, takes: takes, fault: fault,
        isSaved: isSaved), status: fault == nil ? .ok : .unprocessableContent)
  }

  func extend(_ form: Form) async throws -> Response {
    func text(_ field: NetworkPage.Field) -> String { String((form[field.rawValue] ?? "").prefix(400)) }
    let typed = Dictionary(uniqueKeysWithValues: NetworkPage.Field.allCases.map { ($0, text($0)) })
    switch NetworkPage.Step(rawValue: form[NetworkPage.stepField] ?? "") {
    case .partner?:
      let takes = form.all(NetworkPage.Field.takes.rawValue).compactMap(HandoffNeed.init(rawValue:))
      switch try await services.intake.addPartner(
        name: text(.name), phone: text(.phone), takes: takes, by: scene.staff, now: now)
      {
      case .success: return try await network(isSaved: true)
      case .failure(let fault):
        return try await network(
          typed, takes: Set(takes), fault: (fault, fault == .notAPhone ? .phone : .name))
      }
    case .observer?:
      switch try await services.intake.addObserver(
        sign: text(.sign), partner: Int64(text(.partner)), trainedOn: text(.trainedOn), by: scene.staff, now: now)
      {
      case .success: return try await network(isSaved: true)
      case .failure(let fault):
        let field: NetworkPage.Field = fault == .notADay ? .trainedOn : fault == .noPartner ? .partner : .sign
        return try await network(typed, fault: (fault, field))
      }
    case .end?:
      if let number = form[NetworkPage.numberField].flatMap({ Int64($0) }) {
        try await services.intake.endObserver(number, by: scene.staff, now: now)
      }
      return redirect(.network)
    case nil: return redirect(.network)
    }
  }
}
