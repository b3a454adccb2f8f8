import Postgres

extension BrokenRule {
  /// Of who is protected, and of what strangers are told.
  static let disclosure: [BrokenRule] = [
    .init(
      "A protection is of a known kind",
      "insert into protection (person_id, kind, asked_by, set_at) values (1, 'shy', 'person', now())"
    ),
    .init(
      "A protection is asked for by somebody known",
      "insert into protection (person_id, kind, asked_by, set_at) values (1, 'hidden', 'neighbor', now())"
    ),
    .init(
      "A protection ends after it was set",
      "insert into protection (person_id, kind, asked_by, set_at, until) values (1, 'hidden', 'person', now(), now())"
    ),
    .init(
      "A protection is lifted after it was set",
      """
      insert into protection (person_id, kind, asked_by, set_at, lifted_at, lifted_because)
      values (1, 'hidden', 'person', now(), now() - interval '1 day', 'over')
      """
    ),
    .init(
      "A protection is lifted for a known reason",
      """
      insert into protection (person_id, kind, asked_by, set_at, lifted_at, lifted_because)
      values (1, 'hidden', 'person', now(), now(), 'mood')
      """
    ),
    .init(
      "A lifted protection says why",
      "insert into protection (person_id, kind, asked_by, set_at, lifted_at) values (1, 'hidden', 'person', now(), now())"
    ),
    .init(
      "Who lifts a protection lifts it at some time",
      """
      with a as (insert into account (name, role) values ('rule', 'responder') returning id)
      insert into protection (person_id, kind, asked_by, set_at, lifted_by) select 1, 'hidden', 'person', now(), id from a
      """
    ),
    .init(
      "A person has one protection of a kind",
      """
      insert into protection (person_id, kind, asked_by, set_at)
      values (1, 'hidden', 'person', now()), (1, 'hidden', 'lawyer', now())
      """
    ),
    .init(
      "A person is screened once for each batch",
      """
      insert into screening (person_id, batch_id, is_safe, screened_at)
      values (1, 1, true, now()), (1, 1, false, now())
      """
    ),
    .init(
      "A digest has 32 bytes",
      "insert into suppression (digest, contest_id, made_at) values ('\\x00', 1, now())"
    ),
    .init(
      "A digest is of a name, a number, a sealed number or a record",
      "insert into suppression (digest, contest_id, made_at, made_of) values (sha256('x'), 1, now(), 'face')"
    ),
    .init(
      "A contest suppresses something once",
      """
      insert into suppression (digest, contest_id, made_at)
      select sha256('x'), 1, now() from generate_series(1, 2)
      """
    ),
    .init("What was spent is counted", "insert into guess_count (person_id, spent, since) values (1, -1, now())"),
    .init(
      "A stop ends after it began",
      "insert into automatic_stop (person_id, stopped_at, until) values (1, now(), now())"
    ),
    .init(
      "Who has seen a stop has seen it at some time",
      "insert into automatic_stop (person_id, stopped_at, until, seen_at) values (1, now(), now() + interval '1 day', now())"
    ),
    .init("Failed numbers are counted", "insert into failed_number (hour, failed) values (now(), 0)"),
    .init(
      "An answer was earned by a rule",
      "insert into automatic_answer (person_id, answered_at, rule, by_number, is_new) values (1, now(), '', true, true)"
    ),
    .init(
      "A closing ends after it began",
      "insert into automatic_closing (by_number, closed_at, until, answered, usual) values (true, now(), now(), 1, 1)"
    ),
    .init(
      "A closing counts answers",
      """
      insert into automatic_closing (by_number, closed_at, until, answered, usual)
      values (true, now(), now() + interval '1 day', -1, 1)
      """
    ),
    .init(
      "A closing says what is usual",
      """
      insert into automatic_closing (by_number, closed_at, until, answered, usual)
      values (true, now(), now() + interval '1 day', 1, -1)
      """
    ),
    .init(
      "Answers are opened after they were closed",
      """
      insert into automatic_closing (by_number, closed_at, until, answered, usual, opened_at)
      values (true, now(), now() + interval '1 day', 1, 1, now() - interval '1 hour')
      """
    ),
  ]
}
