internal import CivilTime
internal import Linkage
internal import Markup
internal import Phrasebook
internal import Records
internal import Services

/// One record: where, how old, why it may fit, how to reach the place, and what usually comes next.
///
/// It echoes nothing that the searcher did not give: no name, birth or number from the record.
struct RecordView: HTML {
  let phrases: Phrases
  let record: FoundRecord
  let now: Timestamp

  private var words: ResultPhrases { phrases.result }
  private var custody: LastCustody? { record.person.custody }
  private var situation: Situation { Situation(custody) }

  var body: Node {
    article(.class("record")) {
      if record.person.isSample { p(.class("tags")) { span(.class("tag invented")) { words.invented } } }
      whereabouts
      if let custody {
        if custody.contradicted { p(.class("notice"), .role(.note)) { words.contradicted } }
        based(on: custody)
      }
      ReachView(phrases: phrases, place: record.place)
      why
      next
    }
  }

  // MARK: Where

  private var whereabouts: Node {
    section {
      h2(.class("where")) {
        span(.class("over")) { situation.heading(words) }
        if situation.isAboutPlace, let name = placeName { strong { name } }
      }
      if situation.isAboutPlace {
        if let town = custody?.facility.flatMap({ Parts.town($0.city, $0.state, phrases) }) { p { town } }
        if let other = Parts.alsoCalled(record.place, phrases) { p(.class("quiet")) { other } }
        if placeName == nil { p { words.placeUnknown } }
      } else if let name = placeName {
        p { words.lastPlace(name) }
      }
      if let text = situation.text(words) {
        p(situation == .died ? .class("notice grave") : .none) { text }
      }
    }
  }

  private var placeName: String? { custody?.facility?.name ?? custody?.placeText }

  // MARK: What it is based on

  private func based(on custody: LastCustody) -> Node {
    section {
      h3 { words.factsTitle }
      Parts.facts([
        (words.happened, happened(custody)),
        (
          words.reported,
          Node.of { "\(phrases.day(day(custody.reportedAt))) (\(phrases.ago(custody.reportedAt, now: now)))" }
        ),
        (words.source, Node.of { SourceWords.of(custody.sourceKind, phrases) }),
      ])
      if now.seconds(since: custody.reportedAt) > 7 * 86_400 { p(.class("notice"), .role(.note)) { words.old } }
    }
  }

  private func happened(_ custody: LastCustody) -> Node {
    Node.of {
      switch custody.happened {
      case .minute(let moment):
        if let zone = custody.zone { phrases.moment(moment, in: zone) } else { phrases.day(day(moment)) }
        " (\(phrases.ago(moment, now: now)))"
      case .day(let day): "\(phrases.day(day)) (\(phrases.ago(day, today: self.day(now))))"
      case .month(let year, let month):
        if let first = CivilDate(year: year, month: month, day: 1) { phrases.month(first) }
      case .unknown: words.happenedUnknown
      }
    }
  }

  /// The day at the place of the event; where its zone is not known, the day in UTC.
  private func day(_ moment: Timestamp) -> CivilDate {
    custody?.zone?.local(moment).day ?? moment.utcDay ?? CivilDate.farthest
  }

  // MARK: Why

  /// What fits and what does not, by kind, and nothing of how far or what else is known.
  private var why: Node {
    let fits = phrases.fits(record.person.told)
    let misfits = phrases.misfits(record.person.told)
    return section {
      h3 { words.whyTitle }
      if !fits.isEmpty { ul(.class("fits")) { for sentence in fits { li { sentence } } } }
      if !misfits.isEmpty { ul(.class("misfits")) { for sentence in misfits { li { sentence } } } }
      if let commonness = record.person.commonness { p { words.told.sentence(for: commonness) } }
    }
  }

  // MARK: What comes next

  @HTMLBuilder private var next: Node {
    if situation.isHeld, let place = record.place {
      let transfers = place.transfers.flatMap { $0.destinations.isEmpty ? nil : $0 }
      let isHoldRoom = place.facility.kind == .holdRoom
      if isHoldRoom || transfers != nil {
        section {
          h3 { words.nextTitle }
          if isHoldRoom { p { words.nextHoldRoom } }
          if let transfers {
            p { words.nextMoved }
            MovesTable(phrases: phrases, transfers: transfers, limit: 3)
          }
        }
      }
    }
  }
}
