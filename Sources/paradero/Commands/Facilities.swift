internal import Postgres
internal import Services

/// `paradero facilities load`: brings the places of the seed data into the database.
struct FacilitiesLoadCommand: Command {
  static let name = "facilities load"
  static let summary = "load the places, their inspections and the counted transfers"
  static let usage = Usage(
    notes: """
      Reads the CSV files of seed/ in PARADERO_SHARE. A line that is wrong is named by file, line and field, and then
      nothing is loaded. The same data again changes nothing.
      """)

  init(_ arguments: Arguments) throws(UsageError) {}

  func run(_ context: CommandContext) async throws {
    let database = try context.database(as: .migrator, timeouts: .patient)
    do {
      let report = try await FacilityLoader(database, share: try context.share()).load()
      for line in report.lines { context.output.line(line) }
    } catch let faults as SeedFaults {
      throw Failure("\(faults)", .badData)
    }
  }
}

/// `paradero facilities check`: what is missing of the places, with counts and lists.
struct FacilitiesCheckCommand: Command {
  static let name = "facilities check"
  static let summary = "say what is missing of the places"
  static let usage = Usage(
    options: [.flag("--json", "for programs")],
    notes: "Ends with code 1 when places of the seed data are not in the database; other gaps are only listed.")

  private let json: Bool

  init(_ arguments: Arguments) throws(UsageError) { json = arguments.has("--json") }

  func run(_ context: CommandContext) async throws {
    let database = try context.database(as: .migrator)
    do {
      let report = try await FacilityCheck(database, share: try context.share()).run()
      context.output.line(json ? report.json : report.text)
      // What was found is said already.
      if report["not_loaded"]?.items.isEmpty == false { throw Failure("", .findings) }
    } catch let faults as SeedFaults {
      throw Failure("\(faults)", .badData)
    }
  }
}
