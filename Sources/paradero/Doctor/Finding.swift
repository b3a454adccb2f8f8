/// What a look at one thing found, in a sentence that says what to do if something is wrong.
struct Finding: Sendable, Equatable {
  enum Verdict: String, Sendable {
    case good = "✔"
    /// It works, but somebody should know.
    case advice = "!"
    case fault = "✘"
  }

  let subject: String
  let verdict: Verdict
  let sentence: String

  static func good(_ subject: String, _ sentence: String) -> Finding {
    Finding(subject: subject, verdict: .good, sentence: sentence)
  }
  static func advice(_ subject: String, _ sentence: String) -> Finding {
    Finding(subject: subject, verdict: .advice, sentence: sentence)
  }
  static func fault(_ subject: String, _ sentence: String) -> Finding {
    Finding(subject: subject, verdict: .fault, sentence: sentence)
  }
}

/// One thing that the doctor looks at. A new one is a constant and a line in the list.
struct Examination: Sendable {
  let subject: String
  /// Without the database there is nothing to look at.
  var needsDatabase = true
  let look: @Sendable (CommandContext) async throws -> [Finding]

  /// All of them, in the order in which one fault explains the next.
  static let all: [Examination] = [
    .database, .server, .migrations, .clock, .logging, .durability, .roles, .numbers, .index, .disk, .files,
    .permissions,
    .printing, .evidence, .mail, .nginx,
  ]

  /// Looks, and makes a fault of whatever goes wrong while looking.
  func findings(_ context: CommandContext) async -> [Finding] {
    do {
      return try await look(context)
    } catch {
      return [.fault(subject, Failure(explaining: error).sentence)]
    }
  }
}
