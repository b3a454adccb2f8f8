internal import CivilTime
internal import Foundation
internal import Gateway
internal import Linkage
internal import Phrasebook
internal import Services

/// `POST /api/v1/search`: what the page says, for a program. The sentences are in the language that it accepts.
extension SiteApplication {
  func searchAnswer(_ request: Request) async throws -> Response {
    let phrases = phrases(request, .apiSearch)
    let typed: SearchInput
    switch Self.searchInput(try request.json()) {
    case .success(let input): typed = input
    case .failure(let refused): return .problem(refused.problem)
    }
    let now = configuration.now()
    switch SearchRequest.parse(typed, today: now.utcDay ?? .farthest) {
    case .failure(let faults):
      let words = Dictionary(uniqueKeysWithValues: faults.byField.map { ($0.rawValue, $1.code) })
      return .problem(Problem(.unprocessableContent, code: "invalid-fields", errors: words))
    case .success(let wanted):
      try await configuration.pace?.wait(request.caller?.prefix)
      let outcome = try await search.search(wanted, now: now)
      return try .encoded(
        SearchAnswer(outcome, aNumber: wanted.aNumber, phrases: phrases, origin: configuration.origin))
    }
  }

  private struct Refused: Error {
    let problem: Problem
  }

  /// An object whose values are texts, with no other names than those of the fields.
  private static func searchInput(_ body: [UInt8]) -> Result<SearchInput, Refused> {
    guard let values = try? JSONDecoder().decode([String: String?].self, from: Data(body)) else {
      return .failure(Refused(problem: Problem(.badRequest, code: "not-an-object-of-texts")))
    }
    var typed = SearchInput()
    var unknown: [String: String] = [:]
    var tooLong: [String: String] = [:]
    for (name, value) in values {
      // The name of a field that does not exist is not repeated: it may be anything.
      guard let field = SearchField(rawValue: name) else {
        unknown["other"] = "unknown-field"
        continue
      }
      // As the description of the API counts: before blanks and invisible characters are passed over.
      if let value, value.unicodeScalars.count > field.limit { tooLong[name] = InputFault.tooLong(limit: 0).code }
      typed[field] = String((value ?? "").prefix(400))
    }
    if !unknown.isEmpty {
      return .failure(Refused(problem: Problem(.badRequest, code: "unknown-field", errors: unknown)))
    }
    if !tooLong.isEmpty {
      return .failure(Refused(problem: Problem(.unprocessableContent, code: "invalid-fields", errors: tooLong)))
    }
    return .success(typed)
  }
}

extension InputFault {
  /// A fixed word for programs.
  fileprivate var code: String {
    switch self {
    case .missing: "missing"
    case .tooLong: "too-long"
    case .notAName: "not-a-name"
    case .notADate: "not-a-date"
    case .inFuture: "in-future"
    case .tooLongAgo: "too-long-ago"
    case .notAnANumber: "not-an-a-number"
    case .unknownCountry: "unknown-country"
    case .unknownSex: "unknown-sex"
    }
  }
}
