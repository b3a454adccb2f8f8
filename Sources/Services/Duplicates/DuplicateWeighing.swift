internal import Linkage
internal import Stores

/// Somebody of the records as they are compared with others of the records.
struct ComparedPerson: Sendable {
  let listed: ListedPerson
  let aNumbers: [String]
  let sources: ShownSources
}

/// Weighs two people of the records: one as if somebody looked for them, the other as listed.
struct DuplicateWeighing: Sendable {
  let weighing: PairWeighing

  /// From here on it is likelier than not that the two are one, everybody else counted.
  static let leastProbability = 0.5

  /// Whether two people can be one at all: sources keep their own people apart, and the invented are nobody.
  static func mayBeOne(_ a: ComparedPerson, _ b: ComparedPerson) -> Bool {
    a.listed.id != b.listed.id && a.sources.isSample == b.sources.isSample
      && Set(a.sources.ids).union(b.sources.ids).count > 1
  }

  /// The same whichever comes first: the one with the lower number is looked for.
  func weigh(_ a: ComparedPerson, _ b: ComparedPerson) -> Verdict? {
    let (sought, listed) = a.listed.id < b.listed.id ? (a, b) : (b, a)
    return weighing.weigh(listed.listed, for: Self.readings(sought, withArrests: true).map(weighing.prepare))
  }

  /// A person as whoever would look for them might know them. Each has few names, births and numbers.
  static func readings(_ person: ComparedPerson, withArrests: Bool = false) -> [SoughtPerson] {
    let listed = person.listed
    let births: [KnownBirth?] = listed.births.isEmpty ? [nil] : listed.births.unique(most: 3)
    let numbers: [String?] = person.aNumbers.isEmpty ? [nil] : person.aNumbers.unique(most: 2)
    let arrests: [ListedArrest?] = [nil] + (withArrests ? listed.arrests.suffix(2) : [])
    var readings: [SoughtPerson] = []
    for name in listed.names.unique(most: 4) {
      for birth in births {
        for number in numbers {
          for arrest in arrests {
            readings.append(
              SoughtPerson(
                name: name.full, birth: birth, country: listed.countries.first, sex: listed.sexes.first,
                aNumber: number, arrestedOn: arrest?.day, arrestPlace: arrest?.place))
          }
        }
      }
    }
    return readings
  }
}

extension Array where Element: Hashable {
  /// Each once, in order, and at most so many.
  func unique(most: Int) -> [Element] {
    var seen: Set<Element> = []
    return Array(filter { seen.insert($0).inserted }.prefix(most))
  }
}
