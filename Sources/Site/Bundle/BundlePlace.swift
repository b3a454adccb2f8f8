internal import CivilTime
internal import CounselRules
internal import Phrasebook
internal import Records
internal import Services
internal import Stores

/// The days of a place, and what was seen of it, for a bundle.
struct BundlePlace {
  let phrases: Phrases
  let place: BundleMatter.Place

  /// Facts about the day, then what the rules in the bundle say of it.
  var days: String {
    var text = BundleText.row([
      "day", "open_minutes_least", "open_minutes_most", "contested_minutes", "posted_minutes", "accounts", "terms_met",
      "terms_breached", "terms_unknown",
    ])
    for day in place.days {
      let findings = place.findings.filter { (one: BundleFinding) -> Bool in
        if case .day(_, let known) = one.finding.subject { return known == day.day }
        return place.zone.local(one.finding.at).day == day.day
      }
      func rules(_ outcome: String) -> String {
        findings.filter { $0.finding.outcome.kind.rawValue == outcome }.map(\.finding.rule.description).joined(
          separator: " ")
      }
      text += BundleText.row([
        day.day.iso, String(day.leastMinutes), String(day.mostMinutes), String(day.contestedMinutes),
        day.postedMinutes.map(String.init) ?? "", String(day.events), rules("met"), rules("breached"), rules("unknown"),
      ])
    }
    return text
  }

  var chronology: String {
    let words = phrases.visits.places, status = phrases.visits.status, lists = phrases.visits.words
    var lines = [
      "# \(place.facility.name)", "",
      "What was seen and told of it. Times are by its clock, \(phrases.name(of: place.zone)). Nothing was changed or taken out: corrections stand beside what they correct. A day that is missing is a day of which nobody told anything.",
      "",
    ]
    for event in place.events {
      var line = "- \(when(event)): \(words.kinds[event.kind])."
      if event.details.couldStart == false { line += " \(words.couldNotStart)" }
      if event.details.closedOtherwise == true { line += " \(words.wasClosedOtherwise)" }
      if let note = event.note { line += " \(phrases.quoted(note))" }
      line += " (\(event.observer.isFirstHand ? "seen" : "told") by: \(phrases.standing(event.observer.standing));"
      line +=
        " \(status.grade(lists.grades[event.grade])); written down \(phrases.moment(event.recordedAt, in: place.zone)))"
      if let successor = place.events.first(where: { $0.corrects == event.id }) {
        line += " – \(successor.kind == .takenBack ? status.takenBack : status.corrected)"
      }
      lines.append(BundleText.cell(line))
    }
    if place.events.isEmpty { lines.append("Nothing was told of these days.") }
    return lines.joined(separator: "\n") + "\n"
  }

  private func when(_ event: PlaceEvent) -> String {
    let start =
      event.at.precision == .day
      ? phrases.day(place.zone.local(event.at.moment).day) : phrases.moment(event.at.moment, in: place.zone)
    guard let until = event.until else { return start }
    return "\(start) until \(phrases.moment(until, in: place.zone))"
  }
}
