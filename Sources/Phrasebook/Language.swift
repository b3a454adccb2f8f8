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
}

extension Language: LosslessStringConvertible {
  /// The language of this code, in small letters as paths write it.
  package init?(_ code: String) {
    guard let language = Phrases.of(code)?.language else { return nil }
    self = language
  }

  package var description: String { code }
}
