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

package func icon(_ file: some SitePath) -> Node { headLink("icon", .to(file)) }

/// The same page in another language.
package func alternate(_ page: some SitePath, language: String) -> Node {
  headLink("alternate", .to(page), hreflang: language)
}

private func headLink(_ relation: String, _ link: Link, hreflang: String? = nil) -> Node {
  void(
    "link",
    [Attribute<MetaTag>("rel", relation), .init("href", link.url), hreflang.map { .init("hreflang", $0) } ?? .none])
}
