package import CivilTime

/// What an account is for; what each may do is decided in `Services`.
package enum Role: String, Sendable, CaseIterable {
  case `operator`, responder, attorney
  /// A legal assistant or a law student, and an interpreter: each works under an attorney.
  case assistant, interpreter
  case monitor

  /// Whose account names an attorney who answers for it.
  package var isSupervised: Bool { self == .assistant || self == .interpreter }
  /// Whose account belongs to an office and sees its requests.
  package var worksInOffice: Bool { self == .attorney || isSupervised }
  /// Whose account belongs to an organisation.
  package var worksInOrganisation: Bool { self == .responder || self == .monitor }
}

/// Somebody who may sign in.
package struct Account: Sendable, Equatable, Identifiable {
  package let id: Int64
  /// Small letters, digits, dots and dashes; need not be the person's own name.
  package let name: String
  package let role: Role
  /// One of a demo, whose codes are printed on screens.
  package let isSample: Bool
  package let createdAt: Timestamp
  /// The last time that somebody signed in with it.
  package let signedInAt: Timestamp?
  package let disabledAt: Timestamp?
  /// The office that attorneys, and those who work under them, belong to; others may have one.
  package let officeID: Int64?
  /// The organisation that responders and monitors belong to.
  package let organisationID: Int64?
  /// The attorney whom an assistant or interpreter works under.
  package let supervisorID: Int64?

  package init(
    id: Int64, name: String, role: Role, isSample: Bool, createdAt: Timestamp, signedInAt: Timestamp? = nil,
    disabledAt: Timestamp? = nil, officeID: Int64? = nil, organisationID: Int64? = nil, supervisorID: Int64? = nil
  ) {
    self.id = id
    self.name = name
    self.role = role
    self.isSample = isSample
    self.createdAt = createdAt
    self.signedInAt = signedInAt
    self.disabledAt = disabledAt
    self.officeID = officeID
    self.organisationID = organisationID
    self.supervisorID = supervisorID
  }
}

/// A code that somebody can sign in with, as it is stored: found by its first group, known by its hash.
package struct StoredCode: Sendable {
  package let id: Int64
  package let fingerprint: [UInt8]
  package let account: Account

  package init(id: Int64, fingerprint: [UInt8], account: Account) {
    self.id = id
    self.fingerprint = fingerprint
    self.account = account
  }
}

/// What keeps somebody signed in.
package struct AccountSession: Sendable, Equatable, Identifiable {
  package let id: Int64
  package let createdAt: Timestamp
  package let lastSeenAt: Timestamp
  package let expiresAt: Timestamp

  package init(id: Int64, createdAt: Timestamp, lastSeenAt: Timestamp, expiresAt: Timestamp) {
    self.id = id
    self.createdAt = createdAt
    self.lastSeenAt = lastSeenAt
    self.expiresAt = expiresAt
  }
}
