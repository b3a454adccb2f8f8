package import CivilTime
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
  /// Inviting, disabling, resetting second factors, changing roles, deciding about attorneys who apply.
  case manageAccounts
  /// Filing requests for visits, and the letters, calendars and declarations made from them.
  case fileVisits
  /// Noting what happens at a facility's door, and seeing the requests of one's own office.
  case logVisits
  /// Reading a calendar of slots and deadlines; with the names of clients in it.
  case readCalendar, nameInCalendar
  /// Seeing what was seen of places, and adding to it.
  case watchPlaces
  /// Taking reports on the hotline, working on them, and publishing alerts.
  case takeReports
  /// Being told of alerts by mail.
  case subscribeToAlerts
  /// Counting arrests and where people are held.
  case countArrests
  /// Counting the requests of all offices.
  case countRequests
  /// Looking at findings, deciding about them, and the figures made of them.
  case reviewFindings
}

extension Role {
  /// Operators run the installation and see nobody who is detained; responders help families, and may stand at a door
  /// with a lawyer; attorneys, and those who work under them, see the requests of their own office.
  package var permissions: Set<Permission> {
    switch self {
    case .operator: [.signIn, .listAccounts, .manageAccounts]
    case .responder:
      [
        .signIn, .searchWithWeights, .logAttempts, .followSearches, .callFamilies, .decideDuplicates, .protectPeople,
        .logVisits, .watchPlaces, .readCalendar, .nameInCalendar, .takeReports, .subscribeToAlerts, .countArrests,
      ]
    case .attorney, .assistant:
      [.signIn, .fileVisits, .logVisits, .watchPlaces, .readCalendar, .nameInCalendar, .subscribeToAlerts]
    case .interpreter: [.signIn, .logVisits, .watchPlaces, .readCalendar, .nameInCalendar]
    case .monitor:
      [
        .signIn, .watchPlaces, .reviewFindings,
        .subscribeToAlerts, .countArrests, .countRequests,
      ]
    }
  }
}

extension TokenScope {
  /// What a program may do with it, if the token's owner may.
  var permissions: Set<Permission> {
    switch self {
    case .readVisits: [.logVisits]
    case .readCalendar: [.readCalendar]
    case .nameInCalendar: [.readCalendar, .nameInCalendar]
    case .readAccounts: [.listAccounts]
    case .readArrests: [.countArrests]
    case .readFigures: [.countRequests]
    }
  }
}

/// Somebody who signed in, or a program with a token of theirs. Only `SignInService` and `TokenService` make one.
package struct Staff: Sendable {
  package let account: Account
  private let credential: Credential

  private enum Credential: Sendable {
    case session(AccountSession, SessionToken)
    case token(APIToken)
  }

  init(account: Account, session: AccountSession, token: SessionToken) {
    self.account = account
    credential = .session(session, token)
  }

  init(account: Account, token: APIToken) {
    self.account = account
    credential = .token(token)
  }

  /// The session they signed in with; a program has none.
  package var session: AccountSession? { if case .session(let session, _) = credential { session } else { nil } }

  /// What every form of this session carries.
  package var formToken: String { if case .session(_, let token) = credential { token.formToken } else { "" } }

  package func isFormToken(_ text: String) -> Bool {
    if case .session(_, let token) = credential { token.isFormToken(text) } else { false }
  }

  package func may(_ permission: Permission) -> Bool {
    guard account.role.permissions.contains(permission) else { return false }
    if case .token(let token) = credential {
      return token.scopes.contains { $0.permissions.contains(permission) }
    }
    return true
  }

  /// Who does this, as the database is told it.
  package var actor: String { "account:\(account.id)" }

  /// The session's token, for the keeper, which looks it up itself. It leaves this process for nobody else. A program has
  /// none, and the keeper opens nothing for it.
  var proof: String { if case .session(_, let token) = credential { token.text } else { "" } }

  func require(_ permission: Permission) throws(NotAllowed) {
    guard may(permission) else { throw NotAllowed(permission: permission, role: account.role) }
  }

  /// Whether the second factor was shown a short while ago, as exports and changes of rights ask for. Every session
  /// begins with it, and showing it again begins another. A program cannot show one.
  package func isFresh(now: Timestamp) -> Bool {
    session.map { now.seconds(since: $0.createdAt) < SignInService.Life.fresh } ?? false
  }

  package func requireFresh(now: Timestamp) throws(NotFresh) {
    guard isFresh(now: now) else { throw NotFresh() }
  }
}

/// A role asked for what it may not do.
package struct NotAllowed: Error, Equatable, CustomStringConvertible {
  package let permission: Permission
  package let role: Role

  package var description: String { "the role \(role.rawValue) may not \(permission.rawValue)" }
}

/// The second factor has to be shown again for this.
package struct NotFresh: Error, Equatable, CustomStringConvertible {
  package var description: String { "this needs a fresh sign-in" }
}
