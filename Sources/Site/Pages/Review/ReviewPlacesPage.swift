internal import CivilTime
internal import Figures
internal import Markup
internal import Phrasebook
internal import Records
internal import Services
internal import Stores

/// All places of which something was reported: on a map drawn here, and in a table.
struct ReviewPlacesPage: HTML {
  let scene: StaffScene
  let query: FigureQuery
  let lines: [PlaceLine]
  var fault: DayFault?

  private var phrases: Phrases { scene.phrases }
  private var words: PlaceFigurePhrases { scene.phrases.figures.places }

  var body: Node {
    StaffFrame(scene, .review(phrases.language, .places), title: words.title) {
      p(.class("lead")) { words.lead }
      p { strong { phrases.figures.caveat } }
      FigureAsking(phrases: phrases, query: query, route: .places, fault: fault)
      if lines.isEmpty {
        p { words.none }
      } else {
        section {
          h2 { words.map }
          PlacesMap(phrases: phrases, lines: lines)
        }
        PlacesTable(phrases: phrases, query: query, lines: lines)
      }
      p { a(.to(Route.review(phrases.language, .orders)), .class("tall")) { words.orders.title } }
    }
  }
}

/// The outline of the country with a circle for each place; the table beside it says the same.
struct PlacesMap: HTML {
  let phrases: Phrases
  let lines: [PlaceLine]

  private var words: PlaceFigurePhrases { phrases.figures.places }

  private struct Spot {
    let line: PlaceLine
    let x: Double
    let y: Double

    var radius: Double { 7 + min(26, Double(line.requests?.requests ?? 0).squareRoot() * 1.3) }
    var isMarked: Bool { line.hours.short + line.hours.closed > 0 }
  }

  private var spots: [Spot] {
    lines.compactMap { line in
      line.facility.coordinates.flatMap { MapProjection.point(of: $0, state: line.facility.state) }.map {
        Spot(line: line, x: $0.x, y: $0.y)
      }
    }
    // The large ones first, so that small ones beside them are seen.
    .sorted { $0.radius > $1.radius }
  }

  var body: Node {
    let spots = spots
    let missing = lines.filter { line in !spots.contains { $0.line.facility.id == line.facility.id } }
    return figure {
      svg(
        width: MapProjection.width, height: MapProjection.height, text: words.mapText(phrases.list(spots.map(spoken))),
        .class("map")
      ) {
        MapView.outline
        for spot in spots {
          chartCircle(x: spot.x, y: spot.y, radius: spot.radius)
          if spot.isMarked { circle(x: spot.x, y: spot.y, radius: 5, .class("dot")) }
        }
      }
      figcaption(.class("quiet")) {
        words.mapNote
        if !missing.isEmpty { " " + words.notOnMap(phrases.list(missing.map(\.facility.name))) }
      }
    }
  }

  private func spoken(_ spot: Spot) -> String {
    "\(spot.line.facility.name) \(phrases.number(spot.line.requests?.requests ?? 0))"
  }
}
