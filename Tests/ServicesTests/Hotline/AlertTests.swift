import CivilTime
import Foundation
import Locking
import Postgres
import Records
import Stores
import Testing

@testable import Services

extension FamilyScene {
  var alerts: AlertService { AlertService(staff, publicSite: visitors, keys: ring) }

  var alertMailer: AlertMailer {
    AlertMailer(keeper, origin: "https://example.org", from: "alerts@example.org") { [keys] in keys }
  }

  /// Hands over what waits, and says to whom and under which subject.
  func sent(minutes: Double) async throws -> [String] {
    let sent = Locked<[String]>([])
    while try await alertMailer.step(
      now: at(minutes: minutes),
      handing: { message in
        sent.withLock { $0.append("\(message.to): \(message.subject)") }
        return .taken
      })
    {}
    return sent.withLock { $0 }.sorted()
  }

  /// A report of agents by a caller with a number of their own.
  func sighting(
    _ caller: String, by staff: Staff, basis: String = "saw", observer: String = "", minutes: Double = 0
  ) async throws -> Int64 {
    try await report(
      [
        .place: "A corner", .what: "agents", .basis: basis, .caller: caller, .observer: observer,
        .name: "Planted Somebody",
      ], by: staff, minutes: minutes)
  }

  func same(_ one: Int64, _ other: Int64, by staff: Staff) async throws {
    let outcome = try await intake.change(one, .same(other), readTo: 0, by: staff, now: at(minutes: 1))
    #expect(outcome == .done)
  }

  static let corner = AlertService.Input(place: "Main St and 4th", state: "CA", kind: "agents", hours: "4")
}

@Suite struct `An alert` {
  @Test func `needs two callers who saw it, put together by a person`() async throws {
    try await FamilyScene.with { scene in
      let ana = try #require(try await scene.responder("ana")).staff
      let one = try await scene.sighting("555 010 0001", by: ana)
      #expect(try await publish(scene, one, ana) == .failure(.notFounded))
      // The same caller again, somebody who was told, and another incident do not help.
      let again = try await scene.sighting("(555) 010-0001", by: ana)
      let told = try await scene.sighting("555 010 0002", by: ana, basis: "told")
      let apart = try await scene.sighting("555 010 0003", by: ana)
      try await scene.same(again, one, by: ana)
      try await scene.same(told, one, by: ana)
      #expect(try await publish(scene, one, ana) == .failure(.notFounded))
      try await scene.same(apart, one, by: ana)
      let alert = try await publish(scene, one, ana).get()
      let line = try #require(try await scene.alerts.live(now: scene.at(minutes: 3)).first)
      #expect(line.id == alert && line.basis == .twoSources && line.told.place == "Main St and 4th")
      #expect(line.told.ends.seconds(since: line.told.starts) == 7200)
      #expect(line.told.starts <= scene.now && line.told.ends > scene.now)
    }
  }

  @Test func `stands on one trained observer, while the observer counts`() async throws {
    try await FamilyScene.with { scene in
      let ana = try #require(try await scene.responder("ana")).staff
      let partner = try await scene.partner("Watchers (invented)", [.rapid], by: ana)
      let observer = try await scene.intake.addObserver(
        sign: "abc-12", partner: partner, trainedOn: "2026-01-10", by: ana, now: scene.now
      ).get()
      let one = try await scene.sighting("", by: ana, observer: "ABC-12")
      let line = try await publish(scene, one, ana).get()
      #expect(try await scene.alerts.live(now: scene.at(minutes: 3)).map(\.id) == [line])
      try await scene.intake.endObserver(observer, by: ana, now: scene.at(minutes: 4))
      let result = try await scene.intake.take(
        IntakeInput([.place: "A corner", .observer: "ABC-12"]), formKey: UUID().uuidString, by: ana,
        now: scene.at(minutes: 5))
      #expect(result == .failure(IntakeFaults([.observer: .unknownObserver])))
    }
  }

