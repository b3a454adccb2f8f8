internal import CivilTime
internal import Markup
internal import Phrasebook
internal import Services

/// A record that may be the person looked for, in words that promise nothing.
struct ResultPage: HTML {
  let phrases: Phrases
  let isPractice: Bool
  let typed: SearchInput
  let record: FoundRecord
  /// Ties forms to the browser.
  var token: String?
  let now: Timestamp

  var body: Node {
    let title = phrases.result.title
    Layout(
      phrases: phrases, title: title, isPractice: isPractice, languages: .search(typed, token: token), section: .search
    ) {
      h1 { title }
      p(.class("lead")) { phrases.result.lead }
      RecordView(phrases: phrases, record: record, now: now)
      doNow
      section(.class("aside")) {
        h2 { phrases.result.notThisPerson }
        p { phrases.result.notThisPersonText }
        SearchForm.change(phrases, typed, token: token)
        details(.class("more")) {
          summary { phrases.result.seeLadder }
          LadderView(phrases: phrases)
        }
      }
    }
  }

  /// What helps whether or not the record is the right one.
  private var doNow: Node {
    section {
      h2 { phrases.result.doNowTitle }
      ul {
        li { phrases.place.callAdvice }
        if Situation(record.person.custody).mayStillBeHeld {
          li {
            p { phrases.result.nextCourt }
            p { Parts.call(Ladder.courtLine, phrases) }
          }
          li {
            p { phrases.result.nextLocator }
            p { a(.https("locator.ice.gov"), .class("act plain")) { phrases.ladder.locatorLink } }
          }
        }
        li { phrases.result.nextNote }
      }
    }
  }
}

/// One record with what is public of the place that it names.
struct FoundRecord: Sendable {
  let person: FoundPerson
  /// All about the facility, when the record names one.
  let place: FacilityDetails?
}
