internal import CivilTime
internal import Gateway
internal import Papers
internal import Records
internal import Services

/// A key for a calendar as it stands in a path, with the end of a calendar's name.
///
/// Calendar programs can send an address and nothing else, so the key is in it: it opens this feed alone, is shown once,
/// and can be taken back. Logs and metrics have the path's template.
package struct CalendarKey: LosslessStringConvertible, Hashable, Sendable {
  let secret: String
  package var description: String { secret + ".ics" }

  package init?(_ text: String) {
    guard text.hasSuffix(".ics"), text.utf8.count <= 120 else { return nil }
    secret = String(text.dropLast(4))
    let isKey = secret.utf8.allSatisfy {
      (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0)
        || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: "-")
    }
    guard isKey, !secret.isEmpty else { return nil }
  }
}

extension SiteApplication {
  /// The feed of slots and deadlines of whom the key belongs to. Without a good key there is no such page.
  func calendarAnswer(_ key: CalendarKey, _ request: Request) async throws -> Response {
    let now = configuration.now()
    guard let services = staff, let person = try await services.tokens.staff(bearer: key.secret, now: now),
      person.may(.readCalendar)
    else { return .problem(Problem(.notFound)) }
    let matters = try await services.visits.calendar(by: person, now: now)
    let feed = CalendarFile(
      matters.map { VisitPaper($0, now: now) }, name: "Paradero", namesClients: person.may(.nameInCalendar))
    return Response(
      headers: ["Content-Type": "text/calendar; charset=utf-8", "Cache-Control": "private, no-store"],
      body: .bytes(Array(feed.text.utf8)))
  }
}
