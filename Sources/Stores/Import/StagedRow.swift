package import CivilTime

/// A row of an imported file on its way into the records, as the staging table holds it.
package struct StagedRow: Sendable {
  package var line: Int64
  /// 16 bytes that two rows share exactly when they say the same.
  package var key: [UInt8]
  /// The same as somebody without the service's key makes them, where the key was there.
  package var plainKey: [UInt8]?
  package var fullName: String?
  package var givenNames: String?
  package var familyNames: String?
  package var otherNames: [String]
  package var birthDate: CivilDate?
  package var birthYear: Int?
  package var birthBasis: String?
  package var sex: String?
  package var country: String?
  package var aNumber: String?
  package var booking: String?
  package var subject: String?
  package var anonymized: String?
  package var reportedAt: Timestamp
  package var stay: String?
  /// 16 bytes that two rows share when they say the same name and birth date, or name, booking day and place.
  package var nameKey: [UInt8]?
  /// At most `Self.events`.
  package var events: [StagedEvent]

  /// How many events a row can tell.
  package static let events = 3

  package init(line: Int64, key: [UInt8], reportedAt: Timestamp) {
    self.line = line
    self.key = key
    self.reportedAt = reportedAt
    otherNames = []
    events = []
  }
}

/// Something that happened, as one row tells it. `left` is a departure to another facility; it becomes a transfer unless
/// another row of the stay tells the arrival.
package struct StagedEvent: Sendable {
  package var kind: String
  package var facility: Int32?
  package var placeText: String?
  package var at: Timestamp?
  package var on: CivilDate?
  package var precision: String
  package var note: String?

  package init(
    kind: String, facility: Int32?, placeText: String?, at: Timestamp?, on: CivilDate?, precision: String, note: String?
  ) {
    self.kind = kind
    self.facility = facility
    self.placeText = placeText
    self.at = at
    self.on = on
    self.precision = precision
    self.note = note
  }
}

/// Rows in COPY's text format, written byte by byte: a million rows of forty columns pass through here.
package struct StagedRows: Sendable {
  package private(set) var bytes: [UInt8] = []
  package private(set) var count = 0

  package init() {}

  package mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    count = 0
  }

  /// In the order of `ImportStore.stage`.
  package mutating func append(_ row: StagedRow) {
    number(Int(row.line))
    uuid(row.key)
    text(row.fullName)
    text(row.givenNames)
    text(row.familyNames)
    names(row.otherNames)
    day(row.birthDate)
    optional(row.birthYear)
    text(row.birthBasis)
    text(row.sex)
    text(row.country)
    text(row.aNumber)
    text(row.booking)
    text(row.subject)
    text(row.anonymized)
    moment(row.reportedAt)
    text(row.stay)
    uuid(row.nameKey)
    uuid(row.plainKey)
    for index in 0..<StagedRow.events {
      let event = index < row.events.count ? row.events[index] : nil
      text(event?.kind)
      optional(event?.facility.map(Int.init))
      text(event?.placeText)
      moment(event?.at)
      day(event?.on)
      text(event?.precision)
      text(event?.note)
    }
    bytes.append(UInt8(ascii: "\n"))
    count += 1
  }

  private mutating func uuid(_ value: [UInt8]?) {
    bytes.append(tab)
    guard let value else { return null() }
    for byte in value {
      bytes.append(hexadecimal[Int(byte >> 4)])
      bytes.append(hexadecimal[Int(byte & 15)])
    }
  }

  private mutating func null() {
    bytes.append(backslash)
    bytes.append(UInt8(ascii: "N"))
  }

  private mutating func text(_ value: String?) {
    bytes.append(tab)
    guard let value else { return null() }
    for byte in value.utf8 { escaped(byte) }
  }

  private mutating func escaped(_ byte: UInt8) {
    switch byte {
    case backslash: bytes.append(backslash)
    case tab, 0x0A, 0x0D:
      bytes.append(backslash)
      bytes.append(byte == tab ? UInt8(ascii: "t") : byte == 0x0A ? UInt8(ascii: "n") : UInt8(ascii: "r"))
      return
    default: break
    }
    bytes.append(byte)
  }

  /// An array of names; NULL when there are none.
  private mutating func names(_ values: [String]) {
    bytes.append(tab)
    guard !values.isEmpty else { return null() }
    bytes.append(UInt8(ascii: "{"))
    for (index, value) in values.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      bytes.append(UInt8(ascii: "\""))
      for byte in value.utf8 {
        if byte == backslash || byte == UInt8(ascii: "\"") { escaped(backslash) }
        escaped(byte)
      }
      bytes.append(UInt8(ascii: "\""))
    }
    bytes.append(UInt8(ascii: "}"))
  }

  private mutating func optional(_ value: Int?) {
    bytes.append(tab)
    if let value { number(value) } else { null() }
  }

  private mutating func day(_ value: CivilDate?) {
    bytes.append(tab)
    guard let value else { return null() }
    date(value)
  }

  private mutating func date(_ day: CivilDate) {
    digits(day.year, 4)
    bytes.append(UInt8(ascii: "-"))
    digits(day.month, 2)
    bytes.append(UInt8(ascii: "-"))
    digits(day.day, 2)
  }

  private mutating func moment(_ value: Timestamp?) {
    bytes.append(tab)
    guard let value, let day = value.utcDay else { return null() }
    let inDay = Int(value.microseconds - Timestamp(utcMidnight: day).microseconds)
    date(day)
    bytes.append(UInt8(ascii: " "))
    digits(inDay / 3_600_000_000, 2)
    bytes.append(UInt8(ascii: ":"))
    digits(inDay / 60_000_000 % 60, 2)
    bytes.append(UInt8(ascii: ":"))
    digits(inDay / 1_000_000 % 60, 2)
    bytes.append(UInt8(ascii: "."))
    digits(inDay % 1_000_000, 6)
    bytes.append(UInt8(ascii: "Z"))
  }

  private mutating func number(_ value: Int) {
    var width = 1
    var rest = value / 10
    while rest > 0 {
      width += 1
      rest /= 10
    }
    digits(value, width)
  }

  private mutating func digits(_ value: Int, _ width: Int) {
    let end = bytes.count + width
    for _ in 0..<width { bytes.append(0x30) }
    var rest = value
    var place = end - 1
    while rest > 0, place >= end - width {
      bytes[place] = 0x30 + UInt8(rest % 10)
      rest /= 10
      place -= 1
    }
  }
}

private let tab: UInt8 = 0x09
private let backslash = UInt8(ascii: "\\")
private let hexadecimal = Array("0123456789abcdef".utf8)
