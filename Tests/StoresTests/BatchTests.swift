import CivilTime
import Postgres
import Records
import Stores
import TestKit
import Testing

@Suite struct `A batch` {
  @Test func `tells followers when it is finished and when it is withdrawn, in this order`() async throws {
    try await Fixture.run { fixture in
      let batches = BatchStore(fixture.database)
      let changes = ChangeStore(fixture.database)
      let before = try await changes.newest()
      let batch = try await batches.start(source: fixture.source, kind: .import, label: "list.csv")
      #expect(try await batches.batch(batch)?.isLive == false)
      #expect(try await batches.finish(batch, counts: BatchCounts(read: 3, accepted: 2, rejected: 1)))
      #expect(try await !batches.finish(batch, counts: BatchCounts()))
      #expect(try await batches.batch(batch)?.isLive == true)
      #expect(try await batches.batch(batch)?.counts.rejected == 1)
      #expect(try await batches.withdraw(batch, because: "wrong file"))
      #expect(try await !batches.withdraw(batch, because: "again"))
      #expect(try await batches.batch(batch)?.withdrawnReason == "wrong file")
      let seen = try await changes.after(before)
      #expect(seen.map(\.kind) == [.batch, .batchWithdrawn])
      #expect(seen.allSatisfy { $0.id == batch })
      #expect(seen.map(\.seq) == seen.map(\.seq).sorted())
    }
  }

  @Test func `notes its newest report when it is finished, of whichever kind, and none when it brought nothing`()
    async throws
  {
    try await Fixture.run { fixture in
      let batches = BatchStore(fixture.database)
      var told: [Int64] = []
      for days in [[], ["2026-02-01", "2026-02-03", "2026-02-02"]] {
        let batch = try await batches.start(source: fixture.source, kind: .import)
        for day in days {
          let person = try await fixture.newPerson()
          try await fixture.tell(
            Told(.bookIn, "2026-01-05", at: "AAA", reported: day + " 00:00"), of: person, batch: batch)
        }
        #expect(try await newest(of: batch, fixture) == nil, "not before it is finished")
        try await batches.finish(batch, counts: BatchCounts())
        told.append(batch)
      }
      #expect(try await newest(of: told[0], fixture) == nil)
      let third = try #require(CivilDate(iso: "2026-02-03").map(Timestamp.init(utcMidnight:)))
      #expect(try await newest(of: told[1], fixture) == third)
      let candidates = CandidateStore(fixture.database)
      let asked = try await candidates.freshness(known: told.dropLast())
      #expect(asked.first { $0.batch == told[1] }?.newest == third)
      // A description that is newer than what happened counts as well.
      let described = try await batches.start(source: fixture.source, kind: .import)
      let person = try await fixture.newPerson()
      try await fixture.database.execute(
        """
        insert into person_description (person_id, batch_id, full_name, reported_at)
        values (\(person), \(described), 'PERSON ONE', '2026-03-01T00:00:00Z')
        """)
      try await batches.finish(described, counts: BatchCounts())
      let march = try #require(CivilDate(iso: "2026-03-01").map(Timestamp.init(utcMidnight:)))
      #expect(try await newest(of: described, fixture) == march)
    }
  }

  private func newest(of batch: Int64, _ fixture: Fixture) async throws -> Timestamp? {
    try await fixture.database.first("select newest_report_at from batch where id = \(batch)")?.decode(Timestamp?.self)
      ?? nil
  }

  @Test func `brings the same file once, until it is withdrawn`() async throws {
    try await Fixture.run { fixture in
      let batches = BatchStore(fixture.database)
      let hash = [UInt8](repeating: 7, count: 32)
      let first = try await batches.start(source: fixture.source, kind: .import, fileSHA256: hash)
      let error = await #expect(throws: PostgresError.self) {
        try await batches.start(source: fixture.source, kind: .import, fileSHA256: hash)
      }
      #expect(error?.constraint == "The same file is imported once")
      #expect(try await batches.batch(source: fixture.source, fileSHA256: hash)?.id == first)
      try await batches.withdraw(first, because: "again")
      _ = try await batches.start(source: fixture.source, kind: .import, fileSHA256: hash)
    }
  }

  @Test func `of samples is refused in production, and taken in a demo`() async throws {
    for (kind, isTaken) in [(InstallationKind.demo, true), (.test, true), (.production, false)] {
      try await withScratchDatabase { database, _ in
        #expect(try await InstallationStore(database).settle(kind) == kind)
        #expect(try await InstallationStore(database).settle(.test) == kind)
        let source = try await SourceStore(database).findOrAdd(named: "samples", kind: .sample)
        do {
          _ = try await BatchStore(database).start(source: source.id, kind: .sample)
          #expect(isTaken)
        } catch let error as PostgresError {
          #expect(!isTaken)
          #expect(error.constraint == "Production takes no samples")
        }
      }
    }
  }
}

@Suite struct `The table of changes` {
  @Test func `never shows a later number before an earlier one`() async throws {
    try await Fixture.run { fixture in
      let database = fixture.database
      let before = try await ChangeStore(database).newest()
      try await withThrowingTaskGroup(of: Void.self) { group in
        for writer in 0..<4 {
          group.addTask {
            for step in 0..<10 {
              try await database.transaction { transaction in
                try await ChangeStore(transaction).append(.person, id: Int64(writer * 100 + step))
                if step.isMultiple(of: 3) { try await Task.sleep(for: .milliseconds(2)) }
              }
            }
          }
        }
        group.addTask {
          // A follower that reads on from what it saw last misses nothing.
          var seen: [Int64] = []
          while seen.count < 40 {
            seen += try await ChangeStore(database).after(seen.last ?? before).map(\.seq)
          }
          #expect(seen == seen.sorted())
          #expect(Set(seen).count == 40)
        }
        try await group.waitForAll()
      }
    }
  }
}
