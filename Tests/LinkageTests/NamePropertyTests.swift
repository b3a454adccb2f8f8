import Linkage
import Testing

/// What holds for all names, tried on made-up ones: any letters, any order, any Unicode.
@Suite struct `Comparing names` {
  /// Numbers from a fixed start, so that a failure can be run again.
  private struct Numbers: RandomNumberGenerator {
    var state: UInt64 = 20_261_121
    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ (state >> 29)
    }
  }

  private static let words = [
    "José", "María", "García", "López", "de", "la", "Cruz", "Xiloj", "Nguyễn", "Al-Hashimi", "O'Brien", "Jr.", "FNU",
    "Ma.", "Chen",
    "Wei", "Jean-Baptiste", "Ñáñez", "J.", "Mohamed", "Łukasz", "Øyvind", "DELACRUZ", "garcialopez", "y", "X", "Sr",
    "Pepe",
  ]

  private static func names(_ count: Int, _ numbers: inout Numbers) -> [String] {
    (0..<count).map { _ in
      (0..<Int.random(in: 1...6, using: &numbers)).compactMap { _ in words.randomElement(using: &numbers) }
        .joined(separator: " ")
    }
  }

  @Test func `is the same from both sides`() {
    var numbers = Numbers()
    let names = Self.names(300, &numbers)
    for (a, b) in zip(names, names.reversed()) {
      #expect(abs(NamesInUse.bits(a, b) - NamesInUse.bits(b, a)) < 1e-9, "\(a) | \(b)")
    }
  }

  @Test func `does not see case, accents or spacing`() {
    var numbers = Numbers()
    for name in Self.names(200, &numbers) {
      let other = Self.names(1, &numbers)[0]
      let plain = NamesInUse.bits(name, other)
      for changed in [
        name.uppercased(), name.lowercased(), Fold.plain(name), name.split(separator: " ").joined(separator: "  "),
      ]
      where !name.contains("Łukasz") || changed != Fold.plain(name) {
        #expect(abs(NamesInUse.bits(changed, other) - plain) < 1e-9, "\(name) | \(changed) | \(other)")
      }
    }
  }

  @Test func `does not see the order of plain words`() {
    var numbers = Numbers()
    let plain = ["José", "María", "García", "López", "Xiloj", "Chen", "Wei", "Mohamed", "Mendoza", "Arias"]
    for _ in 0..<200 {
      let words = (0..<Int.random(in: 1...4, using: &numbers)).compactMap { _ in plain.randomElement(using: &numbers) }
      let other = (0..<Int.random(in: 1...4, using: &numbers)).compactMap { _ in plain.randomElement(using: &numbers) }
      let first = NamesInUse.bits(words.joined(separator: " "), other.joined(separator: " "))
      let second = NamesInUse.bits(words.shuffled(using: &numbers).joined(separator: " "), other.joined(separator: " "))
      #expect(abs(first - second) < 1e-9, "\(words) | \(other)")
    }
  }

  @Test func `never traps, whatever the letters`() {
    var numbers = Numbers()
    for _ in 0..<3000 {
      var text = String.UnicodeScalarView()
      for _ in 0..<Int.random(in: 0...40, using: &numbers) {
        if let scalar = Unicode.Scalar(UInt32.random(in: 0...0x10FFFF, using: &numbers)) { text.append(scalar) }
        if Bool.random(using: &numbers) { text.append(" ") }
      }
      let name = String(text)
      #expect(NamesInUse.bits(name, "José García").isFinite)
      #expect(Fold.written(name).count == Fold.words(name).count)
    }
  }

  @Test func `is written the same whether or not all of it is ASCII`() {
    var numbers = Numbers()
    for _ in 0..<3000 {
      let letters = (0..<Int.random(in: 0...12, using: &numbers)).map { _ in UInt8.random(in: 0...127, using: &numbers)
      }
      let name = String(decoding: letters, as: UTF8.self)
      #expect(Fold.written(name + " ñ") == Fold.written(name) + ["ñ"], "\(letters)")
      #expect(Fold.written(name).count == Fold.words(name).count, "\(letters)")
    }
  }

  @Test func `sees one typing error wherever it is, and whatever letters it takes or brings`() {
    var numbers = Numbers()
    let letters = Array("abcdefghijklmnopqrstuvwxyz")
    func letter() -> Character { letters[Int.random(in: 0..<26, using: &numbers)] }
    for _ in 0..<2000 {
      // Few different letters too, so that some stand there twice.
      let pool = Int.random(in: 0...1, using: &numbers) == 0 ? letters : Array(letters.prefix(4))
      let word = (0..<Int.random(in: 4...12, using: &numbers)).map { _ in
        pool[Int.random(in: 0..<pool.count, using: &numbers)]
      }
      var typed = word
      let place = Int.random(in: 0..<word.count - 1, using: &numbers)
      switch Int.random(in: 0...3, using: &numbers) {
      case 0: typed.insert(letter(), at: place)
      case 1: typed.remove(at: place)
      case 2: typed[place] = letter()
      default: typed.swapAt(place, place + 1)
      }
      let (listed, sought) = ("Ana " + String(word), "Ana " + String(typed))
      #expect(NamesInUse.bits(sought, listed) > NamesInUse.bits("Ana", listed), "\(sought) | \(listed)")
    }
  }

  @Test func `gives more for a rare name than for a common one`() {
    #expect(NamesInUse.bits("Ana Villarreal", "Ana Villarreal") > NamesInUse.bits("Ana García", "Ana García") + 4)
  }

  @Test func `gives less at each further step away`() {
    let steps = ["VILLARREAL", "VILLAREAL", "VILARREEL", "MENDOZA"].map {
      NamesInUse.bits("Ana Villarreal", "ANA \($0)")
    }
    #expect(steps == steps.sorted(by: >))
  }
}

