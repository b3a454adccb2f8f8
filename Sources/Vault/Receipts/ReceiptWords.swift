internal import Foundation

/// The words that receipts are written in, in one language: 2048 of them, told apart by their first four letters.
package struct ReceiptWords: Sendable {
  private let words: [String]
  private let places: [String: Int]
  private let beginnings: [String: Int]

  package static let count = 2048
  private static let telling = 4

  /// Reads a list of one word a line; nil unless there are as many as there have to be, told apart by four letters.
  package init?(list: String) {
    words = list.split(whereSeparator: \.isNewline).map(String.init)
    places = Dictionary(words.enumerated().map { (Self.folded($1), $0) }) { first, _ in first }
    beginnings = Dictionary(words.enumerated().map { (String(Self.folded($1).prefix(Self.telling)), $0) }) {
      first, _ in first
    }
    guard words.count == Self.count, places.count == Self.count, beginnings.count == Self.count else { return nil }
  }

  subscript(place: Int) -> String { words[place] }

  /// The place of a word as it was typed: without accents, in any case, and also by its first four letters.
  func place(of typed: String) -> Int? {
    let word = Self.folded(typed)
    if let place = places[word] { return place }
    // What goes on otherwise than the word does is another word, or a slip: the check bits decide.
    return word.count >= Self.telling ? beginnings[String(word.prefix(Self.telling))] : nil
  }

  static func folded(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.lowercased().decomposedStringWithCanonicalMapping.unicodeScalars.filter {
          $0.properties.generalCategory != .nonspacingMark
        }))
  }
}
