internal import Gateway

/// The pages behind the sign-in, under `/en/staff`.
package enum StaffRoute: CaseIterable, Hashable, Sendable {
  case home, signIn, signOut, search, attempts, following, calls, duplicates, protection, sessions, accounts
  /// One open search, by its number.
  case followed(Int64)
  /// One call to a family, by its number.
  case call(Int64)

  /// One of each kind.
  package static let allCases: [StaffRoute] = [
    .home, .signIn, .signOut, .search, .attempts, .following, .followed(1), .calls, .call(1), .duplicates,
    .protection, .sessions, .accounts,
  ]

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
  }

  /// What stands after `staff`.
  private var words: [String] {
    switch self {
    case .home: []
    case .signIn: ["sign-in"]
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
    case .accounts: ["accounts"]
    }
  }

  package var components: [String] { ["staff"] + words }

  /// The components with a blank for what differs from one search to the next.
  var template: [String] {
    switch self {
    case .followed: ["staff", "following", "{search}"]
    case .call: ["staff", "calls", "{call}"]
    default: components
    }
  }

  var methods: [Method] {
    switch self {
    case .home, .accounts, .calls: [.get]
    case .signOut: [.post]
    case .signIn, .search, .attempts, .following, .followed, .call, .duplicates, .protection, .sessions: [.get, .post]
    }
  }

  /// Where it stands in menus.
  var entry: StaffRoute {
    switch self {
    case .followed: .following
    case .call: .calls
    default: self
    }
  }

  /// Where a reader of it can come back to with a link.
  var readable: StaffRoute { self == .signOut ? .signIn : self }
}
