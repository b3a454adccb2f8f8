/// Checks a JSON value against a JSON Schema (draft 2020-12), as far as our own schemas go.
///
/// A keyword that it does not know is a fault of the schema: nothing is passed over in silence.
struct SchemaCheck {
  let schema: JSONTree
  let file: String
  private(set) var faults: [DataFault] = []
  private var patterns: [String: Regex<AnyRegexOutput>] = [:]

  private static let annotations: Set = ["$schema", "$id", "$defs", "$comment", "title", "description", "examples"]

  static func faults(in value: JSONTree, file: String, schema: JSONTree) -> [DataFault] {
    var check = SchemaCheck(schema: schema, file: file)
    check.check(value, schema, at: "")
    return check.faults
  }

  private init(schema: JSONTree, file: String) { (self.schema, self.file) = (schema, file) }

  private mutating func check(_ value: JSONTree, _ node: JSONTree, at field: String) {
    guard case .object(let keywords) = node else { return }
    let help = keywords["description"]?.text.map { " \($0)" } ?? ""
    if let types = keywords["type"], !Self.isType(value, types) {
      return fault(field, "\(value.quoted) is not \(Self.names(types)).\(help)")
    }
    for (keyword, rule) in keywords.sorted(by: { $0.key < $1.key }) {
      switch keyword {
      case "$ref": reference(value, rule, at: field)
      case "properties", "type": break
      case "required": required(value, rule, node, at: field)
      case "additionalProperties": additional(value, rule, keywords["properties"], at: field)
      case "items":
        for (index, item) in (value.list ?? []).enumerated() { check(item, rule, at: "\(field)[\(index)]") }
      case "enum":
        let allowed = rule.list ?? []
        if !allowed.contains(value) {
          fault(field, "\(value.quoted) is none of \(allowed.map(\.quoted).joined(separator: ", ")).\(help)")
        }
      case "const": if value != rule { fault(field, "\(value.quoted) is not \(rule.quoted).\(help)") }
      case "anyOf": anyOf(value, rule, help, at: field)
      case "pattern": pattern(value, rule, help, at: field)
      case "minLength":
        if let text = value.text, Double(text.count) < rule.number ?? 0 { fault(field, "It is empty.\(help)") }
      case "minItems":
        if let items = value.list, Double(items.count) < rule.number ?? 0 { fault(field, "There are too few.\(help)") }
      case "uniqueItems":
        if let items = value.list, Set(items).count < items.count { fault(field, "One is there twice.") }
      case "minimum":
        if let number = value.number, number < rule.number ?? number {
          fault(field, "\(value.quoted) is less than \(rule.quoted).\(help)")
        }
      case "maximum":
        if let number = value.number, number > rule.number ?? number {
          fault(field, "\(value.quoted) is more than \(rule.quoted).\(help)")
        }
      case let other:
        if !Self.annotations.contains(other) { fault(field, "The schema uses “\(other)”, which is not supported.") }
      }
    }
    if case .object(let members) = value, case .object(let known)? = keywords["properties"] {
      for (name, member) in members.sorted(by: { $0.key < $1.key }) {
        if let rule = known[name] { check(member, rule, at: field.isEmpty ? name : "\(field).\(name)") }
      }
    }
  }

  private mutating func reference(_ value: JSONTree, _ rule: JSONTree, at field: String) {
    let prefix = "#/$defs/"
    guard let name = rule.text, name.hasPrefix(prefix),
      let target = schema["$defs"]?[String(name.dropFirst(prefix.count))]
    else { return fault(field, "The schema refers to \(rule.quoted), which is not there.") }
    check(value, target, at: field)
  }

  private mutating func required(_ value: JSONTree, _ rule: JSONTree, _ node: JSONTree, at field: String) {
    guard case .object(let members) = value else { return }
    for name in (rule.list ?? []).compactMap(\.text) where members[name] == nil {
      let help = node["properties"]?[name]?["description"]?.text.map { " \($0)" } ?? ""
      fault(field.isEmpty ? name : "\(field).\(name)", "This is missing.\(help)")
    }
  }

  private mutating func additional(_ value: JSONTree, _ rule: JSONTree, _ known: JSONTree?, at field: String) {
    guard case .object(let members) = value else { return }
    for (name, member) in members.sorted(by: { $0.key < $1.key }) where known?[name] == nil {
      let path = field.isEmpty ? name : "\(field).\(name)"
      if rule == .bool(false) {
        var names: [String] = []
        if case .object(let properties)? = known { names = properties.keys.sorted() }
        fault(path, "There is no such field; there are \(names.joined(separator: ", ")).")
      } else {
        check(member, rule, at: path)
      }
    }
  }

  private mutating func anyOf(_ value: JSONTree, _ rule: JSONTree, _ help: String, at field: String) {
    var all: [[DataFault]] = []
    for choice in rule.list ?? [] {
      let found = Self.faults(in: value, choice, of: schema, file: file, at: field)
      if found.isEmpty { return }
      all.append(found)
    }
    // A choice whose form fits and whose parts do not says most; else the faults of none help.
    let near = all.filter { faults in faults.allSatisfy { $0.field != field } }
    if let closest = near.min(by: { $0.count < $1.count }) {
      faults += closest
    } else {
      fault(field, "\(value.quoted) fits none of the forms that are possible here.\(help)")
    }
  }

  private static func faults(
    in value: JSONTree, _ node: JSONTree, of schema: JSONTree, file: String, at field: String
  ) -> [DataFault] {
    var check = SchemaCheck(schema: schema, file: file)
    check.check(value, node, at: field)
    return check.faults
  }

  private mutating func pattern(_ value: JSONTree, _ rule: JSONTree, _ help: String, at field: String) {
    guard let text = value.text, let source = rule.text else { return }
    guard let regex = patterns[source] ?? (try? Regex(source)) else {
      return fault(field, "The schema's pattern \(rule.quoted) cannot be read.")
    }
    patterns[source] = regex
    if text.firstMatch(of: regex) == nil { fault(field, "\(value.quoted) is not written as it must be.\(help)") }
  }

  private mutating func fault(_ field: String, _ sentence: String) {
    faults.append(DataFault(file: file, field: field, sentence))
  }

  private static func isType(_ value: JSONTree, _ types: JSONTree) -> Bool {
    (types.list ?? [types]).contains { type in
      switch (type.text, value) {
      case ("null", .null), ("boolean", .bool), ("number", .number), ("string", .text), ("array", .list),
        ("object", .object):
        true
      case ("integer", .number(let number)): number == number.rounded()
      default: false
      }
    }
  }

  private static func names(_ types: JSONTree) -> String {
    let words = [
      "null": "null", "boolean": "true or false", "number": "a number", "integer": "a whole number",
      "string": "a text", "array": "a list", "object": "an object",
    ]
    return (types.list ?? [types]).compactMap { $0.text.map { words[$0] ?? $0 } }.joined(separator: " or ")
  }
}
