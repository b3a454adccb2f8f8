internal import CivilTime
internal import Gateway
internal import Markup
internal import Phrasebook
internal import Records
internal import Services
internal import Stores

/// What somebody who signed in is shown of visits, and what becomes of the forms that they send.
struct VisitDesk {
  let visits: VisitService
  let review: ReviewService
  let printer: PaperPrinter
  let evidence: EvidenceService
  let scene: StaffScene
  let now: Timestamp

  static let savedField = "saved"

  /// Nil where there is nothing that this person may see.
  func show(_ route: VisitRoute, _ request: Request) async throws -> Response? {
    if route.isOfPlaces { return try await showPlaces(route, request) }
    guard scene.staff.may(.logVisits) else { return refusal }
    switch route {
    case .list:
      let done = request.query[BulkNote.doneField].flatMap(Int.init).flatMap {
        (1...VisitService.pageSize) ~= $0 ? $0 : nil
      }
      return try await list(VisitFilter(request.query), BulkNote(done: done))
    case .new: return try await chooser(.new, request.query)
    case .door: return try await chooser(.door, request.query)
    case .paperLog: return .page(VisitPaperLogPage(scene: scene))
    case .export: return nil
    case .one(let reference):
      return try await matter(reference).map { matter in
        .page(VisitPage(scene: scene, matter: matter, isSaved: request.query[Self.savedField] != nil, now: now))
      }
    case .letter(let reference), .mail(let reference), .calendar(let reference), .chronology(let reference),
      .declaration(let reference):
      return try await matter(reference).flatMap { try paper(route, $0) }
    case .printed(let print, let reference):
      guard let matter = try await matter(reference) else { return nil }
      return await printed(print, matter)
    case .files(let reference): return try await files(reference)
    case .file, .withdrawal, .answer, .places, .place, .placeDay: return nil
    }
  }

  func take(_ route: VisitRoute, _ form: Form) async throws -> Response? {
    switch route {
    case .list where form[VisitPage.stepField] == BulkNote.step: return try await noteMany(form)
    case .list: return try await list(VisitFilter(form.fields))
    case .export: return try await export(VisitFilter(form.fields))
    case .new: return try await file(form)
    case .door: return try await walkIn(form)
    case .one(let reference): return try await note(form, reference)
    case .files(let reference): return try await add(form, reference)
    case .file(let reference, let number, let part): return try await open(number, part, reference)
    case .answer(let reference): return try await answer(form, reference)
    case .withdrawal(let reference, let number): return try await withdraw(number, form, reference)
    case .place(let code): return try await notePlace(form, code, nil)
    case .placeDay(let code, let day): return try await notePlace(form, code, day.day)
    default: return nil
    }
  }

  // MARK: Lists

  private func list(_ filter: VisitFilter, _ note: BulkNote = BulkNote()) async throws -> Response {
    let found = try await visits.list(filter, by: scene.staff)
    return .page(
      VisitListPage(scene: scene, filter: filter, lines: found.lines, total: found.total, now: now, note: note),
      status: note.fault == nil ? .ok : .unprocessableContent)
  }

  /// The list is asked for anew afterwards, so that reloading it notes nothing twice; a name that was searched for is not
  /// put into its address.
  private func noteMany(_ form: Form) async throws -> Response {
    let filter = VisitFilter(form.fields)
    var note = BulkNote()
    note.text = String((form[VisitField.note.rawValue] ?? "").prefix(VisitField.note.limit + 400))
    note.ticked = Set(form.all(BulkNote.tickField).prefix(VisitService.pageSize))
    switch try await visits.note(note.text, on: note.ticked, by: scene.staff, now: now) {
    case .success(0): note.fault = .noneTicked
    case .success(let done):
      let query = filter.address + [(BulkNote.doneField, String(done))]
      return .redirect(to: Link.to(Route.visits(scene.phrases.language, .list), query: query).url)
    case .failure(let faults):
      if case .tooLong(let limit)? = faults[.note] { note.fault = .tooLong(limit) } else { note.fault = .noText }
    }
    return try await list(filter, note)
  }

  private func export(_ filter: VisitFilter) async throws -> Response {
    var filter = filter
    filter.page = 1
    let lines = try await visits.export(filter, by: scene.staff, now: now)
    return Self.download(VisitTable.csv(lines, scene.phrases), "text/csv; charset=utf-8", "visits.csv")
  }

  static func download(_ text: String, _ type: String, _ name: String) -> Response {
    download(Array(text.utf8), type, name)
  }

  static func download(_ bytes: [UInt8], _ type: String, _ name: String) -> Response {
    Response(
      headers: ["Content-Type": type, "Content-Disposition": "attachment; filename=\"\(name)\""],
      body: .bytes(bytes))
  }

  // MARK: Filing

  /// First the place, then the form for it.
  private func chooser(_ route: VisitRoute, _ query: Fields) async throws -> Response {
    if let code = query[VisitField.place.rawValue].flatMap(FacilityCode.init) {
      return try await formPage(route, VisitInput([.place: code.description]), VisitFaults())
    }
    if route == .new, !scene.staff.may(.fileVisits) { return refusal }
    let text = String((query[PlaceChooser.textField] ?? "").prefix(100))
    let found = text.isEmpty ? nil : try await visits.places(text, by: scene.staff)
    return .page(VisitPlacePage(scene: scene, route: route, text: text, found: found))
  }

