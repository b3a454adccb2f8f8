import CivilTime
import Postgres
import Stores
import Testing
import Vault

@testable import Services

@Suite struct `The keeper` {
  private static let reason = "First call, as the family asked."

  @Test func `opens one contact for the responder who took the call, and writes it down first`() async throws {
    try await FamilyScene.with { scene in
      let (_, call) = try await scene.waiting()
      let me = try #require(try await scene.responder("ana")).staff
      #expect(
        try await scene.calls.contact(of: call, reason: Self.reason, by: me, now: scene.now) == .refused(.notYours))
      #expect(try await scene.calls.change(call, .take, by: me, now: scene.now))
      #expect(
        try await scene.calls.contact(of: call, reason: Self.reason, by: me, now: scene.now)
          == .contact(FamilyContact(reach: "+1 555 010 0199", note: "planted-note"), notes: []))
      let entry = try #require(
        try await scene.owner.first(
          "select actor, object, purpose from audit_entry where verb = 'contactOpened'"))
      let (actor, object, purpose) = try entry.decode(String.self, String.self, String.self)
      #expect(actor == me.actor && object == "call:\(call)" && purpose == Self.reason)
    }
  }

  @Test func `refuses whoever has no session, no reason, or somebody else's call`() async throws {
    try await FamilyScene.with { scene in
      let (_, call) = try await scene.waiting()
      let me = try #require(try await scene.responder("ana"))
      let other = try #require(try await scene.responder("ben"))
      _ = try await scene.calls.change(call, .take, by: me.staff, now: scene.now)
      let cases: [(session: String, reason: String, refusal: ContactAnswer.Refusal)] = [
        (me.cookie, "", .noReason), (me.cookie, "because", .noReason), (other.cookie, Self.reason, .notYours),
        (SessionToken().text, Self.reason, .notSignedIn), ("", Self.reason, .notSignedIn),
      ]
      for row in cases {
        let answer = try await scene.keeperService.open(
          ContactRequest(call: call, session: row.session, reason: row.reason), now: scene.now)
        #expect(answer == .refused(row.refusal))
      }
      try await scene.signIn.signOut(me.staff, now: scene.now)
      #expect(
        try await scene.calls.contact(of: call, reason: Self.reason, by: me.staff, now: scene.now)
          == .refused(.notSignedIn))
      #expect(try await scene.owner.first("select 1 from audit_entry where verb = 'contactOpened'") == nil)
    }
  }

  @Test func `of a protected person's call opens nothing before a second responder agreed`() async throws {
    try await FamilyScene.with { scene in
      let (_, call) = try await scene.waiting()
      let me = try #require(try await scene.responder("ana")).staff
      let other = try #require(try await scene.responder("ben")).staff
      for change in [CallbackService.Change.take, .protect] {
        #expect(try await scene.calls.change(call, change, by: me, now: scene.now))
      }
      #expect(
        try await scene.calls.contact(of: call, reason: Self.reason, by: me, now: scene.now) == .refused(.notAgreed))
      #expect(try await !scene.calls.change(call, .finish(.told), by: me, now: scene.now))
      #expect(try await !scene.calls.change(call, .agree, by: me, now: scene.now))
      #expect(try await scene.calls.change(call, .agree, by: other, now: scene.now))
      #expect(
        try await scene.calls.contact(of: call, reason: Self.reason, by: me, now: scene.now) != .refused(.notAgreed))
      #expect(try await scene.calls.change(call, .finish(.told), by: me, now: scene.now))
    }
  }

  @Test func `opens so many on a day for one responder, and no more`() async throws {
    try await FamilyScene.with { scene in
      let (_, call) = try await scene.waiting()
      let me = try #require(try await scene.responder("ana")).staff
      _ = try await scene.calls.change(call, .take, by: me, now: scene.now)
      for _ in 0..<3 {
        guard case .contact = try await scene.calls.contact(of: call, reason: Self.reason, by: me, now: scene.now)
        else {
          Issue.record("three are within the limit")
          return
        }
      }
      #expect(
        try await scene.calls.contact(of: call, reason: Self.reason, by: me, now: scene.now) == .refused(.tooMany))
      let count = try await scene.owner.first("select count(*) from audit_entry where verb = 'contactOpened'")
      #expect(try count?.decode(Int.self) == 3)
    }
  }

  @Test func `refuses a contact that was moved to another search`() async throws {
    try await FamilyScene.with { scene in
      let (_, first) = try await scene.waiting("+1 555 010 0101")
      _ = try await scene.waiting("+1 555 010 0102")
      try await scene.owner.execute(
        "update family_search f set contact = (select contact from family_search g where g.search_id <> f.search_id)")
      let me = try #require(try await scene.responder("ana")).staff
      _ = try await scene.calls.change(first, .take, by: me, now: scene.now)
      #expect(try await scene.calls.contact(of: first, reason: Self.reason, by: me, now: scene.now) == .refused(.away))
      #expect(try await scene.owner.first("select 1 from audit_entry where verb = 'contactOpened'") == nil)
    }
  }

  @Test func `gets a new key while all goes on: the old values open, and are sealed anew`() async throws {
    try await FamilyScene.with { scene in
      let (receipt, call) = try await scene.waiting()
      _ = try await scene.receipts.act(.note("planted-story"), with: receipt, now: scene.now)
      let both = try scene.keys.adding()
      #expect(try await KeeperRotation(scene.keeper).reseal(both) == 2)
      #expect(try await KeeperRotation(scene.keeper).reseal(both) == 0)
      let new = both.retiringOld()
      let me = try #require(try await scene.responder("ana"))
      _ = try await scene.calls.change(call, .take, by: me.staff, now: scene.now)
      let keeper = KeeperService(scene.keeper) { new }
      let answer = try await keeper.open(
        ContactRequest(call: call, session: me.cookie, reason: Self.reason), now: scene.now)
      #expect(
        answer == .contact(FamilyContact(reach: "+1 555 010 0199", note: "planted-note"), notes: ["planted-story"]))
    }
  }
}

