internal import CivilTime
internal import Figures
internal import Foundation
internal import Records
internal import Stores

/// Figures for other programs: a table (RFC 4180, UTF-8) or JSON, and what each column means.
package struct FigureTable: Sendable {
  private let report: FigureReport

  package init(_ report: FigureReport) { self.report = report }

  /// What stands beside every figure.
  package static let note = "Reported to this service; not a random sample of what happened."

  /// Each column and what it means, in the order of the tables.
  package static let dictionary: [(column: String, meaning: String)] = [
    ("group", "what is counted by: place, week, month, mode, tie, rule or authority"),
    ("item", "the place's code, the Monday of the week, the month, or the code of the kind"),
    ("requests", "requests that were sent, or begun at the door, on the days asked for by the place's clock"),
    ("incidents", "the same, with requests of several clients at one door counted once"),
    ("held", "of the requests: somebody was let in"),
    ("denied", "not held, and denied in writing, refused at the door, closed, or declined in the person's name"),
    ("silent", "none of these, and no answer was noted or none came within 72 hours"),
    ("withdrawn", "taken back before any of these"),
    ("unknown", "none of these: nobody told what came of it"),
    ("held_share", "held divided by requests"),
    ("held_low", "lower end of Wilson's 95 % interval of held_share"),
    ("held_high", "upper end of the same"),
    ("met", "findings: the rule was kept"),
    ("breached", "findings: an indicator that the rule was broken, whether or not anybody has looked"),
    ("finding_unknown", "findings that cannot be decided because facts are missing"),
    ("upheld", "of breached: a reviewer upheld it; of an order's rule, two"),
    ("not_upheld", "of breached: reviewers did not uphold it"),
    ("strong", "of breached: on evidence of grade A or B"),
    ("within_hours", "wait: hours since the request was first made"),
    (
      "cause",
      "wait: what ended it: answer, visit or call, or what ruled it out: transfer, release, removal, death, withdrawn"
    ),
    ("cumulative_incidence", "wait: share of all requests that ended so by then (Aalen-Johansen, competing events)"),
    ("place", "the code of a place; the columns after it are about its days and requests"),
    ("days_told", "days of which anybody told anything"),
    ("days_open", "of these: open as the rules ask, or seen open where none asks"),
    ("days_short", "of these: surely open for less than the rules ask"),
    ("days_closed", "of these: surely closed the whole day"),
    ("days_unknown", "of these: what was told does not settle it"),
    ("days_required", "days told of on which a rule asks for hours"),
    ("required_minutes", "minutes that rules ask for on those days"),
    ("least_minutes", "of required_minutes: open at least; a day's surplus makes up for no other day"),
    ("most_minutes", "of required_minutes: open at most"),
    ("closures", "closures told of"),
    ("closures_noticed", "of these: counsel was told within a day before or after"),
    ("closures_unnoticed", "of these: somebody able to know says that counsel was not told"),
    ("closures_unsaid", "of these: nobody said"),
    ("moved_first", "requests whose person was moved before anybody spoke with them"),
    ("calls_asked", "requests for a call"),
    ("calls_held", "of these: the call was held"),
    ("denied_strong", "of denied: the denial rests on evidence of grade A or B"),
    ("as_of", "the moment as known at which everything was counted"),
  ]

  private static let placeColumns = [
    "place", "days_told", "days_open", "days_short", "days_closed", "days_unknown", "days_required",
    "required_minutes", "least_minutes", "most_minutes", "closures", "closures_noticed", "closures_unnoticed",
    "closures_unsaid", "moved_first", "calls_asked", "calls_held", "denied", "denied_strong",
  ]

  /// The hours at which waits are told.
  package static let hours = [24, 48, 72, 168]

  package var csv: String {
    var text = "# \(Self.note) As known at \(asOf).\r\n"
    if report.query.grouping.countsFindings {
      text += line(["group", "item", "met", "breached", "finding_unknown", "upheld", "not_upheld", "strong"])
      for one in report.findings {
        text += line(
          [report.query.grouping.rawValue, one.item]
            + [one.met, one.breached, one.unknown, one.upheld, one.notUpheld, one.strong].map(String.init))
      }
    } else {
      text += line([
        "group", "item", "requests", "incidents", "held", "denied", "silent", "withdrawn", "unknown", "held_share",
        "held_low", "held_high",
      ])
      for one in report.outcomes {
        let rate = Rate(one.held, of: one.requests)
        text += line(
          [report.query.grouping.rawValue, one.item]
            + [one.requests, one.incidents, one.held, one.denied, one.silent, one.withdrawn, one.unknown].map(
              String.init)
            + [rate.share.map(Self.share) ?? "", Self.share(rate.low), Self.share(rate.high)])
      }
    }
    text += "\r\n" + line(["wait", "within_hours", "cause", "cumulative_incidence"])
    for wait in waits {
      for row in wait.rows { text += line([wait.for, String(row.withinHours), row.cause, Self.share(row.share)]) }
    }
    text += "\r\n" + line(Self.placeColumns)
    for one in report.places {
      let hours = one.hours, more = one.more
      text += line(
        [one.facility.code]
          + [
            hours.days, hours.open, hours.short, hours.closed, hours.unknown, hours.requiredDays,
            hours.requiredMinutes, hours.leastMinutes, hours.mostMinutes, hours.closures, hours.noticed,
            hours.unnoticed, hours.unsaid, more?.moved ?? 0, more?.calls ?? 0, more?.callsHeld ?? 0,
            more?.denied ?? 0, more?.strong ?? 0,
          ].map(String.init))
    }
    return text
  }

  package func json() throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return String(
      decoding: try encoder.encode(
        Document(
          format: "paradero.figures/1", note: Self.note, asOf: asOf, from: report.query.from.iso,
          until: report.query.until.iso, place: report.query.place, group: report.query.grouping.rawValue,
          outcomes: report.outcomes.map { one in
            let rate = Rate(one.held, of: one.requests)
            return Outcome(count: one, heldShare: rate.share, heldLow: rate.low, heldHigh: rate.high)
          }, findings: report.findings, waits: waits,
          places: report.places.map { PlaceEntry(place: $0.facility.code, hours: $0.hours, requests: $0.more) },
          dictionary: Dictionary(Self.dictionary.map { ($0.column, $0.meaning) }) { first, _ in first })), as: UTF8.self
    )
      + "\n"
  }

  private struct Document: Encodable {
    let format, note, asOf, from, until: String
    let place: String?
    let group: String
    let outcomes: [Outcome]
    let findings: [FindingCount]
    let waits: [Wait]
    let places: [PlaceEntry]
    let dictionary: [String: String]
  }

  private struct PlaceEntry: Encodable {
    let place: String
    let hours: HoursSum
    let requests: MoreCount?
  }

  private struct Outcome: Encodable {
    let count: OutcomeCount
    let heldShare: Double?
    let heldLow, heldHigh: Double
  }

  private struct Wait: Encodable {
    let `for`: String
    let requests, open: Int
    let rows: [Row]

    struct Row: Encodable {
      let withinHours: Int
      let cause: String
      let share: Double
    }
  }

  private var waits: [Wait] {
    [(WaitEnd.answer, report.toAnswer), (.visit, report.toVisit), (.call, report.toCall)].map { end, incidence in
      Wait(
        for: end.rawValue, requests: incidence.total, open: incidence.open,
        rows: Self.hours.flatMap { hours in
          WaitEnd.allCases.compactMap { cause in
            let share = incidence.share(of: cause, by: hours)
            guard cause == end || share > 0 else { return nil }
            return Wait.Row(withinHours: hours, cause: cause.rawValue, share: share)
          }
        })
    }
  }

  private var asOf: String {
    Date(timeIntervalSince1970: (Double(report.query.asOf.microseconds) / 1_000_000).rounded(.down)).formatted(.iso8601)
  }

  private func line(_ cells: [String]) -> String { cells.joined(separator: ",") + "\r\n" }

  /// Four digits, a point whatever the language.
  private static func share(_ share: Double) -> String {
    let scaled = Int((share * 10_000).rounded())
    let digits = String(scaled % 10_000)
    return "\(scaled / 10_000)." + String(repeating: "0", count: 4 - digits.count) + digits
  }
}
