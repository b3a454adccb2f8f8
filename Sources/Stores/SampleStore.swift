package import Postgres

/// Writes invented people, and reads the places that they are said to have been in.
package struct SampleStore: Sendable {
  private let database: Database

  package init(_ database: Database) { self.database = database }

  /// How A-numbers are written.
  package var numbers: NumberBoundary { database.numbers }

  /// `demo`, `production` or `test`; nil before the first migration.
  package func installationKind() async throws -> String? {
    try await database.first("select kind from installation")?.decode(String.self)
  }

  package struct Place: Sendable {
    package let id: Int32
    package let code: String
    package let isHoldRoom: Bool
    package let city: String?
    package let state: String?

    package init(id: Int32, code: String, isHoldRoom: Bool, city: String?, state: String?) {
      (self.id, self.code, self.isHoldRoom, self.city, self.state) = (id, code, isHoldRoom, city, state)
    }
  }

  package func places() async throws -> [Place] {
    try await database.rows(
      "select id, code, kind = 'hold_room', city, state from facility order by code"
    ).map {
      let (id, code, isHoldRoom, city, state) = try $0.decode(
        Int32.self, String.self, Bool.self, String?.self, String?.self)
      return Place(id: id, code: code, isHoldRoom: isHoldRoom, city: city, state: state)
    }
  }

  /// How often people were moved from one place to another; moves within a place are left out.
  package func transfers() async throws -> [(from: Int32, to: Int32, count: Int)] {
    try await database.rows(
      """
      select t.from_facility_id, t.to_facility_id, sum(t.transfers)::bigint
      from transfer_count t join facility f on f.id = t.from_facility_id join facility g on g.id = t.to_facility_id
      where f.id <> g.id group by f.code, g.code, 1, 2 order by f.code, g.code
      """
    ).map {
      let (from, to, count) = try $0.decode(Int32.self, Int32.self, Int.self)
      return (from, to, count)
    }
  }

  /// Opens a batch of invented people and sets numbers for them aside; returns the batch and the first number.
  package func open(label: String, people: Int) async throws -> (batch: Int64, firstPerson: Int64) {
    try await database.transaction { transaction in
      try await transaction.execute(
        """
        insert into source (name, kind, trust, is_public, who)
        values ('Invented people', 'sample', 3, true, 'nobody: every name and date is made up')
        on conflict (name) do nothing
        """)
      let batch = try await transaction.rows(
        """
        insert into batch (source_id, kind, label)
        select id, 'sample', \(label) from source where name = 'Invented people' returning id
        """
      ).first?.decode(Int64.self)
      // Nobody else takes a number between reading the last one and setting the next.
      try await transaction.execute("lock table person in exclusive mode")
      let first = try await transaction.first("select nextval('person_id_seq')")?.decode(Int64.self)
      guard let batch, let first else { return (0, 0) }
      try await transaction.execute("select setval('person_id_seq', \(first + Int64(people)))")
      return (batch, first)
    }
  }

  /// The rows of some people in COPY's text form, for four tables.
  package struct Rows: Sendable {
    package var people: [UInt8] = []
    package var descriptions: [UInt8] = []
    package var identifiers: [UInt8] = []
    package var events: [UInt8] = []
    package init() {}
  }

  /// Adds the rows in one transaction.
  package func copy(_ rows: Rows) async throws {
    try await database.transaction { transaction in
      _ = try await transaction.copyIn("copy person (id, batch_id, is_sample) from stdin") {
        try await $0.write(rows.people)
      }
      _ = try await transaction.copyIn(
        """
        copy person_description (person_id, batch_id, full_name, given_names, family_names, birth_date, birth_year,
          birth_basis, sex, country, reported_at) from stdin
        """
      ) { try await $0.write(rows.descriptions) }
      _ = try await transaction.copyIn("copy person_identifier (person_id, batch_id, kind, value) from stdin") {
        try await $0.write(rows.identifiers)
      }
      _ = try await transaction.copyIn(
        """
        copy custody_event (person_id, batch_id, kind, facility_id, from_facility_id, place_text, happened_at,
          happened_on, precision, reported_at) from stdin
        """
      ) { try await $0.write(rows.events) }
    }
  }

  /// Makes the batch count: from now on its people are found.
  package func finish(batch: Int64, people: Int) async throws {
    try await database.transaction { transaction in
      try await transaction.execute(
        """
        update batch set finished_at = now(), rows_read = \(people), rows_accepted = \(people),
          newest_report_at = paradero.newest_report(id)
        where id = \(batch)
        """)
      try await transaction.execute("select paradero.append_change('batch', \(batch))")
    }
    try await database.execute("analyze person, person_description, person_identifier, custody_event")
  }

  /// Takes a batch back that was not finished.
  package func abandon(batch: Int64) async throws {
    try await database.execute(
      """
      update batch set withdrawn_at = now(), withdrawn_reason = 'making invented people was broken off'
      where id = \(batch) and finished_at is null
      """)
  }
}
