internal import CivilTime
internal import Gateway
internal import Linkage
internal import Phrasebook
internal import Services

/// What the pages answer: gathers what a page needs and hands it to the page's value.
extension SiteApplication {
  func page(_ route: Route, _ request: Request) async throws -> Response {
    let phrases = phrases(request, route)
    let isPractice = configuration.isPractice
    switch route {
    case .root: return .redirect(to: Route.start(phrases.language).path)
    case .search where request.method == .post: return try await search(request, phrases)
    case .search: return .redirect(to: Route.start(phrases.language).path)
    case .facilities: return try await facilities(request, phrases)
    case .facility(_, let code):
      guard let details = try await places.facility(code: code.description) else {
        return failure(Problem(.notFound), request, route)
      }
      return .page(
        PlacePage(phrases: phrases, isPractice: isPractice, details: details, code: code, now: configuration.now()))
    case .offices:
      return .page(OfficesPage(phrases: phrases, isPractice: isPractice, offices: try await places.fieldOffices()))
    case .about:
      return .page(AboutPage(phrases: phrases, isPractice: isPractice, placesReadOn: configuration.placesReadOn))
    case .leaving: return .page(LeavingPage(phrases: phrases, isPractice: isPractice))
    case .leave: return leave
    default:
      let visitor = visitor(request, nil).0
      return tied(.page(StartPage(phrases: phrases, isPractice: isPractice, token: visitor.token)), visitor)
    }
  }

  /// First what this site left in the browser goes, then the browser goes somewhere that nobody wonders about.
  private var leave: Response {
    Response(
      status: .seeOther,
      headers: ["Location": "https://www.wikipedia.org/", "Clear-Site-Data": "\"cache\", \"cookies\", \"storage\""])
  }

  /// A form comes from a page of this site when the browser says so, or when it carries the token that the browser's
  /// cookie makes. Of a browser that says nothing and keeps no cookie nobody knows: it is shown the form once more.
  private func search(_ request: Request, _ phrases: Phrases) async throws -> Response {
    let form = try await request.form()
    let (visitor, isTied) = visitor(request, form)
    let answer = try await search(
      form, request, phrases, visitor.token, isOurs: isTied || request.source == .sameOrigin)
    return tied(answer, visitor)
  }

  private func search(
    _ form: Form, _ request: Request, _ phrases: Phrases, _ token: String, isOurs: Bool
  ) async throws -> Response {
    var typed = SearchInput()
    for field in SearchField.allCases { typed[field] = String((form[field.rawValue] ?? "").prefix(400)) }
    let now = configuration.now()
    let isPractice = configuration.isPractice
    if form[SearchForm.changeField] != nil {
      return .page(StartPage(phrases: phrases, isPractice: isPractice, typed: typed, token: token))
    }
    guard isOurs else {
      let page = StartPage(phrases: phrases, isPractice: isPractice, typed: typed, token: token, isUntied: true)
      return .page(page, status: .forbidden)
    }
    switch SearchRequest.parse(typed, today: now.utcDay ?? .farthest) {
    case .failure(let faults):
      let page = StartPage(phrases: phrases, isPractice: isPractice, typed: typed, faults: faults, token: token)
      return .page(page, status: .unprocessableContent)
    case .success(let wanted):
      try await configuration.pace?.wait(request.caller?.prefix)
      switch try await search.search(wanted, now: now) {
      case .found(let person):
        return .page(
          ResultPage(
            phrases: phrases, isPractice: isPractice, typed: typed, record: try await record(person), token: token,
            now: now))
      case .notFound(let advice):
        return .page(
          NotFoundPage(
            phrases: phrases, isPractice: isPractice, typed: typed, aNumber: wanted.aNumber, advice: advice,
            followable: receipts != nil, token: token, now: now))
      }
    }
  }

  /// The record with what is public of its place.
  func record(_ person: FoundPerson) async throws -> FoundRecord {
    var place: FacilityDetails?
    if let code = person.custody?.facility?.code { place = try await places.facility(code: code) }
    return FoundRecord(person: person, place: place)
  }

  private func facilities(_ request: Request, _ phrases: Phrases) async throws -> Response {
    let query = PlaceQuery(request)
    let matches =
      query.isEmpty
      ? nil : try await places.facilities(matching: query.text, state: query.state, limit: PlacesPage.limit)
    let counts = query.isEmpty ? try await places.facilityCounts() : []
    return .page(
      PlacesPage(
        phrases: phrases, isPractice: configuration.isPractice, text: query.text, state: query.state, matches: matches,
        counts: counts))
  }
}

/// What is asked of the list of places: public facts, so they may stand in an address.
struct PlaceQuery {
  let text: String
  let state: String?

  init(_ request: Request) {
    text = String((request.query["q"] ?? "").prefix(100))
    state = request.query["state"].flatMap { code in States.name(code.uppercased()).map { _ in code.uppercased() } }
  }

  var isEmpty: Bool { state == nil && !text.contains { $0.isLetter || $0.isNumber } }
}
