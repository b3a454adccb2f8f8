internal import Foundation

/// A language that the site speaks, with its direction and its way with numbers.
package struct Language: Hashable, Sendable {
  /// BCP 47, as in `lang` and in paths: `en`.
  package let code: String
  /// The language's name in itself.
  package let name: String
  package let isRightToLeft: Bool
  /// Which dates, numbers and names of countries it uses.
  let localeIdentifier: String
  let pluralRule: PluralRule

  enum PluralRule: Sendable {
    /// One, and all the rest: English, Spanish, Portuguese, Haitian Creole.
    case oneAndOther

    func category(of number: Int) -> PluralCategory {
      switch self {
      case .oneAndOther: number == 1 ? .one : .other
      }
    }
  }

  package static let english = Language(
    code: "en", name: "English", isRightToLeft: false, localeIdentifier: "en_US", pluralRule: .oneAndOther)
  package static let spanish = Language(
    code: "es", name: "Español", isRightToLeft: false, localeIdentifier: "es_US", pluralRule: .oneAndOther)
}

extension Phrases {
  /// Every language, in the order in which it is offered. Adding one is one value and one line here.
  package static let all: [Phrases] = [.english, .spanish]

  package static func of(_ code: String) -> Phrases? { all.first { $0.language.code == code } }

  /// The language for a reader: what the cookie says, else the best of `Accept-Language`, else English.
  package static func preferred(cookie: String?, acceptLanguage: String?) -> Phrases {
    if let cookie, let phrases = of(cookie) { return phrases }
    let wishes = (acceptLanguage ?? "").prefix(1000).split(separator: ",").enumerated().compactMap { index, wish in
      Wish(wish, index)
    }
    let best = wishes.filter { $0.quality > 0 }.sorted { ($1.quality, $0.index) < ($0.quality, $1.index) }
    for wish in best { if let phrases = of(wish.code) { return phrases } }
    return .english
  }

  private struct Wish {
    let code: String
    let quality: Double
    let index: Int

    /// Reads `es-MX;q=0.8`. A quality that is no number counts as none.
    init?(_ text: Substring, _ index: Int) {
      let parts = text.split(separator: ";").map { $0.filter { $0 != " " && $0 != "\t" } }
      guard let tag = parts.first, let code = tag.split(separator: "-").first else { return nil }
      self.code = code.lowercased()
      self.index = index
      let quality = parts.dropFirst().first { $0.hasPrefix("q=") }.map { Double($0.dropFirst(2)) ?? 0 } ?? 1
      self.quality = quality.isFinite ? min(max(quality, 0), 1) : 0
    }
  }
}
