internal import Foundation
internal import Records

/// Where a point on the earth lies in the drawing of `us-outline.txt`, 960 by 600.
///
/// Albers' equal-area conic projection, with insets for Alaska, Hawaii and Puerto Rico. The numbers are those of
/// `deploy/seed/us-outline`, which draws the outline.
struct MapProjection {
  static let width = 960
  static let height = 600

  /// Nil for what lies outside the drawing: Guam, Saipan, Guantánamo.
  static func point(of place: Coordinates, state: String?) -> (x: Double, y: Double)? {
    let projection =
      switch state {
      case "AK": alaska
      case "HI": hawaii
      case "PR", "VI": puertoRico
      default: mainland
      }
    let (x, y) = projection.project(place)
    guard (0...Double(width)).contains(x), (0...Double(height)).contains(y), state != "CU" else { return nil }
    return (x, y)
  }

  private static let mainland = MapProjection(
    meridian: -96, south: 29.5, north: 45.5, anchor: (-96, 38), place: (480, 290), scale: 1200)
  private static let alaska = MapProjection(
    meridian: -154, south: 55, north: 65, anchor: (-156, 58.5), place: (106, 531), scale: 420)
  private static let hawaii = MapProjection(
    meridian: -157, south: 8, north: 18, anchor: (-157, 20.5), place: (286, 552), scale: 1200)
  private static let puertoRico = MapProjection(
    meridian: -66, south: 8, north: 18, anchor: (-66.4, 18.2), place: (880, 566), scale: 1200)

  private let meridian: Double
  private let n: Double
  private let c: Double
  private let origin: (x: Double, y: Double)
  private let place: (x: Double, y: Double)
  private let scale: Double

  private init(
    meridian: Double, south: Double, north: Double, anchor: (Double, Double), place: (x: Double, y: Double),
    scale: Double
  ) {
    let (south, north) = (south * .pi / 180, north * .pi / 180)
    self.meridian = meridian
    n = (sin(south) + sin(north)) / 2
    c = cos(south) * cos(south) + 2 * n * sin(south)
    origin = Self.raw(longitude: anchor.0, latitude: anchor.1, meridian: meridian, n: n, c: c)
    self.place = place
    self.scale = scale
  }

  private func project(_ point: Coordinates) -> (x: Double, y: Double) {
    let raw = Self.raw(longitude: point.longitude, latitude: point.latitude, meridian: meridian, n: n, c: c)
    return (place.x + scale * (raw.x - origin.x), place.y - scale * (raw.y - origin.y))
  }

  private static func raw(
    longitude: Double, latitude: Double, meridian: Double, n: Double, c: Double
  ) -> (x: Double, y: Double) {
    let turn = (longitude - meridian + 540).truncatingRemainder(dividingBy: 360) - 180
    let radius = (c - 2 * n * sin(latitude * .pi / 180)).squareRoot() / n
    let angle = n * turn * .pi / 180
    return (radius * sin(angle), -radius * cos(angle))
  }
}
