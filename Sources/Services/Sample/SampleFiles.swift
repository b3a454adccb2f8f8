package import CivilTime
internal import Foundation
internal import Linkage

/// Invented people as files, without a database: what officers wrote, and what families would search for.
///
/// The people of a seed are the same ones, with the same errors, that `SampleService` puts into a database.
package struct SampleFiles: Sendable {
  package struct Plan: Sendable {
    package var people: Int
    package var seed: UInt64
    package var asOf: CivilDate
    /// Searches for people who are in the records, spread evenly over them.
    package var searches: Int
    /// Besides, so many for each way in which names are built, where there are as many people.
    package var eachCulture: Int
    /// Searches for people of the same kind who are not in the records.
    package var absent: Int

    package init(people: Int, seed: UInt64, asOf: CivilDate, searches: Int, eachCulture: Int, absent: Int) {
      (self.people, self.seed, self.asOf) = (people, seed, asOf)
      (self.searches, self.eachCulture, self.absent) = (searches, eachCulture, absent)
    }
  }

  private let pools: NamePools

  package init(share: String) throws { pools = try NamePools(share: share) }

  /// Writes `records.csv`, `searches.csv`, `cultures.csv` and `absent.csv` into a folder.
  package func write(_ plan: Plan, to folder: String, progress: (Int) -> Void = { _ in }) throws {
    let inventor = Inventor(seed: plan.seed, asOf: plan.asOf, pools: pools)
    let recording = Recording(asOf: plan.asOf)
    let records = try CSVFile(folder + "/records.csv", Self.recordHeader)
    let searches = try CSVFile(folder + "/searches.csv", Self.searchHeader)
    let cultures = try CSVFile(folder + "/cultures.csv", Self.searchHeader)
    let step = max(1, plan.people / max(1, plan.searches))
    var byCulture: [Culture: Int] = [:]
    for item in 0..<plan.people {
      var random = SplitMix64(seed: plan.seed, item: UInt64(item))
      let (person, written) = Self.make(inventor, recording, &random)
      for record in written { try records.write(Self.cells(record, item + 1)) }
      if item.isMultiple(of: 10_000) { progress(item) }
      // Nobody who may be a minor is ever shown, so that nobody is searched for who is one.
      guard !KnownBirth.day(person.birth).mayBeMinor(on: plan.asOf) else { continue }
      let best = written.map(\.errors).min { $0.count < $1.count } ?? []
      let cells = Self.cells(person, id: item + 1, truth: item + 1, errors: best)
      if item.isMultiple(of: step) { try searches.write(cells) }
      if byCulture[person.culture, default: 0] < plan.eachCulture {
        byCulture[person.culture, default: 0] += 1
        try cultures.write(cells)
      }
    }
    progress(plan.people)
    try [records, searches, cultures].forEach { try $0.flush() }
    try writeAbsent(plan, to: folder)
  }

  private func writeAbsent(_ plan: Plan, to folder: String) throws {
    let file = try CSVFile(folder + "/absent.csv", Self.searchHeader)
    let inventor = Inventor(seed: plan.seed &+ 1_000_003, asOf: plan.asOf, pools: pools)
    var written = 0
    for item in 0..<(plan.absent * 2) where written < plan.absent {
      var random = SplitMix64(seed: inventor.seed, item: UInt64(item))
      let person = inventor.person(&random)
      guard !KnownBirth.day(person.birth).mayBeMinor(on: plan.asOf) else { continue }
      written += 1
      try file.write(Self.cells(person, id: item + 1, truth: nil, errors: []))
    }
    try file.flush()
  }

  /// In the order in which `ChunkMaker` draws.
  private static func make(
    _ inventor: Inventor, _ recording: Recording, _ random: inout SplitMix64
  ) -> (TruePerson, [RecordedPerson]) {
    let person = inventor.person(&random)
    var records = [recording.record(person, &random)]
    if random.chance(0.08) { records.append(recording.record(person, &random)) }
    return (person, records)
  }

  // MARK: Lines

  private static let recordHeader = [
    "id", "full_name", "given_name", "family_name", "birth_date", "birth_year", "sex", "country", "place",
  ]
  private static let searchHeader = [
    "id", "truth", "full_name", "given_name", "family_name", "birth_date", "country", "place", "culture", "errors",
  ]

  private static func cells(_ record: RecordedPerson, _ id: Int) -> [String] {
    [
      String(id), record.fullName, record.given ?? "", record.family ?? "", record.birthDate?.iso ?? "",
      record.birthDate == nil ? record.birthYear.map { String($0) } ?? "" : "", record.sex ?? "",
      record.country ?? "", "",
    ]
  }

  private static func cells(_ person: TruePerson, id: Int, truth: Int?, errors: [OfficerError]) -> [String] {
    [
      String(id), truth.map { String($0) } ?? "", person.name.text(person.culture),
      person.name.given.map(\.written).joined(separator: " "),
      person.name.family.map(\.written).joined(separator: " "), person.birth.iso, person.country, "",
      person.culture.rawValue, Set(errors.map(\.rawValue)).sorted().joined(separator: ","),
    ]
  }
}

/// A file of comma-separated lines, written in large pieces.
private final class CSVFile {
  private let handle: FileHandle
  private var buffer: [UInt8] = []

  init(_ path: String, _ header: [String]) throws {
    guard FileManager.default.createFile(atPath: path, contents: nil), let handle = FileHandle(forWritingAtPath: path)
    else { throw CocoaError(.fileWriteUnknown) }
    self.handle = handle
    try write(header)
  }

  func write(_ cells: [String]) throws {
    for (index, cell) in cells.enumerated() {
      if index > 0 { buffer.append(UInt8(ascii: ",")) }
      if cell.contains(where: { $0 == "," || $0 == "\"" }) {
        buffer += ("\"" + cell.replacing("\"", with: "\"\"") + "\"").utf8
      } else {
        buffer += cell.utf8
      }
    }
    buffer.append(0x0A)
    if buffer.count > 1 << 20 { try flush() }
  }

  func flush() throws {
    try handle.write(contentsOf: Data(buffer))
    buffer.removeAll(keepingCapacity: true)
  }
}
