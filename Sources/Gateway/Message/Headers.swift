/// Header fields in their order; names compare without regard to case.
///
/// A value that would break out of its line never gets in: control characters become spaces.
package struct Headers: Sendable, Equatable, ExpressibleByDictionaryLiteral {
  package struct Field: Sendable, Equatable {
    package let name: String
    package let value: String
  }

  package private(set) var fields: [Field] = []

  package init() {}

  package init(dictionaryLiteral elements: (String, String)...) {
    for (name, value) in elements { add(name, value) }
  }

  /// The first value of this name; setting replaces every value, setting nil removes them.
  package subscript(_ name: String) -> String? {
    get { fields.first { Headers.isSame($0.name, name) }?.value }
    set {
      fields.removeAll { Headers.isSame($0.name, name) }
      if let newValue { add(name, newValue) }
    }
  }

  package func all(_ name: String) -> [String] {
    fields.filter { Headers.isSame($0.name, name) }.map(\.value)
  }

  package func contains(_ name: String) -> Bool { fields.contains { Headers.isSame($0.name, name) } }

  /// Adds a value beside those already there. A name that is no token is not added.
  package mutating func add(_ name: String, _ value: String) {
    guard Token.isToken(name.utf8) else { return }
    fields.append(Field(name: name, value: Headers.onOneLine(value)))
  }

  /// Sets a value unless somebody closer to the matter already did.
  package mutating func setIfAbsent(_ name: String, _ value: String) {
    if !contains(name) { add(name, value) }
  }

  static func onOneLine(_ value: String) -> String {
    guard value.utf8.contains(where: { ($0 < 0x20 && $0 != 0x09) || $0 == 0x7F }) else { return value }
    let bytes = value.utf8.map { ($0 < 0x20 && $0 != 0x09) || $0 == 0x7F ? UInt8(ascii: " ") : $0 }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func isSame(_ one: String, _ other: String) -> Bool {
    one.utf8.elementsEqual(other.utf8) { Token.lowercased($0) == Token.lowercased($1) }
  }
}
