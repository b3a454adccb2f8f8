struct AttributePair: Sendable {
  let name: StaticString
  /// Nil for an attribute that is present or absent, such as `required`.
  let value: String?
}

/// An attribute that an element of this tag may carry. Inline styles and event handlers do not exist.
package struct Attribute<Tag>: Sendable {
  /// Nil writes nothing: an attribute whose condition does not hold.
  let pair: AttributePair?

  init(_ name: StaticString, _ value: String) { pair = AttributePair(name: name, value: value) }
  init(_ name: StaticString, if isPresent: Bool) { pair = isPresent ? AttributePair(name: name, value: nil) : nil }
  private init(none: Void) { pair = nil }

  /// No attribute, for the other branch of a condition.
  package static var none: Self { Self(none: ()) }
}

/// Which way a text runs.
package enum TextDirection: String, Sendable { case leftToRight = "ltr", rightToLeft = "rtl", automatic = "auto" }

/// The `id` of an element: letters, digits, hyphens and underscores.
package struct ElementID: ExpressibleByStringLiteral, Hashable, Sendable {
  package let name: String

  package init(stringLiteral literal: StaticString) { name = literal.description }

  /// A family of ids, such as one for each field of a form.
  package init(_ family: StaticString, _ member: String) {
    name = "\(family)-" + member.filter { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-" || $0 == "_") }
  }
}

/// Elements without attributes of their own.
package enum PlainTag {}

extension Attribute {
  package static func id(_ id: ElementID) -> Self { Self("id", id.name) }
  package static func `class`(_ names: StaticString) -> Self { Self("class", names.description) }
  package static func lang(_ code: String) -> Self { Self("lang", code) }
  package static func dir(_ direction: TextDirection) -> Self { Self("dir", direction.rawValue) }
  package static func hidden() -> Self { Self("hidden", if: true) }
  package static func role(_ role: Role) -> Self { Self("role", role.rawValue) }
  /// May take the focus from a link or after an error, but is not a stop of the Tab key.
  package static func focusable() -> Self { Self("tabindex", "-1") }
  /// A part that scrolls by itself is reached with the Tab key.
  package static func scrollable() -> Self { Self("tabindex", "0") }
  package static func label(_ text: String) -> Self { Self("aria-label", text) }
  package static func labelledBy(_ id: ElementID) -> Self { Self("aria-labelledby", id.name) }
  package static func describedBy(_ ids: ElementID...) -> Self { describedBy(ids) }
  package static func describedBy(_ ids: [ElementID]) -> Self {
    ids.isEmpty ? .none : Self("aria-describedby", ids.map(\.name).joined(separator: " "))
  }
  /// The page, or the step, that the reader is at.
  package static func current(if isCurrent: Bool = true) -> Self { isCurrent ? Self("aria-current", "page") : .none }
  package static func ariaHidden() -> Self { Self("aria-hidden", "true") }
}

package enum Role: String, Sendable { case alert, status, img, list, note, search, group }
