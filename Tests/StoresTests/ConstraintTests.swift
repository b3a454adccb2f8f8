import Postgres
import Records
import Testing

// Longer than 400 lines: a table with an entry for every rule of the schema.

/// Each rule of the schema, and a statement that breaks it. Works on facility 1, source 1, batch 1 (finished), people 1
/// and 2, and event 1 of person 1.
private let cases: [(rule: String, sql: StaticString)] = [
  ("A migration has a SHA-256", "insert into migration (version, name, sha256) values (999, 'x', 'abc')"),
  (
    "A migration is applied once",
    "insert into migration (version, name, sha256) select 999, name, sha256 from migration where version = 1"
  ),
  ("A database is one installation", "insert into installation (only_one, kind) values (false, 'test')"),
  ("An installation is a demo, production or a test", "update installation set kind = 'play'"),
  (
    "A demo with sample accounts stays a demo",
    """
    update installation set kind = 'demo';
    insert into account (name, role, is_sample) values ('sample', 'operator', true);
    update installation set kind = 'test'
    """
  ),
  ("A field office has a name of its own", "insert into field_office (name) values ('Boston'), ('Boston')"),
  ("A field office's e-mail address has one at sign", "insert into field_office (name, email) values ('B', 'a@b@c')"),
  ("A field office's state is two capital letters", "insert into field_office (name, state) values ('B', 'Mass')"),
  ("An area code is three capital letters", "insert into field_office (name, area_code) values ('B', 'bos')"),
  (
    "An area's state is two capital letters",
    """
    with o as (insert into field_office (name) values ('B') returning id)
    insert into field_office_area select id, 'Maine', '' from o
    """
  ),
  (
    "A county belongs to one field office",
    """
    with o as (insert into field_office (name) values ('B'), ('C') returning id)
    insert into field_office_area select id, 'ME', 'York' from o
    """
  ),
  ("A county's FIPS code has five digits", "update facility set county_fips = '123'"),
  ("A facility has a name", "update facility set name = ''"),
  ("A facility has a code of its own", "update facility set code = 'AAA'"),
  ("A facility is of a known kind", "update facility set kind = 'hotel'"),
  ("A facility's code is capital letters and digits", "update facility set code = 'los hold'"),
  ("A facility's state is two capital letters", "update facility set state = 'Calif'"),
  (
    "A field office comes from the list, a county, a state or a hand",
    """
    with o as (insert into field_office (name) values ('B') returning id)
    insert into facility (code, name, field_office_id, field_office_basis, origin) select 'CCC', 'C', id, 'guess', 't'
    from o
    """
  ),
  ("A field office says how it was found", "update facility set field_office_basis = 'list'"),
  ("A latitude lies between the poles", "update facility set (latitude, longitude) = (91, 0)"),
  ("A longitude lies between -180 and 180", "update facility set (latitude, longitude) = (0, 181)"),
  ("A time zone comes from coordinates, a county or a hand", "update facility set time_zone_basis = 'state'"),
  ("A time zone says how it was found", "update facility set time_zone_basis = null"),
  ("Coordinates come in pairs", "update facility set latitude = 40"),
  ("A facility is never deleted", "delete from facility"),
  ("A facility keeps its number", "update facility set id = 100 where id = 1"),
  ("An alias is not empty", "insert into facility_alias values (1, '', default, 't')"),
  (
    "A facility has an alias once",
    "insert into facility_alias (facility_id, alias, origin) values (1, 'B-18', 't'), (1, 'b 18', 't')"
  ),
  (
    "A standard is joined by name, address or hand",
    """
    insert into facility_standard (facility_id, listed_name, listed_city, listed_state, listed_on, join_basis)
    values (1, 'a', 'b', 'c', '2026-01-01', 'guess')
    """
  ),
  (
    "A standard says how it was joined",
    """
    insert into facility_standard (facility_id, listed_name, listed_city, listed_state, listed_on)
    values (1, 'a', 'b', 'c', '2026-01-01')
    """
  ),
  (
    "A standard's time ends after it starts",
    """
    insert into facility_standard (listed_name, listed_city, listed_state, listed_on, valid_from, valid_to)
    values ('a', 'b', 'c', '2026-01-01', '2026-01-02', '2026-01-02')
    """
  ),
  (
    "A contact is a phone, fax, e-mail, page or mail",
    "insert into facility_contact (facility_id, kind, value, origin) values (1, 'pigeon', 'x', 't')"
  ),
  (
    "A contact is not empty",
    "insert into facility_contact (facility_id, kind, value, origin) values (1, 'phone', '', 't')"
  ),
  (
    "A contact serves a known purpose",
    "insert into facility_contact (facility_id, kind, value, purpose, origin) values (1, 'phone', '1', 'fun', 't')"
  ),
  (
    "A contact's time ends after it starts",
    """
    insert into facility_contact (facility_id, kind, value, origin, valid_from, valid_to)
    values (1, 'phone', '1', 't', '2026-01-02', '2026-01-01')
    """
  ),
  (
    "A weekday is 1 (Monday) to 7 (Sunday)",
    """
    insert into facility_hours (facility_id, purpose, weekday, opens_minute, closes_minute, origin)
    values (1, 'visits', 0, 0, 60, 't')
    """
  ),
  (
    "Hours are for visits, lawyers or calls",
    """
    insert into facility_hours (facility_id, purpose, weekday, opens_minute, closes_minute, origin)
    values (1, 'yard', 1, 0, 60, 't')
    """
  ),
  (
    "Hours close after they open, by midnight",
    """
    insert into facility_hours (facility_id, purpose, weekday, opens_minute, closes_minute, origin)
    values (1, 'visits', 1, 60, 1441, 't')
    """
  ),
  (
    "Hours open within the day",
    """
    insert into facility_hours (facility_id, purpose, weekday, opens_minute, closes_minute, origin)
    values (1, 'visits', 1, -1, 60, 't')
    """
  ),
  (
    "Hours' time ends after it starts",
    """
    insert into facility_hours (facility_id, purpose, weekday, opens_minute, closes_minute, origin, valid_from, valid_to)
    values (1, 'visits', 1, 0, 60, 't', '2026-01-01', '2026-01-01')
    """
  ),
  (
    "A period of counting ends after it starts",
    "insert into transfer_count values (1, 2, 5, '2026-01-01', '2026-01-01')"
  ),
  ("Transfers are counted from one", "insert into transfer_count values (1, 2, 0, '2026-01-01', '2026-02-01')"),
  (
    "Transfers between two places are counted once a period",
    """
    insert into transfer_count values (1, 2, 5, '2026-01-01', '2026-02-01'), (1, 2, 6, '2026-01-01', '2026-02-01')
    """
  ),
  ("A source has a name", "update source set name = ''"),
  (
    "A source has a name of its own",
    "insert into source (name, kind, trust) select name, 'family', 4 from source"
  ),
  ("A source is of a known kind", "update source set kind = 'rumor'"),
  ("Trust is graded 1 (best) to 5", "update source set trust = 0"),
  ("A batch finishes after it starts", "update batch set finished_at = started_at - interval '1 day'"),
  ("A batch is an import, an entry or a sample", "insert into batch (source_id, kind) values (1, 'gift')"),
  ("A batch is withdrawn for a reason", "update batch set withdrawn_at = now()"),
  ("A file has a SHA-256", "update batch set file_sha256 = 'abc'"),
  ("A map has a SHA-256", "update batch set map_sha256 = 'abc'"),
  ("Duplicate rows are counted", "update batch set rows_duplicate = -1"),
  ("Rows accepted are counted", "update batch set rows_accepted = -1"),
  ("Rows read are counted", "update batch set rows_read = -1"),
  ("Rows rejected are counted", "update batch set rows_rejected = -1"),
  (
    "The same file is imported once",
    """
    insert into batch (source_id, kind, file_sha256)
    select 1, 'import', sha256('x') from generate_series(1, 2)
    """
  ),
  ("A batch is withdrawn, never deleted", "delete from batch"),
  ("A batch stays what it is", "update batch set kind = 'import'"),
  (
    "Production takes no samples",
    """
    update installation set kind = 'production';
    insert into batch (source_id, kind) values (1, 'sample')
    """
  ),
  ("A person is a sample exactly when their batch is one", "insert into person (batch_id, is_sample) values (1, true)"),
  (
    "A description has a name",
    "insert into person_description (person_id, batch_id, full_name, reported_at) values (1, 1, '', now())"
  ),
  (
    "A birth date comes with its year",
    """
    insert into person_description (person_id, batch_id, full_name, reported_at, birth_date, birth_year, birth_basis)
    values (1, 1, 'x', now(), '1980-01-01', 1981, 'date')
    """
  ),
  (
    "A birth is known by date, year or age",
    """
    insert into person_description (person_id, batch_id, full_name, reported_at, birth_year, birth_basis)
    values (1, 1, 'x', now(), 1981, 'looks')
    """
  ),
  (
    "A birth says how it is known",
    """
    insert into person_description (person_id, batch_id, full_name, reported_at, birth_year)
    values (1, 1, 'x', now(), 1981)
    """
  ),
  (
    "A birth year is plausible",
    """
    insert into person_description (person_id, batch_id, full_name, reported_at, birth_year, birth_basis)
    values (1, 1, 'x', now(), 181, 'year')
    """
  ),
  (
    "A country is two capital letters",
    """
    insert into person_description (person_id, batch_id, full_name, reported_at, country)
    values (1, 1, 'x', now(), 'gt')
    """
  ),
  (
    "A sex is female, male or other",
    "insert into person_description (person_id, batch_id, full_name, reported_at, sex) values (1, 1, 'x', now(), 'M')"
  ),
  (
    "A description belongs to a batch",
    "insert into person_description (person_id, batch_id, full_name, reported_at) values (1, 99, 'x', now())"
  ),
  (
    "An A-number has nine digits",
    "insert into person_identifier (person_id, batch_id, kind, value) values (1, 1, 'a_number', 'A12345678')"
  ),
  (
    "An identifier is not empty",
    "insert into person_identifier (person_id, batch_id, kind, value) values (1, 1, 'booking', '')"
  ),
  (
    "An identifier is of a known kind",
    "insert into person_identifier (person_id, batch_id, kind, value) values (1, 1, 'passport', 'x')"
  ),
  (
    "An identifier belongs to a batch",
    "insert into person_identifier (person_id, batch_id, kind, value) values (1, 99, 'booking', 'x')"
  ),
  (
    "A custody event is of a known kind",
    """
    insert into custody_event (person_id, batch_id, kind, precision, reported_at)
    values (1, 1, 'rumor', 'unknown', now())
    """
  ),
  (
    "A month is written as its first day",
    """
    insert into custody_event (person_id, batch_id, kind, precision, happened_on, reported_at)
    values (1, 1, 'arrest', 'month', '2026-01-02', now())
    """
  ),
  (
    "A retraction corrects an event",
    """
    insert into custody_event (person_id, batch_id, kind, precision, reported_at)
    values (1, 1, 'retraction', 'unknown', now())
    """
  ),
  (
    "A time is known to the minute, day, month or not at all",
    """
    insert into custody_event (person_id, batch_id, kind, precision, reported_at)
    values (1, 1, 'arrest', 'decade', now())
    """
  ),
  (
    "An event has the time its precision says",
    """
    insert into custody_event (person_id, batch_id, kind, precision, reported_at)
    values (1, 1, 'arrest', 'day', now())
    """
  ),
  (
    "Only a transfer comes from another facility",
    """
    insert into custody_event (person_id, batch_id, kind, precision, reported_at, from_facility_id)
    values (1, 1, 'arrest', 'unknown', now(), 1)
    """
  ),
  (
    "A correction is of the same person",
    """
    insert into custody_event (person_id, batch_id, kind, precision, reported_at, corrects_event_id)
    values (2, 1, 'arrest', 'unknown', now(), 1)
    """
  ),
  (
    "An event belongs to a batch",
    """
    insert into custody_event (person_id, batch_id, kind, precision, reported_at)
    values (1, 99, 'arrest', 'unknown', now())
    """
  ),
  (
    "An event happened at a facility that exists",
    """
    insert into custody_event (person_id, batch_id, kind, precision, reported_at, facility_id)
    values (1, 1, 'sighting', 'unknown', now(), 999)
    """
  ),
  ("Custody events are only ever added", "update custody_event set note = 'x'"),
  ("Custody events are only ever added", "delete from custody_event"),
  ("Custody events are only ever added", "truncate custody_event"),
  ("A change is of a known kind", "insert into change (kind, id) values ('mood', 1)"),
  (
    "A place is written only when found",
    """
    insert into locator_attempt (locator, tried_at, inputs, result, who, facility_text)
    values ('l', now(), '{}', 'no_match', 'w', 'x')
    """
  ),
  (
    "An attempt has a known result",
    "insert into locator_attempt (locator, tried_at, inputs, result, who) values ('l', now(), '{}', 'maybe', 'w')"
  ),
  (
    "An attempt names its locator",
    "insert into locator_attempt (locator, tried_at, inputs, result, who) values ('', now(), '{}', 'found', 'w')"
  ),
  (
    "The next look comes after this one",
    """
    insert into locator_attempt (locator, tried_at, inputs, result, who, next_check_at)
    values ('l', now(), '{}', 'found', 'w', now() - interval '1 day')
    """
  ),
  ("A count is of a known kind", "insert into record_count (kind, item, counted) values ('colour', 'red', 1)"),
  ("What is counted is there", "insert into record_count (kind, item, counted) values ('country', 'MX', -1)"),
  (
    "A thing is counted once",
    "insert into record_count (kind, item, counted) values ('country', 'MX', 1), ('country', 'MX', 2)"
  ),
  (
    "Words alone are spelled otherwise",
    "insert into record_count (kind, item, counted, spelled) values ('country', 'MX', 1, 'mx')"
  ),
  (
    "Words alone are given or family names",
    "insert into record_count (kind, item, counted, given, family) values ('country', 'MX', 1, 1, 1)"
  ),
  ("Weights are learnt from people", "insert into learnt_weights (people, data, weights) values (-1, 'd', 'w')"),
  ("Weights say what they were learnt from", "insert into learnt_weights (people, data, weights) values (1, '', 'w')"),
  ("Weights are not empty", "insert into learnt_weights (people, data, weights) values (1, 'd', '')"),
]

