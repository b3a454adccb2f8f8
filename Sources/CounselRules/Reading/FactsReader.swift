package import CivilTime
internal import Foundation
internal import Records

/// Facts read from a file, and the moment that the file says they stand at.
package struct FactsDocument: Sendable {
  package let facts: CaseFile
  package let asOf: Timestamp?
  package let zone: Zone
}

/// Reads one place and its requests from the form that `facts.schema.json` describes.
package enum FactsReader {
  package static let schemaName = "facts.schema.json"
  package static let format = "paradero.facts/1"

  package static func read(_ file: SourceFile, schema: SourceFile, rulebook: Rulebook) throws(DataFaults)
    -> FactsDocument
  {
    let faults = SchemaCheck.faults(in: try file.tree(), file: file.name, schema: try schema.tree())
    guard faults.isEmpty else { throw DataFaults(faults) }
    let raw = try file.decoded(FactsFile.self)
    var reading = FactsReading(file: file.name)
    guard let place = reading.place(raw.place, rulebook) else { throw DataFaults(reading.faults) }
    let events = reading.events(raw.events ?? [], in: place.zone, at: "events")
    let requests = (raw.requests ?? []).enumerated().map { index, request in
      CaseRequest(
        id: request.id, role: request.role, relationship: request.relationship,
        events: reading.events(request.events, in: place.zone, at: "requests[\(index)].events"))
    }
    reading.checkIDs(events, requests)
    let asOf = raw.asOf.flatMap { reading.span($0, in: place.zone, at: "asOf")?.earliest }
    guard reading.faults.isEmpty else { throw DataFaults(reading.faults) }
    return FactsDocument(
      facts: CaseFile(place: place, events: events, requests: requests), asOf: asOf, zone: place.zone)
  }
}

/// A file of facts, as JSON has it.
private struct FactsFile: Decodable {
  struct Place: Decodable {
    struct Period: Decodable {
      let name: String
      let from: CivilDate?
      let to: CivilDate?
    }
    let id: String
    let kind: String?
    let zone: String?
    let building: String?
    let standards: [Period]?
    let clauses: [Period]?
    let contestedDays: [CivilDate]?
  }
  struct Event: Decodable {
    struct By: Decodable {
      let name: String
      let standing: Standing
    }
    let id: String
    let kind: String
    let at: String
    let atLatest: String?
    let until: String?
    let untilLatest: String?
    let by: By
    let grade: Grade
    let absent: Bool?
    let corrects: String?
    let details: Details?
  }
  struct Request: Decodable {
    let id: String
    let role: Role?
    let relationship: Relationship?
    let events: [Event]
  }
  let asOf: String?
  let place: Place
  let events: [Event]?
  let requests: [Request]?
}

/// The reading of one file, which gathers what is wrong.
private struct FactsReading {
  let file: String
  var faults: [DataFault] = []

  init(file: String) { self.file = file }

  mutating func place(_ raw: FactsFile.Place, _ rulebook: Rulebook) -> CasePlace? {
    let known = rulebook.place(raw.id)
    guard let kind = (raw.kind ?? known?.kind.rawValue).flatMap({ FacilityKind(rawValue: $0) }) else {
      return fault("place.kind", "“\(raw.id)” is no place of the rulebook: say its kind.")
    }
    guard let name = raw.zone ?? known?.zone else {
      return fault(
        "place.zone", "“\(raw.id)” is no place of the rulebook: say its time zone, as in America/Los_Angeles.")
    }
    guard let zone = Zone(name) else {
      return fault("place.zone", "There is no time zone “\(name)”; write one as in America/Los_Angeles.")
    }
    func periods(_ raw: [FactsFile.Place.Period]?) -> [CasePlace.Period] {
      (raw ?? []).map { CasePlace.Period(name: $0.name, from: $0.from, to: $0.to) }
    }
    return CasePlace(
      id: raw.id, kind: kind, zone: zone, building: raw.building ?? known?.building, standards: periods(raw.standards),
      clauses: periods(raw.clauses), contestedDays: Set(raw.contestedDays ?? []))
  }

