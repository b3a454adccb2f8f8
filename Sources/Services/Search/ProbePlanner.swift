internal import CivilTime
internal import Linkage
internal import Stores

/// Turns a search into probes for the database: patterns that survive a typing error, a nickname, a joined surname.
struct ProbePlanner: Sendable {
  let lexicon: Lexicon
  let frequencies: NameFrequencies
  let people: Int

  /// A probe that would bring more names than this is too costly to sort, and says too little.
  private static let mostHits = 6_000.0
  /// And all probes together: sorting ten thousand names takes PostgreSQL a tenth of a second.
  private static let mostHitsTogether = 14_000.0
  private static let mostPairs = 8

  func plan(_ readings: [PreparedSearch]) -> CandidateProbes {
    var probes = CandidateProbes()
    guard let search = readings.first else { return probes }
    probes.name = search.name.parts.map { ($0.particles + [$0.text]).joined(separator: " ") }.joined(separator: " ")
    probes.pairs = pairs(search.name.parts)
    for birth in readings.compactMap(\.sought.birth) { add(birth, to: &probes) }
    probes.country = search.sought.country
    if let number = search.sought.aNumber { probes.aNumbers = ANumber.variants(number) }
    probes.wantsArrests = search.sought.arrestPlace != nil || readings.contains { $0.sought.arrestedOn != nil }
    return probes
  }

  private func add(_ birth: KnownBirth, to probes: inout CandidateProbes) {
    let years = birth.years
    let near = (years.lowerBound - 1)...(years.upperBound + 1)
    probes.birthYears =
      probes.birthYears.map { min($0.lowerBound, near.lowerBound)...max($0.upperBound, near.upperBound) } ?? near
    guard case .day(let day) = birth else { return }
    for date in Self.mistakes(for: day) where !probes.birthDates.contains(date) { probes.birthDates.append(date) }
  }

  /// The day, and the days that it is often written as: exchanged, one digit off, a year off, the first of January.
  static func mistakes(for day: CivilDate) -> [CivilDate] {
    var found = [day]
    func add(_ year: Int, _ month: Int, _ dayOfMonth: Int) {
      if let date = CivilDate(year: year, month: month, day: dayOfMonth), !found.contains(date) { found.append(date) }
    }
    add(day.year, day.day, day.month)
    for digit in 0...9 {
      add(day.year, day.month, day.day / 10 * 10 + digit)
      if digit <= 3 { add(day.year, day.month, digit * 10 + day.day % 10) }
      if digit <= 1 { add(day.year, digit * 10 + day.month % 10, day.day) }
      add(day.year, day.month / 10 * 10 + digit, day.day)
      add(day.year / 10 * 10 + digit, day.month, day.day)
      add(day.year / 100 * 100 + digit * 10 + day.year % 10, day.month, day.day)
    }
    add(day.year, 1, 1)
    return found
  }

  // MARK: Names

  private struct Pattern {
    /// Finds the part in spite of one typing error, and by its other names.
    let loose: String
    let looseShare: Double
    /// Finds the part as it is, and by its other names.
    let exact: String
    let exactShare: Double
  }

  private func pairs(_ parts: [NamePart]) -> [(String, String)] {
    let patterns = parts.filter { $0.text.unicodeScalars.count > 1 }.map(pattern).sorted {
      $0.exactShare < $1.exactShare
    }
    guard let rarest = patterns.first else { return [] }
    var pairs: [(String, String, Double)] = []
    for first in patterns.indices {
      for second in patterns.indices.dropFirst(first + 1) {
        let a = patterns[first]
        let b = patterns[second]
        // As loose as the number of hits allows.
        let forms = [
          (a.loose, b.loose, a.looseShare * b.looseShare), (a.loose, b.exact, a.looseShare * b.exactShare),
          (a.exact, b.loose, a.exactShare * b.looseShare), (a.exact, b.exact, a.exactShare * b.exactShare),
        ]
        if let form = forms.first(where: { $0.2 * Double(people) <= Self.mostHits }) ?? forms.last {
          pairs.append(form)
        }
      }
    }
    pairs.sort { $0.2 < $1.2 }
    var hits = 0.0
    var result: [(String, String)] = []
    for pair in pairs.prefix(Self.mostPairs) {
      hits += pair.2 * Double(people)
      if hits > Self.mostHitsTogether, !result.isEmpty { break }
      result.append((pair.0, pair.1))
    }
    // A rare part finds its bearers whatever became of the rest of the name.
    if patterns.count == 1 || rarest.exactShare * Double(people) < 600 { result.append((rarest.exact, rarest.exact)) }
    return result
  }

  private func pattern(_ part: NamePart) -> Pattern {
    var others = lexicon.others(part.text).filter { $0.unicodeScalars.count > 1 }
    others.sort { (frequencies.share($1), $0) < (frequencies.share($0), $1) }
    let names = [part.text] + others.prefix(6)
    let halves = Self.halves(part.text)
    let loose = halves.isEmpty ? names : halves + names.dropFirst()
    return Pattern(
      loose: Self.alternatives(halves, halves.isEmpty ? names : Array(names.dropFirst())), looseShare: share(loose),
      exact: Self.alternatives([], names), exactShare: share(names))
  }

  private func share(_ texts: [String]) -> Double { texts.reduce(0) { $0 + frequencies.shareContaining($1) } }

  /// Two halves of a word: one typing error leaves one of them whole.
  private static func halves(_ word: String) -> [String] {
    let letters = Array(word.unicodeScalars)
    guard letters.count >= 5 else { return [] }
    let middle = letters.count / 2
    let front = letters[..<max(3, middle)]
    let back = letters[min(middle, letters.count - 3)...]
    return [front, back].map { String(String.UnicodeScalarView($0)) }
  }

  /// Letters and digits alone are in folded words, so nothing needs escaping. Words short enough to lie inside many
  /// others must stand alone.
  private static func alternatives(_ halves: [String], _ names: [String]) -> String {
    var seen = halves
    for name in names {
      let pattern = name.unicodeScalars.count <= 3 ? "(^| )\(name)( |$)" : name
      if !seen.contains(pattern) { seen.append(pattern) }
    }
    return "(" + seen.joined(separator: "|") + ")"
  }
}
