package import CivilTime

/// An attorney who asks for an account, and waits for a call to the number that the bar lists.
package struct AttorneyApplication: Sendable, Equatable, Identifiable {
  package let id: Int64
  package let name: String
  /// Two capital letters.
  package let barState: String
  package let barNumber: String
  package let office: String
  /// What the account should be called.
  package let accountName: String
  package let createdAt: Timestamp

  package init(
    id: Int64, name: String, barState: String, barNumber: String, office: String, accountName: String,
    createdAt: Timestamp
  ) {
    self.id = id
    self.name = name
    self.barState = barState
    self.barNumber = barNumber
    self.office = office
    self.accountName = accountName
    self.createdAt = createdAt
  }
}
