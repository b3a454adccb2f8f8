internal import CivilTime
internal import Records

/// The fields of a report, in the order in which a responder asks.
package enum IntakeField: String, CaseIterable, Sendable {
  case dependent, childPartner, place, what, basis, people, day, time, zone, observer, caller, callBack, name, birth,
    country, note

  package var limit: Int {
    switch self {
    case .place: 200
    case .name: 128
    case .note: 4000
    case .country, .birth, .zone: 60
    case .caller: 40
    default: 30
    }
  }
}

/// A report as it was typed.
package struct IntakeInput: Sendable, Equatable {
  private var texts: [IntakeField: String] = [:]

  package init(_ texts: [IntakeField: String] = [:]) { self.texts = texts }

  package subscript(_ field: IntakeField) -> String {
    get { texts[field] ?? "" }
    set { texts[field] = newValue }
  }
}

/// Why a field cannot be used as typed.
package enum IntakeFault: Error, Sendable, Equatable, CaseIterable {
  /// Place alone is enough, and it is needed.
  case noPlace
  case tooLong, notANumber, notADay, notATime, inFuture, tooLongAgo, notAPhone, unknownObserver, unknownCountry
  case notABirth, notAName
  /// A call back needs a number.
  case noPhone
  /// There is no key to seal a number for the keeper with.
  case noKeeper
}

package struct IntakeFaults: Error, Sendable, Equatable {
  package var byField: [IntakeField: IntakeFault]

  package init(_ byField: [IntakeField: IntakeFault]) { self.byField = byField }
  package subscript(_ field: IntakeField) -> IntakeFault? { byField[field] }
}

/// What a caller told of a person and besides; sealed with the service's key before it is kept.
package struct IntakeTold: Sendable, Equatable, Codable {
  package var name = ""
  package var birth = ""
  package var country = ""
  package var note = ""

  package init(name: String = "", birth: String = "", country: String = "", note: String = "") {
    (self.name, self.birth, self.country, self.note) = (name, birth, country, note)
  }

  package var isEmpty: Bool { name.isEmpty && birth.isEmpty && country.isEmpty && note.isEmpty }
}

/// A caller's number as digits, without the country's 1.
struct CallerNumber: Sendable, Equatable {
  let digits: String

  init?(_ text: String) {
    guard text.allSatisfy({ ($0.isASCII && $0.isNumber) || " +-.()/".contains($0) }) else { return nil }
    var digits = text.filter { $0.isASCII && $0.isNumber }
    if digits.count == 11, digits.first == "1" { digits.removeFirst() }
    guard (7...15).contains(digits.count) else { return nil }
    self.digits = digits
  }

  var lastTwo: String { String(digits.suffix(2)) }
}

/// What was read of a form; the place is looked up, and what is personal sealed, by the service.
struct ReadIntake: Sendable {
  var dependent = DependentAnswer.unknown
  var childPartner: Int64?
  var place = ""
  var what = IntakeKind.other
  var basis = IntakeBasis.unknown
  var people: Int?
  var day: CivilDate?
  var minute: Int?
  var zone: Zone?
  var observer: String?
  var caller: CallerNumber?
  /// The number as it was typed, for whoever calls.
  var reach = ""
  var wantsCall = false
  var told = IntakeTold()

  /// Checks each field by itself; all faults are found at once.
  static func parse(_ input: IntakeInput, today: CivilDate) -> Result<ReadIntake, IntakeFaults> {
    var faults: [IntakeField: IntakeFault] = [:]
    func read<Value>(_ field: IntakeField, _ parse: (String) throws(IntakeFault) -> Value) -> Value? {
      let text = field == .note ? input[field].trimmed : FormText.tidy(input[field])
      guard !text.isEmpty else { return nil }
      // As the database counts: a sign may be made of several.
      guard text.unicodeScalars.count <= field.limit else {
        faults[field] = .tooLong
        return nil
      }
      do throws(IntakeFault) {
        return try parse(text)
      } catch {
        faults[field] = error
        return nil
      }
    }
    var intake = ReadIntake()
    intake.dependent = DependentAnswer(rawValue: input[.dependent]) ?? .unknown
    intake.childPartner = Int64(input[.childPartner])
    intake.place = read(.place) { $0 } ?? ""
    if intake.place.count < 2, faults[.place] == nil { faults[.place] = .noPlace }
    intake.what = IntakeKind(rawValue: input[.what]) ?? .other
    intake.basis = IntakeBasis(rawValue: input[.basis]) ?? .unknown
    intake.people = read(.people) { text throws(IntakeFault) in
      guard let number = Int(text), (1...999).contains(number) else { throw .notANumber }
      return number
    }
    intake.day = read(.day) { text throws(IntakeFault) in
      guard let day = CivilDate(iso: text) else { throw .notADay }
      return day
    }
    intake.minute = read(.time) { text throws(IntakeFault) in
      guard let minute = ClockText.minute(text) else { throw .notATime }
      return minute
    }
    intake.zone = LocatorAttempt.zones.first { $0.identifier == input[.zone] }
    intake.observer = read(.observer) { $0.uppercased() }
    intake.caller = read(.caller) { text throws(IntakeFault) in
      guard let number = CallerNumber(text) else { throw .notAPhone }
      return number
    }
    intake.reach = FormText.tidy(input[.caller])
    intake.wantsCall = !input[.callBack].isEmpty
    if intake.wantsCall, intake.caller == nil, faults[.caller] == nil { faults[.callBack] = .noPhone }
    intake.told = IntakeTold(
      name: read(.name) { text throws(IntakeFault) in
        guard text.contains(where: \.isLetter) else { throw .notAName }
        return text
      } ?? "",
      birth: read(.birth) { text throws(IntakeFault) in
        guard (try? DateText.births(text, today: today))?.isEmpty == false else { throw .notABirth }
        return text
      } ?? "",
      country: read(.country) { text throws(IntakeFault) in
        guard (try? FormText.country(text)) != nil else { throw .unknownCountry }
        return text
      } ?? "", note: read(.note) { $0 } ?? "")
    return faults.isEmpty ? .success(intake) : .failure(IntakeFaults(faults))
  }
}

extension String {
  fileprivate var trimmed: String {
    var text = self[...]
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}
