internal import CivilTime
package import Postgres
package import Records

/// Reads places: by code, by number, by what people call them, and all that is known of each.
package struct FacilityStore<Session: PostgresSession>: Sendable {
  let session: Session

  package init(_ session: Session) { self.session = session }

  static var columns: PostgresQuery {
    "f.id, f.code, f.name, f.kind, f.address, f.city, f.state, f.zip, f.county, f.latitude, f.longitude, f.time_zone"
  }

  package func facility(code: String) async throws(PostgresError) -> Facility? {
    try await session.first(
      "select \(fragment: Self.columns) from facility f where f.code = upper(\(code))"
    ).map { row throws(PostgresError) in try Self.facility(row) }
  }

  /// Those of the facilities that exist, by number.
  package func facilities(ids: [Int32]) async throws(PostgresError) -> [Int32: Facility] {
    var found: [Int32: Facility] = [:]
    for row in try await session.rows(
      "select \(fragment: Self.columns) from facility f where f.id = any(\(ids))")
    {
      let facility = try Self.facility(row)
      found[facility.id] = facility
    }
    return found
  }

  /// Those of the facilities that exist, by code.
  package func facilities(codes: [String]) async throws(PostgresError) -> [String: Facility] {
    var found: [String: Facility] = [:]
    for row in try await session.rows(
      "select \(fragment: Self.columns) from facility f where f.code = any(\(codes))")
    {
      let facility = try Self.facility(row)
      found[facility.code] = facility
    }
    return found
  }

  /// Every facility, by code.
  package func all() async throws(PostgresError) -> [Facility] {
    var found: [Facility] = []
    for row in try await session.rows("select \(fragment: Self.columns) from facility f order by f.code") {
      found.append(try Self.facility(row))
    }
    return found
  }

  /// Everything that a facility is called: its code, its name and its aliases, for reading rosters.
  package func allNames() async throws(PostgresError) -> [FacilityName] {
    var names: [FacilityName] = []
    for row in try await session.rows(
      """
      select id, code, state from facility
      union all select id, name, state from facility
      union all select a.facility_id, a.alias, f.state from facility_alias a join facility f on f.id = a.facility_id
      """)
    {
      let (id, name, state) = try row.decode(Int32.self, String.self, String?.self)
      names.append(FacilityName(facilityID: id, name: name, state: state))
    }
    return names
  }

  /// Facilities by code, name, alias or city, as people write them; the best first.
  package func search(_ text: String, limit: Int = 10) async throws(PostgresError) -> [Facility] {
    try await find(text, state: nil, limit: limit).facilities
  }

  static func facility(_ row: PostgresRow) throws(PostgresError) -> Facility {
    let (id, code, name, kind, address, city, state, zip, county, latitude, longitude, zone) = try row.decode(
      Int32.self, String.self, String.self, String.self, String?.self, String?.self, String?.self, String?.self,
      String?.self, Double?.self, Double?.self, String?.self)
    var coordinates: Coordinates?
    if let latitude, let longitude { coordinates = Coordinates(latitude: latitude, longitude: longitude) }
    return Facility(
      id: id, code: code, name: name, kind: FacilityKind(rawValue: kind) ?? .detention, address: address, city: city,
      state: state, zip: zip, county: county, coordinates: coordinates, zone: zone.flatMap(Zone.init))
  }
}

/// One of the ways in which a facility is called.
package struct FacilityName: Sendable, Equatable {
  package let facilityID: Int32
  package let name: String
  package let state: String?

  package init(facilityID: Int32, name: String, state: String?) {
    self.facilityID = facilityID
    self.name = name
    self.state = state
  }
}

extension Optional {
  /// `map` whose closure throws a typed error.
  func map<Value, Failure: Error>(
    _ transform: (Wrapped) throws(Failure) -> Value
  ) throws(Failure) -> Value? {
    switch self {
    case .some(let wrapped): try transform(wrapped)
    case .none: nil
    }
  }
}
