internal import Foundation
internal import Vault

/// The words of receipts, by language, from the share folder.
enum ReceiptLists {
  private static let languages = ["en", "es"]

  static func read(share: String) throws(MissingNameTable) -> [String: ReceiptWords] {
    var lists: [String: ReceiptWords] = [:]
    for language in languages {
      let path = "\(share)/names/receipts/\(language).txt"
      guard let text = try? String(contentsOfFile: path, encoding: .utf8), let words = ReceiptWords(list: text) else {
        throw MissingNameTable(path: path)
      }
      lists[language] = words
    }
    return lists
  }
}
