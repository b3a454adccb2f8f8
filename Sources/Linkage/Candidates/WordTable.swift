/// The words of a table of parts: one for all parts that differ in particles only, sorted to find beginnings.
struct WordTable: Sendable {
  /// The word of each part.
  private(set) var ofPart: [UInt32] = []
  /// A part with each word: the first.
  private(set) var parts: [UInt32] = []
  private var numbers: WordInterner
  /// Words in the order of their letters.
  private var sorted: [UInt32] = []

  init(_ table: PartTable) {
    var numbers = WordInterner(capacity: table.count)
    ofPart.reserveCapacity(table.count)
    for part in 0..<table.count {
      let number = numbers.intern(table.letters[table.wordRange(part)])
      if number == parts.count { parts.append(UInt32(part)) }
      ofPart.append(UInt32(number))
    }
    self.numbers = numbers
    sorted = (0..<UInt32(parts.count)).sorted {
      numbers.word(Int($0)).lexicographicallyPrecedes(numbers.word(Int($1)))
    }
  }

  var count: Int { parts.count }
  func text(_ word: Int) -> String { String(decoding: numbers.word(word), as: UTF8.self) }

  func find(_ word: some Collection<UInt8>) -> Int? { numbers.find(word) }

  /// Words that begin with these letters.
  func beginning(with letters: ArraySlice<UInt8>, most: Int) -> ArraySlice<UInt32> {
    var low = 0
    var high = sorted.count
    while low < high {
      let middle = (low + high) / 2
      if numbers.word(Int(sorted[middle])).lexicographicallyPrecedes(letters) {
        low = middle + 1
      } else {
        high = middle
      }
    }
    var end = low
    while end < sorted.count, end - low < most, numbers.word(Int(sorted[end])).starts(with: letters) { end += 1 }
    return sorted[low..<end]
  }

  var bytes: Int { (ofPart.count + parts.count + sorted.count) * 4 + numbers.bytes }
}
