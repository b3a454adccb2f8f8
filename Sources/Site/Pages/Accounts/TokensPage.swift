internal import CivilTime
internal import Gateway
internal import Markup
internal import Phrasebook
internal import Records
internal import Services

/// The keys that somebody's programs use, and the form for another.
struct TokensPage: HTML {
  let scene: StaffScene
  let tokens: [APIToken]
  var label = ""
  var fault: TokenService.Fault?
  /// The key that was just made: shown on this answer and never again.
  var made: TokenService.Made?
  var isRevoked = false
  /// Where people reach the site, for the address of a calendar.
  var origin = ""
  let now: Timestamp

  static let labelField = "label"
  static let scopeField = "scope"
  static let daysField = "days"
  /// The number of a key to take back.
  static let revokeField = "revoke"

  private var phrases: Phrases { scene.phrases }
  private var words: TokenPhrases { phrases.staff.tokens }
  private var scopes: [TokenScope] { TokenService.scopes(of: scene.staff.account.role) }

  /// The address of a calendar with the new key, if it opens one.
  private var feed: String? {
    guard let made, !made.token.scopes.isDisjoint(with: [.readCalendar, .nameInCalendar]) else { return nil }
    return CalendarKey(made.secret + ".ics").map { origin + Route.calendar($0).path }
  }

  var body: Node {
    StaffFrame(scene, .tokens, title: words.title) {
      if isRevoked { p(.class("notice"), .role(.status)) { words.revoked } }
      if let made {
        section(.class("notice")) {
          h2 { words.madeTitle }
          p { words.madeLead }
          p(.class("key")) { made.secret }
          if let feed {
            p { words.feedLead }
            p(.class("key")) { feed }
          }
        }
      }
      p(.class("lead")) { words.lead }
      if tokens.isEmpty { p { words.none } }
      for token in tokens { one(token) }
      if scopes.isEmpty { p { words.noneForYou } } else { making }
    }
  }

  private func one(_ token: APIToken) -> Node {
    section {
      h2 { token.label }
      Parts.facts([
        (words.scopes, Node.of { phrases.list(TokenScope.allCases.filter(token.scopes.contains).map(name)) }),
        (words.made, Node.of { phrases.ago(token.createdAt, now: now) }),
        (words.ends, Node.of { phrases.until(token.expiresAt, now: now) }),
        (
          words.lastUsed,
          Node.of { token.lastUsedOn.map { phrases.ago($0, today: now.utcDay ?? $0) } ?? words.neverUsed }
        ),
      ])
      form(.post, to: Route.staff(phrases.language, .tokens)) {
        StaffForm.token(scene.staff)
        input(.hidden, name: Self.revokeField, .value(String(token.id)))
        button(.class("act plain")) { words.revoke }
      }
    }
  }

  private var making: Node {
    section {
      h2 { words.make }
      form(.post, to: Route.staff(phrases.language, .tokens), .noValidate()) {
        StaffForm.token(scene.staff)
        if let fault { p(.class("fault"), .role(.alert)) { sentence(fault) } }
        DoorField(
          id: "label", name: Self.labelField, text: words.label, hint: words.labelHint, value: label,
          autocomplete: .off, capitals: .sentences)
        fieldset {
          legend { words.scopes }
          for scope in scopes {
            div(.class("choice")) {
              input(
                .checkbox, name: Self.scopeField, .id(ElementID("scope", id(scope))), .value(scope.rawValue),
                .checked(if: scopes.count == 1))
              Markup.label(for: ElementID("scope", id(scope))) { name(scope) }
            }
          }
        }
        div(.class("field")) {
          Markup.label(for: "days") { words.days }
          select(name: Self.daysField, .id("days"), .autocomplete(.off)) {
            for days in TokenService.days {
              option(value: String(days), selected: days == 90, phrases.counted(days, words.inDays))
            }
          }
        }
        button(.class("act main")) { words.make }
      }
    }
  }

  private func id(_ scope: TokenScope) -> String { scope.rawValue.replacing(":", with: "-") }

  private func name(_ scope: TokenScope) -> String {
    switch scope {
    case .readVisits: words.readVisits
    case .readCalendar: words.readCalendar
    case .nameInCalendar: words.nameInCalendar
    case .readAccounts: words.readAccounts
    case .readArrests: words.readArrests
    case .readFigures: words.readFigures
    }
  }

  private func sentence(_ fault: TokenService.Fault) -> String {
    switch fault {
    case .noLabel: words.noLabel
    case .noScope, .notForYou: words.noScope
    case .unknownTime: words.unknownTime
    case .tooMany: words.tooMany
    }
  }
}
