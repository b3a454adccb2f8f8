package import CivilTime
package import Postgres

/// What the rules said of requests. A row is added whenever that changes; what was said before stays.
package struct FindingStore {
  private let session: any PostgresSession

  package init(_ session: any PostgresSession) { self.session = session }

  /// Adds what is new or says something else than before, and a last row for what is gone. Gives how many rows it added.
  @discardableResult
  package func renew(
    _ findings: [ToldFinding], of request: Int64, through event: Int64, now: Timestamp
  ) async throws(PostgresError) -> Int {
    try await session.execute(
      """
      with latest as (
        select distinct on (key) key, rule, outcome, finding from visit_finding
        where request_id = \(request) order by key, id desc
      ), told as (
        select t.key, t.rule, t.outcome, t.due_at, t.severity, t.facts::bigint[] as facts, t.finding::jsonb as finding
        from unnest(\(findings.map(\.key))::text[], \(findings.map(\.rule))::text[], \(findings.map(\.outcome))::text[],
          \(findings.map(\.dueAt))::timestamptz[], \(findings.map(\.severity))::text[],
          \(findings.map { "{" + $0.facts.map(String.init).joined(separator: ",") + "}" })::text[],
          \(findings.map(\.json))::text[]) as t (key, rule, outcome, due_at, severity, facts, finding)
      )
      insert into visit_finding (request_id, key, rule, outcome, due_at, severity, facts, finding, through_event_id,
        found_at)
      select \(request), t.key, t.rule, t.outcome, t.due_at, t.severity, t.facts, t.finding, \(event), \(now)
      from told t
      where not exists (
        select from latest l where l.key = t.key and l.outcome = t.outcome and l.finding = t.finding)
      union all
      select \(request), l.key, l.rule, null, null, 'none', '{}', '{}', \(event), \(now)
      from latest l where l.outcome is not null and not exists (select from told t where t.key = l.key)
      """)
  }

  /// Which rule said what.
  package struct Said: Sendable, Equatable {
    package let rule: String
    package let outcome: String
  }

  /// What counts now, by key: which rule, and its outcome.
  package func outcomes(of request: Int64) async throws(PostgresError) -> [String: Said] {
    var outcomes: [String: Said] = [:]
    let rows = try await session.rows(
      """
      select key, rule, outcome from (
        select distinct on (key) key, rule, outcome from visit_finding where request_id = \(request) order by key, id desc
      ) l where outcome is not null
      """)
    for row in rows {
      let (key, rule, outcome) = try row.decode(String.self, String.self, String.self)
      outcomes[key] = Said(rule: rule, outcome: outcome)
    }
    return outcomes
  }

  /// What counts now, as JSON, the gravest first.
  package func current(of request: Int64) async throws(PostgresError) -> [PostgresJSON] {
    var findings: [PostgresJSON] = []
    let rows = try await session.rows(
      """
      select finding from (
        select distinct on (key) key, outcome, severity, finding from visit_finding
        where request_id = \(request) order by key, id desc
      ) l
      where outcome is not null order by array_position(array['red', 'amber', 'grey', 'none'], severity), key
      """)
    for row in rows { findings.append(try row.decode(PostgresJSON.self)) }
    return findings
  }
}

/// A finding as it is kept: what lists and sweeps need in columns, the whole of it as JSON.
package struct ToldFinding: Sendable, Equatable {
  package let key: String
  package let rule: String
  package let outcome: String
  package let dueAt: Timestamp?
  package let severity: String
  package let facts: [Int64]
  package let json: String

  package init(
    key: String, rule: String, outcome: String, dueAt: Timestamp?, severity: String, facts: [Int64], json: String
  ) {
    self.key = key
    self.rule = rule
    self.outcome = outcome
    self.dueAt = dueAt
    self.severity = severity
    self.facts = facts
    self.json = json
  }
}
