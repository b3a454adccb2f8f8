internal import CivilTime
internal import Gateway
internal import Markup
internal import Phrasebook
internal import Records
package import Services
internal import Stores

/// What the pages of the hotline ask.
package struct HotlineServices: Sendable {
  let intake: IntakeService
  let alerts: AlertService

  package init(intake: IntakeService, alerts: AlertService) { (self.intake, self.alerts) = (intake, alerts) }
}

/// What somebody who works at the hotline is shown, and what becomes of the forms that they send.
struct HotlineDesk {
  let services: HotlineServices
  let scene: StaffScene
  let now: Timestamp

  static let savedField = "saved"
  static let sinceField = "since"

  /// Nil where there is nothing that this person may see.
  func show(_ route: HotlineRoute, _ request: Request) async throws -> Response? {
    let query = request.query
    if route == .alerts { return try await alerts() }
    guard scene.staff.may(.takeReports) else { return refusal }
    switch route {
    case .queue:
      var filter = IntakeFilter()
      filter.showing = query[IntakeQueuePage.showField].flatMap(IntakeFilter.Showing.init(rawValue:)) ?? .open
      filter.page = query[IntakeQueuePage.pageField].flatMap { Int($0) }.map { min(max(1, $0), 10_000) } ?? 1
      let queue = try await services.intake.queue(filter, by: scene.staff, now: now)
      return .page(IntakeQueuePage(scene: scene, filter: filter, queue: queue, now: now))
    case .new: return try await form(IntakeInput())
    case .network: return try await network()
    case .one(let number):
      return try await page(
        number, isSaved: query[Self.savedField] != nil, since: query[Self.sinceField].flatMap { Int64($0) })
    case .propose(let number): return try await proposal(number)
    case .alerts: return nil
    case .alert(let number): return try await alert(number, isSaved: query[Self.savedField] != nil)
    }
  }

  func take(_ route: HotlineRoute, _ form: Form) async throws -> Response? {
    if route == .alerts { return try await subscribe(form) }
    guard scene.staff.may(.takeReports) else { return refusal }
    switch route {
    case .queue, .alerts: return nil
    case .new: return try await begin(form)
    case .network: return try await extend(form)
    case .one(let number): return try await change(number, form)
    case .propose(let number): return try await publish(number, form)
    case .alert(let number): return try await correct(number, form)
    }
  }

  // MARK: Taking a report

  private func begin(_ form: Form) async throws -> Response? {
    var typed = IntakeInput()
    for field in IntakeField.allCases { typed[field] = String((form[field.rawValue] ?? "").prefix(5000)) }
    guard let key = form[IntakeNewPage.keyField].flatMap(IntakeNewPage.formKey) else {
      return try await self.form(typed)
    }
    switch try await services.intake.take(typed, formKey: key, by: scene.staff, now: now) {
    case .failure(let faults): return try await self.form(typed, faults, key: key)
    case .success(let id): return redirect(.one(CaseNumber(id)), "?\(Self.savedField)=1")
    }
  }

  private func form(
    _ typed: IntakeInput, _ faults: IntakeFaults = IntakeFaults([:]), key: String? = nil
  ) async throws -> Response {
    let partners = try await services.intake.network(by: scene.staff).partners.filter { $0.takes.contains(.child) }
    var typed = typed
    // Whoever is alone is handed on at once, unless the responder chooses otherwise.
    if key == nil, let first = partners.first { typed[.childPartner] = String(first.id) }
    return .page(
      IntakeNewPage(
        scene: scene, typed: typed, faults: faults, partners: partners, key: key ?? IntakeNewPage.newKey()),
      status: faults.byField.isEmpty ? .ok : .unprocessableContent)
  }

  // MARK: One report

  private func change(_ number: CaseNumber, _ form: Form) async throws -> Response? {
    let read = form[IntakePage.readField].flatMap { Int64($0) } ?? 0
    let note = String((form[IntakePage.noteField] ?? "").prefix(5000))
    func choice<Value: RawRepresentable<String>>(_ make: Value.Type) -> Value? {
      form[IntakePage.valueField].flatMap(Value.init(rawValue:))
    }
    let number64 = form[IntakePage.numberField].flatMap { Int64($0) }
    let change: IntakeService.Change?
    switch IntakePage.Step(rawValue: form[IntakePage.stepField] ?? "") {
    case .status: change = choice(IntakeStatus.self).map { .status($0) }
    case .truth: change = choice(IntakeTruth.self).map { .truth($0) }
    case .take: change = .take
    case .giveBack: change = .giveBack
    case .note: change = .note
    case .same: change = number64.map { .same($0) }
    case .notSame: change = number64.map { .notSame($0) }
    case .called: change = choice(IntakeCallEnd.self).map { .called($0) }
    case .record: change = .record
    case .handOn:
      let need = HandoffNeed(rawValue: form[IntakePage.needField] ?? "")
      let minutes = form[IntakePage.minutesField].flatMap { Int($0) }.flatMap {
        IntakePage.minutes.contains($0) ? $0 : nil
      }
      change = number64.flatMap { partner in need.map { .handOn(partner: partner, need: $0, minutes: minutes) } }
    case .answer:
      change = number64.flatMap { handoff in choice(HandoffStep.self).map { .answer(handoff: handoff, $0) } }
    case .open:
      // The number is in this answer alone; the page asked for anew does not have it.
      let reason = form[IntakePage.reasonField] ?? ""
      return try await page(
        number, contact: try await services.intake.contact(of: number.value, reason: reason, by: scene.staff))
    case nil: change = nil
    }
    guard let change else { return try await page(number) }
    let outcome = try await services.intake.change(
      number.value, change, note: note, readTo: read, by: scene.staff, now: now)
    guard outcome == .done else { return try await page(number, outcome: outcome) }
    return redirect(.one(number), "?\(Self.savedField)=1&\(Self.sinceField)=\(read)")
  }

  private func page(
    _ number: CaseNumber, isSaved: Bool = false, since: Int64? = nil, outcome: IntakeService.Outcome? = nil,
    contact: ContactAnswer? = nil
  ) async throws -> Response? {
    guard let matter = try await services.intake.matter(number.value, by: scene.staff, now: now) else { return nil }
    return .page(
      IntakePage(
        scene: scene, matter: matter, isSaved: isSaved, since: since, outcome: outcome, contact: contact, now: now),
      status: outcome == nil ? .ok : .unprocessableContent)
  }

  func redirect(_ route: HotlineRoute, _ rest: String = "") -> Response {
    .redirect(to: Route.hotline(scene.phrases.language, route).path + rest)
  }

  var refusal: Response { .page(StaffRefusalPage(scene: scene, isOldForm: false), status: .forbidden) }
}
