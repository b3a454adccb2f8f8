/// The title in the browser's tab.
package func pageTitle(_ text: String) -> Node {
  element("title", [Attribute<PlainTag>]()) { text }
}

package enum MetaTag {}

/// Says that the page is UTF-8.
package func metaCharset() -> Node { void("meta", [Attribute<MetaTag>("charset", "utf-8")]) }

package func meta(_ name: StaticString, _ content: String) -> Node {
  void("meta", [Attribute<MetaTag>("name", name.description), .init("content", content)])
}

package func stylesheet(_ file: some SitePath) -> Node { headLink("stylesheet", .to(file)) }

/// Style that the document carries in itself, for papers that are rendered where nothing else can be reached.
package func embeddedStylesheet(_ css: DocumentStyle) -> Node {
  void("link", [Attribute<MetaTag>("rel", "stylesheet"), .init("href", css.url)])
}

package func icon(_ file: some SitePath) -> Node { headLink("icon", .to(file)) }

/// The same page in another language.
package func alternate(_ page: some SitePath, language: String) -> Node {
  headLink("alternate", .to(page), hreflang: language)
}

/// A style sheet as an address that holds all of it. Pages for browsers link a file instead: their policy allows no other.
package struct DocumentStyle: Sendable {
  let url: String

  package init(_ css: [UInt8]) {
    let hex = Array("0123456789ABCDEF".utf8)
    let isPlain = { (byte: UInt8) in
      (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
    }
    var escaped: [UInt8] = []
    for byte in css {
      if isPlain(byte) {
        escaped.append(byte)
      } else {
        escaped += [UInt8(ascii: "%"), hex[Int(byte >> 4)], hex[Int(byte & 15)]]
      }
    }
    url = "data:text/css;charset=utf-8," + String(decoding: escaped, as: UTF8.self)
  }
}

private func headLink(_ relation: String, _ link: Link, hreflang: String? = nil) -> Node {
  void(
    "link",
    [Attribute<MetaTag>("rel", relation), .init("href", link.url), hreflang.map { .init("hreflang", $0) } ?? .none])
}
