package import CivilTime
package import CounselRules
package import Postgres
package import Records
package import Stores

/// One request with everything that is known of it.
package struct VisitMatter: Sendable {
  package let request: VisitRequest
  package let place: VisitPlace
  package let office: Office?
  /// In the order in which they were written down.
  package let events: [VisitEvent]
  package let life: VisitLife
  /// What the rules say now, the gravest first.
  package let findings: [JudgedFinding]
  /// Whether any rules were asked.
  package let isJudged: Bool
  /// The other requests of the same incident.
  package let others: [VisitRequest]
  /// Its files, in the order in which they came; whoever has the keys fills them in.
  package var evidence: [Evidence] = []
  /// What reviewers asked about it; filled in where the page is made.
  package var questions: [CaseQuestion] = []

  package init(
    request: VisitRequest, place: VisitPlace, office: Office?, events: [VisitEvent], life: VisitLife,
    findings: [JudgedFinding], isJudged: Bool, others: [VisitRequest]
  ) {
    self.request = request
    self.place = place
    self.office = office
    self.events = events
    self.life = life
    self.findings = findings
    self.isJudged = isJudged
    self.others = others
  }

  /// What the facility's clock is read by.
  package var zone: Zone { place.zone }
}

/// A facility as somebody needs it who asks for a visit there.
package struct VisitPlace: Sendable {
  package let details: FacilityDetails
  /// The rules that bind it today, the strongest authority first.
  package let rules: [PlaceRule]

  package init(details: FacilityDetails, rules: [PlaceRule]) {
    self.details = details
    self.rules = rules
  }

  package var facility: Facility { details.facility }

  /// Requests are only filed at places whose zone is known.
  package var zone: Zone {
    guard let zone = facility.zone ?? Zone("UTC") else { preconditionFailure("UTC is a zone") }
    return zone
  }
}

/// A rule that binds a place, as pages and letters name it.
package struct PlaceRule: Sendable, Equatable {
  /// `B18-HOURS-BD/2`
  package let id: String
  /// order, statute, contract, standard, policy, heuristic
  package let authority: String
  package let cite: String
  /// In plain words, by language code.
  package let plain: [String: String]
  /// Whether a named person compared the text with the document.
  package let isVerified: Bool
  /// Its force is taken for granted; nobody looked the docket up.
  package let isPresumed: Bool

  package init(
    id: String, authority: String, cite: String, plain: [String: String], isVerified: Bool, isPresumed: Bool
  ) {
    self.id = id
    self.authority = authority
    self.cite = cite
    self.plain = plain
    self.isVerified = isVerified
    self.isPresumed = isPresumed
  }
}

/// Asks the rules about a request.
package protocol VisitJudge: Sendable {
  func findings(
    on request: VisitRequest, at place: VisitPlace, events: [VisitEvent], now: Timestamp
  ) throws -> [ToldFinding]
  func rules(at facility: Facility, standard: FacilityStandard?, now: Timestamp) -> [PlaceRule]
  /// The rule that a finding names, as `B18-CALL/1`.
  func rule(named id: String) -> PlaceRule?
  /// The same rule whole, with its text, dates and open questions.
  func law(named id: String) -> Rule?
  /// The orders of courts, by the names of their rules.
  var orders: [CourtOrder] { get }
  /// The rules whose text somebody compared with the document.
  var verifiedRules: [Rule] { get }
  /// What follows from everything that was told of a place: its days, and what the rules say of them.
  func judgement(
    of place: VisitPlace, events: [PlaceEvent], now: Timestamp
  ) throws -> (days: [PlaceDay], findings: [ToldPlaceFinding])
  /// Reads what changed in the rules, before they are asked in a transaction.
  func refresh(_ session: any PostgresSession) async throws
}

extension VisitJudge {
  package func law(named id: String) -> Rule? { nil }
  package var orders: [CourtOrder] { [] }
  package var verifiedRules: [Rule] { [] }

  /// Rules that never change.
  package func refresh(_ session: any PostgresSession) async throws {}
}

/// A finding with the rule that it is about.
package struct JudgedFinding: Sendable {
  package let finding: Finding
  /// Nil if the rulebook no longer holds that version.
  package let rule: PlaceRule?
}
