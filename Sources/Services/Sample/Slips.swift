internal import Linkage

/// Slips of finger, ear and eye.
enum Slips {
  /// One letter left out, doubled, exchanged with its neighbor, or hit beside.
  static func typo(_ word: String, _ random: inout SplitMix64) -> String? {
    var letters = Array(word)
    guard letters.count >= 3 else { return nil }
    let place = random.pick(1...(letters.count - 1))
    switch random.below(4) {
    case 0: letters.remove(at: place)
    case 1: letters.insert(letters[place], at: place)
    case 2 where letters[place] != letters[place - 1]: letters.swapAt(place, place - 1)
    default:
      guard let row = keyboard.first(where: { $0.contains(Character(letters[place].lowercased())) }) else { return nil }
      let keys = Array(row)
      guard let at = keys.firstIndex(of: Character(letters[place].lowercased())) else { return nil }
      letters[place] = keys[at == 0 ? 1 : at == keys.count - 1 ? at - 1 : random.chance(0.5) ? at - 1 : at + 1]
    }
    return String(letters)
  }

  private static let keyboard = ["qwertyuiop", "asdfghjklñ", "zxcvbnm"]

  /// Spelled as it was heard.
  static func respell(_ word: String, _ culture: Culture, _ random: inout SplitMix64) -> String? {
    let rules = (byCulture[culture] ?? []) + (culture == .hispanic || culture == .filipino ? [] : spanish.prefix(4))
    var lower = Fold.plain(word).lowercased()
    let fitting = (rules.isEmpty ? spanish : rules).filter { lower.contains($0.0) }
    guard let (from, to) = random.pick(fitting), let range = lower.firstRange(of: from) else { return nil }
    lower.replaceSubrange(range, with: to)
    return lower.capitalizedFirst
  }

  private static let spanish: [(String, String)] = [
    ("z", "s"), ("s", "z"), ("v", "b"), ("b", "v"), ("ll", "y"), ("y", "ll"), ("j", "h"), ("ge", "je"), ("gi", "ji"),
    ("x", "j"), ("qu", "k"), ("c", "k"), ("ce", "se"), ("ci", "si"), ("h", ""), ("i", "y"), ("y", "i"), ("n", "nn"),
    ("rr", "r"), ("gua", "wa"), ("hue", "we"), ("i", "ee"), ("u", "oo"), ("j", "g"), ("e", "i"), ("o", "u"),
  ]

  private static let byCulture: [Culture: [(String, String)]] = [
    .hispanic: spanish, .filipino: spanish,
    .maya: [
      ("x", "sh"), ("x", "j"), ("x", "ch"), ("tz", "ts"), ("tz", "z"), ("j", "h"), ("k", "c"), ("c", "k"), ("qu", "k"),
      ("aa", "a"), ("ch", "sh"), ("oj", "o"), ("u", "oo"),
    ],
    .haitian: [
      ("ean", "an"), ("ch", "sh"), ("eau", "o"), ("ph", "f"), ("oi", "wa"), ("ie", "i"), ("th", "t"), ("gue", "ge"),
      ("ç", "s"),
      ("er", "e"), ("ou", "u"), ("qu", "k"), ("e", "a"),
    ],
    .chinese: [
      ("zh", "j"), ("x", "hs"), ("q", "ch"), ("zh", "ch"), ("ang", "an"), ("ing", "in"), ("ong", "ung"), ("j", "ch"),
      ("x", "sh"),
      ("ian", "ien"), ("ui", "uei"),
    ],
    .punjabi: [
      ("ee", "i"), ("i", "ee"), ("inder", "ender"), ("w", "v"), ("v", "w"), ("preet", "prit"), ("jeet", "jit"),
      ("u", "oo"), ("dh", "d"),
      ("kh", "k"), ("bh", "b"), ("singh", "sing"),
    ],
    .arabic: [
      ("ou", "u"), ("u", "o"), ("mohamed", "mohammed"), ("mohamed", "muhammad"), ("ahmed", "ahmad"), ("ss", "s"),
      ("kh", "k"),
      ("diallo", "jallow"), ("q", "k"), ("ee", "i"), ("ei", "ay"), ("al-", "al "), ("al-", "al"), ("el-", "el"),
      ("gh", "g"), ("dj", "j"),
      ("i", "y"), ("a", "e"),
    ],
    .vietnamese: [
      ("ph", "f"), ("nguy", "ngu"), ("th", "t"), ("uy", "ui"), ("ng", "n"), ("d", "z"), ("kh", "k"), ("tr", "ch"),
    ],
    .ethiopian: [
      ("ye", "y"), ("ai", "ay"), ("gebre", "ghebre"), ("w", "u"), ("ss", "s"), ("k", "q"), ("e", "a"), ("ts", "s"),
      ("dd", "d"), ("h", ""),
    ],
    .brazilian: [
      ("ão", "ao"), ("ç", "s"), ("lh", "li"), ("nh", "n"), ("z", "s"), ("ei", "e"), ("ou", "o"), ("s", "z"),
      ("x", "sh"), ("th", "t"),
      ("w", "v"), ("gu", "g"),
    ],
    .easternEuropean: [
      ("y", "i"), ("i", "y"), ("kh", "h"), ("ks", "x"), ("ei", "ey"), ("ai", "ay"), ("zh", "j"), ("yan", "ian"),
      ("v", "w"), ("iy", "y"),
      ("shch", "sch"), ("ts", "c"), ("e", "ye"), ("yu", "ju"), ("yu", "iu"),
    ],
  ]

