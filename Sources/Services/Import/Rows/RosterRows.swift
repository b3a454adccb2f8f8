internal import CivilTime
internal import Linkage
internal import Records

/// Rosters: a row names a person and says where they are and since when.
extension RowReader {
  /// Fills the row; false when it is to be left out.
  mutating func readRoster(_ row: inout ImportRow) -> Bool {
    guard readReported(&row), readName(&row), readNumbers(&row), readBirth(&row) else { return false }
    guard !row.name.full.isEmpty || row.hasNumber else {
      _ = reject(.noPerson)
      return false
    }
    row.sex = sex()
    row.country = country(.country) ?? country(.citizenship)
    return readCustody(&row)
  }

  private mutating func readReported(_ row: inout ImportRow) -> Bool {
    guard context.columns[.reported] != nil else { return true }
    var isFaulty = false
    switch moment(.reported, at: nil, isFaulty: &isFaulty) {
    case .minute(let moment): row.reportedAt = min(moment, context.now)
    case .day(let day): row.reportedAt = min(Timestamp(utcMidnight: day), context.now)
    default: break
    }
    return !isFaulty
  }

  private mutating func readName(_ row: inout ImportRow) -> Bool {
    do throws(NameCell.Fault) {
      if context.columns[.name] != nil {
        row.name = try NameCell(whole: text(.name))
      }
      if row.name.full.isEmpty {
        let paternal = text(.paternalFamily)
        row.name = try NameCell(
          given: text(.givenNames), middle: text(.middleNames),
          family: paternal.isEmpty ? text(.familyNames) : paternal, secondFamily: text(.maternalFamily))
      }
      if let others = known(.otherNames) {
        for other in others.split(whereSeparator: { ";|/".contains($0) }).prefix(8) {
          let name = try NameCell(whole: String(other))
          if !name.full.isEmpty, name.full != row.name.full { row.name.others.append(name.full) }
        }
      }
    } catch {
      let field = [.name, .givenNames, .familyNames, .paternalFamily].first { context.columns[$0] != nil }
      _ = reject(error == .twoPeople ? .twoPeople : .notAName, field)
      return false
    }
    return true
  }

  private mutating func readNumbers(_ row: inout ImportRow) -> Bool {
    if let text = known(.aNumber) {
      guard let number = Self.plainANumber(text) ?? ANumber.normalised(text) else {
        _ = reject(.notAnANumber, .aNumber)
        return false
      }
      row.aNumber = number
    }
    row.booking = known(.booking)
    row.subject = known(.subject)
    row.anonymized = known(.anonymized)
    return true
  }

  /// Nine digits, perhaps after an A: the way most files write them, read without looking each letter up.
  private static func plainANumber(_ text: String) -> String? {
    let digits = text.utf8.first == UInt8(ascii: "A") ? text.utf8.dropFirst() : text.utf8[...]
    guard digits.count == 9, digits.allSatisfy({ (0x30...0x39).contains($0) }), digits.contains(where: { $0 != 0x30 })
    else { return nil }
    return String(Substring(digits))
  }

  /// The birth as exactly as the row knows it: a date, else a year, else an age. False when there is no such day.
  mutating func readBirth(_ row: inout ImportRow) -> Bool {
    let reported = row.reportedAt.utcDay ?? today
    switch day(.birthDate) {
    case .blank: break
    case .fault(let fault):
      _ = reject(RowFault.Reason(fault), .birthDate)
      return false
    case .ambiguous(let year):
      keep(.ambiguousDate, .birthDate)
      row.birth = .year(year)
    case .month(let year, _), .year(let year): row.birth = .year(year)
    case .day(let day, _):
      guard day <= today else {
        _ = reject(.inFuture, .birthDate)
        return false
      }
      row.birth = .day(day)
    }
    if row.birth == nil, let text = known(.birthYear) {
      if case .year(let year) = DateCell(text) { row.birth = .year(year) } else { keep(.notADate, .birthYear) }
    }
    if row.birth == nil, let text = known(.age) {
      if let age = Self.age(text) { row.birth = .age(age) } else { keep(.notAnAge, .age) }
    }
    if let year = row.birthYear(reported: reported), !((reported.year - 110)...(reported.year + 1)).contains(year) {
      keep(.unlikelyBirth, context.columns[.birthDate] == nil ? .birthYear : .birthDate)
      row.birth = nil
    }
    return true
  }

