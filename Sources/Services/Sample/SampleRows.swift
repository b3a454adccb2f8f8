internal import CivilTime
internal import Stores

/// Writes rows in COPY's text form, straight into bytes: a million people make five million rows.
struct SampleRows {
  private(set) var rows = SampleStore.Rows()
  private(set) var truth: [UInt8] = []
  private let batch: String
  private let numbers: NumberBoundary

  init(batch: Int64, numbers: NumberBoundary) { (self.batch, self.numbers) = (String(batch), numbers) }

  mutating func add(
    _ id: Int64, _ person: TruePerson, _ records: [RecordedPerson], _ events: [InventedEvent], isTruthWanted: Bool
  ) {
    let id = String(id)
    Self.append([id, batch, "t"], to: &rows.people)
    let reported = (events.first?.reported).map(Self.text) ?? "1970-01-01"
    for record in records {
      Self.append(
        [
          id, batch, record.fullName, record.given, record.family, record.birthDate?.iso,
          record.birthYear.map { String($0) }, record.birthBasis, record.sex, record.country, reported,
        ], to: &rows.descriptions)
      if let number = record.aNumber {
        Self.append([id, batch, "a_number", numbers.stored(number)], to: &rows.identifiers)
      }
    }
    for event in events {
      let isToTheDay = event.isToTheDay
      // The day by clocks in the middle of the country.
      let day = event.at.adding(seconds: -21_600).utcDay?.iso
      Self.append(
        [
          id, batch, event.kind, event.facility.map { String($0) }, event.from.map { String($0) }, event.place,
          isToTheDay ? nil : Self.text(event.at), isToTheDay ? day : nil, isToTheDay ? "day" : "minute",
          Self.text(event.reported),
        ], to: &rows.events)
    }
    guard isTruthWanted else { return }
    let arrest = events.first { $0.kind == "arrest" }
    Self.append(
      [
        id, person.culture.rawValue, person.name.text(person.culture),
        person.name.given.map(\.written).joined(separator: " "),
        person.name.family.map(\.written).joined(separator: " "),
        person.birth.iso, person.country, person.isWoman ? "female" : "male", person.aNumber,
        arrest?.at.adding(seconds: -21_600).utcDay?.iso, arrest?.place,
        Set(records.flatMap(\.errors).map(\.rawValue)).sorted().joined(separator: ","),
      ], to: &truth)
  }

  static let truthHeader =
    "person_id\tculture\tname\tgiven\tfamily\tbirth\tcountry\tsex\ta_number\tarrested_on\tarrest_place\terrors\n"

  private static func append(_ fields: [String?], to bytes: inout [UInt8]) {
    for (index, field) in fields.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: "\t")) }
      guard let field else {
        bytes.append(contentsOf: [UInt8(ascii: "\\"), UInt8(ascii: "N")])
        continue
      }
      // Names have no tabs, line ends or backslashes: the lists are the project's own.
      bytes.append(contentsOf: field.utf8)
    }
    bytes.append(UInt8(ascii: "\n"))
  }

  /// A moment as PostgreSQL reads it, to the second.
  private static func text(_ moment: Timestamp) -> String {
    guard let day = moment.utcDay else { return "epoch" }
    let seconds = Int(moment.microseconds / 1_000_000) - day.daysSinceEpoch * 86_400
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
    return "\(day.iso) \(two(seconds / 3600)):\(two(seconds / 60 % 60)):\(two(seconds % 60))+00"
  }
}
