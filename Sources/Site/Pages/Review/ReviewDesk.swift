internal import CivilTime
internal import CounselRules
internal import Gateway
internal import Markup
internal import Phrasebook
internal import Services
internal import Stores

/// What somebody who reviews findings is shown, and what becomes of the forms that they send.
struct ReviewDesk {
  let review: ReviewService
  let figures: FigureService
  let court: CourtServices?
  let printer: PaperPrinter
  let scene: StaffScene
  let now: Timestamp

  static let savedField = "saved"

  /// Nil where there is nothing that this person may see.
  func show(_ route: ReviewRoute, _ request: Request) async throws -> Response? {
    guard scene.staff.may(.reviewFindings) else { return refusal }
    switch route {
    case .queue:
      let filter = ReviewFilter(request.query)
      let cursor = request.query[ReviewFilter.afterField].flatMap(ReviewCursor.init)
      let queue = try await review.queue(filter, after: cursor, by: scene.staff)
      return .page(ReviewQueuePage(scene: scene, filter: filter, isFirst: cursor == nil, queue: queue, now: now))
    case .figures, .figuresTable, .figuresData: return try await count(route, request.query)
    case .report, .incidents, .bundle: return try await give(route, request)
    case .places, .place, .orders, .order, .rows: return try await places(route, request.query)
    case .patterns: return try await patterns(request.query, isSaved: request.query[Self.savedField] != nil)
    case .one(let number):
      return try await page(number, isSaved: request.query[Self.savedField] != nil)
    }
  }

  func take(_ route: ReviewRoute, _ form: Form) async throws -> Response? {
    guard scene.staff.may(.reviewFindings) else { return refusal }
    if route == .bundle { return try await bundle(form) }
    if route == .patterns { return try await namePattern(form) }
    guard case .one(let number) = route, let finding = form[ReviewPage.findingField].flatMap(Int64.init) else {
      return nil
    }
    func text(_ field: ReviewPage.Field) -> String { String((form[field.rawValue] ?? "").prefix(4000)) }
    if form[ReviewPage.stepField] == ReviewPage.openStep {
      let because = text(.because)
      switch try await review.open(number.value, finding: finding, because: because, by: scene.staff, now: now) {
      case .success(false): return nil
      case .success(true): return opened(number, "#" + ReviewPage.timeline.name)
      case .failure(let fault):
        return try await page(number, because: because, fault: (fault, .because))
      }
    }
    let input = ReviewInput(verdict: text(.verdict), reason: text(.reason), question: text(.question))
    switch try await review.decide(number.value, finding: finding, input, by: scene.staff, now: now) {
    case .success(false): return nil
    case .success(true): return opened(number, "?\(Self.savedField)=1")
    case .failure(let fault):
      return try await page(number, input, fault: (fault, ReviewPage.field(of: fault)))
    }
  }

  private func page(
    _ number: CaseNumber, _ typed: ReviewInput = ReviewInput(), because: String = "", isSaved: Bool = false,
    fault: (ReviewFault, ReviewPage.Field)? = nil
  ) async throws -> Response? {
    guard let matter = try await review.matter(number.value, by: scene.staff) else { return nil }
    return .page(
      ReviewPage(
        scene: scene, matter: matter, typed: typed, because: because, fault: fault, isSaved: isSaved, now: now),
      status: fault == nil ? .ok : .unprocessableContent)
  }

  private func opened(_ number: CaseNumber, _ rest: String) -> Response {
    .redirect(to: Route.review(scene.phrases.language, .one(number)).path + rest)
  }

  private var refusal: Response { .page(StaffRefusalPage(scene: scene, isOldForm: false), status: .forbidden) }
}

/// The names under which a filter travels in addresses. None of it names a person.
extension ReviewFilter {
  static let showField = "show"
  static let severityField = "severity"
  static let placeField = "place"
  static let ruleField = "rule"
  static let orderField = "order"
  static let patternField = "pattern"
  static let afterField = "after"

  var address: [(name: String, value: String)] {
    [
      (Self.showField, showing.rawValue), (Self.severityField, severity ?? ""), (Self.placeField, place ?? ""),
      (Self.ruleField, rule ?? ""), (Self.patternField, pattern ?? ""), (Self.orderField, order.rawValue),
    ].filter { !$0.1.isEmpty }
  }

  init(_ fields: Fields) {
    self.init()
    showing = fields[Self.showField].flatMap(Showing.init(rawValue:)) ?? .toDecide
    order = fields[Self.orderField].flatMap(Order.init(rawValue:)) ?? .gravest
    severity = fields[Self.severityField].flatMap { Self.severities.contains($0) ? $0 : nil }
    place = fields[Self.placeField].flatMap { FacilityCode($0.uppercased()) }?.description
    pattern = fields[Self.patternField].flatMap(Pattern.init(rawValue:))?.rawValue
    rule = fields[Self.ruleField].flatMap { text in
      let isName = text.utf8.allSatisfy {
        (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
          || $0 == UInt8(ascii: "-")
      }
      return isName && (1...60).contains(text.utf8.count) ? text : nil
    }
  }

  static let severities = ["red", "amber", "grey"]
}
