import CivilTime
import Disclosure
import Foundation
import Gateway
import Postgres
import Records
import Services
import Site
import Stores
import TestKit
import Testing

/// One search, asked of the whole service while the record that it means is absent, not earned, protected, unscreened,
/// guessed at, or closed: every byte and every header of the answer is the same.
@Suite struct `Answers that name nobody` {
  private static let share = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "sql").path
  private static let now = StaffSite.start

  private struct Service {
    let owner: Database
    let staff: Database
    let pipeline: Pipeline
    private static let browser = VisitorForm().cookie

    /// The answer as it goes out: the head without the request's own number, and the body.
    func ask(_ path: String, _ type: String, _ body: String) async throws -> (head: [String], body: [UInt8]) {
      let variables: [(name: String, value: String)] = [
        ("CONTENT_TYPE", type), ("HTTP_CONTENT_TYPE", type), ("REQUEST_METHOD", "POST"), ("REQUEST_URI", path),
        ("DOCUMENT_URI", path),
        // One browser asks, as its cookie says; a new one would get another token with each answer.
        ("HTTP_COOKIE", "form=\(Self.browser)"), ("HTTP_SEC_FETCH_SITE", "same-origin"),
        ("SERVER_PROTOCOL", "HTTP/1.1"), ("HTTP_HOST", "localhost:8080"), ("REMOTE_ADDR", "203.0.113.9"),
      ]
      let response = await pipeline.respond(
        to: SCGIHead(contentLength: body.utf8.count, variables: variables), body: Array(body.utf8))
      let head = response.headers.fields.map { "\($0.name): \($0.value)" }.filter { !$0.hasPrefix("X-Request-ID") }
      return (["\(response.status.code)"] + head, Array(response.body.piece(from: 0, atMost: 1 << 20)))
    }
  }

  private static func with(_ body: (Service) async throws -> Void) async throws {
    try await withScratchDatabase(poolSize: 2) { owner, url in
      try await owner.execute("insert into installation (kind) values ('production')")
      let visitors = Database(try DatabaseConfiguration(url: url, user: "paradero_public", poolSize: 2))
      let readers = Database(try DatabaseConfiguration(url: url, user: "paradero_index", poolSize: 2))
      let staff = Database(try DatabaseConfiguration(url: url, user: "paradero_staff", poolSize: 2))
      let origin = try #require(Origin("http://localhost:8080"))
      let records = RecordIndex(readers, share: share) { now }
      let site = SiteApplication(
        search: SearchService(records, database: visitors), places: NoPlaces(),
        configuration: SiteConfiguration(
          origin: origin, isPractice: false, placesReadOn: .farthest, now: { now }, pace: SearchPace(free: 1000))
      ) { error, _ in Issue.record("answered 500: \(error)") }
      let outcome: Result<Void, any Error>
      do {
        outcome = .success(
          try await body(
            Service(owner: owner, staff: staff, pipeline: Pipeline(gate: Gate(origins: [origin]), handler: site))))
      } catch { outcome = .failure(error) }
      for pool in [visitors, readers, staff] { await pool.close() }
      try outcome.get()
    }
  }

  private static func list(_ owner: Database, isPublic: Bool, birth: String) async throws -> Int64 {
    let row = try await owner.first(
      """
      with told as (
        insert into source (name, kind, trust, is_public) values (\(isPublic ? "Roster" : "Hotline"),
          \(isPublic ? "roster" : "hotline"), 2, \(isPublic))
        on conflict (name) do update set trust = 2 returning id
      ), b as (insert into batch (source_id, kind, finished_at) select id, 'import', now() from told returning id
      ), p as (insert into person (batch_id) select id from b returning id, batch_id)
      select id, batch_id from p
      """)
    let (person, batch) = try #require(row).decode(Int64.self, Int64.self)
    try await owner.execute(
      """
      insert into person_description (person_id, batch_id, full_name, birth_date, birth_year, birth_basis, country,
        reported_at)
      values (\(person), \(batch), 'ZOILA YAXCAL TZUNUX', \(CivilDate(iso: birth)), 1991, 'date', 'GT',
        \(now.adding(seconds: -864_000)))
      """)
    return person
  }

  static let asked: [(path: String, type: String, body: String)] = [
    (
      "/en/search", "application/x-www-form-urlencoded", "name=Zoila+Yaxcal+Tzunux&birth=1991-04-23&country=GT"
    ),
    (
      "/es/search", "application/x-www-form-urlencoded", "name=Zoila+Yaxcal+Tzunux&birth=1991-04-23&country=GT"
    ),
    ("/api/v1/search", "application/json", #"{"name":"Zoila Yaxcal Tzunux","birth":"1991-04-23","country":"GT"}"#),
  ]

  @Test(arguments: asked.indices) func `are the same to the byte`(_ index: Int) async throws {
    let (path, type, body) = Self.asked[index]
    try await Self.with { service in
      let owner = service.owner
      // How old the records are is told to everybody: somebody else is listed, of late, by both kinds of source.
      for isPublic in [true, false] {
        let other = try await Self.list(owner, isPublic: isPublic, birth: "1991-01-02")
        try await owner.execute(
          """
          update person_description set full_name = 'RUTH BAGLIETTO', reported_at = \(Self.now.adding(seconds: -60))
          where person_id = \(other)
          """)
      }
      let absent = try await service.ask(path, type, body)
      #expect(absent.body.count > 300)
      func compare(_ state: String) async throws {
        let answer = try await service.ask(path, type, body)
        #expect(answer.head == absent.head, "\(state)")
        #expect(answer.body == absent.body, "\(state)")
      }
      func withdraw() async throws {
        try await owner.execute(
          """
          update batch set withdrawn_at = now(), withdrawn_reason = 'a test'
          where id = (select max(id) from batch)
          """)
      }
      _ = try await Self.list(owner, isPublic: true, birth: "1991-04-24")
      try await compare("not earned")
      try await withdraw()
      _ = try await Self.list(owner, isPublic: false, birth: "1991-04-23")
      try await compare("unscreened")
      try await withdraw()
      let listed = try await Self.list(owner, isPublic: true, birth: "1991-04-23")
      let protection = ProtectionService(service.staff)
      for kind in Hindrance.settable {
        try await protection.applyAtConsole(.protect(listed, kind, .responder, days: nil), now: Self.now)
        try await compare("protected: \(kind.rawValue)")
        for one in try await protection.standingAtConsole(of: listed, now: Self.now) {
          try await protection.applyAtConsole(.lift(one.id, .asked), now: Self.now)
        }
      }
      try await owner.execute(
        """
        insert into automatic_stop (person_id, stopped_at, until)
        values (\(listed), \(Self.now), \(Self.now.adding(seconds: 86_400)))
        """)
      try await compare("budget spent")
      try await owner.execute("delete from automatic_stop")
      try await owner.execute(
        """
        insert into automatic_closing (by_number, closed_at, until, answered, usual)
        values (false, \(Self.now), \(Self.now.adding(seconds: 86_400)), 20, 0)
        """)
      try await compare("closed")
      try await owner.execute("delete from automatic_closing")
      // And once nothing stands in the way, the same search is answered.
      let answered = try await service.ask(path, type, body)
      #expect(answered.body != absent.body)
    }
  }
}
