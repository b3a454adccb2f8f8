import Postgres
import Records
import Services
import Stores
import Testing

@Suite struct `Invented requests` {
  @Test func `fill the sample attorney's pages once, and say that they are invented`() async throws {
    try await StaffSite.with("demo") { scene in
      try await scene.owner.runScript(
        """
        insert into facility (code, name, kind, address, city, state, time_zone, time_zone_basis, origin)
        values ('LOSHOLD', 'Los Angeles Hold Room', 'hold_room', '300 N. Los Angeles Street', 'Los Angeles', 'CA',
          'America/Los_Angeles', 'hand', 'test');
        insert into office (name, is_sample) values ('Sample Office', true);
        insert into account (name, role, office_id, is_sample)
          values ('sample-attorney', 'attorney', (select max(id) from office), true);
        """)
      let samples = SampleVisits(scene.visitDatabase, judge: DoorClock())
      let made = try await samples.make(now: scene.now)
      // Only one of the places is there.
      #expect(made.requests == 12 && made.placeDays == 11)
      let again = try await samples.make(now: scene.now)
      #expect(again.requests == 0 && again.placeDays == 0)
      #expect(
        try await scene.count("select count(*) from visit_request where client_name not like '% (invented)'") == 0)
      #expect(try await scene.count("select count(distinct state) from visit_status") >= 7)
      #expect(try await scene.count("select count(*) from place_event where not is_sample") == 0)
      #expect(try await scene.count("select count(distinct standing) from place_day where events > 0") == 4)
      var browser = try await scene.browser("sample-attorney", .attorney)
      await browser.get("/en/staff/visits")
      #expect(browser.page.contains("Wilmer Paz Ucles (invented)"))
    }
  }

  @Test func `never enter an installation for real records`() async throws {
    try await StaffSite.with("production") { scene in
      await #expect(throws: SampleFault.production) {
        try await SampleVisits(scene.visitDatabase, judge: DoorClock()).make(now: scene.now)
      }
    }
  }
}
