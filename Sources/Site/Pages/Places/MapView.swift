internal import Markup
internal import Phrasebook
internal import Records

/// The outline of the country with a dot at a place. Nothing is asked of anybody else's map.
struct MapView: HTML {
  let phrases: Phrases
  let facility: Facility

  var body: Node {
    if let place = facility.coordinates {
      if let (x, y) = MapProjection.point(of: place, state: facility.state), let land = Self.land,
        let borders = Self.borders
      {
        svg(width: MapProjection.width, height: MapProjection.height, text: caption, .class("map")) {
          path(land, .class("land"))
          path(borders, .class("borders"))
          circle(x: x, y: y, radius: 26, .class("halo"))
          circle(x: x, y: y, radius: 10, .class("dot"))
        }
      }
      if let link = Link.map(latitude: place.latitude, longitude: place.longitude) {
        p { a(link, .class("act plain")) { phrases.place.openMap } }
      }
    }
  }

  private var caption: String {
    phrases.place.mapText(Parts.town(facility.city, facility.state, phrases) ?? facility.name)
  }

  /// The country alone, for a map of many places.
  @HTMLBuilder static var outline: Node {
    if let land, let borders {
      path(land, .class("land"))
      path(borders, .class("borders"))
    }
  }

  private static let lines = String(decoding: PackageResources.us_outline_txt, as: UTF8.self).split(separator: "\n")
  private static let land = lines.first.flatMap { PathData(String($0)) }
  private static let borders = lines.dropFirst().first.flatMap { PathData(String($0)) }
}
