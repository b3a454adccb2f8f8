/// Something that can be written as HTML: an element, a text, or a page made of them.
///
/// A page is a `struct` of plain values with a `body`. Text is a `String` and is always escaped; there is no way
/// to write ready-made markup from outside this module.
package protocol HTML {
  @HTMLBuilder var body: Node { get }
  func write(to writer: inout HTMLWriter)
}

extension HTML {
  package func write(to writer: inout HTMLWriter) { body.write(to: &writer) }

  /// The bytes of this piece, in UTF-8.
  package func rendered(reserving capacity: Int = 16_384) -> [UInt8] {
    var writer = HTMLWriter(reserving: capacity)
    write(to: &writer)
    return writer.bytes
  }
}

/// What every builder block becomes: one concrete type, so that long pages compile fast.
package struct Node: HTML {
  private let writing: (inout HTMLWriter) -> Void

  init(writing: @escaping (inout HTMLWriter) -> Void) { self.writing = writing }

  package var body: Node { self }
  package func write(to writer: inout HTMLWriter) { writing(&writer) }

  /// A piece built where it is needed as a value.
  package static func of(@HTMLBuilder _ content: () -> Node) -> Node { content() }

  /// Nothing at all.
  package static var empty: Node { Node { _ in } }
}

/// Builds pages from elements, texts, conditions and loops.
@resultBuilder package enum HTMLBuilder {
  package static func buildExpression(_ text: String) -> Node { Node { $0.text(text) } }
  package static func buildExpression(_ node: Node) -> Node { node }
  package static func buildExpression(_ piece: some HTML) -> Node { Node { piece.write(to: &$0) } }
  package static func buildExpression(_ text: String?) -> Node { text.map(buildExpression) ?? .empty }
  package static func buildBlock(_ nodes: Node...) -> Node {
    nodes.count == 1 ? nodes[0] : Node { writer in for node in nodes { node.write(to: &writer) } }
  }
  package static func buildOptional(_ node: Node?) -> Node { node ?? .empty }
  package static func buildEither(first node: Node) -> Node { node }
  package static func buildEither(second node: Node) -> Node { node }
  package static func buildArray(_ nodes: [Node]) -> Node {
    Node { writer in for node in nodes { node.write(to: &writer) } }
  }
}
