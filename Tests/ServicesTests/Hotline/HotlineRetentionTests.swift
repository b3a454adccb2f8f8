import CivilTime
import Postgres
import Records
import Stores
import Testing

@testable import Services

@Suite struct `What the hotline keeps` {
  private static let day = 86_400.0

  /// A report with everything in it, worked on and handed on.
  private func report(_ scene: FamilyScene, _ staff: Staff) async throws -> Int64 {
    let partner = try await scene.partner("Lawyers (invented)", [.legal], by: staff)
    let id = try await scene.report(
      [
        .place: "Planted corner", .what: "agents", .basis: "saw", .caller: "555 010 0001", .callBack: "yes",
        .name: "Planted Name", .note: "planted note",
      ], by: staff)
    let handOn = IntakeService.Change.handOn(partner: partner, need: .legal, minutes: nil)
    #expect(try await scene.intake.change(id, handOn, note: "planted", readTo: 0, by: staff, now: scene.now) == .done)
    let handoff = try #require(try await scene.intake.matter(id, by: staff, now: scene.now)?.handoffs.first).handoff.id
    let answer = IntakeService.Change.answer(handoff: handoff, .accepted)
    #expect(try await scene.intake.change(id, answer, note: "planted", readTo: 0, by: staff, now: scene.now) == .done)
    return id
  }

  private func sweep(_ scene: FamilyScene, days: Double) async throws -> RetentionSweep.Report {
    try await RetentionSweep(scene.owner).run(now: scene.now.adding(seconds: days * Self.day))
  }

  @Test func `goes after ninety days where it is personal, and after three years as a whole`() async throws {
    try await FamilyScene.with { scene in
      let ana = try #require(try await scene.responder("ana")).staff
      let id = try await report(scene, ana)
      #expect(try await sweep(scene, days: 89).erased[.intakes] == 0)
      #expect(try await sweep(scene, days: 91).erased[.intakes] == 1)
      let matter = try #require(try await scene.intake.matter(id, by: ana, now: scene.now))
      #expect(matter.line.isErased && matter.line.place == nil && matter.line.lastTwo == nil && matter.told.isEmpty)
      #expect(matter.events.allSatisfy { $0.note == nil } && matter.handoffs.allSatisfy(\.notes.isEmpty))
      #expect(matter.line.kind == .agents && matter.line.status == .dispatched)
      #expect(try await scene.owner.first("select count(*) from intake_contact")?.decode(Int.self) == 0)
      #expect(try await !scene.dumpedHotline().lowercased().contains("planted"))
      #expect(try await sweep(scene, days: 1090).erased[.intakes] == 0)
      #expect(try await sweep(scene, days: 1100).erased[.intakes] == 1)
      #expect(try await scene.owner.first("select count(*) from intake")?.decode(Int.self) == 0)
      #expect(try await scene.owner.first("select count(*) from intake_event")?.decode(Int.self) == 0)
    }
  }

  @Test func `stays while a legal hold keeps it`() async throws {
    try await FamilyScene.with { scene in
      let ana = try #require(try await scene.responder("ana")).staff
      _ = try await report(scene, ana)
      let holds = LegalHoldService(scene.owner)
      _ = try await holds.set(.init("everything"), by: "Judge Roe", because: "No. 1:26-cv-1", now: scene.now)
      #expect(try await sweep(scene, days: 91).erased[.intakes] == 0)
    }
  }

  @Test func `of alerts goes after ninety days, and an address a day after its subscription`() async throws {
    try await FamilyScene.with { scene in
      let ana = try #require(try await scene.responder("ana")).staff
      _ = try await scene.alerts.subscribe(
        address: "ana@example.org", states: "", language: "en", by: ana, now: scene.now)
      let one = try await scene.sighting("555 010 0001", by: ana)
      let two = try await scene.sighting("555 010 0002", by: ana)
      try await scene.same(two, one, by: ana)
      _ = try await scene.alerts.publish(one, FamilyScene.corner, by: ana, now: scene.at(minutes: 2)).get()
      try await scene.alerts.unsubscribe(by: ana, now: scene.at(minutes: 10))
      #expect(try await sweep(scene, days: 0.5).erased[.alerts] == 0)
      #expect(try await sweep(scene, days: 2).erased[.alerts] == 1)
      #expect(try await scene.owner.first("select count(*) from alert_subscriber")?.decode(Int.self) == 0)
      #expect(try await scene.owner.first("select count(*) from alert")?.decode(Int.self) == 1)
      #expect(try await sweep(scene, days: 91).erased[.alerts] == 1)
    }
  }
}
