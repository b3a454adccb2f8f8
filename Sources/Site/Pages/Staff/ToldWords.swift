internal import CivilTime
internal import Linkage
internal import Markup
internal import Phrasebook
internal import Records

/// What one source says of a person, in words, for staff.
enum ToldWords {
  static func facts(_ told: ToldOfPerson, _ phrases: Phrases, now: Timestamp) -> [(String, Node)] {
    let words = phrases.staff.duplicates
    var rows: [(String, String)] = [(phrases.form.name, told.name)]
    func add(_ title: String, _ text: String?) { if let text, !text.isEmpty { rows.append((title, text)) } }
    add(
      phrases.form.birth,
      told.birthDay.map(phrases.day) ?? told.birthYear.map { told.isReckoned ? words.about(String($0)) : String($0) })
    add(phrases.form.country, told.country.map { phrases.country($0) ?? $0 })
    add(phrases.form.sex, told.sex.flatMap(Sex.init).map { SoughtWords.sex($0, phrases) })
    add(words.numbers, told.aNumbers.map(phrases.aNumber).joined(separator: ", "))
    add(words.source, "\(told.source), \(phrases.ago(told.reportedAt, now: now))")
    return rows.map { row in (row.0, Node.of { row.1 }) }
  }
}
