/// The words of all names with how many people bear each, and which words stand near another.
package struct Vocabulary: Sendable {
  package struct Neighbour: Sendable, Equatable {
    package let word: String
    package let bearers: Int
    package let level: Level
  }

  /// The words as parts without particles, in the order in which they were given.
  let table: PartTable
  let words: WordTable
  let bearers: [UInt32]
  private let near: NeighbourTable
  private let lexicon: Lexicon
  private let comparison: PartComparison
  /// What stands near words that many bear: most parts of names that are searched for are such words.
  private var known: [Int: [Near]] = [:]

  /// - Parameters:
  ///   - counts: different folded words with how many people bear each.
  ///   - matcher: judges what words say of each other.
  package init(_ counts: [(word: String, bearers: Int)], _ matcher: Matcher) {
    var table = PartTable()
    var bearers: [UInt32] = []
    table.reserve(parts: counts.count)
    for (word, count) in counts where !word.isEmpty {
      table.add(Array(word.utf8.prefix(PartTable.longest)), wordStart: 0, matcher.lexicon)
      table.count(table.count - 1, matcher.frequencies.rarity(word))
      bearers.append(UInt32(clamping: count))
    }
    self.table = table
    self.bearers = bearers
    lexicon = matcher.lexicon
    words = WordTable(table)
    near = NeighbourTable(table, words: words.parts)
    comparison = PartComparison(weights: matcher.weights)
  }

  package func bearers(_ word: String) -> Int { words.find(word.utf8).map { Int(bearers[$0]) } ?? 0 }

  /// Every word of a record that may stand for a part of the search, the closest first.
  package func neighbours(_ part: Int, of search: PreparedSearch) -> [Neighbour] {
    near(part, search.compiled).map {
      Neighbour(word: words.text($0.word), bearers: Int(bearers[$0.word]), level: $0.score.level)
    }
  }

  struct Near: Sendable {
    let word: Int
    let score: PartScore
  }

  /// Works out once what stands near each word that so many bear.
  ///
  /// - Parameter matcher: the one that prepares the searches; of another they would get this one's scores.
  package mutating func learnNear(borneByAtLeast least: Int, _ matcher: Matcher) {
    for word in 0..<words.count where bearers[word] >= least {
      let name = ParsedName(parts: [NamePart(text: words.text(word))])
      known[word] = reckonNear(0, SoughtName(name, lexicon: lexicon, frequencies: matcher.frequencies))
    }
  }

  /// - Parameter part: a part of the sought name, or one of its joined forms.
  func near(_ part: Int, _ sought: SoughtName) -> [Near] {
    let hasParticles = sought.table.shapes[part].wordStart > 0
    if part < sought.count, !hasParticles, let word = words.find(sought.table.letters[sought.table.wordRange(part)]),
      let near = known[word]
    {
      return near
    }
    return reckonNear(part, sought)
  }

  private func reckonNear(_ part: Int, _ sought: SoughtName) -> [Near] {
    var hits: [UInt32] = []
    hits.reserveCapacity(128)
    let letters = sought.table.letters[sought.table.wordRange(part)]
    if let same = words.find(letters) { hits.append(UInt32(same)) }
    for other in lexicon.others(String(decoding: letters, as: UTF8.self)) {
      if let word = words.find(other.utf8) { hits.append(UInt32(word)) }
    }
    near.find(sought.table, part, deletions: part < sought.count ? 2 : 1, &hits)
    if letters.count >= 4, part < sought.count {
      hits.append(contentsOf: words.beginning(with: letters, most: 40))
      for length in 4..<letters.count { if let word = words.find(letters.prefix(length)) { hits.append(UInt32(word)) } }
    }
    // Particles that a record runs together with the word, or leaves to it.
    let joined = sought.table.letters[sought.table.joinedRange(part)]
    if joined.count > letters.count, let word = words.find(joined) { hits.append(UInt32(word)) }
    let shape = sought.table.shapes[part]
    // Looked at on their own first: letters are read of few, and the processor need not wait for one after another.
    var likely: [UInt32] = []
    var seen = NumberRows(room: 256)
    for word in hits where seen.isNew(word) {
      if PartComparison.mayAgree(shape, table.shapes[Int(words.parts[Int(word)])]) { likely.append(word) }
    }
    var found: [Near] = []
    for word in likely {
      guard let score = comparison.compare(sought.table, part, table, Int(words.parts[Int(word)])),
        score.level != .initial, score.bits > 0
      else { continue }
      found.append(Near(word: Int(word), score: score))
    }
    for length in 2..<max(2, min(7, letters.count - 2)) where part < sought.count && isParticles(letters.prefix(length))
    {
      guard let word = words.find(letters.dropFirst(length)), !found.contains(where: { $0.word == word }) else {
        continue
      }
      let share = Double(table.shapes[Int(words.parts[word])].share)
      found.append(
        Near(word: word, score: PartScore(level: .normalised, rewriting: .joined, bits: Bits.log2(0.2 / share))))
    }
    found.sort { ($1.score.bits, $0.word) < ($0.score.bits, $1.word) }
    return found
  }

  /// The words that letters run together are: to the letter, or one slip off where they are many.
  func nearest(_ joined: PartTable, _ part: Int) -> [Int] {
    var hits: [UInt32] = []
    near.find(joined, part, deletions: 1, &hits)
    let letters = joined.letters[joined.wordRange(part)]
    return Set(hits).map { Int($0) }.filter { word in
      let own = table.letters[table.wordRange(Int(words.parts[word]))]
      return own.elementsEqual(letters)
        || (max(own.count, letters.count) >= 8 && EditDistance.difference(own, letters, most: 1) != nil)
    }
  }

  /// Whether letters are one particle, or two run together: "de", "dela", "abdel".
  private func isParticles(_ letters: ArraySlice<UInt8>) -> Bool {
    if lexicon.particles.contains(String(decoding: letters, as: UTF8.self)) { return true }
    return (1..<letters.count).contains {
      lexicon.particles.contains(String(decoding: letters.prefix($0), as: UTF8.self))
        && lexicon.particles.contains(String(decoding: letters.dropFirst($0), as: UTF8.self))
    }
  }

  /// Two words that a sought one may be joined from, each borne by somebody.
  func splits(_ part: Int, _ sought: SoughtName) -> [(front: Int, back: Int)] {
    let letters = sought.table.letters[sought.table.wordRange(part)]
    guard letters.count >= 5 else { return [] }
    var found: [(front: Int, back: Int, least: UInt32)] = []
    for length in 2...(letters.count - 2) {
      guard let front = words.find(letters.prefix(length)), let back = words.find(letters.dropFirst(length)) else {
        continue
      }
      found.append((front, back, min(bearers[front], bearers[back])))
    }
    return found.sorted { $0.least > $1.least }.prefix(3).map { ($0.front, $0.back) }
  }

  var bytes: Int {
    let learnt = known.values.reduce(0) { $0 + $1.count * MemoryLayout<Near>.stride }
    return table.bytes + words.bytes + bearers.count * 4 + near.bytes + learnt
  }
}
