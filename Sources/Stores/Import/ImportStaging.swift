package import Postgres

/// The first step: a file's rows in a temporary table, as they were read.
extension ImportStore {
  /// Makes the temporary tables of an import; they go with the transaction.
  package func prepare() async throws(PostgresError) {
    // Whole files are sorted and joined here, by few statements: memory for that, and no compiler for each of them.
    try await session.execute("set local work_mem = '64MB'")
    try await session.execute("set local jit = off")
    try await session.execute("set local statement_timeout = 0")
    try await session.execute("set local idle_in_transaction_session_timeout = 0")
    try await session.execute(
      """
      create temporary table staged_row (
        line bigint not null, key uuid not null, full_name text, given_names text, family_names text,
        other_names text[], birth_date date, birth_year smallint, birth_basis text, sex text, country text,
        a_number text, booking text, subject text, anonymized text, reported_at timestamptz not null, stay text,
        name_key uuid, plain_key uuid,
        kind1 text, facility1 integer, place1 text, at1 timestamptz, on1 date, precision1 text, note1 text,
        kind2 text, facility2 integer, place2 text, at2 timestamptz, on2 date, precision2 text, note2 text,
        kind3 text, facility3 integer, place3 text, at3 timestamptz, on3 date, precision3 text, note3 text
      ) on commit drop
      """)
    try await session.execute("create temporary table fresh_row (line bigint not null, key uuid) on commit drop")
    try await session.execute(
      "create temporary table staged_number (line bigint not null, kind text, value text) on commit drop")
    try await session.execute(
      "create temporary table row_group (line bigint primary key, grp bigint not null) on commit drop")
    try await session.execute(
      "create temporary table group_person (grp bigint primary key, person_id bigint not null) on commit drop")
    try await session.execute(
      "create temporary table new_person (grp bigint not null, person_id bigint not null) on commit drop")
    try await session.execute(
      """
      create temporary table row_person (line bigint not null, person_id bigint not null, is_new boolean not null)
      on commit drop
      """)
  }

  /// Streams rows into the staging table; the closure hands them over piece by piece.
  package func stage(_ body: (CopyWriter) async throws -> Void) async throws -> Int {
    try await session.copyIn("copy staged_row from stdin", body)
  }

  /// The A-numbers of the rows as they are written, in order, after one of them.
  package func stagedNumbers(after last: String, limit: Int) async throws(PostgresError) -> [String] {
    try await session.rows(
      "select distinct a_number from staged_row where a_number > \(last) order by a_number limit \(limit)"
    ).map { (row) throws(PostgresError) in try row.decode(String.self) }
  }

  /// Leaves out rows that say the same as another row of the file, or of an earlier file of the source; counts the rest.
  package func keepFresh(source: Int32) async throws(PostgresError) -> Int {
    try await session.execute("create index on staged_row (line)")
    try await session.execute("analyze staged_row")
    let fresh = try await session.execute(
      """
      insert into fresh_row (line, key)
      select s.line, s.key from (select min(line) as line, key, plain_key from staged_row group by key, plain_key) s
      where not exists (select from imported_row i where i.source_id = \(source) and i.key in (s.key, s.plain_key))
      """)
    try await session.execute("analyze fresh_row")
    return fresh
  }
}
