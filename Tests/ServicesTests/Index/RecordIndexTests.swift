import CivilTime
import Linkage
import Postgres
import Services
import TestKit
import Testing

@Suite struct `The matching index` {
  @Test func `finds in memory who was listed before it began, and who is listed after`() async throws {
    try await SearchScene.with { scene in
      let first = try await scene.list(
        "VILLATORO XILOJ, JOSE", birth: "1991-04-03", country: "HN", aNumber: "234561078")
      try await scene.records.running {
        try await scene.records.catchUp()
        #expect(try await scene.records.found("Jose Villatoro") == [first])
        #expect(try await scene.records.found("", aNumber: "234561087") == [first])
        let second = try await scene.list("TZOC IXCOY, MATEO", birth: "1988-10-11", country: "GT")
        try await scene.tell("person", second)
        try await scene.records.catchUp()
        #expect(try await scene.records.found("Mateo Tsoc") == [second])
        // The page and the index agree on who it is, and the page asks the index.
        let before = scene.records.status.fromMemory
        for _ in 0..<500 where scene.records.status.fromMemory == before {
          try await scene.records.catchUp()
          let shown = try await scene.found(SearchInput(name: "Mateo Tsoc", birth: "1988", country: "Guatemala"))
          #expect(shown.map(\.assessment.id) == [second])
        }
        #expect(scene.records.status.fromMemory > before)
        #expect(scene.records.status.people == 2)
      }
    }
  }

