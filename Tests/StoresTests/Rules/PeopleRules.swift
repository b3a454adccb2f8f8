import Postgres

extension BrokenRule {
  /// Of people, how they are described and what identifies them.
  static let people: [BrokenRule] = [
    .init(
      "A person is a sample exactly when their batch is one",
      "insert into person (batch_id, is_sample) values (1, true)"),
    .init(
      "A description has a name",
      "insert into person_description (person_id, batch_id, full_name, reported_at) values (1, 1, '', now())"
    ),
    .init(
      "A birth date comes with its year",
      """
      insert into person_description (person_id, batch_id, full_name, reported_at, birth_date, birth_year, birth_basis)
      values (1, 1, 'x', now(), '1980-01-01', 1981, 'date')
      """
    ),
    .init(
      "A birth is known by date, year or age",
      """
      insert into person_description (person_id, batch_id, full_name, reported_at, birth_year, birth_basis)
      values (1, 1, 'x', now(), 1981, 'looks')
      """
    ),
    .init(
      "A birth says how it is known",
      """
      insert into person_description (person_id, batch_id, full_name, reported_at, birth_year)
      values (1, 1, 'x', now(), 1981)
      """
    ),
    .init(
      "A birth year is plausible",
      """
      insert into person_description (person_id, batch_id, full_name, reported_at, birth_year, birth_basis)
      values (1, 1, 'x', now(), 181, 'year')
      """
    ),
    .init(
      "A country is two capital letters",
      """
      insert into person_description (person_id, batch_id, full_name, reported_at, country)
      values (1, 1, 'x', now(), 'gt')
      """
    ),
    .init(
      "A sex is female, male or other",
      "insert into person_description (person_id, batch_id, full_name, reported_at, sex) values (1, 1, 'x', now(), 'M')"
    ),
    .init(
      "A description belongs to a batch",
      "insert into person_description (person_id, batch_id, full_name, reported_at) values (1, 99, 'x', now())"
    ),
    .init(
      "An A-number has nine digits or is sealed",
      "insert into person_identifier (person_id, batch_id, kind, value) values (1, 1, 'a_number', 'A12345678')"
    ),
    .init(
      "An identifier is not empty",
      "insert into person_identifier (person_id, batch_id, kind, value) values (1, 1, 'booking', '')"
    ),
    .init(
      "An identifier is of a known kind",
      "insert into person_identifier (person_id, batch_id, kind, value) values (1, 1, 'passport', 'x')"
    ),
    .init(
      "An identifier belongs to a batch",
      "insert into person_identifier (person_id, batch_id, kind, value) values (1, 99, 'booking', 'x')"
    ),
  ]
}