  @Test func `is refused by the database too, whoever writes it`() async throws {
    try await FamilyScene.with { scene in
      let ana = try #require(try await scene.responder("ana")).staff
      let one = try await scene.sighting("555 010 0001", by: ana)
      let error = await #expect(throws: PostgresError.self) {
        try await scene.staff.transaction(actor: ana.actor) { session in
          let zone = try #require(Zone("America/New_York"))
          _ = try await AlertStore(session).publish(
            .init(
              scene: AlertScene(place: "A corner", starts: scene.now, ends: scene.at(minutes: 120)), state: "CA",
              zone: zone, kind: .agents, basis: .twoSources, expiresAt: scene.at(minutes: 120), isSample: false),
            standingOn: [one], account: ana.account.id, now: scene.now)
        }
      }
      #expect(error?.constraint == "An alert needs two sources or a trained observer")
    }
  }

  static let places: [(String, AlertService.Fault?)] = [
    ("Main St and 4th", nil), ("The market at 1200 Broadway", nil), ("", .noPlace),
    (String(repeating: "long ", count: 30), .tooLong), ("House of Somebody on 4th", .namesSomebody),
    ("call 555-010-0199", .namesSomebody), ("A 201 456 789", .namesSomebody), ("me@example.org", .namesSomebody),
  ]

  @Test(arguments: places)
  func `names a place and never a person`(_ place: String, _ fault: AlertService.Fault?) throws {
    let names: Set<String> = ["planted", "somebody"]
    switch AlertService.place(place, names: names) {
    case .success: #expect(fault == nil)
    case .failure(let found): #expect(found == fault)
    }
  }

  @Test func `expires in hours, and what was wrong stays to be seen until then`() async throws {
    try await FamilyScene.with { scene in
      let ana = try #require(try await scene.responder("ana")).staff
      let alert = try await founded(scene, ana)
      #expect(
        try await scene.alerts.correct(alert, .falseAlarm, by: ana, now: scene.at(minutes: 30)) == .success(true))
      let line = try #require(try await scene.alerts.live(now: scene.at(minutes: 200)).first)
      #expect(line.standing == .falseAlarm && line.correctedAt == scene.at(minutes: 30))
      #expect(try await scene.alerts.live(now: scene.at(minutes: 243)).isEmpty)
      #expect(
        try await scene.alerts.correct(alert, .over, by: ana, now: scene.at(minutes: 40)) == .failure(.notLive))
    }
  }

  @Test func `is in doubt as soon as a report behind it is a false alarm`() async throws {
    try await FamilyScene.with { scene in
      let ana = try #require(try await scene.responder("ana")).staff
      _ = try await founded(scene, ana)
      let outcome = try await scene.intake.change(
        1, .truth(.falseAlarm), readTo: 0, by: ana, now: scene.at(minutes: 20))
      #expect(outcome == .done)
      #expect(try await scene.alerts.live(now: scene.at(minutes: 21)).map(\.standing) == [.inDoubt])
    }
  }

  @Test func `and its correction reach whoever was told, also who unsubscribed since`() async throws {
    try await FamilyScene.with { scene in
      let ana = try #require(try await scene.responder("ana")).staff
      let ben = try #require(try await scene.responder("ben")).staff
      let cleo = try #require(try await scene.responder("cleo")).staff
      for (who, states) in [(ana, ""), (ben, "ca, or"), (cleo, "TX")] {
        let result = try await scene.alerts.subscribe(
          address: "\(who.account.name)@example.org", states: states,
          language: who.account.id == ben.account.id ? "es" : "en",
          by: who, now: scene.now)
        #expect(try result.get())
      }
      #expect(try await !scene.dumpedHotline().contains("@example.org"))
      let alert = try await founded(scene, ana)
      #expect(
        try await scene.sent(minutes: 5) == [
          "ana@example.org: Alert: Agents were seen: Main St and 4th, CA",
          "ben@example.org: Alerta: Se vieron agentes: Main St and 4th, CA",
        ])
      try await scene.alerts.unsubscribe(by: ben, now: scene.at(minutes: 10))
      let right = AlertService.Correction.corrected(place: "Oak St and 9th", bands: -1)
      #expect(try await scene.alerts.correct(alert, right, by: ana, now: scene.at(minutes: 20)) == .success(true))
      #expect(
        try await scene.sent(minutes: 21) == [
          "ana@example.org: Correction of an alert: Agents were seen: Oak St and 9th, CA",
          "ben@example.org: Corrección de una alerta: Se vieron agentes: Oak St and 9th, CA",
        ])
      let line = try #require(try await scene.alerts.live(now: scene.at(minutes: 22)).first)
      #expect(line.told.place == "Main St and 4th" && line.right?.place == "Oak St and 9th")
      #expect(line.right?.starts == line.told.starts.adding(seconds: -7200))
      let reach = try #require(try await scene.alerts.matter(alert, by: ana)).reach
      #expect(reach.sent == 2 && reach.corrected == 2 && reach.waiting == 0)
    }
  }

  @Test func `that was corrected before its mail left is told only as it is right`() async throws {
    try await FamilyScene.with { scene in
      let ana = try #require(try await scene.responder("ana")).staff
      _ = try await scene.alerts.subscribe(
        address: "ana@example.org", states: "", language: "en", by: ana, now: scene.now)
      let alert = try await founded(scene, ana)
      #expect(
        try await scene.alerts.correct(alert, .falseAlarm, by: ana, now: scene.at(minutes: 3)) == .success(true))
      #expect(try await scene.sent(minutes: 4).isEmpty)
      let states = try await scene.owner.rows("select state from alert_message").map { try $0.decode(String.self) }
      #expect(states == ["dropped"])
    }
  }

  @Test func `is subscribed to in one's own name alone`() async throws {
    try await FamilyScene.with { scene in
      let ana = try #require(try await scene.responder("ana")).staff
      let ben = try #require(try await scene.responder("ben")).staff
      for (address, states, fault) in [
        ("nobody", "", AlertService.SubscriptionFault.notAnAddress), ("a@example.org", "XX", .notStates),
      ] {
        let result = try await scene.alerts.subscribe(
          address: address, states: states, language: "en", by: ana, now: scene.now)
        #expect(result == .failure(fault))
      }
      _ = try await scene.alerts.subscribe(
        address: "a@example.org", states: "", language: "en", by: ana, now: scene.now)
      let (mine, theirs) = try await (seen(scene, ana), seen(scene, ben))
      #expect(mine == 1 && theirs == 0)
      #expect(try await scene.alerts.subscription(of: ben) == nil)
    }
  }

  private func seen(_ scene: FamilyScene, _ staff: Staff) async throws -> Int? {
    try await scene.staff.transaction(actor: staff.actor) { session in
      try await session.first("select count(*) from (select id from alert_subscriber) s")?.decode(Int.self)
    }
  }

  /// An alert that two callers stand behind; the first report is number 1.
  private func founded(_ scene: FamilyScene, _ staff: Staff) async throws -> Int64 {
    let one = try await scene.sighting("555 010 0001", by: staff)
    let two = try await scene.sighting("555 010 0002", by: staff)
    try await scene.same(two, one, by: staff)
    return try await publish(scene, one, staff).get()
  }

  private func publish(
    _ scene: FamilyScene, _ intake: Int64, _ staff: Staff
  ) async throws -> Result<Int64, AlertService.Fault> {
    try await scene.alerts.publish(intake, FamilyScene.corner, by: staff, now: scene.at(minutes: 2))
  }
}
