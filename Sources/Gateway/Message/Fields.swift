/// Names and values of a query or a form, in the order in which they came.
package struct Fields: Sendable, Equatable {
  package private(set) var pairs: [(name: String, value: String)] = []

  package init(_ pairs: [(name: String, value: String)] = []) { self.pairs = pairs }

  /// The first value of this name.
  package subscript(_ name: String) -> String? { pairs.first { $0.name == name }?.value }

  package func all(_ name: String) -> [String] { pairs.filter { $0.name == name }.map(\.value) }

  package mutating func add(_ name: String, _ value: String) { pairs.append((name, value)) }

  package static func == (one: Fields, other: Fields) -> Bool {
    one.pairs.elementsEqual(other.pairs) { $0.name == $1.name && $0.value == $1.value }
  }
}
