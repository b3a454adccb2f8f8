import CivilTime
import Foundation
import Postgres
import TestKit
import Testing

/// One value of one type, sent to the server and read back.
struct RoundTrip: CustomTestStringConvertible, Sendable {
  let testDescription: String
  let check: @Sendable (Database) async throws -> Bool

  init<Value: PostgresCodable & Equatable>(_ value: Value) {
    testDescription = "\(Value.self) \(value)"
    check = { database in
      try await database.first("select \(value) as value")?.decode(Value.self) == value
    }
  }
}

@Suite struct `A codec` {
  static func day(_ text: String) -> CivilDate { CivilDate(iso: text) ?? .farthest }

  static let numbers: [RoundTrip] = [
    RoundTrip(true), RoundTrip(false),
    RoundTrip(Int16.min), RoundTrip(Int16.max), RoundTrip(Int32.min), RoundTrip(Int32.max), RoundTrip(Int64.min),
    RoundTrip(Int64.max), RoundTrip(Int.min), RoundTrip(0), RoundTrip(UInt8(200)),
    RoundTrip(0.1 + 0.2), RoundTrip(-0.0), RoundTrip(Double.infinity), RoundTrip(-Double.infinity),
    RoundTrip(Double.leastNonzeroMagnitude), RoundTrip(Double.greatestFiniteMagnitude), RoundTrip(Double.pi * 1e200),
    RoundTrip(Float.pi), RoundTrip(Float.greatestFiniteMagnitude),
    RoundTrip(Decimal(0)), RoundTrip(Decimal(string: "-12345678901234567890.0123456789") ?? 0),
    RoundTrip(Decimal(string: "0.00000000000000000000000000000001") ?? 0),
    RoundTrip(Decimal(string: "99999999999999999999999999999999999999") ?? 0),
    RoundTrip(Decimal(string: "1e60") ?? 0),
  ]