  private func formPage(_ route: VisitRoute, _ typed: VisitInput, _ faults: VisitFaults) async throws -> Response {
    if route == .new, !scene.staff.may(.fileVisits) { return refusal }
    guard let place = try await visits.place(typed[.place], by: scene.staff, now: now) else {
      return .page(VisitPlacePage(scene: scene, route: route, text: typed[.place], found: []), status: .notFound)
    }
    let status: Status = faults.isEmpty ? .ok : .unprocessableContent
    if route == .door {
      return .page(VisitDoorPage(scene: scene, place: place, typed: typed, faults: faults), status: status)
    }
    return .page(VisitFilingPage(scene: scene, place: place, typed: typed, faults: faults), status: status)
  }

  private func file(_ form: Form) async throws -> Response {
    let typed = Self.input(form)
    switch try await visits.file(typed, by: scene.staff, now: now) {
    case .failure(let faults): return try await formPage(.new, typed, faults)
    case .success(let reference): return opened(reference)
    }
  }

  private func walkIn(_ form: Form) async throws -> Response {
    let typed = Self.input(form)
    switch try await visits.walkIn(typed, by: scene.staff, now: now) {
    case .failure(let faults): return try await formPage(.door, typed, faults)
    case .success(let references): return opened(references.first ?? "")
    }
  }

  // MARK: One request

  func matter(_ reference: VisitReference) async throws -> VisitMatter? {
    var matter = try await visits.matter(reference.description, by: scene.staff, now: now)
    if let request = matter?.request { matter?.evidence = try await evidence.files(of: request, by: scene.staff) }
    matter?.questions = try await review.questions(of: reference.description, by: scene.staff)
    return matter
  }

  /// Answers what a reviewer asked. An answer that cannot be used changes nothing, and the page asks again.
  private func answer(_ form: Form, _ reference: VisitReference) async throws -> Response? {
    guard let question = form[ReviewQuestionsView.questionField].flatMap(Int64.init) else { return nil }
    let text = String((form[ReviewQuestionsView.answerField] ?? "").prefix(4000))
    switch try await review.answer(question, of: reference.description, text, by: scene.staff, now: now) {
    case .success(true): return opened(reference.description, query: Self.savedField, at: ReviewQuestionsView.part)
    case .success(false), .failure: return opened(reference.description, at: ReviewQuestionsView.part)
    }
  }

  private func note(_ form: Form, _ reference: VisitReference) async throws -> Response? {
    let typed = Self.input(form)
    if form[VisitPage.stepField] == VisitPage.correctStep {
      return try await matter(reference).map { .page(VisitPage(scene: scene, matter: $0, typed: typed, now: now)) }
    }
    let others = form.all(VisitPage.alsoField)
    switch try await visits.append(typed, to: reference.description, also: others, by: scene.staff, now: now) {
    case .success(false): return nil
    // The page that follows is asked for anew, so that reloading it notes nothing twice.
    case .success(true): return opened(reference.description, query: Self.savedField)
    case .failure(let faults):
      return try await matter(reference).map {
        .page(
          VisitPage(scene: scene, matter: $0, typed: typed, faults: faults, now: now), status: .unprocessableContent)
      }
    }
  }

  // MARK: Parts

  var refusal: Response { .page(StaffRefusalPage(scene: scene, isOldForm: false), status: .forbidden) }

  func opened(_ reference: String, query: String? = nil, at part: ElementID = VisitPage.stand) -> Response {
    let route = VisitReference(reference).map(VisitRoute.one) ?? .list
    // Down to what matters: on a phone the menu fills half of the screen.
    return .redirect(
      to: Route.visits(scene.phrases.language, route).path + (query.map { "?\($0)" } ?? "") + "#" + part.name
    )
  }

  private static func input(_ form: Form) -> VisitInput {
    var typed = VisitInput()
    for field in VisitField.allCases { typed[field] = String((form[field.rawValue] ?? "").prefix(field.limit + 400)) }
    return typed
  }
}

/// The names under which a filter travels in forms and addresses. A name that is searched for is never in an address.
extension VisitFilter {
  static let showField = "show"
  static let orderField = "order"
  static let placeField = "place"
  static let textField = "text"
  static let pageField = "page"

  /// All of it that may stand in an address.
  var address: [(name: String, value: String)] {
    [
      (Self.showField, standing.rawValue), (Self.orderField, order.rawValue), (Self.placeField, place ?? ""),
      (Self.pageField, String(page)),
    ]
  }

  init(_ fields: Fields) {
    self.init()
    standing = fields[Self.showField].flatMap(Standing.init(rawValue:)) ?? .all
    order = fields[Self.orderField].flatMap(Order.init(rawValue:)) ?? .newest
    place = fields[Self.placeField].flatMap { FacilityCode($0.uppercased()) }?.description
    let wanted = String((fields[Self.textField] ?? "").prefix(100)).filter { !$0.isNewline }
    text = wanted.contains { $0.isLetter || $0.isNumber } ? wanted : nil
    page = min(max(fields[Self.pageField].flatMap(Int.init) ?? 1, 1), 100_000)
  }
}
