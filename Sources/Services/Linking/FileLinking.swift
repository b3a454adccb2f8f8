package import CivilTime
internal import Foundation
internal import Linkage

/// Links two lists, or a list with itself: the right one becomes an index, and each row of the left one a search.
///
/// Weights are learnt from the lists themselves. The left list is read in slabs, searched on all processors, and its
/// matches are written as they are found, so that memory grows with the right list alone.
package struct FileLinking: Sendable {
  private let share: String
  /// Rows that are searched side by side before their matches are written.
  private static let slabSize = 20_000
  /// Rows of the left list that weights are learnt from.
  private static let lessons = 10_000

  package init(share: String) { self.share = share }

  package func run(
    _ options: LinkOptions, today: CivilDate, progress: @escaping @Sendable (LinkStage) -> Void = { _ in }
  ) async throws -> LinkReport {
    let words = try HeadingWords(share: share)
    let tables = try NameTables(share: share)
    let files = try options.paths.map { path in
      progress(.surveying(path))
      return try ListFile(path, words: words)
    }
    guard let left = files.first, let right = files.last else { return LinkReport() }
    for path in options.paths where Self.isOneFile(path, options.output) { throw LinkFailure.sameFile(path) }
    let output = try MatchFile(options.output, reasons: options.reasons)
    var report = LinkReport()
    report.output = options.output == "-" ? "standard output" : options.output

    let knowledge = LinkageKnowledge(lexicon: tables.lexicon, common: tables.common)
    var list = try await ListIndex.read(right, knowledge, today: today, letters: tables.letters) {
      progress(.indexing($0, of: right.rows))
    }
    guard !list.ids.isEmpty else { throw LinkFailure.noRows(right.label) }
    progress(.learning)
    try learn(&list, knowledge, from: left, isOne: files.count == 1, today, tables.letters, &report)
    report.indexSeconds = list.seconds

    let job = LinkJob(list: list, options: options, isOne: files.count == 1)
    var leftList = LinkReport.List(left.label)
    leftList.hasIDs = left.columns.id != nil
    let start = ContinuousClock.now
    var seen: Set<Int> = []
    var waiting: [Match] = []
    var reader = try left.reader(today: today, letters: tables.letters)
    while true {
      let (rows, faults) = try reader.take(Self.slabSize)
      leftList.faults += faults
      guard !rows.isEmpty else { break }
      let first = leftList.rows
      leftList.rows += rows.count
      for row in rows where !seen.insert(row.id.hashValue).inserted { leftList.repeated += 1 }
      for matches in await Self.search(rows, from: first, job) {
        if !matches.isEmpty { leftList.linked += 1 }
        if options.oneToOne {
          waiting += matches
        } else {
          report.matches += matches.count
          for match in matches { try output.write(match) }
        }
      }
      progress(.linking(reader.rowsRead, of: left.rows))
      try Task.checkCancellation()
    }
    guard leftList.rows > 0 else { throw LinkFailure.noRows(left.label) }
    for match in OneToOne.choose(waiting, isOneList: files.count == 1) {
      report.matches += 1
      try output.write(match)
    }
    try output.flush()
    report.linkingSeconds = (ContinuousClock.now - start) / .seconds(1)
    report.lists = [leftList]
    if files.count == 2 { report.lists.append(Self.summary(right, list)) }
    return report
  }

  /// Learns from evenly spread rows of the left list, and weighs anew with what was learnt.
  private func learn(
    _ list: inout ListIndex, _ knowledge: LinkageKnowledge, from left: ListFile, isOne: Bool, _ today: CivilDate,
    _ letters: Transliteration, _ report: inout LinkReport
  ) throws {
    let start = ContinuousClock.now
    let learnt: LearntWeights
    if isOne {
      learnt = WeightLearning.learn(from: list.index, most: Self.lessons, isList: true)
    } else {
      var reader = try left.reader(today: today, letters: letters)
      let step = max(1, left.rows / Self.lessons)
      var lessons: [PreparedSearch] = []
      var count = 0
      while true {
        let rows = try reader.take(Self.slabSize).rows
        guard !rows.isEmpty else { break }
        for row in rows {
          if count.isMultiple(of: step) { lessons.append(row.prepared(list.index.matcher)) }
          count += 1
        }
      }
      learnt = WeightLearning.learn(searches: lessons, in: list.index)
    }
    report.learningSeconds = (ContinuousClock.now - start) / .seconds(1)
    report.learntFrom = learnt.pairs >= LearntWeights.fewest ? learnt.pairs : 0
    var taught = knowledge
    taught.weights = learnt.weights
    list.build(taught)
    list.settle()
  }

  private static func search(_ rows: [ListRow], from first: Int, _ job: LinkJob) async -> [[Match]] {
    await BatchOfRows.map(rows.count, { IndexLinker(job.list.index) }) { linker, row in
      job.matches(of: rows[row], number: first + row, &linker)
    }
  }

  private static func isOneFile(_ path: String, _ other: String) -> Bool {
    guard path != "-", other != "-" else { return false }
    func real(_ path: String) -> String { URL(fileURLWithPath: path).resolvingSymlinksInPath().path }
    return real(path) == real(other)
  }

  private static func summary(_ file: ListFile, _ list: ListIndex) -> LinkReport.List {
    var summary = LinkReport.List(file.label)
    summary.rows = list.ids.count
    summary.hasIDs = file.columns.id != nil
    summary.repeated = list.ids.count - Set(list.ids).count
    summary.faults = list.faults
    return summary
  }
}

