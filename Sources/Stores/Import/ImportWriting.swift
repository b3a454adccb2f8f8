package import Postgres

/// The third step: from the staging table into the records, person by person, so that progress can be told.
extension ImportStore {
  /// People between two numbers, the first one left out.
  package struct Slice: Sendable {
    package let after: Int64
    package let upTo: Int64
    package let rows: Int
  }

  /// The people of this import in slices of about so many rows.
  package func slices(ofRows size: Int) async throws(PostgresError) -> [Slice] {
    let rows = try await session.rows(
      """
      select max(person_id), count(*) from (
        select person_id, (row_number() over (order by person_id) - 1) / \(size) as slice from row_person) p
      group by slice order by slice
      """)
    var slices: [Slice] = []
    var after: Int64 = 0
    for row in rows {
      let (upTo, count) = try row.decode(Int64.self, Int.self)
      // A person with very many rows may end several slices.
      if upTo > after { slices.append(Slice(after: after, upTo: upTo, rows: count)) }
      after = upTo
    }
    return slices
  }

  package func write(_ slice: Slice, batch: Int64, source: Int32) async throws(PostgresError) {
    try await session.execute(
      """
      insert into person (id, batch_id, is_sample)
      select person_id, \(batch), false from new_person
      where person_id > \(slice.after) and person_id <= \(slice.upTo) order by person_id
      """)
    try await writeDescriptions(slice, batch: batch, source: source)
    try await writeIdentifiers(slice, batch: batch, source: source)
    try await writeEvents(slice, batch: batch, source: source)
    try await session.execute(
      """
      insert into imported_row (source_id, key, batch_id, is_keyed)
      select \(source), s.key, \(batch), s.plain_key is not null from row_person p join staged_row s using (line)
      where p.person_id > \(slice.after) and p.person_id <= \(slice.upTo)
      """)
  }

  /// What is said of a person for the first time; the same words again are no new description.
  private func writeDescriptions(_ slice: Slice, batch: Int64, source: Int32) async throws(PostgresError) {
    try await session.execute(
      """
      insert into person_description (person_id, batch_id, full_name, given_names, family_names, birth_date, birth_year,
        birth_basis, sex, country, reported_at)
      select t.person_id, \(batch), t.full_name, t.given_names, t.family_names, t.birth_date, t.birth_year,
        t.birth_basis, t.sex, t.country, max(t.reported_at)
      from (
        select p.person_id, p.is_new, n.full_name, n.given_names, n.family_names, s.birth_date, s.birth_year,
          s.birth_basis, s.sex, s.country, s.reported_at
        from row_person p join staged_row s using (line)
        cross join lateral (
          select s.full_name, s.given_names, s.family_names where s.full_name is not null
          union all select unnest(s.other_names), null, null where s.other_names is not null) n
        where p.person_id > \(slice.after) and p.person_id <= \(slice.upTo)
      ) t
      where t.is_new or not exists (
        select from person_description d
        join paradero.live_batch b on b.id = d.batch_id and b.source_id = \(source)
        where d.person_id = t.person_id and d.full_name = t.full_name
          and (d.given_names, d.family_names, d.birth_date, d.birth_year, d.birth_basis, d.sex, d.country::text)
            is not distinct from
            (t.given_names, t.family_names, t.birth_date, t.birth_year, t.birth_basis, t.sex, t.country))
      group by t.person_id, t.full_name, t.given_names, t.family_names, t.birth_date, t.birth_year, t.birth_basis,
        t.sex, t.country
      """)
    try await session.execute(
      """
      insert into unnamed_description (person_id, batch_id, birth_date, birth_year, birth_basis, sex, country,
        reported_at)
      select p.person_id, \(batch), s.birth_date, s.birth_year, s.birth_basis, s.sex, s.country, max(s.reported_at)
      from row_person p join staged_row s using (line)
      where p.person_id > \(slice.after) and p.person_id <= \(slice.upTo) and s.full_name is null
        and (s.birth_year is not null or s.sex is not null or s.country is not null)
        and (p.is_new or not exists (
          select from unnamed_description d
          join paradero.live_batch b on b.id = d.batch_id and b.source_id = \(source)
          where d.person_id = p.person_id
            and (d.birth_date, d.birth_year, d.birth_basis, d.sex, d.country::text)
              is not distinct from (s.birth_date, s.birth_year, s.birth_basis, s.sex, s.country)))
      group by p.person_id, s.birth_date, s.birth_year, s.birth_basis, s.sex, s.country
      """)
  }

