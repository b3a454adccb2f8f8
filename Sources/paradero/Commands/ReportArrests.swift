internal import CivilTime
internal import Services

/// `paradero report arrests`: arrests of a year and where people were held, as a table or as JSON.
struct ReportArrestsCommand: Command {
  static let name = "report arrests"
  static let summary = "count arrests and where people are held, small counts left out"
  static let usage = Usage(
    options: [
      .value("--year", "YEAR", "a calendar year; this one unless told"),
      .value("--as-of", "DAY", "as known at the end of that day (UTC) instead of now"),
      .flag("--json", "JSON instead of CSV"),
      .flag("--dictionary", "what each column means, and nothing else"),
    ],
    notes: """
      Counts what was reported to this service, which is no random sample of what happened. Counts of 1 to 10 are left
      out, and others so that they cannot be reckoned from any of the tables of the year. People under 18, people who are
      protected, records found wrong and reports that nobody vouches for are not counted.

      The same question with the same --as-of gives the same answer until something is lawfully deleted.
      """)

  private let query: ArrestQuery?
  private let isJSON: Bool

  init(_ arguments: Arguments) throws(UsageError) {
    isJSON = arguments.has("--json")
    if arguments.has("--dictionary") {
      query = nil
      return
    }
    let now = Timestamp.now
    guard let today = now.utcDay else { throw UsageError("The clock is wrong.") }
    var year = today.year
    if let text = arguments.text("--year") {
      guard let typed = Int(text), ArrestQuery.years.contains(typed) else {
        throw UsageError("--year takes a year such as 2026.")
      }
      year = typed
    }
    var asOf = now
    if let text = arguments.text("--as-of") {
      guard let day = CivilDate(iso: text)?.adding(days: 1) else {
        throw UsageError("--as-of takes a day such as 2026-11-30.")
      }
      asOf = min(Timestamp(utcMidnight: day), now)
    }
    query = ArrestQuery(year: year, asOf: asOf)
  }

  func run(_ context: CommandContext) async throws {
    guard let query else {
      for (column, meaning) in ArrestTable.dictionary { context.output.line("\(column): \(meaning)") }
      return
    }
    let table = ArrestTable(try await ArrestService(try context.database(as: .staff)).report(query))
    // Lines of CSV end as RFC 4180 says; each is one here.
    let text = isJSON ? try table.json() : table.csv
    for line in text.split(separator: isJSON ? "\n" : "\r\n", omittingEmptySubsequences: false).dropLast() {
      context.output.line(String(line))
    }
  }
}
