internal import CivilTime
internal import CounselRules
internal import Figures
package import Markup
package import Phrasebook
package import Services
internal import Stores

/// Figures, findings and every reviewed incident of a period as one document to print, with how it was counted.
package struct ReportPrintPage: HTML {
  let phrases: Phrases
  let content: ReportContent
  let isPractice: Bool
  let mostInFull: Int

  /// - Parameter mostInFull: reviewed findings; of more than those only the numbers are printed. Some hundred pages:
  ///   beyond them nobody reads a row for each, and printing would take minutes.
  package init(_ content: ReportContent, phrases: Phrases, isPractice: Bool, mostInFull: Int = 400) {
    (self.content, self.phrases, self.isPractice, self.mostInFull) = (content, phrases, isPractice, mostInFull)
  }

  /// The document as it is printed.
  package var document: [UInt8] { rendered() }

  private var words: ReportPhrases { phrases.court.report }
  private var figures: FigurePhrases { phrases.figures }

  package var body: Node {
    HTMLDocument(language: phrases.language.code, direction: phrases.language.direction) {
      metaCharset()
      pageTitle(words.title)
      embeddedStylesheet(Assets.printStyle)
    } body: {
      section(.class("report"), .label(words.title)) {
        p(.class("reference")) { words.title + " · " + period + (isPractice ? " · " + words.invented : "") }
        h1 { words.title }
        p { strong { period } }
        p { content.query.place ?? words.everyPlace }
        p { asOf }
        p { strong { figures.caveat } }
        p { words.reading }
        outcomes(figures.groupings.place, content.places) { $0 }
        outcomes(figures.groupings.week, content.weeks) { item in
          CivilDate(iso: item).map { figures.week(phrases.day($0)) } ?? item
        }
        FigureWaitView(phrases: phrases, title: figures.toVisit, end: .visit, incidence: content.places.toVisit)
        FigureWaitView(phrases: phrases, title: figures.toAnswer, end: .answer, incidence: content.places.toAnswer)
        h2 { figures.findingsTitle }
        p { words.findingsLead }
        findings(words.findingsByAuthority, figures.groupings.authority, content.authorities) { item in
          AuthorityKind(rawValue: item).map { phrases.findings.name(of: $0) } ?? item
        }
        findings(words.findingsByRule, figures.groupings.rule, content.rules) { $0 }
        h2 { figures.method }
        ul { for method in figures.methods { li { method } } }
        h2 { words.redactionTitle }
        ul { for line in words.redaction { li { line } } }
      }
      section(.class("wide"), .label(words.incidents)) {
        h1 { words.incidents }
        p { words.incidentsLead }
        if content.incidents.isEmpty { p { words.noIncidents } }
        if content.incidents.count > mostInFull {
          IncidentIndex(phrases: phrases, incidents: content.incidents)
        } else if !content.incidents.isEmpty {
          incidents
        }
      }
    }
  }

  private var period: String {
    let last = content.query.until.adding(days: -1) ?? content.query.until
    return words.period(phrases.day(content.query.from), phrases.day(last))
  }

  private var asOf: String {
    guard let utc = Zone("UTC") else { return "" }
    return figures.asOf(phrases.moment(content.query.asOf, in: utc))
  }

  // MARK: Requests

  private func outcomes(_ by: String, _ report: FigureReport, _ name: (String) -> String) -> Node {
    Node.of {
      h2 { figures.outcomesTitle + " · " + by }
      FigureBars(
        phrases: phrases, by: by, bars: report.outcomes.map { (name($0.item), Rate($0.held, of: $0.requests)) })
      table {
        thead {
          tr {
            for title in [
              by, figures.requests, figures.incidents, figures.held, figures.denied, figures.silent, figures.withdrawn,
              figures.unknown, figures.share,
            ] { th(.scope(.col)) { title } }
          }
        }
        tbody {
          for one in report.outcomes { row(one, name(one.item)) }
          row(report.total, figures.total)
        }
      }
      p(.class("small")) { figures.caveat }
    }
  }

  private func row(_ one: OutcomeCount, _ title: String) -> Node {
    tr {
      th(.scope(.row)) { title }
      for count in [one.requests, one.incidents, one.held, one.denied, one.silent, one.withdrawn, one.unknown] {
        td { phrases.number(count) }
      }
      td { share(Rate(one.held, of: one.requests)) }
    }
  }

  private func share(_ rate: Rate) -> String {
    guard let share = rate.share else { return figures.noCases }
    return figures.interval(phrases.share(share), phrases.share(rate.low), phrases.share(rate.high))
  }

  // MARK: Findings

  private func findings(_ title: String, _ by: String, _ report: FigureReport, _ name: (String) -> String) -> Node {
    Node.of {
      h3 { title }
      table {
        thead {
          tr {
            for title in [
              by, figures.met, figures.breached, figures.undecided, figures.upheld, figures.notUpheld, figures.strong,
            ] { th(.scope(.col)) { title } }
          }
        }
        tbody {
          for one in report.findings {
            tr {
              th(.scope(.row)) { name(one.item) }
              for count in [one.met, one.breached, one.unknown, one.upheld, one.notUpheld] {
                td { phrases.number(count) }
              }
              td { share(Rate(one.strong, of: one.breached)) }
            }
          }
        }
      }
      p(.class("small")) { figures.caveat }
    }
  }

  // MARK: Incidents

  private var incidents: Node {
    table {
      thead {
        tr {
          for title in [words.incident, words.placeAndDay, words.term, words.decision, words.words] {
            th(.scope(.col)) { title }
          }
        }
      }
      tbody { for one in content.incidents { row(one) } }
    }
  }

  private func row(_ one: RedactedIncident) -> Node {
    tr {
      th(.scope(.row)) { phrases.number(Int(one.number)) }
      td {
        p { one.placeName }
        p { phrases.weekdayAndDay(one.day) }
        if let attorney = one.attorney { p(.class("small")) { words.attorney(String(attorney)) } }
      }
      td {
        p { one.plain[phrases.language.code] ?? one.plain["en"] ?? one.rule }
        p(.class("small")) { one.rule + (one.cite.isEmpty ? "" : " · " + one.cite) }
        if !one.isCompared { p(.class("small")) { words.notCompared } }
      }
      td {
        p { strong { words.name(of: one.decision) } }
        p(.class("small")) {
          words.decidedOn(phrases.day(one.decidedOn), phrases.counted(one.reviewers, words.reviewers))
        }
        if let grade = one.grade { p(.class("small")) { words.grade(grade) } }
      }
      td {
        p { one.words }
        if !one.taken.isEmpty { p(.class("small")) { words.removed(IncidentTable.removed(one)) } }
      }
    }
  }
}
