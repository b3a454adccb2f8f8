internal import CivilTime
internal import Foundation
internal import Linkage
internal import Services

/// `paradero search`: finds a person for someone at the machine, with the weights behind it on request.
struct SearchCommand: Command {
  static let name = "search"
  static let summary = "find a person, with the weights behind the answer"
  static let usage = Usage(
    operands: [Operand("NAME", "the name as it is known, in any order and spelling", count: .many)],
    options: [
      .value("--birth", "DATE", "a date, a year or an age; “3/4/1989” is tried both ways"),
      .value("--country", "COUNTRY", "a name or nationality in English or Spanish, or two letters"),
      .value("--a-number", "NUMBER", "seven to nine digits, any punctuation"),
      .value("--sex", "SEX", "female, male or other"),
      .value("--arrested", "DATE", "the day of the arrest; “yesterday” will do"),
      .value("--place", "PLACE", "where the arrest was: a city, a county, a state"),
      .flag("--explain", "show what each fact weighs, and the part of each name"),
      .flag("--json", "print JSON"),
    ],
    notes: """
      Words stay in the history of the shell: put a space before the line, or use “-” as the name to type it in.

      Weights are bits: each bit doubles how likely it is that two records are of one person. Nobody under 18 is shown.
      """)

  private let input: SearchInput
  private let explains: Bool
  private let isJSON: Bool

  init(_ arguments: Arguments) throws(UsageError) {
    var name = arguments.operands.joined(separator: " ")
    if name == "-" { name = readLine() ?? "" }
    input = SearchInput(
      name: name, birth: arguments.text("--birth") ?? "", country: arguments.text("--country") ?? "",
      aNumber: arguments.text("--a-number") ?? "", sex: arguments.text("--sex") ?? "",
      arrestedOn: arguments.text("--arrested") ?? "", arrestPlace: arguments.text("--place") ?? "")
    explains = arguments.has("--explain")
    isJSON = arguments.has("--json")
  }

  func run(_ context: CommandContext) async throws {
    let now = Timestamp.now
    let request: SearchRequest
    switch SearchRequest.parse(input, today: now.utcDay ?? .farthest) {
    case .success(let parsed): request = parsed
    case .failure(let faults): throw Failure(SearchWords.sentence(faults), .usage)
    }
    // Once, by the database's own keys: reading everybody would take longer.
    let database = try context.database(as: .staff)
    if request.aNumber != nil { try await NumberSealing(database).requireReadable() }
    let records = RecordIndex(database, share: try context.share()) { now }
    let weighing = CandidateWeighing(PeopleSearch(records, database: database))
    let outcome = try await weighing.outcome(of: request, now: now)
    if isJSON {
      context.output.line(try SearchReport(outcome, explains: explains).json())
    } else {
      for line in SearchWords.lines(outcome, explains: explains) { context.output.line(line) }
    }
  }
}
