/// One SQL statement with its values: `"select name from person where id = \(id)"`.
///
/// The text can only come from source code: its literal parts are `StaticString`, so a run-time string does not
/// compile, and every interpolated value becomes a parameter `$n`. `\(fragment: other)` puts one query into another.
package struct PostgresQuery: ExpressibleByStringInterpolation, Sendable {
  /// The text as the server gets it, with `$n` for the values.
  package let sql: String
  let binds: [PostgresBind]
  /// False for what names a cursor: the same text means another result each time.
  let isPreparable: Bool
  fileprivate let parts: [Part]

  fileprivate enum Part: Sendable {
    case literal(String)
    case bind(PostgresBind)
  }

  package init(stringLiteral value: StaticString) { self.init([.literal("\(value)")]) }

  package init(stringInterpolation: StringInterpolation) { self.init(stringInterpolation.parts) }

  fileprivate init(_ parts: [Part], isPreparable: Bool = true) {
    var sql = ""
    var binds: [PostgresBind] = []
    for part in parts {
      switch part {
      case .literal(let text): sql += text
      case .bind(let bind):
        binds.append(bind)
        sql += "$\(binds.count)"
      }
    }
    self.parts = parts
    self.isPreparable = isPreparable
    self.sql = sql
    self.binds = binds
  }

  /// A statement about a cursor: text that this target makes, before a query.
  static func cursor(_ text: String, _ query: PostgresQuery? = nil) -> PostgresQuery {
    PostgresQuery([.literal(text)] + (query?.parts ?? []), isPreparable: false)
  }

  package struct StringInterpolation: StringInterpolationProtocol {
    package typealias StringLiteralType = StaticString
    fileprivate var parts: [Part] = []

    package init(literalCapacity: Int, interpolationCount: Int) {
      parts.reserveCapacity(interpolationCount * 2 + 1)
    }

    package mutating func appendLiteral(_ literal: StaticString) { parts.append(.literal("\(literal)")) }

    /// A value, sent apart from the text.
    package mutating func appendInterpolation<Value: PostgresEncodable>(_ value: Value) {
      parts.append(.bind(PostgresBind(value)))
    }

    /// A value or NULL.
    package mutating func appendInterpolation<Value: PostgresEncodable>(_ value: Value?) {
      parts.append(.bind(PostgresBind(value)))
    }

    /// A part of a statement, itself written in source code; its values are numbered anew.
    package mutating func appendInterpolation(fragment: PostgresQuery) { parts += fragment.parts }
  }
}

/// A value of a query, already in the form in which it is sent. A fault is kept and thrown when the query runs.
struct PostgresBind: Sendable {
  let type: UInt32
  let value: Result<PostgresValue, PostgresCodingFault>

  init<Value: PostgresEncodable>(_ value: Value) {
    type = Value.postgresType.oid
    do throws(PostgresCodingFault) {
      self.value = .success(try value.postgresValue())
    } catch {
      self.value = .failure(error)
    }
  }
}

/// SQL of several statements that is part of this program: a migration, a view, a test's set-up. Never input.
package struct TrustedScript: ExpressibleByStringLiteral, Sendable {
  package let name: String
  let text: String

  package init(_ text: StaticString, name: String = "script") {
    self.text = "\(text)"
    self.name = name
  }

  package init(stringLiteral value: StaticString) { self.init(value) }

  /// Bytes that were embedded in this binary from the folder `sql/`. Passing anything else is an injection.
  package init(embeddedInBinary bytes: [UInt8], name: String) {
    text = String(decoding: bytes, as: UTF8.self)
    self.name = name
  }
}
