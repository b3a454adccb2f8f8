internal import CivilTime
internal import Records

/// Slots and deadlines as an iCalendar file (RFC 5545). Names of people stay out of it unless its owner asked for them:
/// calendars are shared and kept by others, and a reference and a place say enough.
///
/// The same facts give the same bytes: an entry's stamp is when something was last told of its request, its sequence grows
/// with each thing told, and its UID stays, so that a client moves what it has in place of adding another.
package struct CalendarFile: Sendable {
  package let text: String

  /// A file for one request, or a feed for many.
  package init(_ papers: [VisitPaper], name: String? = nil, namesClients: Bool = false) {
    var lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Paradero//Visits//EN", "CALSCALE:GREGORIAN"]
    if let name {
      lines += [
        "NAME:\(Self.escaped(name))", "X-WR-CALNAME:\(Self.escaped(name))", "REFRESH-INTERVAL;VALUE=DURATION:PT1H",
        "X-PUBLISHED-TTL:PT1H",
      ]
    }
    for paper in papers {
      for entry in CalendarEntry.all(of: paper, namesClient: namesClients) { lines += entry.lines }
    }
    // A calendar has at least one component, and one with nothing in it has its clock alone.
    if !lines.contains("BEGIN:VEVENT") { lines += Self.clock }
    lines.append("END:VCALENDAR")
    text = lines.flatMap(Self.folded).joined(separator: "\r\n") + "\r\n"
  }

  private static let clock = [
    "BEGIN:VTIMEZONE", "TZID:UTC", "BEGIN:STANDARD", "DTSTART:19700101T000000", "TZOFFSETFROM:+0000",
    "TZOFFSETTO:+0000", "END:STANDARD", "END:VTIMEZONE",
  ]

  /// `20261124T170000Z`
  static func utc(_ moment: Timestamp) -> String {
    guard let day = moment.utcDay else { return "99991231T000000Z" }
    let seconds = Int(moment.seconds(since: Timestamp(utcMidnight: day)))
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
    let date = day.iso.filter { $0 != "-" }
    return "\(date)T\(two(seconds / 3600))\(two(seconds / 60 % 60))\(two(seconds % 60))Z"
  }

  /// A text as a property's value; characters that would end the line, or that no calendar may hold, are left out.
  static func escaped(_ text: String) -> String {
    text.replacing("\r\n", with: "\n").replacing("\r", with: "\n").replacing("\\", with: "\\\\")
      .replacing(";", with: "\\;").replacing(",", with: "\\,").replacing("\n", with: "\\n")
      .filter { character in character.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control } }
  }

  /// Lines of at most 75 octets, broken between characters, the rest after a space.
  static func folded(_ line: String) -> [String] {
    var lines: [String] = []
    var current = ""
    var width = 0
    // By scalars: one character may be longer than a line.
    for scalar in line.unicodeScalars {
      let size = String(scalar).utf8.count
      if width + size > 75 {
        lines.append(current)
        current = " "
        width = 1
      }
      current.unicodeScalars.append(scalar)
      width += size
    }
    return lines + [current]
  }
}

/// One thing with a time: a slot, a time that was asked for, a clock that ends, a date that makes it urgent.
struct CalendarEntry {
  let uid: String
  let stamp: Timestamp
  let sequence: Int
  let starts: Timestamp
  let ends: Timestamp
  let summary: String
  var place: String?
  var status = "CONFIRMED"
  var hasAlarm = false

  static func all(of paper: VisitPaper, namesClient: Bool) -> [CalendarEntry] {
    let request = paper.request, reference = request.reference
    let stamp = paper.events.map(\.recordedAt).max() ?? request.createdAt
    // Each thing told of a request counts, so that no entry ever gets a smaller number.
    let sequence = paper.events.count
    let who = namesClient ? ", \(request.client.name)" : ""
    let place = ([paper.facility.name] + paper.address).joined(separator: ", ")
    let standing = VisitLife.standing(paper.events)
    let state = VisitLife(paper.events).state
    let isOff = state == .withdrawn || state == .denied
    var entries: [CalendarEntry] = []
    func add(_ uid: String, _ starts: Timestamp, _ ends: Timestamp, _ what: String) -> CalendarEntry {
      CalendarEntry(
        uid: "\(uid)-\(reference)", stamp: stamp, sequence: sequence, starts: starts, ends: ends,
        summary: "\(what), \(reference), \(paper.facility.name)\(who)", place: place)
    }
    // The slot of a request is one thing, however often it is moved.
    if let slot = standing.last(where: { $0.kind == .scheduled && $0.details.slot != nil })?.details.slot {
      var entry = add("slot", slot.opens, slot.closes, "Attorney visit")
      if isOff { entry.status = "CANCELLED" }
      entries.append(entry)
    } else {
      for (index, window) in request.ask.windows.enumerated() {
        var entry = add("window-\(index + 1)", window.opens, window.closes, "Asked for: attorney visit")
        entry.status = isOff || VisitState.over.contains(state) ? "CANCELLED" : "TENTATIVE"
        entries.append(entry)
      }
    }
    for clock in paper.clocks {
      // The sentence of the rule goes on with the reference.
      let name = clock.name.hasSuffix(".") ? String(clock.name.dropLast()) : clock.name
      var entry = add("clock-\(clock.key)", clock.endsAt, clock.endsAt.adding(seconds: 900), "Clock ends: \(name)")
      (entry.place, entry.hasAlarm) = (nil, true)
      entries.append(entry)
    }
    if let urgent = request.ask.urgentAt, request.ask.urgency != .none {
      var entry = add("urgent", urgent, urgent.adding(seconds: 3600), "Urgent: \(request.ask.urgency.rawValue)")
      (entry.place, entry.hasAlarm) = (nil, true)
      entries.append(entry)
    }
    return entries
  }

  var lines: [String] {
    let utc = CalendarFile.utc, escaped = CalendarFile.escaped
    var lines = [
      "BEGIN:VEVENT", "UID:\(escaped(uid))@paradero.invalid", "DTSTAMP:\(utc(stamp))", "LAST-MODIFIED:\(utc(stamp))",
      "SEQUENCE:\(sequence)", "DTSTART:\(utc(starts))", "DTEND:\(utc(ends))", "SUMMARY:\(escaped(summary))",
    ]
    if let place { lines.append("LOCATION:\(escaped(place))") }
    lines += ["STATUS:\(status)", "CLASS:CONFIDENTIAL", "TRANSP:\(hasAlarm ? "TRANSPARENT" : "OPAQUE")"]
    if hasAlarm {
      lines += ["BEGIN:VALARM", "ACTION:DISPLAY", "DESCRIPTION:\(escaped(summary))", "TRIGGER:-PT1H", "END:VALARM"]
    }
    return lines + ["END:VEVENT"]
  }
}
