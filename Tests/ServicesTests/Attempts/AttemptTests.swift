internal import CivilTime
internal import Postgres
internal import Records
internal import Services
internal import TestKit
internal import Testing
internal import Vault

@Suite struct `A look elsewhere` {
  /// A form that is right; each test changes what it is about.
  static let good: [AttemptField: String] = [
    .locator: "official_locator", .result: "no_match", .firstName: "José Luis", .lastName: "GARCIA LOPEZ",
    .aNumber: "A 123-456-789", .country: "México", .birth: "1989", .nextCheck: "24",
  ]

  private func log(
    _ changes: [AttemptField: String], _ scene: AccountScene
  ) async throws -> Result<LocatorAttempt, AttemptFaults> {
    let entry = try #require(try await scene.signedIn("maria"))
    return try await AttemptService(scene.staff).log(
      AttemptInput(Self.good.merging(changes) { $1 }), by: entry.staff, now: scene.now)
  }

  @Test func `is noted with who, when, what was typed and what came of it`() async throws {
    try await AccountScene.with { scene in
      _ = try await log([:], scene).get()
      let entry = try #require(try await scene.signedIn("maria"))
      let listed = try await AttemptService(scene.staff).recent(by: entry.staff)
      let attempt = try #require(listed.first).attempt
      #expect(listed.count == 1)
      #expect(
        attempt
          == LocatorAttempt(
            locator: .official, personID: nil, triedAt: scene.now,
            inputs: LocatorInputs(
              firstName: "José Luis", lastName: "GARCIA LOPEZ", aNumber: "123456789", country: "MX", birth: "1989"),
            result: .noMatch, facilityText: nil, who: "maria", nextCheckAt: scene.now.adding(seconds: 86_400)))
    }
  }

  static let faults: [(changes: [AttemptField: String], field: AttemptField, fault: AttemptFault)] = [
    ([.locator: ""], .locator, .notChosen), ([.locator: "google"], .locator, .notChosen),
    ([.result: "maybe"], .result, .notChosen), ([.nextCheck: "5"], .nextCheck, .notChosen),
    ([.aNumber: "12"], .aNumber, .notAnANumber), ([.country: "Atlantis"], .country, .unknownCountry),
    ([.firstName: "", .lastName: "", .aNumber: ""], .firstName, .nothingLookedFor),
    ([.place: "Eloy"], .place, .placeWithoutFinding),
    (
      [.detail: String(repeating: "x", count: 129)], .detail,
      .tooLong(limit: 128)
    ),
    ([.day: "20.11.2026", .time: "10:00", .zone: "America/New_York"], .day, .notADay),
    ([.day: "2026-11-20", .time: "25:00", .zone: "America/New_York"], .time, .notATime),
    ([.day: "2026-11-20", .zone: "America/New_York"], .time, .notATime),
    ([.day: "2026-11-20", .time: "10:00", .zone: "Mars/Base"], .zone, .notChosen),
    ([.day: "2026-12-20", .time: "10:00", .zone: "America/New_York"], .day, .inFuture),
    ([.day: "2024-12-20", .time: "10:00", .zone: "America/New_York"], .day, .tooLongAgo),
    // Clocks went forward at two that night.
    ([.day: "2026-03-08", .time: "02:30", .zone: "America/New_York"], .time, .notATime),
    ([.person: "9999999"], .person, .noSuchPerson), ([.person: "x"], .person, .noSuchPerson),
  ]

  @Test(arguments: faults.indices) func `is refused when the form does not add up`(_ index: Int) async throws {
    let (changes, field, fault) = Self.faults[index]
    try await AccountScene.with { scene in
      let result = try await log(changes, scene)
      guard case .failure(let faults) = result else {
        Issue.record("it was taken")
        return
      }
      #expect(faults.byField == [field: fault])
      let rows = try await scene.owner.rows("select id from locator_attempt")
      #expect(rows.isEmpty)
    }
  }

  static let times: [(day: String, time: String, zone: String, utc: Double)] = [
    // Hours before `now`, which is 2026-11-21 00:00 UTC.
    ("2026-11-20", "14:05", "America/New_York", -4 - 55.0 / 60),
    ("2026-11-20", "2:05 p.m.", "America/Chicago", -3 - 55.0 / 60),
    ("2026-11-20", "9am", "America/Los_Angeles", -7), ("", "11:00", "America/Denver", -6),
    // It struck half past one twice; the earlier counts.
    ("2026-11-01", "1:30 am", "America/New_York", -(19 * 24) - 18.5),
  ]

  @Test(arguments: times.indices) func `has the time that the wall showed`(_ index: Int) async throws {
    let (day, time, zone, hours) = Self.times[index]
    try await AccountScene.with { scene in
      let attempt = try await log([.day: day, .time: time, .zone: zone], scene).get()
      #expect(attempt.triedAt == scene.now.adding(seconds: hours * 3600))
    }
  }

  @Test func `is tied to a record here, and names a place only when somebody was found`() async throws {
    try await AccountScene.with { scene in
      try await scene.owner.execute("insert into source (name, kind, trust) values ('roster', 'roster', 2)")
      try await scene.owner.execute("insert into batch (source_id, kind) select id, 'import' from source")
      try await scene.owner.execute("insert into person (batch_id) select id from batch")
      let id = try #require(try await scene.owner.first("select id from person")).decode(Int64.self)
      let attempt = try await log([.person: "\(id)", .result: "found", .place: "Eloy"], scene).get()
      #expect(attempt.personID == id)
      #expect(attempt.facilityText == "Eloy")
    }
  }

  @Test func `is not for operators to write or read`() async throws {
    try await AccountScene.with { scene in
      let entry = try #require(try await scene.signedIn("omar", .operator))
      let service = AttemptService(scene.staff)
      await #expect(throws: NotAllowed.self) {
        try await service.log(AttemptInput(Self.good), by: entry.staff, now: scene.now)
      }
      await #expect(throws: NotAllowed.self) { try await service.recent(by: entry.staff) }
    }
  }

  @Test func `stays as it was noted`() async throws {
    try await AccountScene.with { scene in
      _ = try await log([:], scene).get()
      for statement: PostgresQuery in ["update locator_attempt set result = 'found'", "delete from locator_attempt"] {
        let error = await #expect(throws: PostgresError.self) { try await scene.staff.execute(statement) }
        #expect(error?.code == .insufficientPrivilege)
      }
    }
  }
}
