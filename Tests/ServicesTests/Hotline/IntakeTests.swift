import CivilTime
import Foundation
import Postgres
import Records
import Stores
import Testing
import Vault

@testable import Services

extension FamilyScene {
  var intake: IntakeService {
    IntakeService(staff, keys: ring, promise: 8, keeper: Line(service: keeperService, now: now))
  }

  func at(minutes: Double) -> Timestamp { now.adding(seconds: minutes * 60) }

  /// Keeps a report and gives its number.
  func report(
    _ texts: [IntakeField: String], by staff: Staff, key: String = UUID().uuidString, minutes: Double = 0
  ) async throws -> Int64 {
    try await intake.take(IntakeInput(texts), formKey: key, by: staff, now: at(minutes: minutes)).get()
  }

  func line(_ id: Int64, by staff: Staff, minutes: Double = 0) async throws -> IntakeLine {
    try #require(try await intake.matter(id, by: staff, now: at(minutes: minutes))?.line)
  }

  func partner(_ name: String, _ takes: [HandoffNeed], by staff: Staff) async throws -> Int64 {
    try await intake.addPartner(name: name, phone: "+1 555 010 0100", takes: takes, by: staff, now: now).get()
  }

  /// Everything that the database holds of the hotline, as a thief would read it.
  func dumpedHotline() async throws -> String {
    var text = ""
    for row in try await owner.rows(
      """
      select to_jsonb(i)::text || encode(coalesce(told, ''), 'escape') from intake i
      union all select to_jsonb(e)::text || encode(coalesce(note, ''), 'escape') from intake_event e
      union all select to_jsonb(c)::text || encode(box, 'escape') from intake_contact c
      union all select to_jsonb(h)::text from handoff_event h
      union all select to_jsonb(s)::text || encode(coalesce(contact, ''), 'escape') from alert_subscriber s
      """)
    {
      text += try row.decode(String.self) + "\n"
    }
    return text
  }
}

@Suite struct `A report of the hotline` {
  @Test func `needs a place and nothing else, and begins new, unverified and due`() async throws {
    try await FamilyScene.with { scene in
      let ana = try #require(try await scene.responder("ana")).staff
      let id = try await scene.report([.place: "Main St and 4th, Springfield"], by: ana)
      let line = try await scene.line(id, by: ana)
      #expect(line.status == .new && line.truth == .unverified && line.dependent == .unknown)
      #expect(line.place == "Main St and 4th, Springfield" && line.happenedAt == scene.now)
      #expect(line.dueAt == scene.at(minutes: 1440))
      let fault = try await scene.intake.take(IntakeInput(), formKey: UUID().uuidString, by: ana, now: scene.now)
      #expect(fault == .failure(IntakeFaults([.place: .noPlace])))
    }
  }

  static let faults: [(IntakeField, String, IntakeFault)] = [
    (.people, "many", .notANumber), (.people, "0", .notANumber), (.day, "yesterday", .notADay),
    (.day, "2027-01-01", .inFuture), (.day, "2020-01-01", .tooLongAgo), (.time, "25:00", .notATime),
    (.caller, "call me", .notAPhone), (.caller, "12345", .notAPhone), (.observer, "XYZ-9", .unknownObserver),
    (.country, "Atlantis", .unknownCountry), (.birth, "long ago", .notABirth), (.name, "1234", .notAName),
    (.callBack, "yes", .noPhone), (.place, String(repeating: "x", count: 201), .tooLong),
  ]

  @Test(arguments: faults)
  func `says what is wrong with a field, and keeps nothing`(
    _ field: IntakeField, _ text: String, _ fault: IntakeFault
  ) async throws {
    try await FamilyScene.with { scene in
      let ana = try #require(try await scene.responder("ana")).staff
      var input = IntakeInput([.place: "A corner"])
      input[field] = text
      let result = try await scene.intake.take(
        input, formKey: UUID().uuidString, by: ana, now: scene.now)
      #expect(result == .failure(IntakeFaults([field: fault])))
      #expect(try await scene.owner.first("select count(*) from intake")?.decode(Int.self) == 0)
    }
  }

  @Test func `that is sent twice is kept once`() async throws {
    try await FamilyScene.with { scene in
      let ana = try #require(try await scene.responder("ana")).staff
      let key = UUID().uuidString
      let one = try await scene.report([.place: "A corner"], by: ana, key: key)
      let two = try await scene.report([.place: "A corner"], by: ana, key: key)
      #expect(one == two)
      #expect(try await scene.owner.first("select count(*) from intake")?.decode(Int.self) == 1)
    }
  }

