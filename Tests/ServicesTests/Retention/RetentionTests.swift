import CivilTime
import Postgres
import Records
import Stores
import TestKit
import Testing

@testable import Services

/// A database with something of every kind, half of it older than it may be.
struct RetentionScene: Sendable {
  let owner: Database
  let staff: Database
  let now: Timestamp

  static func with(_ body: (RetentionScene) async throws -> Void) async throws {
    try await withScratchDatabase(poolSize: 2) { owner, url in
      let staff = Database(try DatabaseConfiguration(url: url, user: "paradero_staff", poolSize: 2))
      let now = try await owner.first("select now()")?.decode(Timestamp.self) ?? Timestamp(microseconds: 0)
      let scene = RetentionScene(owner: owner, staff: staff, now: now)
      let outcome: Result<Void, any Error>
      do {
        try await scene.script(Self.records)
        outcome = .success(try await body(scene))
      } catch { outcome = .failure(error) }
      await staff.close()
      try outcome.get()
    }
  }

  func script(_ sql: String) async throws {
    try await owner.runScript(TrustedScript(embeddedInBinary: Array(sql.utf8), name: "a test"))
  }

  func count(_ query: PostgresQuery) async throws -> Int { try await owner.first(query)?.decode(Int.self) ?? -1 }

  /// Rows of each kind that must stay, by table.
  func rows() async throws -> [String: Int] {
    var rows: [String: Int] = [:]
    for row in try await owner.rows(
      """
      select t, (xpath('/row/n/text()', query_to_xml(format('select count(*) as n from %I', t), true, true, '')))[1]::text::int
      from unnest('{one_time_code,session,attempt_throttle,sign_in,known_device,guess_delay,api_token,attorney_application,open_search,locator_attempt,visit_request,visit_event,
        visit_finding,visit_status,person,person_description,person_identifier,custody_event,unnamed_description,
        imported_row,person_keys,change}'::text[]) t
      """)
    {
      let (table, count) = try row.decode(String.self, Int.self)
      rows[table] = count
    }
    return rows
  }

