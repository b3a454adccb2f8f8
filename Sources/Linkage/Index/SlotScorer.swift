/// Weighs people of one segment against readings of one search, and then of another.
struct SlotScorer {
  private let segment: Segment
  private let matcher: Matcher
  private var readings: [PreparedSearch] = []
  // Held apart: reading them through others would count references for each candidate.
  private let table: PartTable
  private var sought: [SoughtFacts] = []
  private let hasMore: Bool
  private let hasPlaces: Bool
  private var wantsBirths = false
  private var wantsCountries = false
  private var wantsSexes = false
  /// Of the facts beside the name, those that a search knows: for each reading.
  private var features: [[Feature]] = []
  private var weighers: [NameWeigher] = []
  private var people: GatheredPeople
  private var placeRows = NumberRows()
  private var placeScores: [FactScore?] = []
  private var arrestRows = NumberRows()
  private var arrestScores: [FactScore?] = []
  private var aNumbers: [UInt32: [Level]]?
  private var facts = ListedFacts()
  private let relatives: SharedByRelatives
  /// The best name of the last person weighed among relatives.
  private var best: BestName?
  /// For each of the people gathered the best reading.
  private var tops: [(reading: Int, bits: Double)] = []

  /// Nothing is sought yet.
  init(_ segment: Segment, _ matcher: Matcher) {
    self.segment = segment
    self.matcher = matcher
    table = segment.table
    relatives = matcher.relatives
    people = GatheredPeople(segment.columns)
    hasMore = !segment.columns.more.isEmpty
    hasPlaces = segment.columns.hasPlaces
    tops.reserveCapacity(GatheredPeople.most)
  }

  init(_ segment: Segment, _ matcher: Matcher, _ readings: [PreparedSearch]) {
    self.init(segment, matcher)
    begin(readings)
  }

  /// Another search: what was worked out for the one before is forgotten, and its memory used again.
  mutating func begin(_ readings: [PreparedSearch]) {
    self.readings = readings
    for (place, reading) in readings.enumerated() {
      if place < weighers.count {
        weighers[place].begin(reading.compiled)
      } else {
        weighers.append(NameWeigher(reading.compiled, matcher))
      }
    }
    weighers.removeLast(weighers.count - readings.count)
    features = readings.map { reading in allFeatures.filter { $0.isKnown(reading.facts) } }
    sought = readings.map(\.facts)
    wantsBirths = sought.contains { $0.birth != nil }
    // Names are weighed by country where they were counted so, whether the search knows it or not.
    wantsCountries =
      !table.lifts.isEmpty || readings.contains { $0.facts.country != 0 || !$0.compiled.table.lifts.isEmpty }
    wantsSexes = sought.contains { $0.sex != nil }
    placeRows.removeAll()
    placeScores.removeAll(keepingCapacity: true)
    arrestRows.removeAll()
    arrestScores.removeAll(keepingCapacity: true)
    aNumbers = nil
  }

  /// Weighs people in their order; of several readings the best one counts.
  mutating func weigh(_ slots: [UInt32], _ found: (_ slot: UInt32, _ reading: Int, _ bits: Double) -> Void) {
    for start in stride(from: 0, to: slots.count, by: GatheredPeople.most) {
      gather(slots[start..<min(slots.count, start + GatheredPeople.most)])
      tops.removeAll(keepingCapacity: true)
      // A reading's facts are taken up once for all people: for each of them that would count references.
      for reading in sought.indices {
        let (wanted, known) = (sought[reading], features[reading])
        for place in 0..<people.count {
          let bits =
            relatives.areCounted
            ? bitsAmongRelatives(place, reading, wanted, known) : bits(place, reading, wanted, known)
          if reading == 0 {
            tops.append((reading, bits))
          } else if bits > tops[place].bits {
            tops[place] = (reading, bits)
          }
        }
      }
      for place in 0..<people.count { found(people.slots[place], tops[place].reading, tops[place].bits) }
    }
  }

  private mutating func gather(_ slots: ArraySlice<UInt32>) {
    people.gather(slots)
    for reading in weighers.indices { weighers[reading].learn(people.codes[...], table) }
  }

  private mutating func bits(_ place: Int, _ reading: Int, _ wanted: SoughtFacts, _ known: [Feature]) -> Double {
    var sum = 0.0
    fill(place, reading, wanted)
    if let name = bestName(place, reading, wanted, SharedFacts()) { sum = name.bits }
    // By place: a loop over the features themselves would count references for each.
    for place in known.indices { if let score = known[place].compare(wanted, facts) { sum += score.bits } }
    return sum
  }

  /// The same where relatives are told apart: what they share is known when all else is, and says which name is best.
  private mutating func bitsAmongRelatives(
    _ place: Int, _ reading: Int, _ wanted: SoughtFacts, _ known: [Feature]
  ) -> Double {
    fill(place, reading, wanted)
    var sum = 0.0
    var shared = SharedFacts()
    for place in known.indices {
      if let score = known[place].compare(wanted, facts) {
        sum += score.bits
        relatives.add(known[place].fact, score, to: &shared)
      }
    }
    best = bestName(place, reading, wanted, shared)
    return sum + (best?.bits ?? 0)
  }

