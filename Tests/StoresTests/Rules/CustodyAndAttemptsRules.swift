import Postgres

extension BrokenRule {
  /// Of custody, changes and attempts at other locators.
  static let custodyAndAttempts: [BrokenRule] = [
    .init(
      "A custody event is of a known kind",
      """
      insert into custody_event (person_id, batch_id, kind, precision, reported_at)
      values (1, 1, 'rumor', 'unknown', now())
      """
    ),
    .init(
      "A month is written as its first day",
      """
      insert into custody_event (person_id, batch_id, kind, precision, happened_on, reported_at)
      values (1, 1, 'arrest', 'month', '2026-01-02', now())
      """
    ),
    .init(
      "A retraction corrects an event",
      """
      insert into custody_event (person_id, batch_id, kind, precision, reported_at)
      values (1, 1, 'retraction', 'unknown', now())
      """
    ),
    .init(
      "A time is known to the minute, day, month or not at all",
      """
      insert into custody_event (person_id, batch_id, kind, precision, reported_at)
      values (1, 1, 'arrest', 'decade', now())
      """
    ),
    .init(
      "An event has the time its precision says",
      """
      insert into custody_event (person_id, batch_id, kind, precision, reported_at)
      values (1, 1, 'arrest', 'day', now())
      """
    ),
    .init(
      "Only a transfer comes from another facility",
      """
      insert into custody_event (person_id, batch_id, kind, precision, reported_at, from_facility_id)
      values (1, 1, 'arrest', 'unknown', now(), 1)
      """
    ),
    .init(
      "A correction is of the same person",
      """
      insert into custody_event (person_id, batch_id, kind, precision, reported_at, corrects_event_id)
      values (2, 1, 'arrest', 'unknown', now(), 1)
      """
    ),
    .init(
      "An event belongs to a batch",
      """
      insert into custody_event (person_id, batch_id, kind, precision, reported_at)
      values (1, 99, 'arrest', 'unknown', now())
      """
    ),
    .init(
      "An event happened at a facility that exists",
      """
      insert into custody_event (person_id, batch_id, kind, precision, reported_at, facility_id)
      values (1, 1, 'sighting', 'unknown', now(), 999)
      """
    ),
    .init("Custody events are only ever added", "update custody_event set note = 'x'"),
    .init("Custody events are only ever added", "delete from custody_event"),
    .init("Custody events are only ever added", "truncate custody_event"),
    .init("A change is of a known kind", "insert into change (kind, id) values ('mood', 1)"),
    .init(
      "A place is written only when found",
      """
      insert into locator_attempt (locator, tried_at, inputs, result, who, facility_text)
      values ('l', now(), '{}', 'no_match', 'w', 'x')
      """
    ),
    .init(
      "An attempt has a known result",
      "insert into locator_attempt (locator, tried_at, inputs, result, who) values ('l', now(), '{}', 'maybe', 'w')"
    ),
    .init(
      "An attempt names its locator",
      "insert into locator_attempt (locator, tried_at, inputs, result, who) values ('', now(), '{}', 'found', 'w')"
    ),
    .init(
      "The next look comes after this one",
      """
      insert into locator_attempt (locator, tried_at, inputs, result, who, next_check_at)
      values ('l', now(), '{}', 'found', 'w', now() - interval '1 day')
      """
    ),
  ]
}
