/// Finds whoever in an index may be looking for a listed person: the index holds what is sought, and the person is new.
///
/// Exact, unlike the plan of a search. What two parts of names say of each other is worked out for every part of the
/// index that can agree at all, so nobody who shares one with the person is passed over; and what a name and each fact
/// can be worth at most is added up, so that only those are left out whose sum cannot reach what a match takes.
struct SeekerSearch {
  private let segment: Segment
  private let dead: SlotSet?
  private let matcher: Matcher
  private let least: Double
  private let facts: SeekerFacts
  /// The most that parts which agree with nothing take away from a name, each pair of them.
  private let different: Double
  /// By slot: what the parts that agree are worth together, and how many of them there are.
  private var sums: [Float]
  private var agreeing: [UInt8]
  private var touched: [UInt32] = []

  init(_ segment: Segment, dead: SlotSet?, _ matcher: Matcher, _ person: ListedPerson, least: Double) {
    self.segment = segment
    self.dead = dead
    self.matcher = matcher
    self.least = least
    facts = SeekerFacts(person, segment, matcher)
    let weights = matcher.weights
    different = max(weights.differentGiven.bits, weights.differentFamily.bits, weights.differentOtherFamily.bits)
    sums = [Float](repeating: 0, count: segment.people)
    agreeing = [UInt8](repeating: 0, count: segment.people)
  }

  /// The slots of all who may be meant by one of the person's names.
  mutating func slots(of names: [ParsedName], _ words: inout SeekerWords) -> Set<UInt32> {
    var found: Set<UInt32> = []
    for name in names where !name.parts.isEmpty {
      let parts = name.parts.map { PartLetters($0) }
      for part in parts { touch(words.agreeing(part, segment, matcher)) }
      for (first, second) in zip(parts, parts.dropFirst()) { touchJoined(first, second) }
      for slot in touched {
        if !(dead?.contains(slot) ?? false), most(slot, parts: parts.count) >= least { found.insert(slot) }
        sums[Int(slot)] = 0
        agreeing[Int(slot)] = 0
      }
      touched.removeAll(keepingCapacity: true)
    }
    return found
  }

  private mutating func add(_ slot: UInt32, _ bits: Float, parts: UInt8) {
    let place = Int(slot)
    if agreeing[place] == 0 { touched.append(slot) }
    sums[place] += bits
    agreeing[place] = min(agreeing[place], 200) + parts
  }

  private mutating func touch(_ part: SeekerWords.Agreeing) {
    for hit in part.words {
      for place in segment.bearers.range(Int(hit.word)) { add(segment.bearers.items[place], hit.bits, parts: 1) }
    }
    for piece in part.pieces {
      for place in segment.bearers.range(Int(piece.word)) {
        let slot = segment.bearers.items[place]
        if completes(part, piece, slot) { add(slot, part.joinedBits, parts: 2) }
      }
    }
  }

  /// Whether a sought name has the rest of a word of the record beside one piece of it.
  private func completes(_ part: SeekerWords.Agreeing, _ piece: SeekerWords.Piece, _ slot: UInt32) -> Bool {
    let columns = segment.columns
    let table = segment.table
    let shape = table.shapes[Int(piece.part)]
    let wanted = part.letters.count - Int(shape.length)
    for place in Int(columns.nameStarts[Int(slot)])..<Int(columns.nameStarts[Int(slot) + 1]) {
      let other = columns.codes[place].part
      let rest = table.shapes[other]
      guard abs(Int(rest.length) - wanted) <= 1, Self.haveItsLetters(shape, rest, part) else { continue }
      let (a, b) = (table.letters[table.joinedRange(Int(piece.part))], table.letters[table.joinedRange(other)])
      for joined in [Array(a) + Array(b), Array(b) + Array(a)]
      where EditDistance.difference(joined[...], part.letters[...], most: 1) != nil { return true }
    }
    return false
  }

  /// Whether two parts together may be one typing error from a word: an error takes away one letter, and brings one.
  private static func haveItsLetters(_ a: PartShape, _ b: PartShape, _ whole: SeekerWords.Agreeing) -> Bool {
    // A shape tells the letters of its word, not those of particles before it.
    guard a.wordStart == 0, b.wordStart == 0 else { return true }
    let mask = a.mask | b.mask
    return (mask & ~whole.mask).nonzeroBitCount <= 1 && (whole.mask & ~mask).nonzeroBitCount <= 1
  }

  /// Two neighbours of the record that a sought name has as one word, in either order.
  private mutating func touchJoined(_ first: PartLetters, _ second: PartLetters) {
    let length = first.joined.count + second.joined.count
    guard first.joined.count - first.wordStart > 1, second.joined.count - second.wordStart > 1,
      (5...PartTable.longest).contains(length)
    else { return }
    var table = PartTable()
    for joined in [first.joined + second.joined, second.joined + first.joined] {
      table.add(joined, wordStart: 0)
      for word in segment.vocabulary.nearest(table, table.count - 1) {
        let part = Int(segment.vocabulary.words.parts[word])
        let bits = Bits.log2(matcher.weights.rewriting.exact / Double(segment.vocabulary.table.shapes[part].share))
        for place in segment.bearers.range(word) {
          add(segment.bearers.items[place], Float(max(0, bits)), parts: 2)
        }
      }
    }
  }

