package import CivilTime

/// Facilities by everything they are called, to tell which one a cell means.
package struct PlaceBook: Sendable {
  package struct Place: Sendable {
    package var id: Int32
    package var code: String
    package var name: String
    package var city: String?
    package var state: String?
    package var zone: Zone?
    package var aliases: [String]

    package init(
      id: Int32, code: String, name: String, city: String? = nil, state: String? = nil, zone: Zone? = nil,
      aliases: [String] = []
    ) {
      self.id = id
      self.code = code
      self.name = name
      self.city = city
      self.state = state
      self.zone = zone
      self.aliases = aliases
    }
  }

  enum Answer: Equatable {
    case facility(Int32)
    case several
    case unknown
  }

  private var byCode: [String: Int32] = [:]
  /// Nil where several facilities share the name.
  private var byName: [String: Int32?] = [:]
  private var zones: [Int32: Zone] = [:]

  package init(_ places: [Place]) {
    for place in places {
      byCode[comparable(place.code)] = place.id
      zones[place.id] = place.zone
    }
    for place in places {
      add(place.name, place.id)
      for alias in place.aliases { add(alias, place.id) }
      // "Adams County Correctional Center, MS" and "… (Natchez, MS)".
      guard let state = place.state else { continue }
      add("\(place.name) \(state)", place.id)
      if let city = place.city {
        add("\(place.name) \(city)", place.id)
        add("\(place.name) \(city) \(state)", place.id)
      }
    }
  }

  private mutating func add(_ name: String, _ id: Int32) {
    let key = comparable(name)
    guard !key.isEmpty else { return }
    if let known = byName[key] {
      if known != id { byName[key] = .some(nil) }
    } else {
      byName[key] = .some(id)
    }
  }

  func find(_ text: String) -> Answer {
    let key = comparable(text)
    if let id = byCode[key] { return .facility(id) }
    guard let entry = byName[key] else { return .unknown }
    return entry.map { .facility($0) } ?? .several
  }

  func zone(of facility: Int32) -> Zone? { zones[facility] }
}
