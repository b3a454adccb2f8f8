internal import Markup
internal import Phrasebook
internal import Records
internal import Services

/// What every page of somebody who signed in has around its own part: who they are, where they can go, the way out.
struct StaffFrame: HTML {
  let phrases: Phrases
  let isPractice: Bool
  let staff: Staff
  let route: StaffRoute
  let title: String
  let content: Node

  init(
    _ scene: StaffScene, _ route: StaffRoute, title: String, @HTMLBuilder content: () -> Node
  ) {
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
      languages: .page(.staff(phrases.language, route.readable))
    ) {
      nav(.label(words.menu)) {
        ul(.class("menu")) {
          for entry in Self.entries(of: staff) {
            li {
              a(.to(Route.staff(phrases.language, entry.route)), .current(if: entry.route == route)) {
                entry.title(words)
              }
            }
          }
        }
      }
      form(.post, to: Route.staff(phrases.language, .signOut), .class("again")) {
        StaffForm.token(staff)
        p(.class("quiet")) {
          words.signedInAs(staff.account.name, words.roles.name(of: staff.account.role))
          " "
          button(.class("link")) { words.signOut }
        }
      }
      h1 { title }
      content
    }
  }

  /// A page and what it is called in menus.
  struct Entry: Sendable {
    let route: StaffRoute
    let title: @Sendable (StaffPhrases) -> String
    let text: @Sendable (StaffPhrases) -> String
  }

  /// The pages that this person's role opens; the services refuse the others whatever is asked.
  static func entries(of staff: Staff) -> [Entry] {
    var entries: [Entry] = []
    if staff.may(.searchWithWeights) {
      entries.append(Entry(route: .search, title: \.search.title, text: \.home.searchText))
    }
    if staff.may(.logAttempts) {
      entries.append(Entry(route: .attempts, title: \.attempts.title, text: \.home.attemptsText))
    }
    if staff.may(.listAccounts) {
      entries.append(Entry(route: .accounts, title: \.accounts.title, text: \.home.accountsText))
    }
    entries.append(Entry(route: .sessions, title: \.sessions.title, text: \.home.sessionsText))
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
}

extension RolePhrases {
  func name(of role: Records.Role) -> String {
    switch role {
    case .operator: self.operator
    case .responder: responder
    case .attorney: attorney
    case .monitor: monitor
    }
  }
}
