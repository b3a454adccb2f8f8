internal import Foundation

/// The request as an e-mail that nobody has sent: a mail program opens it as a draft (RFC 5322, `X-Unsent`).
///
/// It names no sender and no date, which the program adds that sends it.
package struct MailDraft: Sendable {
  package let text: String

  /// - Parameter addresses: where the facility takes requests; what is no plain address is left out.
  package init(_ letter: Letter, to addresses: [String]) {
    let known = addresses.filter(Self.isPlain)
    var lines = ["X-Unsent: 1"]
    if !known.isEmpty { lines.append("To: " + known.joined(separator: ",\r\n ")) }
    lines += [
      "Subject: \(letter.subject)", "MIME-Version: 1.0", "Content-Type: text/plain; charset=utf-8",
      "Content-Transfer-Encoding: base64", "",
    ]
    let body = Data(letter.text.replacing("\n", with: "\r\n").utf8)
    lines.append(
      body.base64EncodedString(options: [.lineLength76Characters, .endLineWithCarriageReturn, .endLineWithLineFeed]))
    text = lines.joined(separator: "\r\n") + "\r\n"
  }

  /// Letters, digits and the few signs that addresses of offices have: nothing that could begin another header.
  private static func isPlain(_ address: String) -> Bool {
    let parts = address.split(separator: "@", omittingEmptySubsequences: false)
    return parts.count == 2 && address.utf8.count <= 254
      && parts.allSatisfy { part in
        !part.isEmpty
          && part.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
              UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "_"),
              UInt8(ascii: "+"):
              true
            default: false
            }
          }
      }
  }
}
