package import CivilTime
internal import CounselRules
package import Postgres
package import Records
package import Stores

/// The review of findings by people: the queue, a case, decisions, and what attorneys are asked.
///
/// The database hides the reader's own requests and their office's, shows pseudonyms and bands of two hours until a case is
/// opened, and says where a case stands; here is only who may ask at all.
package struct ReviewService: Sendable {
  let database: Database
  private let judge: (any VisitJudge)?

  /// With the database as `paradero_staff` sees it.
  package init(_ database: Database, judge: (any VisitJudge)?) { (self.database, self.judge) = (database, judge) }

  package static let pageSize = 50
  private static let besideSize = 20
  package static let longestReason = 2000
  package static let longestOpening = 500
  package static let longestQuestion = 1000

  // MARK: Reading

  package func queue(
    _ filter: ReviewFilter, after cursor: ReviewCursor?, by staff: Staff
  ) async throws -> ReviewQueue {
    try staff.require(.reviewFindings)
    return try await database.transaction(readOnly: true, actor: staff.actor) { session in
      let store = ReviewStore(session)
      let lines = try await store.list(filter, after: cursor, limit: Self.pageSize + 1)
      let counts = try await store.counts(filter)
      let page = Array(lines.prefix(Self.pageSize))
      let next = lines.count > page.count ? page.last.map(filter.cursor(after:)) : nil
      return ReviewQueue(lines: page, next: next, severities: counts.severities, rules: counts.rules)
    }
  }

  /// Everything about one case; nil if there is none that this person may review.
  package func matter(_ id: Int64, by staff: Staff) async throws -> ReviewMatter? {
    try staff.require(.reviewFindings)
    return try await database.transaction(isolation: .repeatableRead, readOnly: true, actor: staff.actor) { session in
      try await judge?.refresh(session)
      let store = ReviewStore(session)
      guard let line = try await store.line(id) else { return nil }
      let request = line.isOfPlace ? nil : try await store.request(of: id)
      guard line.isOfPlace || request != nil else { return nil }
      let states = try await store.findings(of: id).map { told in
        ReviewMatter.State(
          id: told.id, foundAt: told.foundAt,
          finding: told.outcome == nil ? nil : try told.finding.decode(as: Finding.self))
      }
      return ReviewMatter(
        line: line, request: request, events: line.isOfPlace ? [] : try await store.events(of: id),
        placeDay: line.isOfPlace ? try await Self.day(of: line, session) : nil,
        placeEvents: line.isOfPlace ? try await store.placeEvents(of: id) : [],
        isOpened: try await store.isOpened(id), states: states,
        rule: judge?.rule(named: line.rule), law: judge?.law(named: line.rule),
        files: try await store.files(of: id), decisions: try await store.decisions(of: id),
        beside: try await store.beside(line, limit: Self.besideSize),
        next: try await store.list(ReviewFilter(), after: nil, limit: 2).first { $0.id != id })
    }
  }

  private static func day(of line: CaseLine, _ session: Transaction) async throws -> PlaceDay? {
    guard let facility = try await FacilityStore(session).facility(code: line.placeCode) else { return nil }
    return try await PlaceDayStore(session).days(of: facility.id, from: line.day, through: line.day).first
  }

  // MARK: Deciding

  /// Shows this person the names and exact times of a case, for a reason that stands in the audit log. False if there is
  /// no such case for them.
  package func open(
    _ id: Int64, finding: Int64, because reason: String, by staff: Staff, now: Timestamp
  ) async throws -> Result<Bool, ReviewFault> {
    try staff.require(.reviewFindings)
    let reason = FormText.tidy(reason)
    guard reason.count >= 3 else { return .failure(.noReason) }
    guard reason.count <= Self.longestOpening else { return .failure(.reasonTooLong) }
    return try await attempt {
      try await database.transaction(actor: staff.actor) { session in
        guard try await ReviewStore(session).line(id) != nil else { return false }
        try await ReviewStore(session).open(id, finding: finding, reason: reason, by: staff.account.id, now: now)
        try await AuditStore(session).append(
          AuditEntry(
            actor: .account(staff.account.id), verb: .caseOpened, object: AuditObject(.review, id), purpose: reason),
          now: now)
        return true
      }
    }
  }

  /// Writes down what this person decides of the finding as they read it. False if there is no such case for them.
  package func decide(
    _ id: Int64, finding: Int64, _ input: ReviewInput, by staff: Staff, now: Timestamp
  ) async throws -> Result<Bool, ReviewFault> {
    try staff.require(.reviewFindings)
    let decision: ReviewInput.Decision
    switch input.decision() {
    case .failure(let fault): return .failure(fault)
    case .success(let read): decision = read
    }
    return try await attempt {
      try await database.transaction(actor: staff.actor) { session in
        guard try await ReviewStore(session).line(id) != nil else { return false }
        try await ReviewStore(session).decide(
          id, finding: finding, verdict: decision.verdict, reason: decision.reason, question: decision.question,
          by: staff.account.id, now: now)
        try await AuditStore(session).append(
          AuditEntry(
            actor: .account(staff.account.id), verb: .caseDecided, object: AuditObject(.review, id),
            facts: [decision.verdict.rawValue]), now: now)
        return true
      }
    }
  }

  /// What the database refuses, in the words of the page.
  private func attempt(_ body: () async throws -> Bool) async throws -> Result<Bool, ReviewFault> {
    do {
      return .success(try await body())
    } catch let error as PostgresError {
      switch error.constraint {
      case "A finding is reviewed as it is": return .failure(.changed)
      case "Nobody reviews their own": return .failure(.own)
      default: throw error
      }
    }
  }

  // MARK: What attorneys are asked

  /// The questions about a request, for whoever sees the request.
  package func questions(of reference: String, by staff: Staff) async throws -> [CaseQuestion] {
    try staff.require(.logVisits)
    return try await database.transaction(readOnly: true, actor: staff.actor) { session in
      try await ReviewStore(session).questions(ofRequest: reference)
    }
  }

  /// The questions about a day of a place, for those who told of it.
  package func questions(ofPlace code: String, on day: CivilDate, by staff: Staff) async throws -> [CaseQuestion] {
    try staff.require(.watchPlaces)
    return try await database.transaction(readOnly: true, actor: staff.actor) { session in
      try await ReviewStore(session).questions(ofPlace: code, on: day)
    }
  }

  package func answer(
    _ question: Int64, ofPlace code: String, on day: CivilDate, _ text: String, by staff: Staff, now: Timestamp
  ) async throws -> Result<Bool, ReviewFault> {
    try staff.require(.watchPlaces)
    let text = FormText.tidy(text)
    guard !text.isEmpty else { return .failure(.noAnswer) }
    guard text.count <= Self.longestReason else { return .failure(.answerTooLong) }
    return .success(
      try await database.transaction(actor: staff.actor) { session in
        try await ReviewStore(session).answer(
          question, ofPlace: code, on: day, text, by: staff.account.id, now: now)
      })
  }

  /// Answers a question; the case waits for a reviewer again. False if it was answered already.
  package func answer(
    _ question: Int64, of reference: String, _ text: String, by staff: Staff, now: Timestamp
  ) async throws -> Result<Bool, ReviewFault> {
    try staff.require(.logVisits)
    let text = FormText.tidy(text)
    guard !text.isEmpty else { return .failure(.noAnswer) }
    guard text.count <= Self.longestReason else { return .failure(.answerTooLong) }
    return .success(
      try await database.transaction(actor: staff.actor) { session in
        try await ReviewStore(session).answer(question, ofRequest: reference, text, by: staff.account.id, now: now)
      })
  }
}

/// A decision as it was typed.
package struct ReviewInput: Sendable, Equatable {
  package var verdict: String
  package var reason: String
  package var question: String

  package init(verdict: String = "", reason: String = "", question: String = "") {
    (self.verdict, self.reason, self.question) = (verdict, reason, question)
  }

  struct Decision: Sendable {
    let verdict: CaseVerdict
    let reason: String
    let question: String?
  }

  func decision() -> Result<Decision, ReviewFault> {
    guard let verdict = CaseVerdict(rawValue: verdict) else { return .failure(.noVerdict) }
    let reason = FormText.tidy(reason), question = FormText.tidy(question)
    guard reason.count >= 3 else { return .failure(.noReason) }
    guard reason.count <= ReviewService.longestReason else { return .failure(.reasonTooLong) }
    guard verdict == .needsFacts else {
      return .success(Decision(verdict: verdict, reason: reason, question: nil))
    }
    guard question.count >= 3 else { return .failure(.noQuestion) }
    guard question.count <= ReviewService.longestQuestion else { return .failure(.questionTooLong) }
    return .success(Decision(verdict: verdict, reason: reason, question: question))
  }
}
