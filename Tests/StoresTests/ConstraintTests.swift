import Postgres
import Records
import Testing

/// A rule of the schema, and a statement that breaks it. Works on facility 1, source 1, batch 1 (finished), people 1 and
/// 2, and event 1 of person 1.
struct BrokenRule {
  let rule: String
  let sql: StaticString

  init(_ rule: String, _ sql: StaticString) {
    self.rule = rule
    self.sql = sql
  }

  /// Every rule once, by theme.
  static let all = installationAndPlaces + sourcesAndBatches + people + custodyAndAttempts + matching + disclosure
}

@Suite struct `A rule of the schema` {
  @Test func `refuses what breaks it and names itself, and no value`() async throws {
    try await Fixture.run { fixture in
      let person = try await fixture.newPerson()
      _ = try await fixture.newPerson()
      try await fixture.tell(Told(.arrest, "2026-01-05"), of: person)
      for broken in BrokenRule.all {
        let error = await #expect(throws: PostgresError.self, "\(broken.rule)") {
          try await fixture.database.transaction { try await $0.runScript(TrustedScript(broken.sql)) }
        }
        #expect(error?.constraint == broken.rule, "\(broken.sql)")
      }
    }
  }

  @Test func `has a case here that breaks it`() async throws {
    try await Fixture.run { fixture in
      let tables = [
        "migration", "installation", "field_office", "field_office_area", "facility", "facility_alias",
        "facility_standard", "facility_contact", "facility_hours", "transfer_count", "source", "batch", "person",
        "person_description", "person_identifier", "custody_event", "change", "locator_attempt", "record_count",
        "learnt_weights", "protection", "suppression", "screening", "guess_count", "automatic_stop", "failed_number",
        "automatic_answer", "automatic_closing",
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
      let tested = Set(BrokenRule.all.map(\.rule))
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
