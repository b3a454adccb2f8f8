internal import CivilTime
internal import Records

/// The fields of the forms about files, in their order.
package enum EvidenceField: String, CaseIterable, Sendable {
  case files, mail, what, maker, day, time, grade, reason

  package var limit: Int {
    switch self {
    case .what: 300
    case .reason: 500
    case .mail: 200_000
    default: 128
    }
  }
}

/// A form about files as it was typed, without the files.
package struct EvidenceInput: Sendable, Equatable {
  private var texts: [EvidenceField: String] = [:]

  package init(_ texts: [EvidenceField: String] = [:]) { self.texts = texts }

  package subscript(_ field: EvidenceField) -> String {
    get { texts[field] ?? "" }
    set { texts[field] = newValue }
  }
}

/// Every field that cannot be used, with the reason.
package struct EvidenceFaults: Error, Sendable, Equatable {
  package var byField: [EvidenceField: VisitFault]

  package init(_ byField: [EvidenceField: VisitFault] = [:]) { self.byField = byField }
  package subscript(_ field: EvidenceField) -> VisitFault? { byField[field] }
  package var isEmpty: Bool { byField.isEmpty }
}

/// A file that somebody sent: its bytes may lie in a temporary file until they are wanted.
package struct EvidenceFile: Sendable {
  package let name: String
  package let count: Int
  package let bytes: @Sendable () -> [UInt8]

  package init(name: String, count: Int, bytes: @escaping @Sendable () -> [UInt8]) {
    (self.name, self.count, self.bytes) = (name, count, bytes)
  }

  package init(name: String, _ bytes: [UInt8]) { self.init(name: name, count: bytes.count) { bytes } }
}

/// What the form says of all files that it sends.
struct EvidenceSaid {
  let what: String
  let maker: String?
  let madeAt: VisitTime?
  let grade: EvidenceGrade

  static func read(
    _ input: EvidenceInput, zone: Zone, now: Timestamp
  ) -> Result<EvidenceSaid, EvidenceFaults> {
    var faults = EvidenceFaults()
    func text(_ field: EvidenceField) -> String? {
      let text = FormText.tidy(input[field])
      if text.count > field.limit { faults.byField[field] = .tooLong(limit: field.limit) }
      return text.isEmpty ? nil : text
    }
    let what = text(.what), maker = text(.maker)
    if what == nil { faults.byField[.what] = .missing }
    let grade = EvidenceGrade(rawValue: input[.grade])
    if grade == nil { faults.byField[.grade] = .notChosen }
    // The same reading of days and clocks as in the form for events.
    let day = text(.day), time = text(.time)
    var madeAt: VisitTime?
    if day != nil || time != nil {
      var reader = VisitReader(
        VisitInput([.day: day ?? "", .time: time ?? "", .precision: time == nil ? "day" : "minute"]), zone: zone,
        now: now)
      madeAt = reader.happened()
      if let fault = reader.faults[.day] { faults.byField[.day] = fault }
      if let fault = reader.faults[.time] { faults.byField[.time] = fault }
    }
    guard faults.isEmpty, let what, let grade else { return .failure(faults) }
    return .success(EvidenceSaid(what: what, maker: maker, madeAt: madeAt, grade: grade))
  }
}
