import CivilTime
import Papers
import Records
import Testing

/// A request at a hold room in Los Angeles, with what each test adds.
func paper(
  ask: VisitAsk = VisitAsk(tie: .prospective), events: [VisitEvent] = [], rules: [PaperRule] = [],
  clocks: [(key: String, name: String, endsAt: Timestamp)] = [], isDoor: Bool = false,
  place: String = "Los Angeles Hold Room"
) throws -> VisitPaper {
  let zone = try #require(Zone("America/Los_Angeles"))
  return VisitPaper(
    request: VisitRequest(
      id: 1, reference: "PV-7K3M9Q", facilityID: 1, officeID: 1, accountID: 1,
      client: VisitClient(name: "María Sample López", aNumber: "012345678"), ask: ask, beganAtDoor: isDoor,
      incident: nil, createdAt: start),
    facility: Facility(
      id: 1, code: "LOSHOLD", name: place, kind: .holdRoom, address: "300 N. Los Angeles Street; B-18", zone: zone),
    zone: zone, office: "Ruiz & Chen", rules: rules, events: events, clocks: clocks,
    today: try #require(CivilDate(year: 2026, month: 11, day: 20)))
}

/// 2026-11-21 00:30 UTC
let start = Timestamp(microseconds: 1_795_221_000_000_000)

func event(
  _ id: Int64, _ kind: VisitEventKind, minute: Double, by account: String = "ana", toldBy: String? = nil,
  corrects: Int64? = nil, late: Double = 0, note: String? = nil, _ change: (inout VisitDetails) -> Void = { _ in }
) -> VisitEvent {
  var details = VisitDetails()
  change(&details)
  let moment = start.adding(seconds: minute * 60)
  return VisitEvent(
    id: id, requestID: 1, kind: kind, at: VisitTime(moment), recordedAt: moment.adding(seconds: late * 60),
    recordedBy: account,
    observer: Observer(
      name: toldBy ?? account, standing: toldBy == nil ? .requester : .family, isFirstHand: toldBy == nil),
    channel: .inPerson, grade: .c, corrects: corrects, details: details, note: note)
}

@Suite struct `A letter` {
  @Test func `quotes as binding only terms whose text was compared with the document`() throws {
    let letter = Letter(
      try paper(rules: [
        PaperRule(plain: "Open seven days.", cite: "Order 1", isVerified: true),
        PaperRule(plain: "Open eight hours.", cite: "Order 2", isVerified: false),
      ]))
    #expect(letter.text.contains("applies to your facility:\n  - Open seven days. (Order 1)"))
    #expect(letter.text.contains("[Open eight hours. (Order 2)]"))
    #expect(letter.subject.contains("PV-7K3M9Q") && !letter.subject.contains("Sample"))
  }

  @Test(arguments: ClientTie.allCases) func `states the relationship and never asks a G-28 of a first meeting`(
    _ tie: ClientTie
  ) throws {
    let text = Letter(try paper(ask: VisitAsk(tie: tie))).text
    #expect(text.contains("person"))
    #expect(text.contains("No Form G-28 has been signed yet.") == (tie == .prospective))
  }

  @Test func `gives times by the clock of the facility`() throws {
    let window = try #require(VisitWindow(opens: start, closes: start.adding(seconds: 3600)))
    let text = Letter(try paper(ask: VisitAsk(tie: .retained, windows: [window], minutes: 45))).text
    #expect(text.contains("1. November 20, 2026 at 4:30") && text.contains("until 5:30"))
    #expect(text.contains("for 45 minutes"))
  }
}

@Suite struct `A draft declaration` {
  private func paragraphs(_ events: [VisitEvent], isDoor: Bool = true) throws -> [String] {
    Declaration(try paper(events: events, isDoor: isDoor), signer: "Ana Ruiz", account: "ana").paragraphs
  }

  @Test func `tells what the signer saw as seen, and the rest as told and by whom`() throws {
    let all = try paragraphs([
      event(1, .arrived, minute: 0), event(2, .letIn, minute: 10, by: "ben"),
      event(3, .clientMoved, minute: 20, toldBy: "Sample Brother"),
    ])
    #expect(all.contains { $0.hasSuffix("I arrived at the facility.") })
    #expect(all.contains { $0.contains("I was told by ben that the visitor was let in") })
    #expect(all.contains { $0.contains("I was told by Sample Brother that staff of the facility said") })
  }

  @Test func `names the person by initials, keeps both times, and says what was corrected`() throws {
    let all = try paragraphs([
      event(1, .arrived, minute: 0),
      event(2, .closed, minute: 5),
      event(3, .refused, minute: 5, corrects: 2, late: 90, note: "Not today.") { $0.because = .noG28 },
    ])
    let text = all.joined(separator: "\n")
    #expect(text.contains("M. S. L.") && !text.contains("María") && !text.contains("012345678"))
    #expect(text.contains("refused entry; the reason given was that there was no Form G-28"))
    #expect(text.contains("I wrote this down on November 20, 2026 at 6:05") && text.contains("“Not today.”"))
    #expect(text.contains("One entry of my record") && !text.contains("closed to legal visits"))
  }

  @Test(arguments: VisitEventKind.allCases) func `says nothing of a kind of event that is no fact of access`(
    _ kind: VisitEventKind
  ) throws {
    let without = try paragraphs([]).count
    let silent: Set<VisitEventKind> = [.referred, .reviewed, .takenBack, .note, .roomObserved]
    let with = try paragraphs([event(1, kind, minute: 0)]).count
    #expect(with == without + (silent.contains(kind) ? 0 : 1))
  }

  @Test func `has the closing of the statute for each place where it may be signed`() throws {
    let closings = Declaration(try paper(), signer: "Ana Ruiz", account: "ana").closings
    #expect(closings.count == 3)
    #expect(closings[0].contains("under penalty of perjury that the foregoing is true and correct"))
    #expect(closings[1].contains("under the laws of the United States of America"))
    #expect(closings[2].contains("under the laws of the State of California") && closings[2].contains("(place)"))
  }
}
