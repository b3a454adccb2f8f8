internal import Foundation
package import Postgres

/// What is missing of the places in the database, and what is in the seed data that fits nowhere.
package struct FacilityCheck: Sendable {
  let database: Database
  let folder: URL

  package init(_ database: Database, share: String) {
    self.database = database
    folder = URL(fileURLWithPath: share).appendingPathComponent("seed")
  }

  package func run() async throws -> FacilityCheckReport {
    let seed = try FacilitySeed.read(from: folder)
    let places = FacilityMerge(seed: seed).places()
    let loaded = try await codes("select code from facility order by code")
    return FacilityCheckReport(
      places: loaded.count,
      gaps: [
        Gap(
          "not_loaded", "in the seed data but not in the database: run “paradero facilities load”",
          places.map(\.code).filter { !Set(loaded).contains($0) }),
        Gap("no_city", "without a city", try await codes("select code from facility where city is null order by 1")),
        Gap(
          "no_address", "without a street address",
          try await codes("select code from facility where address is null order by 1")),
        Gap(
          "no_county", "without a county", try await codes("select code from facility where county is null order by 1")),
        Gap(
          "no_coordinates", "without coordinates",
          try await codes("select code from facility where latitude is null order by 1")),
        Gap(
          "no_time_zone", "without a time zone",
          try await codes("select code from facility where time_zone is null order by 1")),
        Gap(
          "no_field_office", "without a field office",
          try await codes("select code from facility where field_office_id is null order by 1")),
        Gap(
          "zone_not_from_coordinates", "whose time zone is that of the county or was set by hand",
          try await codes(
            "select code from facility where time_zone_basis <> 'coordinates' order by 1")),
        Gap(
          "no_phone", "whose field office has no phone",
          try await codes(
            """
            select f.code from facility f join field_office o on o.id = f.field_office_id
            where o.phone is null order by 1
            """)),
        Gap(
          "standards_unmatched", "in the list of inspections that fit no place",
          try await codes(
            """
            select concat_ws(', ', listed_name, listed_city, nullif(listed_state, '')) from facility_standard
            where facility_id is null order by 1
            """)),
        Gap(
          "unknown_transfer_codes", "in the counted transfers that no list has",
          TransferSummary(seed.transfers, known: Set(places.map(\.code))).unknown.map {
            "\($0.code) (\($0.transfers) transfers)"
          }),
      ])
  }

  private func codes(_ query: PostgresQuery) async throws -> [String] {
    try await database.rows(query).map { try $0.decode(String.self) }
  }
}

/// One kind of thing that is missing, and of what.
package struct Gap: Sendable, Equatable {
  /// For programs.
  package let key: String
  package let sentence: String
  package let items: [String]

  init(_ key: String, _ sentence: String, _ items: [String]) {
    self.key = key
    self.sentence = sentence
    self.items = items
  }
}

/// What `paradero facilities check` prints.
package struct FacilityCheckReport: Sendable, Equatable {
  package let places: Int
  package let gaps: [Gap]

  package subscript(_ key: String) -> Gap? { gaps.first { $0.key == key } }

  /// For people: a count and a list for each kind.
  package var text: String {
    let blocks = gaps.map { gap in
      let head = "\(gap.items.count) \(gap.sentence)"
      return gap.items.isEmpty ? head : head + "\n" + Self.wrapped(gap.items)
    }
    return (["\(places) places"] + blocks).joined(separator: "\n")
  }

  /// For programs.
  package var json: String {
    struct Document: Encodable {
      let places: Int
      let gaps: [String: [String]]
    }
    let document = Document(places: places, gaps: Dictionary(gaps.map { ($0.key, $0.items) }) { first, _ in first })
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return (try? encoder.encode(document)).map { String(decoding: $0, as: UTF8.self) } ?? "{}"
  }

  private static func wrapped(_ items: [String]) -> String {
    var lines: [String] = []
    var line = " "
    for (index, item) in items.enumerated() {
      let piece = " " + item + (index == items.count - 1 ? "" : ",")
      if line.count + piece.count > 110 {
        lines.append(line)
        line = " "
      }
      line += piece
    }
    return (lines + [line]).joined(separator: "\n")
  }
}
