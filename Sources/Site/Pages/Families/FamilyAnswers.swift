internal import CivilTime
internal import Gateway
internal import Linkage
internal import Phrasebook
internal import Services
internal import Stores

/// What the pages of followed searches answer. Everything is sent in bodies: no address ever carries a receipt or a fact.
extension SiteApplication {
  func followAnswer(_ request: Request, _ phrases: Phrases) async throws -> Response {
    guard let receipts else { return failure(Problem(.notFound), request, .follow(phrases.language)) }
    let form = try await request.form()
    let typed = Self.typed(form)
    let today = configuration.now().utcDay ?? .farthest
    let wanted: SearchRequest
    switch SearchRequest.parse(typed, today: today) {
    case .failure(let faults):
      let visitor = visitor(request, form).0
      let page = StartPage(
        phrases: phrases, isPractice: configuration.isPractice, typed: typed, faults: faults, token: visitor.token)
      return tied(.page(page, status: .unprocessableContent), visitor)
    case .success(let parsed): wanted = parsed
    }
    let (visitor, isTied) = visitor(request, form)
    var scene = FamilyScene(phrases: phrases, isPractice: configuration.isPractice, token: visitor.token)
    // The first time the page says what is kept; its form is tied to the browser.
    guard isTied else { return tied(.page(FollowPage(scene: scene, typed: typed)), visitor) }
    switch try await receipts.follow(wanted, language: phrases.language.code, now: configuration.now()) {
    case .tooMany(let seconds):
      var response = Response.page(FollowPage(scene: scene, typed: typed, wait: seconds), status: .tooManyRequests)
      response.headers["Retry-After"] = String(seconds)
      return response
    case .followed(let receipt):
      scene.receipt = receipt
      return .page(ReceiptPage(scene: scene, receipt: receipt))
    }
  }

  func receiptAnswer(_ request: Request, _ phrases: Phrases) async throws -> Response {
    guard let receipts else { return failure(Problem(.notFound), request, .receipt(phrases.language)) }
    let form = request.method == .post ? try await request.form() : nil
    let (visitor, isTied) = visitor(request, form)
    let scene = FamilyScene(phrases: phrases, isPractice: configuration.isPractice, token: visitor.token)
    guard let form else { return tied(.page(ReceiptDoorPage(scene: scene)), visitor) }
    guard isTied else {
      return tied(.page(ReceiptDoorPage(scene: scene, notice: .expiredForm), status: .forbidden), visitor)
    }
    let desk = FamilyDesk(
      receipts: receipts, search: search, scene: scene,
      receipt: String((form[FamilyForm.receiptField] ?? "").prefix(400)),
      now: configuration.now())
    return try await desk.answer(form) { try await resultPage($0, phrases, token: visitor.token) }
  }

  private func resultPage(_ person: FoundPerson, _ phrases: Phrases, token: String) async throws -> Response {
    .page(
      ResultPage(
        phrases: phrases, isPractice: configuration.isPractice, typed: SearchInput(),
        record: try await record(person), token: token, now: configuration.now()))
  }

  static func typed(_ form: Form) -> SearchInput {
    var typed = SearchInput()
    for field in SearchField.allCases { typed[field] = String((form[field.rawValue] ?? "").prefix(400)) }
    return typed
  }

  /// The browser's own token, and whether the form carries it.
  func visitor(_ request: Request, _ form: Form?) -> (VisitorForm, Bool) {
    guard let known = request.cookies[Self.familyCookie].flatMap(VisitorForm.init(cookie:)) else {
      return (VisitorForm(), false)
    }
    return (known, known.isToken(form?[StaffForm.tokenField] ?? ""))
  }

  func tied(_ response: Response, _ visitor: VisitorForm) -> Response {
    var response = response
    response.cookies += [SetCookie(Self.familyCookie, visitor.cookie)].compactMap(\.self)
    return response
  }

  /// Ties the forms of families to a browser; it goes with the browser's window and tells nothing.
  private static let familyCookie = "form"
}

/// What somebody with a receipt does, and what they are shown then.
struct FamilyDesk {
  let receipts: ReceiptService
  let search: any PersonSearch
  let scene: FamilyScene
  let receipt: String
  let now: Timestamp

