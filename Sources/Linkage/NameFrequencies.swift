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
  /// How many names were counted.
  package private(set) var names: Double

  /// Share of a part that was never counted: about one in a hundred thousand, more when few were counted.
  private var unseen: Double { 1 / max(names * 2, 50_000) }

  package init(counts: [String: Count] = [:], names: Double = 0) {
    self.counts = counts
    self.names = names
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
  package func blended(with prior: NameFrequencies, weight: Double) -> NameFrequencies {
    guard prior.names > 0 else { return self }
    let scale = weight / prior.names
    var blend = self
    for (part, count) in prior.counts {
      blend.counts[part, default: Count()].given += count.given * scale
      blend.counts[part, default: Count()].family += count.family * scale
    }
    blend.names += weight
    return blend
  }

  /// The share of people who bear this part, anywhere in their name. Never zero.
  package func share(_ part: String) -> Double {
    guard names > 0, let count = counts[part] else { return unseen }
    return min(1, max(unseen, (count.given + count.family) / names))
  }

  /// The share of people with a part in which these letters stand, anywhere.
  package func shareContaining(_ text: String) -> Double {
    let wanted = Array(text.utf8)
    guard names > 0 else { return unseen }
    let sum = counts.reduce(0.0) { sum, entry in
      entry.key.utf8.count >= wanted.count && Self.contains(entry.key, wanted)
        ? sum + entry.value.given + entry.value.family : sum
    }
    return min(1, max(unseen, sum / names))
  }

  private static func contains(_ text: String, _ wanted: [UInt8]) -> Bool {
    var rest = text.utf8[...]
    while rest.count >= wanted.count {
      if rest.starts(with: wanted) { return true }
      rest = rest.dropFirst()
    }
    return false
  }

  /// Of those who bear it, the share who bear it as a given name. Nil when it is hardly known.
  package func givenShare(_ part: String) -> Double? {
    guard let count = counts[part], count.given + count.family >= 3 else { return nil }
    return count.given / (count.given + count.family)
  }
}
