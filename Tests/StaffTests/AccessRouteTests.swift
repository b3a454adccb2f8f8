import CivilTime
import Gateway
import Phrasebook
import Postgres
import Records
import Services
import Site
import Stores
import TestKit
import Testing
import Vault

/// Who is answered at a route. The switches have no default: a route without a line does not build.
private enum Access {
  case everybody
  /// The way in: everybody, and nobody is told anything.
  case door
  /// Those who signed in in one of these roles, and nobody else.
  case roles(Set<Records.Role>)
  /// Programs with a key whose owner may; never a cookie.
  case key(Set<Records.Role>)
  /// Whoever has a good key in the path; to all others there is no such page.
  case keyInPath

  static let all = Set(Records.Role.allCases)
  static let helpers: Set<Records.Role> = [.responder]
  static let doorkeepers: Set<Records.Role> = [.responder, .attorney, .assistant, .interpreter]
  static let filers: Set<Records.Role> = [.attorney, .assistant]
  static let subscribers: Set<Records.Role> = [.responder, .attorney, .assistant, .monitor]
  static let watchers: Set<Records.Role> = doorkeepers.union([.monitor])

  init(_ route: Route) {
    switch route {
    case .root, .start, .search, .facilities, .facility, .offices, .about, .leaving, .leave, .signUp, .follow, .receipt,
      .published, .release, .releaseTable, .releaseData, .apiSearch,
      .apiFacilities, .apiFacility, .apiDocument, .robots, .securityText, .asset, .alerts:
      self = .everybody
    case .staff(_, let route): self.init(route)
    case .visits(_, let route): self.init(route)
    case .review(_, let route): self.init(route)
    case .hotline(_, let route): self.init(route)
    case .arrests: self = .roles([.responder, .monitor])
    case .apiArrests: self = .key([.responder, .monitor])
    case .apiFigures: self = .key([.monitor])
    case .apiAccount: self = .key(Self.all)
    case .apiAccounts: self = .key([.operator])
    case .apiVisits: self = .key(Self.doorkeepers)
    // To whoever has no good key it is not there, whoever they are.
    case .calendar: self = .keyInPath
    }
  }

  private init(_ route: StaffRoute) {
    switch route {
    case .signIn, .signInCode, .secondFactor, .setUp, .setUpApp: self = .door
    case .home, .signOut, .confirm, .sessions, .own, .tokens, .checkpoints: self = .roles(Self.all)
    case .search, .attempts, .following, .followed, .calls, .call, .duplicates, .protection: self = .roles(Self.helpers)
    case .accounts, .invite, .applications, .account: self = .roles([.operator])
    }
  }

  private init(_ route: ReviewRoute) {
    switch route {
    case .queue, .one, .figures, .figuresTable, .figuresData, .report, .incidents, .bundle, .rows, .places, .place,
      .orders,
      .order, .patterns:
      self = .roles([.monitor])
    }
  }

  private init(_ route: HotlineRoute) {
    switch route {
    case .queue, .new, .network, .one, .propose, .alert: self = .roles(Self.helpers)
    case .alerts: self = .roles(Self.subscribers)
    }
  }

  private init(_ route: VisitRoute) {
    switch route {
    case .new: self = .roles(Self.filers)
    case .list, .export, .door, .paperLog, .one, .letter, .mail, .calendar, .chronology, .declaration, .printed, .files,
      .file,
      .withdrawal, .answer:
      self = .roles(Self.doorkeepers)
    case .places, .place, .placeDay: self = .roles(Self.watchers)
    }
  }
}

@Suite struct `The access matrix over HTTP` {
  enum Who: Equatable {
    case stranger, signedOut, expired, closed
    case role(Records.Role)

    static let all = [stranger, signedOut, expired, closed] + Records.Role.allCases.map { Who.role($0) }
  }

  static var routes: [Route] {
    guard let code = FacilityCode("LOSHOLD"), let asset = AssetName("site.css"),
      let visit = VisitReference("PV-7K3M9Q"),
      let day = DayName("2026-11-20"), let feed = CalendarKey("paradero_none.ics")
    else { return [] }
    let visits: [VisitRoute] = [
      .list, .export, .new, .door, .paperLog, .one(visit), .letter(visit), .mail(visit), .calendar(visit),
      .chronology(visit),
      .declaration(visit), .printed(.letter, visit), .printed(.packet, visit), .answer(visit),
      .places, .place(code), .placeDay(code, day),
    ]
    return Phrases.all.map(\.language).flatMap { language -> [Route] in
      [
        .start(language), .search(language), .facilities(language), .facility(language, code), .offices(language),
        .about(language), .leaving(language), .signUp(language), .follow(language), .receipt(language),
        .alerts(language), .published(language),
      ] + StaffRoute.allCases.map { .staff(language, $0) } + visits.map { .visits(language, $0) }
        + [.queue, .new, .network, .one(CaseNumber(7)), .propose(CaseNumber(7)), .alerts, .alert(CaseNumber(7))].map {
          .hotline(language, $0)
        } + ArrestRoute.allCases.map { .arrests(language, $0) }
        + [
          .queue, .one(CaseNumber(7)), .figures, .figuresTable, .figuresData, .report, .incidents, .bundle, .rows,
          .places,
          .place(code), .orders, .patterns,
        ].map { .review(language, $0) }
    } + [
      .root, .leave, .apiSearch, .apiFacilities, .apiFacility(code), .apiDocument, .apiAccount, .apiAccounts,
      .apiVisits, .apiArrests, .apiFigures, .robots, .securityText, .asset(asset), .calendar(feed),
    ]
  }

