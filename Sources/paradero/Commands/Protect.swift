internal import CivilTime
internal import Disclosure
internal import Services
internal import Stores

/// `paradero protect`: from now on nobody is told of a person by itself.
struct ProtectCommand: Command {
  static let name = "protect"
  static let summary = "tell nobody of a person by itself, from now on"
  static let usage = Usage(
    operands: [Operand("PERSON", "the number of the record, as “paradero search” shows it")],
    options: [
      .value("--because", "KIND", "hidden, contested, safety, section_1367 or minor; hidden if not said"),
      .value("--asked-by", "WHO", "person, lawyer, family or responder; responder if not said"),
      .value("--days", "N", "for how long; without end if not said"),
    ],
    notes: """
      It holds at once, in all instances, and for other records with the same name and date of birth or the same A-number.
      Responders have a page for it; this is for whoever is at the machine.
      """)

  private let change: ProtectionService.Change

  init(_ arguments: Arguments) throws(UsageError) {
    guard let person = Int64(arguments.operands.first ?? ""), person > 0 else {
      throw UsageError("PERSON is the number of a record.")
    }
    let because = arguments.text("--because") ?? Hindrance.hidden.rawValue
    guard let kind = Hindrance(rawValue: because), Hindrance.settable.contains(kind) else {
      throw UsageError("--because is hidden, contested, safety, section_1367 or minor, not “\(because)”.")
    }
    let asker = arguments.text("--asked-by") ?? ProtectionAsker.responder.rawValue
    guard let who = ProtectionAsker(rawValue: asker) else {
      throw UsageError("--asked-by is person, lawyer, family or responder, not “\(asker)”.")
    }
    change = .protect(person, kind, who, days: try arguments.integer("--days", in: 1...ProtectionService.longest))
  }

  func run(_ context: CommandContext) async throws { try await ProtectionLines.apply(change, context) }
}

/// `paradero protect lift`: ends a protection.
struct ProtectLiftCommand: Command {
  static let name = "protect lift"
  static let summary = "end a protection"
  static let usage = Usage(
    operands: [Operand("PROTECTION", "its number, as “paradero protect list” shows it")],
    options: [.value("--because", "REASON", "asked, mistake, over or decided; asked if not said")])

  private let change: ProtectionService.Change

  init(_ arguments: Arguments) throws(UsageError) {
    guard let id = Int64(arguments.operands.first ?? ""), id > 0 else {
      throw UsageError("PROTECTION is the number of a protection.")
    }
    let text = arguments.text("--because") ?? LiftReason.asked.rawValue
    guard let reason = LiftReason(rawValue: text) else {
      throw UsageError("--because is asked, mistake, over or decided, not “\(text)”.")
    }
    change = .lift(id, reason)
  }

  func run(_ context: CommandContext) async throws { try await ProtectionLines.apply(change, context) }
}

/// `paradero protect list`: the protections that stand.
struct ProtectListCommand: Command {
  static let name = "protect list"
  static let summary = "list the protections that stand"
  static let usage = Usage(
    options: [.value("--person", "PERSON", "of one record"), .flag("--json", "print JSON")],
    notes: "Numbers and kinds alone; who they are is for responders, on their page.")

  private let person: Int64?
  private let isJSON: Bool

  init(_ arguments: Arguments) throws(UsageError) {
    person = try arguments.integer("--person", in: 1...Int.max).map { Int64($0) }
    isJSON = arguments.has("--json")
  }

  private struct Line: Encodable {
    let protection, person: Int64
    let because, askedBy: String
  }

  func run(_ context: CommandContext) async throws {
    let service = ProtectionService(try context.database(as: .staff))
    let standing = try await service.standingAtConsole(of: person, now: .now)
    if isJSON {
      let lines = standing.map {
        Line(protection: $0.id, person: $0.person, because: $0.kind.rawValue, askedBy: $0.askedBy.rawValue)
      }
      return context.output.line(try JSONLines.text(lines))
    }
    if standing.isEmpty { context.output.line("No protection stands.") }
    for one in standing {
      context.output.line(
        "\(one.id)  record \(one.person)  \(one.kind.rawValue), asked by \(one.askedBy.rawValue)"
          + (one.setBy.map { ", set by \($0)" } ?? ""))
    }
  }
}

/// `paradero protect screen`: what private sources tell of a person may be told, or must not be.
struct ProtectScreenCommand: Command {
  static let name = "protect screen"
  static let summary = "say whether what private sources tell of a person is safe to tell"
  static let usage = Usage(
    operands: [Operand("PERSON", "the number of the record")],
    options: [.flag("--safe", "families who know enough are told by themselves"), .flag("--unsafe", "nobody is")])

  private let change: ProtectionService.Change

  init(_ arguments: Arguments) throws(UsageError) {
    guard let person = Int64(arguments.operands.first ?? ""), person > 0 else {
      throw UsageError("PERSON is the number of a record.")
    }
    guard arguments.has("--safe") != arguments.has("--unsafe") else { throw UsageError("Say --safe or --unsafe.") }
    change = .screen(person, isSafe: arguments.has("--safe"))
  }

  func run(_ context: CommandContext) async throws { try await ProtectionLines.apply(change, context) }
}

/// `paradero answers open`: automatic answers that were closed are given again.
struct AnswersOpenCommand: Command {
  static let name = "answers open"
  static let summary = "give automatic answers again after they were closed"
  static let usage = Usage(
    notes: """
      They close when more people are answered anew than is usual, as when somebody works through a list, and open by
      themselves after a day. Open them earlier only when you know why there were so many.
      """)

  init(_ arguments: Arguments) throws(UsageError) {}

  func run(_ context: CommandContext) async throws { try await ProtectionLines.apply(.openAnswers, context) }
}

private enum ProtectionLines {
  static func apply(_ change: ProtectionService.Change, _ context: CommandContext) async throws {
    let service = ProtectionService(try context.database(as: .staff))
    switch try await service.applyAtConsole(change, now: .now) {
    case .done: context.output.line("Done.")
    case .already: context.output.line("That was so already; nothing was changed.")
    case .unknown: throw Failure("There is no such record, or nothing to do about it.", .badData)
    }
  }
}
