internal import CivilTime
internal import Markup
internal import Papers
internal import Phrasebook
internal import Records
internal import Services

/// The papers of a request as one printed document. They are in English: facilities and courts read them.
struct VisitPrintPage: HTML {
  let print: VisitPrint
  let matter: VisitMatter
  let paper: VisitPaper
  /// Who signs a declaration, and the account whose entries are the signer's own.
  let signer: String
  let account: String
  let isPractice: Bool

  private var phrases: Phrases { .english }

  var body: Node {
    HTMLDocument(language: "en", direction: phrases.language.direction) {
      metaCharset()
      pageTitle(title)
      embeddedStylesheet(Assets.printStyle)
    } body: {
      switch print {
      case .letter: letter
      case .chronology:
        reference
        chronology(.class("first"))
      case .declaration:
        VisitPrintedDeclaration(
          declaration: Declaration(paper, signer: signer, account: account), reference: reference)
      case .packet:
        letter
        terms
        slip
        chronology(.class("part"))
      }
    }
  }

  private var title: String {
    let what =
      switch print {
      case .letter: "Request for attorney visit"
      case .chronology: "Chronology"
      case .declaration: "Draft declaration"
      case .packet: "Request for attorney visit, with terms and chronology"
      }
    return "\(what), \(matter.request.reference)"
  }

  /// What stands at the foot of every page too.
  private var reference: Node {
    p(.class("reference")) {
      "Reference \(matter.request.reference)" + (isPractice ? " · INVENTED, FOR PRACTICE" : "")
    }
  }

  private var letter: Node {
    section(.label("Letter")) {
      reference
      // The greeting and the name under it stay on one page.
      let parts = Letter(paper).text.split(separator: "\nSincerely,", maxSplits: 1)
      div(.class("letter")) { String(parts.first ?? "") }
      if parts.count == 2 { div(.class("letter closing")) { "Sincerely," + String(parts[1]) } }
    }
  }

  private var terms: Node {
    section(.class("part"), .label("Terms")) {
      h1 { "Terms that bind \(matter.place.facility.name)" }
      if paper.rules.isEmpty {
        p { "No term of an order, a statute, a contract or a standard is on file for this place on this day." }
      }
      for (heading, rules) in [
        ("Compared with the document by a named person", paper.rules.filter(\.isVerified)),
        ("Not compared with the document yet: check before relying on it", paper.rules.filter { !$0.isVerified }),
      ] where !rules.isEmpty {
        h2 { heading }
        ul { for rule in rules { li { rule.plain + " (" + rule.cite + ")" } } }
      }
    }
  }

  private var slip: Node {
    section(.class("part"), .label("Form G-28")) {
      div(.class("slip")) {
        h1 { "Form G-28" }
        p {
          switch matter.request.ask.g28 {
          case .none: "None has been signed. Take this sheet out."
          case .unsigned: "Prepared for signature at the meeting. Put it in place of this sheet."
          case .signed: "Signed. Put a copy in place of this sheet."
          case .filed: "On file. Put a copy in place of this sheet."
          }
        }
      }
    }
  }

  private func chronology(_ place: Attribute<PlainTag>) -> Node {
    let sentences = VisitSentences(phrases: phrases, zone: matter.zone)
    let words = phrases.visits
    return section(place, .label("Chronology")) {
      h1 { "Chronology" }
      p {
        "\(matter.place.facility.name). Times are by the facility's clock, \(phrases.name(of: matter.zone)). "
          + "Nothing was changed or taken out: corrections stand beside what they correct."
      }
      if matter.events.isEmpty {
        p { words.status.nothingYet }
      } else {
        table {
          thead {
            tr {
              th(.scope(.col), .class("when")) { "When" }
              th(.scope(.col)) { "What happened, and who told it" }
            }
          }
          tbody {
            for event in matter.events.sorted(by: { ($0.at.moment, $0.id) < ($1.at.moment, $1.id) }) {
              row(event, sentences)
            }
          }
        }
      }
      EvidenceTable(phrases: phrases, matter: matter)
      p(.class("small")) { "Made on \(phrases.day(paper.today)) from the record of this request." }
    }
  }

  private func row(_ event: VisitEvent, _ sentences: VisitSentences) -> Node {
    let words = phrases.visits
    let successor = matter.events.first { $0.corrects == event.id }
    return tr {
      th(.scope(.row)) { sentences.when(event) }
      td {
        p(successor == nil ? .class("stands") : .class("struck")) { words.words.kinds[event.kind] }
        for line in sentences.details(event) { p { line } }
        if let note = event.note { p { phrases.quoted(note) } }
        if let successor { p { successor.kind == .takenBack ? words.status.takenBack : words.status.corrected } }
        if matter.life.misfits.contains(event.id) { p { words.status.misfit } }
        p(.class("small")) { sentences.source(event) }
      }
    }
  }
}

/// A draft declaration: numbered paragraphs, the forms of closing, a line to sign on, a list of exhibits to fill in.
struct VisitPrintedDeclaration: HTML {
  let declaration: Declaration
  let reference: Node

  var body: Node {
    section(.class("draft"), .label("Draft declaration")) {
      reference
      h1 { declaration.title }
      p { "Under 28 U.S.C. § 1746" }
      ol { for paragraph in declaration.paragraphs { li { paragraph } } }
      p { "[Keep one of these, and delete the others.]" }
      for closing in declaration.closings { p(.class("closing")) { closing } }
      p(.class("sign")) { "______________________________ (signature)" }
      h2 { "Exhibits" }
      if declaration.exhibits.isEmpty {
        p { "[List each document that you attach, and what it is.]" }
      } else {
        ul { for exhibit in declaration.exhibits { li { exhibit } } }
      }
    }
  }
}
