internal import CivilTime
internal import Gateway
internal import Phrasebook
internal import Records
package import Services

/// The services that the pages of staff ask.
package struct StaffServices: Sendable {
  let signIn: SignInService
  let search: StaffSearch
  let attempts: AttemptService
  let following: FollowingService
  let calls: CallbackService
  let duplicates: DuplicateService
  let protection: ProtectionService
  let accounts: AccountDirectory
  let visits: VisitService
  let printer: PaperPrinter

  package init(
    signIn: SignInService, search: StaffSearch, attempts: AttemptService, following: FollowingService,
    calls: CallbackService, duplicates: DuplicateService, protection: ProtectionService, accounts: AccountDirectory, visits: VisitService,
    printer: PaperPrinter = PaperPrinter()
  ) {
    self.signIn = signIn
    self.search = search
    self.attempts = attempts
    self.following = following
    self.calls = calls
    self.duplicates = duplicates
    self.protection = protection
    self.accounts = accounts
    self.visits = visits
    self.printer = printer
  }
}

/// What the pages of staff answer. Who may do what is for the services to say; here it only becomes a page.
extension SiteApplication {
  /// The cookie of a session, and the one that ties the sign-in form to a browser. Under https both are `__Host-`.
  package static let staffCookie = "staff"
  package static let visitorCookie = "visitor"

  func staffAnswer(_ route: StaffRoute, _ request: Request, _ phrases: Phrases) async throws -> Response {
    if route == .signIn, let services = staff {
      return try await StaffDoor(services, configuration, phrases).answer(request)
    }
    return try await signedIn(.staff(phrases.language, route), request, phrases) { services, scene, form in
      let desk = StaffDesk(services: services, scene: scene, now: configuration.now())
      guard let form else { return try await desk.show(route, request) }
      return try await desk.take(route, form)
    }
  }

  func visitAnswer(_ route: VisitRoute, _ request: Request, _ phrases: Phrases) async throws -> Response {
    try await signedIn(.visits(phrases.language, route), request, phrases) { services, scene, form in
      let desk = VisitDesk(visits: services.visits, printer: services.printer, scene: scene, now: configuration.now())
      let response =
        if let form { try await desk.take(route, form) } else { try await desk.show(route, request) }
      return response ?? failure(Problem(.notFound), request, .visits(phrases.language, route))
    }
  }

  /// Answers somebody who signed in; everybody else is led to the door. A form that was sent carries its token.
  private func signedIn(
    _ route: Route, _ request: Request, _ phrases: Phrases,
    _ answer: (StaffServices, StaffScene, Form?) async throws -> Response
  ) async throws -> Response {
    guard let services = staff else { return failure(Problem(.notFound), request, route) }
    let cookie = request.cookies[Self.staffCookie]
    guard let cookie, let person = try await services.signIn.staff(cookie: cookie, now: configuration.now()) else {
      return StaffDoor.redirect(phrases, hadSession: cookie != nil)
    }
    let scene = StaffScene(phrases: phrases, isPractice: configuration.isPractice, staff: person)
    do {
      guard request.method == .post else { return try await answer(services, scene, nil) }
      let form = try await request.form()
      guard person.isFormToken(form[StaffForm.tokenField] ?? "") else {
        return .page(StaffRefusalPage(scene: scene, isOldForm: true), status: .forbidden)
      }
      return try await answer(services, scene, form)
    } catch is NotAllowed {
      return .page(StaffRefusalPage(scene: scene, isOldForm: false), status: .forbidden)
    }
  }
}

/// The door: the sign-in page and the codes that are tried at it.
struct StaffDoor {
  private let services: StaffServices
  private let configuration: SiteConfiguration
  private let phrases: Phrases

  init(_ services: StaffServices, _ configuration: SiteConfiguration, _ phrases: Phrases) {
    self.services = services
    self.configuration = configuration
    self.phrases = phrases
  }

  private static let endedField = "ended"
  static let signedOutField = "signed-out"

  static func redirect(_ phrases: Phrases, hadSession: Bool) -> Response {
    let path = Route.staff(phrases.language, .signIn).path
    var response = Response.redirect(to: hadSession ? "\(path)?\(endedField)" : path)
    if hadSession { response.cookies += [SetCookie.removal(of: SiteApplication.staffCookie)].compactMap(\.self) }
    return response
  }

  func answer(_ request: Request) async throws -> Response {
    let cookie = request.cookies[SiteApplication.staffCookie]
    let now = configuration.now()
    guard request.method == .post else {
      if let cookie, try await services.signIn.staff(cookie: cookie, now: now) != nil { return home }
      let notice: StaffSignInPage.Notice? =
        request.query[Self.endedField] != nil ? .ended : request.query[Self.signedOutField] != nil ? .signedOut : nil
      return page(notice, request)
    }
    let form = try await request.form()
    guard let visitor = request.cookies[SiteApplication.visitorCookie].flatMap(VisitorForm.init(cookie:)),
      visitor.isToken(form[StaffForm.tokenField] ?? "")
    else { return page(.expiredForm, request, status: .forbidden) }
    let code = form[StaffSignInPage.codeField] ?? ""
    switch try await services.signIn.signIn(code: code, replacing: cookie, now: now) {
    case .mistyped: return page(.mistyped, request, status: .unprocessableContent)
    case .refused: return page(.refused, request, status: .unprocessableContent)
    case .tooMany(let seconds):
      var response = page(.tooMany(seconds: max(1, seconds)), request, status: .tooManyRequests)
      response.headers["Retry-After"] = String(max(1, seconds))
      return response
    case .signedIn(_, let cookie):
      var response = home
      response.cookies += [
        SetCookie(SiteApplication.staffCookie, cookie), SetCookie.removal(of: SiteApplication.visitorCookie),
      ].compactMap(\.self)
      return response
    }
  }

  private var home: Response { .redirect(to: Route.staff(phrases.language, .home).path) }

  private func page(_ notice: StaffSignInPage.Notice?, _ request: Request, status: Status = .ok) -> Response {
    let known = request.cookies[SiteApplication.visitorCookie].flatMap(VisitorForm.init(cookie:))
    let visitor = known ?? VisitorForm()
    var response = Response.page(
      StaffSignInPage(
        phrases: phrases, isPractice: configuration.isPractice, token: visitor.token, notice: notice),
      status: status)
    if known == nil {
      response.cookies += [SetCookie(SiteApplication.visitorCookie, visitor.cookie)].compactMap(\.self)
    }
    return response
  }
}
