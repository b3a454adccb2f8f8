internal import CivilTime
internal import Disclosure
internal import Foundation
internal import Gateway
internal import Postgres
internal import Services
internal import Site

/// `paradero bench answers`: how long answers take that name nobody, by what is behind each.
struct BenchAnswersCommand: Command {
  static let name = "bench answers"
  static let summary = "time the answers that name nobody, by what is behind them"
  static let usage = Usage(
    options: [
      .value("--truth", "FILE", "the file that “paradero sample --truth FILE” wrote"),
      .value("--out", "FILE", "where the times go: kind and microseconds"),
      .value("--each", "N", "answers of each kind; 10,000 if not said"),
      .value("--at-once", "N", "searches at once; 16 if not said"),
      .flag("--by-keys", "by the database's keys, as while the records are read in"),
      .value("--as-of", "DATE", "the day the records stand at (YYYY-MM-DD); today if not said"),
    ],
    notes: """
      The searches run through the whole service but for its socket: gate, site, search, database, page. “deploy/bench
      answers” compares the times. The database must be one of invented people; some of them are hidden for it.
      """)

  private let truth, out: String
  private let each, atOnce: Int
  private let byKeys: Bool
  private let asOf: CivilDate?

  init(_ arguments: Arguments) throws(UsageError) {
    truth = try arguments.required("--truth")
    out = try arguments.required("--out")
    each = try arguments.integer("--each", in: 1...1_000_000) ?? 10_000
    atOnce = try arguments.integer("--at-once", in: 1...64) ?? 16
    byKeys = arguments.has("--by-keys")
    asOf = arguments.text("--as-of").flatMap { CivilDate(iso: $0) }
  }

  /// What is behind an answer.
  private enum Kind: String, CaseIterable { case nothing, otherName, notEarned, hidden, stopped }

  func run(_ context: CommandContext) async throws {
    let now = asOf.map { Timestamp(utcMidnight: $0).adding(seconds: 86_399) } ?? .now
    let database = try context.database(as: .migrator)
    guard try await database.first("select kind from installation")?.decode(String.self) == "demo" else {
      throw Failure("Only a demo is measured: it holds invented people alone.", .notPermitted)
    }
    let people = try people(now)
    let records = RecordIndex(database, share: try context.share()) { now }
    guard let origin = Origin("http://localhost:8080") else { return }
    let site = SiteApplication(
      search: SearchService(records, database: database), places: FacilityService(database) { now.utcDay ?? .farthest },
      configuration: SiteConfiguration(
        origin: origin, isPractice: true, placesReadOn: .farthest, now: { now })
    ) { error, _ in context.log.error("failed", ["why": .template(Failure(explaining: error).sentence)]) }
    let pipeline = Pipeline(gate: Gate(origins: [origin]), handler: site)
    try await prepare(database, people, now)
    let following = byKeys ? nil : Task { await records.run() }
    defer { following?.cancel() }
    if !byKeys { try await records.loaded() }
    let line = context.progress("Searching", total: each * Kind.allCases.count)
    let times = try await measure(pipeline, people) { line.update($0) }
    line.finish()
    let text = times.map { "\($0.kind.rawValue)\t\($0.microseconds)\n" }.joined()
    let heads = Set(times.map(\.head))
    context.output.line("\(times.count) answers, \(heads.count) kind\(heads.count == 1 ? "" : "s") of headers.")
    guard heads.count == 1 else {
      throw Failure("The headers tell what is behind an answer.", .findings)
    }
    guard (try? Data(text.utf8).write(to: URL(filePath: out))) != nil else {
      throw Failure("The times cannot be written to \(out).", .cannotCreate)
    }
  }

  // MARK: People

  private struct Known: Sendable {
    let id: Int64
    let given, family, country: String
    let birth: CivilDate
  }

  /// Adults whose records have no error: each would be answered, if nothing stood in the way.
  private func people(_ now: Timestamp) throws -> [Kind: [Known]] {
    guard let text = try? String(contentsOfFile: truth, encoding: .utf8) else {
      throw Failure("The file \(truth) cannot be read.", .missingInput)
    }
    let known = text.split(separator: "\n").dropFirst().compactMap { line -> Known? in
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map { String($0) }
      guard cells.count == 12, cells[11].isEmpty, let id = Int64(cells[0]), let birth = CivilDate(iso: cells[5]),
        birth.age(on: now.utcDay ?? .farthest) > 18
      else { return nil }
      return Known(id: id, given: cells[3], family: cells[4], country: cells[6], birth: birth)
    }
    guard known.count >= 1000 else { throw Failure("Too few people: at least 1,000 without errors.", .badData) }
    let part = known.count / Kind.allCases.count
    return Dictionary(
      uniqueKeysWithValues: Kind.allCases.enumerated().map { place, kind in
        (kind, Array(known[(place * part)..<((place + 1) * part)]))
      })
  }

