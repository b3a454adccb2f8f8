/// Parts of names side by side: their letters, their sounds, how common they are. What comparing needs of each, made once.
struct PartTable: Sendable {
  /// The particles and the word, run together, of every part.
  private(set) var letters: [UInt8] = []
  private(set) var keys: [UInt8] = []
  private(set) var classes: [UInt32] = []
  private(set) var lifts: [CountryLift] = []
  private(set) var shapes: [PartShape] = []

  var count: Int { shapes.count }

  mutating func reserve(parts: Int) {
    shapes.reserveCapacity(parts)
    letters.reserveCapacity(parts * 8)
    keys.reserveCapacity(parts * 14)
  }

  /// Words longer than this are cut off.
  static let longest = 60

  /// - Parameters:
  ///   - joined: the particles and the word, run together, at most `longest` bytes.
  ///   - wordStart: where the word begins.
  /// - Returns: the word, by which frequencies know it.
  @discardableResult
  mutating func add(_ joined: [UInt8], wordStart: Int, _ lexicon: Lexicon = .empty) -> String {
    let word = Array(joined[wordStart...])
    let text = String(decoding: word, as: UTF8.self)
    let key = Phonetics.key(word)
    let broad = Phonetics.broadKey(word)
    var shape = PartShape()
    shape.start = UInt32(letters.count)
    shape.length = UInt8(joined.count)
    shape.wordStart = UInt8(wordStart)
    shape.keyStart = UInt32(keys.count)
    shape.keyLength = UInt8(key.count)
    shape.bag = PartShape.bag(word)
    shape.keyMask = PartShape.mask(key)
    shape.keyHash = LetterHash.of(key, salt: 1)
    shape.broadHash = broad.count >= 4 ? LetterHash.of(broad, salt: 2) : 0
    shape.wordHash = LetterHash.of(word, salt: 0)
    shape.classStart = UInt32(classes.count)
    let nicknames = lexicon.nicknameClasses(text)
    let variants = lexicon.variantClasses(text)
    shape.nicknames = UInt8(min(255, nicknames.count))
    shape.variants = UInt8(min(255, variants.count))
    for id in nicknames.prefix(255) { classes.append(UInt32(id)) }
    for id in variants.prefix(255) { classes.append(UInt32(id)) }
    letters.append(contentsOf: joined)
    keys.append(contentsOf: key)
    shapes.append(shape)
    return text
  }

  /// Says how common a part is.
  mutating func count(_ part: Int, _ rarity: PartRarity) {
    shapes[part].share = rarity.share
    shapes[part].legitimate = rarity.legitimate
    shapes[part].givenShare = rarity.givenShare
  }

  /// Says how much commoner a part is in single countries.
  mutating func lift(_ part: Int, _ lifts: [CountryLift]) {
    shapes[part].liftStart = UInt32(self.lifts.count)
    shapes[part].lifts = UInt8(min(255, lifts.count))
    self.lifts += lifts.prefix(255)
  }

  /// How much commoner a part is among people from a country, in bits; 0 where it is not.
  func lift(_ part: Int, in country: UInt16) -> Double {
    let start = Int(shapes[part].liftStart)
    for place in start..<start + Int(shapes[part].lifts) where lifts[place].country == country {
      return Double(lifts[place].bits)
    }
    return 0
  }

  /// Where a part is commonest beside its share in general; 0 for nowhere.
  func home(_ part: Int) -> UInt16 {
    let start = Int(shapes[part].liftStart)
    return lifts[start..<start + Int(shapes[part].lifts)].max { $0.bits < $1.bits }?.country ?? 0
  }

  func word(_ part: Int) -> String { String(decoding: letters[wordRange(part)], as: UTF8.self) }

  func wordRange(_ part: Int) -> Range<Int> {
    let shape = shapes[part]
    return Int(shape.start) + Int(shape.wordStart)..<Int(shape.start) + Int(shape.length)
  }

  func joinedRange(_ part: Int) -> Range<Int> {
    let shape = shapes[part]
    return Int(shape.start)..<Int(shape.start) + Int(shape.length)
  }

  func keyRange(_ part: Int) -> Range<Int> {
    let shape = shapes[part]
    return Int(shape.keyStart)..<Int(shape.keyStart) + Int(shape.keyLength)
  }

  var bytes: Int {
    letters.count + keys.count + classes.count * 4 + lifts.count * MemoryLayout<CountryLift>.stride
      + shapes.count * MemoryLayout<PartShape>.stride
  }
}

/// What comparing reads of a part before it looks at letters.
struct PartShape: Sendable {
  /// Which letters occur, a bit each; above them, which occur more than once.
  var bag: UInt64 = 0
  var start: UInt32 = 0
  var keyStart: UInt32 = 0
  var classStart: UInt32 = 0
  var keyMask: UInt32 = 0
  var wordHash: UInt32 = 0
  var keyHash: UInt32 = 0
  /// 0 when the broad key is too short to say anything.
  var broadHash: UInt32 = 0
  var share: Float = 0
  var legitimate: Float = 0
  var givenShare: Float = -1
  var liftStart: UInt32 = 0
  var lifts: UInt8 = 0
  var length: UInt8 = 0
  var wordStart: UInt8 = 0
  var keyLength: UInt8 = 0
  var nicknames: UInt8 = 0
  var variants: UInt8 = 0

  var wordLength: Int { Int(length) - Int(wordStart) }

  /// Which letters occur.
  var mask: UInt32 { UInt32(truncatingIfNeeded: bag) }

  /// Whether two words may be so many typing errors apart: each error takes away one letter at most, and brings one.
  static func mayBeNear(_ a: PartShape, _ b: PartShape, most: Int) -> Bool {
    abs(a.wordLength - b.wordLength) <= most && (a.bag & ~b.bag).nonzeroBitCount <= most
      && (b.bag & ~a.bag).nonzeroBitCount <= most
  }

  static func bag(_ word: some Sequence<UInt8>) -> UInt64 {
    var once: UInt64 = 0
    var twice: UInt64 = 0
    for letter in word {
      let bit: UInt64 = 1 << UInt64(letter & 31)
      twice |= once & bit
      once |= bit
    }
    return once | twice << 32
  }

  /// Which letters occur, a bit each: two words that differ in five letters cannot be two typing errors apart.
  static func mask(_ word: some Sequence<UInt8>) -> UInt32 { word.reduce(0) { $0 | 1 << UInt32($1 & 31) } }
}

/// How common a part is, as comparing takes it.
struct PartRarity: Sendable {
  /// The share of people who bear it, never zero.
  var share: Float
  /// The same without those who are likely to bear it by a slip of the pen: a word seen once is mostly one.
  var legitimate: Float
  /// Of those who bear it, the share who bear it as a given name; negative when it is not known.
  var givenShare: Float
}

/// A hash of a few letters that is the same on every machine.
enum LetterHash {
  /// FNV-1a, then mixed so that low bits are as good as high ones.
  static func of(_ letters: some Sequence<UInt8>, salt: UInt32) -> UInt32 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325 ^ UInt64(salt)
    for letter in letters { hash = (hash ^ UInt64(letter)) &* 0x100_0000_01B3 }
    return finish(hash)
  }

  static func finish(_ hash: UInt64) -> UInt32 {
    var mixed = hash ^ (hash >> 32)
    mixed = mixed &* 0x9E37_79B9_7F4A_7C15
    return UInt32(truncatingIfNeeded: mixed >> 32) | 1
  }
}
