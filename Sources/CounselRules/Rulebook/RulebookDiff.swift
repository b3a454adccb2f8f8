/// What another rulebook adds, drops or changes.
package struct RulebookDiff: Sendable {
  package let added: [String]
  package let dropped: [String]
  /// Files with the fields that differ. A version that is applied is never changed: a new one takes its place.
  package let changed: [(name: String, fields: [String])]

  package init(from old: [SourceFile], to new: [SourceFile]) throws(DataFaults) {
    let before = try Self.trees(old), after = try Self.trees(new)
    added = after.keys.filter { before[$0] == nil }.sorted()
    dropped = before.keys.filter { after[$0] == nil }.sorted()
    var changed: [(String, [String])] = []
    for (name, tree) in after.sorted(by: { $0.key < $1.key }) {
      guard let earlier = before[name], earlier != tree else { continue }
      changed.append((name, Self.fields(earlier, tree)))
    }
    self.changed = changed
  }

  package var isEmpty: Bool { added.isEmpty && dropped.isEmpty && changed.isEmpty }

  private static func trees(_ files: [SourceFile]) throws(DataFaults) -> [String: JSONTree] {
    var trees: [String: JSONTree] = [:]
    for file in files { trees[file.name] = try file.tree() }
    return trees
  }

  private static func fields(_ old: JSONTree, _ new: JSONTree) -> [String] {
    guard case .object(let before) = old, case .object(let after) = new else { return [] }
    return Set(before.keys).union(after.keys).filter { before[$0] != after[$0] }.sorted()
  }
}
