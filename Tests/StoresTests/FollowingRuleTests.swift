import Postgres
import Testing

/// Each rule about open searches and pairs, and a statement that breaks it. Works on search 1, people 1 to 3 and account
/// 1.
private let cases: [(rule: String, sql: StaticString)] = [
  ("A sought country is two capital letters", "update open_search set country = 'gt'"),
  ("A sought sex is female, male or other", "update open_search set sex = 'f'"),
  ("A sought A-number has nine digits or is sealed", "update open_search set a_number = '12345678'"),
  ("A search says whom it is for", "update open_search set name = '', a_number = null"),
  ("A sought birth is known in one way", "update open_search set birth_dates = '{1989-04-03}', birth_year = 1989"),
  ("An age is known on a day", "update open_search set birth_age = 36"),
  (
    "A search ends ninety days after it was renewed at the latest",
    "update open_search set expires_at = renewed_at + interval '91 days'"
  ),
  ("A search is closed after it was opened", "update open_search set closed_at = opened_at - interval '1 minute'"),
  (
    "A match is kept once",
    """
    insert into search_match (search_id, person_id, bits, probability, likelihood, reasons, best_bits, best_likelihood,
      found_at)
    select search_id, person_id, bits, probability, likelihood, reasons, best_bits, best_likelihood, found_at
    from search_match
    """
  ),
  ("A match's probability lies between 0 and 1", "update search_match set probability = 1.1"),
  ("A match is likely or possible", "update search_match set likelihood = 'certain'"),
  ("A reported match was likely or possible", "update search_match set best_likelihood = 'certain'"),
  ("A match is taken back for a known reason", "update search_match set gone_at = now(), gone_because = 'mood'"),
  ("A match that is taken back says why", "update search_match set gone_at = now()"),
  ("A report is of a known kind", "update match_report set kind = 'worse'"),
  ("A report says likely or possible", "update match_report set likelihood = 'certain'"),
  (
    "A match is new once",
    """
    insert into match_report (match_id, kind, bits, likelihood, reported_at)
    select match_id, kind, bits, likelihood, reported_at from match_report
    """
  ),
  ("A follower is of a known name", "insert into follower values ('mood', 0)"),
  ("A person is due once", "insert into person_due values ('searches', 1), ('searches', 1)"),
  (
    "A proposal's probability lies between 0 and 1",
    "insert into duplicate_proposal values (default, 1, 2, 1, -1, '[]', now(), null)"
  ),
  (
    "A pair is proposed once",
    "insert into duplicate_proposal select n, 1, 2, 1, 1, '[]', now(), null from (values (8), (9)) v (n)"
  ),
  ("A proposed pair is in order", "insert into duplicate_proposal values (default, 2, 1, 1, 1, '[]', now(), null)"),
  ("A decided pair is in order", "insert into pair_decision values (9, 3, 2, true, 'x', 1, now())"),
  ("A decision has a reason", "insert into pair_decision values (9, 2, 3, true, '', 1, now())"),
  ("An undoing has a reason", "update pair_decision set undone_at = now(), undone_by = 1, undone_why = ''"),
  ("An undoing says who, when and why", "update pair_decision set undone_at = now()"),
  (
    "A decision is undone after it was made",
    "update pair_decision set undone_at = decided_at - interval '1 day', undone_by = 1, undone_why = 'x'"
  ),
  ("A pair has one decision that stands", "insert into pair_decision values (9, 1, 2, false, 'x', 1, now())"),
  ("A decision stays what it is", "update pair_decision set why = 'y'"),
  ("A person is shown as the lowest number", "insert into merged_person values (3, 4)"),
]

@Suite struct `A rule about open searches and pairs` {
  @Test func `refuses what breaks it, and each has a case here`() async throws {
    try await Fixture.run { fixture in
      for _ in 0..<3 { _ = try await fixture.newPerson() }
      try await fixture.database.runScript(
        """
        insert into account (name, role) values ('maria', 'responder');
        insert into open_search (name, opened_at, renewed_at, expires_at, due_at)
          values ('Mateo', now(), now(), now() + interval '9 days', now());
        insert into search_match (search_id, person_id, bits, probability, likelihood, reasons, best_bits,
          best_likelihood, found_at) values (1, 1, 20, 0.5, 'possible', '[]', 20, 'possible', now());
        insert into match_report (match_id, kind, bits, likelihood, reported_at) values (1, 'new', 20, 'possible', now());
        insert into pair_decision (person_a, person_b, is_same, why, decided_by, decided_at)
          values (1, 2, false, 'x', 1, now())
        """)
      for (rule, sql) in cases {
        let error = await #expect(throws: PostgresError.self, "\(rule)") {
          try await fixture.database.transaction { try await $0.runScript(TrustedScript(sql)) }
        }
        #expect(error?.constraint == rule, "\(sql)")
      }
      let rules = try await fixture.database.rows(
        """
        select c.conname::text from pg_constraint c join pg_class t on t.oid = c.conrelid
        where t.relname in ('open_search', 'search_match', 'match_report', 'follower', 'person_due',
          'duplicate_proposal', 'pair_decision', 'merged_person') and c.conname like '% %'
        """
      ).map { try $0.decode(String.self) }
      #expect(Set(rules).subtracting(cases.map(\.rule)).isEmpty)
    }
  }
}
