/// Compares one sought name with many listed ones: the best assignment of parts to parts, whatever their order.
///
/// What two parts say of each other is worked out once for each part of the table and remembered.
struct NameWeigher {
  private(set) var sought: SoughtName
  /// What made up the last name's sum.
  private(set) var lines = NameLines()
  /// What relatives would share of the last name.
  private(set) var shared = SharedName()
  private let countsRelatives: Bool
  private let bits: NameBits
  private let countries: CountryShares
  private let exactRate: Double
  private var memo: PartMemo
  private var assignment = Assignment()
  /// The parts of the listed name, the first `rightCount` of them, and their rows in the memo.
  private var right = [8 of NameCode](repeating: NameCode(part: 0, .unknown))
  private var rows = [8 of Int](repeating: 0)
  private var rightCount = 0
  private var usedLeft: UInt32 = 0
  private var usedRight: UInt32 = 0
  /// How much commoner the last name is than the product of its parts, in bits.
  private var common = 0.0

  init(_ sought: SoughtName, _ matcher: Matcher) {
    self.sought = sought
    countries = matcher.countries
    bits = matcher.nameBits
    exactRate = matcher.weights.rewriting.exact
    countsRelatives = matcher.relatives.areCounted
    memo = PartMemo(sought, PartComparison(weights: matcher.weights))
  }

  /// Another name is sought.
  mutating func begin(_ sought: SoughtName) {
    self.sought = sought
    memo.begin(sought)
    lines.removeAll()
    rightCount = 0
    common = 0
  }

  /// Makes ready to weigh names: all that will be asked for before the next are learnt.
  mutating func learn(_ codes: ArraySlice<NameCode>, _ table: PartTable) { memo.learn(codes, table) }

  /// The bits of a listed name; nil when one side has no name to compare.
  ///
  /// - Parameter name: its indices among the codes that were learnt last.
  mutating func weigh(_ name: Range<Int>, _ table: PartTable, _ origin: NameOrigin) -> Double? {
    lines.removeAll()
    rightCount = 0
    usedLeft = 0
    usedRight = 0
    var suffix: Int?
    var joinHits: UInt32 = 0
    for place in name {
      let (code, row) = memo.learnt(place)
      if code.isSuffix {
        suffix = code.part
      } else if rightCount < ParsedName.limit {
        right[rightCount] = code
        rows[rightCount] = Int(row)
        rightCount += 1
        joinHits |= memo.joinHits(Int(row))
      }
    }
    guard sought.count > 0, rightCount > 0 else { return nil }
    if joinHits != 0 { matchJoinedRight(table) }
    if sought.lengths != 0, rightCount > 1 { matchJoinedLeft(table) }
    matchParts()
    lower(origin, table)
    addCrossing()
    addLeftovers()
    holdBack()
    if let suffix, let own = sought.suffix, own != table.word(suffix) {
      lines.append(NameLine(role: .family, level: .different, kind: .different, bits: bits.suffixDiffers))
    }
    var sum = 0.0
    for place in lines.indices { sum += lines[place].bits }
    if countsRelatives {
      shared = SharedName()
      for place in lines.indices { shared.add(lines[place]) }
    }
    return sum
  }

  /// Whether both sides of the last name said which parts are given and which family.
  var knowsRoles: Bool {
    sought.roles.contains(.given) && sought.roles.contains(.family)
      && (0..<rightCount).contains { right[$0].role == .given }
      && (0..<rightCount).contains { right[$0].role == .family }
  }

  // MARK: Joined parts

  /// Neighbours of the sought name that the record has as one word.
  private mutating func matchJoinedRight(_ table: PartTable) {
    for (form, join) in sought.joins.enumerated() {
      let both: UInt32 = 3 << UInt32(join.first)
      for place in 0..<rightCount where memo.joinHits(rows[place]) & 1 << UInt32(form) != 0 {
        guard usedLeft & both == 0, usedRight & 1 << UInt32(place) == 0 else { continue }
        let isSame = memo.isExactJoin(rows[place], form)
        let bits = Self.piece(exactRate, sought.table, join.first) + Self.piece(exactRate, sought.table, join.first + 1)
        addJoined(
          min(bits, Self.piece(exactRate, table, right[place].part)), isSame, left: join.first, left2: join.first + 1,
          right: place, right2: -1)
        usedLeft |= both
        usedRight |= 1 << UInt32(place)
      }
    }
  }

