import Foundation
import Gateway
import Testing

@Suite struct `A form` {
  static func form(_ type: String, _ body: String, _ limits: FormLimits = FormLimits(files: 2), spool: Int = 64)
    async throws -> Form
  {
    let origin = try #require(Origin("http://localhost"))
    var all = Limits()
    all.spoolThreshold = spool
    let request = Request(
      method: .post, path: "/", headers: ["Content-Type": type], body: .bytes(Array(body.utf8)), origin: origin,
      limits: all)
    return try await request.form(limits)
  }

  static func code(_ type: String, _ body: String, _ limits: FormLimits = FormLimits(files: 2)) async -> String {
    do {
      _ = try await form(type, body, limits)
      return "taken"
    } catch let error as RequestError {
      guard case .refused(let status, let code) = error else { return "?" }
      return "\(status.code) \(code)"
    } catch {
      return "\(error)"
    }
  }

  static let simple = "application/x-www-form-urlencoded"
  /// A body and what becomes of it; named, so that a long body does not fill the log.
  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    let type: String
    let body: String
    let code: String
    var testDescription: String { name }

    init(_ name: String, _ type: String, _ body: String, _ code: String) {
      (self.name, self.type, self.body, self.code) = (name, type, body, code)
    }
    init(_ body: String, _ code: String) { self.init(String(body.debugDescription.prefix(20)), simple, body, code) }
  }

  static let urlencoded: [Case] = [
    .init("a=1&b=2", "taken"), .init("a=%C3%BC&a=+", "taken"), .init("a", "taken"), .init("&&", "taken"),
    .init("a=b=c", "taken"),
    .init("note=one%0D%0Atwo%09", "taken"), .init("a=%", "400 broken-escape"), .init("a=%4", "400 broken-escape"),
    .init("a=%ff", "400 not-utf-8"), .init("a=%ED%A0%80", "400 not-utf-8"), .init("a=%00", "400 control-character"),
    .init("a%0A=1", "400 control-character"), .init("a=%1B", "400 control-character"),
    .init("a=\u{7F}", "400 control-character"),
    .init(String(repeating: "a&", count: 300), "413 too-many-fields"),
    .init("a=" + String(repeating: "b", count: 65_537), "413 field"),
  ]

  @Test(arguments: urlencoded)
  func `is decoded strictly`(_ one: Case) async { #expect(await Self.code(one.type, one.body) == one.code) }

  @Test func `keeps the order and every value of a name`() async throws {
    let form = try await Self.form(Self.simple + "; charset=UTF-8", "b=2&a=Ana+Mar%C3%ADa&b=%26")
    #expect(form["a"] == "Ana María")
    #expect(form.all("b") == ["2", "&"])
    #expect(form["c"] == nil)
  }

  @Test(arguments: [
    "text/plain", "application/json", "", "nonsense", "application/x-www-form-urlencoded; charset=latin1",
  ])
  func `of another type is refused`(type: String) async { #expect(await Self.code(type, "a=1").hasPrefix("415")) }

  static let boundary = "multipart/form-data; boundary=XX"

  static func part(_ disposition: String, _ content: String, _ type: String? = nil) -> String {
    "--XX\r\nContent-Disposition: form-data; \(disposition)\r\n" + (type.map { "Content-Type: \($0)\r\n" } ?? "")
      + "\r\n\(content)\r\n"
  }

  static let file = String(repeating: "\r\n--X", count: 100)

  static let multipart =
    part("name=\"name\"", "José\r\nMaría") + part("name=\"empty\"", "")
    + part("name=\"paper\"; filename=\"C:\\x\\a%22b.pdf\"", file, "application/pdf")
    + part("name=\"none\"; filename=\"\"", "", "application/octet-stream") + "--XX--\r\n"

  @Test(arguments: [1, 64, 1_000_000])
  func `with files is read whole, whether they lie in memory or in a file`(spool: Int) async throws {
    let form = try await Self.form(Self.boundary, Self.multipart, spool: spool)
    #expect(form["name"] == "José\r\nMaría")
    #expect(form["empty"] == "")
    #expect(form.files.count == 1)
    let file = try #require(form.files("paper").first)
    #expect(file.fileName == "a\"b.pdf")
    #expect(file.type == "application/pdf")
    #expect(file.content.bytes == Array(Self.file.utf8))
    if case .file(let spooled) = file.content {
      #expect(spool < 500)
      // The file has no name any more: nothing is left when it is let go.
      #expect(try FileManager.default.destinationOfSymbolicLink(atPath: spooled.path).hasSuffix("(deleted)"))
    } else {
      #expect(spool > 500)
    }
  }

  static let broken: [Case] = [
    .init("no boundary", "multipart/form-data", multipart, "400 boundary"),
    .init("an empty boundary", "multipart/form-data; boundary=\"\"", multipart, "400 boundary"),
    .init(
      "a long boundary", "multipart/form-data; boundary=" + String(repeating: "a", count: 71), multipart, "400 boundary"
    ),
    .init("two boundaries", "multipart/form-data; boundary=XX; boundary=YY", multipart, "415 form-type"),
    .init("a preamble", boundary, "hello\r\n" + multipart, "400 multipart"),
    .init("an epilogue", boundary, multipart + "hello", "400 multipart"),
    .init("a second form behind the end", boundary, multipart + multipart, "400 multipart"),
    .init("no end", boundary, part("name=\"a\"", "b"), "400 multipart"),
    .init("without a line end at the end", boundary, String(multipart.dropLast()), "taken"),
    .init("cut in the end", boundary, String(multipart.dropLast(2)), "400 multipart"),
    .init("cut in a part", boundary, String(multipart.dropLast(30)), "400 multipart"),
    .init("another boundary", boundary, multipart.replacing("XX", with: "YY"), "400 multipart"),
    .init(
      "bare line feeds", boundary, "--XX\nContent-Disposition: form-data; name=\"a\"\n\nb\n--XX--\n", "400 multipart"),
    .init("no name", boundary, part("filename=\"a\"", "b") + "--XX--", "400 part-headers"),
    .init("two names", boundary, part("name=\"a\"; name=\"b\"", "c") + "--XX--", "400 part-headers"),
    .init("a name without quotes", boundary, part("name=a", "c") + "--XX--", "400 part-headers"),
    .init(
      "a second file name", boundary, part("name=\"a\"; filename=\"b\"; filename*=UTF-8''c", "d") + "--XX--",
      "400 part-headers"
    ),
    .init("no disposition", boundary, "--XX\r\nContent-Type: a/b\r\n\r\nc\r\n--XX--", "400 part-headers"),
    .init(
      "two dispositions", boundary,
      "--XX\r\nContent-Disposition: form-data; name=\"a\"\r\nContent-Disposition: form-data; name=\"b\"\r\n\r\nc\r\n--XX--",
      "400 part-headers"
    ),
    .init(
      "a coded part", boundary, "--XX\r\nContent-Transfer-Encoding: base64\r\n\r\nc\r\n--XX--", "415 transfer-encoding"),
    .init(
      "long headers", boundary, part("name=\"\(String(repeating: "a", count: 5000))\"", "c") + "--XX--",
      "413 part-headers"
    ),
    .init("headers without end", boundary, "--XX\r\n" + String(repeating: "a", count: 9000), "413 part-headers"),
    .init(
      "too many files", boundary, String(repeating: part("name=\"a\"; filename=\"b\"", "c"), count: 3) + "--XX--",
      "413 too-many-files"
    ),
    .init(
      "too many fields", boundary, String(repeating: part("name=\"a\"", "c"), count: 257) + "--XX--",
      "413 too-many-fields"
    ),
    .init("a long field", boundary, part("name=\"a\"", String(repeating: "c", count: 65_537)) + "--XX--", "413 field"),
    .init(
      "thousands of files that were not chosen", boundary,
      String(repeating: part("name=\"a\"; filename=\"\"", ""), count: 4000) + "--XX--", "413 too-many-parts"
    ),
    .init(
      "a file name with a NUL", boundary, part("name=\"a\"; filename=\"b\u{0}.pdf\"", "c") + "--XX--",
      "400 part-headers"
    ),
    .init("a field with a NUL", boundary, part("name=\"a\"", "b\u{0}") + "--XX--", "400 control-character"),
  ]

  @Test(arguments: broken)
  func `of parts is read strictly`(_ one: Case) async {
    #expect(await Self.code(one.type, one.body) == one.code)
  }

  @Test func `takes no files where none are expected`() async {
    #expect(await Self.code(Self.boundary, Self.multipart, FormLimits()) == "413 too-many-files")
  }

  @Test func `is called JSON only if it says so`() throws {
    let origin = try #require(Origin("http://localhost"))
    func read(_ type: String, _ bytes: [UInt8]) -> Bool {
      let request = Request(
        method: .post, path: "/", headers: ["Content-Type": type], body: .bytes(bytes), origin: origin)
      return (try? request.json(limit: 10)) != nil
    }
    #expect(read("application/json", Array("{}".utf8)))
    #expect(read("Application/JSON; charset=utf-8", Array("{}".utf8)))
    #expect(!read("text/plain", Array("{}".utf8)))
    #expect(!read("application/json", [0xFF]))
    #expect(!read("application/json", Array("12345678901".utf8)))
  }
}
