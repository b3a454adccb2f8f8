internal import CivilTime
internal import Gateway
internal import Phrasebook
internal import Records
internal import Services
internal import Stores

/// What programs may ask with a key of somebody who has an account: `Authorization: Bearer`. A cookie counts for nothing
/// here, and a key for nothing on the pages.
extension SiteApplication {
  func programAnswer(_ route: Route, _ request: Request) async throws -> Response {
    guard let services = staff else { return .problem(Problem(.notFound)) }
    let now = configuration.now()
    guard let person = try await services.tokens.staff(bearer: Self.bearer(request) ?? "", now: now) else {
      var response = Response.problem(Problem(.unauthorized, code: "no-good-key"))
      response.headers["WWW-Authenticate"] = "Bearer realm=\"paradero\""
      return response
    }
    do {
      switch route {
      case .apiAccounts:
        let accounts = try await services.accounts.all(by: person)
        return try .encoded(AccountsAnswer(accounts: accounts.map(AccountAnswer.init)))
      case .apiVisits:
        var filter = VisitFilter(request.query)
        filter.page = max(1, filter.page)
        let found = try await services.visits.list(filter, by: person)
        return try .encoded(
          VisitsAnswer(total: found.total, page: filter.page, visits: found.lines.map(VisitAnswer.init)))
      case .apiArrests:
        guard let arrests = services.arrests else { return .problem(Problem(.notFound)) }
        let (query, isWrong) = ArrestQuery.read(request.query, now: now)
        guard !isWrong else { return .problem(Problem(.unprocessableContent, code: "year-or-day-not-understood")) }
        let report = try await arrests.report(query, by: person)
        return VisitDesk.download(try ArrestTable(report).json(), "application/json", "arrests.json")
      case .apiFigures:
        let (query, fault) = ReviewDesk.query(request.query, now: now)
        if let fault {
          return .problem(
            Problem(.unprocessableContent, code: fault.rawValue, detail: fault.text(Phrases.english.figures)))
        }
        let table = FigureTable(try await services.figures.report(query, by: person))
        return request.query["format"] == "csv"
          ? VisitDesk.download(table.csv, "text/csv; charset=utf-8", "figures.csv")
          : VisitDesk.download(try table.json(), "application/json", "figures.json")
      default: return try .encoded(AccountAnswer(person.account))
      }
    } catch is NotAllowed {
      return .problem(Problem(.forbidden, code: "not-in-scope"))
    } catch is NotFresh {
      return .problem(Problem(.forbidden, code: "needs-fresh-sign-in"))
    }
  }

  /// The key, if there is exactly one header and it is of this kind.
  private static func bearer(_ request: Request) -> String? {
    let headers = request.headers.all("Authorization")
    guard headers.count == 1, let header = headers.first else { return nil }
    let parts = header.split(separator: " ", maxSplits: 1)
    return parts.count == 2 && parts[0].lowercased() == "bearer" ? String(parts[1]) : nil
  }
}

private struct AccountAnswer: Encodable {
  let name: String
  let role: String
  let disabled: Bool

  init(_ account: Account) {
    (name, role, disabled) = (account.name, account.role.rawValue, account.disabledAt != nil)
  }
}

private struct AccountsAnswer: Encodable { let accounts: [AccountAnswer] }

private struct VisitAnswer: Encodable {
  let reference: String
  let place: String
  let state: String
  let since: String?
  let due: String?
  let severity: String

  init(_ line: VisitLine) {
    reference = line.reference
    place = line.placeCode
    state = line.state.rawValue
    since = line.since?.iso
    due = line.dueAt?.iso
    severity = line.severity
  }
}

private struct VisitsAnswer: Encodable {
  let total: Int
  let page: Int
  let visits: [VisitAnswer]
}
