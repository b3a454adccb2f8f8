internal import CivilTime
internal import Linkage
internal import Services

/// `paradero weights learn`: learns from the records what each agreement is worth, and keeps it.
struct WeightsLearnCommand: Command {
  static let name = "weights learn"
  static let summary = "learn from the records what each agreement is worth"
  static let usage = Usage(
    notes: """
      Reads everybody, compares records that may be of one person, and learns how often each level of agreement is met
      among those that are (expectation maximisation). The weights are kept with the date and the number of people;
      programs that serve take them over within a minute. Until it has been run, sound defaults hold.
      """)

  init(_ arguments: Arguments) throws(UsageError) {}

  func run(_ context: CommandContext) async throws {
    let service = WeightService(try context.database(as: .migrator), share: try context.share())
    let line = context.progress("Reading people", total: nil)
    let report = try await service.learn(as: try context.database(as: .index), now: .now) { line.update($0) }
    line.finish()
    guard report.learnt.pairs > 0 else {
      context.output.line(
        "\(report.people) people were read; too few share anything, so the weights stay as they were.")
      return
    }
    context.output.line("Learnt from \(report.learnt.pairs) pairs of \(report.people) people.")
  }
}

/// `paradero weights show`: the weights that hold, with when and from what they were learnt.
struct WeightsShowCommand: Command {
  static let name = "weights show"
  static let summary = "show what each agreement is worth, and where that was learnt"
  static let usage = Usage(
    notes: """
      m and u: how often a level of agreement is met among records of one person, and among strangers. Bits: each doubles
      how likely it is that two records are of one person.
      """)

  init(_ arguments: Arguments) throws(UsageError) {}

  func run(_ context: CommandContext) async throws {
    let current = try await WeightService(try context.database(as: .migrator), share: try context.share()).current()
    if let learnt = current.learnt {
      context.output.line(
        "Learnt on \(learnt.at.utcDay?.iso ?? "an unknown day") from \(learnt.pairs) pairs of \(learnt.people) people, \(learnt.data)."
      )
    } else {
      context.output.line(
        "Nothing was learnt yet: the defaults hold. “paradero weights learn” learns from the records.")
    }
    for line in current.weights.text.split(separator: "\n") {
      let columns = line.split(separator: "\t")
      let numbers = columns.dropFirst().compactMap { Double($0) }
      let name = columns.first.map { String($0) } ?? ""
      let head = "  \(name)\(String(repeating: " ", count: max(1, 32 - name.count)))"
      if numbers.count == 2 {
        let bits = Weights.Odds(m: numbers[0], u: numbers[1]).bits
        context.output.line("\(head)m \(rounded(numbers[0]))  u \(rounded(numbers[1]))  \(rounded(bits)) bits")
      } else if let number = numbers.first {
        context.output.line("\(head)\(rounded(number))")
      }
    }
  }

  /// Three figures that count.
  private func rounded(_ number: Double) -> String {
    let text = String(number)
    guard abs(number) >= 0.001, !text.contains("e") else { return text }
    let thousandths = (number * 1000).rounded() / 1000
    return String(thousandths)
  }
}
