import CivilTime
import Postgres
import Records
import Stores
import Testing
import Vault

@testable import Services

@Suite struct `A caller of the hotline` {
  private static let told: [IntakeField: String] = [
    .place: "A corner", .caller: "(555) 010-0123", .name: "Planted Invented Name", .birth: "1990", .country: "GT",
    .note: "planted words of a caller",
  ]

  @Test func `is known again by a keyed hash and two digits, and nothing told lies open`() async throws {
    try await FamilyScene.with { scene in
      let ana = try #require(try await scene.responder("ana")).staff
      let one = try await scene.report(Self.told, by: ana)
      let two = try await scene.report([.place: "Elsewhere", .caller: "+1 555 010 0123"], by: ana)
      let three = try await scene.report([.place: "Elsewhere", .caller: "555 010 0124"], by: ana)
      let hashes = try await scene.owner.rows("select id, caller_hash, caller_last2 from intake order by id").map {
        try $0.decode(Int64.self, [UInt8].self, String.self)
      }
      #expect(hashes.map(\.0) == [one, two, three] && hashes.map(\.2) == ["23", "23", "24"])
      #expect(hashes[0].1 == hashes[1].1 && hashes[0].1 != hashes[2].1)
      let dump = try await scene.dumpedHotline()
      for planted in ["5550100123", "0100123", "Planted", "planted", "Invented Name"] {
        #expect(!dump.contains(planted), "\(planted)")
      }
      let matter = try #require(try await scene.intake.matter(one, by: ana, now: scene.now))
      #expect(matter.told.name == "Planted Invented Name" && matter.told.note == "planted words of a caller")
      #expect(matter.line.lastTwo == "23" && !matter.line.waitsForCall)
    }
  }

