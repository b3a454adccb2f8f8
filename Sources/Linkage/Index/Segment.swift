/// One immutable part of an index: people in slots, and by which words, births and numbers they are found.
final class Segment: Sendable {
  let columns: PeopleColumns
  /// Letters of the parts, to be merged with other segments'.
  let parts: WordInterner
  let places: WordInterner
  let placeWords: [[String]]
  /// The parts of names as comparing reads them.
  let table: PartTable
  let vocabulary: Vocabulary
  let bearers: Postings
  /// Beside each bearer of a word: asking the columns for each would wait for memory each time.
  let bearerTags: [BirthTag]
  let births: BirthIndex
  let aNumbers: SortedKeys<UInt64>
  /// For words that more than one in a hundred bear, a bit for each slot: such lists are met, not walked.
  let common: [UInt32: [UInt64]]
  private let numbered: SlotSet
  /// Slots in the order of their people's identifiers; empty when they are in that order already.
  private let byID: [UInt32]
  /// Whether each number between the first and the last is somebody's, in their order.
  private let hasNoGap: Bool

  /// - Parameter matcher: knows how common everything is.
  init(_ columns: PeopleColumns, parts: WordInterner, places: WordInterner, _ matcher: Matcher) {
    self.columns = columns
    self.parts = parts
    self.places = places
    placeWords = (0..<places.count).map { PlaceWords.words(String(decoding: places.word($0), as: UTF8.self)) }
    var table = PartTable()
    table.reserve(parts: parts.count)
    for part in 0..<parts.count {
      let word = table.add(Array(parts.word(part)), wordStart: Int(parts.marks[part]), matcher.lexicon)
      table.count(part, matcher.frequencies.rarity(word))
      if matcher.frequencies.knowsCountries { table.lift(part, matcher.frequencies.lifts(word)) }
    }
    self.table = table
    let words = WordTable(table)
    let bearers = Self.bearers(columns, words)
    self.bearers = bearers
    var tags = columns.facts.map { BirthTag($0.birth) }
    for (slot, facts) in columns.more where !facts.births.isEmpty { tags[Int(slot)] = .open }
    bearerTags = bearers.items.map { tags[Int($0)] }
    // In the order of the words' numbers, so that a word has one number here and there.
    var vocabulary = Vocabulary((0..<words.count).map { (words.text($0), bearers.count($0)) }, matcher)
    // A few hundred words, and four fifths of the time that looking for what stands near takes; of small segments none.
    vocabulary.learnNear(borneByAtLeast: max(500, columns.count / 1000), matcher)
    self.vocabulary = vocabulary
    births = BirthIndex(columns)
    aNumbers = SortedKeys(columns.aNumbers.map { ($0.key, $0.slot) })
    var numbered = SlotSet(columns.count)
    for entry in columns.aNumbers { numbered.insert(entry.slot) }
    self.numbered = numbered
    common = Self.common(bearers, words: words.count, people: columns.count)
    let ids = columns.ids
    let isSorted = zip(ids, ids.dropFirst()).allSatisfy { $0 < $1 }
    // Numbers that ascend: a difference that wrapped around cannot be as small.
    hasNoGap = isSorted && !ids.isEmpty && ids[ids.count - 1] &- ids[0] == ids.count - 1
    byID = isSorted ? [] : (0..<UInt32(ids.count)).sorted { ids[Int($0)] < ids[Int($1)] }
  }

  var people: Int { columns.count }

  func hasANumber(_ slot: UInt32) -> Bool { numbered.contains(slot) }

  /// Numbers that a database gives lie nearly evenly: looking begins where one would lie if they all did.
  func slot(of id: Int64) -> Int? {
    guard people > 0 else { return nil }
    func slot(_ place: Int) -> Int { byID.isEmpty ? place : Int(byID[place]) }
    func number(_ place: Int) -> Int64 { columns.ids[slot(place)] }
    let (first, last) = (number(0), number(people - 1))
    guard id >= first, id <= last else { return nil }
    // Without a gap the place is known, and need not be looked for.
    if hasNoGap { return Int(id &- first) }
    // How far from the first, exact even where the difference is greater than a signed number holds.
    let (way, whole) = (UInt64(bitPattern: id &- first), UInt64(bitPattern: last &- first))
    let share = whole == 0 ? 0 : Double(way) / Double(whole)
    let guess = Int((min(share, 1) * Double(people - 1)).rounded())
    guard number(guess) != id else { return slot(guess) }
    // Steps from there that grow, then halves of the last one.
    var (low, high, step) = (0, people, 1)
    if number(guess) < id {
      low = guess + 1
      while low + step <= people, number(low + step - 1) < id { (low, step) = (low + step, step * 2) }
      high = min(people, low + step)
    } else {
      high = guess
      while high - step >= 0, number(high - step) >= id { (high, step) = (high - step, step * 2) }
      low = max(0, high - step)
    }
    while low < high {
      let middle = (low + high) / 2
      if number(middle) < id { low = middle + 1 } else { high = middle }
    }
    return low < people && number(low) == id ? slot(low) : nil
  }

  /// Each person once in the list of each of their words.
  private static func bearers(_ columns: PeopleColumns, _ words: WordTable) -> Postings {
    Postings(lists: words.count) { pair in
      for slot in 0..<columns.count {
        let first = Int(columns.nameStarts[slot])
        let end = Int(columns.nameStarts[slot + 1])
        for place in first..<end where !columns.codes[place].isSuffix {
          let word = words.ofPart[columns.codes[place].part]
          var isNew = true
          for earlier in first..<place
          where words.ofPart[columns.codes[earlier].part] == word && !columns.codes[earlier].isSuffix {
            isNew = false
            break
          }
          if isNew { pair(Int(word), UInt32(slot)) }
        }
      }
    }
  }

  private static func common(_ bearers: Postings, words: Int, people: Int) -> [UInt32: [UInt64]] {
    guard people >= 5000 else { return [:] }
    var common: [UInt32: [UInt64]] = [:]
    for word in 0..<words where bearers.count(word) > people / 100 {
      var bits = SlotSet(people)
      for place in bearers.range(word) { bits.insert(bearers.items[place]) }
      common[UInt32(word)] = bits.words
    }
    return common
  }

  var bytes: Int {
    columns.bytes + parts.bytes + places.bytes + table.bytes + vocabulary.bytes + bearers.bytes + births.bytes
      + bearerTags.count * 2 + aNumbers.bytes
      + common.count * people / 8 + byID.count * 4 + placeWords.count * 80
  }
}

/// A set of slots, a bit for each.
struct SlotSet: Sendable {
  var words: [UInt64]

  init(_ people: Int) { words = [UInt64](repeating: 0, count: (people + 63) / 64) }
  init(words: [UInt64]) { self.words = words }

  func contains(_ slot: UInt32) -> Bool { words[Int(slot >> 6)] & 1 << UInt64(slot & 63) != 0 }
  mutating func insert(_ slot: UInt32) { words[Int(slot >> 6)] |= 1 << UInt64(slot & 63) }

  mutating func formUnion(_ other: [UInt64]) { for place in words.indices { words[place] |= other[place] } }
}
