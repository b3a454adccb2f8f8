internal import CivilTime
internal import Foundation
internal import Services

/// `paradero bench linkage`: the matching engine alone, on files; `deploy/bench linkage` runs it beside other programs.
struct BenchLinkageCommand: Command {
  static let name = "bench linkage"
  static let summary = "measure the matching engine on files, without a database"
  static let usage = Usage(
    options: [
      .value("--records", "FILE", "the list to search in; rows with one id that follow each other are one person"),
      .value("--searches", "FILE", "who to look for; may be given more than once"),
      .value("--answers", "FILE", "where the answers to each go; as often as --searches"),
      .value("--limit", "N", "answers of a search; 10 if not said"),
      .value("--as-of", "DATE", "the day the records stand at (YYYY-MM-DD); today if not said"),
      .flag("--learn", "learn weights from the records first"),
      .value("--pairs", "FILE", "weigh these pairs of the searches and records, on all processors"),
      .value("--arriving", "FILE", "match these records with the searches as open ones, and check that none is missed"),
      .value("--batch", "FILE", "also all searches of the first file at once, on all processors; the answers to FILE"),
    ],
    notes: """
      Prints a line of JSON for each thing measured. An answer is query,record,weight,probability,likely; likely is 1
      for a first answer that the search page would call likely.
      """)

  private let records: String
  private let searches: [String]
  private let answers: [String]
  private let limit: Int
  private let asOf: CivilDate?
  private let learns: Bool
  private let batch: String?
  private let arriving: String?
  private let pairs: String?

  init(_ arguments: Arguments) throws(UsageError) {
    records = try arguments.required("--records")
    searches = arguments.all("--searches")
    answers = arguments.all("--answers")
    let isAsked = arguments.text("--arriving") == nil && arguments.text("--pairs") == nil
    guard searches.count == answers.count || !isAsked else {
      throw UsageError("Give --answers as often as --searches.")
    }
    limit = try arguments.integer("--limit", in: 1...1000) ?? 10
    asOf = try arguments.text("--as-of").map { text throws(UsageError) in
      guard let day = CivilDate(iso: text) else { throw UsageError("--as-of takes a date such as 2026-11-20.") }
      return day
    }
    learns = arguments.has("--learn")
    batch = arguments.text("--batch")
    arriving = arguments.text("--arriving")
    pairs = arguments.text("--pairs")
    guard batch == nil || !searches.isEmpty else { throw UsageError("--batch takes the searches of --searches.") }
    guard (arriving == nil && pairs == nil) || searches.count == 1 else {
      throw UsageError("--arriving and --pairs take one file of searches.")
    }
  }

  func run(_ context: CommandContext) async throws {
    // Before minutes of work, not after.
    for path in answers + [batch].compactMap(\.self) { try Self.check(path) }
    do {
      let bench = try LinkageBenchmark(
        share: try context.share(), today: asOf ?? Timestamp.now.utcDay ?? .farthest)
      let (loaded, learning) = try await bench.load(records, learns: learns)
      context.output.line(Self.json("load", loaded.facts + learning + [("resident_megabytes", Self.resident)]))
      if let arriving, let open = searches.first {
        context.output.line(
          Self.json("follow", try await bench.follow(searches: open, arriving: arriving, in: loaded)))
      }
      if let pairs, let searches = searches.first {
        context.output.line(Self.json("pairs", try await bench.weigh(pairs, searches: searches, in: loaded)))
      }
      for (path, answers) in zip(searches, answers) {
        var text = Self.headings
        let facts = try bench.search(path, in: loaded, limit: limit) { text += $0 }
        try Self.write(text, to: answers)
        context.output.line(Self.json("search", facts))
      }
      if let batch, let path = searches.first {
        var text = Self.headings
        let facts = try await bench.batch(path, in: loaded, limit: limit) { text += $0 }
        try Self.write(text, to: batch)
        context.output.line(Self.json("batch", facts))
      }
    } catch let failure as LinkFailure {
      throw Failure(failure.sentence, .badData)
    }
  }

  private static let headings = "query,record,weight,probability,likely\n"

  /// Whether it can be written; what it holds stays until there is something else to write.
  private static func check(_ path: String) throws {
    if FileManager.default.fileExists(atPath: path) {
      guard FileManager.default.isWritableFile(atPath: path) else { throw cannotWrite(path) }
    } else {
      try write("", to: path)
    }
  }

  private static func write(_ text: String, to path: String) throws {
    guard FileManager.default.createFile(atPath: path, contents: Data(text.utf8)) else { throw cannotWrite(path) }
  }

  private static func cannotWrite(_ path: String) -> Failure {
    Failure("\(path) cannot be written.", .cannotCreate)
  }

  private static func json(_ what: String, _ facts: LinkageBenchmark.Facts) -> String {
    let members = facts.map { "\"\($0.name)\":\(($0.value * 1e6).rounded() / 1e6)" }
    return "{\"what\":\"\(what)\"," + members.joined(separator: ",") + "}"
  }

  /// What the process holds of the machine's memory.
  private static var resident: Double {
    let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
    let line = status.split(separator: "\n").first { $0.hasPrefix("VmRSS:") }
    let kilobytes = line?.split(whereSeparator: { !$0.isNumber }).first.flatMap { Double($0) }
    return (kilobytes ?? 0) * 1024 / 1e6
  }
}
