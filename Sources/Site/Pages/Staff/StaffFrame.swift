internal import Markup
internal import Phrasebook
internal import Records
internal import Services

/// What every page of somebody who signed in has around its own part: who they are, where they can go, the way out.
struct StaffFrame: HTML {
  let phrases: Phrases
  let isPractice: Bool
  let staff: Staff
  let route: Route
  let title: String
  let content: Node

  init(
    _ scene: StaffScene, _ route: StaffRoute, title: String, @HTMLBuilder content: () -> Node
  ) {
    self.init(scene, .staff(scene.phrases.language, route.readable), title: title, content: content)
  }

  init(_ scene: StaffScene, _ route: Route, title: String, @HTMLBuilder content: () -> Node) {
    phrases = scene.phrases
    isPractice = scene.isPractice
    staff = scene.staff
    self.route = route
    self.title = title
    self.content = content()
  }

  private var words: StaffPhrases { phrases.staff }

  var body: Node {
    Layout(
      phrases: phrases, title: title, isPractice: isPractice,
      languages: .page(route)
    ) {
      nav(.label(words.menu)) {
        // Folded, because at a door and on a phone the page itself is what has to be on the screen.
        details(.class("more")) {
          summary { words.menu }
          ul {
            for entry in Self.entries(of: staff) {
              li {
                a(
                  .to(entry.route(phrases.language)), .class("tall"),
                  .current(if: entry.route(phrases.language) == route.menuEntry)
                ) { entry.title(phrases) }
              }
            }
          }
          form(.post, to: Route.staff(phrases.language, .signOut)) {
            StaffForm.token(staff)
            p(.class("quiet")) {
              words.signedInAs(staff.account.name, words.roles.name(of: staff.account.role))
              " "
              button(.class("link")) { words.signOut }
            }
          }
        }
      }
      h1 { title }
      content
    }
  }

  /// A page and what it is called in menus.
  struct Entry: Sendable {
    let route: @Sendable (Language) -> Route
    let title: @Sendable (Phrases) -> String
    let text: @Sendable (Phrases) -> String

    init(
      _ route: StaffRoute, title: @escaping @Sendable (Phrases) -> String,
      text: @escaping @Sendable (Phrases) -> String
    ) {
      (self.route, self.title, self.text) = ({ .staff($0, route) }, title, text)
    }

    init(
      _ route: VisitRoute, title: @escaping @Sendable (Phrases) -> String,
      text: @escaping @Sendable (Phrases) -> String
    ) {
      (self.route, self.title, self.text) = ({ .visits($0, route) }, title, text)
    }

    init(
      _ route: ReviewRoute, title: @escaping @Sendable (Phrases) -> String,
      text: @escaping @Sendable (Phrases) -> String
    ) {
      (self.route, self.title, self.text) = ({ .review($0, route) }, title, text)
    }

    init(
      _ route: HotlineRoute, title: @escaping @Sendable (Phrases) -> String,
      text: @escaping @Sendable (Phrases) -> String
    ) {
      (self.route, self.title, self.text) = ({ .hotline($0, route) }, title, text)
    }

    init(
      _ route: ArrestRoute, title: @escaping @Sendable (Phrases) -> String,
      text: @escaping @Sendable (Phrases) -> String
    ) {
      (self.route, self.title, self.text) = ({ .arrests($0, route) }, title, text)
    }
  }

