/// A sentence with one blank, written `{}`.
package struct OneBlank: ExpressibleByStringLiteral, Sendable {
  let template: String
  package init(stringLiteral literal: StaticString) { template = literal.description }

  package func callAsFunction(_ value: String) -> String {
    fill(template, ["{}": value])
  }
}

/// A sentence with two blanks, written `{1}` and `{2}`; a language may use them in any order.
package struct TwoBlanks: ExpressibleByStringLiteral, Sendable {
  let template: String
  package init(stringLiteral literal: StaticString) { template = literal.description }

  package func callAsFunction(_ first: String, _ second: String) -> String {
    fill(template, ["{1}": first, "{2}": second])
  }
}

/// A sentence with three blanks, written `{1}`, `{2}` and `{3}`.
package struct ThreeBlanks: ExpressibleByStringLiteral, Sendable {
  let template: String
  package init(stringLiteral literal: StaticString) { template = literal.description }

  package func callAsFunction(_ first: String, _ second: String, _ third: String) -> String {
    fill(template, ["{1}": first, "{2}": second, "{3}": third])
  }
}

/// A sentence with four blanks, written `{1}` to `{4}`; a language may use them in any order.
package struct FourBlanks: ExpressibleByStringLiteral, Sendable {
  let template: String
  package init(stringLiteral literal: StaticString) { template = literal.description }

  package func callAsFunction(_ first: String, _ second: String, _ third: String, _ fourth: String) -> String {
    fill(template, ["{1}": first, "{2}": second, "{3}": third, "{4}": fourth])
  }
}

/// A sentence about a number, written `{}`, in each form that the language has for numbers.
package struct Plural: Sendable {
  let one: String
  let two: String?
  let few: String?
  let many: String?
  let other: String

  package init(
    one: StaticString, two: StaticString? = nil, few: StaticString? = nil, many: StaticString? = nil,
    other: StaticString
  ) {
    self.one = one.description
    self.two = two?.description
    self.few = few?.description
    self.many = many?.description
    self.other = other.description
  }

  func callAsFunction(_ category: PluralCategory, _ number: String) -> String {
    let template =
      switch category {
      case .one: one
      case .two: two ?? other
      case .few: few ?? other
      case .many: many ?? other
      case .other: other
      }
    return fill(template, ["{}": number])
  }
}

/// The forms that languages have for numbers, as CLDR names them.
package enum PluralCategory: Sendable { case one, two, few, many, other }

/// Puts the values into their blanks, once: braces in a value stay as they are.
///
/// In a text that runs from right to left each value is isolated, so that a Latin name does not turn its neighbours
/// around.
private func fill(_ template: String, _ values: [String: String]) -> String {
  let isolates = template.unicodeScalars.contains { (0x590...0x8FF).contains($0.value) }
  var filled = ""
  var rest = template[...]
  while let start = rest.firstIndex(of: "{"), let end = rest[start...].firstIndex(of: "}") {
    filled += rest[..<start]
    let blank = String(rest[start...end])
    if let value = values[blank] { filled += isolates ? "\u{2068}\(value)\u{2069}" : value } else { filled += blank }
    rest = rest[rest.index(after: end)...]
  }
  return filled + rest
}
