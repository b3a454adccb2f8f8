internal import CivilTime
internal import Gateway
internal import Markup
internal import Phrasebook
internal import Records
internal import Services
internal import Vault

/// The door: everything on the way from a name and a password, or a one-time code, to being signed in.
struct StaffDoor {
  private let services: StaffServices
  private let configuration: SiteConfiguration
  private let phrases: Phrases
  private let request: Request
  /// What ties the forms to this browser, and whether it came with the request.
  private let visitor: VisitorForm
  private let isKnown: Bool

  init(
    _ services: StaffServices, _ configuration: SiteConfiguration, _ phrases: Phrases, _ request: Request
  ) {
    self.services = services
    self.configuration = configuration
    self.phrases = phrases
    self.request = request
    let known = request.cookies[SiteApplication.visitorCookie].flatMap(VisitorForm.init(cookie:))
    visitor = known ?? VisitorForm()
    isKnown = known != nil
  }

  private static let endedField = "ended"
  private static let begunField = "again"
  static let signedOutField = "signed-out"

  static func redirect(_ phrases: Phrases, hadSession: Bool) -> Response {
    let path = Route.staff(phrases.language, .signIn).path
    var response = Response.redirect(to: hadSession ? "\(path)?\(endedField)" : path)
    if hadSession { response.cookies += [SetCookie.removal(of: SiteApplication.staffCookie)].compactMap(\.self) }
    return response
  }

  func answer(_ route: StaffRoute) async throws -> Response {
    guard request.method == .post else { return try await show(route) }
    let form = try await request.form()
    guard isKnown, visitor.isToken(form[StaffForm.tokenField] ?? "") else {
      return page(SignInPage(scene: scene, notice: .expiredForm), status: .forbidden)
    }
    do {
      return try await take(route, form)
    } catch is HashQueueFull {
      var response = page(SignInPage(scene: scene, notice: .busy), status: .serviceUnavailable)
      response.headers["Retry-After"] = "5"
      return response
    }
  }

  // MARK: Pages

  private func show(_ route: StaffRoute) async throws -> Response {
    switch route {
    case .signInCode: return page(OneTimeCodePage(scene: scene))
    case .secondFactor:
      guard entering != nil else { return begunEnded }
      return page(SecondFactorPage(scene: scene))
    case .setUp, .setUpApp: return try await setUp(route)
    default:
      let now = configuration.now()
      if let cookie = request.cookies[SiteApplication.staffCookie],
        try await services.signIn.staff(cookie: cookie, now: now) != nil
      {
        return home
      }
      let query = request.query
      let notice: DoorNotice? =
        query[Self.endedField] != nil
        ? .ended : query[Self.signedOutField] != nil ? .signedOut : query[Self.begunField] != nil ? .begunEnded : nil
      return page(SignInPage(scene: scene, notice: notice))
    }
  }

  /// Each of the two pages of a set-up leads to the one that is due.
  private func setUp(_ route: StaffRoute) async throws -> Response {
    switch try await services.signIn.setUp(entering: entering, now: configuration.now()) {
    case .ended: return setUpEnded
    case .password(let account):
      guard route == .setUp else { return redirect(.setUp) }
      return page(SetUpPasswordPage(scene: scene, account: account.name))
    case .app(let account, let secret):
      guard route == .setUpApp else { return redirect(.setUpApp) }
      return page(SetUpAppPage(scene: scene, account: account.name, secret: secret))
    }
  }

  // MARK: Forms

  private func take(_ route: StaffRoute, _ form: Form) async throws -> Response {
    let now = configuration.now()
    switch route {
    case .signInCode:
      let step = try await services.signIn.begin(code: form[DoorForm.code] ?? "", now: now)
      return firstStep(step, next: .setUp) { OneTimeCodePage(scene: scene, notice: $0) }
    case .secondFactor: return try await secondFactor(form)
    case .setUp: return try await newPassword(form)
    case .setUpApp: return try await newApp(form)
    default:
      let name = String((form[DoorForm.name] ?? "").prefix(200))
      let step = try await services.signIn.begin(
        name: name, password: form[DoorForm.password] ?? "", device: request.cookies[SiteApplication.deviceCookie],
        now: now)
      return firstStep(step, next: .secondFactor) { SignInPage(scene: scene, name: name, notice: $0) }
    }
  }

  private func firstStep(
    _ step: SignInService.FirstStep, next: StaffRoute,
    _ again: (DoorNotice) -> some HTML
  ) -> Response {
    switch step {
    case .next(let cookie):
      var response = redirect(next)
      response.cookies += [SetCookie(SiteApplication.enteringCookie, cookie)].compactMap(\.self)
      return response
    case .mistyped: return page(again(.mistyped), status: .unprocessableContent)
    case .refused: return page(again(.refused), status: .unprocessableContent)
    case .tooMany(let seconds): return tooMany(again(.tooMany(seconds: seconds)), seconds)
    }
  }

