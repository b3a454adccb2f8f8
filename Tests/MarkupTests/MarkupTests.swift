import Markup
import Testing

func text(_ piece: some HTML) -> String { String(decoding: piece.rendered(), as: UTF8.self) }

private struct Place: SitePath {
  var path: String
}

@Suite struct `A page` {
  static let hostile: [(typed: String, written: String)] = [
    ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"),
    ("\" onclick=\"x", "&quot; onclick=&quot;x"),
    ("' onclick='x", "&#39; onclick=&#39;x"),
    ("a & b &amp; c", "a &amp; b &amp;amp; c"),
    ("nul\u{0}bell\u{7}escape\u{1B}delete\u{7F}", "nul\u{FFFD}bell\u{FFFD}escape\u{FFFD}delete\u{FFFD}"),
    ("line\nand\ttab\r\n", "line\nand\ttab\r\n"),
    ("José Ñandú 王 محمد 👨‍👩‍👧", "José Ñandú 王 محمد 👨‍👩‍👧"),
    ("</textarea></title><!--", "&lt;/textarea&gt;&lt;/title&gt;&lt;!--"),
  ]

  @Test(arguments: hostile) func `escapes a text wherever it stands`(_ c: (typed: String, written: String)) {
    #expect(text(p { c.typed }) == "<p>\(c.written)</p>")
    #expect(text(pageTitle(c.typed)) == "<title>\(c.written)</title>")
    #expect(text(textarea(name: "t", value: c.typed)) == "<textarea name=\"t\">\n\(c.written)</textarea>")
    #expect(text(option(value: c.typed, c.typed)) == "<option value=\"\(c.written)\">\(c.written)</option>")
    #expect(
      text(input(.text, name: "n", .value(c.typed))) == "<input type=\"text\" name=\"n\" value=\"\(c.written)\">")
    #expect(text(div(.label(c.typed)) {}) == "<div aria-label=\"\(c.written)\"></div>")
  }

  @Test func `builds from texts, conditions, loops and nothing`() {
    func page(_ items: [String], note: String?, loud: Bool) -> Node {
      section {
        if loud { strong { "Loud" } } else { "quiet" }
        ul { for item in items { li { item } } }
        note
        if let note { p { note } }
      }
    }
    #expect(
      text(page(["a", "b"], note: nil, loud: true))
        == "<section><strong>Loud</strong><ul><li>a</li><li>b</li></ul></section>")
    #expect(text(page([], note: "n<", loud: false)) == "<section>quiet<ul></ul>n&lt;<p>n&lt;</p></section>")
  }

  @Test func `writes a void element without an end, and attributes only where their condition holds`() {
    #expect(text(br()) == "<br>")
    #expect(text(p(.none, .class("calm"), .none) {}) == "<p class=\"calm\"></p>")
    #expect(
      text(input(.radio, name: "sex", .checked(if: true), .invalid(if: false)))
        == "<input type=\"radio\" name=\"sex\" checked>")
    #expect(text(p(.describedBy([])) {}) == "<p></p>")
    #expect(text(p(.describedBy("a", "b")) {}) == "<p aria-describedby=\"a b\"></p>")
    #expect(text(details(.open(if: true)) { summary { "More" } }) == "<details open><summary>More</summary></details>")
  }

  @Test func `writes a document with its language and direction`() {
    let document = HTMLDocument(language: "ar", direction: .rightToLeft) {
      metaCharset()
      pageTitle("T")
    } body: {
      p { "x" }
    }
    #expect(
      text(document)
        == "<!doctype html>\n<html lang=\"ar\" dir=\"rtl\"><head><meta charset=\"utf-8\"><title>T</title></head>"
        + "<body><p>x</p></body></html>")
  }

  @Test func `lets a page be a value of its own type`() {
    struct Greeting: HTML {
      let name: String
      var body: Node { p { "Hello \(name)" } }
    }
    #expect(text(div { Greeting(name: "<b>") }) == "<div><p>Hello &lt;b&gt;</p></div>")
  }

  @Test func `draws from path data alone`() throws {
    #expect(PathData("M0 0L10 10Z\"/><script>") == nil)
    let data = try #require(PathData("M1 2L3-4.5Z"))
    #expect(text(path(data)) == "<path d=\"M1 2L3-4.5Z\"></path>")
    #expect(text(circle(x: 1.26, y: 2, radius: 3)) == "<circle cx=\"1.3\" cy=\"2.0\" r=\"3.0\"></circle>")
    #expect(text(svg(width: 9, height: 8, text: "A <map>") {}).contains("aria-label=\"A &lt;map&gt;\""))
  }

  @Test func `keeps only safe letters in the ids of a family`() {
    #expect(ElementID("error", "aNumber\"> x").name == "error-aNumberx")
  }
}

@Suite struct `A link` {
  static let paths: [(given: String, written: String)] = [
    ("/en/facility/ABC", "/en/facility/ABC"), ("//evil.example", "/"), ("/\\evil.example", "/"),
    ("javascript:alert(1)", "/"), ("", "/"), ("https://evil.example", "/"), ("/", "/"),
  ]

  @Test(arguments: paths) func `to a page never leaves the site`(_ c: (given: String, written: String)) {
    #expect(Link.to(Place(path: c.given)).url == c.written)
    #expect(text(form(.post, to: Place(path: c.given)) {}).contains(" action=\"\(c.written)\""))
  }

  @Test func `carries its query encoded`() {
    let link = Link.to(Place(path: "/en/facilities"), query: [("q", "a&b=c #ñ"), ("state", "CA")], at: "list")
    #expect(link.url == "/en/facilities?q=a%26b%3Dc%20%23%C3%B1&state=CA#list")
  }

  @Test(arguments: [
    ("(213) 830-7911", "tel:+12138307911"), ("1-888-351-4024", "tel:+18883514024"),
    ("+1 800 203 7001", "tel:+18002037001"),
    ("+52 55 1234 5678", "tel:+525512345678"), ("956-389-7884 ext. 12", "tel:+19563897884"), ("NA", nil), ("", nil),
    ("911", nil), ("12345678901234567890", nil), ("555 1234", "tel:5551234"),
  ])
  func `dials what is a number`(given: String, written: String?) { #expect(Link.telephone(given)?.url == written) }

  @Test(arguments: [
    ("LosAngeles.Outreach@ice.dhs.gov", "mailto:LosAngeles.Outreach@ice.dhs.gov"),
    ("a+b@c.example", "mailto:a%2Bb@c.example"),
    ("a@b", nil), ("a b@c.example", nil), ("a@b.example?bcc=x@y.example", nil), ("a@@b.example", nil), ("", nil),
    ("javascript:alert(1)@x.example", nil), ("@b.example", nil),
  ])
  func `writes to what is one address`(given: String, written: String?) { #expect(Link.mail(given)?.url == written) }

  @Test func `names a point on the earth`() {
    #expect(Link.map(latitude: 34.053742, longitude: -118.23961)?.url == "geo:34.05374,-118.23961")
    #expect(Link.map(latitude: 91, longitude: 0) == nil)
    #expect(Link.map(latitude: 40, longitude: -100)?.url == "geo:40,-100")
  }

  @Test func `to another site tells it nothing of the reader`() {
    #expect(
      text(a(.https("locator.ice.gov")) { "x" })
        == "<a href=\"https://locator.ice.gov\" rel=\"noreferrer noopener external\">x</a>")
  }
}