  static let nicknames: [String: String] = [
    "jose": "Pepe", "jesus": "Chuy", "francisco": "Paco", "guadalupe": "Lupe", "guillermo": "Memo", "roberto": "Beto",
    "alberto": "Beto", "ignacio": "Nacho", "antonio": "Tono", "ernesto": "Neto", "enrique": "Kike", "eduardo": "Lalo",
    "luis": "Lucho", "manuel": "Manolo", "rafael": "Rafa", "alejandro": "Alex", "fernando": "Nando", "miguel": "Mike",
    "santiago": "Chago", "salvador": "Chava", "rosario": "Chayo", "isabel": "Chabela", "jorge": "Coque",
    "juan": "Juancho",
    "concepcion": "Concha", "consuelo": "Chelo", "dolores": "Lola", "mercedes": "Meche", "jonathan": "Jhon",
    "gregorio": "Goyo",
    "aleksandr": "Sasha", "dmitri": "Dima", "mikhail": "Misha", "vladimir": "Vova", "maria": "Mari", "michael": "Mike",
    "joseph": "Joe",
  ]

  /// One word of several, with a capital in front only: as a form without spaces has it.
  static func joined(_ words: [String]) -> String {
    let first = words.first ?? ""
    return first + words.dropFirst().joined().split(separator: " ").joined().lowercased()
  }

  /// A compound given name taken for two: "Xiaoming" to "Xiao Ming", "Rosemarie" to "Rose Marie".
  static func split(_ word: String) -> String? {
    guard word.count >= 6 else { return nil }
    if let hyphen = word.firstIndex(of: "-") { return word[..<hyphen] + " " + word[word.index(after: hyphen)...] }
    let vowels = "aeiou"
    let letters = Array(word)
    for place in 3..<(letters.count - 2) where vowels.contains(letters[place - 1]) && !vowels.contains(letters[place]) {
      return String(letters[..<place]) + " " + String(letters[place...]).capitalizedFirst
    }
    return nil
  }

  /// One digit read for one that looks like it, two exchanged, or one wrong.
  static func misread(_ number: String, _ random: inout SplitMix64) -> String {
    var digits = Array(number)
    let place = random.below(digits.count - 1)
    let alike: [Character: Character] = [
      "0": "8", "8": "6", "6": "8", "1": "7", "7": "1", "5": "6", "3": "8", "4": "9", "9": "4",
    ]
    switch random.below(3) {
    case 0: digits.swapAt(place, place + 1)
    case 1: digits[place] = alike[digits[place]] ?? "0"
    default: digits[place] = Character(String(random.below(10)))
    }
    return String(digits)
  }
}