  @Test func `opens each route to those whom its line names`() async throws {
    try await StaffSite.with(poolSize: 4) { scene in
      var tried = 0
      var failures: [String] = []
      for role in Records.Role.allCases { _ = try await scene.browser("the-\(role.rawValue)", role) }
      for route in Self.routes {
        for method in route.methods {
          for who in Who.all {
            let response = try await Self.ask(scene, route, method, who)
            tried += 1
            if let fault = Self.fault(route, method, who, response) {
              failures.append("\(method.rawValue) \(route.template) by \(who): \(response.status) \(fault)")
            }
          }
        }
      }
      print(
        "access matrix over HTTP: \(Self.routes.count) routes, \(Who.all.count) kinds of people, \(tried) requests, \(failures.count) failures"
      )
      #expect(failures.isEmpty, "\(failures.joined(separator: "\n"))")
      #expect(tried > 1000)
    }
  }

  static let foreign: [Headers] = [
    ["Sec-Fetch-Site": "cross-site"], ["Sec-Fetch-Site": "same-site"], ["Sec-Fetch-Site": "none"],
    ["Origin": "https://evil.example"], ["Origin": "http://localhost:8081"], ["Origin": "https://localhost:8080"],
    ["Sec-Fetch-Site": "cross-site", "Origin": "http://localhost:8080"],
  ]

  @Test func `takes no form from another site, at any route, signed in or not`() async throws {
    try await StaffSite.with(poolSize: 4) { scene in
      var tried = 0
      var failures: [String] = []
      for route in Self.routes where route.methods.contains(.post) {
        for headers in Self.foreign {
          for isSignedIn in [false, true] {
            var browser = Browser(scene.site)
            if isSignedIn { browser = try await scene.browser("the-operator", .operator) }
            let token = browser.cookies[SiteApplication.staffCookie].flatMap(SessionToken.init)?.formToken
            let response = await browser.post(route.path, token: token ?? "", headers: headers)
            tried += 1
            if response.status != .forbidden { failures.append("\(route.template) \(headers): \(response.status)") }
          }
        }
      }
      print("forms from other sites: \(tried) sent, \(failures.count) taken")
      #expect(failures.isEmpty, "\(failures.joined(separator: "\n"))")
      #expect(tried > 300)
    }
  }

  /// Sends one request, a form with its session's own token, in a session made for it.
  private static func ask(
    _ scene: StaffSite, _ route: Route, _ method: Gateway.Method, _ who: Who
  ) async throws -> Response {
    var browser = Browser(scene.site)
    switch who {
    case .stranger: break
    case .role(let role): browser = try await scene.browser("the-\(role.rawValue)", role)
    case .signedOut, .expired, .closed:
      let token = SessionToken()
      let name = who == .closed ? "the-closed" : "the-operator"
      if who == .closed, try await AccountStore(scene.owner).account(named: name) == nil {
        _ = try await scene.browser(name, .operator)
        try await scene.accounts.disable(name, now: scene.now)
      }
      let account = try await AccountStore(scene.owner).account(named: name)?.id ?? 0
      let begun = who == .expired ? scene.now.adding(seconds: -13 * 3600) : scene.now
      let id = try await SessionStore(scene.owner).begin(
        account: account, fingerprint: token.fingerprint, now: begun, expiresAt: begun.adding(seconds: 12 * 3600))
      if who == .signedOut { try await SessionStore(scene.owner).end(id ?? 0, of: account, now: scene.now) }
      browser.take(SiteApplication.staffCookie, token.text)
    }
    if method == .get { return await browser.get(route.path) }
    let form = browser.cookies[SiteApplication.staffCookie].flatMap(SessionToken.init)?.formToken
    return await browser.post(route.path, token: form ?? "")
  }

  /// What is wrong with an answer; nil if it is as the route's line says.
  private static func fault(
    _ route: Route, _ method: Gateway.Method, _ who: Who, _ response: Response
  ) -> String? {
    if response.status.code >= 500 { return "is a fault" }
    let toDoor = response.headers["Location"]?.contains("/staff/sign-in") == true
    switch Access(route) {
    case .everybody:
      // A form without the token of its page is refused, whoever sends it.
      return toDoor || (method == .get && [401, 403].contains(response.status.code)) ? "shuts somebody out" : nil
    case .door:
      if method == .post { return response.status == .forbidden ? nil : "took a form without its token" }
      return response.status.code < 400 || response.status == .gone ? nil : "shuts somebody out"
    case .keyInPath: return response.status == .notFound ? nil : "answered without a key"
    case .key: return response.status == .unauthorized ? nil : "answered a cookie"
    case .roles(let roles):
      guard case .role(let role) = who else { return toDoor ? nil : "answered who is not signed in" }
      if case .staff(_, .signOut) = route { return nil }
      if toDoor { return "sent somebody to the door" }
      let isRefused = [403, 404].contains(response.status.code)
      if !roles.contains(role) { return isRefused ? nil : "answered another role" }
      return response.status == .forbidden ? "refused its own role" : nil
    }
  }
}
