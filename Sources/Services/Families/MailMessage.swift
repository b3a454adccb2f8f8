package import CivilTime
internal import Foundation

/// A message as sendmail reads it. It says that there is news, and not of whom or what.
package struct MailMessage: Sendable, Equatable {
  package let from: String
  package let to: String
  package let subject: String
  package let text: String
  /// Its name; the same each time it is tried, so that whoever receives it twice can tell.
  package let id: String
  package let sentAt: Timestamp

  package init(from: String, to: String, subject: String, text: String, id: String, sentAt: Timestamp) {
    (self.from, self.to, self.subject) = (from, to, subject)
    (self.text, self.id, self.sentAt) = (text, id, sentAt)
  }

  /// The bytes of RFC 5322; nil if an address is none, so that nothing can end a header.
  package var bytes: [UInt8]? {
    guard FamilyContact.isAddress(from), FamilyContact.isAddress(to) else { return nil }
    let domain = from.split(separator: "@").last.map(String.init) ?? "localhost"
    let body = Data(text.utf8).base64EncodedString(options: [.lineLength76Characters, .endLineWithLineFeed])
    let head = [
      "From: <\(from)>", "To: <\(to)>", "Subject: \(Self.encoded(subject))",
      "Message-ID: <\(id.lowercased())@\(domain)>",
      "Date: \(Self.date(sentAt))", "Auto-Submitted: auto-generated", "MIME-Version: 1.0",
      "Content-Type: text/plain; charset=utf-8", "Content-Transfer-Encoding: base64",
    ]
    return Array((head + ["", body, ""]).joined(separator: "\n").utf8)
  }

  /// RFC 2047, when there is more than ASCII in it.
  private static func encoded(_ text: String) -> String {
    text.utf8.allSatisfy { (32..<127).contains($0) } ? text : "=?utf-8?B?\(Data(text.utf8).base64EncodedString())?="
  }

  private static func date(_ moment: Timestamp) -> String {
    let format = DateFormatter()
    format.locale = Locale(identifier: "en_US_POSIX")
    format.timeZone = TimeZone(secondsFromGMT: 0)
    format.dateFormat = "EEE, dd MMM yyyy HH:mm:ss '+0000'"
    return format.string(from: Date(timeIntervalSince1970: Double(moment.microseconds) / 1_000_000))
  }
}