  /// Of each kind one that is due and one that is not, by a day.
  private static let records = """
    insert into facility (code, name, origin) values ('OLD', 'Old place', 'test'), ('NEW', 'New place', 'test');
    insert into office (name) values ('An office');
    insert into account (name, role, office_id, created_at)
      select 'rosa', 'attorney', id, now() - interval '9 years' from office;
    insert into one_time_code (account_id, selector, code_sha256, created_at, expires_at, used_at)
      select a.id, 'AAAA', sha256(d::text::bytea), now() - d * interval '1 day' - interval '1 hour',
        now() - d * interval '1 day', now() - d * interval '1 day' - interval '1 minute'
      from account a, unnest('{91,89}'::int[]) d;
    insert into session (account_id, token_sha256, created_at, last_seen_at, expires_at)
      select a.id, sha256(d::text::bytea), now() - d * interval '1 day' - interval '1 hour',
        now() - d * interval '1 day' - interval '1 hour', now() - d * interval '1 day'
      from account a, unnest('{91,89}'::int[]) d;
    insert into sign_in (account_id, token_sha256, created_at, expires_at)
      select a.id, sha256(m::text::bytea), now() - m * interval '1 minute', now() - m * interval '1 minute' + interval '1 hour'
      from account a, unnest('{61,59}'::int[]) m;
    insert into known_device (account_id, token_sha256, created_on, expires_on)
      select a.id, sha256(d::text::bytea), current_date - 180, current_date + d from account a, unnest('{-2,2}'::int[]) d;
    insert into guess_delay values ('old', 1, now() - interval '25 hours', now()), ('new', 1, now() - interval '1 hour', now());
    insert into api_token (account_id, label, token_sha256, scopes, created_at, expires_at)
      select a.id, 'x', sha256(d::text::bytea), '{visits:read}', now() - interval '120 days', now() - d * interval '1 day'
      from account a, unnest('{91,89}'::int[]) d;
    insert into attorney_application (name, bar_state, bar_number, office, account_name, created_at)
      select 'Sample', 'CA', '1', 'Sample', 'sample', now() - y * interval '1 day' from unnest('{1100,1090}'::int[]) y;
    insert into attempt_throttle values ('old', now() - interval '25 hours'), ('new', now() - interval '1 hour');
    insert into open_search (name, opened_at, renewed_at, expires_at, due_at)
      select 'María', now() - (90 + d) * interval '1 day', now() - (90 + d) * interval '1 day',
        now() - d * interval '1 day', now() from unnest('{15,13,-5}'::int[]) d;
    insert into locator_attempt (locator, tried_at, inputs, result, who)
      select 'x', now() - y * interval '1 day', '{}', 'no_match', 'rosa' from unnest('{1100,1090}'::int[]) y;
    insert into visit_request (reference, facility_id, office_id, account_id, client_name, asker_role, tie, mode, created_at)
      select 'PV-00000' || n, f.id, a.office_id, a.id, 'María', 'attorney', 'retained', 'contact',
        now() - interval '5 years'
      from account a, (values (1, 'OLD'), (2, 'OLD'), (3, 'NEW')) v (n, code) join facility f on f.code = v.code;
    insert into visit_event (request_id, kind, happened_at, zone, recorded_at, account_id, observer, standing,
        is_first_hand, grade)
      select r.id, 'submitted', now() - d * interval '1 day', 'UTC', now() - d * interval '1 day', r.account_id, 'Rosa',
        'requester', true, 'C'
      from visit_request r, unnest('{1500,1100}'::int[]) d;
    insert into visit_event (request_id, kind, happened_at, zone, recorded_at, account_id, observer, standing,
        is_first_hand, grade, corrects_event_id)
      select r.id, 'note', now() - interval '1090 days', 'UTC', now() - interval '1090 days', r.account_id, 'Rosa',
        'requester', true, 'C', (select min(id) from visit_event e where e.request_id = r.id)
      from visit_request r where r.reference = 'PV-000003';
    insert into visit_status (request_id, state, evaluated_at) select id, 'open', now() from visit_request;
    insert into visit_finding (request_id, key, rule, severity, through_event_id, found_at)
      select r.id, 'k', 'r', 'none', (select max(id) from visit_event e where e.request_id = r.id), now()
      from visit_request r;
    insert into source (name, kind, trust) values ('Kern', 'roster', 2), ('Hotline', 'hotline', 3);
    insert into batch (source_id, kind, label, started_at, finished_at, withdrawn_at, withdrawn_reason)
      select s.id, 'import', 'a file', now() - interval '99 days', now() - interval '99 days', w, 'test' from source s,
        (values (now() - interval '31 days'), (now() - interval '29 days')) v (w) where s.name = 'Kern';
    insert into batch (source_id, kind, started_at, finished_at)
      select id, 'import', now(), now() from source where name = 'Hotline';
    insert into person (batch_id) select b.id from batch b, generate_series(1, 3);
    insert into person_description (person_id, batch_id, full_name, reported_at) select id, batch_id, 'María ' || id, now()
      from person;
    insert into person_identifier (person_id, batch_id, kind, value) select id, batch_id, 'booking', id::text from person;
    insert into unnamed_description (person_id, batch_id, reported_at) select id, batch_id, now() from person;
    insert into custody_event (person_id, batch_id, kind, precision, reported_at)
      select id, batch_id, 'sighting', 'unknown', now() from person;
    insert into imported_row select b.source_id, gen_random_uuid(), b.id from batch b;
    -- The first person of the first batch is told of by the hotline too, which corrects one event and takes one back.
    insert into person_description (person_id, batch_id, full_name, reported_at)
      select (select min(id) from person), (select max(id) from batch), 'María again', now();
    insert into custody_event (person_id, batch_id, kind, precision, reported_at, corrects_event_id)
      select e.person_id, (select max(id) from batch), k, 'unknown', now(), e.id
      from (select person_id, id from custody_event order by id limit 1) e, unnest('{sighting,retraction}'::text[]) k;
    """
}