  /// The most that somebody's own facts and the person's can be worth together.
  private func most(_ slot: UInt32, parts: Int) -> Double {
    let place = Int(slot)
    let own = fewestParts(slot)
    let apart = max(0, min(own, parts) - Int(agreeing[place]))
    // A hair more than it is: sums of rounded numbers are compared.
    let name = Double(sums[place]) + Double(apart) * different + 0.01
    return facts.most(slot, name: name, least: least)
  }

  /// How many parts the shortest name of somebody has.
  private func fewestParts(_ slot: UInt32) -> Int {
    let columns = segment.columns
    var fewest = ParsedName.limit
    var count = 0
    for place in Int(columns.nameStarts[Int(slot)])..<Int(columns.nameStarts[Int(slot) + 1]) {
      if !columns.codes[place].isSuffix { count += 1 }
      if columns.codes[place].isLast {
        fewest = min(fewest, count)
        count = 0
      }
    }
    return fewest
  }
}

/// What the facts of a listed person beside the name are worth at most for somebody in an index.
struct SeekerFacts {
  private let columns: PeopleColumns
  private let births: [BirthScale]
  private let countries: [UInt16]
  private let sexes: [UInt8]
  private let countryBits: [Double]
  private let sexBits: [Double]
  private let mostCountry: Double
  private let otherCountry: Double
  private let mostBirth: Double
  private let mostArrest: Double

  init(_ person: ListedPerson, _ segment: Segment, _ matcher: Matcher) {
    let weights = matcher.weights
    columns = segment.columns
    births = person.births.compactMap { BirthScale($0, matcher.birthBits) }
    countries = person.countries.map(CountryCode.of).filter { $0 != 0 }
    sexes = person.sexes.compactMap(\.code)
    let factor = matcher.frequencies.knowsCountries ? 1 : weights.countryDiscount
    countryBits = countries.map {
      max(0, factor * Bits.log2(weights.countryMatches / matcher.countries.share(code: $0)))
    }
    sexBits = [0, max(0, weights.female.bits), max(0, weights.male.bits)]
    otherCountry = max(0, weights.countrySameRegion.bits, weights.countryDifferent.bits)
    mostCountry = max(countryBits.max() ?? 0, otherCountry)
    mostBirth = births.flatMap { scale in BirthScale.Step.allCases.map { scale.bits($0) } }.max() ?? 0
    mostArrest =
      person.arrests.isEmpty ? 0 : max(0, weights.arrestSameDay.bits) + max(0, weights.placeExact.bits)
  }

  /// - Parameter least: what matters; less than that is told as soon as it is sure.
  func most(_ slot: UInt32, name: Double, least: Double) -> Double {
    let place = Int(slot)
    var sum = name + mostCountry + mostBirth + mostArrest + (sexBits.max() ?? 0)
    guard sum >= least else { return sum }
    let more = columns.more.isEmpty ? nil : columns.more[slot]
    sum = name + birth(place, more)
    if sum + mostCountry + mostArrest + (sexBits.max() ?? 0) < least { return sum }
    sum += country(place, more)
    if columns.arrestStarts[place + 1] > columns.arrestStarts[place] { sum += mostArrest }
    for sex in [columns.facts[place].sex] + (more?.sexes ?? []) where sexes.contains(sex) { sum += sexBits[Int(sex)] }
    return sum
  }

  private func birth(_ place: Int, _ more: PeopleColumns.MoreFacts?) -> Double {
    let own = columns.facts[place].birth
    guard own != .unknown, !births.isEmpty else { return 0 }
    var best = -Double.infinity
    for scale in births {
      best = max(best, scale.bits(scale.step(own)))
      for other in more?.births ?? [] { best = max(best, scale.bits(scale.step(other))) }
    }
    return best
  }

  private func country(_ place: Int, _ more: PeopleColumns.MoreFacts?) -> Double {
    let own = columns.facts[place].country
    guard own != 0, !countries.isEmpty else { return 0 }
    for (country, bits) in zip(countries, countryBits) {
      if country == own || more?.countries.contains(country) ?? false { return max(bits, otherCountry) }
    }
    return otherCountry
  }
}

extension PersonIndex {
  /// Everybody in this index whose facts, taken as a search, may be worth so many bits with a listed person; A-numbers
  /// apart. Nobody is missed; a few may be too many.
  package func seekers(of person: ListedPerson, least: Double, _ words: inout SeekerWords) -> [Int64] {
    let names = person.names.map { matcher.parser.parse($0) }
    var found: [Int64] = []
    words.keep(segments.map { ObjectIdentifier($0.segment) })
    for (segment, dead) in segments {
      var search = SeekerSearch(segment, dead: dead, matcher, person, least: least)
      found += search.slots(of: names, &words).map { segment.columns.ids[Int($0)] }
    }
    return found.sorted()
  }
}
