package import CivilTime
package import Postgres
package import Records

/// Decisions, questions and openings: added, and read. What becomes of the case is for the database to say.
extension ReviewStore {
  package func decide(
    _ id: Int64, finding: Int64, verdict: CaseVerdict, reason: String, question: String?, by account: Int64,
    now: Timestamp
  ) async throws(PostgresError) {
    try await session.execute(
      """
      insert into review_decision (case_id, finding_id, place_finding_id, account_id, verdict, reason, question, decided_at)
      select c.id, case when not c.is_of_place then \(finding) end, case when c.is_of_place then \(finding) end,
        \(account), \(verdict.rawValue), \(reason), \(question), \(now)
      from review_case c where c.id = \(id)
      """)
  }

  package func open(
    _ id: Int64, finding: Int64, reason: String, by account: Int64, now: Timestamp
  ) async throws(PostgresError) {
    try await session.execute(
      """
      insert into review_opening (case_id, finding_id, place_finding_id, account_id, reason, opened_at)
      select c.id, case when not c.is_of_place then \(finding) end, case when c.is_of_place then \(finding) end,
        \(account), \(reason), \(now)
      from review_case c where c.id = \(id)
      """)
  }

  /// The newest first.
  package func decisions(of id: Int64) async throws -> [CaseDecision] {
    try await session.rows(
      """
      select d.id, coalesce(d.finding_id, d.place_finding_id) as finding_id, a.name as by_name, d.verdict, d.reason, d.decided_at, q.question, q.asked_at, w.answer,
        w.answered_at
      from review_decision d join account a on a.id = d.account_id
        left join review_question q on q.decision_id = d.id left join review_answer w on w.decision_id = d.id
      where d.case_id = \(id) order by d.id desc
      """
    ).map { row in
      let decision = try row["id", as: Int64.self]
      var question: CaseQuestion?
      if let text = try row["question", as: String?.self], let asked = try row["asked_at", as: Timestamp?.self] {
        question = CaseQuestion(
          id: decision, question: text, askedAt: asked, answer: try row["answer", as: String?.self],
          answeredAt: try row["answered_at", as: Timestamp?.self])
      }
      return CaseDecision(
        id: decision, findingID: try row["finding_id", as: Int64.self], by: try row["by_name", as: String.self],
        verdict: CaseVerdict(rawValue: try row["verdict", as: String.self]) ?? .unclear,
        reason: try row["reason", as: String.self], decidedAt: try row["decided_at", as: Timestamp.self],
        question: question)
    }
  }

  // MARK: What the attorney sees

  /// The questions about a request, the newest first.
  package func questions(ofRequest reference: String) async throws -> [CaseQuestion] {
    try await session.rows(
      """
      select q.decision_id, q.question, q.asked_at, w.answer, w.answered_at
      from visit_request r join review_question q on q.request_id = r.id
        left join review_answer w on w.decision_id = q.decision_id
      where r.reference = \(reference) order by q.decision_id desc
      """
    ).map { row in
      let (id, question, asked, answer, answered) = try row.decode(
        Int64.self, String.self, Timestamp.self, String?.self, Timestamp?.self)
      return CaseQuestion(id: id, question: question, askedAt: asked, answer: answer, answeredAt: answered)
    }
  }

  /// Answers a question of this request; false if there is none, or it was answered.
  package func answer(
    _ question: Int64, ofRequest reference: String, _ text: String, by account: Int64, now: Timestamp
  ) async throws(PostgresError) -> Bool {
    try await session.first(
      """
      insert into review_answer (decision_id, request_id, account_id, answer, answered_at)
      select q.decision_id, r.id, \(account), \(text), \(now)
      from visit_request r join review_question q on q.request_id = r.id
      where r.reference = \(reference) and q.decision_id = \(question)
      on conflict (decision_id) do nothing returning decision_id
      """) != nil
  }

  // MARK: What those see who told of a place

  /// The questions about a day of a place to those who told of it, the newest first.
  package func questions(ofPlace code: String, on day: CivilDate) async throws -> [CaseQuestion] {
    try await session.rows(
      """
      select q.decision_id, q.question, q.asked_at, w.answer, w.answered_at
      from facility f join review_question q on q.facility_id = f.id and q.day = \(day)
        left join review_answer w on w.decision_id = q.decision_id
      where f.code = \(code) order by q.decision_id desc
      """
    ).map { row in
      let (id, question, asked, answer, answered) = try row.decode(
        Int64.self, String.self, Timestamp.self, String?.self, Timestamp?.self)
      return CaseQuestion(id: id, question: question, askedAt: asked, answer: answer, answeredAt: answered)
    }
  }

  /// Answers a question about this day; false if there is none, or it was answered.
  package func answer(
    _ question: Int64, ofPlace code: String, on day: CivilDate, _ text: String, by account: Int64, now: Timestamp
  ) async throws(PostgresError) -> Bool {
    try await session.first(
      """
      insert into review_answer (decision_id, account_id, answer, answered_at)
      select q.decision_id, \(account), \(text), \(now)
      from facility f join review_question q on q.facility_id = f.id and q.day = \(day)
      where f.code = \(code) and q.decision_id = \(question)
        and not exists (select from review_case c where c.id = q.case_id)
      on conflict (decision_id) do nothing returning decision_id
      """) != nil
  }
}
