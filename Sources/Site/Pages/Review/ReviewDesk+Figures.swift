internal import CivilTime
internal import Gateway
internal import Services
internal import Stores

/// What is counted, as a page or for other programs.
extension ReviewDesk {
  func count(_ route: ReviewRoute, _ fields: Fields) async throws -> Response {
    let (query, isWrong) = query(fields)
    let report = try await figures.report(query, by: scene.staff)
    return switch route {
    case .figuresTable:
      VisitDesk.download(FigureTable(report).csv, "text/csv; charset=utf-8", "figures.csv")
    case .figuresData:
      VisitDesk.download(try FigureTable(report).json(), "application/json", "figures.json")
    default: .page(FigurePage(scene: scene, report: report, isWrong: isWrong))
    }
  }

  /// The last thirty days unless told; a day that cannot be read is said and left out.
  func query(_ fields: Fields) -> (FigureQuery, isWrong: Bool) {
    let today = now.utcDay ?? .farthest
    var isWrong = false
    func day(_ field: String) -> CivilDate? {
      guard let text = fields[field], !text.isEmpty else { return nil }
      let day = CivilDate(iso: text)
      if day.map({ $0.year < 1970 || $0.year > 9000 }) ?? true {
        isWrong = true
        return nil
      }
      return day
    }
    let until = day(FigurePage.untilField) ?? today.adding(days: 1) ?? today
    let from = day(FigurePage.fromField) ?? until.adding(days: -30) ?? until
    let known = day(FigurePage.knownField)?.adding(days: 1).map(Timestamp.init(utcMidnight:))
    var query = FigureQuery(from: from, until: until, asOf: known.map { min($0, now) } ?? now)
    query.grouping = fields[FigurePage.byField].flatMap(FigureQuery.Grouping.init(rawValue:)) ?? .place
    query.place = fields[FigurePage.placeField].flatMap { FacilityCode($0.uppercased()) }?.description
    return (query, isWrong)
  }
}
