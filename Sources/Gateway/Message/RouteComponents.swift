/// The parts of a path, taken one after the other by an enum of routes; the same parts print the path again.
package struct RouteComponents: Sendable, Equatable {
  private var parts: ArraySlice<String>

  /// The parts of a decoded path. A trailing slash is a last, empty part, so that "/a" and "/a/" differ.
  package init(path: String) {
    // By bytes: to a Character, "/" and a combining mark after it are one.
    parts = path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
      .map { String(decoding: $0, as: UTF8.self) }[...].dropFirst()
    if path == "/" { parts = [] }
  }

  package var isAtEnd: Bool { parts.isEmpty }

  /// Takes the next part, whatever it is; an empty part is none.
  package mutating func take() -> String? {
    guard let first = parts.first, !first.isEmpty else { return nil }
    parts = parts.dropFirst()
    return first
  }

  /// Takes the next part if it is this one.
  package mutating func take(_ literal: StaticString) -> Bool {
    guard let first = parts.first, first == "\(literal)" else { return false }
    parts = parts.dropFirst()
    return true
  }

  /// Takes the next part if it reads as such a value (a number, a raw value of an enum).
  package mutating func take<Value: LosslessStringConvertible>(as type: Value.Type) -> Value? {
    guard let first = parts.first, let value = Value(first), value.description == first else { return nil }
    parts = parts.dropFirst()
    return value
  }
}

/// An enum of every path of a site, which parses and prints. Tests hold `Route(path: route.path) == route`.
package protocol RouteTable: Sendable, Equatable {
  /// Parses; must take every part, or the path is not of this table.
  init?(_ components: inout RouteComponents)
  /// The parts that print the path, not encoded.
  var components: [String] { get }
  /// The path with `{names}` in place of values: what logs and metrics may show.
  var template: String { get }
  /// What may be asked of it, HEAD and OPTIONS aside.
  var methods: [Method] { get }
}

extension RouteTable {
  package init?(path: String) {
    var components = RouteComponents(path: path)
    self.init(&components)
    guard components.isAtEnd else { return nil }
  }

  package var path: String { "/" + components.map(Percent.encode).joined(separator: "/") }

  /// The answer to a method that this route does not have; nil when it has it.
  package func refusal(of method: Method) -> Response? {
    if methods.contains(method) || (method == .head && methods.contains(.get)) { return nil }
    let allowed = methods + (methods.contains(.get) ? [.head] : []) + [.options]
    return method == .options ? .options(allow: allowed) : .methodNotAllowed(allow: allowed)
  }
}
