/// The bytes of a page while it is written; the only place where text meets markup.
package struct HTMLWriter {
  package private(set) var bytes: [UInt8] = []

  package init(reserving capacity: Int) { bytes.reserveCapacity(capacity) }

  /// Markup of this module's own making.
  mutating func markup(_ literal: StaticString) { bytes.append(contentsOf: literal.description.utf8) }

  /// Text between tags, and attribute values between double quotes: both are escaped alike.
  ///
  /// NUL and the other control characters that HTML forbids become U+FFFD, so that a page always stays valid.
  mutating func text(_ text: String) {
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "&"): markup("&amp;")
      case UInt8(ascii: "<"): markup("&lt;")
      case UInt8(ascii: ">"): markup("&gt;")
      case UInt8(ascii: "\""): markup("&quot;")
      case UInt8(ascii: "'"): markup("&#39;")
      case 0..<9, 11, 14..<32, 127: markup("\u{FFFD}")
      default: bytes.append(byte)
      }
    }
  }

  mutating func openTag<Tag>(_ name: StaticString, _ attributes: [Attribute<Tag>]) {
    markup("<")
    markup(name)
    for attribute in attributes { write(attribute.pair) }
    markup(">")
  }

  mutating func closeTag(_ name: StaticString) {
    markup("</")
    markup(name)
    markup(">")
  }

  private mutating func write(_ pair: AttributePair?) {
    guard let pair else { return }
    markup(" ")
    markup(pair.name)
    guard let value = pair.value else { return }
    markup("=\"")
    text(value)
    markup("\"")
  }
}

/// The doctype and the root element around a head and a body.
package struct HTMLDocument: HTML {
  package let language: String
  package let direction: TextDirection
  package let head: Node
  package let content: Node

  package init(
    language: String, direction: TextDirection, @HTMLBuilder head: () -> Node, @HTMLBuilder body: () -> Node
  ) {
    self.language = language
    self.direction = direction
    self.head = head()
    content = body()
  }

  package var body: Node {
    Node { writer in
      writer.markup("<!doctype html>\n")
      element("html", [Attribute<PlainTag>.lang(language), .dir(direction)]) {
        element("head", [Attribute<PlainTag>](), head)
        element("body", [Attribute<PlainTag>](), content)
      }.write(to: &writer)
    }
  }
}
