import Foundation
import Papers
import Records
import Testing

@Suite struct `A request as an e-mail` {
  private static func draft(to addresses: [String]) throws -> (head: [String], body: String) {
    let text = MailDraft(Letter(try paper()), to: addresses).text
    let halves = text.split(separator: "\r\n\r\n", maxSplits: 1).map(String.init)
    let body = try #require(Data(base64Encoded: halves[1], options: .ignoreUnknownCharacters))
    #expect(text.utf8.allSatisfy { $0 < 128 })
    for line in text.split(separator: "\r\n") { #expect(line.utf8.count <= 78 && !line.contains("\n")) }
    return (halves[0].components(separatedBy: "\r\n"), String(decoding: body, as: UTF8.self))
  }

  @Test func `is a draft with the letter in it, name and accents as they are`() throws {
    let (head, body) = try Self.draft(to: ["Visits.Sample@example.org"])
    #expect(head.contains("X-Unsent: 1") && head.contains("To: Visits.Sample@example.org"))
    #expect(head.contains("Subject: Request for attorney visit, PV-7K3M9Q"))
    #expect(!head.contains { $0.hasPrefix("From:") || $0.hasPrefix("Date:") || $0.contains("López") })
    #expect(body == Letter(try paper()).text.replacing("\n", with: "\r\n"))
    #expect(body.contains("María Sample López"))
  }

  @Test(arguments: [
    "", "a@b@c", "no address", "x@y.org\r\nBcc: z@y.org", "x@y.org, z@y.org", "@y.org", "x@", "ñ@y.org",
  ])
  func `takes nothing for an address that could be a header`(_ address: String) throws {
    let (head, _) = try Self.draft(to: [address])
    #expect(!head.contains { $0.hasPrefix("To:") || $0.hasPrefix("Bcc:") })
  }
}
