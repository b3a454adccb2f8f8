/// Remembers which words of a vocabulary stand near a sought one: lists have their names again and again.
struct NearWords {
  /// All that the answer depends on: particles before the word, and whether two neighbours were joined in it.
  private struct Sought: Hashable {
    let letters: [UInt8]
    let wordStart: UInt8
    let isJoined: Bool
  }

  private var known: [Sought: [Vocabulary.Near]] = [:]

  /// Beyond these it begins anew: a list of millions must not fill the memory.
  private static let most = 20_000

  /// - Parameter part: a part of the sought name, or one of its joined forms.
  mutating func near(_ part: Int, _ sought: SoughtName, _ vocabulary: Vocabulary) -> [Vocabulary.Near] {
    let key = Sought(
      letters: Array(sought.table.letters[sought.table.joinedRange(part)]),
      wordStart: sought.table.shapes[part].wordStart, isJoined: part >= sought.count)
    if let words = known[key] { return words }
    if known.count >= Self.most { known = [:] }
    let words = vocabulary.near(part, sought)
    known[key] = words
    return words
  }
}
