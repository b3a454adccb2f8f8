package enum DrawingTag {}

/// An inline drawing with a text for those who do not see it.
package func svg(
  width: Int, height: Int, text: String, _ attributes: Attribute<DrawingTag>..., @HTMLBuilder content: () -> Node
) -> Node {
  element(
    "svg",
    [.init("viewBox", "0 0 \(width) \(height)"), .role(.img), .label(text), .init("focusable", "false")] + attributes,
    content())
}

/// An inline drawing that only decorates.
package func ornament(
  width: Int, height: Int, _ attributes: Attribute<DrawingTag>..., @HTMLBuilder content: () -> Node
) -> Node {
  element(
    "svg", [.init("viewBox", "0 0 \(width) \(height)"), .ariaHidden(), .init("focusable", "false")] + attributes,
    content())
}

package func path(_ data: PathData, _ attributes: Attribute<DrawingTag>...) -> Node {
  element("path", [.init("d", data.text)] + attributes) {}
}

package func circle(x: Double, y: Double, radius: Double, _ attributes: Attribute<DrawingTag>...) -> Node {
  let tenths: (Double) -> String = { String(($0 * 10).rounded() / 10) }
  return element("circle", [.init("cx", tenths(x)), .init("cy", tenths(y)), .init("r", tenths(radius))] + attributes) {}
}

/// The `d` of a path: commands and numbers, nothing else.
package struct PathData: Sendable, Equatable {
  let text: String

  package init?(_ text: String) {
    let allowed: (Character) -> Bool = {
      $0.isASCII && ($0.isNumber || "MmLlHhVvCcSsQqTtAaZz.,- \n".contains($0))
    }
    guard text.allSatisfy(allowed) else { return nil }
    self.text = text
  }
}

/// A horizontal bar from the left edge of a drawing.
package func bar(width: Double, height: Double) -> Node {
  element("rect", [Attribute<DrawingTag>("width", String(width)), .init("height", String(height)), .init("rx", "2")]) {}
}
