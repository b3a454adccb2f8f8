/// Lines, boxes and words of a chart. They are drawn in the colour of the text around them and told apart by dashes and
/// fillings, so that they can be read in black and white, printed, or in the dark.

/// A line through points.
package func chartLine(_ points: [(x: Double, y: Double)], width: Double = 2, dashes: [Int] = []) -> Node {
  let data = points.enumerated().map { ($0.offset == 0 ? "M" : "L") + tenth($0.element.x) + " " + tenth($0.element.y) }
  guard let data = PathData(data.joined(separator: " ")) else { return .empty }
  return path(
    data, .init("fill", "none"), .init("stroke", "currentColor"), .init("stroke-width", tenth(width)),
    dashes.isEmpty ? .none : .init("stroke-dasharray", dashes.map(String.init).joined(separator: " ")))
}

/// A box, filled or only outlined.
package func chartBox(x: Double, y: Double, width: Double, height: Double, opacity: Double = 1) -> Node {
  element(
    "rect",
    [
      Attribute<DrawingTag>("x", tenth(x)), .init("y", tenth(y)), .init("width", tenth(max(0, width))),
      .init("height", tenth(height)), .init("fill", "currentColor"), .init("fill-opacity", tenth(opacity)),
    ]
  ) {}
}

/// A circle that is only outlined.
package func chartCircle(x: Double, y: Double, radius: Double) -> Node {
  circle(x: x, y: y, radius: radius, .init("fill", "none"), .init("stroke", "currentColor"), .init("stroke-width", "2"))
}

package enum ChartAnchor: String, Sendable { case start, middle, end }

/// Words in a chart.
package func chartText(
  x: Double, y: Double, _ text: String, _ anchor: ChartAnchor = .start, size: Double = 12
) -> Node {
  element(
    "text",
    [
      Attribute<DrawingTag>("x", tenth(x)), .init("y", tenth(y)), .init("text-anchor", anchor.rawValue),
      .init("font-size", tenth(size)), .init("fill", "currentColor"),
    ]
  ) { text }
}

private func tenth(_ value: Double) -> String { String((value * 10).rounded() / 10) }
