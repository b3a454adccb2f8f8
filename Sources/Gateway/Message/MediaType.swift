/// A media type with its parameters, as in Content-Type.
package struct MediaType: Sendable, Equatable {
  /// "type/subtype" in small letters.
  package let essence: String
  /// Names in small letters; values unquoted.
  package let parameters: [String: String]

  /// nil if the text is no media type, or gives a parameter twice.
  package init?(_ text: String) {
    guard let parsed = ParameterList(text[...]) else { return nil }
    let halves = parsed.value.split(separator: "/", omittingEmptySubsequences: false)
    guard halves.count == 2, halves.allSatisfy({ Token.isToken($0.utf8) }) else { return nil }
    essence = parsed.value.lowercased()
    parameters = parsed.parameters
  }
}

/// "value; name=token; name=\"quoted\"", the form of Content-Type and Content-Disposition.
struct ParameterList: Sendable, Equatable {
  let value: String
  let parameters: [String: String]

  init?(_ text: Substring) {
    var rest = text
    value = String(Token.trimmed(rest.prefix { $0 != ";" }))
    rest = rest.drop { $0 != ";" }
    var parameters: [String: String] = [:]
    while rest.first == ";" {
      rest = Token.trimmed(rest.dropFirst())
      if rest.isEmpty { break }
      let name = rest.prefix { $0 != "=" && $0 != ";" }
      rest = rest.dropFirst(name.count)
      guard Token.isToken(name.utf8), rest.first == "=" else { return nil }
      rest = rest.dropFirst()
      guard let value = ParameterList.takeValue(&rest) else { return nil }
      guard parameters.updateValue(value, forKey: name.lowercased()) == nil else { return nil }
      rest = Token.trimmed(rest)
    }
    guard rest.isEmpty else { return nil }
    self.parameters = parameters
  }

  private static func takeValue(_ rest: inout Substring) -> String? {
    guard rest.first == "\"" else {
      let value = rest.prefix { $0 != ";" && $0 != " " && $0 != "\t" }
      rest = rest.dropFirst(value.count)
      return Token.isToken(value.utf8) ? String(value) : nil
    }
    rest = rest.dropFirst()
    var value = ""
    while let character = rest.popFirst() {
      switch character {
      case "\"": return value
      case "\\":
        guard let escaped = rest.popFirst() else { return nil }
        value.append(escaped)
      default: value.append(character)
      }
    }
    return nil
  }
}
