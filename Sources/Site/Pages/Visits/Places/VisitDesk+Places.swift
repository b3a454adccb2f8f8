internal import CivilTime
internal import Gateway
internal import Markup
internal import Phrasebook
internal import Records
internal import Services

/// The days of places: which place, its month, one day, and what somebody notes of it.
extension VisitDesk {
  /// Nil for a route that is not about a place, or a place that is not there.
  func showPlaces(_ route: VisitRoute, _ request: Request) async throws -> Response? {
    guard scene.staff.may(.watchPlaces) else { return refusal }
    let isSaved = request.query[Self.savedField] != nil
    switch route {
    case .places: return try await choosePlace(request.query)
    case .place(let code):
      return try await month(code, PlaceMonthPage.month(request.query[PlaceMonthPage.monthField]), isSaved: isSaved)
    case .placeDay(let code, let day): return try await placeDay(code, day.day, isSaved: isSaved)
    default: return nil
    }
  }

  /// The page that follows is asked for anew, so that reloading it notes nothing twice.
  func notePlace(_ form: Form, _ code: FacilityCode, _ day: CivilDate?) async throws -> Response? {
    if let day, let question = form[ReviewQuestionsView.questionField].flatMap(Int64.init) {
      return try await answer(question, form, code, day)
    }
    var typed = PlaceInput()
    for field in PlaceField.allCases { typed[field] = String((form[field.rawValue] ?? "").prefix(field.limit + 400)) }
    switch try await visits.note(typed, at: code.description, by: scene.staff, now: now) {
    case .success(nil): return nil
    case .success(let noted?):
      let route = VisitRoute.placeDay(code, DayName(noted))
      return .redirect(to: Route.visits(scene.phrases.language, route).path + "?" + Self.savedField)
    case .failure(let faults):
      if let day { return try await placeDay(code, day, typed, faults) }
      return try await month(code, nil, typed, faults)
    }
  }

  /// What a reviewer asked of those who told of a day.
  private func answer(_ question: Int64, _ form: Form, _ code: FacilityCode, _ day: CivilDate) async throws -> Response
  {
    let text = String((form[ReviewQuestionsView.answerField] ?? "").prefix(4000))
    let answered = try await review.answer(
      question, ofPlace: code.description, on: day, text, by: scene.staff, now: now)
    let path = Route.visits(scene.phrases.language, .placeDay(code, DayName(day))).path
    if case .success(true) = answered { return .redirect(to: path + "?" + Self.savedField) }
    return .redirect(to: path + "#" + ReviewQuestionsView.part.name)
  }

  private func choosePlace(_ query: Fields) async throws -> Response {
    let text = String((query[PlaceChooser.textField] ?? "").prefix(100))
    let found = text.isEmpty ? nil : try await visits.placesToWatch(text, by: scene.staff)
    let watched = try await visits.watchedPlaces(by: scene.staff)
    return .page(PlaceFindPage(scene: scene, text: text, found: found, watched: watched))
  }

  private func month(
    _ code: FacilityCode, _ month: CivilDate?, _ typed: PlaceInput = PlaceInput(),
    _ faults: PlaceFaults = PlaceFaults(), isSaved: Bool = false
  ) async throws -> Response? {
    guard let place = try await visits.watchedPlace(code.description, by: scene.staff, now: now) else { return nil }
    let today = place.zone.local(now).day
    let first = month ?? PlaceMonthPage.first(of: today)
    guard let last = PlaceMonthPage.next(after: first)?.adding(days: -1),
      let watch = try await visits.watch(code.description, from: first, through: last, by: scene.staff, now: now)
    else { return nil }
    return .page(
      PlaceMonthPage(
        scene: scene, code: code, watch: watch, today: today, typed: typed, faults: faults, isSaved: isSaved),
      status: faults.isEmpty ? .ok : .unprocessableContent)
  }

  private func placeDay(
    _ code: FacilityCode, _ day: CivilDate, _ typed: PlaceInput? = nil, _ faults: PlaceFaults = PlaceFaults(),
    isSaved: Bool = false
  ) async throws -> Response? {
    guard let watch = try await visits.watch(code.description, from: day, through: day, by: scene.staff, now: now)
    else { return nil }
    // Monitors see what they ask on the case.
    let questions =
      scene.staff.may(.reviewFindings)
      ? [] : try await review.questions(ofPlace: code.description, on: day, by: scene.staff)
    return .page(
      PlaceDayPage(
        scene: scene, code: code, day: day, watch: watch, typed: typed ?? PlaceInput([.day: day.iso]), faults: faults,
        isSaved: isSaved, questions: questions, now: now), status: faults.isEmpty ? .ok : .unprocessableContent)
  }
}
