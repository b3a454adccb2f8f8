/// Brings names together that differ in where words begin: GARCIALOPEZ and García López, Jean-Baptiste and Jeanbaptiste.
enum Joining {
  /// A part, and the pieces that it was joined from to look like the other side.
  struct Part {
    let part: NamePart
    let pieces: [String]
    var text: String { part.text }
  }

  static func align(_ a: [NamePart], _ b: [NamePart]) -> ([Part], [Part]) {
    let left = join(a, toward: b)
    let right = join(b, toward: a)
    return (left, right)
  }

  /// Joins neighbours of one side wherever the other side has them as one word.
  private static func join(_ parts: [NamePart], toward other: [NamePart]) -> [Part] {
    var result: [Part] = []
    var index = 0
    while index < parts.count {
      if index + 1 < parts.count, let joined = joined(parts[index], parts[index + 1], other) {
        result.append(joined)
        index += 2
      } else {
        result.append(Part(part: parts[index], pieces: []))
        index += 1
      }
    }
    return result
  }

  private static func joined(_ first: NamePart, _ second: NamePart, _ other: [NamePart]) -> Part? {
    let length = first.letters.count + second.letters.count
    guard length >= 5 else { return nil }
    // Forward as written, then the two exchanged.
    for (front, back) in [(first, second), (second, first)] {
      let letters = front.joined.unicodeScalars + back.joined.unicodeScalars
      for candidate in other where candidate.letters.count + 1 >= length {
        let isSame = candidate.letters.elementsEqual(letters)
        guard isSame || (length >= 8 && EditDistance.isAtMostOne(Array(letters), candidate.letters)) else { continue }
        // One typing error may be the whole of a second part of one letter: that is an initial, not a joining.
        guard first.letters.count > 1, second.letters.count > 1 else { continue }
        let text = isSame ? candidate.text : String(String.UnicodeScalarView(letters))
        return Part(part: NamePart(text: text, role: first.role), pieces: [front.text, back.text])
      }
    }
    return nil
  }
}