/// What every row of the left list is looked up with.
struct LinkJob: Sendable {
  let list: ListIndex
  let options: LinkOptions
  /// The list is linked with itself: a row is no match of itself, and each pair is told once.
  let isOne: Bool

  /// Answers that are asked for: more than anybody has namesakes that can be told apart from nobody.
  private static let limit = 20

  func matches(of row: ListRow, number: Int, _ linker: inout IndexLinker) -> [Match] {
    // In one list a row always finds itself; a low threshold asks for those beside the best.
    let found = linker.matches(
      row.prepared(list.index.matcher), limit: Self.limit, explains: options.reasons,
      isWide: isOne || options.threshold < IndexLinker.enough)
    let chosen = isOne ? others(found, than: number, linker) : found.map { ($0, $0.probability) }
    return chosen.map { ($0, sure($1)) }.filter { $0.1 >= options.threshold }.map { match, probability in
      let right = Int(match.id)
      return Match(
        left: number, right: right, leftID: row.id, rightID: list.ids[right], weight: match.bits,
        probability: probability, reasons: match.assessment.map(Match.reasons))
    }
  }

  /// A small list is not taken to hold everybody: the odds are those of a thousand people.
  private func sure(_ probability: Double) -> Double {
    let scale = min(1, Double(list.index.people) / 1000)
    let odds = probability * scale
    return odds / (odds + 1 - probability)
  }

  /// The rows below this one, each weighed as if it were the only one: a person may stand in a list three times.
  private func others(
    _ matches: [IndexLinker.Match], than number: Int, _ linker: IndexLinker
  ) -> [(IndexLinker.Match, Double)] {
    matches.filter { $0.id > Int64(number) }.map { ($0, linker.probability(alone: $0.bits)) }
      .sorted { $0.1 > $1.1 }
  }
}

/// Chooses matches so that no row is in two of them: the surest first.
enum OneToOne {
  /// - Parameter isOneList: both rows are of one list, where a row must not be left in one match and right in another.
  static func choose(_ matches: [Match], isOneList: Bool) -> [Match] {
    var lefts: Set<Int> = []
    var rights: Set<Int> = []
    var chosen: [Match] = []
    for match in matches.sorted(by: { ($0.probability, $0.weight, -$0.left) > ($1.probability, $1.weight, -$1.left) })
    where !lefts.contains(match.left) && !rights.contains(match.right) {
      if isOneList, lefts.contains(match.right) || rights.contains(match.left) { continue }
      lefts.insert(match.left)
      rights.insert(match.right)
      chosen.append(match)
    }
    return chosen.sorted { $0.left < $1.left }
  }
}
