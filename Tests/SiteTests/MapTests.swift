import Foundation
import Records
import Testing

@testable import Site

/// The outline as polygons, read from the path data that the page shows.
private let land: [[(x: Double, y: Double)]] = {
  let path = String(decoding: PackageResources.us_outline_txt, as: UTF8.self).split(separator: "\n").first ?? ""
  return path.split(separator: "z").map { part in
    let numbers = part.matches(of: /-?\d+/).compactMap { Double($0.output) }
    var points: [(x: Double, y: Double)] = []
    for index in stride(from: 0, to: numbers.count - 1, by: 2) {
      let last = points.last ?? (0, 0)
      points.append((last.x + numbers[index], last.y + numbers[index + 1]))
    }
    return points
  }
}()

/// Whether a point is on land: an odd number of edges lies to its right, in any of the polygons.
private func isOnLand(_ point: (x: Double, y: Double)) -> Bool {
  land.contains { polygon in
    var inside = false
    for (a, b) in zip(polygon, polygon.dropFirst() + polygon.prefix(1)) where (a.y > point.y) != (b.y > point.y) {
      if point.x < (b.x - a.x) * (point.y - a.y) / (b.y - a.y) + a.x { inside.toggle() }
    }
    return inside
  }
}

/// On land, or within so many steps of the drawing of it.
private func isNearLand(_ point: (x: Double, y: Double), within distance: Double) -> Bool {
  (0..<16).contains { step in
    let angle = Double(step) * .pi / 8
    return isOnLand((point.x + distance * cos(angle), point.y + distance * sin(angle)))
  } || isOnLand(point)
}

@Suite struct `The map` {
  static let inland: [(name: String, latitude: Double, longitude: Double, state: String)] = [
    ("Denver", 39.74, -104.98, "CO"), ("Atlanta", 33.75, -84.39, "GA"), ("Spokane", 47.66, -117.43, "WA"),
    ("El Paso", 31.85, -106.3, "TX"), ("Augusta", 44.31, -69.78, "ME"), ("Orlando", 28.54, -81.38, "FL"),
    ("Fairbanks", 64.84, -147.72, "AK"), ("Hilo, inland", 19.6, -155.4, "HI"), ("Caguas", 18.23, -66.04, "PR"),
  ]

  @Test(arguments: inland) func `puts an inland town on the land that was drawn`(
    _ c: (name: String, latitude: Double, longitude: Double, state: String)
  ) throws {
    let place = try #require(Coordinates(latitude: c.latitude, longitude: c.longitude))
    #expect(isOnLand(try #require(MapProjection.point(of: place, state: c.state))))
  }

  @Test(arguments: [(27.0, -90.0), (35.0, -70.0), (40.0, -128.0), (29.0, -112.0), (51.5, -100.0)])
  func `puts no land into the sea or abroad`(latitude: Double, longitude: Double) throws {
    let place = try #require(Coordinates(latitude: latitude, longitude: longitude))
    if let point = MapProjection.point(of: place, state: nil) { #expect(!isOnLand(point)) }
  }

  @Test(arguments: [(13.47, 144.75, "GU"), (15.16, 145.71, "MP"), (19.91, -75.22, "CU")])
  func `has no place for what lies outside it`(latitude: Double, longitude: Double, state: String) throws {
    let place = try #require(Coordinates(latitude: latitude, longitude: longitude))
    #expect(MapProjection.point(of: place, state: state) == nil)
  }

  @Test func `puts every known place on the land or at its shore`() throws {
    let seed = (0..<3).reduce(URL(filePath: #filePath)) { url, _ in url.deletingLastPathComponent() }
      .appending(path: "sql/seed/facilities.csv")
    var seen = 0
    // Code, then two letters for the state, then the coordinates: the fields that are never quoted.
    for line in try String(contentsOf: seed, encoding: .utf8).split(whereSeparator: \.isNewline) {
      guard let match = line.firstMatch(of: /,([A-Z]{2}),(-?\d+\.\d+),(-?\d+\.\d+),/),
        let latitude = Double(match.output.2), let longitude = Double(match.output.3),
        let place = Coordinates(latitude: latitude, longitude: longitude)
      else { continue }
      let state = String(match.output.1)
      guard !["GU", "MP", "CU"].contains(state) else { continue }
      seen += 1
      let point = try #require(MapProjection.point(of: place, state: state), "\(line.prefix(40))")
      #expect(isNearLand(point, within: 6), "\(line.prefix(60)) \(point)")
    }
    #expect(seen > 650)
  }
}