  private func secondFactor(_ form: Form) async throws -> Response {
    let (code, isRecovering) = Self.factor(form)
    let step = try await services.signIn.finish(
      entering: entering, code: code, replacing: request.cookies[SiteApplication.staffCookie],
      device: request.cookies[SiteApplication.deviceCookie], now: configuration.now())
    func again(_ notice: DoorNotice) -> SecondFactorPage {
      SecondFactorPage(scene: scene, notice: notice, isRecovering: isRecovering)
    }
    switch step {
    case .ended: return begunEnded
    case .mistyped: return page(again(.mistyped), status: .unprocessableContent)
    case .refused: return page(again(.refused), status: .unprocessableContent)
    case .tooMany(let seconds): return tooMany(again(.tooMany(seconds: seconds)), seconds)
    case .signedIn(let entry):
      // Who used a recovery code is shown how many are left.
      var response = entry.recoveryLeft == nil ? home : redirect(.own)
      response.cookies += Self.cookies(of: entry)
      return response
    }
  }

  private func newPassword(_ form: Form) async throws -> Response {
    let now = configuration.now()
    let step = try await services.signIn.setUp(
      entering: entering, password: form[DoorForm.password] ?? "", repeated: form[DoorForm.repeated] ?? "",
      now: now)
    switch step {
    case .ended: return setUpEnded
    case .kept: return redirect(.setUpApp)
    case .fault(let fault):
      guard case .password(let account) = try await services.signIn.setUp(entering: entering, now: now) else {
        return redirect(.setUpApp)
      }
      return page(
        SetUpPasswordPage(
          scene: scene, account: account.name, fault: phrases.staff.setUp.sentence(fault)),
        status: .unprocessableContent)
    }
  }

  private func newApp(_ form: Form) async throws -> Response {
    let words = phrases.staff.setUp
    let now = configuration.now()
    let step = try await services.signIn.finishSetUp(
      entering: entering, code: form[DoorForm.code] ?? "",
      replacing: request.cookies[SiteApplication.staffCookie], now: now)
    let fault: String
    var wait: Int?
    switch step {
    case .signedIn(let entry, let codes):
      let scene = StaffScene(phrases: phrases, isPractice: configuration.isPractice, staff: entry.staff)
      var response = Response.page(RecoveryCodesPage(scene: scene, codes: codes))
      response.cookies += Self.cookies(of: entry)
      return response
    case .ended: return setUpEnded
    case .mistyped: fault = words.appMistyped
    case .refused: fault = words.appRefused
    case .tooMany(let seconds): (fault, wait) = (phrases.counted(seconds, phrases.staff.signIn.tooMany), seconds)
    }
    guard
      case .app(let account, let secret) = try await services.signIn.setUp(entering: entering, now: now)
    else { return setUpEnded }
    let again = SetUpAppPage(scene: scene, account: account.name, secret: secret, fault: fault)
    if let wait { return tooMany(again, wait) }
    return page(again, status: .unprocessableContent)
  }

  /// The code that somebody typed into one of the two fields.
  static func factor(_ form: Form) -> (code: String, isRecovering: Bool) {
    let recovery = form[DoorForm.recovery] ?? ""
    return recovery.isEmpty ? (form[DoorForm.code] ?? "", false) : (recovery, true)
  }

  // MARK: Parts

  private static func cookies(of entry: SignInService.SignedIn) -> [SetCookie] {
    [
      SetCookie(SiteApplication.staffCookie, entry.cookie), SetCookie.removal(of: SiteApplication.visitorCookie),
      SetCookie.removal(of: SiteApplication.enteringCookie),
      entry.device.flatMap { SetCookie(SiteApplication.deviceCookie, $0, maxAge: SiteApplication.deviceAge) },
    ].compactMap(\.self)
  }

  private var entering: String? { request.cookies[SiteApplication.enteringCookie] }

  private var home: Response { redirect(.home) }
  private var begunEnded: Response {
    .redirect(to: Route.staff(phrases.language, .signIn).path + "?\(Self.begunField)")
  }
  private func redirect(_ route: StaffRoute) -> Response { .redirect(to: Route.staff(phrases.language, route).path) }

  private var setUpEnded: Response {
    page(OneTimeCodePage(scene: scene, notice: .setUpEnded), status: .gone)
  }

  private func tooMany(_ page: some HTML, _ seconds: Int) -> Response {
    var response = self.page(page, status: .tooManyRequests)
    response.headers["Retry-After"] = String(seconds)
    return response
  }

  private var scene: DoorScene {
    DoorScene(phrases: phrases, isPractice: configuration.isPractice, token: visitor.token)
  }

  private func page(_ page: some HTML, status: Status = .ok) -> Response {
    var response = Response.page(page, status: status)
    if !isKnown {
      response.cookies += [SetCookie(SiteApplication.visitorCookie, visitor.cookie)].compactMap(\.self)
    }
    return response
  }
}
