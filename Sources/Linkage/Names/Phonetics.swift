/// Keys that are the same for spellings that sound alike.
package enum Phonetics {
  /// To Spanish ears, and to officers who hear Spanish: b/v, s/z/soft c/tz, hard c/k/qu, soft g/j/x/sh (Mayan names
  /// too), ll/y/i, silent h, hua/gua/wa, m before b and p, English ee and oo, doubled letters. Vowels stay: Spanish
  /// speakers rarely confuse them.
  package static func key(_ word: String) -> String { String(decoding: key(Array(word.utf8)), as: UTF8.self) }

  /// To ears of other tongues, on the way into Latin letters: vowels in two classes, a/e/i and o/u (Mohamed and
  /// Muhammad, -inder and -ender); zh/j/ch/sh/x/q/tz in one (pinyin, Wade-Giles, Mayan languages); no h after letters.
  package static func broadKey(_ word: String) -> String { String(decoding: broadKey(Array(word.utf8)), as: UTF8.self) }

  static func key(_ letters: [UInt8]) -> [UInt8] {
    var key: [UInt8] = []
    key.reserveCapacity(letters.count)
    var place = 0
    while place < letters.count {
      let next = Unicode.Scalar(place + 1 < letters.count ? letters[place + 1] : 0)
      let after = Unicode.Scalar(place + 2 < letters.count ? letters[place + 2] : 0)
      let (sound, length) = spanish(Unicode.Scalar(letters[place]), next, after)
      append(sound, to: &key)
      place += length
    }
    return key
  }

  static func broadKey(_ letters: [UInt8]) -> [UInt8] {
    var key: [UInt8] = []
    key.reserveCapacity(letters.count)
    var place = 0
    while place < letters.count {
      let next = Unicode.Scalar(place + 1 < letters.count ? letters[place + 1] : 0)
      let (sound, length) = broad(Unicode.Scalar(letters[place]), next)
      append(sound, to: &key)
      place += length
    }
    return key
  }

  private static func append(_ sound: Unicode.Scalar, to key: inout [UInt8]) {
    let sound = UInt8(truncatingIfNeeded: sound.value)
    if sound != 0, key.last != sound { key.append(sound) }
  }

  private static func isSoft(_ next: Unicode.Scalar) -> Bool { next == "e" || next == "i" || next == "y" }

  /// What the letter at hand sounds like (NUL for nothing), and how many letters that took.
  private static func spanish(
    _ letter: Unicode.Scalar, _ next: Unicode.Scalar, _ after: Unicode.Scalar
  ) -> (Unicode.Scalar, Int) {
    switch (letter, next) {
    case ("c", "h"): return ("C", 2)
    case ("t", "c") where after == "h": return ("C", 3)
    case ("s", "h"): return ("J", 2)
    case ("p", "h"): return ("f", 2)
    case ("t", "h"): return ("t", 2)
    case ("t", "z"), ("t", "s"): return ("s", 2)
    case ("s", "c") where after == "e" || after == "i": return ("s", 2)
    case ("c", "k"), ("q", "u"), ("k", "h"): return ("k", 2)
    case ("l", "l"), ("e", "e"): return ("i", 2)
    case ("o", "o"), ("o", "u"): return ("u", 2)
    case ("g", "u") where after == "e" || after == "i": return ("g", 2)
    case ("g", "u") where after == "a" || after == "o": return ("u", 2)
    case ("h", "u") where after == "a" || after == "e" || after == "i": return ("u", 2)
    case ("m", "b"), ("m", "p"), ("m", "v"), ("n", "v"): return ("n", 1)
    default: break
    }
    switch letter {
    case "v", "b": return ("b", 1)
    case "w": return ("u", 1)
    case "z", "s": return ("s", 1)
    case "c": return (isSoft(next) ? "s" : "k", 1)
    case "k", "q": return ("k", 1)
    case "g": return (isSoft(next) ? "J" : "g", 1)
    case "j", "x": return ("J", 1)
    case "y": return ("i", 1)
    case "h": return ("\0", 1)
    default: return (letter, 1)
    }
  }

  private static func broad(_ letter: Unicode.Scalar, _ next: Unicode.Scalar) -> (Unicode.Scalar, Int) {
    switch (letter, next) {
    case ("z", "h"), ("c", "h"), ("s", "h"), ("d", "j"), ("t", "z"), ("t", "s"), ("h", "s"): return ("J", 2)
    case ("p", "h"): return ("f", 2)
    case ("k", "h"), ("c", "k"): return ("k", 2)
    case ("g", "h"): return ("g", 2)
    case ("q", "i"), ("q", "u"): return ("J", 1)
    case ("n", "g"): return ("n", 2)
    default: break
    }
    switch letter {
    case "a", "e", "i", "y": return ("e", 1)
    case "o", "u": return ("o", 1)
    case "v", "w", "b": return ("b", 1)
    case "z", "s": return ("s", 1)
    case "c": return (isSoft(next) ? "s" : "k", 1)
    case "k", "q": return ("k", 1)
    case "g": return (isSoft(next) ? "J" : "g", 1)
    case "j", "x": return ("J", 1)
    case "h": return ("\0", 1)
    default: return (letter, 1)
    }
  }
}
