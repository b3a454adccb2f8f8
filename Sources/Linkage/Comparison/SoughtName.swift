/// A sought name made ready: its parts in a table of their own, and the forms in which a record may have joined them.
///
/// A class, for whatever compares with it keeps it: that counts one reference, not one for each of its tables.
final class SoughtName: Sendable {
  /// The parts in their order, then the joined forms.
  let table: PartTable
  let roles: [NameRole]
  let suffix: String?
  /// Two neighbours as one word: GARCIALOPEZ, and LOPEZGARCIA.
  let joins: [Join]
  /// A bit for each length of a part that may itself be two of a record joined.
  let lengths: UInt64

  /// Those parts, told apart by length and first letter before letters are read.
  let compounds: [Compound]

  struct Compound: Sendable {
    let part: Int
    let length: Int
    let first: UInt8
  }

  struct Join: Sendable {
    /// Where in the table.
    let part: Int
    /// The first of the two neighbours.
    let first: Int
    /// What comparing reads of it before letters.
    let length: Int
    let mask: UInt32
  }

  var count: Int { roles.count }

  init(_ name: ParsedName, lexicon: Lexicon, frequencies: NameFrequencies) {
    var table = PartTable()
    var joins: [Join] = []
    var lengths: UInt64 = 0
    var compounds: [Compound] = []
    let letters = name.parts.map { PartLetters($0) }
    for part in letters {
      let word = table.add(part.joined, wordStart: part.wordStart, lexicon)
      table.count(table.count - 1, frequencies.rarity(word))
      table.lift(table.count - 1, frequencies.lifts(word))
      let length = part.joined.count - part.wordStart
      if length >= 5 {
        lengths |= 1 << UInt64(min(63, length))
        compounds.append(Compound(part: table.count - 1, length: length, first: part.joined[part.wordStart]))
      }
    }
    for first in letters.indices.dropLast() {
      let (a, b) = (letters[first], letters[first + 1])
      guard a.joined.count - a.wordStart > 1, b.joined.count - b.wordStart > 1,
        (5...PartTable.longest).contains(a.joined.count + b.joined.count)
      else { continue }
      for joined in [a.joined + b.joined, b.joined + a.joined] {
        let word = table.add(joined, wordStart: 0)
        let part = table.count - 1
        table.count(part, frequencies.rarity(word))
        joins.append(Join(part: part, first: first, length: joined.count, mask: table.shapes[part].mask))
      }
    }
    self.table = table
    self.joins = joins
    self.lengths = lengths
    self.compounds = compounds
    roles = name.parts.map(\.role)
    suffix = name.suffix
  }
}