  func answer(_ form: Form, found: (FoundPerson) async throws -> Response) async throws -> Response {
    let act = FamilyForm.Act(rawValue: form[FamilyForm.actField] ?? "") ?? .open
    switch act {
    case .open: return try await opened()
    case .show: return try await shown(found)
    case .keep:
      try await receipts.act(.keep, with: receipt, now: now)
      return try await opened(.kept)
    case .want: return try await want(form)
    case .add: return try await add(form)
    case .note:
      let text = String((form[FamilyForm.noteField] ?? "").prefix(1000)).trimmed
      guard !text.isEmpty else { return try await opened() }
      return try await opened(try await receipts.act(.note(text), with: receipt, now: now) == .done ? .noted : .noRoom)
    case .delete:
      try await receipts.act(.delete, with: receipt, now: now)
      return .page(ReceiptDoorPage(scene: scene, notice: .justDeleted))
    }
  }

  private func want(_ form: Form) async throws -> Response {
    let wish = FamilySearch.Wish(rawValue: form[FamilyForm.wishField] ?? "") ?? .nothing
    guard wish != .nothing else {
      try await receipts.act(.want(.nothing, nil), with: receipt, now: now)
      return try await opened(.saved)
    }
    let typed = (reach: form[FamilyForm.reachField] ?? "", note: form[FamilyForm.noteField] ?? "")
    switch FamilyContact.parse(wish, reach: typed.reach, note: typed.note) {
    case .failure(let fault):
      return try await opened(status: .unprocessableContent) { $0.contact = (typed, wish, fault) }
    case .success(let contact):
      try await receipts.act(.want(wish, contact), with: receipt, judge: search, now: now)
      return try await opened(.saved)
    }
  }

  private func add(_ form: Form) async throws -> Response {
    let typed = SiteApplication.typed(form)
    switch SearchRequest.parse(typed, today: now.utcDay ?? .farthest, isAddition: true) {
    case .failure(let faults):
      return try await opened(status: .unprocessableContent) { $0.facts = (typed, faults) }
    case .success(let facts):
      try await receipts.act(.add(facts), with: receipt, now: now)
      return try await opened(.added, spends: true)
    }
  }

  // MARK: What is shown

  private func opened(
    _ notice: OpenedSearchPage.Notice? = nil, status: Status = .ok, spends: Bool = false,
    _ change: (inout OpenedSearchPage) -> Void = { _ in }
  ) async throws -> Response {
    switch try await receipts.open(receipt, language: scene.phrases.language.code, now: now) {
    case .mistyped: return door(.mistyped, .unprocessableContent)
    case .unknown: return door(.unknown, .unprocessableContent)
    case .deleted: return door(.deleted, .ok)
    case .tooMany(let seconds):
      var response = door(.tooMany(seconds: max(1, seconds)), .tooManyRequests)
      response.headers["Retry-After"] = String(max(1, seconds))
      return response
    case .search(let opened, let shown):
      var scene = scene
      scene.receipt = shown
      var page = OpenedSearchPage(
        scene: scene, search: opened, hasNews: try await news(opened, spends: spends) != nil, hours: receipts.hours,
        notice: notice)
      change(&page)
      return .page(page, status: status)
    }
  }

  private func shown(_ found: (FoundPerson) async throws -> Response) async throws -> Response {
    guard
      case .search(let opened, _) = try await receipts.open(receipt, language: scene.phrases.language.code, now: now)
    else { return try await self.opened() }
    guard let person = try await news(opened) else { return try await self.opened() }
    return try await found(person)
  }

  /// A followed search tells what the same search tells a stranger, and nothing else. Facts that were just added may be
  /// guesses; looking again is none.
  private func news(_ opened: FamilySearch, spends: Bool = false) async throws -> FoundPerson? {
    let outcome =
      spends
      ? try await search.search(opened.request, now: now) : try await search.searchAgain(opened.request, now: now)
    guard case .found(let person) = outcome else { return nil }
    return person
  }

  private func door(_ notice: ReceiptDoorPage.Notice, _ status: Status) -> Response {
    .page(ReceiptDoorPage(scene: scene, notice: notice), status: status)
  }
}

extension String {
  fileprivate var trimmed: String {
    String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
  }
}