  static let texts: [RoundTrip] = [
    RoundTrip(""), RoundTrip("plain"), RoundTrip("'quoted' \"twice\" \\ $1 %s \u{1}\u{7f}"),
    RoundTrip("Núñez, e\u{301}, 陳, עברית, 🏳️‍🌈"), RoundTrip(String(repeating: "ü", count: 100_000)),
    RoundTrip([UInt8]()), RoundTrip([0, 1, 39, 92, 127, 128, 255] as [UInt8]),
    RoundTrip((0..<100_000).map { UInt8(truncatingIfNeeded: $0) }),
    RoundTrip(UUID()), RoundTrip(PostgresJSON(text: #"{"a": [1, null, "x\"y\\z"], "ü": {}}"#)),
  ]

  static let times: [RoundTrip] = [
    RoundTrip(day("0001-01-01")), RoundTrip(day("9999-12-31")), RoundTrip(day("2024-02-29")),
    RoundTrip(day("1969-12-31")),
    RoundTrip(Timestamp(microseconds: 0)), RoundTrip(Timestamp(microseconds: -1)),
    RoundTrip(Timestamp(microseconds: 1_771_234_567_000_001)),
    RoundTrip(Timestamp(utcMidnight: day("0001-01-01"))),
    RoundTrip(Timestamp(microseconds: Timestamp(utcMidnight: day("9999-12-31")).microseconds + 86_399_999_999)),
    RoundTrip(PostgresInterval()), RoundTrip(PostgresInterval(months: -14, days: 3, microseconds: -1)),
    RoundTrip(PostgresInterval(months: 25, days: -40, microseconds: 90_061_000_001)),
    RoundTrip(PostgresInterval(microseconds: -500_000)), RoundTrip(PostgresInterval(seconds: 1_000_000_000)),
    RoundTrip(OrInfinity<CivilDate>.infinity), RoundTrip(OrInfinity<CivilDate>.pastInfinity),
    RoundTrip(OrInfinity.finite(day("2026-01-31"))), RoundTrip(OrInfinity<Timestamp>.infinity),
    RoundTrip(OrInfinity<Timestamp>.pastInfinity), RoundTrip(OrInfinity.finite(Timestamp(microseconds: 5))),
  ]

  static let arrays: [RoundTrip] = [
    RoundTrip([Int]()), RoundTrip([1, -2, 3]), RoundTrip([1, nil, 3] as [Int?]), RoundTrip([nil] as [String?]),
    RoundTrip(["", "NULL", "null", " ", "a,b", "{x}", "\"", "\\", "\\\"", "line\nend", "ü"]),
    RoundTrip([nil, "NULL"] as [String?]), RoundTrip([[1, 2], [3, 4]]), RoundTrip([["a,}", "{\""], ["\\", ""]]),
    RoundTrip([[["a"], ["b"]], [["c"], ["}{"]]]), RoundTrip([[1, nil], [nil, 4]] as [[Int?]]),
    RoundTrip([true, false]), RoundTrip([1.5, .infinity]), RoundTrip([UUID(), UUID()]),
    RoundTrip([[0, 255], [], [92, 34]] as [[UInt8]]), RoundTrip([day("2024-02-29")]),
    RoundTrip([Timestamp(microseconds: 1), Timestamp(microseconds: -1)]),
    RoundTrip([PostgresInterval(months: 1, days: 2, microseconds: 3)]),
    RoundTrip([PostgresJSON(text: #"{"a": "b,}"}"#)]), RoundTrip([OrInfinity<CivilDate>.infinity]),
    RoundTrip([Decimal(string: "1.5") ?? 0]), RoundTrip([Int16.max]), RoundTrip([Int32.min]), RoundTrip([Float(0.5)]),
  ]

  static let ranges: [RoundTrip] = [
    RoundTrip(PostgresRange<Int>.empty), RoundTrip(PostgresRange(1, upTo: 5)),
    RoundTrip(PostgresRange<Int>(nil, upTo: nil)),
    RoundTrip(PostgresRange(Int32(-5), upTo: nil)),
    RoundTrip(PostgresRange(day("2026-01-01"), upTo: day("2026-02-01"))),
    RoundTrip(PostgresRange(Timestamp(microseconds: 1), upTo: Timestamp(microseconds: 2))),
    RoundTrip(
      PostgresRange<Timestamp>.from(
        .init(Timestamp(microseconds: 1), isIncluded: false), to: .init(Timestamp(microseconds: 9), isIncluded: true))),
    RoundTrip(PostgresRange(Decimal(1), upTo: Decimal(string: "2.5") ?? 0)),
    RoundTrip([PostgresRange(1, upTo: 5), .empty]), RoundTrip([PostgresRange(Timestamp(microseconds: 1), upTo: nil)]),
  ]

  @Test func `brings every value back as it was`() async throws {
    try await withScratchDatabase { database, _ in
      for trip in Self.numbers + Self.texts + Self.times + Self.arrays + Self.ranges {
        do {
          #expect(try await trip.check(database), "\(trip.testDescription)")
        } catch {
          Issue.record("\(trip.testDescription.prefix(80)): \(error)")
        }
      }
    }
  }

  @Test func `reads what the server writes`() async throws {
    try await withScratchDatabase { database, _ in
      let row = try await database.first(
        """
        select '1.50'::numeric, 'NaN'::numeric, '[0:1]={1,2}'::int[], '2020-01-01 00:00:00+05:30'::timestamptz,
          '1 year 2 mons -3 days 04:05:06.789'::interval, '[1,5]'::int8range, '{}'::text[], 'NaN'::float8
        """)
      let (number, nan, array, moment, interval, range, empty, notANumber) = try #require(row).decode(
        Decimal.self, Decimal.self, [Int].self, Timestamp.self, PostgresInterval.self, PostgresRange<Int>.self,
        [String].self, Double.self)
      #expect(number == Decimal(string: "1.5"))
      #expect(nan.isNaN && notANumber.isNaN)
      #expect(array == [1, 2])
      #expect(moment.utcDay?.iso == "2019-12-31")
      #expect(interval == PostgresInterval(months: 14, days: -3, microseconds: 14_706_789_000))
      #expect(range == PostgresRange(1, upTo: 6))
      #expect(empty == [])
    }
  }

  @Test func `sends NULL for nothing, of every type`() async throws {
    try await withScratchDatabase { database, _ in
      let row = try await database.first(
        """
        select \(Int?.none), \(String?.none)::text, \(CivilDate?.none), \([UInt8]?.none), \([String]?.none),
          \(UUID?.none), \(PostgresJSON?.none), \(PostgresRange<Int>?.none)
        """)
      let all = try #require(row).decode(
        Int?.self, String?.self, CivilDate?.self, [UInt8]?.self, [String]?.self, UUID?.self, PostgresJSON?.self,
        PostgresRange<Int>?.self)
      #expect(all.0 == nil && all.1 == nil && all.2 == nil && all.3 == nil)
      #expect(all.4 == nil && all.5 == nil && all.6 == nil && all.7 == nil)
    }
  }

  @Test func `lends JSON to Codable types`() throws {
    struct Note: Codable, Equatable { let words: [String] }
    let note = Note(words: ["a/b", "ü"])
    #expect(try PostgresJSON(encoding: note).decode(as: Note.self) == note)
    #expect(try PostgresJSON(encoding: note).text == #"{"words":["a/b","ü"]}"#)
  }

  /// What cannot be sent or read, and a part of the reason.
  static let refused: [(PostgresQuery, String)] = [
    ("select \("a\u{0}b")::text", "U+0000"),
    ("select \(["a\u{0}b"])", "U+0000"),
    ("select \(PostgresJSON(text: "\u{0}"))", "U+0000"),
    ("select \(Timestamp(microseconds: .max))", "years 1 to 9999"),
  ]

  @Test(arguments: refused.indices) func `refuses before sending what the server cannot store`(_ index: Int)
    async throws
  {
    let (query, reason) = Self.refused[index]
    try await withScratchDatabase { database, _ in
      let error = await #expect(throws: PostgresError.self) { try await database.rows(query) }
      #expect(error?.code == .encoding)
      #expect(error?.message.contains(reason) == true)
    }
  }

  @Test func `names the column and the type that did not fit, not the value`() async throws {
    try await withScratchDatabase { database, _ in
      let row = try #require(
        try await database.first(
          """
          select 'Planted' as a, null::int as b, 300::int as c, 'infinity'::date as d, '44-01-01 BC'::date as e,
            '{{1}}'::int[] as f, repeat('9', 50)::numeric as g, now()::timestamp as h
          """))
      let faults: [(String, () throws(PostgresError) -> Any)] = [
        ("a", { () throws(PostgresError) in try row["a", as: Int.self] }),
        ("b", { () throws(PostgresError) in try row["b", as: Int.self] }),
        ("c", { () throws(PostgresError) in try row["c", as: UInt8.self] }),
        ("d", { () throws(PostgresError) in try row["d", as: CivilDate.self] }),
        ("e", { () throws(PostgresError) in try row["e", as: OrInfinity<CivilDate>.self] }),
        ("f", { () throws(PostgresError) in try row["f", as: [Int].self] }),
        ("g", { () throws(PostgresError) in try row["g", as: Decimal.self] }),
        ("h", { () throws(PostgresError) in try row["h", as: Timestamp.self] }),
        ("missing", { () throws(PostgresError) in try row["missing", as: Int.self] }),
      ]
      for (column, read) in faults {
        let error = #expect(throws: PostgresError.self) { _ = try read() }
        #expect(error?.code == .decoding)
        #expect(error?.message.contains("\"\(column)\"") == true)
        #expect(error?.description.contains("Planted") == false)
      }
    }
  }
}
