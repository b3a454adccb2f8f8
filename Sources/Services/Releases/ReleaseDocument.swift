package import Figures
internal import Foundation

/// A release as other programs read it. What is left out is null; a zero is a true zero.
package struct ReleaseDocument: Sendable, Equatable, Codable {
  package var format = "paradero.release/1"
  package let number: Int
  /// Its first day, and the day after its last, by the clocks of the places.
  package let from: String
  package let until: String
  /// What was recorded and decided by then.
  package let knownAt: String
  package var note = FigureTable.note
  package var smallest = ProtectedTable.smallest
  /// The rules whose text was compared with the document, by whom and when.
  package let rules: [VerifiedRule]
  package let days: [BrokenDay]
  /// On how many days of each place anything was told.
  package let watched: [String: Int]
  package let counts: ReleaseTables

  package init(
    number: Int, from: String, until: String, knownAt: String, rules: [VerifiedRule], days: [BrokenDay],
    watched: [String: Int], counts: ReleaseTables
  ) {
    (self.number, self.from, self.until, self.knownAt) = (number, from, until, knownAt)
    (self.rules, self.days, self.watched, self.counts) = (rules, days, watched, counts)
  }

  package struct VerifiedRule: Sendable, Equatable, Codable {
    package let rule: String
    package let cite: String
    package let verifiedBy: String?
    package let verifiedOn: String?
  }

  /// A day of a place on which a verified rule was broken, as two reviewers of an order's, one of another's, upheld.
  package struct BrokenDay: Sendable, Equatable, Codable {
    package let place: String
    package let day: String
    package let rule: String
    package let kind: String
    package let standing: String?
    package let leastMinutes: Int?
    package let mostMinutes: Int?
    package let requiredMinutes: Int?
    package let closures: Int?
    package let noticed: Int?
    package let unnoticed: Int?
  }

  package func json() throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(self), as: UTF8.self) + "\n"
  }

  package static func read(_ text: String) throws -> ReleaseDocument {
    try JSONDecoder().decode(ReleaseDocument.self, from: Data(text.utf8))
  }

  /// The counts as a table: place or kind, week, count; `1-10` and what protects it are empty.
  package var csv: String {
    var text = "# \(note) Release \(number), as known at \(knownAt).\r\ntable,item,week,count\r\n"
    func lines(_ table: String, _ rows: [String: [Int?]]) {
      for (item, line) in rows.sorted(by: { $0.key < $1.key }) {
        for (week, count) in zip(counts.weeks + ["all"], line) {
          text += "\(table),\(item),\(week),\(count.map(String.init) ?? "")\r\n"
        }
      }
    }
    lines("place", counts.places)
    lines("kind", counts.kinds)
    lines("all", ["all": counts.all])
    for (item, count) in counts.placesSoFar.sorted(by: { $0.key < $1.key }) {
      text += "place,\(item),so_far,\(count.map(String.init) ?? "")\r\n"
    }
    for (item, count) in counts.kindsSoFar.sorted(by: { $0.key < $1.key }) {
      text += "kind,\(item),so_far,\(count.map(String.init) ?? "")\r\n"
    }
    text += "all,all,so_far,\(counts.allSoFar.map(String.init) ?? "")\r\n"
    for day in days {
      text += "day,\(day.place),\(day.day),\(day.rule)\r\n"
    }
    return text
  }
}
