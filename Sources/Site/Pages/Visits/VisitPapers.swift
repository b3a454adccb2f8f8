internal import CivilTime
internal import CounselRules
internal import Gateway
internal import Markup
internal import Papers
internal import Phrasebook
internal import Records
internal import Services

/// The papers made from a request.
extension VisitDesk {
  func paper(_ route: VisitRoute, _ matter: VisitMatter) throws -> Response? {
    guard scene.staff.may(.fileVisits) else {
      return .page(StaffRefusalPage(scene: scene, isOldForm: false), status: .forbidden)
    }
    let paper = VisitPaper(matter, now: now)
    switch route {
    case .letter: return .page(VisitLetterPage(scene: scene, route: route, letter: Letter(paper), matter: matter))
    case .mail(let reference):
      return Self.download(
        MailDraft(Letter(paper), to: matter.place.mailAddresses).text, "message/rfc822",
        "\(reference.description).eml")
    case .calendar(let reference):
      return Self.download(
        CalendarFile([paper]).text, "text/calendar; charset=utf-8", "\(reference.description).ics")
    case .chronology: return .page(VisitChronologyPage(scene: scene, route: route, matter: matter))
    case .declaration:
      let account = scene.staff.account.name
      return .page(
        VisitDeclarationPage(
          scene: scene, route: route, declaration: Declaration(paper, signer: signer(matter), account: account)))
    default: return nil
    }
  }

  private func signer(_ matter: VisitMatter) -> String { matter.request.ask.askerName ?? scene.staff.account.name }

  /// The same as a PDF; where none can be made, a page that says what to do instead.
  func printed(_ print: VisitPrint, _ matter: VisitMatter) async -> Response {
    guard scene.staff.may(.fileVisits) else {
      return .page(StaffRefusalPage(scene: scene, isOldForm: false), status: .forbidden)
    }
    let page = VisitPrintPage(
      print: print, matter: matter, paper: VisitPaper(matter, now: now), signer: signer(matter),
      account: scene.staff.account.name, isPractice: scene.isPractice)
    do throws(PrintFailure) {
      let pdf = try await printer.pdf(page.rendered())
      return Self.download(pdf, "application/pdf", "\(matter.request.reference)-\(print.file)")
    } catch {
      // The doctor command names what is missing; a person at a door is told what to do instead.
      return .page(VisitNoPrintPage(scene: scene, matter: matter, isBusy: error == .busy), status: .serviceUnavailable)
    }
  }
}

extension VisitPaper {
  init(_ matter: VisitMatter, now: Timestamp) {
    let clocks = matter.findings.compactMap { judged -> (key: String, name: String, endsAt: Timestamp)? in
      guard case .pending(let until) = judged.finding.outcome else { return nil }
      return (judged.finding.id, judged.rule?.plain["en"] ?? judged.finding.rule.description, until)
    }
    self.init(
      request: matter.request, facility: matter.place.facility, zone: matter.zone, office: matter.office?.name,
      rules: matter.place.rules.map {
        PaperRule(plain: $0.plain["en"] ?? $0.id, cite: $0.cite, isVerified: $0.isVerified && !$0.isPresumed)
      },
      events: matter.events, clocks: clocks, today: matter.zone.local(now).day, exhibits: EvidenceWords.exhibits(matter)
    )
  }
}

extension VisitPlace {
  /// Where requests go by e-mail: what is known of the place for visits, else what its field office gives.
  var mailAddresses: [String] {
    let own = details.contacts.filter { $0.kind == .email && ($0.purpose == .visits || $0.purpose == .legal) }
    return own.isEmpty ? [details.office?.email].compactMap(\.self) : own.map(\.value)
  }
}

/// Says that no PDF could be made, and what does instead.
struct VisitNoPrintPage: HTML {
  let scene: StaffScene
  let matter: VisitMatter
  let isBusy: Bool

