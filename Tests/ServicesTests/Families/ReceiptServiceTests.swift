import CivilTime
import Linkage
import Postgres
import Stores
import Testing
import Vault

@testable import Services

@Suite struct `A search that a family follows` {
  @Test func `is opened by its words, by its characters, and by nothing else`() async throws {
    try await FamilyScene.with { scene in
      let receipt = try #require(try await scene.follow())
      let by = [receipt.words, receipt.code, receipt.words.uppercased(), receipt.code.lowercased()]
      for text in by { #expect(try await scene.opened(text)?.request == FamilyScene.sought) }
      guard case .mistyped = try await scene.receipts.open("one two three", language: "en", now: scene.now) else {
        Issue.record("three words are no receipt")
        return
      }
      let other = Receipt().text
      guard case .unknown = try await scene.receipts.open(other, language: "en", now: scene.now) else {
        Issue.record("a receipt of nobody opens nothing")
        return
      }
    }
  }

  @Test func `keeps of its receipt neither the words nor the characters, and of a contact nothing readable`()
    async throws
  {
    try await FamilyScene.with { scene in
      let receipt = try #require(try await scene.follow())
      let contact = FamilyContact(reach: "planted-address@example.org", note: "planted-words")
      try await scene.receipts.act(.want(.mail, contact), with: receipt.code, now: scene.now)
      _ = try await scene.receipts.act(.note("planted-story"), with: receipt.code, now: scene.now)
      let dump = try await scene.dumped()
      #expect(dump.contains("Invented"))
      for planted in ["planted", receipt.code, String(receipt.words.prefix(20))] { #expect(!dump.contains(planted)) }
      #expect(try await scene.opened(receipt.code)?.notes == 1)
    }
  }

  @Test func `tells when its contact is wanted, and forgets it when it is not`() async throws {
    try await FamilyScene.with { scene in
      let (receipt, call) = try await scene.waiting()
      let opened = try #require(try await scene.opened(receipt))
      #expect(opened.wants == .call)
      #expect(opened.callDueAt == FamilyScene.hours.due(after: scene.now, hours: 8))
      try await scene.receipts.act(.want(.nothing, nil), with: receipt, now: scene.now)
      #expect(try await scene.opened(receipt)?.wants == .nothing)
      #expect(try await scene.owner.first("select 1 from callback where id = \(call)") == nil)
      #expect(try await scene.owner.first("select 1 from family_search where contact is not null") == nil)
    }
  }

  @Test func `takes facts that are added, and is matched again at once`() async throws {
    try await FamilyScene.with { scene in
      let receipt = try #require(try await scene.follow())
      try await scene.owner.execute("update open_search set due_at = \(scene.now.adding(seconds: 86_400))")
      let day = try #require(CivilDate(iso: "1990-05-04"))
      try await scene.receipts.act(
        .add(SearchRequest(name: "", births: [.day(day)], aNumber: "012345678")), with: receipt.code, now: scene.now)
      let opened = try #require(try await scene.opened(receipt.code))
      #expect(opened.request.name == FamilyScene.sought.name)
      #expect(opened.request.births == [.day(day)])
      #expect(opened.request.country == "GT")
      #expect(opened.request.aNumber == "012345678")
      #expect(try await scene.owner.first("select 1 from open_search where due_at <= \(scene.now)") != nil)
    }
  }

  @Test func `is deleted with everything at once, and its receipt says so`() async throws {
    try await FamilyScene.with { scene in
      let (receipt, _) = try await scene.waiting()
      _ = try await scene.receipts.act(.note("planted-story"), with: receipt, now: scene.now)
      try await scene.receipts.act(.delete, with: receipt, now: scene.now)
      #expect(try await scene.dumped().isEmpty)
      guard case .deleted = try await scene.receipts.open(receipt, language: "en", now: scene.now) else {
        Issue.record("a deleted search is known to be deleted")
        return
      }
      #expect(
        try await scene.owner.first("select 1 from audit_entry where verb = 'searchDeleted' and actor = 'nobody'")
          != nil)
    }
  }

  @Test func `lives on for ninety days from when it was looked at`() async throws {
    try await FamilyScene.with { scene in
      let receipt = try #require(try await scene.follow())
      let later = scene.now.adding(seconds: 80 * 86_400)
      guard case .search(let search, _) = try await scene.receipts.open(receipt.code, language: "en", now: later) else {
        Issue.record("it is still there")
        return
      }
      #expect(search.expiresAt == later.adding(seconds: 90 * 86_400))
    }
  }

  @Test func `is throttled, for all strangers together`() async throws {
    try await FamilyScene.with { scene in
      try await scene.owner.execute(
        "insert into attempt_throttle (space, clear_at) values ('receipt', \(scene.now.adding(seconds: 3600)))")
      let receipt = try #require(try await scene.follow())
      guard case .tooMany(let seconds) = try await scene.receipts.open(receipt.code, language: "en", now: scene.now)
      else {
        Issue.record("too many are refused")
        return
      }
      #expect(seconds > 3000)
    }
  }

  @Test func `is out of reach of strangers' own queries`() async throws {
    try await FamilyScene.with { scene in
      _ = try await scene.follow()
      let queries: [PostgresQuery] = [
        "select 1 from family_search", "select 1 from family_note", "select 1 from callback", "select 1 from outbox",
        "select 1 from open_search", "select 1 from deleted_search",
      ]
      for query in queries {
        await #expect(throws: PostgresError.self) { try await scene.visitors.execute(query) }
      }
      await #expect(throws: PostgresError.self) {
        try await scene.staff.execute("select contact from family_search")
      }
      // A row of a table whose actor is nobody is not seen by staff's role.
      #expect(try await scene.staff.first("select 1 from family_search") == nil)
    }
  }
}