  @Test func `of somebody alone is handed on at once, due in minutes, until somebody for children accepts`()
    async throws
  {
    try await FamilyScene.with { scene in
      let ana = try #require(try await scene.responder("ana")).staff
      let child = try await scene.partner("Children first (invented)", [.child], by: ana)
      let legal = try await scene.partner("Lawyers (invented)", [.legal], by: ana)
      let id = try await scene.report(
        [.place: "A corner", .dependent: "yes", .childPartner: String(child)], by: ana)
      var matter = try #require(try await scene.intake.matter(id, by: ana, now: scene.now))
      #expect(matter.line.status == .dispatched && matter.handoffs.map(\.handoff.need) == [.child])
      #expect(matter.line.dueAt == scene.at(minutes: 15) && !matter.line.isOverdue(at: scene.at(minutes: 14)))
      #expect(matter.line.isOverdue(at: scene.at(minutes: 16)))
      // They decline, and a lawyer accepts: a child is still alone.
      let first = try #require(matter.handoffs.first).handoff.id
      #expect(try await change(scene, id, .answer(handoff: first, .declined), ana, 5) == .done)
      #expect(try await change(scene, id, .handOn(partner: legal, need: .legal, minutes: nil), ana, 6) == .done)
      matter = try #require(try await scene.intake.matter(id, by: ana, now: scene.now))
      let second = try #require(matter.handoffs.first).handoff.id
      #expect(try await change(scene, id, .answer(handoff: second, .accepted), ana, 7) == .done)
      #expect(try await scene.line(id, by: ana).dueAt == scene.at(minutes: 20))
      #expect(try await change(scene, id, .status(.closed), ana, 8) == .needsHandoff)
      #expect(try await change(scene, id, .handOn(partner: child, need: .child, minutes: nil), ana, 9) == .done)
      matter = try #require(try await scene.intake.matter(id, by: ana, now: scene.now))
      let third = try #require(matter.handoffs.first).handoff.id
      #expect(try await change(scene, id, .answer(handoff: third, .accepted), ana, 10) == .done)
      #expect(try await scene.line(id, by: ana).dueAt == nil)
      #expect(try await change(scene, id, .status(.closed), ana, 11) == .done)
    }
  }

  @Test func `of somebody alone without anybody to hand it to is due in a quarter of an hour`() async throws {
    try await FamilyScene.with { scene in
      let ana = try #require(try await scene.responder("ana")).staff
      let id = try await scene.report([.place: "A corner", .dependent: "yes"], by: ana)
      #expect(try await scene.line(id, by: ana).dueAt == scene.at(minutes: 15))
      let counts = try await scene.intake.queue(IntakeFilter(), by: ana, now: scene.at(minutes: 16)).counts
      #expect(counts.alone == 1 && counts.overdue == 1 && counts.open == 1)
    }
  }

  @Test func `ends in a hand-off that was accepted, and not before`() async throws {
    try await FamilyScene.with { scene in
      let ana = try #require(try await scene.responder("ana")).staff
      let legal = try await scene.partner("Lawyers (invented)", [.legal], by: ana)
      let id = try await scene.report([.place: "A corner"], by: ana)
      #expect(try await change(scene, id, .status(.closed), ana, 1) == .needsHandoff)
      #expect(try await change(scene, id, .handOn(partner: legal, need: .legal, minutes: 60), ana, 2) == .done)
      #expect(try await scene.line(id, by: ana).status == .dispatched)
      #expect(try await change(scene, id, .status(.closed), ana, 3) == .needsHandoff)
      var filter = IntakeFilter()
      filter.showing = .overdue
      #expect(try await scene.intake.queue(filter, by: ana, now: scene.at(minutes: 61)).lines.isEmpty)
      #expect(try await scene.intake.queue(filter, by: ana, now: scene.at(minutes: 63)).lines.map(\.id) == [id])
      let handoff = try #require(try await scene.intake.matter(id, by: ana, now: scene.now)?.handoffs.first).handoff.id
      #expect(try await change(scene, id, .answer(handoff: handoff, .accepted), ana, 64, "Will call tonight.") == .done)
      #expect(try await change(scene, id, .status(.closed), ana, 65) == .done)
      let matter = try #require(try await scene.intake.matter(id, by: ana, now: scene.at(minutes: 66)))
      #expect(matter.line.status == .closed && matter.handoffs.first?.notes.values.first == "Will call tonight.")
      // Another of the same incident is closed by it.
      let other = try await scene.report([.place: "A corner"], by: ana, minutes: 70)
      #expect(try await change(scene, other, .same(id), ana, 71) == .done)
      #expect(try await change(scene, other, .status(.closed), ana, 72) == .done)
    }
  }