  var body: Node {
    let words = scene.phrases.visits.status
    let route = VisitReference(matter.request.reference).map(VisitRoute.one) ?? .list
    StaffFrame(scene, .visits(scene.phrases.language, route), title: words.noPrintTitle) {
      p(.class("notice")) { isBusy ? words.printBusy : words.noPrint }
      p {
        a(.to(Route.visits(scene.phrases.language, route)), .class("act")) { words.title(matter.request.reference) }
      }
    }
  }
}

/// The letter, to copy, mail or print.
struct VisitLetterPage: HTML {
  let scene: StaffScene
  let route: VisitRoute
  let letter: Letter
  let matter: VisitMatter

  var body: Node {
    let words = scene.phrases.visits
    StaffFrame(scene, .visits(scene.phrases.language, route), title: words.status.letter) {
      p(.class("hint")) { words.words.next[.draft] }
      p { strong { letter.subject } }
      article(.class("paper"), .lang("en")) { letter.text }
      if let reference = VisitReference(matter.request.reference) {
        p {
          a(.to(Route.visits(scene.phrases.language, .mail(reference))), .class("tall")) { words.status.mail }
        }
        p {
          a(.to(Route.visits(scene.phrases.language, .one(reference))), .class("act")) {
            words.status.title(matter.request.reference)
          }
        }
      }
    }
  }
}

/// Everything that was told, in the order of time, with both times, who told it and how strong it is.
struct VisitChronologyPage: HTML {
  let scene: StaffScene
  let route: VisitRoute
  let matter: VisitMatter

  var body: Node {
    let phrases = scene.phrases
    let words = phrases.visits
    let sentences = VisitSentences(phrases: phrases, zone: matter.zone)
    StaffFrame(scene, .visits(phrases.language, route), title: words.status.chronology) {
      h2 { matter.request.reference + " · " + matter.place.facility.name }
      if matter.events.isEmpty { p { words.status.nothingYet } }
      table {
        tbody {
          for event in matter.events.sorted(by: { ($0.at.moment, $0.id) < ($1.at.moment, $1.id) }) {
            let successor = matter.events.first { $0.corrects == event.id }
            tr {
              th(.scope(.row)) { sentences.when(event) }
              td {
                p(successor == nil ? .class("kind") : .class("gone")) { words.words.kinds[event.kind] }
                for line in sentences.details(event) { p { line } }
                if let note = event.note { p { phrases.quoted(note) } }
                if let successor {
                  p { successor.kind == .takenBack ? words.status.takenBack : words.status.corrected }
                }
                if matter.life.misfits.contains(event.id) { p { words.status.misfit } }
                p(.class("quiet")) { sentences.source(event) }
              }
            }
          }
        }
      }
      EvidenceTable(phrases: phrases, matter: matter)
    }
  }
}

/// A declaration to read, correct and sign. Until then every page of it says that it is a draft.
struct VisitDeclarationPage: HTML {
  let scene: StaffScene
  let route: VisitRoute
  let declaration: Declaration

  var body: Node {
    StaffFrame(scene, .visits(scene.phrases.language, route), title: scene.phrases.visits.status.declaration) {
      article(.lang("en")) {
        p(.class("draft")) { "DRAFT – not a declaration until the person has read it, corrected it and signed it." }
        h2 { declaration.title }
        p { "Under 28 U.S.C. § 1746" }
        ol { for paragraph in declaration.paragraphs { li { paragraph } } }
        p { "[Keep one of these, and delete the others.]" }
        for closing in declaration.closings { p { closing } }
        p { "____________________ (signature)" }
        if declaration.exhibits.isEmpty {
          p { "Exhibits: [list each document that you attach, and what it is]" }
        } else {
          h3 { "Exhibits" }
          ul { for exhibit in declaration.exhibits { li(.class("long")) { exhibit } } }
        }
        p(.class("draft")) { "DRAFT" }
      }
    }
  }
}
