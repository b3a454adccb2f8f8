internal import Gateway
internal import Phrasebook
internal import Services
internal import Stores

/// What was published, for everybody and every program.
extension SiteApplication {
  func publishedAnswer(_ route: Route, _ request: Request, _ phrases: Phrases) async throws -> Response {
    let all = try await releases?.all() ?? []
    var wanted = all.first
    switch route {
    case .release(_, let number), .releaseTable(_, let number), .releaseData(_, let number):
      guard let found = all.first(where: { Int64($0.id) == number.value }) else {
        return failure(Problem(.notFound), request, route)
      }
      wanted = found
    default: break
    }
    let shown = try wanted.map { (kept: $0, document: try ReleaseDocument.read($0.document)) }
    switch route {
    case .releaseTable:
      guard let shown else { break }
      return VisitDesk.download(shown.document.csv, "text/csv; charset=utf-8", "release-\(shown.kept.id).csv")
    case .releaseData:
      guard let shown else { break }
      return VisitDesk.download(shown.kept.document, "application/json", "release-\(shown.kept.id).json")
    default: break
    }
    return .page(
      PublishedPage(
        phrases: phrases, isPractice: configuration.isPractice, releases: all, shown: shown,
        next: ReleaseCalendar.next(after: configuration.now())))
  }
}
