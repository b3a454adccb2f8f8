internal import Foundation

/// The log: one line of JSON for each event, whose words are literals, so that no person's data can slip in.
///
/// A line holds what happened and numbers about it. Never an address, a user agent, a search term or a name; a
/// request is known by its id and its route's template.
struct LineLog: Sendable {
  enum Level: String, Sendable { case info, warning, error }

  /// What may stand in a line. There is no case for free text that a stranger could have written.
  enum Value: Sendable {
    case count(Int)
    case milliseconds(Duration)
    case flag(Bool)
    case word(StaticString)
    /// An identifier the program made itself; anything but letters, digits, `-`, `.` and `_` is dropped.
    case id(String)
    /// A route's template or an error's own sentence, which hold no values; control characters are encoded.
    case template(String)
  }

  let output: Output
  var now: @Sendable () -> Date = { Date() }

  func info(_ event: StaticString, _ fields: KeyValuePairs<StaticString, Value> = [:]) {
    write(.info, event, fields)
  }

  func warning(_ event: StaticString, _ fields: KeyValuePairs<StaticString, Value> = [:]) {
    write(.warning, event, fields)
  }

  func error(_ event: StaticString, _ fields: KeyValuePairs<StaticString, Value> = [:]) {
    write(.error, event, fields)
  }

  private func write(_ level: Level, _ event: StaticString, _ fields: KeyValuePairs<StaticString, Value>) {
    var line = "{\"at\":\"\(Date.ISO8601FormatStyle(includingFractionalSeconds: true).format(now()))\""
    line += ",\"level\":\"\(level.rawValue)\",\"event\":\(Self.quoted("\(event)"))"
    for (key, value) in fields { line += ",\(Self.quoted("\(key)")):\(Self.json(value))" }
    output.line(line + "}")
  }

  private static func json(_ value: Value) -> String {
    switch value {
    case .count(let number): String(number)
    case .milliseconds(let duration): String(format: "%.1f", duration / .milliseconds(1))
    case .flag(let flag): flag ? "true" : "false"
    case .word(let word): quoted("\(word)")
    case .id(let id): quoted(String(id.unicodeScalars.filter(isIdentifier).prefix(64).map(Character.init)))
    case .template(let text): quoted(String(text.prefix(500)))
    }
  }

  private static func isIdentifier(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII
      && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) || "-._".unicodeScalars.contains(scalar))
  }

  /// A JSON string that is one line whatever it holds: controls, line and paragraph separators are encoded.
  static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case _
      where scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) || [0x2028, 0x2029].contains(scalar.value):
        result += String(format: "\\u%04x", scalar.value)
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
