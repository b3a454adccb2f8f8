import Foundation

/// Small files for tests of pages; `ServicesTests` has the hostile ones.
enum SampleFile {
  static func png() -> [UInt8] {
    let text =
      "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
    return Data(base64Encoded: text).map { [UInt8]($0) } ?? []
  }

  static func mail(_ subject: String, _ body: String, id: String? = "<one@example.org>") -> [UInt8] {
    let head = [
      "Return-Path: <desk@example.org>", "From: Sample Desk <desk@example.org>", "To: ana@example.org",
      "Date: Fri, 20 Nov 2026 10:11:12 -0800", "Subject: \(subject)", id.map { "Message-ID: \($0)" },
    ]
    return Array((head.compactMap(\.self).joined(separator: "\r\n") + "\r\n\r\n" + body + "\r\n").utf8)
  }
}
