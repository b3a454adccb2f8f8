import CivilTime
import Foundation
import Postgres
import Records
import Stores
import TestKit
import Testing

@testable import Services

@Suite struct `Loading the places` {
  @Test func `brings every place, and the second time changes nothing`() async throws {
    try await withScratchDatabase { database, _ in
      let loader = FacilityLoader(database, share: share)
      let first = try await loader.load()
      #expect(first.places == 844)
      #expect(first.added == 844)
      let newest = try await ChangeStore(database).newest()
      let second = try await loader.load()
      #expect(second.added == 0)
      #expect(second.changed == 0)
      #expect(try await ChangeStore(database).newest() == newest)
    }
  }

  @Test func `joins what can be joined and lists the rest`() async throws {
    try await withScratchDatabase { database, _ in
      let report = try await FacilityLoader(database, share: share).load()
      #expect(report.standardsJoined == 200)
      #expect(
        report.standardsUnmatched == [
          "JTF CAMP SIX, FPO FL", "KARNES COUNTY IMMIGRATION PROCESSING CENTER, KARNES CITY TX",
          "MIDWEST REGIONAL RECEPTION CENTER, LEAVENWORTH KS",
        ])
      #expect(report.transfers.pairs == 4043)
      #expect(report.transfers.counted + report.transfers.lost == 375_499)
      #expect(report.transfers.unknown.count == 59)
      #expect(report.transfers.unknown.first == TransferSummary.UnknownCode(code: "NYEPANV", transfers: 1005))
      let check = try await FacilityCheck(database, share: share).run()
      let counts = Dictionary(uniqueKeysWithValues: check.gaps.map { ($0.key, $0.items.count) })
      #expect(
        counts == [
          "not_loaded": 0, "no_city": 0, "no_address": 33, "no_county": 3, "no_coordinates": 50, "no_time_zone": 0,
          "no_field_office": 0, "zone_not_from_coordinates": 50, "no_phone": 95, "standards_unmatched": 3,
          "unknown_transfer_codes": 59,
        ])
      let json = try #require(check.json.data(using: .utf8))
      let document = try #require(try JSONSerialization.jsonObject(with: json) as? [String: Any])
      #expect(document["places"] as? Int == 844)
    }
  }

  @Test func `lets a place be found by what people call it`() async throws {
    try await withScratchDatabase { database, _ in
      try await FacilityLoader(database, share: share).load()
      let store = FacilityStore(database)
      for (text, code) in [
        ("B-18", "LOSHOLD"), ("b18", "LOSHOLD"), ("los angeles hold room basement", "LOSHOLD"), ("loshold", "LOSHOLD"),
        ("krome", "KRO"), ("Alligator Alcatraz", "FLDSSFS"), ("adelanto ice", "ADLNTCA"), ("eloy", "EAZ"),
        ("Montgomery ICE Processing", "MTGPCTX"), ("otay mesa", "CCASDCA"),
      ] {
        #expect(try await store.search(text).first?.code == code, "\(text)")
      }
      for (code, name, aliases) in [
        ("KRNRCTX", "Karnes County Residential Center", ["Karnes County Residential Center2"]),
        ("LPLCCAZ", "La Palma Correctional Center", []),
      ] {
        let place = try #require(try await store.facility(code: code))
        #expect(place.name == name)
        #expect(try await store.aliases(of: place.id) == aliases)
      }
      // The number of a footnote at a word's end; “La” taken for a state or a city.
      let odd = try await database.first("select count(*) from facility where name ~ '[a-z]{3}[0-9]$|^LA '")
      #expect(try odd?.decode(Int.self) == 0)
      #expect(try await store.search("  ").isEmpty)
      #expect(try await store.search("qqqq zzzz").isEmpty)
    }
  }

  @Test func `says of a place what its page shows`() async throws {
    try await withScratchDatabase { database, _ in
      try await FacilityLoader(database, share: share).load()
      let store = FacilityStore(database)
      let place = try #require(try await store.facility(code: "loshold"))
      #expect(place.kind == .holdRoom)
      #expect(place.address == "300 N. Los Angeles Street Room B17")
      #expect(place.zip == "90012")
      #expect(place.zone?.identifier == "America/Los_Angeles")
      #expect(try await store.aliases(of: place.id).contains("B-18"))
      #expect(try await store.fieldOffice(of: place.id)?.phone == "(213) 830-7911")
      let moves = try #require(try await store.transfersFrom(place.id, limit: 3))
      #expect(moves.destinations.map(\.code) == ["VENHOLD", "SMAHOLD", "CADESVI"])
      #expect(moves.destinations.map(\.transfers).reduce(0, +) < moves.total)
      #expect(moves.destinations.allSatisfy { (0...1).contains($0.share) })
      let inspected = try #require(try await store.facility(code: "NRLKCMI"))
      #expect(try await store.standard(of: inspected.id)?.contractType != nil)
      let picture = try #require(try await store.facility(code: "PIC"))
      let fromPicture = try #require(try await store.transfersFrom(picture.id, limit: 50))
      #expect(!fromPicture.destinations.contains { $0.code == "PIC" })
    }
  }

  @Test func `refuses data with a wrong line, naming file, line and field`() async throws {
    let folder = try copyOfSeed()
    defer { try? FileManager.default.removeItem(at: folder) }
    try append("OOPS,Nowhere,,,,,TX,95.5,-100.1234,Dallas\n", to: "facilities.csv", in: folder)
    try append("LOSHOLD,NOWHERE1,none\n", to: "transfers.csv", in: folder)
    try await withScratchDatabase { database, _ in
      let faults = try await #require(throws: SeedFaults.self) {
        try await FacilityLoader(database, share: folder.path).load()
      }
      #expect(
        faults.faults.map(\.description) == [
          "facilities.csv:844:latitude: is not a number from -90.0 to 90.0",
          "facilities.csv:844:longitude: and latitude come in pairs, and one is empty",
          "transfers.csv:4189:transfers: is not a whole number above zero",
        ])
      let loaded = try await FacilityStore(database).all()
      #expect(loaded.isEmpty)
    }
  }
}

/// The folder `sql/` of this checkout.
let share = (0..<4).reduce(URL(fileURLWithPath: #filePath)) { url, _ in url.deletingLastPathComponent() }
  .appendingPathComponent("sql").path

private func copyOfSeed() throws -> URL {
  let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  try FileManager.default.copyItem(
    at: URL(fileURLWithPath: share).appendingPathComponent("seed"), to: folder.appendingPathComponent("seed"))
  return folder
}

private func append(_ text: String, to file: String, in folder: URL) throws {
  let url = folder.appendingPathComponent("seed").appendingPathComponent(file)
  let old = try String(contentsOf: url, encoding: .utf8)
  try Data((old.hasSuffix("\n") ? old + text : old + "\n" + text).utf8).write(to: url)
}
