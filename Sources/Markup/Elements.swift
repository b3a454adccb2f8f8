/// The elements without attributes of their own. In a type with a property of the same name write `Markup.header`.

func element<Tag>(_ name: StaticString, _ attributes: [Attribute<Tag>], _ content: Node) -> Node {
  Node { writer in
    writer.openTag(name, attributes)
    content.write(to: &writer)
    writer.closeTag(name)
  }
}

func element<Tag>(_ name: StaticString, _ attributes: [Attribute<Tag>], @HTMLBuilder _ content: () -> Node) -> Node {
  element(name, attributes, content())
}

/// An element that has no content and no end tag.
func void<Tag>(_ name: StaticString, _ attributes: [Attribute<Tag>]) -> Node {
  Node { $0.openTag(name, attributes) }
}

package func header(_ attributes: Attribute<PlainTag>..., @HTMLBuilder content: () -> Node) -> Node {
  element("header", attributes, content())
}

package func main(_ attributes: Attribute<PlainTag>..., @HTMLBuilder content: () -> Node) -> Node {
  element("main", attributes, content())
}

package func footer(_ attributes: Attribute<PlainTag>..., @HTMLBuilder content: () -> Node) -> Node {
  element("footer", attributes, content())
}

package func nav(_ attributes: Attribute<PlainTag>..., @HTMLBuilder content: () -> Node) -> Node {
  element("nav", attributes, content())
}

package func section(_ attributes: Attribute<PlainTag>..., @HTMLBuilder content: () -> Node) -> Node {
  element("section", attributes, content())
}

package func article(_ attributes: Attribute<PlainTag>..., @HTMLBuilder content: () -> Node) -> Node {
  element("article", attributes, content())
}

package func aside(_ attributes: Attribute<PlainTag>..., @HTMLBuilder content: () -> Node) -> Node {
  element("aside", attributes, content())
}

package func div(_ attributes: Attribute<PlainTag>..., @HTMLBuilder content: () -> Node) -> Node {
  element("div", attributes, content())
}

package func span(_ attributes: Attribute<PlainTag>..., @HTMLBuilder content: () -> Node) -> Node {
  element("span", attributes, content())
}

package func p(_ attributes: Attribute<PlainTag>..., @HTMLBuilder content: () -> Node) -> Node {
  element("p", attributes, content())
}

package func h1(_ attributes: Attribute<PlainTag>..., @HTMLBuilder content: () -> Node) -> Node {
  element("h1", attributes, content())
}

package func h2(_ attributes: Attribute<PlainTag>..., @HTMLBuilder content: () -> Node) -> Node {
  element("h2", attributes, content())
}

package func h3(_ attributes: Attribute<PlainTag>..., @HTMLBuilder content: () -> Node) -> Node {
  element("h3", attributes, content())
}

package func h4(_ attributes: Attribute<PlainTag>..., @HTMLBuilder content: () -> Node) -> Node {
  element("h4", attributes, content())
}

package func ul(_ attributes: Attribute<PlainTag>..., @HTMLBuilder content: () -> Node) -> Node {
  element("ul", attributes, content())
}

package func ol(_ attributes: Attribute<PlainTag>..., @HTMLBuilder content: () -> Node) -> Node {
  element("ol", attributes, content())
}

package func li(_ attributes: Attribute<PlainTag>..., @HTMLBuilder content: () -> Node) -> Node {
  element("li", attributes, content())
}

package func dl(_ attributes: Attribute<PlainTag>..., @HTMLBuilder content: () -> Node) -> Node {
  element("dl", attributes, content())
}

package func dt(_ attributes: Attribute<PlainTag>..., @HTMLBuilder content: () -> Node) -> Node {
  element("dt", attributes, content())
}

package func dd(_ attributes: Attribute<PlainTag>..., @HTMLBuilder content: () -> Node) -> Node {
  element("dd", attributes, content())
}

package func strong(_ attributes: Attribute<PlainTag>..., @HTMLBuilder content: () -> Node) -> Node {
  element("strong", attributes, content())
}

package func em(_ attributes: Attribute<PlainTag>..., @HTMLBuilder content: () -> Node) -> Node {
  element("em", attributes, content())
}

package func small(_ attributes: Attribute<PlainTag>..., @HTMLBuilder content: () -> Node) -> Node {
  element("small", attributes, content())
}

package func abbr(_ attributes: Attribute<PlainTag>..., @HTMLBuilder content: () -> Node) -> Node {
  element("abbr", attributes, content())
}

package func bdi(_ attributes: Attribute<PlainTag>..., @HTMLBuilder content: () -> Node) -> Node {
  element("bdi", attributes, content())
}

package func code(_ attributes: Attribute<PlainTag>..., @HTMLBuilder content: () -> Node) -> Node {
  element("code", attributes, content())
}

package func address(_ attributes: Attribute<PlainTag>..., @HTMLBuilder content: () -> Node) -> Node {
  element("address", attributes, content())
}

package func figure(_ attributes: Attribute<PlainTag>..., @HTMLBuilder content: () -> Node) -> Node {
  element("figure", attributes, content())
}

package func figcaption(_ attributes: Attribute<PlainTag>..., @HTMLBuilder content: () -> Node) -> Node {
  element("figcaption", attributes, content())
}

package func blockquote(_ attributes: Attribute<PlainTag>..., @HTMLBuilder content: () -> Node) -> Node {
  element("blockquote", attributes, content())
}

package func table(_ attributes: Attribute<PlainTag>..., @HTMLBuilder content: () -> Node) -> Node {
  element("table", attributes, content())
}

package func caption(_ attributes: Attribute<PlainTag>..., @HTMLBuilder content: () -> Node) -> Node {
  element("caption", attributes, content())
}

package func thead(_ attributes: Attribute<PlainTag>..., @HTMLBuilder content: () -> Node) -> Node {
  element("thead", attributes, content())
}

package func tbody(_ attributes: Attribute<PlainTag>..., @HTMLBuilder content: () -> Node) -> Node {
  element("tbody", attributes, content())
}

package func tr(_ attributes: Attribute<PlainTag>..., @HTMLBuilder content: () -> Node) -> Node {
  element("tr", attributes, content())
}

package func fieldset(_ attributes: Attribute<PlainTag>..., @HTMLBuilder content: () -> Node) -> Node {
  element("fieldset", attributes, content())
}

package func legend(_ attributes: Attribute<PlainTag>..., @HTMLBuilder content: () -> Node) -> Node {
  element("legend", attributes, content())
}

package func summary(_ attributes: Attribute<PlainTag>..., @HTMLBuilder content: () -> Node) -> Node {
  element("summary", attributes, content())
}

package func br() -> Node { void("br", [Attribute<PlainTag>]()) }
package func hr() -> Node { void("hr", [Attribute<PlainTag>]()) }
package func wbr() -> Node { void("wbr", [Attribute<PlainTag>]()) }
