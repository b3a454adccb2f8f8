internal import CivilTime
internal import Gateway
internal import Phrasebook
internal import Markup
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
  let keeping: AccountService
  let tokens: TokenService
  let signUp: SignUpService
  let evidence: EvidenceService
  let review: ReviewService
  let figures: FigureService
  let court: CourtServices?
  /// Nil where there are no keys to seal with.
  let hotline: HotlineServices?
  /// Nil where nobody counts.
  let arrests: ArrestService?

  package init(
    signIn: SignInService, search: StaffSearch, attempts: AttemptService, following: FollowingService,
    calls: CallbackService, duplicates: DuplicateService, protection: ProtectionService, accounts: AccountDirectory,
    visits: VisitService, review: ReviewService, figures: FigureService,
    keeping: AccountService, tokens: TokenService, signUp: SignUpService,
    printer: PaperPrinter = PaperPrinter(), evidence: EvidenceService? = nil, court: CourtServices? = nil,
    hotline: HotlineServices? = nil, arrests: ArrestService? = nil
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
    self.review = review
    self.figures = figures
    self.court = court
    self.printer = printer
    self.hotline = hotline
    self.arrests = arrests
    self.keeping = keeping
    self.tokens = tokens
    self.signUp = signUp
    // Without a key nothing is taken, and that is said.
    self.evidence = evidence ?? EvidenceService(visits) { nil }
  }
}

/// What the pages of staff answer. Who may do what is for the services to say; here it only becomes a page.
extension SiteApplication {
  /// The cookie of a session, and the one that ties the sign-in form to a browser. Under https both are `__Host-`.
  package static let staffCookie = "staff"
  package static let visitorCookie = "visitor"
  /// The sign-in that has begun, and the browser in which somebody signed in before. Signing out leaves the last one, so
  /// that strangers' guesses do not delay its owner; leaving the site quickly takes all of them.
  package static let enteringCookie = "entering"
  package static let deviceCookie = "device"
  static let deviceAge = Duration.seconds(180 * 86_400)

  func staffAnswer(_ route: StaffRoute, _ request: Request, _ phrases: Phrases) async throws -> Response {
    if route.isDoor, let services = staff {
      return try await StaffDoor(services, configuration, phrases, request).answer(route)
    }
    return try await signedIn(.staff(phrases.language, route), request, phrases) { services, scene, form in
      if route == .confirm, let form { return try await confirm(form, request, services, scene) }
      let desk = StaffDesk(
        services: services, scene: scene, now: configuration.now(), origin: configuration.origin.description)
      guard let form else { return try await desk.show(route, request) }
      return try await desk.take(route, form)
    }
  }

  func visitAnswer(_ route: VisitRoute, _ request: Request, _ phrases: Phrases) async throws -> Response {
    try await signedIn(.visits(phrases.language, route), request, phrases, route.formLimits) { services, scene, form in
      let desk = VisitDesk(
        visits: services.visits, review: services.review, printer: services.printer, evidence: services.evidence,
        scene: scene,
        now: configuration.now())
      let response =
        if let form { try await desk.take(route, form) } else { try await desk.show(route, request) }
      return response ?? failure(Problem(.notFound), request, .visits(phrases.language, route))
    }
  }

  func reviewAnswer(_ route: ReviewRoute, _ request: Request, _ phrases: Phrases) async throws -> Response {
    try await signedIn(.review(phrases.language, route), request, phrases) { services, scene, form in
      let desk = ReviewDesk(
        review: services.review, figures: services.figures, court: services.court, printer: services.printer,
        scene: scene,
        now: configuration.now())
      let response =
        if let form { try await desk.take(route, form) } else { try await desk.show(route, request) }
      return response ?? failure(Problem(.notFound), request, .review(phrases.language, route))
    }
  }

  func hotlineAnswer(_ route: HotlineRoute, _ request: Request, _ phrases: Phrases) async throws -> Response {
    try await signedIn(.hotline(phrases.language, route), request, phrases) { services, scene, form in
      guard let hotline = services.hotline else {
        return failure(Problem(.notFound), request, .hotline(phrases.language, route))
      }
      let desk = HotlineDesk(services: hotline, scene: scene, now: configuration.now())
      let response =
        if let form { try await desk.take(route, form) } else { try await desk.show(route, request) }
      return response ?? failure(Problem(.notFound), request, .hotline(phrases.language, route))
    }
  }

  /// What anybody may read. Where there is no hotline there are no alerts.
  func alertsAnswer(_ phrases: Phrases) async throws -> Response {
    let now = configuration.now()
    let alerts = try await staff?.hotline?.alerts.live(now: now) ?? []
    return .page(AlertsPage(phrases: phrases, isPractice: configuration.isPractice, alerts: alerts, now: now))
  }

  /// Answers somebody who signed in; everybody else is led to the door. A form that was sent carries its token.
  func signedIn(
    _ route: Route, _ request: Request, _ phrases: Phrases, _ limits: FormLimits = FormLimits(),
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
      let form = try await request.form(limits)
      guard person.isFormToken(form[StaffForm.tokenField] ?? "") else {
        return .page(StaffRefusalPage(scene: scene, isOldForm: true), status: .forbidden)
      }
      return try await answer(services, scene, form)
    } catch is NotAllowed {
      return .page(StaffRefusalPage(scene: scene, isOldForm: false), status: .forbidden)
    } catch is NotFresh {
      return .page(AgainPage(scene: scene, to: readable(route)), status: .forbidden)
    } catch is HashQueueFull {
      var response = failure(Problem(.serviceUnavailable), request, route)
      response.headers["Retry-After"] = "5"
      return response
    }
  }

  /// The page on which somebody can go on after a form that needed a fresh sign-in.
  private func readable(_ route: Route) -> Route { route.language.map(route.translated) ?? route }

  /// Takes password and second factor again; whoever shows them goes on, in a session that is new.
  private func confirm(
    _ form: Form, _ request: Request, _ services: StaffServices, _ scene: StaffScene
  ) async throws -> Response {
    let words = scene.phrases.staff.signIn
    let home = Route.staff(scene.phrases.language, .home)
    let to = form[DoorForm.to].flatMap(Route.init(path:)).map(readable) ?? home
    let (code, isRecovering) = StaffDoor.factor(form)
    let again = try await services.signIn.again(
      scene.staff, password: form[DoorForm.password] ?? "", code: code,
      device: request.cookies[Self.deviceCookie], now: configuration.now())
    func page(_ fault: String, _ status: Status) -> Response {
      .page(AgainPage(scene: scene, to: to, fault: fault, isRecovering: isRecovering), status: status)
    }
    switch again {
    case .fresh(let cookie, _):
      var response = Response.redirect(to: to.isOfStaff && to.methods.contains(.get) ? to.path : home.path)
      response.cookies += [SetCookie(Self.staffCookie, cookie)].compactMap(\.self)
      return response
    case .mistyped: return page(words.factorMistyped, .unprocessableContent)
    case .refused: return page(words.againRefused, .unprocessableContent)
    case .tooMany(let seconds):
      var response = page(scene.phrases.counted(seconds, words.tooMany), .tooManyRequests)
      response.headers["Retry-After"] = String(seconds)
      return response
    }
  }
}