  /// Neighbours of the record that the sought name has as one word.
  private mutating func matchJoinedLeft(_ table: PartTable) {
    for place in 0..<(rightCount - 1) {
      let both: UInt32 = 3 << UInt32(place)
      let first = table.shapes[right[place].part]
      let second = table.shapes[right[place + 1].part]
      let length = Int(first.length) + Int(second.length)
      guard length >= 5, length <= PartTable.longest, first.wordLength > 1, second.wordLength > 1,
        sought.lengths & (7 << UInt64(min(61, length) - 1)) != 0, usedRight & both == 0
      else { continue }
      let letters = (table.letters[Int(first.start)], table.letters[Int(second.start)])
      for compound in sought.compounds where compound.first == letters.0 || compound.first == letters.1 {
        let part = compound.part
        guard abs(compound.length - length) <= 1, usedLeft & 1 << UInt32(part) == 0,
          let isSame = Self.isJoined(sought, part, right[place].part, right[place + 1].part, length, table)
        else { continue }
        let bits = Self.piece(exactRate, table, right[place].part) + Self.piece(exactRate, table, right[place + 1].part)
        addJoined(
          min(bits, Self.piece(exactRate, sought.table, part)), isSame, left: part, left2: -1, right: place,
          right2: place + 1)
        usedLeft |= 1 << UInt32(part)
        usedRight |= both
        break
      }
    }
  }

  /// Whether a sought part is two listed ones joined, in either order; true when to the letter.
  private static func isJoined(
    _ sought: SoughtName, _ part: Int, _ a: Int, _ b: Int, _ length: Int, _ table: PartTable
  ) -> Bool? {
    let word = sought.table.letters[sought.table.wordRange(part)]
    guard abs(word.count - length) <= 1 else { return nil }
    for (front, back) in [(table.joinedRange(a), table.joinedRange(b)), (table.joinedRange(b), table.joinedRange(a))] {
      guard word.first == table.letters[front.lowerBound] else { continue }
      if word.count == length, word.prefix(front.count).elementsEqual(table.letters[front]),
        word.dropFirst(front.count).elementsEqual(table.letters[back])
      {
        return true
      }
      if length >= 8 {
        let joined = Array(table.letters[front]) + Array(table.letters[back])
        if EditDistance.difference(word, joined[...], most: 1) != nil { return false }
      }
    }
    return nil
  }

  private static func piece(_ rate: Double, _ table: PartTable, _ part: Int) -> Double {
    Bits.log2(rate / Double(table.shapes[part].share))
  }

  /// Joined on one side only: worth what its pieces are worth, less a little for the joining. A common name that was
  /// split ("rob erto") is worth no more than whole.
  private mutating func addJoined(
    _ bits: Double, _ isSame: Bool, left: Int, left2: Int, right place: Int, right2: Int
  ) {
    lines.append(
      NameLine(
        role: Self.role(sought, left, (right[place].role, memo.givenShare(rows[place]))),
        level: isSame ? .normalised : .oneTypingError, kind: .joined,
        bits: bits - (isSame ? 1 : 5), left: left, right: place, left2: left2, right2: right2))
  }

  // MARK: Where names are common

  /// Takes from each agreeing part what it is commoner by among people from the record's country.
  private mutating func lower(_ origin: NameOrigin, _ table: PartTable) {
    common = 0
    // Where nobody counted by country, there is nothing to take.
    guard !(table.lifts.isEmpty && sought.table.lifts.isEmpty) else { return }
    var country = origin.country
    if country == 0, let line = Self.strongest(lines) {
      country = Self.home(lines[line], sought, right[lines[line].right].part, table)
    }
    guard country != 0 else { return }
    var sum = 0.0
    for place in lines.indices where lines[place].bits > 0 {
      sum += Self.lift(lines[place], sought, right, table, country)
    }
    guard sum > 0 else { return }
    // How much commoner the whole name is than the product of its parts says.
    let joint = max(0, sum + Bits.log2(countries.share(code: country)))
    common = joint
    let share = origin.isCompared ? 1 : joint / sum
    guard share > 0 else { return }
    for place in lines.indices where lines[place].bits > 0 {
      let lift = Self.lift(lines[place], sought, right, table, country)
      lines[place].bits = max(0, lines[place].bits - share * lift)
    }
  }

