internal import Records

/// Ties each line of the list of inspections, which has no codes, to a place; never by a guess.
///
/// In the same state a line is tied by hand, else by the same name and city, else by a name that only one place in the
/// state has, else by a street and number that only one place in the state has, hold rooms aside.
struct StandardJoin {
  enum Basis: String, Sendable { case name, address, hand }

  private var byNameAndCity: [String: [String]] = [:]
  private var byName: [String: [String]] = [:]
  private var byStreet: [String: [String]] = [:]
  private let byHand: [StandardKey: String]

  init(_ places: [FacilityMerge.Place], byHand: [StandardKey: String]) {
    self.byHand = byHand
    for place in places {
      let name = PlaceWords.name(place.name)
      byName["\(name)|\(place.state)", default: []].append(place.code)
      byNameAndCity["\(name)|\(PlaceWords.city(place.city ?? ""))|\(place.state)", default: []].append(place.code)
      if place.kind != .holdRoom, let street = place.address.flatMap(PlaceWords.street) {
        byStreet["\(street)|\(place.state)", default: []].append(place.code)
      }
    }
  }

  /// The code of the place and what tied the line to it; nil when nothing strong does.
  func code(for line: SeedStandard) -> (code: String, basis: Basis)? {
    let key = line.key
    if let code = byHand[key] { return (code, .hand) }
    let name = PlaceWords.name(key.name)
    if let code = only(byNameAndCity["\(name)|\(PlaceWords.city(key.city))|\(key.state)"]) { return (code, .name) }
    if let code = only(byName["\(name)|\(key.state)"]) { return (code, .name) }
    if let street = line.address.flatMap(PlaceWords.street), let code = only(byStreet["\(street)|\(key.state)"]) {
      return (code, .address)
    }
    return nil
  }

  private func only(_ codes: [String]?) -> String? { codes?.count == 1 ? codes?.first : nil }
}
