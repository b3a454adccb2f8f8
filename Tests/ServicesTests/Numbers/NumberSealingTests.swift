import CivilTime
import Disclosure
import Linkage
import Postgres
import Records
import Stores
import TestKit
import Testing
import Vault

@testable import Services

@Suite struct `A-numbers in the database` {
  static let number = "234561078"

  /// Everything that the tables hold of A-numbers, as a dump would show it.
  private func held(_ owner: Database) async throws -> [String] {
    try await owner.rows(
      """
      select value from person_identifier where kind = 'a_number'
      union all select a_number from open_search where a_number is not null
      union all select client_a_number from visit_request where client_a_number is not null
      union all select inputs->>'aNumber' from locator_attempt where inputs ? 'aNumber'
      """
    ).map { try $0.decode(String.self) }
  }

  private static let looked = LocatorAttempt(
    locator: .other, personID: nil, triedAt: SearchScene.now, inputs: LocatorInputs(aNumber: number), result: .noMatch,
    facilityText: nil, who: "rosa", nextCheckAt: nil)

  private func ask(_ session: some PostgresSession, _ number: String?, as account: Int64) async throws -> Int64? {
    let place = try await session.first("select id from facility limit 1")?.decode(Int32.self) ?? 0
    return try await VisitStore(session).add(
      reference: "PV-000001", facility: place, office: nil, account: account,
      client: VisitClient(name: "Sample Client", aNumber: number), ask: VisitAsk(tie: .prospective), beganAtDoor: true,
      incident: nil, now: SearchScene.now)
  }

  private func account(_ owner: Database) async throws -> Int64 {
    try await owner.execute("insert into facility (code, name, origin) values ('PLACE', 'A place', 'test')")
    return try await owner.first(
      "insert into account (name, role, created_at) values ('rosa', 'responder', now()) returning id")?
      .decode(Int64.self) ?? 0
  }

  @Test func `are sealed by whoever has the key, and read as they were`() async throws {
    try await SearchScene.with("production", keys: .generate()) { scene in
      let account = try await account(scene.owner)
      let searches = OpenSearchStore(scene.staff)
      let search = try await searches.add(
        SearchRequest(name: "Ana Invented", aNumber: Self.number), account: nil, now: scene.now)
      let proof = ReceiptProof(
        selector: [UInt8](repeating: 1, count: 16), verifier: [UInt8](repeating: 2, count: 32))
      let families = FamilySearchStore(scene.visitors)
      try await families.follow(
        SearchRequest(name: "Ana Invented", aNumber: Self.number), language: "en", proof: proof, now: scene.now)
      try await families.add(SearchRequest(name: "Ana Invented", aNumber: "098123456"), proof, now: scene.now)
      let request = try await scene.staff.transaction(actor: "account:\(account)") {
        try await ask($0, Self.number, as: account)
      }
      _ = try await LocatorAttemptStore(scene.staff).add(Self.looked, now: scene.now)

      let held = try await held(scene.owner)
      #expect(held.count == 4 && held.allSatisfy { NumberSeal.isToken($0) })
      #expect(Set(held).count == 2, "the same number is the same token")
      #expect(try await searches.search(search)?.facts.aNumber == Self.number)
      #expect(try await families.open(proof, now: scene.now)?.request.aNumber == "098123456")
      #expect(try await LocatorAttemptStore(scene.staff).recent(limit: 1).first?.attempt.inputs.aNumber == Self.number)
      let read = try await scene.staff.transaction(actor: "account:\(account)") {
        try await VisitStore($0).request(id: request ?? 0)
      }
      #expect(read?.client.aNumber == Self.number)
      #expect(try await NumberSealing(scene.staff).run() == 0)
    }
  }

