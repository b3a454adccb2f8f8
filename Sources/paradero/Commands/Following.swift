internal import CivilTime
internal import Foundation
internal import Postgres
internal import Services

/// `paradero following list`: open searches by number, without whom they are for.
struct FollowingListCommand: Command {
  static let name = "following list"
  static let summary = "list open searches by number, with what each has found"
  static let usage = Usage(
    options: [.flag("--json", "print JSON")],
    notes: "Whom a search is for is not printed: staff's pages show it to responders.")

  private let isJSON: Bool

  init(_ arguments: Arguments) throws(UsageError) { isJSON = arguments.has("--json") }

  func run(_ context: CommandContext) async throws {
    let found = try await ConsoleFollowing(try context.database(as: .staff)).all(now: .now)
    if isJSON {
      context.output.line(try Self.json(found))
      return
    }
    guard !found.isEmpty else {
      context.output.line("There are no open searches.")
      return
    }
    for search in found {
      let parts = [
        search.isOpen(at: .now) ? "open" : "ended", "since \(InvitationLines.moment(search.openedAt))",
        "until \(InvitationLines.moment(search.closedAt ?? search.expiresAt))",
        search.dueAt <= .now && search.isOpen(at: .now) ? "waits to be matched" : nil,
        "\(search.matches) matches, \(search.unseen) not seen",
      ]
      context.output.line("\(search.id)  " + parts.compactMap(\.self).joined(separator: "  "))
    }
  }

  private struct Line: Encodable {
    let search: Int64
    let isOpen: Bool
    let matches: Int
    let unseen: Int
  }

  private static func json(_ found: [FollowedSearch]) throws -> String {
    let lines = found.map { Line(search: $0.id, isOpen: $0.isOpen(at: .now), matches: $0.matches, unseen: $0.unseen) }
    return try JSONLines.text(lines)
  }
}

/// `paradero following check`: proves by a full cross-match that no match was missed.
struct FollowingCheckCommand: Command {
  static let name = "following check"
  static let summary = "match every open search with all records, and print what differs"
  static let usage = Usage(
    options: [
      .flag("--repair", "have every search that differs matched again"),
      .flag("--json", "print JSON"),
    ],
    notes: """
      Reads all records into memory, matches every open search with them anew and compares that with what is kept. Pairs
      are printed by the numbers of search and record. Ends with 1 if a match is missing or stale and nothing waits to
      be matched.
      """)

  private let repairs: Bool
  private let isJSON: Bool

  init(_ arguments: Arguments) throws(UsageError) {
    repairs = arguments.has("--repair")
    isJSON = arguments.has("--json")
  }

  func run(_ context: CommandContext) async throws {
    try await NumberSealing(try context.database(as: .staff)).requireReadable()
    let line = context.progress("Open searches")
    let report = try await LoadedRecords.with(context) { records in
      try await FollowingCheck(try context.database(as: .staff), records: records)
        .run(now: .now, repairs: repairs) { line.update($0) }
    }
    line.finish()
    if isJSON {
      context.output.line(try JSONLines.text(report))
    } else {
      tell(report, context.output)
    }
    guard report.isComplete || report.isWaiting else {
      throw Failure("What is kept differs from the full cross-match.", .findings)
    }
  }

  private func tell(_ report: FollowingCheck.Report, _ output: Output) {
    output.line("\(report.searches) open searches; \(report.found) matches found, \(report.kept) kept.")
    if report.isWaiting {
      output.line(
        "Waiting: \(report.waitingChanges) changes, \(report.waitingPeople) people, \(report.waitingSearches) searches."
      )
    }
    let lists = [
      ("missing", report.missing), ("stale", report.stale), ("weighed otherwise", report.otherwise),
    ]
    for (name, pairs) in lists {
      output.line("\(pairs.count) \(name)" + (pairs.isEmpty ? "." : ":"))
      for pair in pairs { output.line("  search \(pair.search)  record \(pair.person)") }
    }
    if repairs, !report.isComplete { output.line("They will be matched again.") }
  }
}

/// The records in memory, for a command that asks much of them.
enum LoadedRecords {
  static func with<Value>(_ context: CommandContext, _ body: (RecordIndex) async throws -> Value) async throws -> Value
  {
    let records = try Application.records(context)
    let loading = Task { await records.run() }
    defer { loading.cancel() }
    let line = context.progress("Reading people")
    while records.status.behind == nil {
      try await Task.sleep(for: .milliseconds(50))
      line.update(records.status.people)
    }
    line.finish()
    return try await body(records)
  }
}

/// JSON for programs, keys in order.
enum JSONLines {
  static func text(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
    return String(decoding: try encoder.encode(value), as: UTF8.self)
  }
}
