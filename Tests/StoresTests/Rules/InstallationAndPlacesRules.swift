import Postgres

extension BrokenRule {
  /// Of the installation, offices, facilities and transfers.
  static let installationAndPlaces: [BrokenRule] = [
    .init("A migration has a SHA-256", "insert into migration (version, name, sha256) values (999, 'x', 'abc')"),
    .init(
      "A migration is applied once",
      "insert into migration (version, name, sha256) select 999, name, sha256 from migration where version = 1"
    ),
    .init("A database is one installation", "insert into installation (only_one, kind) values (false, 'test')"),
    .init("An installation is a demo, production or a test", "update installation set kind = 'play'"),
    .init(
      "A demo with sample accounts stays a demo",
      """
      update installation set kind = 'demo';
      insert into account (name, role, is_sample) values ('sample', 'operator', true);
      update installation set kind = 'test'
      """
    ),
    .init("A field office has a name of its own", "insert into field_office (name) values ('Boston'), ('Boston')"),
    .init(
      "A field office's e-mail address has one at sign", "insert into field_office (name, email) values ('B', 'a@b@c')"),
    .init(
      "A field office's state is two capital letters", "insert into field_office (name, state) values ('B', 'Mass')"),
    .init("An area code is three capital letters", "insert into field_office (name, area_code) values ('B', 'bos')"),
    .init(
      "An area's state is two capital letters",
      """
      with o as (insert into field_office (name) values ('B') returning id)
      insert into field_office_area select id, 'Maine', '' from o
      """
    ),
    .init(
      "A county belongs to one field office",
      """
      with o as (insert into field_office (name) values ('B'), ('C') returning id)
      insert into field_office_area select id, 'ME', 'York' from o
      """
    ),
    .init("A county's FIPS code has five digits", "update facility set county_fips = '123'"),
    .init("A facility has a name", "update facility set name = ''"),
    .init("A facility has a code of its own", "update facility set code = 'AAA'"),
    .init("A facility is of a known kind", "update facility set kind = 'hotel'"),
    .init("A facility's code is capital letters and digits", "update facility set code = 'los hold'"),
    .init("A facility's state is two capital letters", "update facility set state = 'Calif'"),
    .init(
      "A field office comes from the list, a county, a state or a hand",
      """
      with o as (insert into field_office (name) values ('B') returning id)
      insert into facility (code, name, field_office_id, field_office_basis, origin) select 'CCC', 'C', id, 'guess', 't'
      from o
      """
    ),
    .init("A field office says how it was found", "update facility set field_office_basis = 'list'"),
    .init("A latitude lies between the poles", "update facility set (latitude, longitude) = (91, 0)"),
    .init("A longitude lies between -180 and 180", "update facility set (latitude, longitude) = (0, 181)"),
    .init("A time zone comes from coordinates, a county or a hand", "update facility set time_zone_basis = 'state'"),
    .init("A time zone says how it was found", "update facility set time_zone_basis = null"),
    .init("Coordinates come in pairs", "update facility set latitude = 40"),
    .init("A facility is never deleted", "delete from facility"),
    .init("A facility keeps its number", "update facility set id = 100 where id = 1"),
    .init("An alias is not empty", "insert into facility_alias values (1, '', default, 't')"),
    .init(
      "A facility has an alias once",
      "insert into facility_alias (facility_id, alias, origin) values (1, 'B-18', 't'), (1, 'b 18', 't')"
    ),
    .init(
      "A standard is joined by name, address or hand",
      """
      insert into facility_standard (facility_id, listed_name, listed_city, listed_state, listed_on, join_basis)
      values (1, 'a', 'b', 'c', '2026-01-01', 'guess')
      """
    ),
    .init(
      "A standard says how it was joined",
      """
      insert into facility_standard (facility_id, listed_name, listed_city, listed_state, listed_on)
      values (1, 'a', 'b', 'c', '2026-01-01')
      """
    ),
    .init(
      "A standard's time ends after it starts",
      """
      insert into facility_standard (listed_name, listed_city, listed_state, listed_on, valid_from, valid_to)
      values ('a', 'b', 'c', '2026-01-01', '2026-01-02', '2026-01-02')
      """
    ),
    .init(
      "A contact is a phone, fax, e-mail, page or mail",
      "insert into facility_contact (facility_id, kind, value, origin) values (1, 'pigeon', 'x', 't')"
    ),
    .init(
      "A contact is not empty",
      "insert into facility_contact (facility_id, kind, value, origin) values (1, 'phone', '', 't')"
    ),
    .init(
      "A contact serves a known purpose",
      "insert into facility_contact (facility_id, kind, value, purpose, origin) values (1, 'phone', '1', 'fun', 't')"
    ),
    .init(
      "A contact's time ends after it starts",
      """
      insert into facility_contact (facility_id, kind, value, origin, valid_from, valid_to)
      values (1, 'phone', '1', 't', '2026-01-02', '2026-01-01')
      """
    ),
    .init(
      "A weekday is 1 (Monday) to 7 (Sunday)",
      """
      insert into facility_hours (facility_id, purpose, weekday, opens_minute, closes_minute, origin)
      values (1, 'visits', 0, 0, 60, 't')
      """
    ),
    .init(
      "Hours are for visits, lawyers or calls",
      """
      insert into facility_hours (facility_id, purpose, weekday, opens_minute, closes_minute, origin)
      values (1, 'yard', 1, 0, 60, 't')
      """
    ),
    .init(
      "Hours close after they open, by midnight",
      """
      insert into facility_hours (facility_id, purpose, weekday, opens_minute, closes_minute, origin)
      values (1, 'visits', 1, 60, 1441, 't')
      """
    ),
    .init(
      "Hours open within the day",
      """
      insert into facility_hours (facility_id, purpose, weekday, opens_minute, closes_minute, origin)
      values (1, 'visits', 1, -1, 60, 't')
      """
    ),
    .init(
      "Hours' time ends after it starts",
      """
      insert into facility_hours (facility_id, purpose, weekday, opens_minute, closes_minute, origin, valid_from, valid_to)
      values (1, 'visits', 1, 0, 60, 't', '2026-01-01', '2026-01-01')
      """
    ),
    .init(
      "A period of counting ends after it starts",
      "insert into transfer_count values (1, 2, 5, '2026-01-01', '2026-01-01')"
    ),
    .init("Transfers are counted from one", "insert into transfer_count values (1, 2, 0, '2026-01-01', '2026-02-01')"),
    .init(
      "Transfers between two places are counted once a period",
      """
      insert into transfer_count values (1, 2, 5, '2026-01-01', '2026-02-01'), (1, 2, 6, '2026-01-01', '2026-02-01')
      """
    ),
  ]
}
