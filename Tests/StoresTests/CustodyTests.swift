import CivilTime
import Postgres
import Records
import Stores
import Testing

@Suite struct `Current custody` {
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let told: [Told]
    let status: CustodyStatus
    let at: String?
    let contradicted: Bool

    init(_ description: String, _ told: [Told], _ status: CustodyStatus, at: String?, contradicted: Bool = false) {
      testDescription = description
      self.told = told
      self.status = status
      self.at = at
      self.contradicted = contradicted
    }
  }

  static let cases: [Case] = [
    Case("an arrest, and no place yet", [Told(.arrest, "2026-01-05")], .inCustody, at: nil),
    Case(
      "a book-in known to the day comes after the arrest of that day",
      [Told(.arrest, "2026-01-05 20:00"), Told(.bookIn, "2026-01-05", at: "HOLD")], .inCustody, at: "HOLD"),
    Case(
      "an arrest on the day after a release known to the minute",
      [Told(.release, "2026-01-05 15:00", at: "AAA"), Told(.arrest, "2026-01-05 15:30")], .inCustody, at: nil),
    Case(
      "a transfer written at both ends with different minutes",
      [
        Told(.bookIn, "2026-01-05 10:00", at: "HOLD"), Told(.bookIn, "2026-01-05 18:55", at: "BBB"),
        Told(.transfer, "2026-01-05 19:05", at: "BBB", from: "HOLD"),
      ], .inCustody, at: "BBB"),
    Case(
      "an arrival written before the departure that led to it",
      [
        Told(.bookIn, "2026-01-05 08:00", at: "AAA"), Told(.bookIn, "2026-01-05 18:00", at: "BBB"),
        Told(.transfer, "2026-01-05 18:05", from: "AAA"),
      ], .inCustody, at: "BBB"),
    Case(
      "left the last place for one that is not known",
      [
        Told(.bookIn, "2026-01-05 08:00", at: "HOLD"), Told(.bookIn, "2026-01-05 10:00", at: "AAA"),
        Told(.transfer, "2026-01-05 18:00", from: "AAA"),
      ], .moved, at: nil),
    Case(
      "booked out before being booked in",
      [Told(.release, "2026-01-04 23:00", at: "AAA"), Told(.bookIn, "2026-01-05 10:00", at: "AAA")], .inCustody,
      at: "AAA", contradicted: true),
    Case(
      "seen after a release",
      [
        Told(.bookIn, "2026-01-02", at: "AAA"), Told(.release, "2026-01-05", at: "AAA"),
        Told(.sighting, "2026-01-07", at: "BBB"),
      ], .inCustody, at: "BBB", contradicted: true),
    Case(
      "seen twice after a release: still contradicted",
      [
        Told(.release, "2026-01-05", at: "AAA"), Told(.sighting, "2026-01-07", at: "BBB"),
        Told(.sighting, "2026-01-09", at: "BBB"),
      ], .inCustody, at: "BBB", contradicted: true),
    Case(
      "booked in again after a release",
      [
        Told(.bookIn, "2026-01-02", at: "AAA"), Told(.release, "2026-01-05", at: "AAA"),
        Told(.bookIn, "2026-01-09", at: "BBB"),
      ], .inCustody, at: "BBB"),
    Case(
      "an old contradiction before a new book-in",
      [
        Told(.release, "2026-01-05", at: "AAA"), Told(.sighting, "2026-01-07", at: "BBB"),
        Told(.bookIn, "2026-01-09", at: "AAA"),
      ], .inCustody, at: "AAA"),
    Case(
      "released on the day of the book-in, known to the day",
      [Told(.bookIn, "2026-01-05 15:00", at: "AAA"), Told(.release, "2026-01-05", at: "AAA")], .released, at: "AAA"),
    Case(
      "booked in and released in one day, both known to the day",
      [Told(.release, "2026-01-05", at: "AAA"), Told(.bookIn, "2026-01-05", at: "AAA")], .released, at: "AAA"),
    Case(
      "seen on the day of a transfer: the transfer is later",
      [Told(.transfer, "2026-01-05 18:00", at: "BBB", from: "AAA"), Told(.sighting, "2026-01-05", at: "AAA")],
      .inCustody, at: "BBB"),
    Case(
      "seen in two places on one day",
      [Told(.sighting, "2026-01-05", at: "AAA"), Told(.sighting, "2026-01-05", at: "BBB")], .inCustody, at: "BBB",
      contradicted: true),
    Case(
      "seen in two places a week apart",
      [Told(.sighting, "2026-01-05", at: "AAA"), Told(.sighting, "2026-01-12", at: "BBB")], .inCustody, at: "BBB"),
    Case(
      "known to the month",
      [Told(.bookIn, "2026-01", at: "AAA"), Told(.release, "2026-01-10", at: "AAA")], .released, at: "AAA"),
    Case(
      "released some day of the month",
      [Told(.bookIn, "2026-01-20", at: "AAA"), Told(.release, "2026-01", at: "AAA")], .released, at: "AAA"),
    Case(
      "a roster without a date counts from the day it was made",
      [
        Told(.bookIn, "2026-01-05", at: "HOLD"),
        Told(.sighting, "", at: "AAA", reported: "2026-01-20 12:00"),
      ], .inCustody, at: "AAA"),
    Case(
      "nobody is released because no list names them any more", [Told(.bookIn, "2019-03-01", at: "AAA")], .inCustody,
      at: "AAA"),
    Case(
      "in hospital",
      [Told(.bookIn, "2026-01-05", at: "AAA"), Told(.hospital, "2026-01-08")], .hospital, at: nil),
    Case(
      "back from hospital",
      [
        Told(.bookIn, "2026-01-05", at: "AAA"), Told(.hospital, "2026-01-08"),
        Told(.bookIn, "2026-01-10", at: "AAA"),
      ], .inCustody, at: "AAA"),
    Case(
      "a court hearing moves nobody",
      [Told(.bookIn, "2026-01-05", at: "AAA"), Told(.court, "2026-01-08 14:00", at: "BBB")], .inCustody, at: "AAA"),
    Case(
      "a court hearing after a release",
      [Told(.release, "2026-01-05", at: "AAA"), Told(.court, "2026-01-08 14:00")], .released, at: "AAA"),
    Case("removed", [Told(.bookIn, "2026-01-05", at: "AAA"), Told(.removal, "2026-01-09")], .removed, at: nil),
    Case("left by themselves", [Told(.departure, "2026-01-09")], .departed, at: nil),
    Case(
      "released, then removed",
      [Told(.release, "2026-01-05", at: "AAA"), Told(.removal, "2026-01-09")], .removed, at: nil),
    Case(
      "removed, then released",
      [Told(.removal, "2026-01-05"), Told(.release, "2026-01-09", at: "AAA")], .released, at: "AAA",
      contradicted: true),
    Case("died", [Told(.bookIn, "2026-01-05", at: "AAA"), Told(.death, "2026-01-09", at: "AAA")], .died, at: "AAA"),
    Case(
      "seen after a death",
      [Told(.death, "2026-01-05", at: "AAA"), Told(.sighting, "2026-01-09", at: "AAA")], .inCustody, at: "AAA",
      contradicted: true),
    Case(
      "a day ends by the facility's clock: 6 January 04:00 in Greenwich is still the 5th in Los Angeles",
      [Told(.sighting, "2026-01-06 04:00", at: "LAX"), Told(.release, "2026-01-05", at: "LAX")], .released, at: "LAX"),
    Case(
      "and the 6th in Los Angeles is after it",
      [Told(.release, "2026-01-05", at: "LAX"), Told(.bookIn, "2026-01-06 09:00", at: "BBB")], .inCustody, at: "BBB"),
  ]

  @Test func `follows from what was told, in whatever order it was told`() async throws {
    try await Fixture.run { fixture in
      for example in Self.cases {
        for told in [example.told, example.told.reversed()] {
          // Two equal sightings have no order of their own: the one told last wins.
          if example.testDescription.contains("two places on one day"), told[0].at != example.told[0].at { continue }
          let custody = try await fixture.custody(after: told)
          #expect(custody?.status == example.status, "\(example.testDescription)")
          #expect(custody?.facilityID == example.at.flatMap { fixture.places[$0] }, "\(example.testDescription)")
          #expect(custody?.isContradicted == example.contradicted, "\(example.testDescription)")
        }
      }
    }
  }

  @Test func `names the last known place when the newest event names none`() async throws {
    try await Fixture.run { fixture in
      let custody = try await fixture.custody(after: [
        Told(.bookIn, "2026-01-05", at: "AAA"), Told(.transfer, "2026-01-07 10:00", from: "AAA"),
      ])
      #expect(custody?.status == .moved)
      #expect(custody?.lastFacilityID == fixture.places["AAA"])
      #expect(custody?.zone?.identifier == "America/New_York")
    }
  }

  @Test func `follows a correction, and the correction of a correction`() async throws {
    try await Fixture.run { fixture in
      let person = try await fixture.newPerson()
      let wrong = try await fixture.tell(Told(.bookIn, "2026-01-09", at: "AAA"), of: person)
      let better = try await fixture.tell(Told(.bookIn, "2026-01-05", at: "BBB"), of: person, corrects: wrong)
      #expect(try await fixture.custody(after: [], of: person)?.facilityID == fixture.places["BBB"])
      try await fixture.tell(Told(.bookIn, "2026-01-05", at: "HOLD"), of: person, corrects: better)
      #expect(try await fixture.custody(after: [], of: person)?.facilityID == fixture.places["HOLD"])
    }
  }

  @Test func `forgets a retracted event and keeps its row`() async throws {
    try await Fixture.run { fixture in
      let person = try await fixture.newPerson()
      try await fixture.tell(Told(.bookIn, "2026-01-05", at: "AAA"), of: person)
      let release = try await fixture.tell(Told(.release, "2026-01-09", at: "AAA"), of: person)
      try await fixture.tell(Told(.retraction, ""), of: person, corrects: release)
      #expect(try await fixture.custody(after: [], of: person)?.status == .inCustody)
      let rows = try await fixture.database.first("select count(*) from custody_event where person_id = \(person)")
      #expect(try rows?.decode(Int.self) == 3)
    }
  }

  @Test func `shows nothing of a batch that is not finished or was withdrawn, from one moment to the next`()
    async throws
  {
    try await Fixture.run { fixture in
      let batches = BatchStore(fixture.database)
      let person = try await fixture.newPerson()
      let first = try await fixture.tell(Told(.bookIn, "2026-01-05", at: "AAA"), of: person)
      let other = try await batches.start(source: fixture.source, kind: .import)
      try await fixture.tell(Told(.bookIn, "2026-01-04", at: "BBB"), of: person, batch: other, corrects: first)
      try await fixture.tell(Told(.release, "2026-01-09", at: "BBB"), of: person, batch: other)
      func now() async throws -> CurrentCustody? { try await fixture.custody(after: [], of: person) }

      #expect(try await now()?.facilityID == fixture.places["AAA"])
      #expect(try await batches.finish(other, counts: BatchCounts(read: 2, accepted: 2)))
      #expect(try await now()?.status == .released)
      #expect(try await batches.withdraw(other, because: "sent by mistake"))
      #expect(try await now()?.status == .inCustody)
      #expect(try await now()?.facilityID == fixture.places["AAA"])
      #expect(try await batches.withdraw(fixture.batch, because: "everything"))
      #expect(try await now() == nil)
    }
  }

  @Test func `is told of at most a hundred people at once`() async throws {
    try await Fixture.run { fixture in
      let error = await #expect(throws: (any Error).self) {
        try await CustodyStore(fixture.database).current(personIDs: Array(1...101))
      }
      #expect("\(error.map { "\($0)" } ?? "")".contains("54000"))
    }
  }
}
