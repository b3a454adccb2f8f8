import Records
import Sandbox
import Services
import Testing

@Suite struct `A file of a stranger` {
  /// With more time than a real one: all tests run at once here.
  let inspector = EvidenceInspector(
    ToolRunner(.init(seconds: 60, memory: 1 << 30, output: 64 << 20), most: 2, queue: 100))

  @Test func `is a photo with a time, and its copy knows no place but which way is up`() async throws {
    let original = try SampleFile.photo()
    #expect(try SampleFile.tags(original).contains("GPSLatitude"))
    let looked = try await inspector.look(at: original, isMail: false)
    #expect(looked.kind == .jpeg)
    #expect(looked.says.takenAt == "2026:11:20 10:11:12 -08:00")
    #expect(looked.says.hadPlace == true)
    let tags = try SampleFile.tags(try #require(looked.copy))
    #expect(!tags.contains("GPS") && !tags.contains("Zzyxw") && !tags.contains("2026:11:20"))
    #expect(tags.contains("Rotate 90 CW"))
  }

  @Test func `is a photo of a phone, and its copy is one too and knows no place`() async throws {
    let original = try SampleFile.heic()
    #expect(try SampleFile.tags(original).contains("GPSLatitude"))
    let looked = try await inspector.look(at: original, isMail: false)
    #expect(looked.kind == .heic && looked.says.hadPlace == true)
    #expect(looked.says.takenAt == "2026:11:20 10:11:12 -08:00")
    let copy = try #require(looked.copy)
    let tags = try SampleFile.tags(copy)
    #expect(!tags.contains("GPS") && !tags.contains("Zzyxw") && !tags.contains("2026:11:20"))
    let again = try await inspector.look(at: copy, isMail: false)
    #expect(again.kind == .heic && again.says.hadPlace == false && again.says.takenAt == nil)
  }

  @Test func `is a PNG without a place`() async throws {
    let looked = try await inspector.look(at: SampleFile.png(), isMail: false)
    #expect(looked.kind == .png && looked.says.hadPlace == false && looked.says.takenAt == nil)
    #expect(looked.copy != nil)
  }

  @Test func `is a PDF with pages and text`() async throws {
    let looked = try await inspector.look(at: SampleFile.pdf("No legal visits today"), isMail: false)
    #expect(looked.kind == .pdf && looked.says.pages == 1)
    #expect(String(decoding: looked.copy ?? [], as: UTF8.self).contains("No legal visits today"))
  }

  @Test func `is an e-mail with what its head says, and the requests that it names`() async throws {
    let looked = try await inspector.look(
      at: SampleFile.mail("Re: PV-ABC234", body: "About pv-abc234 and PV-XYZ987, not xPV-QQQQQQ."), isMail: true)
    #expect(looked.kind == .mail)
    #expect(looked.says.from == "Sample Desk <desk@example.org>")
    #expect(looked.says.messageID == "<one@example.org>")
    #expect(looked.says.date == "Fri, 20 Nov 2026 10:11:12 -0800")
    #expect(looked.references == ["PV-ABC234", "PV-XYZ987"])
    #expect(String(decoding: looked.copy ?? [], as: UTF8.self).contains("About pv-abc234"))
  }

  @Test func `is an e-mail in pages of the web and encoded words, and is read as text`() async throws {
    let mail = """
      From: =?utf-8?Q?Mar=C3=ADa?= <m@example.org>\r
      Subject: =?iso-8859-1?Q?Ma=F1ana?=\r
      Content-Type: multipart/mixed; boundary=b\r
      \r
      --b\r
      Content-Type: text/html; charset=nonsense\r
      \r
      <script>alert(1)</script><p>PV-ABC234 denied</p>\r
      --b\r
      Content-Type: application/pdf\r
      Content-Disposition: attachment; filename="../../etc/x.pdf"\r
      \r
      x\r
      --b--\r

      """
    let looked = try await inspector.look(at: Array(mail.utf8), isMail: true)
    #expect(looked.says.from == "María <m@example.org>" && looked.says.subject == "Mañana")
    #expect(looked.says.attachments == 1 && looked.references == ["PV-ABC234"])
    #expect(!String(decoding: looked.copy ?? [], as: UTF8.self).contains("alert"))
  }

  @Test func `is plain text, whatever it is called`() async throws {
    #expect(try await inspector.look(at: Array("Notes of the day.\n".utf8), isMail: false).kind == .text)
    #expect(try await inspector.look(at: Array("Only some words.\n".utf8), isMail: true).kind == .text)
  }

  static let refused: [(String, [UInt8], EvidenceRefusal)] = [
    ("a page", Array("<!doctype html><html><script>1</script></html>".utf8), .unknownType),
    ("a script", Array("#!/bin/sh\nrm -rf /\n".utf8), .unknownType),
    ("a program", Array("\u{7F}ELF\u{2}\u{1}\u{1}".utf8) + [UInt8](repeating: 0, count: 60), .unknownType),
    (
      "a picture with scripts", Array("<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\"/>".utf8),
      .unknownType
    ),
    ("an archive", [0x50, 0x4B, 3, 4, 20, 0, 0, 0, 8, 0] + [UInt8](repeating: 0, count: 40), .unknownType),
    ("random bytes", (0..<4000).map { UInt8(truncatingIfNeeded: $0 &* 7919 >> 3) }, .unknownType),
    ("a PDF cut short", Array("%PDF-1.7\n1 0 obj\n<<".utf8), .broken),
    (
      "a JPEG that is only its head", [0xFF, 0xD8, 0xFF, 0xE0, 0, 16] + Array("JFIF\u{0}".utf8) + [1, 1, 0, 0, 1],
      .broken
    ),
  ]

  @Test(arguments: refused) func `is refused when it is`(what: String, bytes: [UInt8], why: EvidenceRefusal) async {
    await #expect(throws: why, "\(what)") { try await inspector.look(at: bytes, isMail: false) }
  }

  /// A stream that unpacks to a gigabyte, in a PDF of some kilobytes.
  @Test func `costs itself alone when it is a bomb`() async throws {
    let bomb = try SampleFile.output(
      "/usr/bin/python3",
      [
        "-I", "-c",
        """
        import base64, zlib
        d = zlib.compressobj(9); s = b"".join(d.compress(b"(a) Tj " * 150000) for _ in range(1000)) + d.flush()
        o = [b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
          b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 200] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
          b"<< /Length %d /Filter /FlateDecode >>\\nstream\\n" % len(s) + s + b"\\nendstream",
          b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"]
        t = b"%PDF-1.4\\n"
        for i, x in enumerate(o): t += b"%d 0 obj\\n" % (i + 1) + x + b"\\nendobj\\n"
        print(base64.b64encode(t + b"trailer << /Size 6 /Root 1 0 R >>\\n%%EOF\\n").decode())
        """,
      ])
    let bytes = try #require(Base64.bytes(bomb))
    let hasty = EvidenceInspector(ToolRunner(.init(seconds: 2, memory: 1 << 30, output: 64 << 20)))
    let looked = try? await hasty.look(at: bytes, isMail: false)
    // Refused, or taken with no more than its first words: never what it unpacks to.
    #expect((looked?.copy?.count ?? 0) <= 400_000)
    #expect(try await hasty.look(at: Array("Still here.\n".utf8), isMail: false).kind == .text)
  }

  @Test func `is an e-mail nested without end, and costs itself alone`() async throws {
    var mail = "From: a@example.org\r\nSubject: x\r\n"
    for depth in 0..<3000 { mail += "Content-Type: multipart/mixed; boundary=b\(depth)\r\n\r\n--b\(depth)\r\n" }
    _ = try? await inspector.look(at: Array(mail.utf8), isMail: true)
    #expect(try await inspector.look(at: Array("Still here.\n".utf8), isMail: false).kind == .text)
  }

  @Test func `is refused where there are no walls`() async throws {
    let inspector = EvidenceInspector(ToolRunner(.init(seconds: 5, memory: 1, output: 1 << 20)))
    await #expect(throws: EvidenceRefusal.self) { try await inspector.look(at: [65], isMail: false) }
    #expect(await inspector.fault() != nil)
    #expect(await EvidenceInspector().fault() == nil)
  }
}
