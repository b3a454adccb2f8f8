package import Postgres
package import Records

/// Lists of places, for those who look for one.
extension FacilityStore {
  /// Facilities by code, name, alias or city in a state, as people write them, the best first; with how many there
  /// are in all. Without any text: all of the state, by name.
  package func find(
    _ text: String, state: String?, limit: Int
  ) async throws(PostgresError) -> (facilities: [Facility], total: Int) {
    var found: [Facility] = []
    for row in try await session.rows(
      """
      select \(fragment: Self.columns)
      from (select search_name(\(text)) as text, upper(btrim(\(text))) as code) q
      cross join facility f
      left join lateral (select string_agg(a.search_name, ' ') as names, bool_or(a.search_name = q.text) as is_exact
        from facility_alias a where a.facility_id = f.id) a on true
      cross join lateral (select case when q.text <> '' then greatest(
        case when f.code = q.code then 3 end,
        case when a.is_exact then 2.5 end,
        case when f.search_name = q.text then 2 end,
        case when search_name(f.city) = q.text then 1.5 end,
        word_similarity(q.text, concat_ws(' ', f.search_name, a.names, search_name(f.city), lower(f.state)))
      ) when \(state)::text is not null then 1 end as score) s
      where s.score >= 0.6 and (\(state)::text is null or f.state = \(state)::text)
      order by s.score desc, similarity(q.text, f.search_name) desc, f.name, f.code
      """)
    {
      found.append(try Self.facility(row))
    }
    // There are some hundreds of places in all, so the rest is counted by reading it.
    return (Array(found.prefix(limit)), found.count)
  }

  /// How many facilities each state has, by its letters.
  package func countsByState() async throws(PostgresError) -> [(state: String, facilities: Int)] {
    var counts: [(state: String, facilities: Int)] = []
    for row in try await session.rows(
      "select state, count(*) from facility where state is not null group by state order by state")
    {
      let (state, count) = try row.decode(String.self, Int64.self)
      counts.append((state, Int(count)))
    }
    return counts
  }

  /// Every field office with the area it answers for, by name.
  package func fieldOffices() async throws(PostgresError) -> [(office: FieldOffice, area: String?)] {
    var offices: [(office: FieldOffice, area: String?)] = []
    for row in try await session.rows(
      "select id, name, address, city, state, zip, phone, email, area from field_office order by name")
    {
      let (id, name, address, city, state, zip, phone, email, area) = try row.decode(
        Int32.self, String.self, String?.self, String?.self, String?.self, String?.self, String?.self, String?.self,
        String?.self)
      let office = FieldOffice(
        id: id, name: name, address: address, city: city, state: state, zip: zip, phone: phone, email: email)
      offices.append((office, area))
    }
    return offices
  }
}
