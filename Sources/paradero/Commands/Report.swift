internal import CivilTime
internal import Foundation
internal import Phrasebook
internal import Services
internal import Site
internal import Stores

/// `paradero report`: figures about requests for visits, as a table or as JSON.
struct ReportCommand: Command {
  static let name = "report"
  static let summary = "count requests for visits and findings, with intervals"
  static let usage = Usage(
    options: [
      .value("--by", "GROUP", "place, week, month, mode, tie, rule or authority; place unless told"),
      .value("--from", "DAY", "the first day counted, such as 2026-11-01"),
      .value("--until", "DAY", "the day after the last one"),
      .value("--place", "CODE", "one place alone"),
      .value("--as-of", "DAY", "as known at the end of that day (UTC) instead of now"),
      .flag("--json", "JSON instead of CSV"),
      .flag("--incidents", "every reviewed incident as CSV instead, redacted after Rule 5.2"),
      .value("--pdf", "FILE", "all of it as a report to print, with how it was counted"),
      .value("--language", "CODE", "of the printed report: en or es; en unless told"),
      .flag("--dictionary", "what each column means, and nothing else"),
    ],
    notes: """
      Counts what was reported to this service, which is no random sample of what happened. Small counts are not left
      out: this is for those who work on the findings, not for publication.

      The same question with the same --as-of gives the same answer until something is lawfully deleted.
      """)

  private let query: FigureQuery?
  private let isJSON: Bool
  private let isOfIncidents: Bool
  private let pdf: String?
  private let phrases: Phrases

  init(_ arguments: Arguments) throws(UsageError) {
    isJSON = arguments.has("--json")
    isOfIncidents = arguments.has("--incidents")
    pdf = arguments.text("--pdf")
    let code = arguments.text("--language") ?? "en"
    guard let phrases = Phrases.all.first(where: { $0.language.code == code }) else {
      throw UsageError("--language is one of \(Phrases.all.map(\.language.code).joined(separator: ", ")).")
    }
    self.phrases = phrases
    if arguments.has("--dictionary") {
      query = nil
      return
    }
    let now = Timestamp.now
    guard let today = now.utcDay, let tomorrow = today.adding(days: 1) else { throw UsageError("The clock is wrong.") }
    let until = try Self.day(arguments, "--until") ?? tomorrow
    guard let from = try Self.day(arguments, "--from") ?? until.adding(days: -30) else {
      throw UsageError("--until is too early.")
    }
    guard from < until else {
      throw UsageError("There is no day to count: --from \(from.iso) has to come before --until \(until.iso).")
    }
    let asOf = try Self.day(arguments, "--as-of")?.adding(days: 1).map(Timestamp.init(utcMidnight:))
    var query = FigureQuery(from: from, until: until, asOf: asOf.map { min($0, now) } ?? now)
    if let word = arguments.text("--by") {
      guard let grouping = FigureQuery.Grouping(rawValue: word) else {
        throw UsageError("--by is one of \(FigureQuery.Grouping.allCases.map(\.rawValue).joined(separator: ", ")).")
      }
      query.grouping = grouping
    }
    query.place = arguments.text("--place")
    self.query = query
  }

  func run(_ context: CommandContext) async throws {
    guard let query else {
      for (column, meaning) in FigureTable.dictionary + IncidentTable.dictionary {
        context.output.line("\(column): \(meaning)")
      }
      return
    }
    if let pdf { return try await print(query, to: pdf, context) }
    if isOfIncidents {
      let incidents = try await Application.incidents(context).reviewed(query)
      for line in IncidentTable(incidents, query).csv.split(separator: "\r\n") { context.output.line(String(line)) }
      return
    }
    let table = FigureTable(try await FigureService(try context.database(as: .staff)).report(query))
    // Lines of CSV end as RFC 4180 says; each is one here.
    let text = isJSON ? try table.json() : table.csv
    for line in text.split(separator: isJSON ? "\n" : "\r\n", omittingEmptySubsequences: false).dropLast() {
      context.output.line(String(line))
    }
  }

  private func print(_ query: FigureQuery, to path: String, _ context: CommandContext) async throws {
    let figures = FigureService(try context.database(as: .staff))
    let content = try await ReportContent(
      query, incidents: try await Application.incidents(context).reviewed(query)
    ) { try await figures.report($0) }
    let page = ReportPrintPage(content, phrases: phrases, isPractice: try await Application.isPractice(context))
    let bytes: [UInt8]
    do throws(PrintFailure) { bytes = try await PaperPrinter(seconds: 600).pdf(page.document) } catch {
      let reason = if case .impossible(let reason) = error { reason } else { "Others are being made." }
      throw Failure(
        "No PDF can be made: \(reason) One place (--place) or fewer days make a shorter report; “paradero doctor” says "
          + "whether anything is missing.", .unavailable)
    }
    let file = try NewFile(path)
    try file.write(bytes)
    try file.finish()
    context.output.line(
      "\(path): \(content.incidents.count) reviewed findings, \(content.places.total.requests) requests.")
  }

  private static func day(_ arguments: Arguments, _ flag: String) throws(UsageError) -> CivilDate? {
    guard let text = arguments.text(flag) else { return nil }
    guard let day = CivilDate(iso: text) else { throw UsageError("\(flag) takes a day such as 2026-11-30.") }
    return day
  }
}