  @Test func `has a status apart from its truth, both told by events that nobody changes`() async throws {
    try await FamilyScene.with { scene in
      let ana = try #require(try await scene.responder("ana")).staff
      let id = try await scene.report([.place: "A corner"], by: ana)
      for truth in IntakeTruth.allCases {
        #expect(try await change(scene, id, .truth(truth), ana, 1) == .done)
        let line = try await scene.line(id, by: ana)
        #expect(line.truth == truth && line.status == .new)
      }
      #expect(try await change(scene, id, .status(.reviewing), ana, 2) == .done)
      #expect(try await scene.line(id, by: ana).truth == .falseAlarm)
      for statement in ["update intake_event set status = 'new'", "delete from intake_event"] {
        let error = await #expect(throws: PostgresError.self) {
          try await scene.owner.runScript(TrustedScript(embeddedInBinary: Array(statement.utf8), name: "a test"))
        }
        #expect(error?.constraint == "What happened is only ever appended")
      }
    }
  }

  @Test func `that two people change at once keeps what both did`() async throws {
    try await FamilyScene.with { scene in
      let ana = try #require(try await scene.responder("ana")).staff
      let ben = try #require(try await scene.responder("ben")).staff
      let id = try await scene.report([.place: "A corner"], by: ana)
      async let one = scene.intake.change(
        id, .status(.reviewing), note: "ana was here", readTo: 0, by: ana, now: scene.at(minutes: 1))
      async let two = scene.intake.change(
        id, .truth(.corroborated), note: "ben was here", readTo: 0, by: ben, now: scene.at(minutes: 1))
      let outcomes = try await [one, two]
      #expect(outcomes == [.done, .done])
      let matter = try #require(try await scene.intake.matter(id, by: ana, now: scene.at(minutes: 2)))
      #expect(matter.line.status == .reviewing && matter.line.truth == .corroborated)
      #expect(Set(matter.events.compactMap(\.note)) == ["ana was here", "ben was here"])
      #expect(matter.since(0, except: "ana").map(\.event.by) == ["ben"])
    }
  }

  static let places: [(String, String, Double, Bool)] = [
    ("Main St and 4th, Springfield", "main street & 4th Springfield", 20, true),
    ("Walmart on Route 9", "the walmart, route 9", 59, true),
    ("Walmart on Route 9", "the walmart, route 9", 61, false),
    ("Walmart on Route 9", "Court house, Dallas", 5, false),
  ]

  @Test(arguments: places)
  func `is proposed beside another of the same place and hour, and joined by a person alone`(
    _ one: String, _ other: String, _ minutes: Double, _ isSimilar: Bool
  ) async throws {
    try await FamilyScene.with { scene in
      let ana = try #require(try await scene.responder("ana")).staff
      let first = try await scene.report([.place: one], by: ana)
      let second = try await scene.report([.place: other], by: ana, minutes: minutes)
      var matter = try #require(try await scene.intake.matter(second, by: ana, now: scene.at(minutes: 99)))
      #expect(matter.similar.map(\.id) == (isSimilar ? [first] : []))
      #expect(matter.group.isEmpty)
      guard isSimilar else { return }
      #expect(try await change(scene, second, .notSame(first), ana, 100) == .done)
      matter = try #require(try await scene.intake.matter(second, by: ana, now: scene.at(minutes: 101)))
      #expect(matter.similar.isEmpty && matter.group.isEmpty)
      #expect(try await change(scene, second, .same(first), ana, 102) == .done)
      matter = try #require(try await scene.intake.matter(second, by: ana, now: scene.at(minutes: 103)))
      #expect(matter.group.map(\.id) == [first] && matter.line.incident == first)
    }
  }

  @Test func `knows a facility by its code or name`() async throws {
    try await FamilyScene.with { scene in
      try await scene.owner.execute(
        """
        insert into facility (code, name, state, time_zone, time_zone_basis, origin)
        values ('EXAMPLE', 'Example Processing Center', 'CA', 'America/Los_Angeles', 'hand', 'test')
        """)
      let ana = try #require(try await scene.responder("ana")).staff
      for text in ["example", "Example Processing Center"] {
        let line = try await scene.line(try await scene.report([.place: text], by: ana), by: ana)
        #expect(line.facilityCode == "EXAMPLE" && line.zone?.identifier == "America/Los_Angeles")
      }
    }
  }

  private func change(
    _ scene: FamilyScene, _ id: Int64, _ change: IntakeService.Change, _ staff: Staff, _ minutes: Double,
    _ note: String = ""
  ) async throws -> IntakeService.Outcome {
    try await scene.intake.change(id, change, note: note, readTo: 0, by: staff, now: scene.at(minutes: minutes))
  }
}
