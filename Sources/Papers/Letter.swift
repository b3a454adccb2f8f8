internal import CivilTime
internal import Phrasebook
internal import Records

/// The request as a letter or an e-mail to the facility.
package struct Letter: Sendable {
  package let subject: String
  package let text: String

  package init(_ paper: VisitPaper) {
    subject = "Request for attorney visit, \(paper.request.reference)"
    text = Self.lines(paper).joined(separator: "\n") + "\n"
  }

  private static func lines(_ paper: VisitPaper) -> [String] {
    let request = paper.request, ask = request.ask
    var lines = [paper.phrases.day(paper.today), "", paper.facility.name]
    lines += paper.address
    lines += [
      "", "Re: Request to meet with \(request.client.name)",
      "Reference: \(request.reference) (please repeat it in your answer)", "",
      "To the officer in charge of legal visits:", "",
    ]
    lines.append("I ask to \(verb(ask.mode)) \(request.client.name), who as far as I know is held at your facility.")
    lines += identity(request.client, paper.phrases)
    lines += ["", relationship(ask), ""]
    lines.append(
      "What I ask for: \(mode(ask.mode))\(ask.minutes.map { ", for \($0) minutes" } ?? ""), \(ask.people == 1 ? "one person" : "\(ask.people) people")."
    )
    if !ask.windows.isEmpty {
      lines.append("Times that suit, by the facility's clock, in order of preference:")
      for (index, window) in ask.windows.enumerated() {
        lines.append(
          "  \(index + 1). \(paper.moment(window.opens)), until \(paper.phrases.clock(window.closes, in: paper.zone))")
      }
    }
    if let companions = ask.companions { lines.append("With me will come: \(companions)") }
    if let languages = ask.languages { lines.append("Languages: \(languages)") }
    if let need = ask.accommodation { lines.append("Accommodation: \(need)") }
    if ask.urgency != .none { lines.append(urgency(ask, paper)) }
    lines += [
      "",
      "Please confirm in writing that you received this request, and tell me the time of the visit. If you deny it in whole or in part, please give the grounds in writing, and the name and position of the person who decided.",
    ]
    lines += terms(paper.rules)
    lines += [
      "",
      "The meeting is confidential: please provide a room whose door can be closed, with no officer within hearing.",
      "", "Sincerely,", "", ask.askerName ?? "____________________", role(ask.role),
    ]
    if let supervisor = ask.supervisor { lines.append("under the supervision of \(supervisor)") }
    if let office = paper.office { lines.append(office) }
    return lines
  }

  private static func identity(_ client: VisitClient, _ phrases: Phrases) -> [String] {
    var known: [String] = []
    if let number = client.aNumber { known.append("A-number \(phrases.aNumber(number))") }
    if let birth = client.birth { known.append("born \(birth)") }
    if let country = client.country { known.append("country of birth \(country)") }
    return known.isEmpty ? [] : ["As far as I know: \(known.joined(separator: ", "))."]
  }

  private static func relationship(_ ask: VisitAsk) -> String {
    let tie =
      switch ask.tie {
      case .retained: "The person is my client."
      case .prospective: "The person is a prospective client; this is a meeting before representation."
      case .expeditedRemoval: "The person has a right to consult before an interview in expedited removal."
      case .other: "I will state my relationship to the person on arrival."
      }
    let form =
      switch ask.g28 {
      case .none: ask.tie == .prospective ? " No Form G-28 has been signed yet." : ""
      case .unsigned: " A Form G-28 is prepared for signature at the meeting."
      case .signed: " A signed Form G-28 exists; I bring a copy."
      case .filed: " A Form G-28 is on file; I bring a copy."
      }
    return tie + form
  }

  private static func urgency(_ ask: VisitAsk, _ paper: VisitPaper) -> String {
    let reason =
      switch ask.urgency {
      case .hearing: "a hearing"
      case .interview: "an interview"
      case .removal: "a scheduled removal"
      case .medical: "a medical need"
      case .none: ""
      }
    return "This is urgent because of \(reason)\(ask.urgentAt.map { " on \(paper.moment($0))" } ?? "")."
  }

  /// Only terms whose text was verified are quoted as binding; the others are left for the lawyer to check.
  private static func terms(_ rules: [PaperRule]) -> [String] {
    let verified = rules.filter(\.isVerified)
    let others = rules.filter { !$0.isVerified }
    var lines: [String] = []
    if !verified.isEmpty {
      lines += ["", "The following applies to your facility:"]
      lines += verified.map { "  - \($0.plain) (\($0.cite))" }
    }
    if !others.isEmpty {
      lines += [
        "", "[Check before sending, then keep or delete. The text of these terms was not compared with the document:]",
      ]
      lines += others.map { "  [\($0.plain) (\($0.cite))]" }
    }
    return lines
  }

  private static func verb(_ mode: VisitMode) -> String {
    switch mode {
    case .call, .video: "speak with"
    case .documents: "exchange documents with"
    case .contact, .noContact: "meet with"
    }
  }

  static func mode(_ mode: VisitMode) -> String {
    switch mode {
    case .contact: "a contact visit in person"
    case .noContact: "a visit in person"
    case .video: "a video visit"
    case .call: "a scheduled call, free and unmonitored"
    case .documents: "an exchange of legal documents"
    }
  }

  static func role(_ role: AskerRole) -> String {
    switch role {
    case .attorney: "Attorney"
    case .accreditedRepresentative: "Accredited representative"
    case .legalAssistant: "Legal assistant"
    case .lawStudent: "Law student"
    case .interpreter: "Interpreter"
    }
  }
}
