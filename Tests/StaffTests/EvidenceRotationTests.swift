import Gateway
import Postgres
import Records
import Services
import TestKit
import Testing
import Vault

@Suite struct `Files that are sealed anew` {
  /// Which versions of the key sealed what is kept of files.
  private static func versions(_ owner: Database) async throws -> [Int] {
    let sealed = try await owner.rows(
      "select told from evidence union all select sealed from evidence_piece union all select reason from evidence_withdrawal"
    ).map { try $0.decode([UInt8].self) }
    return Set(sealed.compactMap { ServiceKeys.version(of: $0) }).sorted()
  }

  @Test func `open with the new key alone, and say what they said`() async throws {
    try await StaffSite.withPlace { scene in
      var ana = try await scene.browser("ana", .attorney)
      let path = await ana.file()
      // More than one piece of 256 KiB, and a text.
      let long = Array(String(repeating: "A line of a log of the door.\n", count: 20_000).utf8)
      await ana.get("\(path)/files")
      await ana.upload(
        "\(path)/files", EvidenceScene.said,
        files: [("log.txt", long), ("note.txt", Array("Badge 17 said no.".utf8))])
      let ids = try await scene.owner.rows("select id from evidence order by id").map { try $0.decode(Int64.self) }
      #expect(ids.count == 2)
      await ana.post("\(path)/files/\(ids[1])/withdrawal", [("reason", "It was another day.")])
      #expect(try await Self.versions(scene.owner) == [1])

      let name = try #require(try await scene.owner.first("select current_database()::text")).decode(String.self)
      let staff = Database(
        try DatabaseConfiguration(
          url: try TestServer.url(database: name), user: "paradero_staff", poolSize: 2))
      let old = try #require(scene.sealing)
      let both = try old.adding(sealsFrom: 0)
      let count = try await ServiceRotation(staff).reseal(both) + EvidenceRotation(staff).reseal(both)
      #expect(count >= 6)
      #expect(try await Self.versions(scene.owner) == [2])
      // What was interrupted goes on; what is done is done.
      #expect(try await EvidenceRotation(staff).reseal(both) == 0)

      let newest = both.retiringOld()
      let evidence = EvidenceService(scene.visits, keys: { newest })
      let person = try await scene.signedIn("ana")
      let reference = String(path.suffix(9))
      let opened = try await evidence.open(ids[0], .original, of: reference, by: person, now: scene.now)
      #expect(opened?.bytes == long)
      let request = try #require(try await scene.visits.matter(reference, by: person, now: scene.now)).request
      let files = try await evidence.files(of: request, by: person)
      #expect(files.map { $0.told?.what } == Array(repeating: "Photo of the sign at the door", count: 2))
      #expect(files.last?.withdrawal?.reason == "It was another day.")
      // The old key opens nothing of it any more, and nobody else writes over a file.
      let late = EvidenceService(scene.visits, keys: { old })
      #expect(try await late.files(of: request, by: person).allSatisfy { $0.told == nil })
      await #expect(throws: PostgresError.self) {
        try await staff.transaction(actor: "account:1") { try await $0.execute("delete from evidence_piece") }
      }
      await #expect(throws: PostgresError.self) {
        try await scene.owner.execute("update evidence_piece set sealed = sealed")
      }
      await staff.close()
    }
  }
}
