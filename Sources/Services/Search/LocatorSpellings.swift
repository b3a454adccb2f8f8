internal import Linkage

/// The first and last names to type into the official locator, which finds nothing but exact spellings.
///
/// Made only from what was typed, never from a record: it must tell nothing.
struct LocatorSpellings {
  let parser: NameParser
  let frequencies: NameFrequencies

  static let most = 12

  func spellings(of name: String) -> [LocatorSpelling] {
    let parts = parser.parse(name).parts
    let (given, family) = split(parts)
    guard let first = given.first, let last = family.first else {
      // One word: a single name is filed under either, with the other field as officers fill it.
      guard let only = parts.first.map(Self.plain) else { return [] }
      return [LocatorSpelling(first: "FNU", last: only), LocatorSpelling(first: only, last: "LNU")]
    }
    var found: [LocatorSpelling] = []
    func add(_ first: String, _ last: String) {
      let spelling = LocatorSpelling(first: first, last: last)
      if !first.isEmpty, !last.isEmpty, !found.contains(spelling) { found.append(spelling) }
    }
    let plainFamily = family.map(Self.withParticles)
    let whole = plainFamily.joined(separator: " ")
    let firsts = formal(first) + [Self.plain(first)]
    let allGiven = given.map(Self.plain).joined(separator: " ")
    for name in firsts.prefix(2) { add(name, whole) }
    add(firsts[0], Self.withParticles(last))
    add(allGiven, whole)
    add(allGiven, Self.withParticles(last))
    if family.count > 1 {
      add(firsts[0], plainFamily.joined(separator: "-"))
      // The last word taken for the surname, the first for a middle name.
      add(firsts[0], Self.withParticles(family[family.count - 1]))
      add(firsts[0], plainFamily.reversed().joined(separator: " "))
      add(firsts[0], Self.joined(plainFamily))
    }
    if family.contains(where: { !$0.particles.isEmpty }) {
      add(firsts[0], family.map(Self.plain).joined(separator: " "))
      add(firsts[0], family.map { Self.joined([Self.withParticles($0)]) }.joined(separator: " "))
    }
    if given.count > 1 {
      add(Self.plain(given[1]), whole)
      add(Self.joined(given.map(Self.plain)), whole)
    }
    for name in firsts.dropFirst(2) { add(name, whole) }
    // First and last exchanged.
    add(whole, firsts[0])
    return Array(found.prefix(Self.most))
  }

  /// Which parts are given and which are family names: by how they are used, else by where they stand.
  private func split(_ parts: [NamePart]) -> ([NamePart], [NamePart]) {
    guard parts.count > 1 else { return ([], []) }
    if parts.contains(where: { $0.role == .family }) {
      return (parts.filter { $0.role == .given }, parts.filter { $0.role != .given })
    }
    let shares = parts.map { frequencies.givenShare($0.text) }
    let isGiven = shares.map { $0.map { $0 > 0.5 } }
    // Surname first, as in China and Vietnam: the first part is a surname beyond doubt and the last is not one.
    if let first = shares[0], first < 0.2, (shares[parts.count - 1] ?? 0.5) > 0.2, isGiven[1] != false {
      return (Array(parts.dropFirst()), [parts[0]])
    }
    var border = parts.count <= 3 ? 1 : 2
    if parts.count == 3, isGiven[1] == true { border = 2 }
    if parts.count >= 4 { border = max(1, min(parts.count - 1, isGiven.firstIndex(of: false) ?? 2)) }
    return (Array(parts[..<border]), Array(parts[border...]))
  }

  private func formal(_ part: NamePart) -> [String] {
    parser.lexicon.formalNames(part.text).prefix(3).map(\.capitalizedFirst)
  }

  private static func plain(_ part: NamePart) -> String { Fold.plain(part.written) }

  private static func withParticles(_ part: NamePart) -> String {
    (part.particles.map { $0.capitalizedFirst } + [plain(part)]).joined(separator: " ")
  }

  private static func joined(_ words: [String]) -> String {
    let all = words.joined(separator: " ").split(separator: " ").joined()
    return all.lowercased().capitalizedFirst
  }
}