  /// The first of the lines that agree most.
  private static func strongest(_ lines: NameLines) -> Int? {
    var strongest: Int?
    for place in lines.indices where lines[place].bits > (strongest.map { lines[$0].bits } ?? 0) { strongest = place }
    return strongest
  }

  /// Of two spellings the commoner one is the name; what was joined is as common as its pieces together.
  private static func lift(
    _ line: NameLine, _ sought: SoughtName, _ right: [8 of NameCode], _ table: PartTable, _ country: UInt16
  ) -> Double {
    if line.left2 >= 0 {
      return sought.table.lift(line.left, in: country) + sought.table.lift(line.left2, in: country)
    }
    let listed = right[line.right].part
    if line.right2 >= 0 { return table.lift(listed, in: country) + table.lift(right[line.right2].part, in: country) }
    return isListedCommoner(line, sought, listed, table)
      ? table.lift(listed, in: country) : sought.table.lift(line.left, in: country)
  }

  private static func home(_ line: NameLine, _ sought: SoughtName, _ listed: Int, _ table: PartTable) -> UInt16 {
    isListedCommoner(line, sought, listed, table) ? table.home(listed) : sought.table.home(line.left)
  }

  private static func isListedCommoner(
    _ line: NameLine, _ sought: SoughtName, _ listed: Int, _ table: PartTable
  ) -> Bool {
    table.shapes[listed].share >= sought.table.shapes[line.left].share
  }

  // MARK: Single parts

  private mutating func matchParts() {
    let open = ~usedLeft & ((1 << UInt32(sought.count)) - 1)
    var partners = [8 of Int](repeating: 0)
    var agreeing: UInt32 = 0
    for place in 0..<rightCount where usedRight & 1 << UInt32(place) == 0 {
      let hits = memo.agreeing(rows[place]) & open
      guard hits != 0 else { continue }
      guard hits & (hits - 1) == 0, agreeing & hits == 0 else { return matchContested() }
      agreeing |= hits
      partners[hits.trailingZeroBitCount] = place
    }
    // Nobody competes with anybody: each takes its only partner.
    while agreeing != 0 {
      let part = agreeing.trailingZeroBitCount
      agreeing &= agreeing - 1
      let score = memo.score(rows[partners[part]], part)
      if score.bits > Self.unmatched { add(part, partners[part], score) }
    }
  }

  /// What leaving a part without a partner costs, in bits.
  static let unmatched = -3.5

  private mutating func matchContested() {
    assignment.begin(left: sought.count, right: rightCount)
    for i in 0..<sought.count where usedLeft & 1 << UInt32(i) == 0 {
      for j in 0..<rightCount where usedRight & 1 << UInt32(j) == 0 && memo.agreeing(rows[j]) & 1 << UInt32(i) != 0 {
        assignment.offer(i, j, memo.score(rows[j], i).bits)
      }
    }
    assignment.resolve(unmatched: Self.unmatched)
    for pair in 0..<assignment.count {
      let (i, j) = assignment[pair]
      add(i, j, memo.score(rows[j], i))
    }
  }

  private mutating func add(_ left: Int, _ place: Int, _ score: PartScore) {
    lines.append(
      NameLine(
        role: Self.role(sought, left, (right[place].role, memo.givenShare(rows[place]))), level: score.level,
        kind: score.rewriting, bits: score.bits, left: left, right: place))
    usedLeft |= 1 << UInt32(left)
    usedRight |= 1 << UInt32(place)
  }

  /// Both sides said what is given and what is family, and a part agrees across: once is enough to say so.
  private mutating func addCrossing() {
    for place in lines.indices {
      let said = sought.roles[lines[place].left]
      let listed = right[lines[place].right].role
      guard said != .unknown, listed != .unknown, said != listed, lines[place].bits > 0 else { continue }
      lines[place].bits += bits.crossed
      lines[place].isCrossed = true
      return
    }
  }

  // MARK: What is left over

