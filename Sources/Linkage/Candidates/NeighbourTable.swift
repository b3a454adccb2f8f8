/// Finds the words that stand near another: what is left when letters are taken out of it, and what it sounds like.
///
/// Deletion neighbourhoods over the vocabulary (W. Garbe's symmetric delete, 2012): two words are at most two typing
/// errors apart only if they have a form in common once up to two letters are taken out of each.
struct NeighbourTable: Sendable {
  private var starts: [UInt32] = []
  private var words: [UInt32] = []
  /// Seven bits of each hash: most words that share a place by accident are told apart by them.
  private var tags: [UInt8] = []
  private var shift: UInt32 = 31

  /// Letters beyond these take no part: misspellings differ in front of them, or are compared whole.
  private static let reach = 9

  init(_ table: PartTable, words represented: [UInt32]) {
    var hashes: [UInt32] = []
    var owners: [UInt32] = []
    hashes.reserveCapacity(represented.count * 26)
    owners.reserveCapacity(represented.count * 26)
    for (word, part) in represented.enumerated() {
      let before = hashes.count
      Self.hashes(table, Int(part), into: &hashes)
      for _ in before..<hashes.count { owners.append(UInt32(word)) }
    }
    var bits: UInt32 = 4
    while bits < 26, 1 << Int(bits) < hashes.count { bits += 1 }
    shift = 32 - bits
    let shift = shift
    let lists = Postings(lists: 1 << Int(bits)) { pair in
      for (place, hash) in hashes.enumerated() { pair(Int(hash >> shift), UInt32(place)) }
    }
    starts = lists.starts
    words = lists.items.map { owners[Int($0)] }
    tags = lists.items.map { Self.tag(hashes[Int($0)]) }
  }

  private static func tag(_ hash: UInt32) -> UInt8 { UInt8(truncatingIfNeeded: hash) }

  /// Adds words that may be near, some of them more than once, some of them not near at all.
  func find(_ table: PartTable, _ part: Int, deletions: Int = 2, _ found: inout [UInt32]) {
    guard !words.isEmpty else { return }
    var hashes: [UInt32] = []
    Self.hashes(table, part, deletions: deletions, into: &hashes)
    for hash in hashes {
      let list = Int(hash >> shift)
      for place in Int(starts[list])..<Int(starts[list + 1]) where tags[place] == Self.tag(hash) {
        found.append(words[place])
      }
    }
  }

  var bytes: Int { starts.count * 4 + words.count * 5 }

  /// The forms of a word with letters taken out, and its sounds.
  private static func hashes(_ table: PartTable, _ part: Int, deletions: Int = 2, into hashes: inout [UInt32]) {
    let shape = table.shapes[part]
    // Asked for word after word, room for just fifty more would be a copy of all each time.
    if hashes.isEmpty { hashes.reserveCapacity(50) }
    if shape.keyLength >= 2 { hashes.append(shape.keyHash) }
    if shape.broadHash != 0 { hashes.append(shape.broadHash) }
    let range = table.wordRange(part)
    let length = range.count
    guard length >= 3 else { return }
    // The whole word's letters count for short words; of long ones, those in reach.
    let word = range.prefix(reach)
    hashes.append(deleted(table.letters, word, -1, -1))
    for first in word.indices {
      hashes.append(deleted(table.letters, word, first, -1))
      guard length >= 5, deletions > 1 else { continue }
      for second in word.indices.dropFirst(first - word.lowerBound + 1) {
        hashes.append(deleted(table.letters, word, first, second))
      }
    }
  }

  private static func deleted(_ letters: [UInt8], _ word: Range<Int>, _ first: Int, _ second: Int) -> UInt32 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for place in word where place != first && place != second {
      hash = (hash ^ UInt64(letters[place])) &* 0x100_0000_01B3
    }
    return LetterHash.finish(hash)
  }
}
