internal import CivilTime
internal import Foundation
internal import Linkage

/// What libFuzzer calls with every input: bytes as they come, read as names, dates, numbers and places of a search.
///
/// The pointer is libFuzzer's, and lives as long as the call.
@_cdecl("LLVMFuzzerTestOneInput")
package func fuzzOneInput(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  FuzzedLinkage.shared.take(Array(UnsafeBufferPointer(start: start, count: count)))
  return 0
}

/// A small list, and everything that strangers' letters go through on their way to it.
struct FuzzedLinkage: Sendable {
  static let shared = FuzzedLinkage()

  private let letters: Transliteration
  private let index: PersonIndex

  private init() {
    let share = ProcessInfo.processInfo.environment["PARADERO_SHARE"] ?? "sql"
    guard let tables = try? NameTables(share: share) else {
      FileHandle.standardError.write(Data("PARADERO_SHARE must be the folder with names/.\n".utf8))
      exit(64)
    }
    letters = tables.letters
    let knowledge = LinkageKnowledge(lexicon: tables.lexicon, common: tables.common)
    let given = ["José", "María Guadalupe", "Nguyễn Thị", "Gurpreet", "Jean-Baptiste", "Хасан", "N.N.", "J"]
    let family = ["García López", "de la Cruz", "Singh", "O'Neill", "Al-Hashimi", "王", "FNU", "Garcialopez"]
    let countries = ["MX", "GT", "IN", "VN", "HT"]
    let people = (0..<64).map { number in
      let name = "\(family[number / 8 % 8]), \(given[number % 8])"
      return IndexedPerson(
        id: Int64(number),
        rows: [
          IndexRow(
            person: Int64(number), name: ListedName(full: tables.letters.latin(name)),
            birth: .year(1960 + number % 45), country: countries[number % 5], sex: number % 3 == 0 ? .female : .male)
        ], aNumberKeys: [UInt64(number)])
    }
    index = PersonIndex.build([EncodedChunk(people, knowledge)], knowledge)
  }

  /// The first two bytes say whether a country is known and when somebody was born; then names, one behind each line's end.
  func take(_ bytes: [UInt8]) {
    guard bytes.count > 2 else { return }
    let texts = bytes.dropFirst(2).split(separator: 0x0A, omittingEmptySubsequences: false).prefix(4)
      .map { letters.latin(String(decoding: $0, as: UTF8.self)) }
    let (first, second) = (texts[0], texts.count > 1 ? texts[1] : texts[0])
    let birth = birth(bytes[1])
    let sought = SoughtPerson(
      name: first, birth: birth, country: bytes[0] & 16 == 0 ? "IN" : nil, sex: .female,
      aNumber: ANumber.normalised(second), arrestedOn: CivilDate(year: 2026, month: 1, day: 1), arrestPlace: second,
      place: texts.last)
    let search = index.matcher.prepare(sought, aNumberKeys: [UInt64(bytes[1])])
    let listed = ListedPerson(
      id: 1, names: [ListedName(full: second), ListedName(full: first, given: second, family: texts.last)],
      births: birth.map { [$0] } ?? [], countries: ["IN"], arrests: [ListedArrest(day: nil, place: first)],
      places: [second])
    let bits = index.matcher.assess(listed, for: search).bits
    precondition(bits.isFinite, "every pair has a weight")
    // Searching takes a hundred times as long as comparing: one input in sixty-four, whichever they are; a byte that said
    // so would be in more and more of them, since such inputs reach more.
    guard bytes.reduce(0, &+) & 63 == 1 else { return }
    for verdict in index.search([search], limit: 10) {
      precondition((0...1).contains(verdict.probability), "a probability is one")
    }
    var linker = IndexLinker(index)
    for match in linker.matches(search, limit: 10, explains: true) {
      precondition(match.bits.isFinite && (0...1).contains(match.probability), "a match is weighed")
    }
    var words = SeekerWords()
    _ = index.seekers(of: listed, least: 5, &words)
  }

  private func birth(_ byte: UInt8) -> KnownBirth? {
    switch byte & 3 {
    case 0: CivilDate(year: 1960 + Int(byte) / 4, month: Int(byte) % 12 + 1, day: Int(byte) % 28 + 1).map { .day($0) }
    case 1: .year(1900 + Int(byte))
    case 2: CivilDate(year: 2026, month: 1, day: 1).map { .age(Int(byte), on: $0) }
    default: nil
    }
  }
}