  mutating func events(_ raw: [FactsFile.Event], in zone: Zone, at field: String) -> [CaseEvent] {
    var events: [CaseEvent] = []
    for (index, event) in raw.enumerated() {
      let here = "\(field)[\(index)]"
      guard let kind = EventKind(code: event.kind) else {
        let _: Int? = fault(
          "\(here).kind",
          "“\(event.kind)” is none of \(EventKind.allCases.map(\.code).sorted().joined(separator: ", ")).")
        continue
      }
      guard let at = span(event.at, to: event.atLatest, in: zone, at: "\(here).at") else { continue }
      let until = event.until.flatMap { span($0, to: event.untilLatest, in: zone, at: "\(here).until") }
      if let until, until.latest < at.earliest {
        let _: Int? = fault("\(here).until", "It ends before it begins.")
      }
      events.append(
        CaseEvent(
          id: event.id, kind: kind, at: at, until: until,
          by: Witness(name: event.by.name, standing: event.by.standing), grade: event.grade,
          isAbsent: event.absent ?? false, corrects: event.corrects, details: event.details ?? Details()))
    }
    return events
  }

  /// Findings name events by their ids, so each is there once in the whole file.
  mutating func checkIDs(_ events: [CaseEvent], _ requests: [CaseRequest]) {
    var seen: Set<String> = []
    for (index, request) in requests.enumerated() where !seen.insert(request.id).inserted {
      let _: Int? = fault("requests[\(index)].id", "“\(request.id)” is there twice; give each its own.")
    }
    var ids: Set<String> = []
    func check(_ events: [CaseEvent], _ field: String, _ faults: inout [DataFault]) {
      for (index, event) in events.enumerated() where !ids.insert(event.id).inserted {
        faults.append(
          DataFault(file: file, field: "\(field)[\(index)].id", "“\(event.id)” is there twice; give each its own."))
      }
      let here = Set(events.map(\.id))
      for (index, event) in events.enumerated() {
        if let corrected = event.corrects, !here.contains(corrected) || corrected == event.id {
          faults.append(
            DataFault(
              file: file, field: "\(field)[\(index)].corrects",
              "There is no other event “\(corrected)” beside it; name the one that it corrects."))
        }
      }
    }
    check(events, "events", &faults)
    for (index, request) in requests.enumerated() { check(request.events, "requests[\(index)].events", &faults) }
  }

  mutating func span(_ text: String, to latest: String? = nil, in zone: Zone, at field: String) -> Span? {
    guard let first = Self.span(text, zone) else {
      return fault(
        field,
        "“\(text)” is no time there; write 2025-08-06T10:00 by the place's own clock, 2025-08-06T10:00:00-07:00, or 2025-08-06. In spring one hour does not exist."
      )
    }
    guard let latest else { return first }
    guard let last = Self.span(latest, zone), first.earliest <= last.latest else {
      return fault(field + "Latest", "“\(latest)” is no time, or one before the earliest.")
    }
    return Span(first.earliest, last.latest)
  }

  /// A time of the hour that the clocks show twice may be either; a day alone may be any time of it.
  private static func span(_ text: String, _ zone: Zone) -> Span? {
    if let moment = Timestamp(internet: text) { return Span(moment) }
    if let local = LocalTime(iso: text) {
      let moments = zone.moments(of: local)
      guard let first = moments.first, let last = moments.last else { return nil }
      return Span(first, last)
    }
    guard let day = CivilDate(iso: text) else { return nil }
    let whole = zone.span(of: day)
    return Span(whole.start, Timestamp(microseconds: whole.end.microseconds - 1))
  }

  private mutating func fault<Nothing>(_ field: String, _ sentence: String) -> Nothing? {
    faults.append(DataFault(file: file, field: field, sentence))
    return nil
  }
}
