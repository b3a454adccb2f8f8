/// One thing that an operator can set: its name, what it means, what it is if nobody says, and how its text is read.
struct Setting<Value: Sendable>: Sendable {
  /// The environment variable.
  let name: String
  /// What the value is called in the help.
  let placeholder: String
  let summary: String
  /// A secret is never shown, has no flag (flags are visible to every user of the machine), and may lie in a file.
  let isSecret: Bool
  let standard: Value
  /// How the standard is shown: a word when it is found at run time.
  let standardText: String
  /// Nil if the text is not such a value.
  let parse: @Sendable (String) -> Value?

  init(
    _ name: String, _ placeholder: String, _ summary: String, standard: Value, shownAs standardText: String,
    secret: Bool = false, parse: @escaping @Sendable (String) -> Value?
  ) {
    (self.name, self.placeholder, self.summary, isSecret) = (name, placeholder, summary, secret)
    (self.standard, self.standardText, self.parse) = (standard, standardText, parse)
  }
}

/// A setting whose type does not matter, for lists of them.
protocol AnySetting: Sendable {
  var name: String { get }
  var placeholder: String { get }
  var summary: String { get }
  var isSecret: Bool { get }
  var standardText: String { get }
  func parsed(_ text: String) -> (any Sendable)?
}

extension Setting: AnySetting {
  func parsed(_ text: String) -> (any Sendable)? { parse(text) }
}

extension AnySetting {
  /// The flag that sets it: `PARADERO_SOCKET` is `--socket`.
  var option: Option? {
    guard !isSecret else { return nil }
    let words = name.split(separator: "_").dropFirst()
    return .value("--" + words.joined(separator: "-").lowercased(), placeholder, summary)
  }
}

extension Setting where Value == String {
  static func text(_ name: String, _ placeholder: String, _ summary: String, standard: String) -> Setting {
    Setting(name, placeholder, summary, standard: standard, shownAs: standard) { $0 }
  }
}

extension Setting where Value == String? {
  static func optional(_ name: String, _ placeholder: String, _ summary: String, shownAs: String) -> Setting {
    Setting(name, placeholder, summary, standard: nil, shownAs: shownAs) { $0 }
  }

  static func secret(_ name: String, _ placeholder: String, _ summary: String) -> Setting {
    Setting(name, placeholder, summary, standard: nil, shownAs: "not set", secret: true) { $0 }
  }
}

extension Setting where Value == Int {
  static func number(
    _ name: String, _ summary: String, standard: Int, in bounds: ClosedRange<Int>
  ) -> Setting {
    Setting(name, "N", summary, standard: standard, shownAs: String(standard)) { text in
      Int(text).flatMap { bounds.contains($0) ? $0 : nil }
    }
  }
}

extension Setting where Value: RawRepresentable & CaseIterable, Value.RawValue == String {
  static func choice(_ name: String, _ summary: String, standard: Value) -> Setting {
    let words = Value.allCases.map(\.rawValue).joined(separator: "|")
    return Setting(name, words, summary, standard: standard, shownAs: standard.rawValue) { Value(rawValue: $0) }
  }
}