  /// The pages that this person's role opens; the services refuse the others whatever is asked.
  static func entries(of staff: Staff) -> [Entry] {
    var entries: [Entry] = []
    if staff.may(.takeReports) {
      entries.append(Entry(HotlineRoute.new, title: \.hotline.taking.title, text: \.hotline.taking.homeText))
      entries.append(Entry(HotlineRoute.queue, title: \.hotline.queue.title, text: \.hotline.queue.homeText))
    }
    if staff.may(.searchWithWeights) {
      entries.append(Entry(.search, title: \.staff.search.title, text: \.staff.home.searchText))
    }
    if staff.may(.logAttempts) {
      entries.append(Entry(.attempts, title: \.staff.attempts.title, text: \.staff.home.attemptsText))
    }
    if staff.may(.logVisits) {
      entries.append(Entry(VisitRoute.door, title: \.visits.door.title, text: \.visits.door.homeText))
      entries.append(Entry(VisitRoute.list, title: \.visits.list.title, text: \.visits.list.homeText))
    }
    if staff.may(.watchPlaces) {
      entries.append(Entry(VisitRoute.places, title: \.visits.places.title, text: \.visits.places.homeText))
    }
    if staff.may(.fileVisits) {
      entries.append(Entry(VisitRoute.new, title: \.visits.filing.title, text: \.visits.filing.homeText))
    }
    if staff.may(.followSearches) {
      entries.append(Entry(StaffRoute.following, title: \.staff.following.title, text: \.staff.following.homeText))
    }
    if staff.may(.callFamilies) {
      entries.append(Entry(StaffRoute.calls, title: \.staff.calls.title, text: \.staff.calls.homeText))
    }
    if staff.may(.decideDuplicates) {
      entries.append(Entry(StaffRoute.duplicates, title: \.staff.duplicates.title, text: \.staff.duplicates.homeText))
    }
    if staff.may(.protectPeople) {
      entries.append(Entry(StaffRoute.protection, title: \.staff.protection.title, text: \.staff.protection.homeText))
    }
    if staff.may(.takeReports) {
      entries.append(Entry(HotlineRoute.network, title: \.hotline.network.title, text: \.hotline.network.homeText))
    }
    if staff.may(.subscribeToAlerts) {
      entries.append(Entry(HotlineRoute.alerts, title: \.hotline.alerts.title, text: \.hotline.alerts.homeText))
    }
    if staff.may(.reviewFindings) {
      entries.append(Entry(ReviewRoute.queue, title: \.review.queue.title, text: \.review.queue.homeText))
      entries.append(Entry(ReviewRoute.patterns, title: \.patterns.title, text: \.patterns.homeText))
      entries.append(Entry(ReviewRoute.figures, title: \.figures.title, text: \.figures.homeText))
      entries.append(Entry(ReviewRoute.bundle, title: \.court.bundle.title, text: \.court.bundle.lead))
      entries.append(
        Entry(ReviewRoute.places, title: \.figures.places.title, text: \.figures.places.homeText))
      entries.append(
        Entry(ReviewRoute.orders, title: \.figures.places.orders.title, text: \.figures.places.orders.homeText))
    }
    if staff.may(.countArrests) {
      entries.append(Entry(ArrestRoute.page, title: \.arrests.title, text: \.arrests.homeText))
    }
    if staff.may(.listAccounts) {
      entries.append(Entry(.accounts, title: \.staff.accounts.title, text: \.staff.home.accountsText))
    }
    if staff.may(.manageAccounts) {
      entries.append(Entry(.invite, title: \.staff.keeping.inviteTitle, text: \.staff.keeping.inviteText))
      entries.append(Entry(.applications, title: \.staff.keeping.waitingTitle, text: \.staff.keeping.waitingText))
    }
    entries.append(Entry(.own, title: \.staff.own.title, text: \.staff.own.homeText))
    entries.append(Entry(.sessions, title: \.staff.sessions.title, text: \.staff.home.sessionsText))
    if !TokenService.scopes(of: staff.account.role).isEmpty {
      entries.append(Entry(.tokens, title: \.staff.tokens.title, text: \.staff.tokens.homeText))
    }
    entries.append(Entry(.checkpoints, title: \.court.checkpoints.title, text: \.court.checkpoints.homeText))
    return entries
  }
}

/// What every page of staff is made with.
struct StaffScene: Sendable {
  let phrases: Phrases
  let isPractice: Bool
  let staff: Staff
}

enum StaffForm {
  /// The names of fields that are not a page's own.
  static let tokenField = "token"

  /// Ties a form to the session that it was shown in.
  static func token(_ staff: Staff) -> Node { token(staff.formToken) }
  static func token(_ token: String) -> Node { input(.hidden, name: tokenField, .value(token)) }
  /// Ties a form of a stranger to the browser that it was shown to.
  @HTMLBuilder static func tie(_ token: String?) -> Node { if let token { Self.token(token) } }
}

extension RolePhrases {
  func name(of role: Records.Role) -> String {
    switch role {
    case .operator: self.operator
    case .responder: responder
    case .attorney: attorney
    case .assistant: assistant
    case .interpreter: interpreter
    case .monitor: monitor
    }
  }
}
