/// Takes names apart, by no culture's rule in particular: who is who among the parts is decided in comparing.
package struct NameParser: Sendable {
  package let lexicon: Lexicon

  package init(_ lexicon: Lexicon) { self.lexicon = lexicon }

  package func parse(_ name: ListedName) -> ParsedName {
    if name.given != nil || name.family != nil {
      let given = parse(name.given ?? "", role: .given)
      let family = parse(name.family ?? "", role: .family)
      if !(given.parts.isEmpty && family.parts.isEmpty) {
        return ParsedName(
          parts: given.parts + family.parts, suffix: family.suffix ?? given.suffix,
          hasPlaceholder: given.hasPlaceholder || family.hasPlaceholder)
      }
    }
    return parse(name.full)
  }

  /// A whole name. "GARCIA LOPEZ, JUAN" says which part is which; otherwise roles are unknown.
  package func parse(_ full: String) -> ParsedName {
    let halves = full.split(separator: ",", maxSplits: 1, omittingEmptySubsequences: true).map { String($0) }
    if halves.count == 2 {
      let family = parse(halves[0], role: .family)
      let given = parse(halves[1], role: .given)
      if given.parts.isEmpty, given.suffix != nil {  // "Juan García, Jr."
        let whole = parse(halves[0], role: .unknown)
        return ParsedName(parts: whole.parts, suffix: given.suffix, hasPlaceholder: whole.hasPlaceholder)
      }
      return ParsedName(
        parts: given.parts + family.parts, suffix: family.suffix ?? given.suffix,
        hasPlaceholder: given.hasPlaceholder || family.hasPlaceholder)
    }
    return parse(full, role: .unknown)
  }

  package func parse(_ text: String, role: NameRole) -> ParsedName {
    var parts: [NamePart] = []
    var suffix: String?
    var particles: [String] = []
    var words = Fold.words(text)
    let hadPhrase = removePhrases(&words)
    var hasPlaceholder = hadPhrase
    let written = Fold.written(text)
    for (index, word) in words.enumerated() {
      if lexicon.placeholders.contains(word) {
        hasPlaceholder = true
      } else if lexicon.suffixes.contains(word), index > 0, index == words.count - 1 {
        suffix = word
      } else if lexicon.titles.contains(word), words.count > 1 {
        continue
      } else if lexicon.particles.contains(word), index < words.count - 1 {
        particles.append(word)
      } else {
        parts.append(
          NamePart(text: word, particles: particles, role: role, written: hadPhrase ? nil : written[safe: index]))
        particles = []
      }
    }
    // A name that is nothing but a particle or a title is a name: "Van", "Del".
    if parts.isEmpty, let last = particles.last { parts = [NamePart(text: last, role: role)] }
    return ParsedName(parts: parts, suffix: suffix, hasPlaceholder: hasPlaceholder)
  }

  /// Takes out placeholders of several words, such as "baby boy".
  private func removePhrases(_ words: inout [String]) -> Bool {
    var found = false
    var index = 0
    while index + 1 < words.count {
      if lexicon.placeholders.contains(words[index] + " " + words[index + 1]) {
        words.removeSubrange(index...(index + 1))
        found = true
      } else {
        index += 1
      }
    }
    return found
  }
}

extension Array {
  package subscript(safe index: Int) -> Element? { indices.contains(index) ? self[index] : nil }
}
