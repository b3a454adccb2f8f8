internal import CivilTime
internal import Gateway
internal import Markup
internal import Phrasebook
internal import Records
internal import Services

/// One's own sign-in and keys, and what operators do with accounts. All of it needs a fresh sign-in, which is asked for
/// before a form is filled in rather than after.
extension StaffDesk {
  private static let doneField = "done"

  func showAccounts(_ route: StaffRoute, _ request: Request) async throws -> Response {
    let isDone = request.query[Self.doneField] != nil
    switch route {
    case .own:
      try scene.staff.requireFresh(now: now)
      return try await own(isChanged: isDone)
    case .tokens:
      try scene.staff.requireFresh(now: now)
      return try await tokens(isRevoked: isDone)
    case .invite:
      try keep()
      return .page(InvitePage(scene: scene))
    case .applications: return try await applications(notice: isDone ? words.refusedDone : nil)
    case .account(let name): return try await account(name, notice: isDone ? words.done : nil)
    default: return refusal
    }
  }

  func takeAccounts(_ route: StaffRoute, _ form: Form) async throws -> Response {
    switch route {
    case .own: try await changeOwn(form)
    case .tokens: try await changeTokens(form)
    case .invite: try await invite(form)
    case .applications: try await decideApplication(form)
    case .account(let name): try await change(name, form)
    default: refusal
    }
  }

  private var words: KeepingPhrases { scene.phrases.staff.keeping }
  private var keeper: AccountKeeper { .staff(scene.staff) }

  private func keep() throws {
    try services.keeping.require(by: keeper, now: now)
  }

  // MARK: One's own

  private func own(
    _ fault: String? = nil, isChanged: Bool = false, status: Status = .ok
  ) async throws -> Response {
    let own = try await services.signIn.own(scene.staff)
    return .page(
      OwnAccountPage(scene: scene, own: own, fault: fault, isChanged: isChanged, now: now), status: status)
  }

  private func changeOwn(_ form: Form) async throws -> Response {
    switch form[OwnAccountPage.doField] {
    case OwnAccountPage.renewRecovery:
      let codes = try await services.signIn.renewRecovery(by: scene.staff, now: now)
      return .page(RecoveryCodesPage(scene: scene, codes: codes))
    case OwnAccountPage.newApp:
      return .page(NewAppPage(scene: scene, app: try services.signIn.newApp(for: scene.staff, now: now)))
    case OwnAccountPage.setApp: return try await setNewApp(form)
    default: return try await changePassword(form)
    }
  }

  private func setNewApp(_ form: Form) async throws -> Response {
    let words = scene.phrases.staff.setUp
    func again(_ app: SignInService.NewApp, _ fault: String, _ status: Status = .unprocessableContent) -> Response {
      .page(NewAppPage(scene: scene, app: app, fault: fault), status: status)
    }
    let step = try await services.signIn.setNewApp(
      String((form[NewAppPage.sealedField] ?? "").prefix(400)), code: form[DoorForm.code] ?? "", by: scene.staff,
      now: now)
    switch step {
    case .changed(let entry):
      let fresh = StaffScene(phrases: scene.phrases, isPractice: scene.isPractice, staff: entry.staff)
      var response = Response.page(RecoveryCodesPage(scene: fresh, codes: entry.recovery))
      response.cookies += [SetCookie(SiteApplication.staffCookie, entry.cookie)].compactMap(\.self)
      return response
    case .mistyped(let app): return again(app, words.appMistyped)
    case .refused(let app): return again(app, words.appRefused)
    case .tooMany(let app, let seconds):
      var response = again(app, scene.phrases.counted(seconds, scene.phrases.staff.signIn.tooMany), .tooManyRequests)
      response.headers["Retry-After"] = String(seconds)
      return response
    case .ended: return redirect(.own)
    }
  }

  private func changePassword(_ form: Form) async throws -> Response {
    let fault = try await services.signIn.changePassword(
      form[DoorForm.password] ?? "", repeated: form[DoorForm.repeated] ?? "", by: scene.staff, now: now)
    guard let fault else { return redirect(.own, query: Self.doneField) }
    return try await own(scene.phrases.staff.setUp.sentence(fault), status: .unprocessableContent)
  }

  private func tokens(
    label: String = "", fault: TokenService.Fault? = nil, made: TokenService.Made? = nil, isRevoked: Bool = false
  ) async throws -> Response {
    let all = try await services.tokens.all(of: scene.staff, now: now)
    return .page(
      TokensPage(
        scene: scene, tokens: all, label: label, fault: fault, made: made, isRevoked: isRevoked, origin: origin,
        now: now),
      status: fault == nil ? .ok : .unprocessableContent)
  }

  private func changeTokens(_ form: Form) async throws -> Response {
    if let id = form[TokensPage.revokeField].flatMap(Int64.init) {
      try await services.tokens.revoke(id, by: scene.staff, now: now)
      return redirect(.tokens, query: Self.doneField)
    }
    let label = String((form[TokensPage.labelField] ?? "").prefix(200))
    let made = try await services.tokens.make(
      label: label, scopes: form.fields.all(TokensPage.scopeField).compactMap(TokenScope.init),
      days: form[TokensPage.daysField].flatMap(Int.init) ?? 0, by: scene.staff, now: now)
    switch made {
    case .success(let made): return try await tokens(made: made)
    case .failure(let fault): return try await tokens(label: label, fault: fault)
    }
  }

