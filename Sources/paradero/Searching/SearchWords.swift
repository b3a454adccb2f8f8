internal import CivilTime
internal import Disclosure
internal import Linkage
internal import Phrasebook
internal import Records
internal import Services

/// What a search came to, as lines of a terminal.
enum SearchWords {
  static func lines(_ outcome: WeighedOutcome, explains: Bool) -> [String] {
    switch outcome {
    case .found(let people): people.flatMap { person($0, explains: explains) }
    case .notFound(let advice, let isSeveral): notFound(advice, isSeveral)
    }
  }

  private static func person(_ found: WeighedPerson, explains: Bool) -> [String] {
    var lines = [
      "Person \(found.assessment.id), \(found.likelihood.rawValue) match, \(bits(found.assessment.bits)) bits"
        + (found.isSample ? " (an invented person)" : "")
    ]
    if let custody = found.custody {
      let facility = custody.facility.map { facility in
        [facility.name, facility.city, facility.state].compactMap(\.self).joined(separator: ", ")
          + " [\(facility.code)]"
      }
      let place = facility ?? custody.placeText ?? "place unknown"
      lines.append("  \(custody.status.rawValue): \(place), \(time(custody.happened, custody.zone))")
      lines.append("  reported \(minute(custody.reportedAt, nil)) by a source of kind \(custody.sourceKind.rawValue)")
      if custody.contradicted { lines.append("  reports about this person contradict each other") }
    } else {
      lines.append("  nothing is recorded of what happened")
    }
    if !found.hindrances.isEmpty {
      lines.append(
        "  never told of by itself: " + found.hindrances.map(\.rawValue).sorted().joined(separator: ", "))
    }
    if found.isStopped { lines.append("  automatic answers have stopped: somebody guessed") }
    if let common = found.assessment.nameFrequencyPerThousand {
      lines.append("  a name like it: \(rounded(common, 3)) in a thousand people")
    }
    for item in found.assessment.agreements {
      lines.append("  \(explains ? padded(bits(item.bits), 7) + "  " : "")\(Phrases.english.sentence(for: item))")
      guard explains else { continue }
      for part in found.assessment.nameParts where part.role.fact == item.fact {
        let words = "\(part.sought ?? "nothing") ~ \(part.listed ?? "nothing")"
        lines.append("           \(padded(bits(part.bits), 7))  \(words) (\(part.level.rawValue))")
      }
    }
    return lines
  }

  private static func notFound(_ advice: NotFoundAdvice, _ isSeveral: Bool) -> [String] {
    var lines = [
      isSeveral ? "Several people fit alike: another fact would tell them apart." : "Nobody was found."
    ]
    lines.append(
      advice.dataAsOf.map { "The newest report here is of \(minute($0, nil))." } ?? "There are no records here yet.")
    lines.append("Why it may be so: " + advice.reasons.map(\.rawValue).joined(separator: ", "))
    if !advice.locatorSpellings.isEmpty {
      lines.append("To type into the official locator (first | last):")
      lines += advice.locatorSpellings.map { "  \($0.first) | \($0.last)" }
    }
    lines.append("Look again: " + advice.lookAgain.map { minute($0, nil) }.joined(separator: ", "))
    return lines
  }

  static func sentence(_ faults: InputFaults) -> String {
    let parts = SearchField.allCases.compactMap { field in
      faults[field].map { "\(field.rawValue): \(words($0))" }
    }
    return "The search cannot be run: " + parts.joined(separator: "; ") + "."
  }

  private static func words(_ fault: InputFault) -> String {
    switch fault {
    case .missing: "a name or an A-number is needed"
    case .tooLong(let limit): "longer than \(limit) characters"
    case .notAName: "has no letters"
    case .notADate: "is no date, year or age"
    case .inFuture: "lies in the future"
    case .tooLongAgo: "is too long ago"
    case .notAnANumber: "has not seven to nine digits"
    case .unknownCountry: "is no country that is known"
    case .unknownSex: "is female, male or other"
    }
  }

  static func time(_ time: EventTime, _ zone: Zone?) -> String {
    switch time {
    case .minute(let moment): minute(moment, zone)
    case .day(let day): day.iso
    case .month(let year, let month): "\(year)-" + (month < 10 ? "0\(month)" : "\(month)")
    case .unknown: "time unknown"
    }
  }

  private static func minute(_ moment: Timestamp, _ zone: Zone?) -> String {
    guard let zone = zone ?? Zone("UTC") else { return "" }
    let local = zone.local(moment)
    let hour = local.minuteOfDay / 60
    let minute = local.minuteOfDay % 60
    return "\(local.day.iso) \(hour < 10 ? "0" : "")\(hour):\(minute < 10 ? "0" : "")\(minute) \(zone.identifier)"
  }

  private static func bits(_ value: Double) -> String { (value >= 0 ? "+" : "−") + rounded(abs(value), 1) }

  private static func rounded(_ value: Double, _ places: Int) -> String {
    let scale = places == 1 ? 10.0 : 1000.0
    let whole = Int((value * scale).rounded())
    let fraction = String(whole % Int(scale))
    return "\(whole / Int(scale)).\(String(repeating: "0", count: places - fraction.count))\(fraction)"
  }

  private static func padded(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.count)) + text
  }
}

extension NameRole {
  /// The fact that parts of this role belong to.
  var fact: Fact {
    switch self {
    case .given: .givenName
    case .family: .familyName
    case .unknown: .wholeName
    }
  }
}
