internal import CivilTime
internal import Linkage
package import Records

/// A form about a request as it was typed.
package struct VisitInput: Sendable, Equatable {
  private var texts: [VisitField: String] = [:]

  package init(_ texts: [VisitField: String] = [:]) { self.texts = texts }

  package subscript(_ field: VisitField) -> String {
    get { texts[field] ?? "" }
    set { texts[field] = newValue }
  }
}

/// The fields of the forms for requests and for what happened to them, in their order.
package enum VisitField: String, CaseIterable, Sendable {
  // Where and for whom
  case place, clientName, clients, aNumber, birth, country, person
  // Who asks
  case role, askerName, supervisor, companions, people, tie, g28
  // For what
  case mode, day1, from1, to1, day2, from2, to2, day3, from3, to3, minutes, languages, accommodation, urgency,
    urgentDay, urgentTime
  // What happened
  case kind, day, time, precision, toldBy, standing, channel, grade, because, written, demanded, door, officer, contact,
    papers, signed, documented, answered, slotDay, slotFrom, slotTo, verdict, note, corrects, seen

  package var limit: Int {
    switch self {
    case .clients: 2000
    case .note: 1000
    case .companions, .accommodation: 400
    case .clientName, .askerName, .supervisor, .languages, .toldBy: 128
    default: 60
    }
  }
}

/// Why a field cannot be used as typed.
package enum VisitFault: Error, Sendable, Equatable {
  case notChosen, missing
  case tooLong(limit: Int)
  case notADay, notATime, inFuture, tooLongAgo, inPast
  case endsBeforeItBegins
  case notAnANumber, unknownCountry, notANumber
  case noSuchPlace, noSuchPerson, placeWithoutZone
  case tooMany(limit: Int)
  /// The step does not fit where the request stands.
  case doesNotFit(VisitEventKind, VisitState)
}

/// Every field that cannot be used, with the reason.
package struct VisitFaults: Error, Sendable, Equatable {
  package var byField: [VisitField: VisitFault]

  package init(_ byField: [VisitField: VisitFault] = [:]) { self.byField = byField }
  package subscript(_ field: VisitField) -> VisitFault? { byField[field] }
  package var isEmpty: Bool { byField.isEmpty }
}

/// Reads the fields one by one and keeps what is wrong with them.
struct VisitReader {
  let input: VisitInput
  let zone: Zone
  let now: Timestamp
  var faults: [VisitField: VisitFault] = [:]

  init(_ input: VisitInput, zone: Zone, now: Timestamp) { (self.input, self.zone, self.now) = (input, zone, now) }

  mutating func read<Value>(_ field: VisitField, _ parse: (String) throws(VisitFault) -> Value) -> Value? {
    let text = FormText.tidy(input[field])
    guard !text.isEmpty else { return nil }
    do throws(VisitFault) {
      guard text.count <= field.limit else { throw .tooLong(limit: field.limit) }
      return try parse(text)
    } catch {
      faults[field] = error
      return nil
    }
  }

  mutating func text(_ field: VisitField) -> String? { read(field) { $0 } }

  mutating func wanted(_ field: VisitField) -> String? {
    let text = text(field)
    if text == nil, faults[field] == nil { faults[field] = .missing }
    return text
  }

  /// One of a closed list; nothing chosen is nil, anything else is a fault.
  mutating func choice<Value: RawRepresentable<String>>(_ field: VisitField, as type: Value.Type) -> Value? {
    read(field) { text throws(VisitFault) in
      guard let value = Value(rawValue: text) else { throw .notChosen }
      return value
    }
  }

  mutating func wantedChoice<Value: RawRepresentable<String>>(_ field: VisitField, as type: Value.Type) -> Value? {
    let value = choice(field, as: type)
    if value == nil, faults[field] == nil { faults[field] = .notChosen }
    return value
  }

  mutating func number(_ field: VisitField, in range: ClosedRange<Int>) -> Int? {
    read(field) { text throws(VisitFault) in
      guard let number = Int(text), range.contains(number) else { throw .notANumber }
      return number
    }
  }

  /// `yes`, `no`, or nobody said.
  mutating func answer(_ field: VisitField) -> Bool? {
    read(field) { text throws(VisitFault) in
      guard text == "yes" || text == "no" else { throw .notChosen }
      return text == "yes"
    }
  }

  mutating func day(_ field: VisitField) -> CivilDate? {
    read(field) { text throws(VisitFault) in
      guard let day = CivilDate(iso: text) else { throw .notADay }
      return day
    }
  }

  mutating func minute(_ field: VisitField) -> Int? {
    read(field) { text throws(VisitFault) in
      guard let minute = ClockText.minute(text) else { throw .notATime }
      return minute
    }
  }

  /// The first moment at which the facility's wall shows it; a time that is skipped is a fault.
  mutating func moment(_ day: CivilDate, _ minute: Int, _ field: VisitField) -> Timestamp? {
    let moment = zone.moments(of: LocalTime(day: day, minuteOfDay: minute)).first
    if moment == nil { faults[field] = .notATime }
    return moment
  }

  /// A slot by the facility's clock. Nil if the fields are empty, or wrong.
  mutating func window(_ dayField: VisitField, _ fromField: VisitField, _ toField: VisitField) -> VisitWindow? {
    let day = day(dayField), from = minute(fromField), to = minute(toField)
    guard [dayField, fromField, toField].allSatisfy({ faults[$0] == nil }) else { return nil }
    guard day != nil || from != nil || to != nil else { return nil }
    guard let day else {
      faults[dayField] = .missing
      return nil
    }
    guard let from else {
      faults[fromField] = .missing
      return nil
    }
    guard let to else {
      faults[toField] = .missing
      return nil
    }
    guard let opens = moment(day, from, fromField), let closes = moment(day, to, toField) else { return nil }
    let window = VisitWindow(opens: opens, closes: closes)
    if window == nil { faults[toField] = .endsBeforeItBegins }
    return window
  }

  /// When it happened: now if nothing was typed, else a day and a time by the facility's clock.
  mutating func happened() -> VisitTime? {
    let precision = choice(.precision, as: VisitTime.Precision.self) ?? .minute
    let day = day(.day), minute = minute(.time)
    guard faults[.day] == nil, faults[.time] == nil, faults[.precision] == nil else { return nil }
    guard day != nil || minute != nil else { return VisitTime(now, precision) }
    guard minute != nil || precision == .day else {
      faults[.time] = .missing
      return nil
    }
    let local = day ?? zone.local(now).day
    guard let moment = moment(local, minute ?? (local == zone.local(now).day ? 0 : 720), .time) else { return nil }
    if moment > now.adding(seconds: 240) { faults[.day] = .inFuture }
    if now.seconds(since: moment) > 3 * 366 * 86_400 { faults[.day] = .tooLongAgo }
    return faults[.day] == nil ? VisitTime(min(moment, now), precision) : nil
  }

  // MARK: Clients

  mutating func aNumber() -> String? {
    read(.aNumber) { text throws(VisitFault) in
      guard let number = ANumber.normalised(text) else { throw .notAnANumber }
      return number
    }
  }

  mutating func country() -> String? {
    read(.country) { text throws(VisitFault) in
      guard let code = Countries.code(text) else { throw .unknownCountry }
      return code
    }
  }

  mutating func person() -> Int64? {
    read(.person) { text throws(VisitFault) in
      guard let number = Int64(text), number > 0 else { throw .noSuchPerson }
      return number
    }
  }
}