  /// The name that weighs most, what relatives would share taken away.
  private mutating func bestName(
    _ place: Int, _ reading: Int, _ wanted: SoughtFacts, _ shared: SharedFacts
  ) -> BestName? {
    let origin = NameOrigin(sought: wanted.country, listed: facts.countries)
    let names = people.names(place)
    var start = names.lowerBound
    var best: BestName?
    while start < names.upperBound {
      let end = endOfName(start, names)
      if var bits = weighers[reading].weigh(start..<end, table, origin) {
        var common = 0.0
        if relatives.areCounted {
          common = shared.with(weighers[reading].shared)
          bits += relatives.bits(common)
        }
        if bits > best?.bits ?? -.infinity { best = BestName(bits: bits, shared: common, codes: start..<end) }
      }
      start = end
    }
    return best
  }

  private struct BestName {
    let bits: Double
    /// All that relatives would share, in bits.
    let shared: Double
    let codes: Range<Int>
  }

  private func endOfName(_ start: Int, _ names: Range<Int>) -> Int {
    var last = start
    while !people.codes[last].isLast, last + 1 < names.upperBound { last += 1 }
    return last + 1
  }

  mutating func assessment(_ slot: UInt32, _ reading: Int) -> Assessment {
    gather([slot])
    fill(0, reading, sought[reading])
    return matcher.assessment(
      id: segment.columns.ids[Int(slot)], readings[reading], facts, segment.names(of: slot), segment.table,
      &weighers[reading])
  }

  /// How a pair agrees, as learning counts it: the lines of the best name, the step of the best birth, the facts.
  mutating func observe(_ slot: UInt32) -> PairObservation {
    gather([slot])
    let total = bitsAmongRelatives(0, 0, sought[0], features[0])
    var lines: [NameLine] = []
    if let best {
      // Weighed once more, so that its lines are at hand.
      let origin = NameOrigin(sought: sought[0].country, listed: facts.countries)
      _ = weighers[0].weigh(best.codes, table, origin)
      lines = Array(weighers[0].lines)
    }
    var observation = PairObservation(bits: total, lines: lines)
    observation.hasRoles = weighers[0].knowsRoles
    observation.relatives = best.map { relatives.odds($0.shared) } ?? 0
    if let scale = sought[0].birth {
      observation.birth = facts.births.all.map { scale.step($0) }.max { scale.bits($0) < scale.bits($1) }
    }
    for feature in features[0] {
      if let score = feature.compare(sought[0], facts) { observation.levels[feature.fact] = score.level }
    }
    return observation
  }

  /// Brings what the segment knows of a person to where it can be compared.
  private mutating func fill(_ place: Int, _ reading: Int, _ wanted: SoughtFacts) {
    let slot = people.slots[place]
    facts.empty()
    let first = people.facts[place]
    if wantsBirths, first.birth != .unknown { facts.births.append(first.birth) }
    if wantsCountries, first.country != 0 { facts.countries.append(first.country) }
    if wantsSexes, let sex = Sex(code: first.sex) { facts.sexes.append(sex) }
    if hasPlaces, !wanted.place.isEmpty { addPlace(first.place, wanted) }
    if hasMore, let more = segment.columns.more[slot] {
      facts.births.add(contentsOf: more.births)
      facts.countries.add(contentsOf: more.countries)
      facts.sexes.add(contentsOf: more.sexes.compactMap { Sex(code: $0) })
      if !wanted.place.isEmpty { for place in more.places { addPlace(place, wanted) } }
    }
    if wanted.hasANumber, let first = readings[reading].aNumberKeys.first { fillNumbers(slot, first, reading) }
    if wanted.arrestDay != nil || !wanted.arrestPlace.isEmpty { fillArrests(Int(slot), wanted) }
  }

  private mutating func addPlace(_ place: UInt32, _ wanted: SoughtFacts) {
    guard place != PeopleColumns.noPlace else { return }
    let row = placeRows.row(place)
    if row == placeScores.count { placeScores.append(Self.home(wanted, segment.placeWords[Int(place)], matcher)) }
    if let score = placeScores[row] { facts.places.append(score) }
  }

  // Apart, or all weights would be copied for each person, to be read for each place.
  @inline(never)
  private static func home(_ wanted: SoughtFacts, _ place: [String], _ matcher: Matcher) -> FactScore? {
    PlaceWords.home(wanted.place, place, matcher.places, matcher.weights)
  }

  private mutating func fillNumbers(_ slot: UInt32, _ first: UInt64, _ reading: Int) {
    if aNumbers == nil {
      var found: [UInt32: [Level]] = [:]
      for key in readings[reading].aNumberKeys {
        for place in segment.aNumbers.places(key) {
          found[segment.aNumbers.slots[place], default: []].append(key == first ? .exact : .oneDigit)
        }
      }
      aNumbers = found
    }
    if let levels = aNumbers?[slot] {
      facts.aNumbers = Told(levels)
    } else if segment.hasANumber(slot) {
      facts.aNumbers.append(.different)
    }
  }

  private mutating func fillArrests(_ index: Int, _ wanted: SoughtFacts) {
    let columns = segment.columns
    for arrest in Int(columns.arrestStarts[index])..<Int(columns.arrestStarts[index + 1]) {
      if columns.arrestDays[arrest] != PeopleColumns.noDay { facts.arrestDays.append(Int(columns.arrestDays[arrest])) }
      let place = columns.arrestPlaces[arrest]
      guard place != PeopleColumns.noPlace, !wanted.arrestPlace.isEmpty else { continue }
      let row = arrestRows.row(place)
      if row == arrestScores.count {
        arrestScores.append(PlaceWords.arrest(wanted.arrestPlace, segment.placeWords[Int(place)], matcher.weights))
      }
      if let score = arrestScores[row] { facts.arrestPlaces.append(score) }
    }
  }
}
