package import CivilTime

/// What a program may do with a token, never more than its owner may.
package enum TokenScope: String, Sendable, CaseIterable {
  /// The requests for visits that its owner sees.
  case readVisits = "visits:read"
  /// Slots and deadlines, as calendar programs read them, by reference and place.
  case readCalendar = "calendar:read"
  /// The same with the names of clients.
  case nameInCalendar = "calendar:names"
  /// Who has an account.
  case readAccounts = "accounts:read"
  /// Arrests and where people are held, counted.
  case readArrests = "arrests:read"
  /// Figures about requests for visits.
  case readFigures = "figures:read"
}

/// A key for programs, without its secret.
package struct APIToken: Sendable, Equatable, Identifiable {
  package let id: Int64
  package let label: String
  package let scopes: Set<TokenScope>
  package let createdAt: Timestamp
  package let expiresAt: Timestamp
  /// Only the day.
  package let lastUsedOn: CivilDate?

  package init(
    id: Int64, label: String, scopes: Set<TokenScope>, createdAt: Timestamp, expiresAt: Timestamp,
    lastUsedOn: CivilDate? = nil
  ) {
    self.id = id
    self.label = label
    self.scopes = scopes
    self.createdAt = createdAt
    self.expiresAt = expiresAt
    self.lastUsedOn = lastUsedOn
  }
}