@Suite struct `A folded name` {
  @Test(arguments: [
    ("José Ángel", ["jose", "angel"]), ("PEÑA-NÚÑEZ", ["pena", "nunez"]), ("O’Brien D'Angelo", ["obrien", "dangelo"]),
    ("Nguyễn Văn Đức", ["nguyen", "van", "duc"]), ("Łukasz Øyvind Straße", ["lukasz", "oyvind", "strasse"]),
    ("Jose\u{301}", ["jose"]), ("M.ª Luz", ["ma", "luz"]), ("Ma. Luz", ["ma", "luz"]), ("Ｊｏｓé", ["jose"]),
    ("Ĳsbrand", ["ijsbrand"]),
    ("Ta’ ʻOkina", ["ta", "okina"]), ("García/López,Ana", ["garcia", "lopez", "ana"]), ("ЮЛИЯ", ["юлия"]),
    ("٣ Ana", ["3", "ana"]),
    ("Ana\u{200D}Luz", ["analuz"]), ("   ", []), ("...", []),
  ])
  func `has neither case nor accents`(text: String, words: [String]) { #expect(Fold.words(text) == words) }

  @Test(arguments: [
    ("gonzalez", "gonsales"), ("vasquez", "basques"), ("jimenez", "ximenez"), ("yolanda", "llolanda"),
    ("hernandez", "ernandes"),
    ("guadalupe", "wadalupe"), ("quiej", "kiej"), ("xiloj", "shiloj"), ("tzoc", "zoc"), ("campos", "canpos"),
    ("martinez", "marteenez"),
    ("cesar", "sesar"), ("joseph", "josef"), ("ignacio", "ygnasio"),
  ])
  func `sounds like its other spelling`(a: String, b: String) { #expect(Phonetics.key(a) == Phonetics.key(b)) }

  @Test(arguments: [("garcia", "garza"), ("perez", "pena"), ("luis", "lucia"), ("caal", "col")])
  func `does not sound like another name`(a: String, b: String) { #expect(Phonetics.key(a) != Phonetics.key(b)) }

  @Test(arguments: [
    ("garcia", "garcai", true), ("garcia", "garca", true), ("garcia", "garciaa", true), ("garcia", "gercia", true),
    ("garcia", "garcia", true),
    ("garcia", "gercai", false), ("garcia", "gar", false), ("ab", "ba", true), ("", "a", true), ("", "", true),
    ("", "ab", false),
  ])
  func `is one typing error away, or not`(a: String, b: String, isNear: Bool) {
    #expect(EditDistance.isAtMostOne(a, b) == isNear)
    #expect(EditDistance.isAtMostOne(b, a) == isNear)
  }
}