  @Test func `that cannot be opened are said to be unreadable, and equal none`() async throws {
    try await SearchScene.with("production", keys: .generate()) { scene in
      let search = try await OpenSearchStore(scene.staff).add(
        SearchRequest(name: "Ana Invented", aNumber: Self.number), account: nil, now: scene.now)
      let id = try await scene.list("INVENTED, ANA", birth: "1990-01-02", aNumber: Self.number)
      #expect(try await NumberSealing(scene.staff).run() == 1)
      // The owner has no key; another installation has another one.
      for keys in [nil, ServiceKeys.generate()] {
        let other = Database(
          try DatabaseConfiguration(
            url: scene.url, user: "paradero_staff", poolSize: 1, companion: NumberBoundary(keys)))
        let facts = try await OpenSearchStore(other).search(search)?.facts
        #expect(facts?.aNumber == ANumber.unreadable)
        #expect(facts?.readings.allSatisfy { $0.aNumber == nil } == true)
        #expect(try await ShownPersonStore(other).aNumbers(of: [id])[id] == [])
        #expect(try await ShownPersonStore(other).descriptions(of: [id])[id]?.first?.aNumbers == [ANumber.unreadable])
        #expect(
          try await IndexStore(other).rows(of: [id]).allSatisfy {
            if case .aNumber = $0.content { false } else { true }
          })
        await other.close()
      }
      await #expect(throws: NumbersSealed.self) { try await NumberSealing(scene.owner).requireReadable() }
      try await NumberSealing(scene.staff).requireReadable()
    }
  }

  @Test func `that lie plain are found plain, sealed by the service, and found as before`() async throws {
    try await SearchScene.with("production", keys: .generate()) { scene in
      let account = try await account(scene.owner)
      let id = try await scene.list(
        "VILLATORO XILOJ, JOSE", birth: "1991-04-03", country: "GT", aNumber: Self.number)
      try await scene.list("OTHER, SOMEBODY", birth: "1970-01-02", aNumber: "111111111")
      try await OpenSearchStore(scene.owner).add(
        SearchRequest(name: "Ana Invented", aNumber: Self.number), account: nil, now: scene.now)
      _ = try await ask(scene.owner, Self.number, as: account)
      _ = try await LocatorAttemptStore(scene.owner).add(Self.looked, now: scene.now)
      try await scene.owner.execute(
        "insert into locator_attempt (locator, tried_at, inputs, result, who) values ('x', now(), '{}', 'error', 'rosa')"
      )

      let sealing = NumberSealing(scene.staff)
      func finds() async throws -> [[Int64]] {
        var found: [[Int64]] = []
        for number in [Self.number, "234561079", "111111112"] {
          found.append(try await scene.found(SearchInput(name: "Jose Villatoro", aNumber: number)).map(\.assessment.id))
        }
        return found
      }
      let before = try await finds()
      #expect(before[0].first == id && before[1].first == id)
      #expect(try await scene.told(SearchInput(name: "Jose Villatoro", aNumber: Self.number)) != nil)
      #expect(try await sealing.count() == (5, false))
      #expect(try await sealing.run() == 5)
      #expect(try await held(scene.owner).allSatisfy { NumberSeal.isToken($0) })
      #expect(try await sealing.count() == (0, true))
      #expect(try await sealing.run() == 0)
      #expect(try await finds() == before)
      #expect(try await scene.told(SearchInput(name: "Jose Villatoro", aNumber: Self.number)) != nil)
      #expect(
        try await scene.owner.first("select 1 from locator_attempt where inputs = '{}'") != nil,
        "others stay as they are")
      // Without the key nothing is sealed.
      try await scene.list("NEW, ONE", birth: "1980-01-02", aNumber: "222222222")
      #expect(try await NumberSealing(scene.owner).run() == 0)
      #expect(try await sealing.count() == (1, true))
    }
  }

  @Test func `let what was taken back by a plain number be known by the sealed one`() async throws {
    try await SearchScene.with("production", keys: .generate()) { scene in
      let id = try await scene.listJose()
      #expect(try await scene.protect(id, .contested) == .done)
      let contest = try #require(try await scene.protection.standingAtConsole(of: id, now: scene.now).first).id
      // Some were taken back at the command line, some by the service: their digests differ, and both were of plain numbers.
      #expect(
        try await ProtectionService(scene.owner).applyAtConsole(.decide(contest, isUpheld: true), now: scene.now)
          == .done)
      #expect(try await ProtectionStore(scene.staff).keySuppressions() == 3)
      #expect(try await NumberSealing(scene.staff).run() == 1)
      // The record itself is erased, and another list tells the number under another name.
      try await scene.owner.execute("update suppression set person_id = null")
      let again = try await scene.list("SHILOH, PEPE", birth: "1951-12-03", aNumber: Self.number)
      let asked = SearchInput(name: "Pepe Shiloh", aNumber: Self.number)
      #expect(try await scene.told(asked) == nil, "while it lies plain")
      #expect(try await NumberSealing(scene.staff).run() == 1)
      #expect(try await scene.told(asked) == nil, "once it is sealed")
      #expect(try await scene.found(asked).first { $0.assessment.id == again }?.hindrances == [.suppressed])
      // It is undone as a whole.
      #expect(try await scene.protection.applyAtConsole(.restore(contest), now: scene.now) == .done)
      #expect(try await scene.owner.first("select 1 from suppression") == nil)
      #expect(try await scene.told(asked) != nil)
    }
  }

  @Test func `protect others of the same number, and whoever may have it while it lies plain`() async throws {
    try await SearchScene.with("production", keys: .generate()) { scene in
      let id = try await scene.listJose()
      #expect(try await scene.protect(id, .hidden) == .done)
      #expect(try await NumberSealing(scene.staff).run() == 1)
      let same = try await scene.list("SHILOH, PEPE", birth: "1951-12-03", aNumber: Self.number)
      let other = try await scene.list("QUISPE, ANA LUCIA", birth: "1988-06-17", aNumber: "111111111")
      let asks = [
        (same, SearchInput(name: "Pepe Shiloh", aNumber: Self.number)),
        (other, SearchInput(name: "Ana Lucia Quispe", aNumber: "111111111")),
      ]
      for (_, input) in asks { #expect(try await scene.told(input) == nil) }
      #expect(try await NumberSealing(scene.staff).run() == 2)
      #expect(try await scene.told(asks[0].1) == nil)
      #expect(try await scene.told(asks[1].1) != nil)
    }
  }

  @Test func `of followed searches are met by records of the number, and of one that it is mistaken for`() async throws
  {
    try await FollowingScene.with(keys: .generate()) { scene in
      try await scene.crowd()
      let search = try await scene.open("Jose Villatoro", aNumber: Self.number)
      let near = try await scene.open("Jose Villatoro", aNumber: "234561087")
      try await scene.settle()
      let id = try await scene.list("VILLATORO XILOJ, JOSE", "1991-04-03", aNumber: Self.number)
      try await scene.settle()
      #expect(try await scene.pairs().isSuperset(of: [[search, id], [near, id]]))
      #expect(try await NumberSealing(scene.staff).run() == 1)
      let later = try await scene.list("XILOJ, JOSE", "1991-04-03", aNumber: "234561078", source: "Another")
      #expect(try await NumberSealing(scene.staff).run() == 1)
      try await scene.settle()
      #expect(try await scene.pairs().contains([search, later]))
    }
  }
}