  @Test func `who wants a call has the number sealed for the keeper, who opens it for the report's responder`()
    async throws
  {
    try await FamilyScene.with { scene in
      let ana = try #require(try await scene.responder("ana")).staff
      let ben = try #require(try await scene.responder("ben")).staff
      let partner = try await scene.partner("Lawyers (invented)", [.legal], by: ana)
      var texts = Self.told
      texts[.callBack] = "yes"
      let id = try await scene.report(texts, by: ana)
      #expect(try await !scene.dumpedHotline().contains("010-0123"))
      #expect(try await scene.line(id, by: ana).waitsForCall)
      let reason = "To ask for the exact corner."
      #expect(try await scene.intake.contact(of: id, reason: reason, by: ana) == .refused(.notYours))
      #expect(try await change(scene, id, .take, ana) == .done)
      #expect(try await scene.intake.contact(of: id, reason: "why", by: ana) == .refused(.noReason))
      #expect(try await scene.intake.contact(of: id, reason: reason, by: ben) == .refused(.notYours))
      #expect(
        try await scene.intake.contact(of: id, reason: reason, by: ana)
          == .contact(FamilyContact(reach: "(555) 010-0123"), notes: []))
      let entry = try await scene.owner.first(
        "select actor, object, purpose from audit_entry where verb = 'contactOpened'")
      let (actor, object, purpose) = try #require(entry).decode(String.self, String.self, String.self)
      #expect(actor == ana.actor && object == "intake:\(id)" && purpose == reason)
      // It is closed once the caller was called, and the number goes.
      #expect(try await change(scene, id, .handOn(partner: partner, need: .legal, minutes: nil), ana) == .done)
      let handoff = try #require(try await scene.intake.matter(id, by: ana, now: scene.now)?.handoffs.first).handoff.id
      #expect(try await change(scene, id, .answer(handoff: handoff, .accepted), ana) == .done)
      #expect(try await change(scene, id, .called(.notReached), ana) == .done)
      #expect(try await change(scene, id, .status(.closed), ana) == .needsCall)
      #expect(try await change(scene, id, .called(.reached), ana) == .done)
      #expect(try await change(scene, id, .status(.closed), ana) == .done)
      #expect(try await scene.owner.first("select count(*) from intake_contact")?.decode(Int.self) == 0)
      #expect(try await scene.intake.contact(of: id, reason: reason, by: ana) == .refused(.notYours))
    }
  }

  @Test func `who is not called in time makes the report overdue`() async throws {
    try await FamilyScene.with { scene in
      let ana = try #require(try await scene.responder("ana")).staff
      var texts = Self.told
      texts[.callBack] = "yes"
      let id = try await scene.report(texts, by: ana)
      let line = try await scene.line(id, by: ana)
      let due = try #require(line.callDueAt)
      #expect(due == FamilyScene.hours.due(after: scene.now, hours: 8))
      #expect(line.isOverdue(at: due.adding(seconds: 1)))
    }
  }

  @Test func `tells what becomes a record of its source and trust, screened before anybody is told of it`() async throws
  {
    try await FamilyScene.with { scene in
      let ana = try #require(try await scene.responder("ana")).staff
      let id = try await scene.report(Self.told, by: ana)
      #expect(try await change(scene, id, .record) == .done)
      #expect(try await change(scene, id, .record) == .already)
      let person = try #require(try await scene.line(id, by: ana).person)
      #expect(try await sources(scene, person) == ["Hotline, not verified 5 false live"])
      let row = try #require(
        try await scene.owner.first("select full_name, birth_year, country from person_description"))
      let (name, year, country) = try row.decode(String.self, Int16?.self, String?.self)
      #expect(name == "Planted Invented Name" && year == 1990 && country == "GT")
      #expect(try await scene.owner.first("select kind from custody_event")?.decode(String.self) == "arrest")
      let desk = try await ProtectionService(scene.staff).desk(by: ana, now: scene.now)
      #expect(desk.unscreened.map(\.id) == [person])
      // Backed by somebody else it has a better source; as a false alarm it is told of no more.
      #expect(try await change(scene, id, .truth(.confirmed)) == .done)
      #expect(try await sources(scene, person) == ["Hotline 3 false live", "Hotline, not verified 5 false live"])
      #expect(try await change(scene, id, .truth(.falseAlarm)) == .done)
      #expect(try await sources(scene, person).allSatisfy { $0.hasSuffix("withdrawn") })
    }
  }

  @Test func `is opened by responders alone, and each opening is in the audit log`() async throws {
    try await FamilyScene.with { scene in
      let ana = try #require(try await scene.responder("ana")).staff
      let id = try await scene.report(Self.told, by: ana)
      let before = try await opened(scene)
      _ = try await scene.intake.matter(id, by: ana, now: scene.now)
      #expect(try await opened(scene) == before + 1)
      for (actor, expected) in [(ana.actor, 1), ("account:0", 0), ("service:sign-in", 0), ("", 0)] {
        let seen = try await scene.staff.transaction(actor: actor) { session in
          try await session.first("select count(*) from intake")?.decode(Int.self)
        }
        #expect(seen == expected, "\(actor)")
      }
      let denied = await #expect(throws: PostgresError.self) {
        try await scene.visitors.execute("select from intake")
      }
      #expect(denied?.code == .insufficientPrivilege)
    }
  }

  @Test func `is sealed anew when the keys are rotated`() async throws {
    try await FamilyScene.with { scene in
      let ana = try #require(try await scene.responder("ana")).staff
      var texts = Self.told
      texts[.callBack] = "yes"
      let id = try await scene.report(texts, by: ana)
      _ = try await scene.intake.change(id, .take, note: "a note", readTo: 0, by: ana, now: scene.now)
      #expect(try await KeeperRotation(scene.keeper).reseal(try scene.keys.adding()) == 1)
      let newer = try scene.ring.service.adding(sealsFrom: 0)
      #expect(try await ServiceRotation(scene.staff).reseal(newer) >= 2)
      let later = IntakeService(scene.staff, keys: KeyRing(service: newer.retiringOld(), keeper: nil))
      let matter = try #require(try await later.matter(id, by: ana, now: scene.now))
      #expect(matter.told.name == "Planted Invented Name" && matter.events.last?.note == "a note")
    }
  }

  private func sources(_ scene: FamilyScene, _ person: Int64) async throws -> [String] {
    try await scene.owner.rows(
      """
      select s.name || ' ' || s.trust || ' ' || s.is_public
        || case when b.withdrawn_at is null then ' live' else ' withdrawn' end
      from person_description d join batch b on b.id = d.batch_id join source s on s.id = b.source_id
      where d.person_id = \(person) order by 1
      """
    ).map { try $0.decode(String.self) }
  }

  private func opened(_ scene: FamilyScene) async throws -> Int {
    try await scene.owner.first("select count(*) from audit_entry where verb = 'reportOpened'")?.decode(Int.self) ?? 0
  }

  private func change(
    _ scene: FamilyScene, _ id: Int64, _ change: IntakeService.Change, _ staff: Staff? = nil
  ) async throws -> IntakeService.Outcome {
    let who: Staff
    if let staff { who = staff } else { who = try await signedIn(scene) }
    return try await scene.intake.change(id, change, readTo: 0, by: who, now: scene.at(minutes: 1))
  }

  private func signedIn(_ scene: FamilyScene) async throws -> Staff {
    let name = "helper-\(Int.random(in: 1...1_000_000))"
    return try #require(try await scene.responder(name)).staff
  }
}
