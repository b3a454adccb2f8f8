internal import CivilTime
internal import Gateway
internal import Linkage
internal import Phrasebook
internal import Records
internal import Services

/// What somebody who signed in is shown, and what becomes of the forms that they send.
struct StaffDesk {
  let services: StaffServices
  let scene: StaffScene
  let now: Timestamp
  /// The address that people type, for what they are told to open.
  let origin: String

  private static let savedField = "saved"

  func show(_ route: StaffRoute, _ request: Request) async throws -> Response {
    switch route {
    case .search:
      guard scene.staff.may(.searchWithWeights) else { return refusal }
      return .page(StaffSearchPage(scene: scene, now: now))
    case .attempts: return try await attempts(isSaved: request.query[Self.savedField] != nil)
    case .following: return try await following(isDeleted: request.query[Self.deletedField] != nil)
    case .followed(let search): return try await followed(search)
    case .calls: return try await calls()
    case .call(let number): return try await call(number)
    case .duplicates: return try await duplicates(outcome: Self.outcome(of: request))
    case .protection: return try await protection(outcome: Self.protectionOutcome(of: request))
    case .sessions:
      let sessions = try await services.signIn.sessions(of: scene.staff, now: now)
      return .page(StaffSessionsPage(scene: scene, sessions: sessions, now: now))
    case .accounts:
      let accounts = try await services.accounts.all(by: scene.staff)
      return .page(StaffAccountsPage(scene: scene, accounts: accounts, now: now))
    case .checkpoints: return try await checkpoints(request)
    case .own, .tokens, .invite, .applications, .account: return try await showAccounts(route, request)
    default: return .page(StaffHomePage(scene: scene))
    }
  }

  func take(_ route: StaffRoute, _ form: Form) async throws -> Response {
    // The services refuse too; without this a form that asks for nothing would only be sent back.
    if let permission = route.permission, !scene.staff.may(permission) { return refusal }
    return switch route {
    case .signOut: try await signOut()
    case .search: try await search(form)
    case .attempts: try await note(form)
    case .following: try await open(form)
    case .followed(let search): try await change(search, form)
    case .call(let number): try await changeCall(number, form)
    case .duplicates: try await decide(form)
    case .protection: try await protect(form)
    case .sessions: try await endSession(form)
    case .own, .tokens, .invite, .applications, .account: try await takeAccounts(route, form)
    default: redirect(.home)
    }
  }

  // MARK: Forms

  private func search(_ form: Form) async throws -> Response {
    let typed = Self.typed(form)
    switch SearchRequest.parse(typed, today: now.utcDay ?? .farthest) {
    case .failure(let faults):
      guard scene.staff.may(.searchWithWeights) else { return refusal }
      return .page(
        StaffSearchPage(scene: scene, typed: typed, faults: faults, now: now), status: .unprocessableContent)
    case .success(let wanted):
      let people = try await services.search.search(wanted, by: scene.staff, now: now)
      return .page(StaffSearchPage(scene: scene, typed: typed, people: people, now: now))
    }
  }

  static func typed(_ form: Form) -> SearchInput {
    var typed = SearchInput()
    for field in SearchField.allCases { typed[field] = String((form[field.rawValue] ?? "").prefix(400)) }
    return typed
  }

  private func note(_ form: Form) async throws -> Response {
    var typed = AttemptInput()
    for field in AttemptField.allCases { typed[field] = String((form[field.rawValue] ?? "").prefix(400)) }
    if form[StaffAttemptsPage.stepField] == StaffAttemptsPage.newStep { return try await attempts(typed) }
    switch try await services.attempts.log(typed, by: scene.staff, now: now) {
    case .failure(let faults): return try await attempts(typed, faults)
    // The page that follows is asked for anew, so that reloading it notes nothing twice.
    case .success: return redirect(.attempts, query: Self.savedField)
    }
  }

  private func attempts(
    _ typed: AttemptInput = AttemptInput(), _ faults: AttemptFaults = AttemptFaults([:]), isSaved: Bool = false
  ) async throws -> Response {
    let recent = try await services.attempts.recent(by: scene.staff)
    return .page(
      StaffAttemptsPage(
        scene: scene, typed: typed, faults: faults, isSaved: isSaved, attempts: recent, now: now),
      status: faults.byField.isEmpty ? .ok : .unprocessableContent)
  }

  private func endSession(_ form: Form) async throws -> Response {
    let wanted = form[StaffSessionsPage.sessionField] ?? ""
    if wanted == StaffSessionsPage.others {
      try await services.signIn.endOthers(by: scene.staff, now: now)
    } else if let id = Int64(wanted) {
      if id == scene.staff.session?.id { return try await signOut() }
      try await services.signIn.end(id, by: scene.staff, now: now)
    }
    return redirect(.sessions)
  }

  private func signOut() async throws -> Response {
    try await services.signIn.signOut(scene.staff, now: now)
    var response = redirect(.signIn, query: StaffDoor.signedOutField)
    // Not “cookies”: that would take the one that says that somebody signed in here before.
    response.headers["Clear-Site-Data"] = "\"cache\", \"storage\""
    response.cookies += [
      SiteApplication.staffCookie, SiteApplication.visitorCookie, SiteApplication.enteringCookie,
    ].compactMap(SetCookie.removal)
    return response
  }

  // MARK: Parts

  var refusal: Response { .page(StaffRefusalPage(scene: scene, isOldForm: false), status: .forbidden) }

  func redirect(_ route: StaffRoute, query: String? = nil) -> Response {
    .redirect(to: Route.staff(scene.phrases.language, route).path + (query.map { "?\($0)" } ?? ""))
  }
}
