import CivilTime
import Foundation
import Linkage
import Locking
import Postgres
import Stores
import Testing

@testable import Services

@Suite struct `Mail about news` {
  /// These people are earned whatever is known.
  private struct Earning: NewsJudge {
    let people: [Int64]

    func mayTell(_ request: SearchRequest, of person: Int64, spends: Bool, now: Timestamp) async throws -> Bool {
      people.contains(person) && !spends
    }
  }

  private func batch(_ scene: FamilyScene, earning people: [Int64]) -> NewsBatch {
    NewsBatch(scene.staff, judge: Earning(people: people), hours: FamilyScene.hours, hour: 10)
  }

  private func mailer(_ scene: FamilyScene) -> Mailer {
    Mailer(scene.keeper, origin: "https://example.org", from: "news@example.org") { [keys = scene.keys] in keys }
  }

  private func states(_ scene: FamilyScene) async throws -> [String: Int] {
    Dictionary(uniqueKeysWithValues: try await OutboxStore(scene.owner).counts().map { ($0.state, $0.count) })
  }

  /// The next day, after the hour of the batch.
  private func tomorrow(_ scene: FamilyScene) -> Timestamp { scene.now.adding(seconds: 86_400) }

  @Test func `is queued once a day, after its hour, for what the facts on file earn`() async throws {
    try await FamilyScene.with { scene in
      let (one, other) = (try await scene.listed(), try await scene.listed())
      _ = try await scene.wantingMail("one@example.org", person: one)
      _ = try await scene.wantingMail("two@example.org", person: other)
      _ = try await scene.waiting()
      let now = tomorrow(scene)
      _ = try await batch(scene, earning: []).step(now: scene.now)
      #expect(try await states(scene).isEmpty)
      _ = try await batch(scene, earning: [one]).step(now: now)
      #expect(try await states(scene) == ["waiting": 1])
      // What came later in the day waits for the next.
      _ = try await batch(scene, earning: [one, other]).step(now: now.adding(seconds: 60))
      #expect(try await states(scene) == ["waiting": 1])
      _ = try await batch(scene, earning: [one, other]).step(now: now.adding(seconds: 86_400))
      #expect(try await states(scene) == ["waiting": 2])
    }
  }

