import CivilTime
import Postgres

/// Records and open searches for the pages about them: three people, two searches, a pair and a decision.
struct Following {
  let scene: StaffSite

  init(_ scene: StaffSite) { self.scene = scene }

  private static let reasons =
    #"[{"bits":14.3,"fact":"familyName","level":"soundsAlike"},{"bits":9.2,"fact":"birth","level":"exact"},{"bits":-3.1,"fact":"sex","level":"different"}]"#

  func fill() async throws {
    let owner = scene.owner
    let now = scene.now
    try await owner.execute(
      "insert into source (name, kind, trust, is_public) values ('Kern County', 'roster', 2, true), ('Hotline', 'hotline', 3, false)"
    )
    try await owner.execute(
      "insert into batch (source_id, kind, started_at, finished_at) select id, 'import', \(now), \(now) from source")
    for (batch, name, number) in [
      (1, "LOPEZ GARCIA, MARIA", "012345678"), (2, "LOPES GARCIA, MARIA", "012345678"),
      (2, "XILOJ, MATEO", "087654321"),
    ] {
      try await owner.execute(
        """
        with added as (insert into person (batch_id) values (\(batch)) returning id, batch_id), told as (
          insert into person_identifier (person_id, batch_id, kind, value) select id, batch_id, 'a_number', \(number)
          from added)
        insert into person_description
          (person_id, batch_id, full_name, birth_date, birth_year, birth_basis, sex, country, reported_at)
        select id, batch_id, \(name), '1989-04-03', 1989, 'date', 'female', 'GT', \(now.adding(seconds: -90_000)) from added
        """)
    }
    for (name, closed) in [("Maria Lopes", Timestamp?.none), ("", now.adding(seconds: -3600))] {
      try await owner.execute(
        """
        insert into open_search (name, birth_dates, country, a_number, arrest_place, opened_at, renewed_at, expires_at,
          closed_at, due_at)
        values (\(name), '{1989-03-04,1989-04-03}', 'GT', \(name.isEmpty ? "012345678" : nil), 'Eloy, Arizona',
          \(now.adding(seconds: -86_400)), \(now.adding(seconds: -1800)), \(now.adding(seconds: 7_000_000)), \(closed),
          \(now.adding(seconds: 60)))
        """)
    }
    for (person, gone) in [(1, String?.none), (3, "withdrawn")] {
      try await owner.execute(
        """
        with found as (
          insert into search_match (search_id, person_id, bits, probability, likelihood, reasons, best_bits,
            best_likelihood, found_at, gone_at, gone_because)
          values (1, \(person), 20.4, 0.97, 'possible', \(PostgresJSON(text: Self.reasons)), 20.4, 'possible',
            \(now.adding(seconds: -7200)), \(gone == nil ? nil : now), \(gone))
          returning id)
        insert into match_report (match_id, kind, bits, likelihood, reported_at)
        select id, 'new', 20.4, 'possible', \(now.adding(seconds: -7200)) from found
        """)
    }
    try await owner.execute(
      """
      insert into duplicate_proposal (person_a, person_b, bits, probability, reasons, proposed_at)
      values (1, 2, 20.4, 0.9999, \(PostgresJSON(text: Self.reasons)), \(now.adding(seconds: -600)))
      """)
    try await owner.execute(
      """
      insert into pair_decision (person_a, person_b, is_same, why, decided_by, decided_at)
      select 1, 3, false, 'Another birth date', id, \(now.adding(seconds: -300)) from account order by id limit 1
      """)
  }
}
