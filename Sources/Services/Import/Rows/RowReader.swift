internal import CivilTime
internal import Linkage
internal import Records

/// Makes rows of the records from records of a file: cell by cell, with what was wrong about each.
struct RowReader {
  /// The longest name, number or place that is believed, in bytes.
  static let longestCell = 400

  let context: RowContext
  private(set) var faults: [RowFault] = []
  let today: CivilDate

  private var line = 0
  /// By field; nil where the row has nothing.
  private var cells = [String?](repeating: nil, count: ImportField.allCases.count)
  private var above: [ImportField: String] = [:]
  private var clock = WallClock()
  private var dates = CellMemory<DateCell>()
  private var countries = CellMemory<String?>()
  private var placesSeen = CellMemory<PlaceBook.Answer>()
  private let fields: [(field: ImportField, column: Int)]
  private let asAbove: Set<ImportField>

  init(_ context: RowContext) {
    self.context = context
    fields = context.columns.positions.map { ($0.key, $0.value) }.sorted { $0.1 < $1.1 }
    asAbove = context.asAbove
    today = context.today
  }

  /// The row that the reader stands on. Nil when it is left out; `faults` says why.
  mutating func read(_ record: inout DelimitedReader) -> ImportRow? {
    faults.removeAll(keepingCapacity: true)
    line = record.line
    guard !record.hasNUL else { return reject(.nulByte) }
    if hasCellsPastTheHeadings(record) {
      record.keepOnlyFirstLine()
      return reject(.tooManyColumns, column: context.columns.width + 1)
    }
    guard take(record) else { return nil }
    var row = ImportRow(reportedAt: context.reportedAt)
    row.line = line
    let isTaken = context.columns.layout == .stints ? readStint(&row) : readRoster(&row)
    return isTaken ? row : nil
  }

  private func hasCellsPastTheHeadings(_ record: DelimitedReader) -> Bool {
    let width = context.columns.width
    guard width > 0, record.count > width else { return false }
    return (width..<record.count).contains { column in record.bytes(column).contains { $0 > 0x20 } }
  }

  private mutating func take(_ record: DelimitedReader) -> Bool {
    for index in cells.indices { cells[index] = nil }
    var hasForeignBytes = false
    for (field, column) in fields {
      let bytes = record.bytes(column)
      guard bytes.count <= Self.longestCell else {
        _ = reject(.tooLong, field)
        return false
      }
      let text = context.encoding.text(bytes)
      if context.encoding == .utf8, bytes.contains(where: { $0 >= 0x80 }), !text.utf8.elementsEqual(bytes) {
        hasForeignBytes = true
      }
      // Names keep their line ends: two lines may be two people.
      let cell = field == .name ? text : tidy(text)
      if !cell.isEmpty {
        cells[field.rawValue] = cell
        if asAbove.contains(field) { above[field] = cell }
      } else if asAbove.contains(field), let last = above[field] {
        cells[field.rawValue] = last
      }
    }
    for (field, value) in context.map.constants where cells[field.rawValue] == nil { cells[field.rawValue] = value }
    if hasForeignBytes { keep(.mixedEncoding) }
    return true
  }

  // MARK: Faults

  mutating func reject(_ reason: RowFault.Reason, _ field: ImportField? = nil, column: Int? = nil) -> ImportRow? {
    add(reason, field, column, .rejected)
    return nil
  }

  mutating func keep(_ reason: RowFault.Reason, _ field: ImportField? = nil) { add(reason, field, nil, .kept) }

  private mutating func add(
    _ reason: RowFault.Reason, _ field: ImportField?, _ column: Int?, _ outcome: RowFault.Outcome
  ) {
    let place = column ?? field.flatMap { context.columns[$0] }.map { $0 + 1 }
    faults.append(RowFault(line: line, column: place, field: field, reason: reason, outcome: outcome))
  }

  // MARK: Cells

  func text(_ field: ImportField) -> String { cells[field.rawValue] ?? "" }

  /// The cell, unless it says that nothing is known.
  func known(_ field: ImportField) -> String? {
    guard let text = cells[field.rawValue], !isPlaceholder(text) else { return nil }
    return text
  }

  mutating func day(_ field: ImportField) -> KnownDay {
    guard let text = cells[field.rawValue] else { return .blank }
    let cell = DateCell(text, remembering: &dates)
    let reported = today.year
    return cell.known(order: context.orders[field]) { short in
      field == .birthDate
        ? DateCell.birthCentury(short, reported: reported) : DateCell.eventCentury(short, reported: reported)
    }
  }

  mutating func country(_ field: ImportField) -> String? {
    guard let text = known(field) else { return nil }
    let country = countries.meaning(of: text) { Countries.code($0) }
    if country == nil { keep(.unknownCountry, field) }
    return country
  }

