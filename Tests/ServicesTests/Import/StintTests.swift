import Postgres
import Records
import Testing

@testable import Services

@Suite struct `An import of detention stints` {
  static let header =
    "Stay Book In Date Time|Book In Date Time|Detention Facility|Detention Facility Code|Book Out Date Time|"
    + "Stay Book Out Date Time|Detention Release Reason|Stay Release Reason|Gender|Birth Country|Citizenship Country|"
    + "Birth Year|Departed Date|Departed Country|Religion|MSC Charge|Anonymized Identifier\n"

  static func stint(
    _ person: String, stay: String, from: String, _ code: String, to: String, stayTo: String, _ reason: String,
    departed: String = "", charge: String = ""
  ) -> String {
    let place = code == "MYSTERY" ? "Unlisted Hold Room" : "a place"
    return "\(stay)|\(from)|\(place)|\(code)|\(to)|\(stayTo)|\(reason)||Male|GUATEMALA|GUATEMALA|1990|\(departed)|"
      + "\(departed.isEmpty ? "" : "GUATEMALA")||\(charge)|\(person)\n"
  }

  static let events: [(name: String, rows: [String], events: [String])] = [
    (
      "two places and a removal",
      [
        stint(
          "p1", stay: "2025-01-02 10:00:00", from: "2025-01-02 10:00:00", "TESTHOLD", to: "2025-01-02 20:05:00",
          stayTo: "2025-02-01 08:00:00", "Transferred"),
        stint(
          "p1", stay: "2025-01-02 10:00:00", from: "2025-01-02 20:41:00", "TESTONE", to: "2025-02-01 08:00:00",
          stayTo: "2025-02-01 08:00:00", "Removed", departed: "2025-02-01"),
      ],
      // The transfer is told once, by the arrival; the departure by the reason, not again by the departed date.
      [
        "book_in TESTHOLD 2025-01-02 18:00", "transfer TESTONE 2025-01-03 04:41", "removal TESTONE 2025-02-01 16:00",
      ]
    ),
    (
      "a duplicate with another charge",
      [
        stint(
          "p1", stay: "2025-01-02 10:00:00", from: "2025-01-02 10:00:00", "TESTONE", to: "", stayTo: "", "",
          charge: "one"),
        stint(
          "p1", stay: "2025-01-02 10:00:00", from: "2025-01-02 10:00:00", "TESTONE", to: "", stayTo: "", "",
          charge: "two"),
      ],
      ["book_in TESTONE 2025-01-02 18:00"]
    ),
    (
      "a departure that leads nowhere yet",
      [
        stint(
          "p1", stay: "2025-01-02 10:00:00", from: "2025-01-02 10:00:00", "TESTHOLD", to: "2025-01-02 12:00:00",
          stayTo: "", "Transferred")
      ],
      ["book_in TESTHOLD 2025-01-02 18:00", "transfer from TESTHOLD 2025-01-02 20:00"]
    ),
    (
      "a book-out before the book-in",
      [
        stint(
          "p1", stay: "2025-01-02 10:00:00", from: "2025-01-02 10:00:00", "TESTONE", to: "2025-01-01 09:00:00",
          stayTo: "2025-01-01 09:00:00", "Paroled")
      ],
      ["book_in TESTONE 2025-01-02 18:00"]
    ),
    (
      "two stays are two",
      [
        stint(
          "p1", stay: "2024-01-02 10:00:00", from: "2024-01-02 10:00:00", "TESTONE", to: "2024-01-05 10:00:00",
          stayTo: "2024-01-05 10:00:00", "Bonded Out - IJ"),
        stint("p1", stay: "2025-01-02 10:00:00", from: "2025-01-02 10:00:00", "TESTTWO", to: "", stayTo: "", ""),
      ],
      [
        "book_in TESTONE 2024-01-02 18:00", "release TESTONE 2024-01-05 18:00", "book_in TESTTWO 2025-01-02 15:00",
      ]
    ),
    (
      "a hold room that no list has, whose clock is not known",
      [stint("p1", stay: "2025-01-02 10:00:00", from: "2025-01-02 10:00:00", "MYSTERY", to: "", stayTo: "", "")],
      ["book_in Unlisted Hold Room 2025-01-02"]
    ),
  ]

  @Test(arguments: events)
  func `tells what happened once`(_ c: (name: String, rows: [String], events: [String])) async throws {
    try await ImportScene.run { scene in
      try await scene.take(Self.header + c.rows.joined()) { $0.newSource?.kind = .stintRelease }
      #expect(
        try await scene.table(
          """
          select concat_ws(' ', e.kind, 'from ' || g.code, f.code, e.place_text,
            to_char(e.happened_at at time zone 'UTC', 'YYYY-MM-DD HH24:MI'), e.happened_on)
          from custody_event e left join facility f on f.id = e.facility_id left join facility g on g.id = e.from_facility_id
          order by coalesce(e.happened_at, e.happened_on), e.id
          """) == c.events, "\(c.name)")
    }
  }

  @Test func `names nobody, and is met by no search for a name`() async throws {
    try await ImportScene.run { scene in
      let row = Self.stint(
        "p1", stay: "2025-01-02 10:00:00", from: "2025-01-02 10:00:00", "TESTONE", to: "", stayTo: "", "")
      let report = try await scene.take(Self.header + row) { $0.newSource?.kind = .stintRelease }
      #expect(report.layout == .stints && report.leftOutColumns == [15, 16])
      #expect(try await scene.count("select count(*) from person_description") == 0)
      #expect(try await scene.table("select kind || value from person_identifier") == ["anonymizedp1"])
      #expect(
        try await scene.table("select concat_ws(' ', birth_year, birth_basis, sex, country) from unnamed_description")
          == [
            "1990 year male GT"
          ])
    }
  }

  @Test func `brought up to date adds what is new to the same person`() async throws {
    try await ImportScene.run { scene in
      let open = Self.stint(
        "p1", stay: "2025-01-02 10:00:00", from: "2025-01-02 10:00:00", "TESTONE", to: "", stayTo: "", "")
      let closed = Self.stint(
        "p1", stay: "2025-01-02 10:00:00", from: "2025-01-02 10:00:00", "TESTONE", to: "2025-01-09 10:00:00",
        stayTo: "2025-01-09 10:00:00", "Order of recognizance")
      try await scene.take(Self.header + open, name: "may.csv") { $0.newSource?.kind = .stintRelease }
      let report = try await scene.take(Self.header + closed, name: "june.csv") { $0.newSource?.kind = .stintRelease }
      #expect(report.newPeople == 0 && report.knownPeople == 1)
      #expect(try await scene.table("select kind from custody_event order by id") == ["book_in", "release"])
      #expect(try await scene.count("select count(*) from person_identifier") == 1)
    }
  }
}
