/// Weighs people of one segment against readings of one search.
struct SlotScorer {
  private let segment: Segment
  private let matcher: Matcher
  // Held apart: reading them through the segment would count references for each candidate.
  private let table: PartTable
  private let codes: [NameCode]
  private let nameStarts: [UInt32]
  private let births: [BirthCode]
  private let countries: [UInt16]
  private let sexes: [UInt8]
  private let hasMore: Bool
  private let hasPlaces: Bool
  /// Of the facts beside the name, those that a search knows: for each reading.
  private let features: [[Feature]]
  private var weighers: [NameWeigher]
  private var placeScores: [UInt32: FactScore?] = [:]
  private var arrestScores: [UInt32: FactScore?] = [:]
  private var aNumbers: [UInt32: [Level]]?
  private var facts = ListedFacts()

  init(_ segment: Segment, _ matcher: Matcher, _ readings: [PreparedSearch]) {
    weighers = readings.map { NameWeigher($0.compiled, matcher) }
    features = readings.map { reading in allFeatures.filter { $0.isKnown(reading.facts) } }
    self.segment = segment
    self.matcher = matcher
    table = segment.table
    codes = segment.columns.codes
    nameStarts = segment.columns.nameStarts
    births = segment.columns.births
    countries = segment.columns.countries
    sexes = segment.columns.sexes
    hasMore = !segment.columns.more.isEmpty
    hasPlaces = !segment.columns.places.isEmpty
  }

  mutating func bits(_ slot: UInt32, _ reading: Int, _ search: PreparedSearch) -> Double {
    var sum = 0.0
    fill(slot, search)
    if let name = bestName(slot, reading, search) { sum = name }
    for feature in features[reading] { if let score = feature.compare(search.facts, facts) { sum += score.bits } }
    return sum
  }

  private mutating func bestName(_ slot: UInt32, _ reading: Int, _ search: PreparedSearch) -> Double? {
    let origin = NameOrigin(sought: search.facts.country, listed: facts.countries)
    var start = Int(nameStarts[Int(slot)])
    let end = Int(nameStarts[Int(slot) + 1])
    var best: Double?
    while start < end {
      var last = start
      while !codes[last].isLast, last + 1 < end { last += 1 }
      if let bits = weighers[reading].weigh(codes[start...last], table, origin), bits > best ?? -.infinity {
        best = bits
      }
      start = last + 1
    }
    return best
  }

  mutating func assessment(_ slot: UInt32, _ reading: Int, _ search: PreparedSearch) -> Assessment {
    fill(slot, search)
    let columns = segment.columns
    let codes = columns.codes[Int(columns.nameStarts[Int(slot)])..<Int(columns.nameStarts[Int(slot) + 1])]
    var names: [ArraySlice<NameCode>] = []
    var start = codes.startIndex
    for place in codes.indices where codes[place].isLast {
      names.append(codes[start...place])
      start = place + 1
    }
    return matcher.assessment(
      id: columns.ids[Int(slot)], search, facts, names, segment.table, &weighers[reading])
  }

  /// How a pair agrees, as learning counts it: the lines of the best name, the step of the best birth, the facts.
  mutating func observe(_ slot: UInt32, _ search: PreparedSearch) -> PairObservation {
    let total = bits(slot, 0, search)
    let wanted = bestName(slot, 0, search)
    let origin = NameOrigin(sought: search.facts.country, listed: facts.countries)
    var start = Int(nameStarts[Int(slot)])
    let end = Int(nameStarts[Int(slot) + 1])
    while start < end {
      var last = start
      while !codes[last].isLast, last + 1 < end { last += 1 }
      // The last name weighed is the one whose lines are at hand.
      if weighers[0].weigh(codes[start...last], table, origin) == wanted { break }
      start = last + 1
    }
    var observation = PairObservation(bits: total, lines: wanted == nil ? [] : weighers[0].lines)
    observation.hasRoles = weighers[0].knowsRoles
    if let scale = search.facts.birth {
      observation.birth = facts.births.map { scale.step($0) }.max { scale.bits($0) < scale.bits($1) }
    }
    for feature in features[0] {
      if let score = feature.compare(search.facts, facts) { observation.levels[feature.fact] = score.level }
    }
    return observation
  }

  /// Brings what the segment knows of a person to where it can be compared.
  private mutating func fill(_ slot: UInt32, _ search: PreparedSearch) {
    let index = Int(slot)
    facts.empty()
    if births[index] != .unknown { facts.births.append(births[index]) }
    if countries[index] != 0 { facts.countries.append(countries[index]) }
    if let sex = Sex(code: sexes[index]) { facts.sexes.append(sex) }
    if hasPlaces, !search.facts.place.isEmpty { addPlace(segment.columns.places[index], search) }
    if hasMore, let more = segment.columns.more[slot] {
      facts.births += more.births
      facts.countries += more.countries
      facts.sexes += more.sexes.compactMap { Sex(code: $0) }
      if !search.facts.place.isEmpty { for place in more.places { addPlace(place, search) } }
    }
    if let first = search.aNumberKeys.first { fillNumbers(slot, first, search) }
    if search.facts.arrestDay != nil || !search.facts.arrestPlace.isEmpty { fillArrests(index, search) }
  }

  private mutating func addPlace(_ place: UInt32, _ search: PreparedSearch) {
    guard place != PeopleColumns.noPlace else { return }
    let score =
      placeScores[place]
      ?? PlaceWords.home(search.facts.place, segment.placeWords[Int(place)], matcher.places, matcher.weights)
    placeScores[place] = .some(score)
    if let score { facts.places.append(score) }
  }

  private mutating func fillNumbers(_ slot: UInt32, _ first: UInt64, _ search: PreparedSearch) {
    if aNumbers == nil {
      var found: [UInt32: [Level]] = [:]
      for key in search.aNumberKeys {
        for place in segment.aNumbers.places(key) {
          found[segment.aNumbers.slots[place], default: []].append(key == first ? .exact : .oneDigit)
        }
      }
      aNumbers = found
    }
    if let levels = aNumbers?[slot] {
      facts.aNumbers = levels
    } else if segment.hasANumber(slot) {
      facts.aNumbers.append(.different)
    }
  }

  private mutating func fillArrests(_ index: Int, _ search: PreparedSearch) {
    let columns = segment.columns
    for arrest in Int(columns.arrestStarts[index])..<Int(columns.arrestStarts[index + 1]) {
      if columns.arrestDays[arrest] != PeopleColumns.noDay { facts.arrestDays.append(Int(columns.arrestDays[arrest])) }
      let place = columns.arrestPlaces[arrest]
      guard place != PeopleColumns.noPlace, !search.facts.arrestPlace.isEmpty else { continue }
      let score =
        arrestScores[place]
        ?? PlaceWords.arrest(search.facts.arrestPlace, segment.placeWords[Int(place)], matcher.weights)
      arrestScores[place] = .some(score)
      if let score { facts.arrestPlaces.append(score) }
    }
  }
}
