internal import CivilTime
internal import Markup
internal import Phrasebook
internal import Records

/// Where people were moved from a place, in shares, with what was counted and when.
struct MovesTable: HTML {
  let phrases: Phrases
  let transfers: Transfers
  let limit: Int

  private var words: PlacePhrases { phrases.place }
  private var shown: [TransferShare] { Array(transfers.destinations.prefix(limit)) }

  var body: Node {
    table(.class("moves")) {
      thead {
        tr {
          th(.scope(.col)) { words.movesPlace }
          th(.scope(.col)) { words.movesShare }
        }
      }
      tbody {
        for destination in shown {
          tr {
            td {
              if let code = FacilityCode(destination.code) {
                a(.to(Route.facility(phrases.language, code))) { destination.name }
              } else {
                destination.name
              }
              if let town = Parts.town(destination.city, destination.state, phrases) { small { " \(town)" } }
            }
            share(destination.share)
          }
        }
        if rest > 0 {
          tr {
            td { words.movesElsewhere }
            share(rest)
          }
        }
      }
    }
    p(.class("quiet")) {
      words.movesFrom(phrases.number(transfers.total), phrases.month(transfers.countedFrom), phrases.month(lastDay))
      " "
      words.movesNote
    }
  }

  private func share(_ share: Double) -> Node {
    td(.class("share")) {
      ornament(width: 100, height: 8, .class("bar")) { bar(width: max(1, (share * 100).rounded()), height: 8) }
      phrases.share(share)
    }
  }

  private var rest: Double {
    let counted = shown.reduce(0) { $0 + $1.transfers }
    return transfers.total > counted ? Double(transfers.total - counted) / Double(transfers.total) : 0
  }

  /// The period's last day: `countedUntil` is the day after it.
  private var lastDay: CivilDate { transfers.countedUntil.adding(days: -1) ?? transfers.countedUntil }
}