  /// `34`, `34 years`, `34 años`, `34.0`, `6 months`.
  static func age(_ text: String) -> Int? {
    let words = comparable(text).split(separator: " ")
    guard let first = words.first, let number = Int(first), (0...115).contains(number) else { return nil }
    switch words.dropFirst().first {
    case nil, "0", "y", "yr", "yrs", "year", "years", "yo", "ano", "anos", "old": return number
    case "m", "mo", "month", "months", "mes", "meses": return number / 12
    default: return nil
    }
  }

  private mutating func readCustody(_ row: inout ImportRow) -> Bool {
    var isFaulty = false
    let place = place(code: .facilityCode, name: .facility)
    if let time = moment(.arrested, hour: .arrestedTime, at: nil, isFaulty: &isFaulty) {
      row.events.append(
        ImportEvent(kind: .arrest, time: time, placeText: known(.arrestPlace), writtenPlace: known(.arrestPlace)))
    } else if let where_ = known(.arrestPlace) {
      row.events.append(ImportEvent(kind: .arrest, time: .unknown, placeText: where_, writtenPlace: where_))
    }
    let booked = moment(.booked, hour: .bookedTime, at: place.facility, isFaulty: &isFaulty)
    if let booked {
      row.events.append(ImportEvent(.bookIn, booked, at: place))
    } else if place.written != nil {
      // A roster that names a place without a date says at least that the person was there when it was made.
      let day = row.reportedAt.utcDay ?? today
      row.events.append(ImportEvent(.sighting, .day(day), at: place))
    }
    if let time = moment(.released, at: place.facility, isFaulty: &isFaulty) {
      addLeaving(&row, time, after: booked, place, reason: .releaseReason)
    }
    return !isFaulty
  }

  /// The end of a stay at a place. Without a reason that is known, a list's release date is a release.
  private mutating func addLeaving(
    _ row: inout ImportRow, _ time: EventTime, after booked: EventTime?, _ place: CellPlace, reason: ImportField
  ) {
    guard !time.isBefore(booked) else { return keep(.outBeforeIn, .released) }
    var kind = ImportEvent.Kind.release
    let text = known(reason)
    if let text {
      guard let known = ReleaseReason.kind(text) else { return keep(.unknownReason, reason) }
      kind = known
    }
    row.events.append(ImportEvent(kind, time, at: place, note: text.map(shortened)))
  }
}

extension ImportRow {
  /// The year of birth, or about it.
  func birthYear(reported: CivilDate) -> Int? {
    switch birth {
    case .day(let day): day.year
    case .year(let year): year
    case .age(let age): reported.year - age
    case nil: nil
    }
  }
}

extension EventTime {
  /// Whether it certainly lies before another; unknown when their precision differs too much.
  func isBefore(_ other: EventTime?) -> Bool {
    switch (self, other) {
    case (.minute(let mine), .minute(let theirs)): mine < theirs
    case (.day(let mine), .day(let theirs)): mine < theirs
    case (.day(let mine), .minute(let theirs)): theirs.utcDay.map { mine.days(since: $0) < -1 } ?? false
    case (.minute(let mine), .day(let theirs)): mine.utcDay.map { $0.days(since: theirs) < -1 } ?? false
    default: false
    }
  }
}

extension ImportEvent {
  init(_ kind: Kind, _ time: EventTime, at place: CellPlace, note: String? = nil) {
    self.init(
      kind: kind, time: time, facility: place.facility, placeText: place.text, writtenPlace: place.written, note: note)
  }
}

func shortened(_ text: String) -> String { String(text.prefix(120)) }
