internal import Foundation
internal import CivilTime
internal import Records

/// Reads a rulebook from its files and says of each fault where it is and what to do.
package enum RulebookReader {
  package static let schemaName = "rule.schema.json"
  package static let placesName = "places.json"

  /// The files of the folder, named by their path in it: `rule.schema.json`, `places.json`, `orders/….1.json`.
  package static func read(_ files: [SourceFile]) throws(DataFaults) -> Rulebook {
    guard let schemaFile = files.first(where: { $0.name == schemaName }) else {
      throw DataFaults([DataFault(file: schemaName, field: "", "The schema of rules is missing.")])
    }
    let schema = try schemaFile.tree()
    var faults: [DataFault] = []
    var rules: [Rule] = []
    var places: [KnownPlace] = []
    for file in files.sorted(by: { $0.name < $1.name }) where !file.name.hasSuffix(".schema.json") {
      do throws(DataFaults) {
        if file.name == placesName { places = try readPlaces(file) } else { rules.append(try readRule(file, schema)) }
      } catch {
        faults += error.faults
      }
    }
    guard faults.isEmpty else { throw DataFaults(faults) }
    return Rulebook(rules: rules, places: places)
  }

  private static func readRule(_ file: SourceFile, _ schema: JSONTree) throws(DataFaults) -> Rule {
    let tree = try file.tree()
    let faults = SchemaCheck.faults(in: tree, file: file.name, schema: schema)
    guard faults.isEmpty else { throw DataFaults(faults) }
    let raw = try file.decoded(RuleFile.self)
    return try raw.rule(file: file.name, parameters: tree["parameters"])
  }

  private static func readPlaces(_ file: SourceFile) throws(DataFaults) -> [KnownPlace] {
    let raw = try file.decoded(PlacesFile.self)
    var faults: [DataFault] = []
    let places = raw.places.enumerated().compactMap { index, place -> KnownPlace? in
      guard let kind = FacilityKind(rawValue: place.kind) else {
        faults.append(
          DataFault(
            file: file.name, field: "places[\(index)].kind",
            "“\(place.kind)” is none of \(FacilityKind.allCases.map(\.rawValue).joined(separator: ", "))."))
        return nil
      }
      guard Zone(place.zone) != nil else {
        faults.append(
          DataFault(file: file.name, field: "places[\(index)].zone", "There is no time zone “\(place.zone)”."))
        return nil
      }
      return KnownPlace(
        id: place.id, name: place.name, facility: place.facility, kind: kind, zone: place.zone,
        building: place.building, note: place.note)
    }
    guard faults.isEmpty else { throw DataFaults(faults) }
    return places
  }
}

private struct PlacesFile: Decodable {
  struct Place: Decodable {
    let id: String
    let name: String
    let facility: String?
    let kind: String
    let zone: String
    let building: String?
    let note: String?
  }
  let places: [Place]
}

/// A rule's file, as JSON has it.
private struct RuleFile: Decodable {
  struct Change: Decodable {
    let at: BoundText
    let status: RuleStatus
    let why: String
  }
  let id: String
  let version: Int
  let term: String?
  let replaces: Int?
  let patterns: [Pattern]
  let scope: Scope
  let protects: Protects?
  let predicate: String
  let parameters: Parameters
  let authority: Authority
  let from: BoundText?
  let to: BoundText?
  let status: RuleStatus
  let changes: [Change]?
  let endVerified: Bool
  let lastVerified: Verification?
  let textVerified: Bool
  let confidence: Confidence
  let clearedBy: [CounterFact]?
  let softenedBy: [CounterFact]?
  let review: Bool?
  let openQuestions: [String]?
  let plain: [String: String]

  func rule(file: String, parameters tree: JSONTree?) throws(DataFaults) -> Rule {
    var faults: [DataFault] = []
    func bound(_ text: BoundText?, _ field: String) -> Bound? {
      guard let text else { return nil }
      if let bound = text.bound { return bound }
      faults.append(
        DataFault(file: file, field: field, "Its latest time is not after its earliest; the end is exclusive."))
      return nil
    }
    let from = bound(from, "from"), to = bound(to, "to")
    let changes = (changes ?? []).enumerated().compactMap { index, change in
      bound(change.at, "changes[\(index)].at").map { StatusChange(at: $0, status: change.status, why: change.why) }
    }
    guard let known = allPredicates.first(where: { $0.name == predicate }) else {
      let names = allPredicates.map(\.name).sorted().joined(separator: ", ")
      throw DataFaults([
        DataFault(file: file, field: "predicate", "There is no predicate “\(predicate)”; there are \(names).")
      ])
    }
    faults += Self.parameterFaults(tree, known, file)
    guard faults.isEmpty else { throw DataFaults(faults) }
    return Rule(
      id: RuleID(name: id, version: version), term: term ?? id, replaces: replaces, patterns: patterns, scope: scope,
      protects: protects ?? .everybody, predicate: known, parameters: parameters, authority: authority, from: from,
      to: to, status: status, changes: changes, isEndVerified: endVerified, lastVerified: lastVerified,
      isTextVerified: textVerified, confidence: confidence, clearedBy: clearedBy ?? [], softenedBy: softenedBy ?? [],
      isForReview: review ?? false, openQuestions: openQuestions ?? [], plain: plain)
  }

  /// What the predicate needs and is not given, and what it is given and does not read.
  private static func parameterFaults(_ tree: JSONTree?, _ predicate: Predicate, _ file: String) -> [DataFault] {
    guard case .object(let given)? = tree else { return [] }
    let missing = predicate.needs.filter { given[$0.rawValue] == nil }.map { name in
      DataFault(file: file, field: "parameters.\(name.rawValue)", "“\(predicate.name)” needs this.")
    }
    let known = Set((predicate.needs + predicate.allows).map(\.rawValue))
    let unread = given.keys.filter { !known.contains($0) }.sorted().map { name in
      DataFault(
        file: file, field: "parameters.\(name)",
        "“\(predicate.name)” does not read this; it reads \(known.isEmpty ? "nothing" : known.sorted().joined(separator: ", "))."
      )
    }
    return missing + unread
  }
}

extension Protects {
  static let everybody = Protects(roles: nil, unverifiedRoles: nil, relationships: nil, heldAtLeastMinutes: nil)
}

/// A bound as a file writes it: a day, a day and a time, or an earliest and a latest.
private enum BoundText: Decodable {
  case one(LocalTime)
  case range(LocalTime, LocalTime)

  init(from decoder: any Decoder) throws {
    if let text = try? decoder.singleValueContainer().decode(String.self) {
      self = .one(try Self.local(text, decoder))
    } else {
      let both = try decoder.singleValueContainer().decode([String: String].self)
      self = .range(try Self.local(both["earliest"] ?? "", decoder), try Self.local(both["latest"] ?? "", decoder))
    }
  }

  /// A day stands for its midnight.
  private static func local(_ text: String, _ decoder: any Decoder) throws -> LocalTime {
    if let time = LocalTime(iso: text) { return time }
    if let day = CivilDate(iso: text) { return LocalTime(day: day, minuteOfDay: 0) }
    throw DecodingError.dataCorrupted(
      .init(
        codingPath: decoder.codingPath,
        debugDescription: "“\(text)” is no day and no time; write 2025-07-11 or 2025-07-11T14:30"))
  }

  var bound: Bound? {
    switch self {
    case .one(let time): Bound(earliest: time, latest: time)
    case .range(let earliest, let latest):
      (earliest.day, earliest.minuteOfDay) < (latest.day, latest.minuteOfDay)
        ? Bound(earliest: earliest, latest: latest) : nil
    }
  }
}
