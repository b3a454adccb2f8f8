internal import CivilTime
package import Gateway
internal import Phrasebook
package import Services

/// The whole site: finds the route of a request and lets its part answer.
package struct SiteApplication: Handler {
  let search: any PersonSearch
  let places: any FacilityDirectory
  /// What people who sign in use; nil where nobody can.
  let staff: StaffServices?
  /// Searches that families follow; nil where there are no keys to seal with.
  let receipts: ReceiptService?
  /// What was published; nil where no database is asked.
  let releases: ReleaseService?
  let configuration: SiteConfiguration
  /// Told of every error that became a 500, with the request's id. Errors never hold a person's data.
  let report: @Sendable (any Error, RequestID) -> Void

  package init(
    search: any PersonSearch, places: any FacilityDirectory, staff: StaffServices? = nil,
    receipts: ReceiptService? = nil, releases: ReleaseService? = nil, configuration: SiteConfiguration,
    report: @escaping @Sendable (any Error, RequestID) -> Void
  ) {
    self.search = search
    self.places = places
    self.staff = staff
    self.receipts = receipts
    self.releases = releases
    self.configuration = configuration
    self.report = report
  }

  package func respond(to request: Request) async -> Response {
    guard let route = Route(path: request.path) else { return elsewhere(request) }
    var response: Response
    if let refusal = route.refusal(of: request.method) {
      response = refusal.status == .noContent ? refusal : failure(.methodNotAllowed, request, route)
      response.headers["Allow"] = refusal.headers["Allow"]
    } else if let refusal = foreignRefusal(request, route) {
      response = refusal
    } else {
      do {
        response = try await answer(route, request)
      } catch let error as any RespondingError {
        response = failure(error.problem, request, route)
      } catch {
        report(error, request.id)
        response = failure(Problem(.internalServerError), request, route)
      }
    }
    response.route = route.template
    remember(route, request, &response)
    return response
  }

  package func refusal(_ problem: Problem, of refused: RefusedRequest) -> Response {
    let path = refused.path ?? "/"
    if path.hasPrefix("/api/") || !refused.headers.wantsPage { return .problem(problem) }
    let phrases = Self.language(path: path, cookie: nil, headers: refused.headers)
    return FailurePage.response(problem, phrases: phrases, isPractice: configuration.isPractice, id: refused.id)
  }

  package func bodyLimit(method: Method, path: String) -> Int? {
    switch Route(path: path) {
    case .search, .apiSearch, .staff, .follow, .receipt, .signUp: 32_768
    case .visits(_, let part): part.bodyLimit
    case .review, .hotline: 32_768
    default: 0
    }
  }

  private func answer(_ route: Route, _ request: Request) async throws -> Response {
    switch route {
    case .root, .start, .search, .facilities, .facility, .offices, .about, .leaving, .leave:
      try await page(route, request)
    case .follow: try await followAnswer(request, phrases(request, route))
    case .receipt: try await receiptAnswer(request, phrases(request, route))
    case .staff(_, let part): try await staffAnswer(part, request, phrases(request, route))
    case .visits(_, let part): try await visitAnswer(part, request, phrases(request, route))
    case .review(_, let part): try await reviewAnswer(part, request, phrases(request, route))
    case .hotline(_, let part): try await hotlineAnswer(part, request, phrases(request, route))
    case .alerts: try await alertsAnswer(phrases(request, route))
    case .arrests(_, let part): try await arrestsAnswer(part, request, phrases(request, route))
    case .signUp: try await signUpAnswer(request, phrases(request, route))
    case .published, .release, .releaseTable, .releaseData:
      try await publishedAnswer(route, request, phrases(request, route))
    case .calendar(let key): try await calendarAnswer(key, request)
    case .apiAccount, .apiAccounts, .apiVisits, .apiArrests, .apiFigures: try await programAnswer(route, request)
    case .apiSearch: try await searchAnswer(request)
    case .apiFacilities: try await facilitiesAnswer(request)
    case .apiFacility(let code): try await facilityAnswer(code)
    case .apiDocument: Assets.apiDocument.response(to: request)
    case .robots: .text("User-agent: *\nDisallow: /\n")
    case .securityText: securityText(request)
    case .asset(let name): Assets.file(name)?.response(to: request) ?? failure(Problem(.notFound), request, route)
    }
  }

  /// RFC 9116. Without a contact there is nothing to say.
  private func securityText(_ request: Request) -> Response {
    guard let contact = configuration.securityContact, let today = configuration.now().utcDay,
      let expires = today.adding(days: 180)
    else { return failure(Problem(.notFound), request, .securityText) }
    return .text(
      """
      Contact: \(contact)
      Expires: \(expires.iso)T00:00:00Z
      Preferred-Languages: \(Phrases.all.map(\.language.code).joined(separator: ", "))
      Canonical: \(configuration.origin)\(Route.securityText.path)

      """)
  }

  // MARK: What is not there

  /// A facility's code in small letters leads to its page; anything else does not exist.
  private func elsewhere(_ request: Request) -> Response {
    let parts = request.path.split(separator: "/")
    if parts.count == 3, let last = parts.last,
      let route = Route(path: "/\(parts[0])/\(parts[1])/\(last.uppercased())"), case .facility = route
    {
      return .redirect(to: route.path, status: .permanentRedirect)
    }
    var response = failure(Problem(.notFound), request, nil)
    response.route = "other"
    return response
  }

  private func foreignRefusal(_ request: Request, _ route: Route) -> Response? {
    request.foreignRefusal(allowsUnknown: true).map { _ in
      failure(Problem(.forbidden, code: "foreign-origin"), request, route)
    }
  }

  func failure(_ status: Status, _ request: Request, _ route: Route?) -> Response {
    failure(Problem(status), request, route)
  }

  /// As a page for people, as problem details for programs.
  func failure(_ problem: Problem, _ request: Request, _ route: Route?) -> Response {
    let isForPrograms = route?.isForPrograms ?? (request.path.hasPrefix("/api/") || !request.headers.wantsPage)
    if isForPrograms { return .problem(problem) }
    return FailurePage.response(
      problem, phrases: phrases(request, route), isPractice: configuration.isPractice, id: request.id)
  }

  // MARK: Language

  func phrases(_ request: Request, _ route: Route?) -> Phrases {
    if let language = route?.language, let phrases = Phrases.of(language.code) { return phrases }
    return Self.language(path: request.path, cookie: request.cookies[Self.languageCookie], headers: request.headers)
  }

  /// The path says it, else the cookie, else the browser, else English.
  static func language(path: String, cookie: String?, headers: Headers) -> Phrases {
    let first = path.split(separator: "/").first.map(String.init)
    return first.flatMap(Phrases.of) ?? cookie.flatMap(Phrases.of)
      ?? headers.preferredLanguage(among: Phrases.all.map(\.language.code)).flatMap(Phrases.of) ?? .english
  }

  static let languageCookie = "language"

  /// Keeps the language for as long as the browser stays open, when it is another than the browser asks for.
  private func remember(_ route: Route, _ request: Request, _ response: inout Response) {
    guard let language = route.language, response.status == .ok else { return }
    let known = Self.language(path: "/", cookie: request.cookies[Self.languageCookie], headers: request.headers)
    guard known.language != language, let cookie = SetCookie(Self.languageCookie, language.code, sameSite: .lax) else {
      return
    }
    response.cookies.append(cookie)
  }
}
