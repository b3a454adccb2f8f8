internal import CivilTime
internal import CounselRules
internal import Figures
internal import Markup
internal import Phrasebook
internal import Records
internal import Services
internal import Stores

/// What was published, for everybody: the newest release, and the way to the earlier ones.
struct PublishedPage: HTML {
  let phrases: Phrases
  let isPractice: Bool
  /// The newest first.
  let releases: [KeptRelease]
  /// The one that is shown; nil where there is none yet.
  let shown: (kept: KeptRelease, document: ReleaseDocument)?
  let next: CivilDate?

  private var words: PublishedPhrases { phrases.published }

  var body: Node {
    Layout(
      phrases: phrases, title: words.title, isPractice: isPractice,
      languages: .page(
        shown.map { Route.release(phrases.language, FileNumber(Int64($0.kept.id))) } ?? .published(phrases.language))
    ) {
      h1 { words.title }
      p(.class("lead")) { words.lead }
      if let shown {
        ReleaseView(phrases: phrases, kept: shown.kept, document: shown.document)
      } else {
        p(.class("notice")) { strong { words.nothing } }
        for why in words.nothingWhy { p { why } }
      }
      if let next { p { words.next(phrases.day(next)) } }
      if !releases.isEmpty {
        section {
          h2 { words.all }
          ul(.class("places")) { for release in releases { li { entry(release) } } }
        }
      }
      section {
        h2 { words.method }
        ul { for method in words.methods { li { method } } }
      }
    }
  }

  @HTMLBuilder private func entry(_ release: KeptRelease) -> Node {
    a(.to(Route.release(phrases.language, FileNumber(Int64(release.id))))) { words.one(String(release.id)) }
    p(.class("quiet")) {
      words.period(phrases.day(release.from), phrases.day(release.until.adding(days: -1) ?? release.until))
    }
  }
}

/// One release.
struct ReleaseView: HTML {
  let phrases: Phrases
  let kept: KeptRelease
  let document: ReleaseDocument

  private var words: PublishedPhrases { phrases.published }
  private var number: FileNumber { FileNumber(Int64(kept.id)) }

  var body: Node {
    Node.of {
      h2 { words.one(String(kept.id)) }
      p {
        strong {
          words.period(phrases.day(kept.from), phrases.day(kept.until.adding(days: -1) ?? kept.until))
        }
      }
      p { phrases.figures.caveat }
      if let utc = Zone("UTC") {
        p(.class("quiet")) {
          words.age(phrases.day(utc.local(kept.knownAt).day), phrases.day(utc.local(kept.madeAt).day))
        }
      }
      days
      counts
      section {
        h3 { words.rules }
        ul {
          for rule in document.rules {
            li {
              rule.rule + " · " + rule.cite
              if let by = rule.verifiedBy, let on = rule.verifiedOn.flatMap({ CivilDate(iso: $0) }) {
                " " + words.verifiedBy(by, phrases.day(on))
              }
            }
          }
        }
      }
      p(.class("acts")) {
        a(.to(Route.releaseTable(phrases.language, number)), .class("act plain")) { words.csv }
        a(.to(Route.releaseData(phrases.language, number)), .class("act plain")) { words.json }
      }
      p(.class("quiet long")) { words.hash(hex) }
    }
  }

  private var hex: String { kept.sha256.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined() }

  // MARK: Days

  private var days: Node {
    let places = phrases.figures.places
    return section {
      h3 { words.daysTitle }
      p { words.daysLead }
      if document.days.isEmpty {
        p { words.noDays }
      } else {
        Parts.scrolling(words.daysTitle) {
          thead {
            tr {
              for title in [
                places.place, places.day, words.kind, places.standing, places.open, places.required, places.closures,
                places.noticed, places.unnoticed, phrases.figures.groupings.rule,
              ] { th(.scope(.col)) { title } }
            }
          }
          tbody { for day in document.days { row(day) } }
        }
      }
      p(.class("quiet")) {
        words.watched(
          phrases.list(document.watched.sorted { $0.key < $1.key }.map { "\($0.key) \(phrases.number($0.value))" }))
      }
    }
  }

  private func row(_ day: ReleaseDocument.BrokenDay) -> Node {
    let places = phrases.figures.places
    return tr {
      th(.scope(.row)) { day.place }
      td { CivilDate(iso: day.day).map { phrases.day($0) } ?? day.day }
      td { name(day.kind) }
      td {
        day.standing.flatMap(PlaceDay.Standing.init(rawValue:)).map {
          ReviewPlacePage.name(ReviewPlacePage.mark($0), places.marks)
        }
          ?? "–"
      }
      td {
        if let least = day.leastMinutes, let most = day.mostMinutes {
          least == most ? phrases.minutes(least) : places.range(phrases.minutes(least), phrases.minutes(most))
        } else {
          "–"
        }
      }
      td { day.requiredMinutes.map(phrases.minutes) ?? "–" }
      for count in [day.closures, day.noticed, day.unnoticed] { td { count.map(phrases.number) ?? "–" } }
      td { day.rule }
    }
  }

  private func name(_ kind: String) -> String {
    Pattern(rawValue: kind).map { phrases.findings.name(of: $0) } ?? kind
  }

  // MARK: Counts

  private var counts: Node {
    let counts = document.counts
    return section {
      h3 { words.countsTitle }
      p { words.countsLead }
      table(words.place, counts.places, counts.placesSoFar) { $0 }
      table(words.kind, counts.kinds, counts.kindsSoFar, name(_:))
      p(.class("quiet")) { words.hiddenNote }
    }
  }

  private func table(
    _ title: String, _ rows: [String: [Int?]], _ soFar: [String: Int?], _ name: (String) -> String
  ) -> Node {
    let counts = document.counts
    return Parts.scrolling(words.countsTitle + ", " + title) {
      thead {
        tr {
          th(.scope(.col)) { title }
          for week in counts.weeks { th(.scope(.col)) { self.week(week) } }
          th(.scope(.col)) { words.sum }
          th(.scope(.col)) { words.soFar }
        }
      }
      tbody {
        for (item, line) in rows.sorted(by: { $0.key < $1.key }) {
          tr {
            th(.scope(.row)) { name(item) }
            for count in line + [soFar[item] ?? nil] { td { self.count(count) } }
          }
        }
        tr {
          th(.scope(.row)) { words.total }
          for count in counts.all + [counts.allSoFar] { td { self.count(count) } }
        }
      }
    }
  }

  private func week(_ week: String) -> String {
    CivilDate(iso: week).map { phrases.figures.week(phrases.day($0)) } ?? words.earlier
  }

  private func count(_ count: Int?) -> String { count.map(phrases.number) ?? words.hidden }
}

extension Parts {
  /// A wide table that is scrolled by itself, with a name for those who do not see it.
  static func scrolling(_ title: String, @HTMLBuilder _ content: () -> Node) -> Node {
    let content = content()
    return div(.class("scroll"), .scrollable(), .role(.group), .label(title)) {
      table(.class("log")) {
        caption(.class("hidden")) { title }
        content
      }
    }
  }
}
