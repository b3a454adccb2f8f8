internal import CivilTime
internal import Linkage
internal import Stores
internal import Vault

/// Puts rows of the records together into people as matching takes them.
///
/// Here names come into Latin letters, A-numbers become keyed hashes, and minors are left out: nobody who may be one is
/// in any index or weighed by any search.
struct PeopleAssembly: Sendable {
  let letters: Transliteration
  let parser: NameParser
  let numbers: ANumberKeys
  /// The words of every facility.
  let places: [Int32: String]
  let today: CivilDate

  struct Result: Sendable {
    var people: [IndexedPerson] = []
    /// People who may be minors, with the day on which they are so no longer.
    var minors: [Int64: CivilDate] = [:]
    /// Words in the records that are read as another.
    var spellings: [String: Set<String>] = [:]
  }

  func assemble(_ rows: [RecordRow]) -> Result {
    var result = Result()
    let order = rows.indices.sorted { rows[$0].place < rows[$1].place }
    var start = 0
    while start < order.count {
      let person = rows[order[start]].person
      var end = start + 1
      while end < order.count, rows[order[end]].person == person { end += 1 }
      add(order[start..<end].map { rows[$0] }, of: person, to: &result)
      start = end
    }
    return result
  }

  private func add(_ rows: [RecordRow], of id: Int64, to result: inout Result) {
    var person = IndexedPerson(id: id, rows: [])
    var comesOfAge: CivilDate?
    for row in rows {
      switch row.content {
      case .description(let said):
        let name = latin(said.name)
        person.rows.append(
          IndexRow(person: id, name: name, birth: said.birth, country: said.country, sex: said.sex))
        if let day = said.comesOfAge { comesOfAge = max(comesOfAge ?? day, day) }
        noteSpellings(of: name, as: said, in: &result)
      case .aNumber(let number): person.aNumberKeys.append(numbers.key(number))
      case .arrest(let day, let place, let facility):
        person.arrests.append(ListedArrest(day: day, place: place ?? facility.flatMap { places[$0] }))
      }
    }
    // Whom no live source describes, nobody can look for.
    guard !person.rows.isEmpty else { return }
    if let comesOfAge, comesOfAge > today {
      result.minors[id] = comesOfAge
    } else {
      result.people.append(person)
    }
  }

  private func latin(_ name: ListedName) -> ListedName {
    ListedName(
      full: letters.latin(name.full), given: name.given.map(letters.latin), family: name.family.map(letters.latin))
  }

  /// Notes which words of the database stand for the words that the name is found by, where they are not the same.
  private func noteSpellings(of name: ListedName, as said: RecordRow.Description, in result: inout Result) {
    guard let stored = StoredWords.of(said) else { return }
    let read = Set(parser.parse(name).parts.map(\.text))
    let others = read.subtracting(stored)
    guard !others.isEmpty else { return }
    let unread = stored.subtracting(read)
    for word in others { result.spellings[word, default: []].formUnion(unread.isEmpty ? stored : unread) }
  }
}

/// The words of a name as the database folds them.
enum StoredWords {
  /// Nil when they are surely those that matching reads.
  static func of(_ said: RecordRow.Description) -> Set<String>? {
    if let searchName = said.searchName {
      guard said.name.full.unicodeScalars.contains(where: mayFoldOtherwise) else { return nil }
      return Set(searchName.split(separator: " ").map { String($0) })
    }
    let full = said.name.full
    let parts = (said.name.given?.utf8.count ?? 0) + (said.name.family?.utf8.count ?? 0)
    guard full.utf8.count < parts || full.utf8.contains(where: joins) else { return nil }
    let words = full.lowercased().split { $0 != "'" && $0 != "`" && !$0.isLetter && !$0.isNumber && !isJoin($0) }
    return Set(words.map { String($0.filter { $0 != "'" && $0 != "`" }) }.filter { !$0.isEmpty })
  }

  /// Signs that part words everywhere but in `search_name()`.
  private static func joins(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "!"), UInt8(ascii: "$"), UInt8(ascii: "%"), UInt8(ascii: "="), UInt8(ascii: "?"),
      UInt8(ascii: "@"), UInt8(ascii: "^"), UInt8(ascii: "~"):
      true
    default: false
    }
  }

  /// Beside plain letters, those of Latin-1, Latin Extended A and Vietnamese become the same everywhere.
  private static func mayFoldOtherwise(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0xD7, 0xF7: true
    case 0xC0...0x131, 0x1EA0...0x1EF9: false
    case ..<0x80: joins(UInt8(scalar.value))
    default: true
    }
  }

  private static func isJoin(_ character: Character) -> Bool { character.asciiValue.map(joins) ?? false }
}

/// Keyed hashes of A-numbers: what an index has in place of them. The key lives as long as the process.
package struct ANumberKeys: Sendable {
  private let key = HashKey()

  package init() {}

  package func key(_ number: String) -> UInt64 {
    Digests.keyed(Array(number.utf8), key).prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
  }

  /// Of the number, and of the numbers that it is mistaken for.
  package func keys(_ number: String?) -> [UInt64] { number.map { ANumber.variants($0).map(key) } ?? [] }
}

extension RecordRow {
  /// Rows of a person together, in the order in which they were told.
  fileprivate var place: (Int64, Int, Int64) {
    switch content {
    case .description: (person, 0, id)
    case .aNumber: (person, 1, id)
    case .arrest: (person, 2, id)
    }
  }
}
