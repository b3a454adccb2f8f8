internal import Records

/// Makes one place of what the lists say of it. The list of facilities comes first, then what is known by hand, then the
/// list of hold rooms, then the field office whose building it is in.
struct FacilityMerge {
  let seed: FacilitySeed

  /// A place with everything known of it.
  struct Place: Sendable {
    var code: String
    var name: String
    var kind: FacilityKind
    var address: String?
    var city: String?
    var state: String
    var zip: String?
    var county: String?
    var fips: String?
    var coordinates: (latitude: Double, longitude: Double)?
    var zone: (zone: String, basis: String)?
    var office: (name: String, basis: String)?
    var origin: String
    var aliases: [(alias: String, origin: String)] = []
  }

  /// Every place, by code.
  func places() -> [Place] {
    let rooms = Dictionary(seed.holdRooms.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
    let listed = Set(seed.listed.map(\.code))
    let hand = Dictionary(seed.byHand.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
    let aliases = Dictionary(grouping: seed.aliases, by: \.code)
    let both =
      seed.listed.map { ($0, rooms[$0.code], "facilities.csv") }
      + seed.holdRooms.filter { !listed.contains($0.code) }.map { ($0, $0, "hold-rooms.csv") }
    return both.map { first, room, origin in
      var place = merged(first, room, hand[first.code], origin: origin)
      place.aliases += aliases[first.code, default: []].map { ($0.alias, "facility-aliases.csv: \($0.origin)") }
      return place
    }.sorted { $0.code < $1.code }
  }

  private func merged(_ list: ListedPlace, _ room: ListedPlace?, _ hand: HandPlace?, origin: String) -> Place {
    let office = seed.offices.first { $0.holdRoom == list.code }
    let (street, state, zip) = Self.parts(of: list.address, list.state)
    var place = Place(
      code: list.code, name: hand?.name ?? list.name, kind: Self.kind(list, room), address: street, city: list.city,
      state: state,
      zip: list.zip ?? zip, county: list.county, fips: list.fips, coordinates: list.coordinates,
      zone: seed.zones[list.code], origin: origin)
    let isListed = origin == "facilities.csv"
    if !isListed || place.city == nil { place.city = hand?.city ?? room?.city ?? office?.city }
    if !isListed || place.county == nil {
      place.county = hand?.county ?? room?.county.map { PlaceWords.titled(Self.plainCounty($0)) }
    }
    if place.address == nil {
      place.address = room?.address.flatMap { Self.parts(of: $0, list.state).street } ?? office?.address
      place.zip = place.zip ?? room?.zip ?? (room?.address == nil ? office?.zip : nil)
    }
    place.coordinates = place.coordinates ?? room?.coordinates
    place.office = self.office(of: place, listed: isListed ? list.office : nil, area: room?.office)
    if let name = hand?.name, PlaceWords.name(name) != PlaceWords.name(list.name) {
      place.aliases.append((list.name, origin))
    }
    if let room, PlaceWords.name(room.name) != PlaceWords.name(list.name) {
      place.aliases.append((room.name, "hold-rooms.csv"))
    }
    return place
  }

  /// By the list, then the hold rooms' list, then the county, then the state where one office has all of it.
  private func office(of place: Place, listed: String?, area: String?) -> (name: String, basis: String)? {
    if let listed { return (listed, "list") }
    if let office = seed.offices.first(where: { $0.areaCode == area }) { return (office.name, "list") }
    if let office = seed.offices.first(where: { $0.holdRoom == place.code }) { return (office.name, "list") }
    let inState = seed.areas.filter { $0.state == place.state }
    if let county = place.county.map(PlaceWords.county),
      let area = inState.first(where: { !$0.county.isEmpty && PlaceWords.county($0.county) == county })
    {
      return (area.office, "county")
    }
    let offices = Set(inState.map(\.office))
    return offices.count == 1 ? offices.first.map { ($0, "state") } : nil
  }

  /// Street, state and ZIP code of an address that ends in "City, ST 12345". The state of the address is the one where
  /// mail arrives: two hospitals in Las Vegas are listed under New York.
  static func parts(of address: String?, _ state: String) -> (street: String?, state: String, zip: String?) {
    guard let address else { return (nil, state, nil) }
    let pieces = address.split(separator: ",").map { $0.drop { $0 == " " } }
    guard pieces.count >= 3, let last = pieces.last?.split(separator: " "), last.count == 2,
      last[0].count == 2, last[1].count == 5, last[1].allSatisfy(\.isNumber)
    else { return (address, state, nil) }
    let street = pieces.dropLast(2).joined(separator: ", ")
    return (street, last[0].uppercased(), String(last[1]))
  }

  private static func plainCounty(_ county: String) -> String {
    let words = county.split(separator: " ")
    guard words.count > 1, ["COUNTY", "PARISH"].contains(words.last?.uppercased() ?? "") else { return county }
    return words.dropLast().joined(separator: " ")
  }

  private static func kind(_ list: ListedPlace, _ room: ListedPlace?) -> FacilityKind {
    switch room?.type {
    case "staging": return .staging
    case "cbp": return .border
    case .some: return .holdRoom
    case nil: break
    }
    if list.code.hasSuffix("HOLD") { return .holdRoom }
    let name = " " + PlaceWords.name(list.name) + " "
    if name.contains(" staging ") { return .staging }
    if name.contains(" cbp ") || name.contains(" border patrol ") { return .border }
    let heals = ["hospital", "medical", "medicine", "health", "healthcare", "coxhealth", "uchealth", "clinic"]
    if !name.contains(" federal medical "), heals.contains(where: { name.contains(" \($0) ") }) { return .hospital }
    return .detention
  }
}
