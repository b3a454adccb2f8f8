internal import Services

extension StaffRoute {
  /// What somebody must be allowed to do to send a form there; nil where every role has a page of its own.
  var permission: Permission? {
    switch self {
    case .search: .searchWithWeights
    case .attempts: .logAttempts
    case .following, .followed: .followSearches
    case .calls, .call: .callFamilies
    case .duplicates: .decideDuplicates
    case .protection: .protectPeople
    case .accounts: .listAccounts
    case .invite, .applications, .account: .manageAccounts
    case .signIn, .signInCode, .secondFactor, .setUp, .setUpApp, .confirm, .home, .signOut, .sessions, .own, .tokens,
      .checkpoints:
      nil
    }
  }
}
