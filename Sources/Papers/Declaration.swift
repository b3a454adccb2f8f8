internal import CivilTime
internal import Phrasebook
internal import Records

/// A draft declaration under 28 USC 1746, from recorded facts alone: what the signer saw as seen, the rest as told and
/// by whom. It is a draft until the person reads, corrects and signs it.
package struct Declaration: Sendable {
  package let title: String
  package let paragraphs: [String]
  /// One for each form that the statute has; the signer keeps one.
  package let closings: [String]
  /// The files of the request, by letter.
  package let exhibits: [String]

  package init(_ paper: VisitPaper, signer: String, account: String) {
    let request = paper.request
    title = "DECLARATION OF \(signer.uppercased())"
    var paragraphs = [
      "I, \(signer), declare as follows.",
      "I am \(Self.article(request.ask.role))\(paper.office.map { " with \($0)" } ?? ""). I make this declaration from my own knowledge, except where I say that I was told something and by whom.",
      Self.purpose(paper),
    ]
    for event in VisitLife.standing(paper.events) {
      guard let sentence = Self.sentence(event, paper, account: account) else { continue }
      paragraphs.append(sentence)
    }
    let corrected = paper.events.filter { event in paper.events.contains { $0.corrects == event.id } }.count
    if corrected > 0 {
      paragraphs.append(
        "\(corrected == 1 ? "One entry" : "\(corrected) entries") of my record of these events \(corrected == 1 ? "was" : "were") later corrected or taken back; what stands above is the corrected record, and the earlier entries are kept."
      )
    }
    if !paper.exhibits.isEmpty {
      paragraphs.append(
        "The files named at the end of this declaration were kept with my record of this request. The SHA-256 of each was taken when it was added."
      )
    }
    self.paragraphs = paragraphs
    exhibits = paper.exhibits.map(\.sentence)
    closings = [
      "Within the United States: I declare under penalty of perjury that the foregoing is true and correct. Executed on ____________________ (date).",
      "Outside the United States: I declare under penalty of perjury under the laws of the United States of America that the foregoing is true and correct. Executed on ____________________ (date).",
      "In California: I declare under penalty of perjury under the laws of the State of California that the foregoing is true and correct. Executed on ____________________ (date), at ____________________ (place).",
    ]
  }

  private static func article(_ role: AskerRole) -> String {
    let name = Letter.role(role).lowercased()
    return (["a", "e", "i", "o"].contains { name.hasPrefix($0) } ? "an " : "a ") + name
  }

  private static func purpose(_ paper: VisitPaper) -> String {
    let request = paper.request
    let tie =
      switch request.ask.tie {
      case .retained: "who is my client"
      case .prospective: "who was a prospective client"
      case .expeditedRemoval: "who was entitled to consult before an interview in expedited removal"
      case .other: "whom I sought to meet"
      }
    let how = request.beganAtDoor ? "I went to" : "I asked for \(Letter.mode(request.ask.mode)) at"
    return
      "\(how) \(paper.facility.name) to meet with a person known to me as \(initials(request.client.name)), \(tie). My record of this request bears the reference \(request.reference)."
  }

  /// Names of people who are held stay out of filings: initials stand for them.
  static func initials(_ name: String) -> String {
    let letters = name.split { !$0.isLetter }.compactMap { $0.first.map { "\($0.uppercased())." } }
    return letters.isEmpty ? "the person" : letters.joined(separator: " ")
  }

  private static func sentence(_ event: VisitEvent, _ paper: VisitPaper, account: String) -> String? {
    // What somebody else of the office wrote down was not seen by the signer.
    let isOwn = event.observer.isFirstHand && event.recordedBy == account
    guard let fact = fact(event, paper, isOwn ? "I" : "the visitor") else { return nil }
    let when =
      switch event.at.precision {
      case .minute: "On \(paper.moment(event.at.moment))"
      case .quarter: "On \(paper.moment(event.at.moment)), give or take a quarter of an hour"
      case .hour: "On \(paper.moment(event.at.moment)), give or take an hour"
      case .day: "On \(paper.phrases.day(paper.zone.local(event.at.moment).day)), at a time that I do not know exactly"
      }
    let source = isOwn ? "" : "I was told by \(event.observer.name) that "
    var sentence = "\(when), \(source)\(fact)."
    if let note = event.note { sentence += " My record says: \(paper.phrases.quoted(note))" }
    if event.isLate { sentence += " I wrote this down on \(paper.moment(event.recordedAt))." }
    return sentence
  }

  /// Nil for what is no fact of access: reviews and hand-overs.
  private static func fact(_ event: VisitEvent, _ paper: VisitPaper, _ visitor: String) -> String? {
    switch event.kind {
    case .submitted: "the request was sent to the facility\(channel(event))"
    case .delivered: "the request was shown to have been delivered\(channel(event))"
    case .acknowledged: "the facility confirmed that it had received the request\(channel(event))"
    case .moreInfo: "the facility asked for more information\(channel(event))"
    case .scheduled: "the facility gave a time for the visit\(slot(event, paper))"
    case .walkInApproved: "the facility said to come without an appointment\(channel(event))"
    case .denied: "the facility denied the request\(reason(event))"
    case .noAnswer: "no answer to the request had been received"
    case .withdrawn: "the request was withdrawn"
    case .arrived: "\(visitor) arrived at the facility"
    case .letIn: "\(visitor) was let in to see the person"
    case .refused: "\(visitor) was refused entry\(reason(event))"
    case .left: "\(visitor) left the facility"
    case .completed: "the visit ended"
    case .cutShort: "the visit was cut short by the facility\(reason(event))"
    case .closed: "the facility was closed to legal visits"
    case .clientDeclined:
      "staff of the facility said that the person declined the visit"
        + (event.details.signed == false ? ", and showed no refusal signed by the person" : "")
    case .clientMoved: "staff of the facility said that the person was no longer there"
    case .roomObserved: room(event)
    case .demanded: "staff of the facility demanded \(demanded(event)) before the visit"
    case .attempted:
      "an attempt was made to reach the facility\(channel(event))"
        + (event.details.answered == false ? ", and nobody answered" : "")
    case .entryRuleFailed: "\(visitor) did not meet a posted rule of entry"
    case .wrongLocation: "it was learned that the person had not been at this facility"
    case .emergency: "there was an emergency at the facility"
    case .g28Filed: "a Form G-28 was filed"
    case .note: event.note == nil ? nil : "the following was noted"
    case .escalated: "the matter was raised with a superior\(channel(event))"
    case .remedied: "the denial was put right"
    case .sustained: "the denial was upheld"
    case .referred, .reviewed, .takenBack: nil
    }
  }

  private static func channel(_ event: VisitEvent) -> String {
    switch event.channel {
    case nil: ""
    case .inPerson?: " in person"
    case .phone?: " by telephone"
    case .email?: " by e-mail"
    case .fax?: " by fax"
    case .webForm?: " through a form on a website"
    case .eFile?: " through ERO eFile"
    case .videoPortal?: " through a video portal"
    case .mail?: " by mail"
    }
  }

  private static func slot(_ event: VisitEvent, _ paper: VisitPaper) -> String {
    guard let slot = event.details.slot else { return "" }
    return ": \(paper.moment(slot.opens)), until \(paper.phrases.clock(slot.closes, in: paper.zone))"
  }

  private static func reason(_ event: VisitEvent) -> String {
    switch event.details.because {
    case nil: ""
    case TurnedAwayBecause.none?: " and was given no reason"
    case .other?: "; another reason was given"
    case let because?: "; the reason given was \(said(because))"
    }
  }

  private static func said(_ because: TurnedAwayBecause) -> String {
    switch because {
    case .noLegalVisits: "that there are no legal visits there"
    case .closed: "that it was closed"
    case .noRoom: "that no room was free"
    case .notScheduled: "that there was no appointment"
    case .prospective: "that the person was not yet a client"
    case .noG28: "that there was no Form G-28"
    case .identifier: "that an identifying number was missing"
    case .role: "that only attorneys are admitted"
    case .identification: "that identification was missing"
    case .noContact: "that there are no contact visits"
    case .clientDeclined: "that the person did not want the visit"
    case .clientGone: "that the person was no longer there"
    case .count: "that it was count time"
    case .meal: "that it was meal time"
    case .timeLimit: "that the time was up"
    case .security: "security"
    case .emergency: "an emergency"
    case .none, .other: "none"
    }
  }

  private static func demanded(_ event: VisitEvent) -> String {
    switch event.details.demanded {
    case .g28?: "a Form G-28"
    case .aNumber?: "the person's A-number"
    case .otherIdentifier?: "another number or paper"
    case nil: "something further"
    }
  }

  private static func room(_ event: VisitEvent) -> String? {
    var parts: [String] = []
    if let open = event.details.doorOpen { parts.append("the door of the room was \(open ? "open" : "closed")") }
    if let heard = event.details.officerWithinHearing {
      parts.append(heard ? "an officer was within hearing" : "no officer was within hearing")
    }
    if let contact = event.details.contact {
      parts.append(contact ? "contact was possible" : "a partition prevented contact")
    }
    if let papers = event.details.documentsPass {
      parts.append(papers ? "papers could be passed" : "papers could not be passed")
    }
    return parts.isEmpty ? nil : parts.joined(separator: ", ")
  }
}