  private func writeIdentifiers(_ slice: Slice, batch: Int64, source: Int32) async throws(PostgresError) {
    try await session.execute(
      """
      insert into person_identifier (person_id, batch_id, kind, value)
      select distinct p.person_id, \(batch)::bigint, n.kind, n.value
      from row_person p join staged_row s using (line)
      cross join lateral (values ('a_number', s.a_number), ('anonymized', s.anonymized), ('subject', s.subject),
        ('booking', s.booking)) n (kind, value)
      where p.person_id > \(slice.after) and p.person_id <= \(slice.upTo) and n.value is not null
        and (p.is_new or not exists (
          select from person_identifier i
          join paradero.live_batch b on b.id = i.batch_id and b.source_id = \(source)
          where i.person_id = p.person_id and i.kind = n.kind and i.value = n.value))
      """)
  }

  /// What happened, once however many rows tell it. Of a move between two places told at both ends the arrival stays;
  /// a departure is written only while no row of the stay tells where it led.
  private func writeEvents(_ slice: Slice, batch: Int64, source: Int32) async throws(PostgresError) {
    try await session.execute(
      """
      insert into custody_event (person_id, batch_id, kind, facility_id, from_facility_id, place_text, happened_at,
        happened_on, precision, reported_at, note)
      with told as (
        select p.person_id, p.is_new, s.line, s.stay, s.reported_at, coalesce(s.at1, s.on1::timestamptz) as arrived,
          coalesce(e.at, e.on_day::timestamptz) as moment, e.*
        from row_person p join staged_row s using (line)
        cross join lateral (values
          (s.kind1, s.facility1, s.place1, s.at1, s.on1, s.precision1, s.note1),
          (s.kind2, s.facility2, s.place2, s.at2, s.on2, s.precision2, s.note2),
          (s.kind3, s.facility3, s.place3, s.at3, s.on3, s.precision3, s.note3)
        ) e (kind, facility_id, place_text, at, on_day, precision, note)
        where p.person_id > \(slice.after) and p.person_id <= \(slice.upTo) and e.kind is not null
      ), fact as (
        select t.person_id, t.is_new, t.kind, t.facility_id, null::integer as from_facility_id, t.place_text, t.at,
          t.on_day, t.precision, t.note, t.reported_at
        from told t where t.kind <> 'left'
        union all
        select t.person_id, t.is_new, 'transfer', null, t.facility_id, null, t.at, t.on_day, t.precision, t.note,
          t.reported_at
        from told t where t.kind = 'left'
          and not exists (
            select from told n where n.person_id = t.person_id and n.stay is not distinct from t.stay
              and n.kind in ('book_in', 'transfer') and n.moment > t.arrived
              and n.moment >= t.moment - interval '12 hours')
          and (t.is_new or not exists (
            select from custody_event n join paradero.live_batch b on b.id = n.batch_id and b.source_id = \(source)
            where n.person_id = t.person_id and n.kind in ('book_in', 'transfer') and n.facility_id is not null
              and n.happened_at > t.arrived and n.happened_at >= t.moment - interval '12 hours'))
      )
      select f.person_id, \(batch), f.kind, f.facility_id, f.from_facility_id, f.place_text, f.at, f.on_day,
        f.precision, max(f.reported_at), f.note
      from fact f
      where f.is_new or not exists (
        select from custody_event e join paradero.live_batch b on b.id = e.batch_id and b.source_id = \(source)
        where e.person_id = f.person_id and e.kind = f.kind
          and (e.facility_id, e.from_facility_id, e.place_text, e.happened_at, e.happened_on, e.precision)
            is not distinct from (f.facility_id, f.from_facility_id, f.place_text, f.at, f.on_day, f.precision))
      group by f.person_id, f.kind, f.facility_id, f.from_facility_id, f.place_text, f.at, f.on_day, f.precision, f.note
      order by f.person_id
      """)
  }

  /// Files the keys of new names, after the transaction that brought them.
  package func filePendingNames() async throws(PostgresError) {
    try await session.execute("select paradero.file_pending_names()")
  }

  /// Tells the planner how the tables have grown. It needs to own them; who does not, leaves it to the server.
  package func countAnew() async throws(PostgresError) {
    try await session.execute("analyze person, person_description, person_identifier, custody_event, imported_row")
  }
}
