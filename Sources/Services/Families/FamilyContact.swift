internal import Foundation
package import Stores

/// How a family wants to be reached, as it typed it; sealed for the keeper before it is kept.
package struct FamilyContact: Sendable, Equatable, Codable {
  /// An address to write to, or a number to call.
  package let reach: String
  /// What it is called, when to call, what not to say: its own words.
  package let note: String

  package init(reach: String, note: String = "") { (self.reach, self.note) = (reach, note) }

  package enum Fault: Error, Sendable, Equatable { case missing, notAnAddress, notANumber, tooLong(limit: Int) }

  package static let longestNote = 500
  private static let longestReach = 254

  /// Checks what was typed.
  package static func parse(
    _ wish: FamilySearch.Wish, reach: String, note: String
  ) -> Result<FamilyContact, Fault> {
    let reach = FormText.tidy(reach)
    let note = FormText.tidy(note)
    guard !reach.isEmpty else { return .failure(.missing) }
    guard reach.count <= longestReach else { return .failure(.tooLong(limit: longestReach)) }
    guard note.count <= longestNote else { return .failure(.tooLong(limit: longestNote)) }
    if wish == .mail {
      guard isAddress(reach) else { return .failure(.notAnAddress) }
    } else {
      let digits = reach.filter(\.isNumber)
      guard (7...15).contains(digits.count), reach.allSatisfy({ $0.isNumber || " +-.()/".contains($0) }) else {
        return .failure(.notANumber)
      }
    }
    return .success(FamilyContact(reach: reach, note: note))
  }

  /// One plain address: nothing in it can end a header or begin an option.
  package static func isAddress(_ text: String) -> Bool {
    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
    func isPlain(_ part: Substring, _ signs: String) -> Bool {
      !part.isEmpty && !part.hasPrefix(".") && !part.hasPrefix("-") && !part.hasSuffix(".")
        && part.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || signs.contains($0)) }
    }
    return parts.count == 2 && isPlain(parts[0], ".-_+'") && isPlain(parts[1], ".-") && parts[1].contains(".")
  }

  // MARK: The sealed form

  package var bytes: [UInt8] { (try? JSONEncoder().encode(self)).map(Array.init) ?? [] }

  package init?(bytes: [UInt8]) {
    guard let read = try? JSONDecoder().decode(FamilyContact.self, from: Data(bytes)) else { return nil }
    self = read
  }

  /// Where a contact or a note stands, as it is sealed in: with its row's selector, which no other row has.
  package static func context(_ column: SealedColumn, selector: [UInt8]) -> String {
    "\(column.rawValue).\(selector.map { String($0, radix: 16) }.joined(separator: "-"))"
  }
}

/// The columns that hold what only the keeper opens.
package enum SealedColumn: String, Sendable, CaseIterable {
  case contact = "family_search.contact"
  case note = "family_note.box"
  case caller = "intake_contact.box"
  case subscriber = "alert_subscriber.contact"
}