@Suite struct `The retention sweep` {
  @Test func `erases what is older than it may be, and nothing else`() async throws {
    try await RetentionScene.with { scene in
      let before = try await scene.rows()
      let report = try await RetentionSweep(scene.owner).run(now: scene.now)
      let after = try await scene.rows()
      #expect(report.held == 0)
      #expect(
        report.erased == [
          .codes: 1, .sessions: 1, .throttles: 1, .signIns: 1, .keys: 1, .applications: 1, .changes: 0,
          .openSearches: 1, .openings: 0, .lookups: 1, .purposes: 0, .intakes: 0, .alerts: 0,
          .requests: 2, .withdrawn: 13,
        ])
      for (table, gone) in [
        "one_time_code": 1, "session": 1, "attempt_throttle": 1, "sign_in": 1, "known_device": 1,
        "guess_delay": 1, "api_token": 1, "attorney_application": 1, "open_search": 1, "locator_attempt": 1,
        "visit_request": 2, "visit_event": 4, "visit_finding": 2, "visit_status": 2, "person": 2,
        "person_description": 3, "person_identifier": 3, "unnamed_description": 3, "custody_event": 4,
        "imported_row": 1, "person_keys": 2, "change": -1,
      ] {
        #expect((before[table] ?? 0) - (after[table] ?? 0) == gone, "\(table)")
      }
      #expect(try await scene.count("select count(*) from batch where erased_at is not null and label is null") == 1)
      #expect(try await scene.count("select count(*) from custody_event where corrects_event_id is not null") == 0)
      let again = try await RetentionSweep(scene.owner).run(now: scene.now)
      #expect(again.total == 0)
      let swept = try await scene.owner.first("select facts from audit_entry where verb = 'swept'")
      #expect(try swept?.decode([String].self).contains("visit requests 2") == true)
    }
  }

  @Test func `rehearsed says what would go, and lets everything stay`() async throws {
    try await RetentionScene.with { scene in
      let before = try await scene.rows()
      let rehearsed = try await RetentionSweep(scene.owner).rehearse(now: scene.now)
      #expect(try await scene.rows() == before)
      let done = try await RetentionSweep(scene.owner).run(now: scene.now)
      #expect(rehearsed == done)
    }
  }

  @Test func `is done by the service as well, which cannot choose the moment`() async throws {
    try await RetentionScene.with { scene in
      let report = try await RetentionSweep(scene.staff).runDue(now: scene.now)
      #expect(report.total == 23)
      let error = await #expect(throws: PostgresError.self) {
        try await RetentionStore(scene.staff).erase(.sessions, at: scene.now.adding(seconds: 1e8), atMost: 10)
      }
      #expect(error?.code == .insufficientPrivilege)
    }
  }

  @Test(arguments: [("PV-000001", 1), ("OLD", 2), ("everything", 2), ("NEW", 0)])
  func `leaves what a legal hold keeps until it is lifted`(_ scope: String, _ held: Int) async throws {
    try await RetentionScene.with { scene in
      let holds = LegalHoldService(scene.owner)
      let hold = try #require(
        try await holds.set(.init(scope), by: "Judge Roe", because: "No. 1:26-cv-1", now: scene.now))
      let report = try await RetentionSweep(scene.owner).run(now: scene.now)
      #expect(report.held == held && report.erased[.requests] == 2 - held)
      #expect(try await holds.lift(hold, by: "Judge Poe", because: "settled", now: scene.now))
      #expect(try await !holds.lift(hold, by: "Judge Poe", because: "settled", now: scene.now))
      #expect(try await RetentionSweep(scene.owner).run(now: scene.now).erased[.requests] == held)
      #expect(try await holds.all().first?.lifted?.by == "Judge Poe")
      let verbs = try await scene.owner.rows("select verb from audit_entry order by id").map {
        try $0.decode(String.self)
      }
      #expect(verbs.contains("legalHoldSet") && verbs.contains("legalHoldLifted"))
      await #expect(throws: PostgresError.self) { try await scene.script("delete from legal_hold") }
    }
  }

  @Test func `erases what somebody typed into the audit log after three years, and the chain holds`() async throws {
    try await RetentionScene.with { scene in
      for days in [1100.0, 1090] {
        try await AuditStore(scene.owner).append(
          AuditEntry(actor: .commandLine, verb: .merged, object: .none, purpose: "a name"),
          now: scene.now.adding(seconds: -days * 86_400))
      }
      try await AuditService(scene.owner).seal()
      #expect(try await RetentionSweep(scene.owner).run(now: scene.now).erased[.purposes] == 1)
      let report = try await AuditService(scene.owner).verify(kept: [])
      #expect(report.findings.isEmpty && report.erasedPurposes == 1)
    }
  }

  @Test func `keeps changes that a follower has not read`() async throws {
    try await RetentionScene.with { scene in
      try await scene.script(
        """
        insert into change (kind, id, at) select 'person', n, now() - interval '91 days' from generate_series(1, 9) n;
        update follower set seq = (select min(seq) + 3 from change);
        """)
      #expect(try await RetentionSweep(scene.owner).run(now: scene.now).erased[.changes] == 4)
    }
  }

  /// What is written about a table's time must be done by a step of the sweep.
  @Test func `has a step for every table whose time is a number of days or years`() async throws {
    try await withScratchDatabase { database, _ in
      let swept: Set<String> = [
        "one_time_code", "session", "attempt_throttle", "change", "open_search", "search_match", "match_report",
        "locator_attempt", "audit_entry", "family_search", "contact_opening", "visit_request", "visit_event",
        "visit_finding", "visit_status", "known_device", "guess_delay", "api_token", "attorney_application",
        // These by “forget_answers”, whenever somebody is told of.
        "guess_count", "failed_number", "automatic_answer", "automatic_stop",
        "intake", "intake_event", "intake_contact", "handoff", "handoff_event", "alert", "alert_source", "alert_event",
        "alert_subscriber", "alert_message",
        // They go with their request.
        "evidence", "evidence_piece", "evidence_withdrawal", "review_case", "review_decision", "review_question",
        "review_answer", "review_opening", "release_counted",
      ]
      let timed = try await RetentionStore(database).columns().filter { $0.retention.contains(/days?\b|years?\b/) }
      #expect(Set(timed.map(\.table)).isSubset(of: swept), "\(Set(timed.map(\.table)).subtracting(swept))")
    }
  }
}
