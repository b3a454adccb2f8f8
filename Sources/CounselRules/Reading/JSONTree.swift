package import Foundation

/// A JSON value as it stands in a file.
indirect enum JSONTree: Hashable, Sendable, Decodable {
  case null
  case bool(Bool)
  case number(Double)
  case text(String)
  case list([JSONTree])
  case object([String: JSONTree])

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    // The commonest first: a wrong guess costs an error that is thrown away.
    if let value = try? container.decode(String.self) {
      self = .text(value)
    } else if let value = try? container.decode([String: JSONTree].self) {
      self = .object(value)
    } else if let value = try? container.decode([JSONTree].self) {
      self = .list(value)
    } else if let value = try? container.decode(Bool.self) {
      self = .bool(value)
    } else if container.decodeNil() {
      self = .null
    } else {
      self = .number(try container.decode(Double.self))
    }
  }

  subscript(key: String) -> JSONTree? {
    if case .object(let members) = self { return members[key] }
    return nil
  }

  var text: String? {
    if case .text(let text) = self { return text }
    return nil
  }

  var number: Double? {
    if case .number(let number) = self { return number }
    return nil
  }

  var list: [JSONTree]? {
    if case .list(let items) = self { return items }
    return nil
  }

  /// As an error quotes it.
  var quoted: String {
    switch self {
    case .null: "null"
    case .bool(let value): value ? "true" : "false"
    case .number(let value): value == value.rounded() && abs(value) < 1e15 ? String(Int(value)) : String(value)
    case .text(let value): "“\(value.prefix(60))”"
    case .list: "a list"
    case .object: "an object"
    }
  }
}

/// Something wrong in a file: where, what, and what to do.
package struct DataFault: Error, Hashable, Sendable, CustomStringConvertible {
  package let file: String
  /// As in `requests[0].events[2].at`; empty for the file as a whole.
  package let field: String
  package let sentence: String

  package init(file: String, field: String, _ sentence: String) {
    (self.file, self.field, self.sentence) = (file, field, sentence)
  }

  package var description: String { field.isEmpty ? "\(file): \(sentence)" : "\(file): \(field): \(sentence)" }
}

/// All that is wrong, so that it is mended in one go.
package struct DataFaults: Error, Sendable, CustomStringConvertible {
  package let faults: [DataFault]

  package init(_ faults: [DataFault]) { self.faults = faults }

  package var description: String { faults.map(\.description).joined(separator: "\n") }
}

/// A file that somebody else read.
package struct SourceFile: Sendable {
  package let name: String
  package let data: Data

  package init(name: String, data: Data) { (self.name, self.data) = (name, data) }

  func tree() throws(DataFaults) -> JSONTree {
    do {
      return try JSONDecoder().decode(JSONTree.self, from: data)
    } catch {
      throw DataFaults([DataFault(file: name, field: "", "This is not JSON. \(Self.explained(error))")])
    }
  }

  /// Decodes what the schema has found to be well formed.
  func decoded<Value: Decodable>(_ type: Value.Type) throws(DataFaults) -> Value {
    do {
      return try JSONDecoder().decode(type, from: data)
    } catch let error as DecodingError {
      throw DataFaults([DataFault(file: name, field: Self.field(error), Self.explained(error))])
    } catch {
      throw DataFaults([DataFault(file: name, field: "", "It cannot be read.")])
    }
  }

  private static func field(_ error: DecodingError) -> String {
    let path =
      switch error {
      case .typeMismatch(_, let context), .valueNotFound(_, let context), .dataCorrupted(let context):
        context.codingPath
      case .keyNotFound(let key, let context): context.codingPath + [key]
      @unknown default: [] as [any CodingKey]
      }
    return path.reduce("") { text, key in
      key.intValue.map { "\(text)[\($0)]" } ?? (text.isEmpty ? key.stringValue : "\(text).\(key.stringValue)")
    }
  }

  private static func explained(_ error: any Error) -> String {
    switch error {
    case DecodingError.dataCorrupted(let context): "\(context.debugDescription)."
    case DecodingError.keyNotFound(let key, _): "“\(key.stringValue)” is missing."
    case DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context):
      "\(context.debugDescription)"
    default: ""
    }
  }
}
