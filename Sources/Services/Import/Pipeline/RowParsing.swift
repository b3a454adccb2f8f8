internal import CivilTime
internal import Records
internal import Stores
internal import Vault

/// What the second pass over a file counted and noticed.
package struct ParseCounts: Sendable, Equatable {
  /// Rows below the headings that are not blank.
  package var read = 0
  package var rejected = 0
  /// How often each reason came up, and where first.
  package var reasons: [RowFault.Reason: Int] = [:]
  package var firstLine: [RowFault.Reason: Int] = [:]
}

/// The second pass: every row of the file, made ready for the staging table.
struct RowParsing: Sendable {
  /// Bytes of staged rows that are handed over at once.
  static let pieceSize = 1 << 17

  let file: InputFile
  let survey: Survey
  let context: RowContext
  let rejects: RejectsFile?
  let numbers: NumberBoundary

  /// Hands over pieces of staged rows until the file ends, or until `send` says that nobody takes them.
  func run(
    send: @Sendable ([UInt8]) async -> Bool, progress: @Sendable (Int) -> Void
  ) async throws -> ParseCounts {
    var counts = ParseCounts()
    var staged = StagedRows()
    var rows = RowReader(context)
    let encoding = survey.encoding
    var reader = DelimitedReader(Transcoded(try file.read(), from: encoding), delimiter: survey.dialect.delimiter)
    let headerLine = survey.columns.headerLine ?? (survey.dialect.hasDirective ? 1 : 0)
    while let item = try reader.next() {
      guard reader.line > headerLine else { continue }
      switch item {
      case .broken(let line, let column, let reason):
        counts.read += 1
        let fault = RowFault(line: line, column: column, field: nil, reason: .init(reason), outcome: .rejected)
        try note([fault], &counts, reader)
      case .record:
        if reader.isBlank { continue }
        if survey.columns.mayRepeatHeader(reader.bytes), isRepeatedHeader(reader) { continue }
        counts.read += 1
        let row = rows.read(&reader)
        if !rows.faults.isEmpty { try note(rows.faults, &counts, reader) }
        if let row { staged.append(StagedRow(row, numbers)) }
      }
      if staged.bytes.count >= Self.pieceSize {
        guard await send(staged.bytes) else { return counts }
        staged.removeAll()
      }
      if counts.read.isMultiple(of: 4096) {
        progress(counts.read)
        try Task.checkCancellation()
      }
    }
    if staged.count > 0 { _ = await send(staged.bytes) }
    try rejects?.flush()
    progress(counts.read)
    return counts
  }

  private func isRepeatedHeader(_ reader: DelimitedReader) -> Bool {
    let encoding = context.encoding
    return survey.columns.isRepeatedHeader { encoding.text(reader.bytes($0)) }
  }

  private func note(_ faults: [RowFault], _ counts: inout ParseCounts, _ reader: DelimitedReader) throws(ImportFailure)
  {
    if faults.contains(where: { $0.outcome == .rejected }) { counts.rejected += 1 }
    for fault in faults {
      counts.reasons[fault.reason, default: 0] += 1
      if counts.firstLine[fault.reason] == nil { counts.firstLine[fault.reason] = fault.line }
      let encoding = context.encoding
      try rejects?.add(fault) { encoding.text(reader.raw).replacing("\0", with: "\u{FFFD}") }
    }
  }
}

extension StagedRow {
  init(_ row: ImportRow, _ numbers: NumberBoundary) {
    let plain = fingerprint128(row.content)
    let keyed = numbers.keyed(row: plain)
    self.init(line: Int64(row.line), key: keyed ?? plain, reportedAt: row.reportedAt)
    if keyed != nil { plainKey = plain }
    let reported = row.reportedAt.utcDay ?? .farthest
    if !row.name.full.isEmpty {
      fullName = row.name.full
      givenNames = row.name.given
      familyNames = row.name.family
      otherNames = row.name.others
    }
    switch row.birth {
    case .day(let day): (birthDate, birthBasis) = (day, "date")
    case .year: birthBasis = "year"
    case .age: birthBasis = "age"
    case nil: break
    }
    birthYear = row.birthYear(reported: reported)
    (sex, country, stay) = (row.sex, row.country, row.stay)
    (aNumber, booking, subject) = (numbers.stored(row.aNumber), row.booking, row.subject)
    anonymized = row.anonymized
    events = row.events.prefix(StagedRow.events).map(StagedEvent.init)
    nameKey = row.nameKey.map { fingerprint128($0) }
  }
}

extension StagedEvent {
  fileprivate init(_ event: ImportEvent) {
    let (moment, day, precision): (Timestamp?, CivilDate?, String) =
      switch event.time {
      case .minute(let moment): (moment, nil, "minute")
      case .day(let day): (nil, day, "day")
      case .month(let year, let month): (nil, CivilDate(year: year, month: month, day: 1), "month")
      case .unknown: (nil, nil, "unknown")
      }
    self.init(
      kind: event.kind.rawValue, facility: event.facility, placeText: event.placeText, at: moment, on: day,
      precision: precision, note: event.note)
  }
}

extension ImportRow {
  /// Everything that the row says, in one order, for telling whether another row says the same. When it was reported,
  /// the line, and what was looked up (a facility may become known later) are no part of it.
  var content: [UInt8] {
    var bytes: [UInt8] = [1]
    func add(_ text: String?) {
      bytes += (text ?? "").utf8
      bytes.append(0x1F)
    }
    add(name.full)
    add(name.given)
    add(name.family)
    for other in name.others { add(other) }
    switch birth {
    case .day(let day): add("d\(day.daysSinceEpoch)")
    case .year(let year): add("y\(year)")
    case .age(let age): add("a\(age)")
    case nil: add(nil)
    }
    for text in [sex, country, aNumber, booking, subject, anonymized, stay] { add(text) }
    for event in events {
      add(event.kind.rawValue)
      // A sighting's day is that of the report.
      if event.kind != .sighting { add(event.time.written) }
      add(event.writtenPlace)
      add(event.note)
    }
    return bytes
  }

  /// Name and birth date, or name, day of booking and place; nil when the row does not say enough.
  var nameKey: [UInt8]? {
    guard !name.full.isEmpty else { return nil }
    let folded = comparable(name.full)
    let words = folded.isEmpty ? name.full : folded
    if case .day(let day) = birth { return Array("\(words)|\(day.daysSinceEpoch)".utf8) }
    guard birth == nil || birth?.isDay == false, let booking = events.first(where: { $0.kind == .bookIn }),
      let day = booking.time.writtenDay, let place = booking.writtenPlace
    else { return nil }
    return Array("\(words)|\(day)|\(place)".utf8)
  }
}

extension ImportRow.Birth {
  fileprivate var isDay: Bool { if case .day = self { true } else { false } }
}

extension EventTime {
  fileprivate var written: String {
    switch self {
    case .minute(let moment): "m\(moment.microseconds)"
    case .day(let day): "d\(day.daysSinceEpoch)"
    case .month(let year, let month): "\(year)-\(month)"
    case .unknown: ""
    }
  }

  fileprivate var writtenDay: String? {
    switch self {
    case .minute(let moment): moment.utcDay?.iso
    case .day(let day): day.iso
    case .month, .unknown: nil
    }
  }
}
