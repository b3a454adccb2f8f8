/// A word or sentence for each case of a closed list. Its closure switches over the cases, so a new one does not
/// compile until every language has a word for it.
package struct Words<Key: CaseIterable & Equatable & Sendable>: Sendable {
  let texts: [String]

  package init(_ word: (Key) -> String) { texts = Key.allCases.map(word) }

  package subscript(key: Key) -> String {
    for (candidate, text) in zip(Key.allCases, texts) where candidate == key { return text }
    return ""
  }
}
