internal import Gateway

/// The pages behind the sign-in, under `/en/staff`.
package enum StaffRoute: String, CaseIterable, Sendable {
  case home = ""
  case signIn = "sign-in"
  case signOut = "sign-out"
  case search, attempts, sessions, accounts

  /// Takes what stands after `staff`.
  init?(_ components: inout RouteComponents) {
    if components.isAtEnd {
      self = .home
    } else {
      guard let word = components.take(), let route = StaffRoute(rawValue: word) else { return nil }
      self = route
    }
  }

  var components: [String] { ["staff"] + (self == .home ? [] : [rawValue]) }

  var methods: [Method] {
    switch self {
    case .home, .accounts: [.get]
    case .signOut: [.post]
    case .signIn, .search, .attempts, .sessions: [.get, .post]
    }
  }

  /// Where a reader of it can come back to with a link.
  var readable: StaffRoute { self == .signOut ? .signIn : self }
}
