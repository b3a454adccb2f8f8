import Foundation
import Gateway
import Phrasebook
import Site
import Testing

/// A tag as it stands in a page: of a start its attributes, of an end its name alone.
private struct Tag {
  let name: String
  let isEnd: Bool
  let attributes: [String: String]
}

/// Reads a page as strictly as it is written: lower-case names, quoted values, nothing else between `<` and `>`.
private func everyTag(_ page: String) throws -> [Tag] {
  var tags: [Tag] = []
  for piece in page.utf8.split(separator: UInt8(ascii: "<")).dropFirst() {
    let inside = String(decoding: piece.prefix { $0 != UInt8(ascii: ">") }, as: UTF8.self)
    try #require(piece.contains(UInt8(ascii: ">")), "\(inside)")
    let isEnd = inside.hasPrefix("/")
    let name = inside.drop { $0 == "/" }.prefix { $0 != " " }
    try #require(!name.isEmpty && name.allSatisfy { $0.isLowercase || $0.isNumber }, "\(inside)")
    // Quotes in values are escaped, so that every second piece is a value.
    var attributes: [String: String] = [:]
    let parts = inside.dropFirst(isEnd ? 1 : 0).dropFirst(name.count).split(
      separator: "\"", omittingEmptySubsequences: false)
    for (index, part) in parts.enumerated() where index.isMultiple(of: 2) {
      var names = part.split(separator: " ")
      if index + 1 < parts.count {
        let last = try #require(names.last, "\(inside)")
        names.removeLast()
        try #require(last.hasSuffix("="), "\(inside)")
        attributes[String(last.dropLast())] = String(parts[index + 1])
      }
      for alone in names { attributes[String(alone)] = "" }
    }
    tags.append(Tag(name: String(name), isEnd: isEnd, attributes: attributes))
  }
  return tags
}

private func tags(_ page: String) throws -> [Tag] {
  try everyTag(String(page.trimmingPrefix("<!doctype html>"))).filter { !$0.isEnd }
}

/// What holds for every page in every language, whatever it says.
@Suite struct `Every page` {
  static let all = Pages.all

  @Test(arguments: all) func `closes every element that it opens, in order`(
    _ page: Pages.Case, _ language: String
  ) async throws {
    let html = await Pages.answer(page, language).content
    #expect(html.hasPrefix("<!doctype html>\n<html "))
    let void: Set<String> = ["meta", "link", "input", "br", "hr", "wbr"]
    var open: [String] = []
    for tag in try everyTag(String(html.dropFirst("<!doctype html>".count))) where !void.contains(tag.name) {
      if tag.isEnd { #expect(open.popLast() == tag.name) } else { open.append(tag.name) }
    }
    #expect(open.isEmpty)
  }

  @Test(arguments: all) func `carries no script, no style and no handler`(_ page: Pages.Case, _ language: String)
    async throws
  {
    for tag in try tags(await Pages.answer(page, language).content) {
      #expect(
        !["script", "style", "iframe", "object", "embed", "base", "img", "video"].contains(tag.name)
      )
      #expect(!tag.attributes.keys.contains { $0 == "style" || $0.hasPrefix("on") || $0 == "src" || $0 == "srcset" })
    }
  }

  @Test(arguments: all) func `links only to its own pages, to numbers, and to sites named here`(
    _ page: Pages.Case, _ language: String
  ) async throws {
    let outside: Set<String> = [
      "https://locator.ice.gov", "https://acis.eoir.justice.gov", "https://www.bop.gov/inmateloc",
      "https://www.vinelink.com",
      "https://www.house.gov/representatives/find-your-representative",
    ]
    let found = try tags(await Pages.answer(page, language).content)
    let ids = Set(found.compactMap { $0.attributes["id"] })
    for url in found.compactMap({ $0.attributes["href"] ?? $0.attributes["action"] }) {
      switch url.prefix(while: { $0 != ":" && $0 != "/" && $0 != "#" }) {
      case "tel": #expect(url.dropFirst(4).allSatisfy { $0.isNumber || $0 == "+" }, "\(url)")
      case "mailto", "geo": #expect(!url.contains("?"), "\(url)")
      case "https": #expect(outside.contains(url), "\(url)")
      case "" where url.hasPrefix("#"): #expect(ids.contains(String(url.dropFirst())), "\(url)")
      default:
        let path = String(url.prefix { $0 != "?" && $0 != "#" })
        #expect(Route(path: path) != nil, "\(url)")
      }
    }
  }

  @Test(arguments: all) func `can be read aloud: one first heading, ids once, a label for every field`(
    _ page: Pages.Case, _ language: String
  ) async throws {
    let found = try tags(await Pages.answer(page, language).content)
    #expect(found.first { $0.name == "html" }?.attributes["lang"] == language)
    #expect(found.filter { $0.name == "h1" }.count == 1)
    let ids = found.compactMap { $0.attributes["id"] }
    #expect(Set(ids).count == ids.count, "\(ids)")
    let labelled = Set(found.filter { $0.name == "label" }.compactMap { $0.attributes["for"] })
    for field in found where ["input", "select"].contains(field.name) && field.attributes["type"] != "hidden" {
      #expect(labelled.contains(field.attributes["id"] ?? "?"))
      #expect(
        field.attributes["autocomplete"] == "off" || field.name == "select" || field.attributes["type"] == "radio")
    }
    for id in found.flatMap({ ($0.attributes["aria-describedby"] ?? "").split(separator: " ") }) {
      #expect(ids.contains(String(id)), "\(id)")
    }
  }

  @Test(arguments: all) func `steps down its headings one at a time`(_ page: Pages.Case, _ language: String)
    async throws
  {
    let levels = try tags(await Pages.answer(page, language).content).compactMap { tag in
      tag.name.count == 2 && tag.name.first == "h" ? tag.name.last?.wholeNumberValue : nil
    }
    #expect(levels.first == 1)
    for (before, after) in zip(levels, levels.dropFirst()) { #expect(after <= before + 1, "\(levels)") }
  }

  @Test(arguments: all) func `weighs less than 40 KB with its style and its icon`(
    _ page: Pages.Case, _ language: String
  ) async throws {
    let response = await Pages.answer(page, language)
    var bytes = response.body.count
    for tag in try tags(response.content) where tag.name == "link" && tag.attributes["rel"] != "alternate" {
      let file = await Fixtures.application(Outcomes.notFound).respond(
        to: Fixtures.request(.get, try #require(tag.attributes["href"])))
      #expect(file.status == .ok)
      bytes += file.body.count
    }
    #expect(bytes < 40_000)
    #expect(bytes > response.body.count, "the style counts")
  }

  @Test(arguments: all) func `says the same in each language, part by part`(_ page: Pages.Case, _ language: String)
    async throws
  {
    let shapes = try await Pages.shape(page, language)
    #expect(try await Pages.shape(page, "en") == shapes)
  }

  @Test func `of a practice version says that its people are invented, and others do not`() async {
    for language in Phrases.all {
      let code = language.language.code
      let practice = await Pages.answer(Pages.Case(name: "", path: ""), code).content
      let real = await Pages.answer(Pages.Case(name: "", path: "", isPractice: false), code).content
      #expect(practice.contains(language.common.practice))
      #expect(!real.contains(language.common.practice))
    }
  }
}

extension Pages {
  /// The tags in their order, without what the language changes.
  fileprivate static func shape(_ page: Case, _ language: String) async throws -> [String] {
    // Countries and languages stand in another order, so tags are counted.
    try tags(await answer(page, language).content).map(\.name).sorted()
  }
}
