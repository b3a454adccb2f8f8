internal import Figures
internal import Markup
internal import Phrasebook
internal import Services
internal import Stores

/// Shares as bars with their intervals, the first thirty; the table beside has all.
struct FigureBars: HTML {
  let phrases: Phrases
  let by: String
  let bars: [(name: String, rate: Rate)]

  private static let most = 30
  private static let step = 34.0
  private static let left = 4.0
  private static let width = 352.0

  private var words: FigurePhrases { phrases.figures }
  private var shown: [(name: String, rate: Rate)] { Array(bars.filter { $0.rate.share != nil }.prefix(Self.most)) }

  var body: Node {
    Node.of {
      if !shown.isEmpty {
        figure {
          svg(
            width: 360, height: Int(Double(shown.count) * Self.step) + 22, text: words.chart(by, phrases.list(spoken)),
            .class("map")
          ) {
            for (index, bar) in shown.enumerated() { one(bar, top: Double(index) * Self.step) }
            for share in [0.0, 0.5, 1.0] {
              chartText(
                x: Self.left + share * Self.width, y: Double(shown.count) * Self.step + 14,
                phrases.share(share), share == 0 ? .start : share == 1 ? .end : .middle, size: 11)
            }
          }
          figcaption(.class("quiet")) { words.chartNote }
        }
      }
    }
  }

  private var spoken: [String] { shown.map { "\($0.name) " + phrases.share($0.rate.share ?? 0) } }

  private func one(_ bar: (name: String, rate: Rate), top: Double) -> Node {
    let middle = top + 23
    return Node.of {
      chartText(
        x: Self.left, y: top + 13,
        "\(bar.name) · \(phrases.share(bar.rate.share ?? 0)) · n = \(phrases.number(bar.rate.of))")
      chartBox(x: Self.left, y: top + 18, width: (bar.rate.share ?? 0) * Self.width, height: 10, opacity: 0.35)
      chartLine([(Self.left + bar.rate.low * Self.width, middle), (Self.left + bar.rate.high * Self.width, middle)])
      for end in [bar.rate.low, bar.rate.high] {
        chartLine([(Self.left + end * Self.width, middle - 4), (Self.left + end * Self.width, middle + 4)])
      }
    }
  }
}

/// How the wait ended by each hour of a week: a curve for each end, the same in a table, and in a sentence.
struct FigureWaitView: HTML {
  let phrases: Phrases
  /// What to ask for the requests behind it; nil on paper.
  var query: FigureQuery?
  let title: String
  let end: WaitEnd
  let incidence: Incidence<WaitEnd>
  var lead: String?

  private var words: FigurePhrases { phrases.figures }
  private static let span = 168.0
  private static let dashes: [WaitEnd: [Int]] = [
    .answer: [], .visit: [], .call: [], .transfer: [8, 4], .release: [2, 3], .removal: [8, 3, 2, 3], .death: [1, 5],
    .withdrawn: [14, 4],
  ]

  /// What was waited for, and what came in between for anybody.
  private var ends: [WaitEnd] {
    WaitEnd.allCases.filter { $0 == end || incidence.share(of: $0, by: Int(Self.span)) > 0 }
  }

  var body: Node {
    section {
      h2 { title }
      if let lead { p { lead } }
      p { words.waitLead }
      if incidence.total > 0 {
        figure {
          svg(width: 360, height: 196 + 16 * ends.count, text: words.curve(phrases.list(spoken)), .class("map")) {
            axes
            for end in ends { curve(end) }
            for (index, end) in ends.enumerated() { key(end, Double(196 + 16 * index)) }
          }
        }
        div(.class("scroll"), .scrollable(), .role(.group), .label(title)) {
          table {
            caption(.class("hidden")) { title }
            thead {
              tr {
                th(.scope(.col)) { words.waitTable }
                for end in ends { th(.scope(.col)) { name(end) } }
              }
            }
            tbody {
              for hours in FigureTable.hours {
                tr {
                  th(.scope(.row)) { phrases.counted(hours, words.hours) }
                  for end in ends { td { phrases.share(incidence.share(of: end, by: hours)) } }
                }
              }
            }
          }
        }
      }
      p(.class("quiet")) {
        "n = "
        counted
        ". " + phrases.counted(incidence.open, words.open) + " " + words.caveat
      }
    }
  }

  /// The requests that were waited for; how each ended stands beside it.
  @HTMLBuilder private var counted: Node {
    if let query, incidence.total > 0 {
      a(.to(Route.review(phrases.language, .rows), query: FigureAsking.rows(query, nil, end == .call ? "call" : nil))) {
        phrases.number(incidence.total)
      }
    } else {
      phrases.number(incidence.total)
    }
  }

  private var spoken: [String] {
    FigureTable.hours.flatMap { hours in
      ends.map { end in
        words.by24(
          phrases.counted(hours, words.hours), phrases.share(incidence.share(of: end, by: hours)), name(end))
      }
    }
  }

  private var axes: Node {
    Node.of {
      chartLine([(34, 6), (34, 166), (354, 166)], width: 1)
      for share in [0.0, 0.5, 1.0] {
        chartText(x: 31, y: 170 - share * 156, phrases.share(share), .end, size: 10)
      }
      for hours in [0, 24, 48, 72, 120, 168] {
        chartText(
          x: 34 + Double(hours) / Self.span * 320, y: 180, phrases.number(hours),
          hours == 168 ? .end : .middle, size: 10)
      }
    }
  }

  private func curve(_ end: WaitEnd) -> Node {
    func place(_ hours: Double, _ share: Double) -> (x: Double, y: Double) {
      (34 + min(hours, Self.span) / Self.span * 320, 166 - share * 156)
    }
    var points = [place(0, 0)]
    var last = 0.0
    for step in incidence.steps where Double(step.time) <= Self.span {
      let share = step.shares[end] ?? 0
      guard share > last else { continue }
      points += [place(Double(step.time), last), place(Double(step.time), share)]
      last = share
    }
    points.append(place(Self.span, last))
    return chartLine(points, dashes: Self.dashes[end] ?? [])
  }

  private func key(_ end: WaitEnd, _ y: Double) -> Node {
    Node.of {
      chartLine([(34, y), (74, y)], dashes: Self.dashes[end] ?? [])
      chartText(x: 82, y: y + 4, name(end))
    }
  }

  private func name(_ end: WaitEnd) -> String {
    switch end {
    case .answer: words.ends.answer
    case .visit: words.ends.visit
    case .call: words.ends.call
    case .transfer: words.ends.transfer
    case .release: words.ends.release
    case .removal: words.ends.removal
    case .death: words.ends.death
    case .withdrawn: words.ends.withdrawn
    }
  }
}
