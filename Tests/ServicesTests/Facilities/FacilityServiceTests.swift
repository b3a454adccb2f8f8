import CivilTime
import Postgres
import Records
import TestKit
import Testing

@testable import Services

@Suite struct `The directory of places` {
  @Test func `gives all that is known of a place, and finds, counts and lists`() async throws {
    try await withScratchDatabase { database, _ in
      try await FacilityLoader(database, share: share).load()
      let today = try #require(CivilDate(iso: "2026-11-20"))
      let directory = FacilityService(database) { today }

      let place = try #require(try await directory.facility(code: "LOSHOLD"))
      #expect(place.facility.kind == .holdRoom)
      #expect(place.facility.zone?.identifier == "America/Los_Angeles")
      #expect(place.aliases.contains("B-18"))
      #expect(place.office?.phone == "(213) 830-7911")
      #expect(place.transfers?.destinations.count == 5)
      #expect(place.transfers?.destinations.contains { $0.code == "LOSHOLD" } == false)
      #expect(try await directory.facility(code: "NOWHERE") == nil)

      let named = try await directory.facilities(matching: "b18", state: nil, limit: 5)
      #expect(named.facilities.first?.code == "LOSHOLD")
      #expect(
        try await directory.facilities(matching: "b18", state: "TX", limit: 5).facilities.first?.code != "LOSHOLD")
      let texas = try await directory.facilities(matching: "", state: "TX", limit: 5)
      #expect(texas.facilities.count == 5 && texas.total == 139)
      #expect(texas.facilities.allSatisfy { $0.state == "TX" })
      #expect(
        try await directory.facilities(matching: "", state: nil, limit: 5) == FacilityMatches(facilities: [], total: 0))
      #expect(try await directory.facilities(matching: "%_'\\", state: nil, limit: 5).total == 0)

      let counts = try await directory.facilityCounts()
      #expect(counts.reduce(0) { $0 + $1.facilities } == 844)
      let offices = try await directory.fieldOffices()
      #expect(
        offices.count >= 25 && offices.contains { $0.office.phone == nil } && offices.allSatisfy { $0.area != "" })
    }
  }
}
