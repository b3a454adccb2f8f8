internal import Gateway
internal import Phrasebook
internal import Records
internal import Services

/// Alerts: preparing, publishing, correcting, subscribing.
extension HotlineDesk {
  // MARK: Everybody's list and one's subscription

  func alerts(
    _ typed: (address: String, states: String) = ("", ""),
    fault: (AlertService.SubscriptionFault, StaffAlertsPage.Field)? = nil
  ) async throws -> Response {
    guard scene.staff.may(.subscribeToAlerts) else { return refusal }
    let subscription = try await services.alerts.subscription(of: scene.staff)
    let alerts =
      scene.staff.may(.takeReports)
      ? try await services.alerts.all(by: scene.staff) : try await services.alerts.live(now: now)
    return .page(
      StaffAlertsPage(
        scene: scene, alerts: alerts, subscription: subscription, typed: typed, fault: fault, now: now),
      status: fault == nil ? .ok : .unprocessableContent)
  }

  func subscribe(_ form: Form) async throws -> Response {
    guard scene.staff.may(.subscribeToAlerts) else { return refusal }
    if form[StaffAlertsPage.stepField] == StaffAlertsPage.endStep {
      try await services.alerts.unsubscribe(by: scene.staff, now: now)
      return redirect(.alerts)
    }
    let address = String((form[StaffAlertsPage.Field.address.rawValue] ?? "").prefix(400))
    let states = String((form[StaffAlertsPage.Field.states.rawValue] ?? "").prefix(400))
    switch try await services.alerts.subscribe(
      address: address, states: states, language: scene.phrases.language.code, by: scene.staff, now: now)
    {
    case .success: return redirect(.alerts)
    case .failure(let fault):
      return try await alerts((address, states), fault: (fault, fault == .notStates ? .states : .address))
    }
  }

  // MARK: Publishing

  func proposal(
    _ number: CaseNumber, _ typed: AlertService.Input? = nil, fault: AlertService.Fault? = nil
  ) async throws -> Response? {
    guard let proposal = try await services.alerts.proposal(of: number.value, by: scene.staff, now: now) else {
      return nil
    }
    let begun = AlertService.Input(
      place: proposal.line.facility ?? "", state: proposal.state ?? "",
      kind: proposal.line.kind.isForAlerts ? proposal.line.kind.rawValue : IntakeKind.agents.rawValue,
      hours: String(AlertService.usualLifetime))
    return .page(
      AlertProposalPage(scene: scene, proposal: proposal, typed: typed ?? begun, fault: fault, now: now),
      status: fault == nil ? .ok : .unprocessableContent)
  }

  func publish(_ number: CaseNumber, _ form: Form) async throws -> Response? {
    func text(_ field: AlertProposalPage.Field) -> String { String((form[field.rawValue] ?? "").prefix(400)) }
    let typed = AlertService.Input(
      place: text(.place), state: text(.state), kind: text(.kind), hours: text(.hours))
    switch try await services.alerts.publish(number.value, typed, by: scene.staff, now: now) {
    case .success(let alert): return redirect(.alert(CaseNumber(alert)), "?\(Self.savedField)=1")
    case .failure(let fault): return try await proposal(number, typed, fault: fault)
    }
  }

  // MARK: One alert

  func alert(
    _ number: CaseNumber, place: String? = nil, fault: AlertService.Fault? = nil, isSaved: Bool = false
  ) async throws -> Response? {
    guard let matter = try await services.alerts.matter(number.value, by: scene.staff) else { return nil }
    return .page(
      AlertPage(scene: scene, matter: matter, place: place, fault: fault, isSaved: isSaved, now: now),
      status: fault == nil ? .ok : .unprocessableContent)
  }

  func correct(_ number: CaseNumber, _ form: Form) async throws -> Response? {
    let place = String((form[AlertPage.placeField] ?? "").prefix(400))
    let correction: AlertService.Correction
    switch AlertPage.Kind(rawValue: form[AlertPage.kindField] ?? "") {
    case .falseAlarm?: correction = .falseAlarm
    case .over?: correction = .over
    case .corrected?: correction = .corrected(place: place, bands: form[AlertPage.bandsField].flatMap { Int($0) } ?? 0)
    case nil: return try await alert(number)
    }
    switch try await services.alerts.correct(number.value, correction, by: scene.staff, now: now) {
    case .success: return redirect(.alert(number), "?\(Self.savedField)=1")
    case .failure(.unknown): return nil
    case .failure(let fault): return try await alert(number, place: place, fault: fault)
    }
  }
}
