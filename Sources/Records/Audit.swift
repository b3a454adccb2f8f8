/// What the audit log keeps of something that was done: who, what, to which record, why. Never personal data.
package struct AuditEntry: Sendable, Equatable {
  package let actor: AuditActor
  package let verb: AuditVerb
  package let object: AuditObject
  /// A closed word, or a reason that somebody typed: 500 characters at most. It stands in the log alone.
  package let purpose: String
  /// The kinds of facts that were involved, never their values.
  package let facts: [String]

  package init(
    actor: AuditActor, verb: AuditVerb, object: AuditObject, purpose: String = "", facts: [String] = []
  ) {
    self.actor = actor
    self.verb = verb
    self.object = object
    self.purpose = String(purpose.prefix(Self.longestPurpose))
    self.facts = facts
  }

  package static let longestPurpose = 500
}

/// Who did something.
package enum AuditActor: Sendable, Equatable, CustomStringConvertible {
  case account(Int64)
  /// A part of the program, or the command line: small letters, as in "sweep" and "command line".
  case system(String)
  /// A stranger. Who it was is not known, and not asked.
  case nobody

  /// Somebody who may use the program's command line.
  package static let commandLine = AuditActor.system("command line")

  package var description: String {
    switch self {
    case .account(let id): "account:\(id)"
    case .system(let part): "system:\(part)"
    case .nobody: "nobody"
    }
  }
}

/// What was done. Adding one is one line here and one in the table of the README.
package enum AuditVerb: String, Sendable, CaseIterable {
  case personDisclosed, contactOpened, evidenceOpened, exported
  case roleChanged, accountInvited, accountDisabled, codeGiven, factorReset
  case signedIn, signedOut, sessionEnded, tokenCreated, tokenRevoked
  case merged, unmerged, batchWithdrawn
  case personHidden, personShown, recordContested, contestDecided, recordScreened
  case automaticAnswersClosed, automaticAnswersOpened
  case caseOpened, caseDecided
  case reportTaken, reportOpened, reportHandedOn, reportRecorded, alertPublished, alertCorrected
  case searchDeleted, legalHoldSet, legalHoldLifted, swept, keyRotated, rulebookApplied
  case bundleMade
}

/// What something was done to: a kind of record and its number.
package struct AuditObject: Sendable, Equatable, CustomStringConvertible {
  /// Adding one is one line here.
  package enum Kind: String, Sendable, CaseIterable {
    case person, account, session, search, batch, source, decision, visit, hold, key, token, call, message, receipt
    case installation, evidence, review, intake, alert
  }

  package let kind: Kind?
  package let id: Int64

  package init(_ kind: Kind, _ id: Int64) { (self.kind, self.id) = (kind, id) }

  private init() { (kind, id) = (nil, 0) }

  /// No record in particular.
  package static let none = AuditObject()

  package static func person(_ id: Int64) -> AuditObject { AuditObject(.person, id) }
  package static func account(_ id: Int64) -> AuditObject { AuditObject(.account, id) }
  package static func search(_ id: Int64) -> AuditObject { AuditObject(.search, id) }
  package static func batch(_ id: Int64) -> AuditObject { AuditObject(.batch, id) }

  package var description: String { kind.map { "\($0.rawValue):\(id)" } ?? "none" }
}
