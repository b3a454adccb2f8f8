package import CivilTime
internal import Records

/// Slots and deadlines of a request as an iCalendar file (RFC 5545). Names of people stay out of calendars, which are
/// shared and kept by others: a reference and a place say enough.
package struct CalendarFile: Sendable {
  package let text: String

  package init(_ paper: VisitPaper, stamp: Timestamp) {
    var lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Paradero//Visits//EN", "CALSCALE:GREGORIAN"]
    let request = paper.request
    let place = paper.facility.name
    let slots = VisitLife.standing(paper.events).filter { $0.kind == .scheduled }.compactMap { event in
      event.details.slot.map { (event.id, $0) }
    }
    for (id, slot) in slots {
      lines += Self.event(
        "slot-\(id)-\(request.reference)", stamp, slot.opens, slot.closes,
        "Attorney visit \(request.reference), \(place)", paper.facility.address)
    }
    if slots.isEmpty {
      for (index, window) in request.ask.windows.enumerated() {
        lines += Self.event(
          "window-\(index + 1)-\(request.reference)", stamp, window.opens, window.closes,
          "Asked for: attorney visit \(request.reference), \(place)", paper.facility.address, isTentative: true)
      }
    }
    for (index, clock) in paper.clocks.enumerated() {
      lines += Self.event(
        "clock-\(index + 1)-\(request.reference)", stamp, clock.endsAt, clock.endsAt.adding(seconds: 900),
        "Clock ends: \(clock.name), \(request.reference)", nil, hasAlarm: true)
    }
    if let urgent = request.ask.urgentAt {
      lines += Self.event(
        "urgent-\(request.reference)", stamp, urgent, urgent.adding(seconds: 3600),
        "Urgent: \(request.ask.urgency.rawValue), \(request.reference)", nil, hasAlarm: true)
    }
    lines.append("END:VCALENDAR")
    text = lines.flatMap(Self.folded).joined(separator: "\r\n") + "\r\n"
  }

  private static func event(
    _ uid: String, _ stamp: Timestamp, _ starts: Timestamp, _ ends: Timestamp, _ summary: String, _ location: String?,
    isTentative: Bool = false, hasAlarm: Bool = false
  ) -> [String] {
    var lines = [
      "BEGIN:VEVENT", "UID:\(uid)@paradero.invalid", "DTSTAMP:\(utc(stamp))", "DTSTART:\(utc(starts))",
      "DTEND:\(utc(ends))", "SUMMARY:\(escaped(summary))",
    ]
    if let location { lines.append("LOCATION:\(escaped(location))") }
    lines += ["STATUS:\(isTentative ? "TENTATIVE" : "CONFIRMED")", "CLASS:CONFIDENTIAL"]
    if hasAlarm {
      lines += ["BEGIN:VALARM", "ACTION:DISPLAY", "DESCRIPTION:\(escaped(summary))", "TRIGGER:-PT1H", "END:VALARM"]
    }
    return lines + ["END:VEVENT"]
  }

  /// `20261124T170000Z`
  private static func utc(_ moment: Timestamp) -> String {
    guard let day = moment.utcDay else { return "99991231T000000Z" }
    let seconds = Int(moment.seconds(since: Timestamp(utcMidnight: day)))
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
    let date = day.iso.filter { $0 != "-" }
    return "\(date)T\(two(seconds / 3600))\(two(seconds / 60 % 60))\(two(seconds % 60))Z"
  }

  static func escaped(_ text: String) -> String {
    text.replacing("\\", with: "\\\\").replacing(";", with: "\\;").replacing(",", with: "\\,")
      .replacing("\r\n", with: "\\n").replacing("\n", with: "\\n")
  }

  /// Lines of at most 75 octets, broken between characters, the rest after a space.
  static func folded(_ line: String) -> [String] {
    var lines: [String] = []
    var current = ""
    var width = 0
    for character in line {
      let size = String(character).utf8.count
      if width + size > 75 {
        lines.append(current)
        current = " "
        width = 1
      }
      current.append(character)
      width += size
    }
    return lines + [current]
  }
}
