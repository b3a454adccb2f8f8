package import CivilTime
internal import Linkage
package import Records

/// A note of a look elsewhere as it was typed into the form.
package struct AttemptInput: Sendable, Equatable {
  private var texts: [AttemptField: String] = [:]

  package init(_ texts: [AttemptField: String] = [:]) { self.texts = texts }

  package subscript(_ field: AttemptField) -> String {
    get { texts[field] ?? "" }
    set { texts[field] = newValue }
  }
}

/// The fields of that form, in its order.
package enum AttemptField: String, CaseIterable, Sendable {
  case locator, detail, day, time, zone, firstName, lastName, aNumber, country, birth, result, place, nextCheck, person

  package var limit: Int {
    switch self {
    case .firstName, .lastName, .detail, .place: 128
    case .country, .birth, .zone: 60
    case .locator, .day, .time, .aNumber, .result, .nextCheck, .person: 30
    }
  }
}

/// Why a field of the form cannot be used as typed.
package enum AttemptFault: Error, Sendable, Equatable {
  case notChosen
  case tooLong(limit: Int)
  case notADay, notATime, inFuture, tooLongAgo
  case notAnANumber, unknownCountry
  /// Neither a name nor an A-number was looked for.
  case nothingLookedFor
  /// A place was written although nobody was found.
  case placeWithoutFinding
  case noSuchPerson
}

/// Every field that cannot be used, with the reason.
package struct AttemptFaults: Error, Sendable, Equatable {
  package var byField: [AttemptField: AttemptFault]

  package init(_ byField: [AttemptField: AttemptFault]) { self.byField = byField }
  package subscript(_ field: AttemptField) -> AttemptFault? { byField[field] }
}

extension LocatorAttempt {
  /// When to look again: the choices of the form, in hours.
  package static let pauses = [4, 12, 24, 72, 168]

  /// The zones in which a time may be told, east to west.
  package static let zones = [
    "America/Puerto_Rico", "America/New_York", "America/Chicago", "America/Denver", "America/Phoenix",
    "America/Los_Angeles", "America/Anchorage", "Pacific/Honolulu", "Pacific/Guam",
  ].compactMap { Zone($0) }

  /// Checks what was typed; all faults are found at once.
  static func parse(_ input: AttemptInput, who: String, now: Timestamp) -> Result<LocatorAttempt, AttemptFaults> {
    var reader = AttemptReader(input: input)
    let locator = reader.choice(.locator, Locator.init(rawValue:))
    let result = reader.choice(.result, LocatorResult.init(rawValue:))
    let tried = reader.moment(now: now)
    let inputs = LocatorInputs(
      firstName: reader.text(.firstName), lastName: reader.text(.lastName),
      aNumber: reader.read(.aNumber) { text throws(AttemptFault) in
        guard let number = ANumber.normalised(text) else { throw .notAnANumber }
        return number
      },
      country: reader.read(.country) { text throws(AttemptFault) in
        guard let code = Countries.code(text) else { throw .unknownCountry }
        return code
      },
      birth: reader.text(.birth), detail: reader.text(.detail))
    let place = reader.text(.place)
    if place != nil, let result, !result.namesPlace { reader.faults[.place] = .placeWithoutFinding }
    if inputs.isEmpty, reader.faults[.aNumber] == nil, let result, result != .notAttempted {
      reader.faults[.firstName] = .nothingLookedFor
    }
    let pause = reader.read(.nextCheck) { text throws(AttemptFault) in
      guard let hours = Int(text), pauses.contains(hours) else { throw .notChosen }
      return hours
    }
    let person = reader.read(.person) { text throws(AttemptFault) in
      guard let number = Int64(text), number > 0 else { throw .noSuchPerson }
      return number
    }
    guard reader.faults.isEmpty, let locator, let result, let tried else {
      return .failure(AttemptFaults(reader.faults))
    }
    return .success(
      LocatorAttempt(
        locator: locator, personID: person, triedAt: tried, inputs: inputs, result: result, facilityText: place,
        who: who, nextCheckAt: pause.map { now.adding(seconds: Double($0) * 3600) }))
  }
}

/// Reads the fields one by one and keeps what is wrong with them.
private struct AttemptReader {
  let input: AttemptInput
  var faults: [AttemptField: AttemptFault] = [:]

  mutating func read<Value>(_ field: AttemptField, _ parse: (String) throws(AttemptFault) -> Value) -> Value? {
    let text = FormText.tidy(input[field])
    guard !text.isEmpty else { return nil }
    do throws(AttemptFault) {
      guard text.count <= field.limit else { throw .tooLong(limit: field.limit) }
      return try parse(text)
    } catch {
      faults[field] = error
      return nil
    }
  }

  mutating func text(_ field: AttemptField) -> String? { read(field) { $0 } }

  mutating func choice<Value>(_ field: AttemptField, _ make: (String) -> Value?) -> Value? {
    let value = make(input[field])
    if value == nil { faults[field] = .notChosen }
    return value
  }

  /// When it was: now if nothing was typed, else a day and a time by the clocks of a zone.
  mutating func moment(now: Timestamp) -> Timestamp? {
    let day = read(.day) { text throws(AttemptFault) in
      guard let day = CivilDate(iso: text) else { throw .notADay }
      return day
    }
    let minute = read(.time) { text throws(AttemptFault) in
      guard let minute = ClockText.minute(text) else { throw .notATime }
      return minute
    }
    if faults[.day] != nil || faults[.time] != nil { return nil }
    guard day != nil || minute != nil else { return now }
    guard let zone = LocatorAttempt.zones.first(where: { $0.identifier == input[.zone] }) else {
      faults[.zone] = .notChosen
      return nil
    }
    guard let minute else {
      faults[.time] = .notATime
      return nil
    }
    // A clock that was set back shows a time twice; the earlier is taken. One set forward skips some.
    let local = LocalTime(day: day ?? zone.local(now).day, minuteOfDay: minute)
    guard let moment = zone.moments(of: local).first else {
      faults[.time] = .notATime
      return nil
    }
    if moment > now.adding(seconds: 300) { faults[.day] = .inFuture }
    if now.seconds(since: moment) > 366 * 86_400 { faults[.day] = .tooLongAgo }
    return min(moment, now)
  }
}
