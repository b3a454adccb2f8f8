package import Postgres

/// The second step: which rows speak of the same person, and of whom that the source spoke of before.
///
/// Only within one source; people of different sources are for matching to compare. Two rows are one person
/// 1. when they share a number of a kind (A-number, anonymized, subject or booking number), through others too;
/// 2. when they share the name and the exact birth date, and no A-number, subject number, sex or country differs;
/// 3. without a birth date, when they share the name, the day of booking and the place, under the same condition.
/// A row that shares a number, but no word of the name, with a birth more than a year away, is another person all the
/// same: a number was mistyped. When a rule finds several people that were known before, the row becomes a new person.
extension ImportStore {
  /// Sorts the fresh rows into people. Returns how many people are new and how many were known.
  package func identify(source: Int32) async throws(PostgresError) -> (new: Int, known: Int) {
    try await gatherNumbers()
    try await group()
    try await partContradictions()
    try await recogniseByNumber(source: source)
    try await recogniseByName(source: source)
    return try await assign()
  }

  /// Lines whose number belongs to somebody else by name and birth.
  package func contradictingLines(limit: Int = 10_000) async throws(PostgresError) -> [Int] {
    try await session.rows("select line from contradiction order by line limit \(limit)").map {
      (row) throws(PostgresError) in try row.decode(Int.self)
    }
  }

  private func gatherNumbers() async throws(PostgresError) {
    try await session.execute(
      """
      insert into staged_number (line, kind, value)
      select f.line, n.kind, n.value from fresh_row f join staged_row s using (line)
      cross join lateral (values ('a_number', s.a_number), ('anonymized', s.anonymized), ('subject', s.subject),
        ('booking', s.booking)) n (kind, value)
      where n.value is not null
      """)
    try await session.execute(
      """
      insert into staged_number (line, kind, value)
      select f.line, 'name', s.name_key::text from fresh_row f join staged_row s using (line)
      where s.name_key in (
        select s.name_key from fresh_row f join staged_row s using (line)
        where s.name_key in (
          select s.name_key from fresh_row f join staged_row s using (line)
          where s.name_key is not null group by s.name_key having count(*) > 1)
        group by s.name_key
        having count(distinct s.a_number) <= 1 and count(distinct s.subject) <= 1 and count(distinct s.sex) <= 1
          and count(distinct s.country) <= 1)
      """)
    try await session.execute("analyze staged_number")
  }

  /// Rows that share a number get the lowest line among them, again and again until none changes.
  private func group() async throws(PostgresError) {
    let shared = try await session.execute(
      """
      insert into row_group (line, grp)
      select distinct n.line, n.line from staged_number n
      join (select kind, value from staged_number group by kind, value having count(*) > 1) m using (kind, value)
      """)
    guard shared > 0 else { return }
    try await session.execute("analyze row_group")
    var changed = 1
    while changed > 0 {
      changed = try await session.execute(
        """
        update row_group g set grp = m.grp from (
          select n.line, min(k.grp) as grp from staged_number n join (
            select n.kind, n.value, min(g.grp) as grp from staged_number n join row_group g using (line)
            group by n.kind, n.value) k using (kind, value)
          group by n.line) m
        where m.line = g.line and m.grp < g.grp
        """)
    }
  }

  /// A row that has its number from somebody else becomes a person of its own, with the rows that say the same.
  private func partContradictions() async throws(PostgresError) {
    try await session.execute(
      "create temporary table contradiction (line bigint not null, grp bigint not null) on commit drop")
    let found = try await session.execute(
      """
      insert into contradiction (line, grp)
      with named as (
        select g.line, g.grp, s.birth_year, search_name(s.full_name) as name
        from row_group g join staged_row s using (line) where s.full_name is not null and s.birth_year is not null
      ), first as (
        select distinct on (grp) grp, name, birth_year from named order by grp, line
      )
      select n.line, min(n.line) over (partition by n.grp, n.name, n.birth_year)
      from named n join first f using (grp)
      where abs(n.birth_year - f.birth_year) > 1
        and not string_to_array(n.name, ' ') && string_to_array(f.name, ' ')
      """)
    guard found > 0 else { return }
    try await session.execute("update row_group g set grp = c.grp from contradiction c where c.line = g.line")
  }

