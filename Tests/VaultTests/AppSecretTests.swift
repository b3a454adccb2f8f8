import Foundation
import Testing

@testable import Vault

@Suite struct `The secret of an authenticator app` {
  /// Appendix B of RFC 6238, the rows for SHA-1.
  static let rfc: [(seconds: Int64, code: String)] = [
    (59, "94287082"), (1_111_111_109, "07081804"), (1_111_111_111, "14050471"), (1_234_567_890, "89005924"),
    (2_000_000_000, "69279037"), (20_000_000_000, "65353130"),
  ]

  @Test(arguments: rfc) func `makes the digits of the standard's examples`(_ row: (seconds: Int64, code: String)) throws
  {
    let secret = try #require(AppSecret(Array("12345678901234567890".utf8)))
    #expect(secret.code(step: row.seconds / 30, digits: 8) == row.code)
    #expect(secret.code(step: row.seconds / 30) == row.code.suffix(6))
  }

  @Test func `makes the digits that oathtool makes`() throws {
    for _ in 0..<5 {
      let secret = AppSecret()
      let seconds = Int64.random(in: 0..<4_000_000_000)
      let process = Process()
      let output = Pipe()
      process.executableURL = URL(fileURLWithPath: "/usr/bin/oathtool")
      process.arguments = [
        "--totp", "--base32", secret.text.filter { $0 != " " }, "--now", "@\(seconds)",
      ]
      process.standardOutput = output
      try process.run()
      process.waitUntilExit()
      let said = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
      #expect(said.trimmingCharacters(in: .newlines) == secret.code(step: seconds / 30))
    }
  }

  @Test func `takes the digits of the step before and after, and of no other`() throws {
    let secret = try #require(AppSecret(Array("12345678901234567890".utf8)))
    for (offset, isTaken) in [(-2, false), (-1, true), (0, true), (1, true), (2, false)] as [(Int64, Bool)] {
      #expect((secret.step(of: secret.code(step: 1000 + offset), around: 1000) == 1000 + offset) == isTaken)
    }
    #expect(secret.step(of: "", around: 1000) == nil && secret.step(of: "00000", around: 1000) == nil)
  }

  static let typed: [(text: String, digits: String?)] = [
    ("123456", "123456"), (" 123 456\n", "123456"), ("123-456", "123456"), ("12345", nil), ("1234567", nil),
    ("12345a", nil), ("", nil), ("١٢٣٤٥٦", nil), (String(repeating: " ", count: 50) + "123456", nil),
  ]

  @Test(arguments: typed) func `is answered with six digits, however they are spaced`(
    _ row: (text: String, digits: String?)
  ) { #expect(AppSecret.digits(row.text) == row.digits) }

  @Test func `is written for hands and for apps, and for nobody else`() throws {
    let secret = try #require(AppSecret(Array("12345678901234567890".utf8)))
    #expect(secret.text == "GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ")
    #expect(
      secret.address(issuer: "Paradero", account: "maría l.")
        == "otpauth://totp/Paradero:mar%C3%ADa%20l.?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Paradero&algorithm=SHA1&digits=6&period=30"
    )
    #expect("\(secret)" == "(secret)" && !"\(String(reflecting: secret))".contains("GEZD"))
    #expect(AppSecret() != AppSecret() && AppSecret().bytes.count == 20 && AppSecret([1, 2, 3]) == nil)
  }
}
