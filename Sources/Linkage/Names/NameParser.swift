/// Takes names apart, by no culture's rule in particular: who is who among the parts is decided in comparing.
package struct NameParser: Sendable {
  package let lexicon: Lexicon

  package init(_ lexicon: Lexicon) { self.lexicon = lexicon }

  package func parse(_ name: ListedName) -> ParsedName { parse(name, keepsWritten: true) }

  /// - Parameter keepsWritten: whether parts remember how they were written, which takes time.
  func parse(_ name: ListedName, keepsWritten: Bool) -> ParsedName {
    if name.given != nil || name.family != nil {
      let given = parse(name.given ?? "", role: .given, keepsWritten: keepsWritten)
      let family = parse(name.family ?? "", role: .family, keepsWritten: keepsWritten)
      if !(given.parts.isEmpty && family.parts.isEmpty) {
        return ParsedName(
          parts: given.parts + family.parts, suffix: family.suffix ?? given.suffix,
          hasPlaceholder: given.hasPlaceholder || family.hasPlaceholder)
      }
    }
    return parse(name.full, keepsWritten: keepsWritten)
  }

  /// A whole name. "GARCIA LOPEZ, JUAN" says which part is which; otherwise roles are unknown.
  package func parse(_ full: String) -> ParsedName { parse(full, keepsWritten: true) }

  private func parse(_ full: String, keepsWritten: Bool) -> ParsedName {
    guard full.utf8.contains(UInt8(ascii: ",")) else { return parse(full, role: .unknown, keepsWritten: keepsWritten) }
    let halves = full.split(separator: ",", maxSplits: 1, omittingEmptySubsequences: true).map { String($0) }
    if halves.count == 2 {
      let family = parse(halves[0], role: .family, keepsWritten: keepsWritten)
      let given = parse(halves[1], role: .given, keepsWritten: keepsWritten)
      if given.parts.isEmpty, given.suffix != nil {  // "Juan García, Jr."
        let whole = parse(halves[0], role: .unknown, keepsWritten: keepsWritten)
        return ParsedName(parts: whole.parts, suffix: given.suffix, hasPlaceholder: whole.hasPlaceholder)
      }
      return ParsedName(
        parts: given.parts + family.parts, suffix: family.suffix ?? given.suffix,
        hasPlaceholder: given.hasPlaceholder || family.hasPlaceholder)
    }
    return parse(full, role: .unknown, keepsWritten: keepsWritten)
  }

  package func parse(_ text: String, role: NameRole, keepsWritten: Bool = true) -> ParsedName {
    var parts: [NamePart] = []
    var suffix: String?
    var particles: [String] = []
    var words = Fold.words(text)
    let hadPhrase = removePhrases(&words)
    var hasPlaceholder = hadPhrase
    let written = keepsWritten ? Fold.written(text) : []
    for (index, word) in words.enumerated() {
      let kinds = lexicon.kinds(word)
      if kinds.contains(.placeholder) {
        hasPlaceholder = true
      } else if kinds.contains(.suffix), index > 0, index == words.count - 1 {
        suffix = word
      } else if kinds.contains(.title), words.count > 1 {
        continue
      } else if kinds.contains(.particle), index < words.count - 1 {
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
      if lexicon.phraseStarts.contains(words[index]),
        lexicon.placeholders.contains(words[index] + " " + words[index + 1])
      {
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
