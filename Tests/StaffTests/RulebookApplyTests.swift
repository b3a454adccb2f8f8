import CivilTime
import CounselRules
import Foundation
import Locking
import Postgres
import Records
import Services
import Testing

@Suite struct `A rulebook that is applied` {
  private static func folder() throws -> [SourceFile] {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "sql/rulebook")
    return try FileManager.default.subpathsOfDirectory(atPath: root.path).sorted()
      .filter { $0.hasSuffix(".json") && !$0.hasPrefix("examples/") }
      .map { SourceFile(name: $0, data: try Data(contentsOf: root.appending(path: $0))) }
  }

  private static func text(_ name: String, in files: [SourceFile]) throws -> String {
    String(decoding: try #require(files.first { $0.name == name }).data, as: UTF8.self)
  }

  private static let hours = "orders/B18-HOURS-BD.2.json"

  /// A third version, by which seven hours are enough, in place of the second.
  private static func newer(_ files: [SourceFile]) throws -> SourceFile {
    let text = try text(hours, in: files)
      .replacing("\"version\": 2", with: "\"version\": 3, \"replaces\": 2")
      .replacing("\"businessMinutes\": 480", with: "\"businessMinutes\": 420")
    return SourceFile(name: "orders/B18-HOURS-BD.3.json", data: Data(text.utf8))
  }

  private static let languages = ["en", "es"]

  @Test func `is kept once, and says nothing new when it is applied again`() async throws {
    try await StaffSite.with { scene in
      let files = try Self.folder()
      let service = RulebookService(scene.owner)
      let (plan, rulebook) = try await service.apply(files, languages: Self.languages, now: scene.now)
      #expect(plan.isFirst && plan.added.count == files.count && plan.kept.isEmpty)
      let (again, same) = try await service.apply(files, languages: Self.languages, now: scene.now)
      #expect(again.added.isEmpty && again.renewed.isEmpty && !again.isFirst)
      #expect(rulebook.rules.map(\.id) == same.rules.map(\.id) && rulebook.rules.count > 50)
      // A folder with one rule adds to what is in force and drops nothing.
      let (alone, all) = try await service.plan(
        files.filter { !$0.name.contains("/") } + [try Self.newer(files)], languages: Self.languages)
      #expect(alone.added == ["orders/B18-HOURS-BD.3.json"] && all.rules.count == rulebook.rules.count + 1)
    }
  }

  @Test func `never changes a version, whatever else comes with it`() async throws {
    try await StaffSite.with { scene in
      let files = try Self.folder()
      let service = RulebookService(scene.owner)
      _ = try await service.apply(files, languages: Self.languages, now: scene.now)
      let changed = try Self.text(Self.hours, in: files).replacing("480", with: "420")
      let wrong =
        files.filter { $0.name != Self.hours }
        + [SourceFile(name: Self.hours, data: Data(changed.utf8)), try Self.newer(files)]
      let error = await #expect(throws: DataFaults.self) {
        try await service.apply(wrong, languages: Self.languages, now: scene.now)
      }
      let fault = try #require(error?.faults.first)
      #expect(error?.faults.count == 1 && fault.file == Self.hours && fault.field.contains("parameters"))
      #expect(try await service.applied().count == files.count)
      // Not past the database either.
      await #expect(throws: PostgresError.self) {
        try await scene.owner.execute("update rulebook_file set content = 'x' where name = \(Self.hours)")
      }
      await #expect(throws: PostgresError.self) {
        try await scene.owner.execute("delete from rulebook_file where name = \(Self.hours)")
      }
      await #expect(throws: PostgresError.self) {
        try await scene.owner.execute(
          """
          insert into rulebook_file (name, sha256, content, applied_at)
          select name, sha256, content, now() from rulebook_file where name = \(Self.hours)
          """)
      }
    }
  }

  @Test func `refuses rules that do not fit together, and says where`() async throws {
    try await StaffSite.with { scene in
      let files = try Self.folder()
      let service = RulebookService(scene.owner)
      let overlapping = try Self.text(Self.hours, in: files).replacing("\"version\": 2", with: "\"version\": 3")
      await #expect(throws: DataFaults.self) {
        try await service.apply(
          files + [SourceFile(name: "orders/B18-HOURS-BD.3.json", data: Data(overlapping.utf8))],
          languages: Self.languages, now: scene.now)
      }
      #expect(try await service.applied().isEmpty)
    }
  }

  @Test func `is asked by the next transaction, and what was found before stays`() async throws {
    try await StaffSite.withPlace { scene in
      let files = try Self.folder()
      let service = RulebookService(scene.owner)
      let live = LiveRulebook(try RulebookReader.read(files))
      let visits = VisitService(scene.owner, judge: live)
      var mona = try await scene.browser("mona", .monitor)
      let path = "/en/staff/visits/places/LOSHOLD/2026-11-18"
      await mona.get(path)
      await mona.post(
        path,
        [
          ("kind", "open_observed"), ("day", "2026-11-18"), ("from", "8:00"), ("to", "15:30"),
          ("closedOtherwise", "yes"), ("grade", "B"),
        ])
      #expect(try await Self.said(scene) == ["B18-HOURS-BD/2 breached"])
      let before = try await scene.count("select count(*) from place_finding")

      let (_, rulebook) = try await service.plan(files + [try Self.newer(files)], languages: Self.languages)
      let rehearsed = try await Self.changes(VisitService(scene.owner, judge: RulebookJudge(rulebook)), false, scene)
      #expect(rehearsed == ["LOSHOLD B18-HOURS-BD/2 breached nothing", "LOSHOLD B18-HOURS-BD/3 nothing met"])
      #expect(try await scene.count("select count(*) from place_finding") == before)

      _ = try await service.apply(files + [try Self.newer(files)], languages: Self.languages, now: scene.now)
      #expect(try await Self.changes(visits, true, scene) == rehearsed)
      #expect(try await Self.said(scene) == ["B18-HOURS-BD/3 met"])
      #expect(try await scene.count("select count(*) from place_finding") == before + 2)
      #expect(try await Self.changes(visits, true, scene).isEmpty)
      let day = try await scene.owner.first("select standing from place_day where day = '2026-11-18'")
      #expect(try day?.decode(String.self) == "open")
    }
  }

  private static func changes(_ visits: VisitService, _ keeps: Bool, _ scene: StaffSite) async throws -> [String] {
    let found = Locked<[String]>([])
    let done = try await visits.reevaluate(keeps: keeps, now: scene.now) { change in
      found.withLock {
        $0.append("\(change.subject) \(change.rule) \(change.before ?? "nothing") \(change.after ?? "nothing")")
      }
    }
    #expect(done.places == 1 && done.requests == 0)
    return found.withLock { $0 }
  }

  /// What counts of the rule on hours of business days.
  private static func said(_ scene: StaffSite) async throws -> [String] {
    try await scene.owner.rows(
      """
      select rule || ' ' || outcome from (select distinct on (key) key, rule, outcome from place_finding
        where rule like 'B18-HOURS-BD/%' order by key, id desc) l where outcome is not null order by 1
      """
    ).map { try $0.decode(String.self) }
  }
}
