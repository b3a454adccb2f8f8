import Postgres
import Records
import Stores
import Testing
import Vault

@testable import Services

@Suite struct `An import with the service's key` {
  static let first = """
    Name,DOB,A#,Facility,Booked
    "LOPEZ, ANA",1990-01-02,012345678,TESTONE,2026-02-03 10:00
    "PEREZ, JUAN",1985-05-06,,TESTTWO,2026-02-04 10:00

    """
  /// Ana under another name, by her number.
  static let second = """
    Name,DOB,A#,Facility,Booked
    "LOPES PEREZ, ANNA",1990-01-02,012345678,TESTTWO,2026-03-03 10:00
    "RUIZ, EVA",1979-07-08,087654321,TESTONE,2026-03-04 10:00

    """

  @Test func `writes no number in digits, and knows people again by it`() async throws {
    try await ImportScene.run { scene in
      try await scene.withKeys(.generate()) { scene in
        try await scene.take(Self.first)
        let report = try await scene.take(Self.second, name: "second.csv")
        #expect(report.knownPeople == 1 && report.newPeople == 1)
        #expect(try await scene.people() == 3)
        let values = try await scene.table("select value from person_identifier order by id")
        #expect(values.count == 2 && values.allSatisfy { NumberSeal.isToken($0) })
        #expect(try await scene.count("select count(*) from imported_row where not is_keyed") == 0)
        // The same rows in another file are known.
        let again = try await scene.take(Self.second + "\n", name: "third.csv")
        #expect(again.accepted == 0 && again.duplicate == 2)
      }
    }
  }

  @Test func `knows rows and people of imports without it, and seals their numbers first`() async throws {
    try await ImportScene.run { scene in
      try await scene.take(Self.first)
      #expect(try await scene.table("select value from person_identifier") == ["012345678"])
      try await scene.withKeys(.generate()) { scene in
        let known = try await scene.take(Self.first + "\n", name: "again.csv")
        #expect(known.accepted == 0 && known.duplicate == 2)
        let report = try await scene.take(Self.second, name: "second.csv")
        #expect(report.knownPeople == 1 && report.newPeople == 1)
        #expect(try await scene.count("select count(*) from person_identifier where value !~ '^n1[.]'") == 0)
        #expect(try await scene.count("select count(*) from imported_row where not is_keyed") == 2)
        // The service makes their fingerprints again, and they are known as before.
        _ = try await NumberSealing(scene.importer.database).run()
        #expect(try await scene.count("select count(*) from imported_row where not is_keyed") == 0)
        #expect(try await scene.count("select count(*) from imported_row") == 4)
        #expect(try await scene.take(Self.first + "\n\n", name: "once-more.csv").accepted == 0)
      }
      await #expect(throws: ImportFailure.numbersSealed) {
        try await scene.take(Self.second + "\n", name: "keyless.csv")
      }
    }
  }

  @Test func `knows what was taken back by a plain number, though no record has it any more`() async throws {
    try await ImportScene.run { scene in
      try await scene.database.execute(
        """
        insert into suppression (digest, contest_id, made_at) values (paradero.number_digest('012345678'), 1, now()),
          (paradero.number_digest('555555555'), 2, now())
        """)
      let keys = ServiceKeys.generate()
      try await scene.withKeys(keys) { scene in
        try await scene.take(Self.first)
        let token = try #require(keys.numbers.seal("012345678"))
        #expect(
          try await scene.count(
            "select count(*) from suppression where contest_id = 1 and digest = paradero.number_digest(\(token))") == 1)
        #expect(try await scene.count("select count(*) from suppression") == 3)
      }
    }
  }
}
