import CivilTime
import Foundation
import Records
import Testing

@testable import CounselRules

@Suite struct `The rulebook` {
  @Test func `has nothing out of order`() throws {
    let book = try #require(Rules.book)
    let check = RulebookCheck(book, files: Rules.files, languages: ["en", "es"])
    #expect(check.faults.isEmpty, "\(check.faults)")
    #expect(book.rules.count >= 70)
  }

  /// Rules whose text nobody has compared with the document claim nothing; today that is all of them.
  @Test func `claims nothing that nobody verified`() throws {
    for rule in try #require(Rules.book).rules {
      #expect(!rule.isTextVerified || rule.lastVerified != nil, "\(rule.id)")
      #expect(rule.isHeuristic == (rule.authority.kind == .heuristic))
    }
  }

  @Test func `lets each rule begin and end on its days`() throws {
    let zone = try #require(Zone("America/Los_Angeles"))
    for rule in try #require(Rules.book).rules {
      let period = ForcePeriod(rule, in: zone)
      func force(_ moment: Timestamp, _ minutes: Int = 0) -> Force {
        period.force(at: Span(moment.adding(seconds: Double(minutes * 60))))
      }
      if let from = period.from {
        #expect(force(from.earliest, -1) == .out, "\(rule.id) before")
        #expect(force(from.latest) != .out, "\(rule.id) after its first minute")
        if from.earliest < from.latest { #expect(force(from.earliest) == .uncertain(.docketedMinute), "\(rule.id)") }
      }
      if let to = period.to {
        #expect(force(to.earliest, -1) != .out, "\(rule.id) before its end")
        #expect(force(to.latest) == .out, "\(rule.id) at its end")
      }
    }
  }

  /// Catala's sweep: in every month each place, with everything that can happen there, gets findings and no trap, and
  /// of each term at most one version that is surely in force.
  @Test func `speaks of every month since 2004 with one voice`() throws {
    let book = try #require(Rules.book)
    let places = try Self.places(book).map { PlaceRules(book, at: $0) }
    var month = try #require(CivilDate(year: 2004, month: 1, day: 15))
    let last = try #require(CivilDate(year: 2027, month: 3, day: 1))
    var spoken: Set<Pattern> = []
    while month < last {
      for rules in places {
        let place = rules.place
        let (request, events, now) = Self.everything(in: month, place.zone)
        let findings = rules.findings(on: request, now: now) + rules.findings(onPlace: events, now: now)
        for finding in findings {
          let rule = try #require(book.rule(finding.rule))
          #expect(finding.authority == rule.authority.kind)
          if finding.outcome.kind == .breached {
            #expect(finding.certainty == .possible || rule.isTextVerified)
            #expect(finding.needsReview || !rule.isHeuristic)
            spoken.formUnion([finding.pattern].compactMap(\.self))
          }
          #expect(!finding.isPublishable || rule.isTextVerified)
        }
        Self.expectOneVoice(findings, book, "\(place.id) in \(month.iso)")
        if place.kind == .holdRoom, month.iso >= "2024-02" {
          let limits = findings.filter { book.rule($0.rule)?.term == "HOLD" && $0.outcome != .notInForce }
          #expect(limits.count == 1, "\(place.id) in \(month.iso): \(limits.map(\.rule))")
        }
      }
      month = try #require(month.adding(days: 30))
    }
    // Had the sweep found next to nothing, its silence would prove nothing.
    #expect(spoken.count >= 15, "\(Set(Pattern.allCases).subtracting(spoken).sorted())")
  }

  private static func expectOneVoice(_ findings: [Finding], _ book: Rulebook, _ place: String) {
    var sure: [String: RuleID] = [:]
    for finding in findings where [.met, .breached, .pending].contains(finding.outcome.kind) {
      let term = book.rule(finding.rule)?.term ?? ""
      let key = "\(term) \(finding.facts.first ?? "") \(finding.pattern?.rawValue ?? "") \(finding.at.microseconds)"
      if let other = sure[key] { #expect(other == finding.rule, "\(place): \(other) and \(finding.rule)") }
      sure[key] = finding.rule
    }
  }

  private static func places(_ book: Rulebook) throws -> [CasePlace] {
    let zone = try #require(Zone("America/Chicago"))
    let known = try book.places.map { place in
      CasePlace(id: place.id, kind: place.kind, zone: try #require(Zone(place.zone)), building: place.building)
    }
    let standards = ["PBNDS2011", "NDS2019", "NDS2025", "OTHER"].map { standard in
      CasePlace(
        id: "UNDER-\(standard)", kind: .detention, zone: zone, standards: [.init(name: standard)],
        clauses: [.init(name: "virtual_visits")])
    }
    return known + standards + FacilityKind.allCases.map { CasePlace(id: "KIND-\($0)", kind: $0, zone: zone) }
  }

  /// One request and one place to which everything happens, each within a day and a half.
  private static func everything(in day: CivilDate, _ zone: Zone) -> (CaseRequest, [CaseEvent], Timestamp) {
    let start = zone.start(of: LocalTime(day: day, minuteOfDay: 300))
    let placeKinds: Set<EventKind> = [.openObserved, .closedObserved, .hoursPosted, .closed, .policyStated]
    let quiet: Set<EventKind> = [
      .entryRuleFailed, .wrongLocation, .emergency, .portOfEntry, .minor, .withdrawn, .reopened, .closureNotified,
    ]
    var details = Details()
    (details.because, details.doorOpen, details.costCents) = (.noLegalVisits, true, 100)
    (details.monitored, details.recorded, details.outOfState, details.outOfArea) = (true, true, true, true)
    (details.legalVisitsThere, details.found, details.read, details.protectedSpeech) = (false, false, true, true)
    (details.signed, details.warrant, details.written, details.reasonGiven) = (false, false, true, false)
    (details.documented, details.minutes, details.what) = (true, 9_000, .aNumber)
    (details.contact, details.documentsPass, details.endedBy, details.barListed) = (false, false, .facility, true)
    func event(_ kind: EventKind, _ index: Int) -> CaseEvent {
      let at = start.adding(seconds: Double(index * 2_400))
      return CaseEvent(
        id: "\(kind.code)-\(index)", kind: kind, at: Span(at), until: Span(at.adding(seconds: 600)),
        by: Witness(name: "Sample", standing: .detained), grade: .b, details: details)
    }
    let kinds = EventKind.allCases.filter { !quiet.contains($0) && !placeKinds.contains($0) }
    let order =
      [EventKind.bookedIn, .arrested, .submitted] + kinds.filter { ![.bookedIn, .arrested, .submitted].contains($0) }
    let request = CaseRequest(
      id: "R", role: .attorney, relationship: .prospective,
      events: order.enumerated().map { event($1, $0) })
    let place = placeKinds.sorted { $0.rawValue < $1.rawValue }.enumerated().map { event($1, $0) }
    return (request, place, start.adding(seconds: 40 * 86_400))
  }
}

@Suite struct `Findings` {
  @Test func `do not depend on the order in which events were recorded, and survive being written and read`() throws {
    let book = try #require(Rules.book), zone = try #require(Zone("America/Los_Angeles"))
    let place = CasePlace(id: "B-18", kind: .holdRoom, zone: zone, building: "300-N-LOS-ANGELES")
    var dice = Dice(7)
    for _ in 0..<60 {
      let events = (0..<10).map { index in
        let at = Timestamp(secondsSinceEpoch: 1_764_000_000 + Double(dice.roll(20) * 3_600))
        return CaseEvent(
          id: "e\(index)", kind: dice.pick(EventKind.allCases), at: Span(at),
          by: Witness(name: "Sample", standing: dice.pick(Standing.allCases)), grade: dice.pick(Grade.allCases),
          isAbsent: dice.roll(5) == 0)
      }
      let now = Timestamp(secondsSinceEpoch: 1_764_500_000)
      func json(_ events: [CaseEvent]) throws -> String {
        let request = CaseRequest(id: "R", role: .attorney, relationship: .retained, events: events)
        let findings = book.findings(on: CaseFile(place: place, events: events, requests: [request]), now: now)
        return try FindingsDocument(place: place.id, zone: zone, asOf: now, findings: findings).json()
      }
      let straight = try json(events)
      #expect(try json(events.reversed()) == straight)
      let read = try FindingsDocument.read(SourceFile(name: "findings", data: Data(straight.utf8)))
      #expect(try read.json() == straight)
    }
  }
}
