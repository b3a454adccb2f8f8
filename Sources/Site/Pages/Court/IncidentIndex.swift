internal import CivilTime
internal import Markup
internal import Phrasebook
internal import Services

/// Reviewed findings by their numbers alone, place by place and term by term, where a report has too many to tell each.
struct IncidentIndex: HTML {
  let phrases: Phrases
  let incidents: [RedactedIncident]

  private var words: ReportPhrases { phrases.court.report }

  var body: Node {
    Node.of {
      p { words.indexLead }
      for place in places {
        h2 { place.name + " · " + place.code }
        table(.class("index")) {
          thead {
            tr {
              th(.scope(.col)) { words.term }
              for decision in place.decisions { th(.scope(.col)) { words.name(of: decision) } }
            }
          }
          tbody {
            for (rule, found) in place.rules {
              tr {
                th(.scope(.row)) { rule }
                for decision in place.decisions { td { Self.numbers(found.filter { $0.decision == decision }) } }
              }
            }
          }
        }
      }
    }
  }

  private struct Place {
    let code, name: String
    let decisions: [CaseDecisionWord]
    let rules: [(String, [RedactedIncident])]
  }

  private var places: [Place] {
    Dictionary(grouping: incidents, by: \.placeCode).sorted { $0.key < $1.key }.map { code, found in
      let decisions = Set(found.map(\.decision))
      return Place(
        code: code, name: found.first?.placeName ?? code,
        decisions: CaseDecisionWord.allCases.filter(decisions.contains),
        rules: Dictionary(grouping: found, by: \.rule).sorted { $0.key < $1.key }.map { ($0.key, $0.value) })
    }
  }

  /// `2026-11-03: 12, 15; 2026-11-04: 21`
  private static func numbers(_ found: [RedactedIncident]) -> String {
    Dictionary(grouping: found, by: \.day).sorted { $0.key < $1.key }.map { day, found in
      "\(day.iso): " + Set(found.map(\.number)).sorted().map { String($0) }.joined(separator: ", ")
    }.joined(separator: "; ")
  }
}

extension ReportPhrases {
  func name(of decision: CaseDecisionWord) -> String {
    switch decision {
    case .upheld: decisions.upheld
    case .notUpheld: decisions.notUpheld
    case .unclear: decisions.unclear
    case .second: decisions.second
    case .differ: decisions.differ
    }
  }
}
