internal import Foundation

/// Passwords that are tried first, and what is made of them: the list in the share folder, `seed/common-passwords.txt`.
package struct CommonPasswords: Sendable {
  private let words: Set<String>

  package init(share: String) throws {
    let path = "\(share)/seed/common-passwords.txt"
    guard let text = try? String(contentsOfFile: path, encoding: .utf8) else { throw MissingPasswordList(path: path) }
    self.init(text.split(separator: "\n").map(String.init))
  }

  package init(_ words: [String]) { self.words = Set(words.map { $0.lowercased() }) }

  package var count: Int { words.count }

  /// Whether a password is of the list, or so plainly made that a guesser comes to it early: one or two entries in a row,
  /// with digits or signs around them; something repeated; a run of the alphabet, the digits or the keyboard; the name
  /// of the account or of this service with little beside it.
  package func contains(_ password: String, account: String) -> Bool {
    let folded = Array(password.lowercased().filter { $0.isLetter || $0.isNumber })
    guard folded.count >= 8 else { return true }
    if words.contains(password.lowercased()) || Set(folded).count < 5 { return true }
    return isRepeated(folded) || isRun(folded) || isMadeOfWords(folded) || isName(String(folded), account)
  }

  private func isRepeated(_ text: [Character]) -> Bool {
    (1...text.count / 2).contains { unit in zip(text, text.dropFirst(unit)).allSatisfy { $0 == $1 } }
  }

  private static let rows = ["abcdefghijklmnopqrstuvwxyz", "1234567890", "qwertyuiop", "asdfghjkl", "zxcvbnm"]

  /// Whether four of five characters follow the one before in the alphabet, the digits or a row of keys.
  private func isRun(_ text: [Character]) -> Bool {
    let next = Self.rows.reduce(into: Set<[Character]>()) { pairs, row in
      let row = Array(row)
      for place in row.indices {
        let following = row[(place + 1) % row.count]
        pairs.insert([row[place], following])
        pairs.insert([following, row[place]])
      }
    }
    let following = zip(text, text.dropFirst()).count { next.contains([$0, $1]) }
    return following * 5 >= (text.count - 1) * 4
  }

  private func isMadeOfWords(_ text: [Character]) -> Bool {
    let core = text.trimmed { $0.isNumber }
    guard core.count >= 4 else { return true }
    for candidate in [core, text] {
      if isWord(candidate[...]) { return true }
      for cut in 1..<candidate.count where isWord(candidate[..<cut]) && isWord(candidate[cut...]) { return true }
    }
    return false
  }

  private func isWord(_ text: ArraySlice<Character>) -> Bool {
    words.contains(String(text)) || (text.count >= 2 && words.contains(String(text.trimmed { $0.isNumber })))
  }

  private func isName(_ text: String, _ account: String) -> Bool {
    let name = account.lowercased().filter { $0.isLetter || $0.isNumber }
    let rest = [name, "paradero"].filter { $0.count >= 3 }.reduce(text) { $0.replacing($1, with: "") }
    return rest != text && rest.count < 8
  }
}

extension Collection where Element == Character {
  /// Without the characters at both ends that are of this kind.
  fileprivate func trimmed(_ isTrimmed: (Character) -> Bool) -> [Character] {
    let start = drop(while: isTrimmed)
    return Array(start.reversed().drop(while: isTrimmed).reversed())
  }
}

package struct MissingPasswordList: Error, Sendable, CustomStringConvertible {
  package let path: String
  package var description: String {
    "The list of common passwords \(path) is missing. Set PARADERO_SHARE to the folder that has seed/."
  }
}