  /// Parts that found no partner: two of a kind contradict each other; one alone was merely left out.
  private mutating func addLeftovers() {
    let openLeft = ~usedLeft & ((1 << UInt32(sought.count)) - 1)
    let openRight = ~usedRight & ((1 << UInt32(rightCount)) - 1)
    guard openLeft | openRight != 0 else { return }
    let hasAgreeing = lines.indices.contains { lines[$0].role != .given && lines[$0].bits > 0 }
    let familyBits = hasAgreeing ? bits.differentOtherFamily : bits.differentFamily
    var mine = Leftovers()
    var theirs = Leftovers()
    for place in 0..<sought.count where openLeft & 1 << UInt32(place) != 0 {
      mine.add(place, Self.role(sought, place, nil))
    }
    for place in 0..<rightCount where openRight & 1 << UInt32(place) != 0 {
      theirs.add(place, Self.role(sought, nil, (right[place].role, memo.givenShare(rows[place]))))
    }
    // Two of one kind first; then what may be of either kind, against whatever is left. By kind and not by place, so
    // that the order in which a name was written changes nothing.
    while let (left, right, role) = mine.pair(&theirs) {
      let cost = role == .given ? bits.differentGiven : familyBits
      lines.append(NameLine(role: role, level: .different, kind: .different, bits: cost, left: left, right: right))
    }
    while let (left, right, role) = mine.single(&theirs) {
      lines.append(
        NameLine(role: role, level: .partial, kind: .different, bits: bits.dropped, left: left, right: right))
    }
  }

  /// Keeps given names from carrying a match alone: without an agreeing surname they weigh six bits at most.
  private mutating func holdBack() {
    var sum = 0.0
    var agreeing = 0
    var unknown = false
    for place in lines.indices where lines[place].bits > 0 && lines[place].isPair {
      sum += lines[place].bits
      agreeing += 1
      if lines[place].role == .family { return }
      if lines[place].role == .unknown { unknown = true }
    }
    let most = bits.mostWithoutFamilyName
    guard sum > most, !(unknown && agreeing > 1) else { return }
    for place in lines.indices where lines[place].bits > 0 { lines[place].bits *= most / sum }
  }

  /// What a pair's part is: by counts where they are plain, else by what the source said, else by counts.
  ///
  /// - Parameter listed: what the source said of the listed part, and how often it is a given name.
  // A function of the type: a method would be handed a copy of all this.
  private static func role(_ sought: SoughtName, _ left: Int?, _ listed: (said: NameRole, share: Float)?) -> NameRole {
    let mine = if let left { sought.table.shapes[left].givenShare } else { -1 as Float }
    let theirs = listed?.share ?? -1
    let share = mine < 0 ? theirs : theirs < 0 ? mine : (mine + theirs) / 2
    if share >= 0.95 { return .given }
    if share >= 0, share <= 0.05 { return .family }
    if let said = listed?.said, said != .unknown { return said }
    if let left, sought.roles[left] != .unknown { return sought.roles[left] }
    return share >= 0.7 ? .given : share >= 0 && share <= 0.3 ? .family : .unknown
  }

  // MARK: Explaining

  /// The same as `weigh`, with every part told.
  mutating func explain(
    _ codes: ArraySlice<NameCode>, _ table: PartTable, _ origin: NameOrigin
  ) -> NameExplanation? {
    learn(codes, table)
    guard let bits = weigh(codes.indices, table, origin) else { return nil }
    var perThousand = 1000 * Bits.power(common)
    var hasPair = false
    let parts = lines.map { line in
      if line.isPair, line.level != .different {
        hasPair = true
        for place in [line.right, line.right2] where place >= 0 {
          perThousand *= Double(min(1, table.shapes[right[place].part].share))
        }
      }
      return PartAgreement(
        sought: text([line.left, line.left2]) { sought.table.word($0) },
        listed: text([line.right, line.right2]) { table.word(right[$0].part) }, role: line.role, level: line.level,
        bits: line.bits)
    }
    return NameExplanation(
      bits: bits, shared: shared, parts: parts, perThousand: hasPair ? perThousand : nil)
  }

  /// One part, or two neighbours.
  private func text(_ places: [2 of Int], _ word: (Int) -> String) -> String? {
    guard places[0] >= 0 else { return nil }
    return places[1] < 0 ? word(places[0]) : word(places[0]) + " " + word(places[1])
  }
}