@Suite struct `Keys at a start` {
  @Test func `are told to a database that knows none, and are then the only ones`() async throws {
    try await FamilyScene.with { scene in
      let check = KeyCheckService(scene.staff)
      let keys = ServiceKeys.generate()
      try await check.verify(.service, keys.checks, file: "f")
      try await check.verify(.service, nil, file: "f")
      try await check.adopt(.service, keys.checks, now: scene.now)
      try await check.verify(.service, keys.checks, file: "f")
      await #expect(throws: KeyError.missing("f")) { try await check.verify(.service, nil, file: "f") }
      await #expect(throws: KeyError.notOfThisDatabase("f")) {
        try await check.verify(.service, ServiceKeys.generate().checks, file: "f")
      }
      let newer = try keys.adding(sealsFrom: 0)
      try await check.verify(.service, newer.checks, file: "f")
      try await check.adopt(.service, newer.checks, now: scene.now)
      await #expect(throws: KeyError.versionMissing(2)) { try await check.verify(.service, keys.checks, file: "f") }
      try await check.retire(.service, below: 2, now: scene.now)
      try await check.verify(.service, newer.retiringOld().checks, file: "f")
    }
  }

  @Test func `of the keeper are the keeper's role's to tell, and nobody else's`() async throws {
    try await FamilyScene.with { scene in
      let checks = scene.keys.publicKey.checks
      await #expect(throws: PostgresError.self) {
        try await KeyCheckService(scene.staff).adopt(.keeper, checks, now: scene.now)
      }
      try await KeyCheckService(scene.keeper).adopt(.keeper, checks, now: scene.now)
      try await KeyCheckService(scene.keeper).verify(.keeper, checks, file: "f")
    }
  }
}
