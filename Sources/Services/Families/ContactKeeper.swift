/// What the site asks the keeper: one contact, for one call, by one session, with a reason.
package struct ContactRequest: Sendable, Codable {
  /// The number of the call or of the report.
  package let call: Int64
  /// What the number is of.
  package let about: Subject
  /// The token of the responder's session: the keeper looks it up itself and believes nobody else.
  package let session: String
  package let reason: String

  package init(call: Int64, session: String, reason: String, about: Subject = .call) {
    (self.call, self.session, self.reason, self.about) = (call, session, reason, about)
  }

  /// A call that a family waits for, or a caller of the hotline.
  package enum Subject: String, Sendable, Codable { case call, intake }
}

/// What the keeper answers.
package enum ContactAnswer: Sendable, Equatable, Codable {
  case contact(FamilyContact, notes: [String])
  case refused(Refusal)

  package enum Refusal: String, Sendable, Codable, CaseIterable {
    /// No reason, or one that says nothing.
    case noReason
    case notSignedIn
    /// Not one's own call, ended, or there is none.
    case notYours
    /// Two have to agree first.
    case notAgreed
    /// As many as one responder may open on a day.
    case tooMany
    /// The family left no contact, or took it back.
    case nothing
    /// The key does not open it, or the keeper does not answer.
    case away
  }
}

/// Whoever opens contacts: the keeper's process, reached from the site.
package protocol ContactKeeper: Sendable {
  func open(_ request: ContactRequest) async -> ContactAnswer
}
