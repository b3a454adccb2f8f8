package import CivilTime
package import Phrasebook
package import Records

/// An alert in words: for the public page and for mail.
package enum AlertText {
  /// "Saturday, November 21, 2026, between 2 PM and 4 PM", by the clock of the place.
  package static func band(_ scene: AlertScene, _ zone: Zone?, _ phrases: Phrases) -> String {
    guard let zone = zone ?? Zone("UTC") else { return "" }
    return phrases.hotline.alerts.band(
      phrases.weekdayAndDay(zone.local(scene.starts).day), phrases.clock(scene.starts, in: zone),
      phrases.clock(scene.ends, in: zone))
  }

  /// What and where.
  package static func title(_ line: AlertLine, _ scene: AlertScene, _ phrases: Phrases) -> String {
    "\(phrases.hotline.words.kinds[line.kind]): \(scene.place), \(line.state)"
  }

  /// A mail's subject and text: what holds now, and what was told before if that was wrong.
  package static func mail(
    _ line: AlertLine, isCorrection: Bool, origin: String, _ phrases: Phrases
  ) -> (subject: String, text: String) {
    let words = phrases.hotline.alerts
    let title = title(line, line.scene, phrases)
    var parts: [String] = []
    if line.standing != .live { parts.append(words.corrections[line.standing]) }
    parts.append("\(title)\n\(band(line.scene, line.zone, phrases))")
    if let right = line.right, right != line.told {
      parts.append(words.was("\(self.title(line, line.told, phrases)). \(band(line.told, line.zone, phrases))"))
    }
    if let zone = line.zone { parts.append(words.until(phrases.moment(line.expiresAt, in: zone))) }
    parts.append(words.rights)
    parts.append(words.mailEnd("\(origin)/\(phrases.language.code)/alerts"))
    return (
      isCorrection || line.standing != .live ? words.mailCorrection(title) : words.mailSubject(title),
      parts.joined(separator: "\n\n") + "\n"
    )
  }
}
