/// The words of a command line, read by what the command's usage declares.
struct Arguments: Sendable {
  private(set) var operands: [String] = []
  private var values: [String: [String]] = [:]
  private var flags: Set<String> = []

  /// Reads `--flag value`, `--flag=value`, `--flag` and operands; after `--` everything is an operand.
  init(_ words: [String], usage: Usage) throws(UsageError) {
    var rest = words[...]
    var onlyOperands = false
    while let word = rest.popFirst() {
      if onlyOperands || word == "-" || !word.hasPrefix("-") {
        operands.append(word)
      } else if word == "--" {
        onlyOperands = true
      } else {
        try readOption(word, &rest, usage.options)
      }
    }
    try checkOperands(usage.operands)
  }

  /// Whether a flag without a value was given.
  func has(_ flag: String) -> Bool { flags.contains(flag) }

  /// The value of an option; the last one if it was given more than once.
  func text(_ flag: String) -> String? { values[flag]?.last }

  /// All values of an option that may be repeated.
  func all(_ flag: String) -> [String] { values[flag] ?? [] }

  func required(_ flag: String) throws(UsageError) -> String {
    guard let value = text(flag), !value.isEmpty else { throw UsageError("\(flag) is missing.") }
    return value
  }

  /// A whole number within bounds; nil if the option was not given.
  func integer(_ flag: String, in bounds: ClosedRange<Int>) throws(UsageError) -> Int? {
    guard let value = text(flag) else { return nil }
    guard let number = Int(value.filter { $0 != "_" && $0 != "," }), bounds.contains(number) else {
      throw UsageError(
        "\(flag) takes a whole number from \(bounds.lowerBound) to \(bounds.upperBound), not “\(value)”.")
    }
    return number
  }

  private mutating func readOption(
    _ word: String, _ rest: inout ArraySlice<String>, _ options: [Option]
  ) throws(UsageError) {
    let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let flag = String(parts[0])
    guard let option = options.first(where: { $0.flag == flag }) else {
      throw UsageError("There is no option “\(flag)”.")
    }
    switch (option.value, parts.count > 1) {
    case (nil, false): flags.insert(flag)
    case (nil, true): throw UsageError("\(flag) takes no value.")
    case (_?, true): values[flag, default: []].append(String(parts[1]))
    case (let name?, false):
      guard let next = rest.first, !next.hasPrefix("--") else {
        throw UsageError("\(flag) needs a value: \(flag) \(name).")
      }
      values[flag, default: []].append(next)
      rest.removeFirst()
    }
  }

  private func checkOperands(_ declared: [Operand]) throws(UsageError) {
    let needed = declared.prefix { $0.count != .optional }
    if operands.count < needed.count { throw UsageError("\(needed[operands.count].name) is missing.") }
    if operands.count > declared.count, !declared.contains(where: { $0.count == .many }) {
      throw UsageError("“\(operands[declared.count])” is one word too many.")
    }
  }
}
