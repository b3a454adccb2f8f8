internal import CivilTime
internal import Gateway
internal import Phrasebook
internal import Records
internal import Services

/// `GET /api/v1/facilities` and `GET /api/v1/facilities/{code}`: public facts about places.
extension SiteApplication {
  func facilitiesAnswer(_ request: Request) async throws -> Response {
    let query = PlaceQuery(request)
    let phrases = phrases(request, .apiFacilities)
    if query.isEmpty {
      let counts = try await places.facilityCounts()
      return try .encoded(StatesAnswer(states: counts.map { .init(state: $0.state, facilities: $0.facilities) }))
    }
    let matches = try await places.facilities(matching: query.text, state: query.state, limit: PlacesPage.limit)
    return try .encoded(
      FacilitiesAnswer(
        total: matches.total,
        facilities: matches.facilities.map { FacilityBrief($0, phrases, configuration.origin) }))
  }

  func facilityAnswer(_ code: FacilityCode) async throws -> Response {
    guard let details = try await places.facility(code: code.description) else {
      return .problem(Problem(.notFound, code: "no-such-facility"))
    }
    return try .encoded(FacilityAnswer(details))
  }
}

private struct StatesAnswer: Encodable {
  struct Count: Encodable {
    let state: String
    let facilities: Int
  }

  let states: [Count]
}

private struct FacilitiesAnswer: Encodable {
  let total: Int
  let facilities: [FacilityBrief]
}

/// Enough of a facility to name it and to ask for more.
struct FacilityBrief: Encodable {
  let code: String
  let name: String
  var city: String?
  var state: String?
  var page: String?
  var api: String?

  init(_ facility: FacilitySummary, _ phrases: Phrases, _ origin: Origin) {
    self.init(facility.code, facility.name, facility.city, facility.state, phrases, origin)
  }

  init(_ facility: Facility, _ phrases: Phrases, _ origin: Origin) {
    self.init(facility.code, facility.name, facility.city, facility.state, phrases, origin)
  }

  private init(
    _ code: String, _ name: String, _ city: String?, _ state: String?, _ phrases: Phrases, _ origin: Origin
  ) {
    self.code = code
    self.name = name
    self.city = city
    self.state = state
    if let code = FacilityCode(code) {
      page = origin.description + Route.facility(phrases.language, code).path
      api = origin.description + Route.apiFacility(code).path
    }
  }
}
