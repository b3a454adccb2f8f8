internal import CivilTime
internal import Linkage
internal import Records
internal import Services

/// `paradero attempt log`: notes a look elsewhere, as evidence. A mistake is corrected by another note.
struct AttemptLogCommand: Command {
  static let name = "attempt log"
  static let summary = "note a look for somebody elsewhere"
  static let usage = Usage(
    options: [
      .value("--who", "ACCOUNT", "whose note it is: an account of a responder or operator"),
      .value("--locator", "PLACE", Locator.allCases.map(\.rawValue).joined(separator: ", ")),
      .value("--result", "RESULT", LocatorResult.allCases.map(\.rawValue).joined(separator: ", ")),
      .value("--first", "NAME", "the first name exactly as typed there"),
      .value("--last", "NAME", "the last name exactly as typed there"),
      .value("--a-number", "NUMBER", "the A-number typed there"),
      .value("--country", "COUNTRY", "the country chosen there"),
      .value("--birth", "TEXT", "the birth typed there"),
      .value("--detail", "TEXT", "the number called, the page's name"),
      .value("--facility", "TEXT", "the place it named, if it found somebody"),
      .value("--day", "DATE", "when, if not now (YYYY-MM-DD)"),
      .value("--time", "TIME", "at what time by the clocks of --zone, such as 14:05"),
      .value("--zone", "ZONE", "such as America/Los_Angeles"),
      .value("--next", "HOURS", "look again after so many hours: 4, 12, 24, 72 or 168"),
      .value("--person", "NUMBER", "the person in these records, if known"),
    ],
    notes: "A note is never changed: it becomes evidence. To correct one, write another.")

  private let input: AttemptInput
  private let who: String

  private static let fields: [(String, AttemptField)] = [
    ("--locator", .locator), ("--result", .result), ("--first", .firstName), ("--last", .lastName),
    ("--a-number", .aNumber), ("--country", .country), ("--birth", .birth), ("--detail", .detail),
    ("--facility", .place), ("--day", .day), ("--time", .time), ("--zone", .zone), ("--next", .nextCheck),
    ("--person", .person),
  ]

  init(_ arguments: Arguments) throws(UsageError) {
    who = try arguments.required("--who")
    _ = try arguments.required("--locator")
    _ = try arguments.required("--result")
    input = AttemptInput(
      Dictionary(uniqueKeysWithValues: Self.fields.map { ($0.1, arguments.text($0.0) ?? "") }))
  }

  func run(_ context: CommandContext) async throws {
    let attempts = ConsoleAttempts(try context.database(as: .migrator))
    do {
      switch try await attempts.log(input, account: who, now: .now) {
      case .success: context.output.line("Noted.")
      case .failure(let faults): throw Failure(Self.sentence(faults), .badData)
      }
    } catch let fault as AttemptAccountFault {
      throw Failure("\(fault)", .badData)
    }
  }

  private static func sentence(_ faults: AttemptFaults) -> String {
    let parts = fields.compactMap { flag, field in faults[field].map { "\(flag) \(words($0))" } }
    return "The note was not taken: " + parts.joined(separator: "; ") + "."
  }

  private static func words(_ fault: AttemptFault) -> String {
    switch fault {
    case .notChosen: "is none of the choices"
    case .tooLong(let limit): "is longer than \(limit) characters"
    case .notADay: "is no day such as 2026-11-20"
    case .notATime: "is no time such as 14:05"
    case .inFuture: "lies in the future"
    case .tooLongAgo: "is more than a year ago"
    case .notAnANumber: "has not seven to nine digits"
    case .unknownCountry: "is no country that is known"
    case .nothingLookedFor: "is missing, and the last name and the A-number too"
    case .placeWithoutFinding: "is given although nobody was found"
    case .noSuchPerson: "is nobody in these records"
    }
  }
}

/// `paradero attempt list`: the newest notes.
struct AttemptListCommand: Command {
  static let name = "attempt list"
  static let summary = "show the newest looks elsewhere"
  static let usage = Usage(options: [.value("--limit", "N", "how many; 50 if not said")])

  private let limit: Int

  init(_ arguments: Arguments) throws(UsageError) {
    limit = try arguments.integer("--limit", in: 1...10_000) ?? 50
  }

  func run(_ context: CommandContext) async throws {
    let notes = try await ConsoleAttempts(try context.database(as: .migrator)).recent(limit: limit)
    guard !notes.isEmpty else {
      context.output.line("Nothing was looked up elsewhere yet.")
      return
    }
    for note in notes {
      let attempt = note.attempt
      let name = [attempt.inputs.firstName, attempt.inputs.lastName].compactMap(\.self).joined(separator: " | ")
      let parts = [
        InvitationLines.moment(attempt.triedAt), attempt.locator.rawValue, attempt.result.rawValue,
        name.isEmpty
          ? attempt.inputs.aNumber.map { $0 == ANumber.unreadable ? "A-number (no key)" : "A\($0)" } ?? "" : name,
        attempt.inputs.country ?? "",
        attempt.facilityText ?? "", "by \(attempt.who)",
        attempt.nextCheckAt.map { "again \(InvitationLines.moment($0))" } ?? "",
      ]
      context.output.line("\(note.id)  " + parts.filter { !$0.isEmpty }.joined(separator: "  "))
    }
  }
}
