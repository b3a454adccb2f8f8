package enum AnchorTag {}

/// A link. What leads to another site says nothing of where the reader came from.
package func a(
  _ link: Link, _ attributes: Attribute<AnchorTag>..., @HTMLBuilder content: () -> Node
) -> Node {
  let leaves = link.url.hasPrefix("https:")
  return element(
    "a", [.init("href", link.url), leaves ? .init("rel", "noreferrer noopener external") : .none] + attributes,
    content())
}

extension Attribute where Tag == AnchorTag {
  package static func hreflang(_ code: String) -> Self { Self("hreflang", code) }
}

package enum TimeTag {}

/// A moment or a day for machines (`2026-11-20`), and in words for people.
package func time(
  _ machineReadable: String, _ attributes: Attribute<TimeTag>..., @HTMLBuilder content: () -> Node
) -> Node {
  element("time", [.init("datetime", machineReadable)] + attributes, content())
}

package enum DisclosureTag {}

/// A part that opens on a tap, without a script.
package func details(
  _ attributes: Attribute<DisclosureTag>..., @HTMLBuilder content: () -> Node
) -> Node {
  element("details", attributes, content())
}

extension Attribute where Tag == DisclosureTag {
  package static func open(if isOpen: Bool) -> Self { Self("open", if: isOpen) }
}

package enum CellTag {}

package func th(_ attributes: Attribute<CellTag>..., @HTMLBuilder content: () -> Node) -> Node {
  element("th", attributes, content())
}

package func td(_ attributes: Attribute<CellTag>..., @HTMLBuilder content: () -> Node) -> Node {
  element("td", attributes, content())
}

extension Attribute where Tag == CellTag {
  package static func scope(_ scope: CellScope) -> Self { Self("scope", scope.rawValue) }
  package static func colspan(_ columns: Int) -> Self { Self("colspan", String(columns)) }
}

package enum CellScope: String, Sendable { case row, col }
