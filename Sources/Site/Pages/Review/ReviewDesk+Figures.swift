internal import CivilTime
internal import Gateway
internal import Markup
internal import Phrasebook
internal import Services
internal import Stores

/// What is counted, as a page or for other programs.
extension ReviewDesk {
  func count(_ route: ReviewRoute, _ fields: Fields) async throws -> Response {
    let (query, fault) = query(fields)
    let report = try await figures.report(query, by: scene.staff)
    // A file of other days than those asked for would be taken for the answer.
    if let fault, route != .figures {
      return .page(FigurePage(scene: scene, report: report, fault: fault), status: .unprocessableContent)
    }
    return switch route {
    case .figuresTable:
      VisitDesk.download(FigureTable(report).csv, "text/csv; charset=utf-8", "figures.csv")
    case .figuresData:
      VisitDesk.download(try FigureTable(report).json(), "application/json", "figures.json")
    default: .page(FigurePage(scene: scene, report: report, fault: fault))
    }
  }

  /// Places, orders, and the requests behind figures. Nil where there is no such place or order.
  func places(_ route: ReviewRoute, _ fields: Fields) async throws -> Response? {
    let (query, fault) = query(fields)
    switch route {
    case .places:
      let lines = try await figures.places(query, by: scene.staff)
      return .page(ReviewPlacesPage(scene: scene, query: query, lines: lines, fault: fault))
    case .place(let code):
      return try await figures.place(code.description, query, by: scene.staff, now: now).map {
        .page(ReviewPlacePage(scene: scene, code: code, report: $0, fault: fault))
      }
    case .orders: return .page(ReviewOrdersPage(scene: scene, orders: try await figures.orders(by: scene.staff)))
    case .order(let code):
      return try await figures.order(code.description, query, by: scene.staff).map {
        .page(ReviewOrderPage(scene: scene, report: $0, fault: fault))
      }
    default:
      let item = fields[FigureRowsPage.itemField].flatMap { (1...40).contains($0.utf8.count) ? $0 : nil }
      let ended = fields[FigureRowsPage.endedField].flatMap { FigureRowsPage.ends.contains($0) ? $0 : nil }
      let after = fields[FigureRowsPage.afterField].flatMap { Int64($0) } ?? 0
      let found = try await figures.rows(query, item: item, ended: ended, after: max(0, after), by: scene.staff)
      return .page(
        FigureRowsPage(
          scene: scene, query: query, item: item, ended: ended, rows: found.rows, hasMore: found.hasMore))
    }
  }

  func patterns(
    _ fields: Fields, _ typed: PatternInput? = nil, fault: ReviewFault? = nil, isSaved: Bool = false
  ) async throws -> Response {
    let (query, dayFault) = query(fields)
    let groups = try await review.groups(from: query.from, until: query.until, place: query.place, by: scene.staff)
    return .page(
      PatternsPage(
        scene: scene, query: query, groups: groups, fault: fault, typed: typed, isSaved: isSaved, dayFault: dayFault),
      status: fault == nil ? .ok : .unprocessableContent)
  }

  func namePattern(_ form: Form) async throws -> Response? {
    func text(_ field: PatternsPage.Field) -> String { String((form[field.rawValue] ?? "").prefix(2000)) }
    let typed = PatternInput(
      kind: text(.kind), code: text(.code), pattern: text(.pattern), first: text(.first), name: text(.name),
      reason: text(.reason))
    let (query, _) = query(form.fields)
    switch try await review.name(typed, from: query.from, until: query.until, by: scene.staff, now: now) {
    case .success(false): return nil
    case .success(true):
      return .redirect(
        to: Link.to(
          Route.review(scene.phrases.language, .patterns),
          query: FigureAsking.days(query) + [(Self.savedField, "1")]
        ).url)
    case .failure(let fault): return try await patterns(form.fields, typed, fault: fault)
    }
  }

  /// The last thirty days unless told; a day that cannot be read is said and left out.
  func query(_ fields: Fields) -> (FigureQuery, DayFault?) { Self.query(fields, now: now) }

  static func query(_ fields: Fields, now: Timestamp) -> (FigureQuery, DayFault?) {
    let today = now.utcDay ?? .farthest
    var fault: DayFault?
    func day(_ field: String) -> CivilDate? {
      guard let text = fields[field], !text.isEmpty else { return nil }
      let day = CivilDate(iso: text)
      if day.map({ $0.year < 1970 || $0.year > 9000 }) ?? true {
        fault = .unread
        return nil
      }
      return day
    }
    let until = day(FigurePage.untilField) ?? today.adding(days: 1) ?? today
    let from = day(FigurePage.fromField) ?? until.adding(days: -30) ?? until
    if from >= until { fault = fault ?? .noneBetween }
    let known = day(FigurePage.knownField)?.adding(days: 1).map(Timestamp.init(utcMidnight:))
    var query = FigureQuery(from: from, until: until, asOf: known.map { min($0, now) } ?? now)
    query.grouping = fields[FigurePage.byField].flatMap(FigureQuery.Grouping.init(rawValue:)) ?? .place
    query.place = fields[FigurePage.placeField].flatMap { FacilityCode($0.uppercased()) }?.description
    return (query, fault)
  }
}
