internal import CivilTime
internal import CounselRules
internal import Services
internal import Stores

/// `paradero release make`: publishes what is due.
struct ReleaseMakeCommand: Command {
  static let name = "release make"
  static let summary = "publish the release that is due, if it was not made yet"
  static let usage = Usage(
    notes: """
      Releases come every four weeks, a week after their last day, with what reviewers upheld by then under rules whose
      text was compared with the document. What was published never changes. Counts of one to ten are left out, and so
      much more that glpsol (Debian: glpk-utils) cannot have them back from everything that was ever published; without
      glpsol nothing is made. “paradero serve” does the same once an hour.
      """)

  init(_ arguments: Arguments) throws(UsageError) {}

  func run(_ context: CommandContext) async throws {
    let service = ReleaseService(
      try context.database(as: .staff), judge: LiveRulebook(try context.rulebookFolder().rulebook()))
    do {
      let made = try await service.makeDue(now: .now)
      if made.isEmpty { context.output.line("Nothing is due that was not made.") }
      for release in made { context.output.line(ReleaseLine.text(release)) }
    } catch ReleaseFault.nothingVerified {
      throw Failure(
        "Nothing can be published: the text of no rule was compared with its document (textVerified).", .configuration)
    } catch ReleaseFault.noSolver {
      throw Failure("glpsol is missing: install Debian's glpk-utils.", .configuration)
    }
  }
}

/// `paradero release list`: what was published.
struct ReleaseListCommand: Command {
  static let name = "release list"
  static let summary = "list what was published"
  static let usage = Usage()

  init(_ arguments: Arguments) throws(UsageError) {}

  func run(_ context: CommandContext) async throws {
    for release in try await ReleaseService(try context.database(as: .staff)).all() {
      context.output.line(ReleaseLine.text(release))
    }
  }
}

/// `paradero release show`: a release as it was published, byte for byte.
struct ReleaseShowCommand: Command {
  static let name = "release show"
  static let summary = "print a release as it was published"
  static let usage = Usage(operands: [Operand("NUMBER", "as “paradero release list” says")])

  private let number: Int

  init(_ arguments: Arguments) throws(UsageError) {
    guard let number = arguments.operands.first.flatMap({ Int($0) }), number > 0 else {
      throw UsageError("NUMBER is a number from 1.")
    }
    self.number = number
  }

  func run(_ context: CommandContext) async throws {
    guard let release = try await ReleaseService(try context.database(as: .staff)).release(number) else {
      throw Failure("There is no release \(number).", .missingInput)
    }
    for line in release.document.split(separator: "\n", omittingEmptySubsequences: false).dropLast() {
      context.output.line(String(line))
    }
  }
}

private enum ReleaseLine {
  static func text(_ release: KeptRelease) -> String {
    let hex = release.sha256.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    let last = release.until.adding(days: -1) ?? release.until
    return "\(release.id): \(release.from.iso) to \(last.iso), SHA-256 \(hex)"
  }
}
