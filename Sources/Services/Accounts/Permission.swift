package import Records
internal import Vault

/// What a person who signed in can ask of the services. Each service checks; pages only hide what would be refused.
package enum Permission: String, Sendable, CaseIterable {
  case signIn
  /// A search with every fact, level and weight.
  case searchWithWeights
  /// Noting what was looked up elsewhere, and reading such notes.
  case logAttempts
  /// Opening searches that are matched against every new record, and seeing what they found.
  case followSearches
  /// Calling families back, and having their contacts opened one at a time.
  case callFamilies
  /// Deciding whether two people of the records are one.
  case decideDuplicates
  /// Hiding people, screening what private sources tell, and opening automatic answers that were closed.
  case protectPeople
  case listAccounts
  /// Filing requests for visits, and the letters, calendars and declarations made from them.
  case fileVisits
  /// Noting what happens at a facility's door, and seeing the requests of one's own office.
  case logVisits
}

extension Role {
  /// Operators run the installation and see nobody who is detained; responders help families, and may stand at a door
  /// with a lawyer; attorneys see the requests of their own office.
  package var permissions: Set<Permission> {
    switch self {
    case .operator: [.signIn, .listAccounts]
    case .responder:
      [
        .signIn, .searchWithWeights, .logAttempts, .followSearches, .callFamilies, .decideDuplicates, .protectPeople,
        .logVisits,
      ]
    case .attorney: [.signIn, .fileVisits, .logVisits]
    // Their part of the service comes with the review of findings; until then they have no door.
    case .monitor: []
    }
  }
}

/// Somebody who signed in, in the session they signed in with. Only `SignInService` makes one.
package struct Staff: Sendable {
  package let account: Account
  package let session: AccountSession
  private let token: SessionToken

  init(account: Account, session: AccountSession, token: SessionToken) {
    self.account = account
    self.session = session
    self.token = token
  }

  /// What every form of this session carries.
  package var formToken: String { token.formToken }

  package func isFormToken(_ text: String) -> Bool { token.isFormToken(text) }

  package func may(_ permission: Permission) -> Bool { account.role.permissions.contains(permission) }

  /// Who does this, as the database is told it.
  package var actor: String { "account:\(account.id)" }

  /// The session's token, for the keeper, which looks it up itself. It leaves this process for nobody else.
  var proof: String { token.text }

  func require(_ permission: Permission) throws(NotAllowed) {
    guard may(permission) else { throw NotAllowed(permission: permission, role: account.role) }
  }
}

/// A role asked for what it may not do.
package struct NotAllowed: Error, Equatable, CustomStringConvertible {
  package let permission: Permission
  package let role: Role

  package var description: String { "the role \(role.rawValue) may not \(permission.rawValue)" }
}