  private func prepare(_ database: Database, _ people: [Kind: [Known]], _ now: Timestamp) async throws {
    let hidden = (people[.hidden] ?? []).map(\.id)
    let stopped = (people[.stopped] ?? []).map(\.id)
    try await database.execute(
      """
      insert into protection (person_id, kind, asked_by, set_at)
      select i, 'hidden', 'responder', \(now.adding(seconds: -60)) from unnest(\(hidden)::bigint[]) i on conflict do nothing
      """)
    try await database.execute(
      """
      insert into automatic_stop (person_id, stopped_at, until)
      select i, \(now.adding(seconds: -60)), \(now.adding(seconds: 864_000)) from unnest(\(stopped)::bigint[]) i
      """)
  }

  /// What is typed: always a name, a date and a country.
  private func form(_ kind: Kind, _ people: [Known], _ number: Int) -> String {
    let person = people[number % people.count]
    let other = people[(number * 7 + 3) % people.count]
    var birth = person.birth
    var name = "\(person.given) \(person.family)"
    switch kind {
    case .nothing: name = String(name.map { Self.turned[$0] ?? $0 })
    case .otherName: name = "\(person.given) \(other.family)"
    case .notEarned: birth = birth.adding(days: 11) ?? birth
    case .hidden, .stopped: break
    }
    var allowed = CharacterSet.alphanumerics
    allowed.insert(charactersIn: "-")
    func coded(_ text: String) -> String { text.addingPercentEncoding(withAllowedCharacters: allowed) ?? "" }
    return "name=\(coded(name))&birth=\(birth.iso)&country=\(person.country)"
  }

  /// Letters that make a name of nobody, as long as the name was.
  private static let turned: [Character: Character] = [
    "a": "y", "e": "w", "i": "x", "o": "k", "u": "z", "r": "q", "n": "v", "s": "j", "l": "h", "t": "x",
  ]

  // MARK: Times

  /// One browser asks for all of them.
  private static let browser = VisitorForm().cookie

  private struct Time: Sendable {
    let kind: Kind
    let microseconds: Int64
    /// All headers but the length and the request's own number.
    let head: String
  }

  private func measure(
    _ pipeline: Pipeline, _ people: [Kind: [Known]], progress: (Int) -> Void
  ) async throws -> [Time] {
    // Kinds take turns, so that whatever else the machine does meets all of them alike.
    let plan = (0..<each * Kind.allCases.count).map { number -> (Kind, String) in
      let kind = Kind.allCases[(number * 3 + number / Kind.allCases.count) % Kind.allCases.count]
      return (kind, form(kind, people[kind] ?? [], number / Kind.allCases.count))
    }
    var times: [Time] = []
    try await withThrowingTaskGroup(of: Time.self) { group in
      var next = 0
      func start() {
        guard next < plan.count else { return }
        let (kind, form) = plan[next]
        next += 1
        group.addTask { try await Self.time(pipeline, kind, form) }
      }
      for _ in 0..<atOnce { start() }
      while let time = try await group.next() {
        times.append(time)
        progress(times.count)
        start()
      }
    }
    return times
  }

  private static func time(_ pipeline: Pipeline, _ kind: Kind, _ form: String) async throws -> Time {
    let type = "application/x-www-form-urlencoded"
    let request = SCGIHead(
      contentLength: form.utf8.count,
      variables: [
        ("CONTENT_TYPE", type), ("HTTP_CONTENT_TYPE", type), ("REQUEST_METHOD", "POST"), ("REQUEST_URI", "/en/search"),
        ("DOCUMENT_URI", "/en/search"), ("SERVER_PROTOCOL", "HTTP/1.1"), ("HTTP_HOST", "localhost:8080"),
        ("HTTP_SEC_FETCH_SITE", "same-origin"), ("HTTP_COOKIE", "form=\(browser)"),
      ])
    let began = ContinuousClock.now
    let response = await pipeline.respond(to: request, body: Array(form.utf8))
    let took = ContinuousClock.now - began
    guard response.status == .ok else { throw Failure("The service answered \(response.status.code).") }
    let head = response.headers.fields.filter { !["X-Request-ID", "Content-Length"].contains($0.name) }
      .map { "\($0.name): \($0.value)" }.joined(separator: "; ")
    return Time(
      kind: kind, microseconds: took.components.seconds * 1_000_000 + took.components.attoseconds / 1_000_000_000_000,
      head: head)
  }
}
