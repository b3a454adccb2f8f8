package enum FormTag {}

package enum FormMethod: String, Sendable { case get, post }

/// A form that sends its fields to a page of this site.
package func form(
  _ method: FormMethod, to page: some SitePath, _ attributes: Attribute<FormTag>..., @HTMLBuilder content: () -> Node
) -> Node {
  element(
    "form",
    [.init("method", method.rawValue), .init("action", Link.to(page).url), .init("accept-charset", "utf-8")]
      + attributes,
    content())
}

extension Attribute where Tag == FormTag {
  /// The server checks and explains; the browser's own bubbles, in its own language, stay away.
  package static func noValidate() -> Self { Self("novalidate", if: true) }
  /// It sends files besides its fields.
  package static func sendsFiles() -> Self { Self("enctype", "multipart/form-data") }
}

package enum LabelTag {}

package func label(
  for id: ElementID, _ attributes: Attribute<LabelTag>..., @HTMLBuilder content: () -> Node
) -> Node {
  element("label", [.init("for", id.name)] + attributes, content())
}

package enum ControlTag {}

package enum InputType: String, Sendable { case text, search, hidden, radio, checkbox, tel, email, password, file }

package func input(_ type: InputType, name: String, _ attributes: Attribute<ControlTag>...) -> Node {
  void("input", [.init("type", type.rawValue), .init("name", name)] + attributes)
}

package func input(_ type: InputType, name: String, _ attributes: [Attribute<ControlTag>]) -> Node {
  void("input", [.init("type", type.rawValue), .init("name", name)] + attributes)
}

package func select(
  name: String, _ attributes: Attribute<ControlTag>..., @HTMLBuilder content: () -> Node
) -> Node {
  element("select", [.init("name", name)] + attributes, content())
}

package func textarea(name: String, value: String, _ attributes: Attribute<ControlTag>...) -> Node {
  // A browser drops the first line break after the tag, so one is always there to be dropped.
  element("textarea", [.init("name", name)] + attributes) { "\n" + value }
}

package func button(_ attributes: Attribute<ControlTag>..., @HTMLBuilder content: () -> Node) -> Node {
  element("button", [.init("type", "submit")] + attributes, content())
}

extension Attribute where Tag == ControlTag {
  package static func value(_ text: String) -> Self { Self("value", text) }
  /// Of a button: which of several was pressed.
  package static func name(_ name: String) -> Self { Self("name", name) }
  package static func checked(if isChecked: Bool) -> Self { Self("checked", if: isChecked) }
  /// Several files at once.
  package static func several() -> Self { Self("multiple", if: true) }
  /// The kinds of file that a browser offers first, as types and ends of names.
  package static func accepts(_ kinds: StaticString) -> Self { Self("accept", kinds.description) }
  /// Where somebody who opens the page begins to type.
  package static func autofocus(if isFirst: Bool) -> Self { Self("autofocus", if: isFirst) }
  package static func required() -> Self { Self("required", if: true) }
  package static func invalid(if isInvalid: Bool) -> Self { isInvalid ? Self("aria-invalid", "true") : .none }
  package static func longest(_ characters: Int) -> Self { Self("maxlength", String(characters)) }
  package static func autocomplete(_ kind: Autocomplete) -> Self { Self("autocomplete", kind.rawValue) }
  package static func keyboard(_ keyboard: Keyboard) -> Self { Self("inputmode", keyboard.rawValue) }
  package static func spellcheck(_ on: Bool) -> Self { Self("spellcheck", on ? "true" : "false") }
  package static func capitalize(_ unit: Capitalization) -> Self { Self("autocapitalize", unit.rawValue) }
}

/// `off` for all that a searcher types: the next person at this phone must not be offered it.
package enum Autocomplete: String, Sendable {
  case off, username, currentPassword = "current-password", newPassword = "new-password",
    oneTimeCode = "one-time-code"
}
package enum Keyboard: String, Sendable { case text, numeric, tel, email, search }
package enum Capitalization: String, Sendable { case off = "none", words, sentences, characters }

package enum OptionTag {}

package func option(value: String, selected: Bool = false, _ text: String) -> Node {
  element("option", [Attribute<OptionTag>("value", value), .init("selected", if: selected)]) { text }
}

package func optgroup(label: String, @HTMLBuilder content: () -> Node) -> Node {
  element("optgroup", [Attribute<OptionTag>("label", label)], content())
}
