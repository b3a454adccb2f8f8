import Foundation
import Gateway
import Phrasebook
import Testing

/// Every page of the review in every language, compared byte for byte with the committed ones.
@Suite struct `Pages of the review` {
  static let names = [
    "queue", "queue-empty", "case", "case-opened", "case-decided", "case-fault", "request-asked", "bundle",
    "bundle-fault",
  ]
  static let all = names.flatMap { name in Phrases.all.map { (name, $0.language.code) } }

  @Test(arguments: all) func `look as they did`(_ name: String, _ language: String) async throws {
    try await ReviewScene.with { scene in
      let id = try await scene.newest().id
      var monitor = try await scene.monitor()
      let path = "/\(language)/staff/review/\(id)"
      switch name {
      case "queue": await monitor.get("/\(language)/staff/review?order=due")
      case "queue-empty": await monitor.get("/\(language)/staff/review?show=decided")
      case "case": await monitor.get(path)
      case "bundle": await monitor.get("/\(language)/staff/review/bundle")
      case "bundle-fault":
        await monitor.get("/\(language)/staff/review/bundle")
        await monitor.post("/\(language)/staff/review/bundle", [("about", "order"), ("which", "9:99"), ("from", "x")])
      case "case-opened":
        await monitor.get(path)
        let finding = String(try await scene.newest().finding)
        await monitor.post(path, [("step", "open"), ("finding", finding), ("because", "To compare the times")])
        await monitor.get(path)
      case "case-decided":
        try await scene.decide(&monitor, id, "upheld")
        await monitor.get(path + "?saved=1")
      case "case-fault":
        await monitor.get(path)
        await monitor.post(path, [("step", "decide"), ("finding", String(try await scene.newest().finding))])
      default:
        try await scene.decide(&monitor, id, "needs_facts", [("question", "Was a supervisor asked?")])
        await scene.attorney.get(scene.path.replacing("/en/", with: "/\(language)/"))
        try Self.compare(Self.main(of: scene.attorney.page), "review-\(name).\(language).html")
        return
      }
      try Self.compare(Self.main(of: monitor.page), "review-\(name).\(language).html")
    }
  }

  private static func compare(_ text: String, _ name: String) throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Golden").appending(path: name)
    if ProcessInfo.processInfo.environment["PARADERO_GOLDEN"] == "write" {
      try Data(text.utf8).write(to: file)
    }
    #expect(text == String(decoding: try Data(contentsOf: file), as: UTF8.self), "see \(name)")
  }

  /// The part that is this page's own; what is random is hidden.
  private static func main(of page: String) -> String {
    let body = page[(page.firstRange(of: "<main")?.lowerBound ?? page.startIndex)...]
    let main = body[..<(body.firstRange(of: "</main>")?.upperBound ?? body.endIndex)]
    return String(main).replacing(/name="token" value="[^"]*"/, with: "name=\"token\" value=\"TOKEN\"")
      .replacing(/PV-[0-9A-Z]{6}/, with: "PV-REFREF")
      .replacing(/(Attorney|Abogado) [0-9]{5}/, with: "ATTORNEY").replacing("><", with: ">\n<") + "\n"
  }
}
