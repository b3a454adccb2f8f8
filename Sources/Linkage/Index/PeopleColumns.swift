/// People side by side, a column for each thing that is known: at most a few dozen bytes a person.
struct PeopleColumns: Sendable {
  var ids: [Int64] = []
  /// Where each person's names begin among the codes, and where the last one's end.
  var nameStarts: [UInt32] = [0]
  var codes: [NameCode] = []
  /// What a person's first description says beside the name.
  private(set) var facts: [FirstFacts] = []
  private(set) var hasPlaces = false
  /// What more a person's further descriptions say.
  var more: [UInt32: MoreFacts] = [:]
  var aNumbers: [ANumberEntry] = []
  var arrestStarts: [UInt32] = [0]
  /// Days since 1970, -32768 when unknown.
  var arrestDays: [Int16] = []
  var arrestPlaces: [UInt32] = []
  var rows = 0

  /// One column, not one for each: whoever is weighed is asked for all of them, and each column is a wait for memory.
  struct FirstFacts: Sendable {
    var birth = BirthCode.unknown
    /// The home place, by its number among the texts.
    var place = PeopleColumns.noPlace
    /// 0 when it is not known.
    var country: UInt16 = 0
    var sex: UInt8 = 0
  }

  /// Facts beyond the first of each kind.
  struct MoreFacts: Sendable, Equatable {
    var births: [BirthCode] = []
    var countries: [UInt16] = []
    var sexes: [UInt8] = []
    var places: [UInt32] = []

    var isEmpty: Bool { births.isEmpty && countries.isEmpty && sexes.isEmpty && places.isEmpty }
  }

  struct ANumberEntry: Sendable {
    var key: UInt64
    var slot: UInt32
  }

  static let noDay = Int16.min
  /// No text.
  static let noPlace = UInt32.max

  var count: Int { ids.count }

  mutating func reserve(_ people: Int) {
    ids.reserveCapacity(people)
    nameStarts.reserveCapacity(people + 1)
    codes.reserveCapacity(people * 4)
    facts.reserveCapacity(people)
    arrestStarts.reserveCapacity(people + 1)
  }

  /// Adds one person of other columns, its parts and places renumbered.
  mutating func add(_ slot: Int, of other: PeopleColumns, parts: [UInt32], places map: [UInt32]) {
    let own = UInt32(count)
    ids.append(other.ids[slot])
    for place in Int(other.nameStarts[slot])..<Int(other.nameStarts[slot + 1]) {
      let code = other.codes[place]
      codes.append(code.moved(to: Int(parts[code.part])))
    }
    nameStarts.append(UInt32(codes.count))
    var first = other.facts[slot]
    if first.place != Self.noPlace { first.place = map[Int(first.place)] }
    add(first)
    for arrest in Int(other.arrestStarts[slot])..<Int(other.arrestStarts[slot + 1]) {
      arrestDays.append(other.arrestDays[arrest])
      let place = other.arrestPlaces[arrest]
      arrestPlaces.append(place == Self.noPlace ? place : map[Int(place)])
    }
    arrestStarts.append(UInt32(arrestDays.count))
    if !other.more.isEmpty, var facts = other.more[UInt32(slot)] {
      facts.places = facts.places.map { map[Int($0)] }
      more[own] = facts
    }
  }

  mutating func add(_ first: FirstFacts) {
    facts.append(first)
    hasPlaces = hasPlaces || first.place != Self.noPlace
  }

  var bytes: Int {
    count * (8 + 4 + 12 + 4) + codes.count * 4 + more.count * 200 + aNumbers.count * 16
      + arrestDays.count * 6
  }
}
