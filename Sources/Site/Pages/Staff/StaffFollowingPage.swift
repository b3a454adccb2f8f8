internal import CivilTime
internal import Linkage
internal import Markup
internal import Phrasebook
internal import Services

/// Open searches, news first, and a form to open one.
struct StaffFollowingPage: HTML {
  let scene: StaffScene
  let searches: [FollowedSearch]
  var typed = SearchInput()
  var faults = InputFaults([:])
  var isDeleted = false
  let now: Timestamp

  private var phrases: Phrases { scene.phrases }
  private var words: FollowingPhrases { scene.phrases.staff.following }

  var body: Node {
    let open = searches.filter { $0.isOpen(at: now) }
    let ended = searches.filter { !$0.isOpen(at: now) }
    StaffFrame(scene, .following, title: words.title) {
      if isDeleted { p(.class("notice"), .role(.status)) { words.deleted } }
      p(.class("lead")) { words.lead }
      section {
        h2 { open.isEmpty ? words.none : phrases.counted(open.count, words.openOnes) }
        for followed in open { line(followed) }
      }
      if !ended.isEmpty {
        section {
          h2 { words.endedOnes }
          for followed in ended { line(followed) }
        }
      }
      section {
        h2 { words.openTitle }
        p { words.openHint }
        SearchForm(
          phrases: phrases, typed: typed, faults: faults, submit: words.open,
          to: .staff(phrases.language, .following), token: scene.staff.formToken)
      }
    }
  }

  private func line(_ followed: FollowedSearch) -> Node {
    article(.class("record")) {
      if followed.unseen > 0 {
        p(.class("tags")) { span(.class("tag strong")) { phrases.counted(followed.unseen, words.news) } }
      }
      h3 {
        a(.to(Route.staff(phrases.language, .followed(followed.id)))) { SoughtWords.title(followed.request, phrases) }
      }
      p { followed.matches == 0 ? words.noMatches : phrases.counted(followed.matches, words.matches) }
      p(.class("quiet")) { SoughtWords.opened(followed, phrases, now: now) }
    }
  }
}

/// What an open search is for, in words.
enum SoughtWords {
  static func title(_ facts: SearchRequest, _ phrases: Phrases) -> String {
    facts.name.isEmpty ? phrases.staff.following.byNumber(facts.aNumber.map(phrases.aNumber) ?? "") : facts.name
  }

  static func opened(_ search: FollowedSearch, _ phrases: Phrases, now: Timestamp) -> String {
    let ago = phrases.ago(search.openedAt, now: now)
    return search.openedBy.map { phrases.staff.following.openedBy(ago, $0) } ?? ago
  }

  static func facts(_ facts: SearchRequest, _ phrases: Phrases) -> [(String, Node)] {
    var rows: [(String, String)] = []
    func add(_ title: String, _ text: String?) { if let text, !text.isEmpty { rows.append((title, text)) } }
    add(phrases.form.name, facts.name)
    add(phrases.form.birth, facts.births.map { birth($0, phrases) }.joined(separator: " / "))
    add(phrases.form.country, facts.country.map { phrases.country($0) ?? $0 })
    add(phrases.form.aNumber, facts.aNumber.map(phrases.aNumber))
    add(phrases.form.sex, facts.sex.map { sex($0, phrases) })
    add(phrases.form.arrestedOn, facts.arrestedOn.map(phrases.day).joined(separator: " / "))
    add(phrases.form.arrestPlace, facts.arrestPlace)
    return rows.map { row in (row.0, Node.of { row.1 }) }
  }

  static func birth(_ birth: KnownBirth, _ phrases: Phrases) -> String {
    switch birth {
    case .day(let day): phrases.day(day)
    case .year(let year): String(year)
    case .age(let years, let day): phrases.staff.duplicates.about(String(day.year - years))
    }
  }

  static func sex(_ sex: Sex, _ phrases: Phrases) -> String {
    switch sex {
    case .female: phrases.form.female
    case .male: phrases.form.male
    case .other: phrases.form.otherSex
    }
  }
}
