internal import CivilTime
internal import CounselRules
internal import Linkage
internal import Records
internal import Stores

/// A form about a place as it was typed.
package struct PlaceInput: Sendable, Equatable {
  private var texts: [PlaceField: String] = [:]

  package init(_ texts: [PlaceField: String] = [:]) { self.texts = texts }

  package subscript(_ field: PlaceField) -> String {
    get { texts[field] ?? "" }
    set { texts[field] = newValue }
  }
}

/// The fields of the form about a day of a place, in their order.
package enum PlaceField: String, CaseIterable, Sendable {
  case kind, day, from, to, couldStart, closedOtherwise, documented, miles, toldBy, standing, grade, note, corrects

  package var limit: Int {
    switch self {
    case .note: 1000
    case .toldBy: 128
    default: 60
    }
  }
}

/// Every field that cannot be used, with the reason.
package struct PlaceFaults: Error, Sendable, Equatable {
  package let byField: [PlaceField: VisitFault]

  package init(_ byField: [PlaceField: VisitFault] = [:]) { self.byField = byField }
  package subscript(_ field: PlaceField) -> VisitFault? { byField[field] }
  package var isEmpty: Bool { byField.isEmpty }
}

/// Reads the fields one by one and keeps what is wrong with them.
struct PlaceReader {
  let input: PlaceInput
  let zone: Zone
  let now: Timestamp
  private(set) var faults: [PlaceField: VisitFault] = [:]

  init(_ input: PlaceInput, zone: Zone, now: Timestamp) { (self.input, self.zone, self.now) = (input, zone, now) }

  /// What was seen or told, by the writer unless the form names somebody else. Nil if a field is wrong.
  mutating func event(writer: String) -> NewPlaceEvent? {
    let corrects = read(.corrects) { text throws(VisitFault) in
      guard let id = Int64(text), id > 0 else { throw .notChosen }
      return id
    }
    let kind = read(.kind) { text throws(VisitFault) in
      guard let kind = PlaceEventKind(rawValue: text) else { throw .notChosen }
      return kind
    }
    if kind == nil, faults[.kind] == nil { faults[.kind] = .notChosen }
    if kind == .takenBack, corrects == nil { faults[.corrects] = .missing }
    let toldBy = read(.toldBy) { $0 }
    let standing = choice(.standing, Observer.Standing.self) ?? .observer
    let grade = choice(.grade, EvidenceGrade.self) ?? (toldBy == nil ? .c : .d)
    let note = read(.note) { $0 }
    let details = details()
    guard let kind, let (at, until) = times(kind), faults.isEmpty else { return nil }
    // That a place stayed closed for the rest of a day is known when the day is over.
    if details.closedOtherwise == true, zone.span(of: zone.local(at.moment).day).end > now.adding(seconds: 240) {
      return fault(.closedOtherwise, .inFuture)
    }
    return NewPlaceEvent(
      kind, at: at, until: until,
      observer: Observer(name: toldBy ?? writer, standing: standing, isFirstHand: toldBy == nil), grade: grade,
      corrects: corrects, details: details, note: note)
  }

  private mutating func details() -> PlaceDetails {
    var details = PlaceDetails()
    details.couldStart = answer(.couldStart)
    details.closedOtherwise = answer(.closedOtherwise)
    details.documented = answer(.documented)
    details.miles = read(.miles) { text throws(VisitFault) in
      guard let miles = Int(text), (0...20_000).contains(miles) else { throw .notANumber }
      return miles
    }
    return details
  }

  // MARK: Times

  /// From when to when. With nothing typed it is this minute; a day alone is the whole of it.
  private mutating func times(_ kind: PlaceEventKind) -> (VisitTime, Timestamp?)? {
    let typed = read(.day) { text throws(VisitFault) in
      guard let day = CivilDate(iso: text) else { throw .notADay }
      return day
    }
    let from = minute(.from), to = minute(.to)
    guard [PlaceField.day, .from, .to].allSatisfy({ faults[$0] == nil }) else { return nil }
    let today = zone.local(now).day
    let day = typed ?? today
    if typed == nil, from == nil, to == nil { return whole(now, kind) }
    guard day <= today else { return fault(.day, .inFuture) }
    guard today.days(since: day) < 3 * 366 else { return fault(.day, .tooLongAgo) }
    if from == nil, to == nil { return wholeDay(day, kind) }
    guard let from else { return fault(.from, .missing) }
    guard let start = moment(day, from) else { return fault(.from, .notATime) }
    guard start <= now.adding(seconds: 240) || kind == .hoursPosted else { return fault(.from, .inFuture) }
    guard let to else { return kind.lasts ? fault(.to, .missing) : (VisitTime(min(start, now)), nil) }
    // “Until 0:00” is the end of the day.
    guard let end = to == 0 ? zone.span(of: day).end : moment(day, to) else { return fault(.to, .notATime) }
    guard end > start else { return fault(.to, .endsBeforeItBegins) }
    // Nobody has watched what has not come yet.
    guard end <= now.adding(seconds: 240) || kind == .hoursPosted else { return fault(.to, .inFuture) }
    return (VisitTime(start), end)
  }

  /// Who says “now” has watched for the minute in which they say it.
  private func whole(_ moment: Timestamp, _ kind: PlaceEventKind) -> (VisitTime, Timestamp?)? {
    let minute: Int64 = 60_000_000
    let start = Timestamp(microseconds: moment.microseconds - moment.microseconds % minute)
    return (VisitTime(start), kind.lasts ? Timestamp(microseconds: start.microseconds + minute) : nil)
  }

  private mutating func wholeDay(_ day: CivilDate, _ kind: PlaceEventKind) -> (VisitTime, Timestamp?)? {
    let bounds = zone.span(of: day)
    switch kind {
    case .closedObserved:
      // Closed the whole day is known when the day is over.
      guard bounds.end <= now.adding(seconds: 240) else { return fault(.to, .missing) }
      return (VisitTime(bounds.start), bounds.end)
    case .openObserved, .hoursPosted: return fault(.from, .missing)
    default:
      let noon = moment(day, 720) ?? bounds.start
      return (VisitTime(min(noon, now), .day), nil)
    }
  }

  private func moment(_ day: CivilDate, _ minute: Int) -> Timestamp? {
    zone.moments(of: LocalTime(day: day, minuteOfDay: minute)).first
  }

  private mutating func minute(_ field: PlaceField) -> Int? {
    read(field) { text throws(VisitFault) in
      guard let minute = ClockText.minute(text) else { throw .notATime }
      return minute
    }
  }

  // MARK: Fields

  private mutating func fault<Nothing>(_ field: PlaceField, _ fault: VisitFault) -> Nothing? {
    faults[field] = fault
    return nil
  }

  private mutating func read<Value>(_ field: PlaceField, _ parse: (String) throws(VisitFault) -> Value) -> Value? {
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

  private mutating func choice<Value: RawRepresentable<String>>(_ field: PlaceField, _: Value.Type) -> Value? {
    read(field) { text throws(VisitFault) in
      guard let value = Value(rawValue: text) else { throw .notChosen }
      return value
    }
  }

  private mutating func answer(_ field: PlaceField) -> Bool? {
    read(field) { text throws(VisitFault) in
      guard text == "yes" || text == "no" else { throw .notChosen }
      return text == "yes"
    }
  }
}