@Suite struct `A rule of the schema` {
  @Test func `refuses what breaks it and names itself, and no value`() async throws {
    try await Fixture.run { fixture in
      let person = try await fixture.newPerson()
      _ = try await fixture.newPerson()
      try await fixture.tell(Told(.arrest, "2026-01-05"), of: person)
      for (rule, sql) in cases {
        let error = await #expect(throws: PostgresError.self, "\(rule)") {
          try await fixture.database.transaction { try await $0.runScript(TrustedScript(sql)) }
        }
        #expect(error?.constraint == rule, "\(sql)")
      }
    }
  }

  @Test func `has a case here that breaks it`() async throws {
    try await Fixture.run { fixture in
      let tables = [
        "migration", "installation", "field_office", "field_office_area", "facility", "facility_alias",
        "facility_standard", "facility_contact", "facility_hours", "transfer_count", "source", "batch", "person",
        "person_description", "person_identifier", "custody_event", "change", "locator_attempt", "record_count",
        "learnt_weights",
      ]
      let rules = try await fixture.database.rows(
        """
        select c.conname::text from pg_constraint c join pg_class t on t.oid = c.conrelid
        where t.relnamespace = 'public'::regnamespace and t.relname = any(\(tables)::text[]) and c.conname like '% %'
        union select g.tgname::text from pg_trigger g join pg_class t on t.oid = g.tgrelid
        where t.relname = any(\(tables)::text[]) and not g.tgisinternal and g.tgname like '% %'
        union select i.relname::text from pg_index x join pg_class i on i.oid = x.indexrelid
          join pg_class t on t.oid = x.indrelid
        where t.relname = any(\(tables)::text[]) and x.indisunique and i.relname like '% %'
        """
      ).map { try $0.decode(String.self) }
      let tested = Set(cases.map(\.rule))
      #expect(Set(rules).subtracting(tested).isEmpty)
      #expect(tested.subtracting(rules).isEmpty)
    }
  }

  @Test func `lets the owner erase events, and nothing else about them`() async throws {
    try await Fixture.run { fixture in
      let person = try await fixture.newPerson()
      try await fixture.tell(Told(.arrest, "2026-01-05"), of: person)
      let erased = try await fixture.database.transaction { transaction in
        try await transaction.execute("set local paradero.erasing = on")
        return try await transaction.execute("delete from custody_event where person_id = \(person)")
      }
      #expect(erased == 1)
    }
  }
}
