/// A key that is the same for spellings that sound alike to Spanish ears, and to officers who hear Spanish.
///
/// b/v, s/z/soft c/tz, hard c/k/qu, soft g/j/x/sh (Mayan names too), ll/y/i, silent h, hua/gua/wa, m before b and p,
/// English ee and oo, doubled letters. Vowels stay: Spanish speakers rarely confuse them.
package enum Phonetics {
  package static func key(_ word: String) -> String {
    let letters = Array(word.unicodeScalars)
    var key: [Unicode.Scalar] = []
    var place = 0
    func at(_ index: Int) -> Unicode.Scalar? { letters.indices.contains(index) ? letters[index] : nil }
    while place < letters.count {
      let (sounds, length) = sound(letters[place], next: at(place + 1), after: at(place + 2))
      for sound in sounds where key.last != sound { key.append(sound) }
      place += length
    }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: key)
    return String(view)
  }

  /// What the letter at hand sounds like, and how many letters that took.
  private static func sound(
    _ letter: Unicode.Scalar, next: Unicode.Scalar?, after: Unicode.Scalar?
  ) -> ([Unicode.Scalar], Int) {
    let isSoft = next == "e" || next == "i" || next == "y"
    switch (letter, next) {
    case ("c", "h"): return (["C"], 2)
    case ("t", "c") where after == "h": return (["C"], 3)
    case ("s", "h"): return (["J"], 2)
    case ("p", "h"): return (["f"], 2)
    case ("t", "h"): return (["t"], 2)
    case ("t", "z"), ("t", "s"): return (["s"], 2)
    case ("s", "c") where after == "e" || after == "i": return (["s"], 2)
    case ("c", "k"): return (["k"], 2)
    case ("q", "u"), ("k", "h"): return (["k"], 2)
    case ("l", "l"): return (["i"], 2)
    case ("e", "e"): return (["i"], 2)
    case ("o", "o"), ("o", "u"): return (["u"], 2)
    case ("g", "u") where after == "e" || after == "i": return (["g"], 2)
    case ("g", "u") where after == "a" || after == "o": return (["u"], 2)
    case ("h", "u") where after == "a" || after == "e" || after == "i": return (["u"], 2)
    case ("m", "b"), ("m", "p"), ("m", "v"): return (["n"], 1)
    case ("n", "v"): return (["n"], 1)
    default: break
    }
    switch letter {
    case "v", "b": return (["b"], 1)
    case "w": return (["u"], 1)
    case "z", "s": return (["s"], 1)
    case "c": return ([isSoft ? "s" : "k"], 1)
    case "k", "q": return (["k"], 1)
    case "g": return ([isSoft ? "J" : "g"], 1)
    case "j", "x": return (["J"], 1)
    case "y": return (["i"], 1)
    case "h": return ([], 1)
    default: return ([letter], 1)
    }
  }
}
