internal import Foundation
package import Records
package import Sandbox

/// Looks at files of strangers, with Debian's tools and only behind the walls of a sandbox.
package struct EvidenceInspector: Sendable {
  private let runner: ToolRunner

  /// A photo is held twice in the sandbox's folder, as it came and as its copy.
  package init(
    _ runner: ToolRunner = ToolRunner(.init(seconds: 8, memory: 1 << 30, output: 64 << 20), most: 2, queue: 16)
  ) {
    self.runner = runner
  }

  /// What a file turned out to be.
  package struct Looked: Sendable {
    package var kind: EvidenceKind
    package var says = FileSays()
    /// A photo without its place, or the text of a PDF or an e-mail.
    package var copy: [UInt8]?
    /// References of requests that an e-mail names.
    package var references: [String] = []
  }

  static let file = "/usr/bin/file", exiftool = "/usr/bin/exiftool"
  static let pdfinfo = "/usr/bin/pdfinfo", pdftotext = "/usr/bin/pdftotext"

  /// - Parameter isMail: whether its name or its sender says that it is an e-mail, which no byte of one has to show.
  package func look(at bytes: [UInt8], isMail: Bool) async throws(EvidenceRefusal) -> Looked {
    let type = String(
      decoding: try await run([Self.file, "--brief", "--mime-type", "-"], bytes), as: UTF8.self
    ).trimmingCharacters(in: .whitespacesAndNewlines)
    switch type {
    case "image/jpeg": return try await photo(bytes, .jpeg)
    case "image/png": return try await photo(bytes, .png)
    case "image/heic", "image/heif": return try await photo(bytes, .heic)
    case "application/pdf": return try await pdf(bytes)
    case "message/rfc822", "message/news": return try await mail(bytes)
    case _ where isMail && type.hasPrefix("text/"):
      let looked = try await mail(bytes)
      // Something without a sender and without a date is a text that is called a mail.
      guard looked.says.from != nil || looked.says.date != nil else {
        if type == "text/plain" { return Looked(kind: .text) }
        throw .broken
      }
      return looked
    case "text/plain": return Looked(kind: .text)
    default: throw .unknownType
    }
  }

  /// The text of a mail that somebody pasted: it may have headers, or none.
  package func lookPasted(_ bytes: [UInt8]) async throws(EvidenceRefusal) -> Looked {
    var looked = try await mail(bytes)
    looked.kind = .mail
    return looked
  }

  private func photo(_ bytes: [UInt8], _ kind: EvidenceKind) async throws(EvidenceRefusal) -> Looked {
    let tags = "-m -q -q -s3 -f -DateTimeOriginal -OffsetTimeOriginal -GPSLatitude"
    let told = try await shell(Self.exiftool, "cat >in && exiftool \(tags) in", bytes)
    let lines = String(decoding: told, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
    var says = FileSays()
    if lines.count >= 3 {
      let zone = lines[1].wholeMatch(of: /[+-]\d\d:\d\d/).map { " " + String($0.output) } ?? ""
      says.takenAt = lines[0].prefixMatch(of: /\d{4}:\d\d:\d\d \d\d:\d\d:\d\d/).map { String($0.output) + zone }
      says.hadPlace = lines[2] != "-"
    }
    // Without the way up a copy would lie on its side; without the profile its colours would be others.
    let copy = try await shell(
      Self.exiftool,
      "cat >in && exiftool -m -q -q -all= -tagsfromfile @ -Orientation -ICC_Profile in -o out && cat out", bytes)
    guard !copy.isEmpty else { throw .broken }
    return Looked(kind: kind, says: says, copy: copy)
  }

  private func pdf(_ bytes: [UInt8]) async throws(EvidenceRefusal) -> Looked {
    guard FileManager.default.isExecutableFile(atPath: Self.pdftotext) else { throw .noSandbox }
    let told = try await shell(
      Self.pdfinfo, "cat >in && pdfinfo in | grep -a '^Pages:' && pdftotext -q -l 100 in - | head -c 400000", bytes)
    let end = told.firstIndex(of: 10) ?? told.endIndex
    var says = FileSays()
    says.pages = Int(
      String(decoding: told[..<end], as: UTF8.self).dropFirst(6).trimmingCharacters(in: .whitespaces))
    guard says.pages != nil else { throw .broken }
    let text = String(decoding: told[end...].dropFirst(), as: UTF8.self)
    let isEmpty = !text.contains { !$0.isWhitespace }
    return Looked(kind: .pdf, says: says, copy: isEmpty ? nil : Array(text.utf8))
  }

  private struct Mail: Decodable {
    let from, date, subject, messageID: String?
    let attachments: Int
    let text: String
    let references: [String]
  }

  private func mail(_ bytes: [UInt8]) async throws(EvidenceRefusal) -> Looked {
    let told = try await run(MailScript.command, bytes)
    guard let mail = try? JSONDecoder().decode(Mail.self, from: Data(told)) else { throw .broken }
    var says = FileSays()
    (says.from, says.date, says.subject, says.messageID) = (mail.from, mail.date, mail.subject, mail.messageID)
    says.attachments = mail.attachments
    let isEmpty = !mail.text.contains { !$0.isWhitespace }
    return Looked(kind: .mail, says: says, copy: isEmpty ? nil : Array(mail.text.utf8), references: mail.references)
  }

  // MARK: Tools

  /// Tools that want a file get one, in the sandbox's own folder.
  private func shell(_ tool: String, _ script: String, _ bytes: [UInt8]) async throws(EvidenceRefusal) -> [UInt8] {
    guard FileManager.default.isExecutableFile(atPath: tool) else { throw .noSandbox }
    return try await run(["/usr/bin/sh", "-c", script], bytes)
  }

  private func run(_ command: [String], _ bytes: [UInt8]) async throws(EvidenceRefusal) -> [UInt8] {
    do {
      return try await runner.run(command, input: bytes)
    } catch {
      switch error {
      case .missing: throw .noSandbox
      case .busy, .cancelled: throw .busy
      case .tooSlow, .tooMuchOutput: throw .broken
      // What cannot be told from a broken file is told from one that is whole.
      case .failed:
        if await works() { throw .broken }
        throw .noSandbox
      }
    }
  }

  /// Whether the walls can be made at all.
  private func works() async -> Bool { (try? await runner.run(["/usr/bin/true"])) != nil }

  /// What is missing to look at files, for whoever runs the installation; nil when nothing is.
  package func fault() async -> String? {
    for tool in [Self.file, Self.exiftool, Self.pdfinfo, Self.pdftotext, MailScript.python] {
      guard FileManager.default.isExecutableFile(atPath: tool) else { return "\(tool) is not installed." }
    }
    do {
      _ = try await runner.run([Self.file, "--brief", "--mime-type", "-"], input: Array("text".utf8))
      return nil
    } catch {
      return error == .busy ? nil : error.description
    }
  }
}
