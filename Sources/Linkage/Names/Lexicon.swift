/// What is known of names apart from any record: nicknames, spellings, particles, titles, placeholders.
///
/// Read from the tables in `sql/names`: columns parted by tabs, `#` begins a comment.
package struct Lexicon: Sendable {
  /// Each name with the classes it belongs to. Two names that share a class may be the same person's.
  private var nicknameClasses: [String: [Int]] = [:]
  private var variantClasses: [String: [Int]] = [:]
  private var classMembers: [[String]] = []
  package private(set) var particles: Set<String> = []
  package private(set) var titles: Set<String> = []
  package private(set) var suffixes: Set<String> = []
  package private(set) var placeholders: Set<String> = []

  /// First words of placeholders of several words.
  private(set) var phraseStarts: Set<String> = []
  private var kinds: [String: WordKinds] = [:]

  struct WordKinds: OptionSet, Sendable {
    let rawValue: UInt8
    static let particle = WordKinds(rawValue: 1)
    static let title = WordKinds(rawValue: 2)
    static let suffix = WordKinds(rawValue: 4)
    static let placeholder = WordKinds(rawValue: 8)
  }

  /// Knows nothing: every comparison is of letters and sounds alone.
  package init() {}

  static let empty = Lexicon()

  /// - Parameters:
  ///   - nicknames: a formal name, then its short and pet forms.
  ///   - variants: spellings of one name in other languages and transliterations.
  ///   - particles, titles, suffixes, placeholders: one word (or phrase) a line.
  package init(
    nicknames: String, variants: String, particles: String, titles: String, suffixes: String, placeholders: String
  ) {
    for row in Self.rows(nicknames) { add(row, to: \.nicknameClasses) }
    for row in Self.rows(variants) { add(row, to: \.variantClasses) }
    self.particles = Self.phrases(particles)
    self.titles = Self.phrases(titles)
    self.suffixes = Self.phrases(suffixes)
    self.placeholders = Self.phrases(placeholders)
    phraseStarts = Set(self.placeholders.filter { $0.contains(" ") }.map { String($0.prefix { $0 != " " }) })
    for (words, kind) in [
      (self.titles, WordKinds.title), (self.suffixes, .suffix), (self.placeholders, .placeholder),
      (self.particles, .particle),
    ] {
      for word in words { kinds[word, default: []].insert(kind) }
    }
  }

  /// What a word of a name may be beside a part of it.
  func kinds(_ word: String) -> WordKinds { kinds[word] ?? [] }

  func nicknameClasses(_ name: String) -> [Int] { nicknameClasses[name] ?? [] }
  func variantClasses(_ name: String) -> [Int] { variantClasses[name] ?? [] }

  package func areNicknames(_ a: String, _ b: String) -> Bool { shareClass(a, b, nicknameClasses) }
  package func areVariants(_ a: String, _ b: String) -> Bool { shareClass(a, b, variantClasses) }

  /// Every other name that this one may stand for, the formal one of each class first.
  package func others(_ name: String) -> [String] {
    var found: [String] = []
    for index in (variantClasses[name] ?? []) + (nicknameClasses[name] ?? []) {
      for member in classMembers[index] where member != name && !found.contains(member) { found.append(member) }
    }
    return found
  }

  /// The formal names that a nickname stands for; empty for a formal name.
  package func formalNames(_ nickname: String) -> [String] {
    (nicknameClasses[nickname] ?? []).map { classMembers[$0][0] }.filter { $0 != nickname }
  }

  private func shareClass(_ a: String, _ b: String, _ classes: [String: [Int]]) -> Bool {
    guard let left = classes[a], let right = classes[b] else { return false }
    return left.contains { right.contains($0) }
  }

  private mutating func add(_ names: [String], to classes: WritableKeyPath<Lexicon, [String: [Int]]>) {
    let members = names.flatMap { $0.split(separator: ",") }.map { Fold.words(String($0)).joined() }.filter {
      !$0.isEmpty
    }
    guard members.count > 1 else { return }
    for member in members { self[keyPath: classes][member, default: []].append(classMembers.count) }
    classMembers.append(members)
  }

  /// The rows of a table as columns, without comments and blanks.
  package static func rows(_ table: String) -> [[String]] {
    table.split(whereSeparator: \.isNewline).compactMap { line in
      let text = line.prefix { $0 != "#" }
      let columns = text.split(separator: "\t").map { String($0) }
      return columns.isEmpty ? nil : columns
    }
  }

  private static func phrases(_ table: String) -> Set<String> {
    Set(rows(table).map { Fold.words($0[0]).joined(separator: " ") })
  }
}