  @Test func `answers who still waits for the database once it is there`() async throws {
    try await SearchScene.with { scene in
      let id = try await scene.list("VILLATORO XILOJ, JOSE", birth: "1991-04-03", country: "HN")
      try await scene.owner.transaction { transaction in
        // Searches by the database's keys read this table, and nothing else does.
        try await transaction.execute("lock table person_keys in access exclusive mode")
        try await scene.records.running {
          let found = try await scene.records.search(
            [SoughtPerson(name: "Jose Villatoro")], limit: 5, now: scene.now)
          #expect(found.map(\.assessment.id) == [id])
          #expect(scene.records.status.fromMemory == 1 && scene.records.status.fromDatabase == 0)
        }
      }
      // The statement that was given up left its connection whole.
      #expect(
        try await scene.records.search([SoughtPerson(name: "Jose Villatoro")], limit: 5, now: scene.now).count == 1)
    }
  }

  @Test func `holds a batch once it is finished, and hides it once it is withdrawn`() async throws {
    try await SearchScene.with { scene in
      let batch = try await scene.newBatch(isFinished: false)
      let id = try await scene.listing(in: batch).list("VILLATORO XILOJ, JOSE", birth: "1991-04-03", country: "HN")
      let input = SearchInput(name: "Jose Villatoro Xiloj", birth: "1991-04-03", country: "HN")
      try await scene.records.running {
        try await scene.records.catchUp()
        #expect(try await scene.records.found("Jose Villatoro").isEmpty)
        try await scene.owner.execute("update batch set finished_at = now() where id = \(batch)")
        try await scene.tell("batch", batch)
        try await scene.records.catchUp()
        #expect(try await scene.records.found("Jose Villatoro") == [id])
        #expect(try await scene.found(input).count == 1)
        try await scene.owner.execute(
          "update batch set withdrawn_at = now(), withdrawn_reason = 'a test' where id = \(batch)")
        // At once, whatever the index has heard of it.
        #expect(try await scene.found(input).isEmpty)
        try await scene.tell("batch_withdrawn", batch)
        try await scene.records.catchUp()
        #expect(try await scene.records.found("Jose Villatoro").isEmpty)
        #expect(scene.records.status.people == 0)
      }
    }
  }

  @Test func `keeps what other sources say of somebody whose batch was withdrawn`() async throws {
    try await SearchScene.with { scene in
      let id = try await scene.list("VILLATORO XILOJ, JOSE", birth: "1991-04-03", country: "HN")
      let batch = try await scene.newBatch(isFinished: true)
      try await scene.owner.execute(
        """
        insert into person_description (person_id, batch_id, full_name, reported_at)
        values (\(id), \(batch), 'BAGLIETTO, RUTH', now())
        """)
      try await scene.records.running {
        try await scene.records.catchUp()
        #expect(try await scene.records.found("Ruth Baglietto") == [id])
        try await scene.owner.execute(
          "update batch set withdrawn_at = now(), withdrawn_reason = 'a test' where id = \(batch)")
        try await scene.tell("batch_withdrawn", batch)
        try await scene.records.catchUp()
        #expect(try await scene.records.found("Ruth Baglietto").isEmpty)
        #expect(try await scene.records.found("Jose Villatoro") == [id])
      }
    }
  }

  @Test func `forgets who was erased`() async throws {
    try await SearchScene.with { scene in
      let id = try await scene.list("VILLATORO XILOJ, JOSE", birth: "1991-04-03")
      try await scene.records.running {
        try await scene.records.catchUp()
        #expect(try await scene.records.found("Jose Villatoro") == [id])
        try await scene.owner.transaction { transaction in
          try await transaction.execute("set local paradero.erasing = on")
          try await transaction.execute("delete from custody_event where person_id = \(id)")
          try await transaction.execute("delete from person_description where person_id = \(id)")
          try await transaction.execute("delete from person where id = \(id)")
        }
        #expect(try await scene.owner.first("select 1 from person_keys where person_id = \(id)") == nil)
        try await scene.tell("person", id)
        try await scene.records.catchUp()
        #expect(try await scene.records.found("Jose Villatoro").isEmpty)
      }
    }
  }

  @Test func `compares arrests by a facility's words as they are now`() async throws {
    try await SearchScene.with { scene in
      try await scene.owner.execute(
        """
        insert into facility (code, name, city, state, origin)
        values ('TEST', 'Old Mill Center', 'Tucson', 'AZ', 'test')
        """)
      let id = try await scene.list("VILLATORO XILOJ, JOSE")
      try await scene.owner.execute(
        """
        insert into custody_event (person_id, batch_id, kind, facility_id, happened_on, precision, reported_at)
        select \(id), \(scene.batch), 'arrest', id, '2026-11-01', 'day', now() from facility
        """)
      let sought = SoughtPerson(name: "Jose Villatoro", arrestPlace: "Laredo")
      func level() async throws -> Level? {
        try await scene.records.searchMemory([sought], limit: 5)?.first?.assessment.agreements
          .first { $0.fact == .arrestPlace }?.level
      }
      try await scene.records.running {
        try await scene.records.catchUp()
        #expect(try await level() == .different)
        try await scene.owner.execute("update facility set city = 'Laredo', state = 'TX'")
        let facility = try #require(try await scene.owner.first("select id::bigint from facility")).decode(Int64.self)
        try await scene.tell("facility", facility)
        try await scene.records.catchUp()
        #expect(try await level() == .exact)
      }
    }
  }

  @Test func `never holds anybody who may be a minor, and takes them in on the day they are not`() async throws {
    let days = Days(SearchScene.now)
    try await SearchScene.with { scene in
      let (records, database) = try scene.anotherIndex { days.now }
      // 18 tomorrow; on 1 January 2028 for certain; already.
      let young = try await scene.list("VILLATORO XILOJ, JOSE", birth: "2008-11-22")
      try await scene.list("VILLATORO TZOC, JOSE", year: 2008)
      let adult = try await scene.list("VILLATORO CHUB, JOSE", birth: "2008-11-21")
      try await records.running {
        try await records.catchUp()
        #expect(try await records.found("Jose Villatoro") == [adult])
        #expect(records.status.people == 1)
        days.pass()
        for _ in 0..<500 where records.status.people < 2 { try await Task.sleep(for: .milliseconds(20)) }
        #expect(Set(try await records.found("Jose Villatoro")) == [adult, young])
      }
      await database.close()
    }
  }

  @Test func `reads names in other letters, in memory and by the database's keys`() async throws {
    try await SearchScene.with { scene in
      let id = try await scene.list("Виллаторо Эрнандез, Хосе", birth: "1991-04-03", country: "HN")
      let odd = try await scene.list("O’Brien@Muñoz, M.ª José", birth: "1980-01-02", country: "MX")
      try await scene.records.running {
        try await scene.records.catchUp()
        for (name, wanted) in [("Jose Villatoro Hernandez", id), ("Maria Jose Obrien Munoz", odd)] {
          let sought = [SoughtPerson(name: name)]
          #expect(try await scene.records.searchMemory(sought, limit: 5)?.first?.assessment.id == wanted)
          #expect(
            try await scene.records.searchDatabase(sought, limit: 5, now: scene.now).first?.assessment.id == wanted)
        }
      }
    }
  }

  /// A clock that moves when it is told to.
  private final class Days: Sendable {
    private let moment: Moment
    init(_ start: Timestamp) { moment = Moment(start) }
    var now: Timestamp { moment.value }
    func pass() { moment.add(86_400) }
  }
}