  private func recogniseByNumber(source: Int32) async throws(PostgresError) {
    try await session.execute(
      """
      insert into group_person (grp, person_id)
      select distinct on (c.grp) c.grp, c.person_id
      from (
        select coalesce(g.grp, n.line) as grp, n.line, i.person_id,
          array_position('{a_number,anonymized,subject,booking}', n.kind) as rank
        from staged_number n
        left join row_group g using (line)
        join person_identifier i on i.value = n.value and i.kind = n.kind
        join paradero.live_batch b on b.id = i.batch_id and b.source_id = \(source)
      ) c
      join staged_row s using (line)
      where s.full_name is null or s.birth_year is null
        or not exists (
          select from person_description d where d.person_id = c.person_id and d.birth_year is not null)
        or exists (
          select from person_description d where d.person_id = c.person_id
            and (abs(d.birth_year - s.birth_year) <= 1
              or string_to_array(d.search_name, ' ') && string_to_array(search_name(s.full_name), ' ')))
      order by c.grp, c.rank, c.person_id
      """)
  }

  private func recogniseByName(source: Int32) async throws(PostgresError) {
    let isKnown = try await session.first(
      """
      select 1 from person_description d join paradero.live_batch b on b.id = d.batch_id and b.source_id = \(source)
      limit 1
      """)
    guard isKnown != nil else { return }
    try await session.execute(
      """
      insert into group_person (grp, person_id)
      with unknown as materialized (
        select coalesce(g.grp, f.line) as grp, search_name(s.full_name) as name, s.birth_date, s.sex, s.country,
          s.a_number, s.subject,
          case when s.birth_date is null then coalesce(e.at::date, e.on_day) end as booked_on, e.facility_id, e.place
        from fresh_row f join staged_row s using (line) left join row_group g using (line)
        left join lateral (
          select v.at, v.on_day, v.facility_id, v.place
          from (values (s.kind1, s.at1, s.on1, s.facility1, s.place1), (s.kind2, s.at2, s.on2, s.facility2, s.place2))
            v (kind, at, on_day, facility_id, place)
          where v.kind = 'book_in') e on true
        where s.full_name is not null
          and not exists (select from group_person p where p.grp = coalesce(g.grp, f.line))
      ), candidate as (
        select u.grp, d.person_id from unknown u
        join person_description d on d.search_name = u.name and d.birth_date = u.birth_date
        join paradero.live_batch b on b.id = d.batch_id and b.source_id = \(source)
        where coalesce(d.sex = u.sex, true) and coalesce(d.country = u.country, true)
          and not exists (
            select from person_identifier i where i.person_id = d.person_id
              and ((i.kind = 'a_number' and i.value <> u.a_number) or (i.kind = 'subject' and i.value <> u.subject)))
        union
        select u.grp, d.person_id from unknown u
        join person_description d on d.search_name = u.name and d.birth_date is null
        join paradero.live_batch b on b.id = d.batch_id and b.source_id = \(source)
        join custody_event e on e.person_id = d.person_id and e.kind = 'book_in'
          and coalesce(e.happened_at::date, e.happened_on) = u.booked_on
          and (e.facility_id = u.facility_id or e.place_text = u.place)
        where u.booked_on is not null
          and coalesce(d.sex = u.sex, true) and coalesce(d.country = u.country, true)
          and not exists (
            select from person_identifier i where i.person_id = d.person_id
              and ((i.kind = 'a_number' and i.value <> u.a_number) or (i.kind = 'subject' and i.value <> u.subject)))
      )
      select grp, person_id from (
        select grp, person_id, count(*) over (partition by grp) as people, count(*) over (partition by person_id) as groups
        from candidate) c
      where people = 1 and groups = 1
      """)
  }

  private func assign() async throws(PostgresError) -> (new: Int, known: Int) {
    try await session.execute("analyze group_person")
    let new = try await session.execute(
      """
      insert into new_person (grp, person_id)
      select grp, nextval('person_id_seq') from (
        select distinct coalesce(g.grp, f.line) as grp from fresh_row f left join row_group g using (line) order by 1
      ) f
      where not exists (select from group_person p where p.grp = f.grp)
      """)
    try await session.execute("analyze new_person")
    try await session.execute(
      """
      insert into row_person (line, person_id, is_new)
      select f.line, coalesce(p.person_id, n.person_id), p.person_id is null
      from fresh_row f left join row_group g using (line)
      left join group_person p on p.grp = coalesce(g.grp, f.line)
      left join new_person n on n.grp = coalesce(g.grp, f.line)
      """)
    try await session.execute("create index on row_person (person_id)")
    try await session.execute("analyze row_person")
    let known =
      try await session.first("select count(distinct person_id) from row_person where not is_new")?
      .decode(Int.self) ?? 0
    return (new, known)
  }
}