  // MARK: Operators

  private func invite(_ form: Form) async throws -> Response {
    try keep()
    var typed: [InviteField: String] = [:]
    for field in InviteField.allCases { typed[field] = String((form[field.rawValue] ?? "").prefix(200)) }
    func text(_ field: InviteField) -> String? {
      typed[field].flatMap { $0.contains { !$0.isWhitespace } ? $0 : nil }
    }
    func again(_ faults: [InviteField: String]) -> Response {
      .page(InvitePage(scene: scene, typed: typed, faults: faults), status: .unprocessableContent)
    }
    guard let role = Records.Role(rawValue: typed[.role] ?? "") else { return again([.role: words.notChosen]) }
    let place = text(.place)
    if role.worksInOrganisation || role == .attorney, place == nil { return again([.place: words.placeMissing]) }
    do {
      let invitation = try await services.keeping.invite(
        text(.name)?.lowercased() ?? "", role: role, office: role.worksInOrganisation ? nil : place,
        organisation: role.worksInOrganisation ? place : nil, under: text(.under)?.lowercased(), by: keeper, now: now)
      return invited(invitation)
    } catch let fault as AccountFault {
      return again(sentences(fault))
    }
  }

  private func sentences(_ fault: AccountFault) -> [InviteField: String] {
    switch fault {
    case .nameTaken: [.name: words.nameTaken]
    case .notAnOffice, .attorneyWithoutOffice, .monitorWithoutOrganisation: [.place: words.placeMissing]
    case .withoutSupervisor, .notAnAttorney, .unknown: [.under: words.underMissing]
    case .notSupervised: [.under: words.underUnused]
    default: [.name: words.notAName]
    }
  }

  private func invited(_ invitation: AccountService.Invitation) -> Response {
    .page(InvitedPage(scene: scene, invitation: invitation, address: address))
  }

  /// Where a one-time code is used.
  private var address: String { origin + Route.staff(scene.phrases.language, .signInCode).path }

  private func account(_ name: AccountName, notice: String? = nil, status: Status = .ok) async throws -> Response {
    try keep()
    guard let found = try await services.accounts.one(name.description, by: scene.staff) else {
      return redirect(.accounts)
    }
    return .page(
      AccountPage(scene: scene, account: found.account, place: found.place, notice: notice, now: now), status: status)
  }

  private func change(_ name: AccountName, _ form: Form) async throws -> Response {
    do {
      switch form[AccountPage.doField] {
      case AccountPage.reset:
        return invited(try await services.keeping.resetFactor(name.description, by: keeper, now: now))
      case AccountPage.disable: try await services.keeping.disable(name.description, by: keeper, now: now)
      case AccountPage.change:
        guard let role = form[AccountPage.roleField].flatMap(Records.Role.init(rawValue:)) else { return refusal }
        try await services.keeping.change(
          name.description, to: role, organisation: form[AccountPage.placeField], by: keeper, now: now)
      default: return redirect(.account(name))
      }
    } catch is AccountFault {
      return try await account(name, notice: words.notPossible, status: .conflict)
    }
    return redirect(.account(name), query: Self.doneField)
  }

  private func applications(
    notice: String? = nil, fault: (Int64, String)? = nil
  ) async throws -> Response {
    try keep()
    let waiting = try await services.signUp.waiting(by: scene.staff)
    return .page(
      ApplicationsPage(scene: scene, waiting: waiting, notice: notice, fault: fault, now: now),
      status: fault == nil ? .ok : .unprocessableContent)
  }

  private func decideApplication(_ form: Form) async throws -> Response {
    guard let id = form[ApplicationsPage.idField].flatMap(Int64.init) else { return redirect(.applications) }
    let note = form[ApplicationsPage.noteField] ?? ""
    let decision: SignUpService.Decision
    if form[ApplicationsPage.doField] == ApplicationsPage.verify {
      let text = (form[ApplicationsPage.dayField] ?? "").filter { !$0.isWhitespace }
      guard let day = text.isEmpty ? now.utcDay : CivilDate(iso: text) else {
        return try await applications(fault: (id, words.notADay))
      }
      decision = .verify(called: form[ApplicationsPage.calledField] ?? "", on: day, note: note)
    } else {
      decision = .refuse(note: note)
    }
    switch try await services.signUp.decide(id, decision, by: scene.staff, now: now) {
    case .invited(let invitation): return invited(invitation)
    case .refused: return redirect(.applications, query: Self.doneField)
    case .gone: return try await applications(notice: words.gone)
    case .notANumber: return try await applications(fault: (id, words.notANumber))
    case .inFuture: return try await applications(fault: (id, words.notADay))
    case .fault(let fault):
      return try await applications(fault: (id, sentences(fault).values.first ?? words.notPossible))
    }
  }
}
