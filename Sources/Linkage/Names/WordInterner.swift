/// Gives each different run of bytes a number, in the order in which they come.
struct WordInterner: Sendable {
  private(set) var letters: [UInt8] = []
  /// Where each word ends among the letters.
  private(set) var ends: [UInt32] = []
  /// What a word was given beside its letters: where in a part its word begins.
  private(set) var marks: [UInt8] = []
  private var table: [UInt32]

  init(capacity: Int = 64) {
    var size = 64
    while size < capacity * 2 { size *= 2 }
    table = [UInt32](repeating: 0, count: size)
  }

  var count: Int { ends.count }

  func range(_ word: Int) -> Range<Int> { (word == 0 ? 0 : Int(ends[word - 1]))..<Int(ends[word]) }
  func word(_ word: Int) -> ArraySlice<UInt8> { letters[range(word)] }

  mutating func intern(_ word: some Collection<UInt8>, mark: UInt8 = 0) -> Int {
    let mask = table.count - 1
    var place = Int(hash(word, mark)) & mask
    while table[place] != 0 {
      let found = Int(table[place]) - 1
      if marks[found] == mark, letters[range(found)].elementsEqual(word) { return found }
      place = (place + 1) & mask
    }
    let number = ends.count
    letters.append(contentsOf: word)
    ends.append(UInt32(letters.count))
    marks.append(mark)
    table[place] = UInt32(number + 1)
    if ends.count * 2 > table.count { grow() }
    return number
  }

  func find(_ word: some Collection<UInt8>, mark: UInt8 = 0) -> Int? {
    let mask = table.count - 1
    var place = Int(hash(word, mark)) & mask
    while table[place] != 0 {
      let found = Int(table[place]) - 1
      if marks[found] == mark, letters[range(found)].elementsEqual(word) { return found }
      place = (place + 1) & mask
    }
    return nil
  }

  var bytes: Int { letters.count + ends.count * 5 + table.count * 4 }

  private func hash(_ word: some Sequence<UInt8>, _ mark: UInt8) -> UInt32 {
    LetterHash.of(word, salt: UInt32(mark)) >> 1
  }

  private mutating func grow() {
    table = [UInt32](repeating: 0, count: table.count * 2)
    let mask = table.count - 1
    for word in 0..<ends.count {
      var place = Int(hash(self.word(word), marks[word])) & mask
      while table[place] != 0 { place = (place + 1) & mask }
      table[place] = UInt32(word + 1)
    }
  }
}
