/// How common the parts of names are: what agreeing on one is worth.
///
/// Agreeing on a name that one in thirty bears is worth five bits, on one that one in four thousand bears, twelve
/// (the term frequency adjustment of Winkler 1989, "Frequency-based matching in Fellegi-Sunter").
package struct NameFrequencies: Sendable {
  package struct Count: Sendable, Equatable {
    package var given: Double
    package var family: Double
    package init(given: Double = 0, family: Double = 0) {
      self.given = given
      self.family = family
    }
  }

  private var counts: [String: Count]
  /// How much commoner words are in single countries, where that was counted.
  private var lifts: [String: [CountryLift]] = [:]
  private var spelled = SpelledParts()
  /// How many names were counted.
  package private(set) var names: Double

  /// Share of a part that was never counted: about one in a hundred thousand, more when few were counted.
  private var unseen: Double { 1 / max(names * 2, 50_000) }

  /// - Parameter isSpelled: whether `shareContaining` will be asked.
  package init(counts: [String: Count] = [:], names: Double = 0, isSpelled: Bool = true) {
    self.counts = counts
    self.names = names
    if isSpelled { spelled = SpelledParts(counts) }
  }

  /// Counts of names per 100,000: the part, as a given name, as a family name, parted by tabs.
  package init(perHundredThousand table: String) {
    var counts: [String: Count] = [:]
    for row in Lexicon.rows(table) where row.count >= 3 {
      counts[row[0]] = Count(given: Double(row[1]) ?? 0, family: Double(row[2]) ?? 0)
    }
    self.init(counts: counts, names: 100_000)
  }

  /// These counts, with `prior` standing in as if `weight` names of it had been counted as well.
  package func blended(with prior: NameFrequencies, weight: Double, isSpelled: Bool = true) -> NameFrequencies {
    guard prior.names > 0 else { return self }
    let scale = weight / prior.names
    var blend = self
    for (part, count) in prior.counts {
      blend.counts[part, default: Count()].given += count.given * scale
      blend.counts[part, default: Count()].family += count.family * scale
    }
    var blended = NameFrequencies(counts: blend.counts, names: names + weight, isSpelled: isSpelled)
    blended.lifts = lifts
    return blended
  }

  /// The same with how much commoner words are in single countries.
  func lifted(_ lifts: [String: [CountryLift]]) -> NameFrequencies {
    var frequencies = self
    frequencies.lifts = lifts
    return frequencies
  }

  /// Whether words were counted by country.
  var knowsCountries: Bool { !lifts.isEmpty }
  func lifts(_ part: String) -> [CountryLift] { lifts[part] ?? [] }

  /// The share of people who bear this part, anywhere in their name. Never zero.
  package func share(_ part: String) -> Double {
    guard names > 0, let count = counts[part] else { return unseen }
    return min(1, max(unseen, (count.given + count.family) / names))
  }

  /// Nearly.
  package var bytes: Int { counts.count * 56 + lifts.count * 80 }

  /// What comparing needs to know of a part's frequency.
  func rarity(_ part: String) -> PartRarity {
    guard names > 0, let count = counts[part] else {
      return PartRarity(share: Float(unseen), legitimate: Float(unseen * 0.2), givenShare: -1)
    }
    let bearers = count.given + count.family
    // Absolute discounting (Ney and others 1994): most words that were seen once are nobody's true name.
    return PartRarity(
      share: Float(min(1, max(unseen, bearers / names))),
      legitimate: Float(min(1, max(unseen * 0.2, (bearers - 0.8) / names))),
      givenShare: bearers >= 3 ? Float(count.given / bearers) : -1)
  }

  /// The share of people with a part in which these letters stand, anywhere.
  package func shareContaining(_ text: String) -> Double {
    guard names > 0 else { return unseen }
    return min(1, max(unseen, spelled.sum(containing: Array(text.utf8)) / names))
  }

  /// Of those who bear it, the share who bear it as a given name. Nil when it is hardly known.
  package func givenShare(_ part: String) -> Double? {
    guard let count = counts[part], count.given + count.family >= 3 else { return nil }
    return count.given / (count.given + count.family)
  }
}

/// All parts of names in one row of bytes, to look for letters in without touching thousands of strings.
private struct SpelledParts: Sendable {
  private var bytes: [UInt8] = []
  /// Where each part ends, and how many bear it.
  private var parts: [(end: Int, weight: Double)] = []

  init(_ counts: [String: NameFrequencies.Count] = [:]) {
    for (part, count) in counts {
      bytes.append(contentsOf: part.utf8)
      parts.append((bytes.count, count.given + count.family))
    }
  }

  func sum(containing wanted: [UInt8]) -> Double {
    guard let first = wanted.first else { return 0 }
    var sum = 0.0
    var start = 0
    for (end, weight) in parts {
      var place = start
      while place + wanted.count <= end {
        if bytes[place] == first, hasAll(wanted, at: place) {
          sum += weight
          break
        }
        place += 1
      }
      start = end
    }
    return sum
  }

  private func hasAll(_ wanted: [UInt8], at place: Int) -> Bool {
    for index in wanted.indices where bytes[place + index] != wanted[index] { return false }
    return true
  }
}
