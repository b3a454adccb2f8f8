internal import CivilTime
internal import Disclosure
internal import Foundation
internal import Linkage
internal import Stores

/// Invented people in an index, without a database: whom adversaries look for, and families.
struct AttackScene: Sendable {
  /// Somebody who is listed: who they are, and what the records have of them.
  struct Listed: Sendable {
    let id: Int64
    let person: TruePerson
    let records: [RecordedPerson]
    let arrests: [ListedArrest]
    /// The arrest itself, as the family heard of it.
    let day: CivilDate?
    let place: String?
  }

  let today: CivilDate
  let listed: [Listed]
  let index: PersonIndex
  let numbers = ANumberKeys()
  /// Of people of whom no birth is known, that they may be minors.
  private let hindered: Set<Int64>
  private let letters: Transliteration

  init(share: String, people: Int, seed: UInt64, today: CivilDate) throws {
    self.today = today
    let tables = try NameTables(share: share)
    letters = tables.letters
    let knowledge = LinkageKnowledge(lexicon: tables.lexicon, common: tables.common)
    let inventor = Inventor(seed: seed, asOf: today, pools: try NamePools(share: share))
    let recording = Recording(asOf: today)
    let (paths, words) = try Self.places(share, today)
    var listed: [Listed] = []
    var hindered: Set<Int64> = []
    var indexed: [IndexedPerson] = []
    for item in 0..<people {
      var random = SplitMix64(seed: seed, item: UInt64(item))
      let person = inventor.person(&random)
      var records = [recording.record(person, &random)]
      if random.chance(0.08) { records.append(recording.record(person, &random)) }
      let events = paths.path(&random)
      let births = records.compactMap(\.knownBirth)
      // Nobody who may be a minor is in the index.
      guard !births.contains(where: { $0.mayBeMinor(on: today) }) else { continue }
      let id = Int64(item + 1)
      if births.isEmpty { hindered.insert(id) }
      let arrests = events.filter { $0.kind == "arrest" || $0.kind == "book_in" }.map {
        ListedArrest(
          day: $0.at.adding(seconds: -21_600).utcDay, place: $0.place ?? $0.facility.flatMap { words[$0] })
      }
      let arrest = events.first { $0.kind == "arrest" } ?? events.first
      listed.append(
        Listed(
          id: id, person: person, records: records, arrests: arrests,
          day: arrest?.at.adding(seconds: -21_600).utcDay,
          place: arrest.flatMap { $0.place ?? $0.facility.flatMap { words[$0] } }))
      let latin = tables.letters
      indexed.append(
        IndexedPerson(
          id: id, rows: records.map { $0.row(id, latin) },
          aNumberKeys: records.compactMap(\.aNumber).map(numbers.key), arrests: arrests))
    }
    self.listed = listed
    self.hindered = hindered
    index = PersonIndex.build([EncodedChunk(indexed, knowledge)], knowledge)
  }

  /// Where people are taken, as the lists of facilities and the counts of transfers have it.
  private static func places(_ share: String, _ today: CivilDate) throws -> (CustodyPaths, [Int32: String]) {
    let seed = try FacilitySeed.read(from: URL(filePath: share).appending(path: "seed"))
    var ids: [String: Int32] = [:]
    var places: [SampleStore.Place] = []
    var words: [Int32: String] = [:]
    let rooms = Set(seed.holdRooms.map(\.code))
    for place in seed.holdRooms + seed.listed where ids[place.code] == nil {
      let id = Int32(places.count + 1)
      ids[place.code] = id
      places.append(
        SampleStore.Place(
          id: id, code: place.code, isHoldRoom: rooms.contains(place.code), city: place.city, state: place.state))
      words[id] = [place.name, place.city, place.state].compactMap(\.self).joined(separator: ", ")
    }
    let transfers = seed.transfers.compactMap { transfer -> (from: Int32, to: Int32, count: Int)? in
      guard let from = ids[transfer.from], let to = ids[transfer.to] else { return nil }
      return (from, to, transfer.count)
    }
    return (try CustodyPaths(places: places, transfers: transfers, asOf: today), words)
  }

  // MARK: Searching

  /// What the service would say, but for what is counted.
  func weigh(_ request: SearchRequest) -> [DisclosureCandidate] {
    let searches = request.readings.map { sought in
      var sought = sought
      sought.name = letters.latin(sought.name)
      return index.matcher.prepare(sought, aNumberKeys: numbers.keys(sought.aNumber))
    }
    return index.search(searches, limit: 50).map {
      DisclosureCandidate($0, hindrances: hindered.contains($0.assessment.id) ? [.perhapsMinor] : [])
    }
  }
}

extension RecordedPerson {
  var knownBirth: KnownBirth? {
    if let birthDate { return .day(birthDate) }
    guard let birthYear else { return nil }
    if birthBasis == "age", let day = CivilDate(year: birthYear + 30, month: 12, day: 31) {
      return .age(30, on: day)
    }
    return .year(birthYear)
  }

  func row(_ id: Int64, _ letters: Transliteration) -> IndexRow {
    IndexRow(
      person: id,
      name: ListedName(
        full: letters.latin(fullName), given: given.map(letters.latin), family: family.map(letters.latin)),
      birth: knownBirth, country: country, sex: sex.flatMap(Sex.init))
  }
}