  @Test func `says that there is news, where to look, and nothing else`() async throws {
    try await FamilyScene.with { scene in
      let person = try await scene.listed()
      _ = try await scene.wantingMail("planted@example.org", person: person)
      _ = try await batch(scene, earning: [person]).step(now: tomorrow(scene))
      let sent = Locked<[MailMessage]>([])
      let isSent = try await mailer(scene).step(now: tomorrow(scene)) { message in
        sent.withLock { $0.append(message) }
        return .taken
      }
      #expect(isSent)
      let message = try #require(sent.withLock { $0.first })
      #expect(message.to == "planted@example.org")
      #expect(message.subject == "Hay novedades")
      #expect(message.text.contains("https://example.org/es/receipt"))
      #expect(!message.text.contains("Rosalía") && !message.text.contains("Invented"))
      let bytes = String(decoding: try #require(message.bytes), as: UTF8.self)
      #expect(bytes.contains("To: <planted@example.org>\n") && bytes.contains("Message-ID: <"))
      #expect(bytes.utf8.allSatisfy { $0 < 127 })
      #expect(try await states(scene) == ["sent": 1])
      let again = try await mailer(scene).step(now: tomorrow(scene)) { _ in .taken }
      #expect(!again)
    }
  }

  @Test func `that was in the machine's hands when the keeper ended is not sent again`() async throws {
    try await FamilyScene.with { scene in
      let person = try await scene.listed()
      _ = try await scene.wantingMail("one@example.org", person: person)
      let now = tomorrow(scene)
      _ = try await batch(scene, earning: [person]).step(now: now)
      // The program ends between the hand-over and its note.
      _ = try await OutboxStore(scene.keeper).take(now: now)
      #expect(try await states(scene) == ["sending": 1])
      let later = now.adding(seconds: 600)
      let isSent = try await mailer(scene).step(now: later) { _ in
        Issue.record("it was handed over twice")
        return .taken
      }
      #expect(!isSent)
      #expect(try await states(scene) == ["uncertain": 1])
      // The family has not looked: the next day's batch is another message.
      _ = try await batch(scene, earning: [person]).step(now: now.adding(seconds: 86_400))
      #expect(try await states(scene) == ["uncertain": 1, "waiting": 1])
    }
  }

  @Test func `is tried again with longer pauses, under one name, and then given up`() async throws {
    try await FamilyScene.with { scene in
      let person = try await scene.listed()
      _ = try await scene.wantingMail("one@example.org", person: person)
      var now = tomorrow(scene)
      _ = try await batch(scene, earning: [person]).step(now: now)
      let names = Locked<[String]>([])
      for pause in Mailer.pauses + [0] {
        let tried = try await mailer(scene).step(now: now) { message in
          names.withLock { $0.append(message.id) }
          return .refusedForNow
        }
        #expect(tried)
        let early = try await mailer(scene).step(now: now.adding(seconds: pause * 60 - 1)) { _ in .taken }
        #expect(!early)
        now = now.adding(seconds: pause * 60)
      }
      #expect(names.withLock { $0.count } == Mailer.pauses.count + 1)
      #expect(Set(names.withLock { $0 }).count == 1)
      #expect(try await states(scene) == ["failed": 1])
    }
  }

  @Test func `does not go to whoever took the wish back`() async throws {
    try await FamilyScene.with { scene in
      let person = try await scene.listed()
      let receipt = try await scene.wantingMail("one@example.org", person: person)
      _ = try await batch(scene, earning: [person]).step(now: tomorrow(scene))
      try await scene.receipts.act(.want(.nothing, nil), with: receipt, now: scene.now)
      let isSent = try await mailer(scene).step(now: tomorrow(scene)) { _ in .taken }
      #expect(!isSent)
    }
  }

  static let addresses: [(text: String, isOne: Bool)] = [
    ("a@example.org", true), ("a.b+c@mail.example.org", true), ("a@b", false), ("a b@example.org", false),
    ("a@example.org\nBcc: b@example.org", false), ("a@example.org,b@example.org", false), ("-t@example.org", false),
    ("a@example.org>", false), ("@example.org", false), ("a@@example.org", false), ("á@example.org", false),
  ]

  @Test(arguments: addresses) func `goes to plain addresses alone`(_ row: (text: String, isOne: Bool)) {
    #expect(FamilyContact.isAddress(row.text) == row.isOne)
    let message = MailMessage(
      from: "news@example.org", to: row.text, subject: "s", text: "t", id: "i",
      sentAt: Timestamp(microseconds: 0))
    #expect((message.bytes != nil) == row.isOne)
  }
}

@Suite struct `Office hours` {
  static let cases: [(hours: String, at: String, after: Int, due: String)] = [
    ("America/New_York mon-fri 9-17", "2026-11-20 10:00", 4, "2026-11-20 14:00"),
    ("America/New_York mon-fri 9-17", "2026-11-20 16:00", 4, "2026-11-23 12:00"),
    ("America/New_York mon-fri 9-17", "2026-11-21 10:00", 8, "2026-11-23 17:00"),
    ("America/New_York mon-fri 9-17", "2026-11-20 07:00", 8, "2026-11-20 17:00"),
    ("America/Los_Angeles sun-sun 10:30-12:00", "2026-11-20 10:00", 2, "2026-11-29 11:00"),
    ("UTC mon-sun 0-24", "2026-11-20 23:00", 2, "2026-11-21 01:00"),
  ]

  @Test(arguments: cases) func `count only while somebody is there`(
    _ row: (hours: String, at: String, after: Int, due: String)
  ) throws {
    let hours = try #require(OfficeHours(row.hours))
    #expect(hours.due(after: try moment(row.at, hours.zone), hours: row.after) == (try moment(row.due, hours.zone)))
  }

  static let wrong = [
    "", "mon-fri 9-17", "America/New_York fri-mon 9-17", "America/New_York mon-fri 17-9", "Nowhere/Land mon-fri 9-17",
    "America/New_York mon-fri 9-25", "America/New_York mon-fri 9:60-17", "America/New_York mon-xyz 9-17",
  ]

  @Test(arguments: wrong) func `are refused when they are none`(_ text: String) { #expect(OfficeHours(text) == nil) }

  private func moment(_ text: String, _ zone: Zone) throws -> Timestamp {
    let parts = text.split(separator: " ")
    let day = try #require(CivilDate(iso: String(parts[0])))
    let time = parts[1].split(separator: ":").compactMap { Int($0) }
    return try #require(zone.moments(of: LocalTime(day: day, minuteOfDay: time[0] * 60 + time[1])).first)
  }
}