  mutating func sex() -> String? {
    guard let text = known(.sex) else { return nil }
    if let sex = sexWords[foldedASCII(text)] { return sex }
    if let sex = context.letterM, foldedASCII(text) == "m" { return sex }
    keep(.unknownSex, .sex)
    return nil
  }

  /// The facility that the code or else the name means, and the text where it means none.
  mutating func place(code: ImportField, name: ImportField) -> CellPlace {
    let book = context.places
    let codeText = known(code)
    if let codeText, case .facility(let id) = placesSeen.meaning(of: codeText, { book.find($0) }) {
      return CellPlace(facility: id, written: codeText)
    }
    guard let text = known(name) ?? codeText else { return CellPlace() }
    switch placesSeen.meaning(of: text, { book.find($0) }) {
    case .facility(let id): return CellPlace(facility: id, written: text)
    case .several: keep(.ambiguousPlace, known(name) == nil ? code : name)
    case .unknown: keep(.unknownPlace, known(name) == nil ? code : name)
    }
    return CellPlace(text: text, written: text)
  }

  /// When something happened, as exactly as a cell for the day, perhaps one for the hour, and the place's zone tell.
  ///
  /// Midnight stands for "no hour" in what spreadsheets write. Nil when the cell is blank; the row goes on without.
  /// Sets `isFaulty` when there is no such day, for which the whole row is refused.
  mutating func moment(
    _ field: ImportField, hour: ImportField? = nil, at facility: Int32?, isFaulty: inout Bool
  ) -> EventTime? {
    switch day(field) {
    case .blank: return nil
    case .fault(let fault):
      isFaulty = true
      _ = reject(RowFault.Reason(fault), field)
      return nil
    case .ambiguous(let year), .year(let year):
      if context.columns[field] != nil, case .numeric = DateCell(text(field)) { keep(.ambiguousDate, field) }
      return year > today.year ? future(field) : .unknown
    case .month(let year, let month):
      guard let first = CivilDate(year: year, month: month, day: 1) else { return .unknown }
      return first > today ? future(field) : .month(year: year, month: month)
    case .day(let day, let written):
      // A day ahead is another time zone; more is a plan or a mistake, and no event.
      guard day.days(since: today) <= 1 else { return future(field) }
      return moment(day, clockTime(written, hour), field, at: facility)
    }
  }

  private mutating func future(_ field: ImportField) -> EventTime? {
    keep(.inFuture, field)
    return nil
  }

  private mutating func clockTime(_ written: ClockTime?, _ hour: ImportField?) -> ClockTime? {
    if let written { return written }
    guard let hour, let text = known(hour) else { return nil }
    // "1545" and "3:45 PM" are read as the hour of a day that is known.
    if case .day(_, let clock?) = DateCell("2000-01-31 " + text) { return clock }
    keep(.notATime, hour)
    return nil
  }

  private mutating func moment(
    _ day: CivilDate, _ clock: ClockTime?, _ field: ImportField, at facility: Int32?
  ) -> EventTime {
    guard let clock, clock.minute != 0 else { return .day(day) }
    // The release was written by a program that calls every local time UTC.
    if let offset = clock.offsetMinutes, context.columns.layout == .roster {
      let local = Timestamp(utcMidnight: day).adding(seconds: Double(clock.minute * 60))
      return .minute(local.adding(seconds: -Double(offset * 60)))
    }
    guard let zone = facility.flatMap({ context.places.zone(of: $0) }) ?? context.zone else { return .day(day) }
    switch self.clock.moment(day, minute: clock.minute, in: zone) {
    case .once(let moment): return .minute(moment)
    case .twice(let first):
      keep(.hourTwice, field)
      return .minute(first)
    case .never:
      keep(.noSuchHour, field)
      return .day(day)
    }
  }
}

/// Where, as a row has it: a facility, or the text where no facility is known by it.
struct CellPlace {
  var facility: Int32?
  var text: String?
  var written: String?
}

let sexWords: [String: String] = [
  "f": "female", "female": "female", "fem": "female", "femenino": "female", "femenina": "female", "mujer": "female",
  "woman": "female", "w": "female", "girl": "female", "hembra": "female",
  "male": "male", "masc": "male", "masculino": "male", "masculina": "male", "hombre": "male", "man": "male",
  "h": "male", "boy": "male", "varon": "male",
  "other": "other", "otro": "other", "otra": "other", "x": "other", "nonbinary": "other", "non-binary": "other",
  "no binario": "other", "no binaria": "other", "transgender": "other", "trans": "other", "nb": "other",
]
