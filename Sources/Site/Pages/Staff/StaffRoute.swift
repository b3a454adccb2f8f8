internal import Gateway
internal import Services

/// The pages behind the sign-in, under `/en/staff`.
package enum StaffRoute: CaseIterable, Hashable, Sendable {
  /// The door: a name and a password, or a one-time code; the second factor; setting both; showing them again.
  case signIn, signInCode, secondFactor, setUp, setUpApp, confirm
  case home, signOut, search, attempts, following, calls, duplicates, protection, sessions, own, tokens, checkpoints,
    accounts, invite, applications
  /// One account, by its name.
  case account(AccountName)
  /// One open search, by its number.
  case followed(Int64)
  /// One call to a family, by its number.
  case call(Int64)

  /// One of each kind.
  package static let allCases: [StaffRoute] = [
    .signIn, .signInCode, .secondFactor, .setUp, .setUpApp, .confirm,
    .home, .signOut, .search, .attempts, .following, .followed(1), .calls, .call(1), .duplicates,
    .protection, .sessions, .own, .tokens, .checkpoints, .accounts, .invite, .applications, .account(.example),
  ]

  /// Whether it is answered to somebody who has not signed in.
  package var isDoor: Bool {
    switch self {
    case .signIn, .signInCode, .secondFactor, .setUp, .setUpApp: true
    default: false
    }
  }

  /// Takes what stands after `staff`.
  init?(_ components: inout RouteComponents) {
    guard !components.isAtEnd else {
      self = .home
      return
    }
    guard let word = components.take(),
      let route = Self.allCases.first(where: { $0.words == [word] })
    else { return nil }
    self = route
    if route == .following || route == .calls, !components.isAtEnd {
      guard let text = components.take(), let number = Int64(text), number > 0, String(number) == text else {
        return nil
      }
      self = route == .calls ? .call(number) : .followed(number)
    }
    if route == .accounts, !components.isAtEnd {
      guard let name = components.take(as: AccountName.self) else { return nil }
      self = .account(name)
    }
  }

  /// What stands after `staff`.
  private var words: [String] {
    switch self {
    case .home: []
    case .signIn: ["sign-in"]
    case .signInCode: ["one-time-code"]
    case .secondFactor: ["second-factor"]
    case .setUp: ["set-up"]
    case .setUpApp: ["set-up-app"]
    case .confirm: ["confirm"]
    case .signOut: ["sign-out"]
    case .search: ["search"]
    case .attempts: ["attempts"]
    case .following: ["following"]
    case .followed(let number): ["following", String(number)]
    case .calls: ["calls"]
    case .call(let number): ["calls", String(number)]
    case .duplicates: ["duplicates"]
    case .protection: ["protection"]
    case .sessions: ["sessions"]
    case .own: ["my-account"]
    case .tokens: ["keys"]
    case .checkpoints: ["checkpoints"]
    case .accounts: ["accounts"]
    case .invite: ["invite"]
    case .applications: ["applications"]
    case .account(let name): ["accounts", name.description]
    }
  }

  package var components: [String] { ["staff"] + words }

  /// The components with a blank for what differs from one search to the next.
  var template: [String] {
    switch self {
    case .followed: ["staff", "following", "{search}"]
    case .call: ["staff", "calls", "{call}"]
    case .account: ["staff", "accounts", "{name}"]
    default: components
    }
  }

  var methods: [Method] {
    switch self {
    case .home, .accounts, .calls, .checkpoints: [.get]
    case .signOut, .confirm: [.post]
    default: [.get, .post]
    }
  }

  /// Where it stands in menus.
  var entry: StaffRoute {
    switch self {
    case .followed: .following
    case .call: .calls
    case .account: .accounts
    default: self
    }
  }

  /// Where a reader of it can come back to with a link.
  var readable: StaffRoute {
    switch self {
    case .signOut: .signIn
    case .confirm: .home
    default: self
    }
  }
}

/// The name of an account as it stands in a path.
package struct AccountName: LosslessStringConvertible, Hashable, Sendable {
  package let description: String

  package init?(_ text: String) {
    guard AccountService.isName(text) else { return nil }
    description = text
  }

  private init(example: StaticString) { description = example.description }

  /// For lists of every kind of page.
  package static let example = AccountName(example: "maria")
}
