internal import CivilTime
package import CounselRules
internal import Foundation
package import Records

/// An invented order with verified terms, for a demo alone: no real rule's text is verified, and a demo has to show what a
/// verified one leads to. It says of itself that it is invented.
package enum SampleRulebook {
  /// The files of a folder with the invented order's beside them, and its places among the places.
  package static func files(_ files: [SourceFile], facilities: [Facility]) throws -> [SourceFile] {
    guard let index = files.firstIndex(where: { $0.name == RulebookReader.placesName }) else { return files }
    var known = try JSONDecoder().decode(Places.self, from: files[index].data)
    var names: [String] = []
    for facility in facilities {
      if let place = known.places.first(where: { $0["facility"] == facility.code }), let id = place["id"] {
        names.append(id)
      } else if let zone = facility.zone {
        known.places.append([
          "id": facility.code, "name": facility.name, "facility": facility.code, "kind": facility.kind.rawValue,
          "zone": zone.identifier, "note": "Named by the invented order of a demo.",
        ])
        names.append(facility.code)
      }
    }
    var all = files
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    all[index] = SourceFile(name: files[index].name, data: try encoder.encode(known))
    let scope = names.map { "\"\($0)\"" }.joined(separator: ", ")
    return all + terms.map { SourceFile(name: "orders/\($0.id).1.json", data: Data(rule($0, scope).utf8)) }
  }

  private struct Places: Codable { var places: [[String: String]] }

  private struct Term {
    let id: String
    let patterns: String
    let predicate: String
    let parameters: String
    let english: String
    let spanish: String
  }

  private static let terms = [
    Term(
      id: "DEMO-HOURS", patterns: #""D03", "D04""#, predicate: "openMinutes",
      parameters: #"{"businessMinutes": 480, "restMinutes": 240}"#,
      english: "Invented: the place is open for legal visits eight hours on business days, four on others.",
      spanish: "Inventado: el lugar abre para visitas legales ocho horas en días hábiles y cuatro en los demás."),
    Term(
      id: "DEMO-NOTICE", patterns: #""D05""#, predicate: "closureNotice", parameters: #"{"limitMinutes": 240}"#,
      english: "Invented: plaintiffs’ counsel is told of a closure within four hours.",
      spanish: "Inventado: se avisa a los abogados demandantes de un cierre en cuatro horas."),
    Term(
      id: "DEMO-DOOR", patterns: #""D01""#, predicate: "turnedAway", parameters: "{}",
      english: "Invented: nobody who comes for a legal visit is turned away.",
      spanish: "Inventado: no se rechaza a nadie que venga a una visita legal."),
    Term(
      id: "DEMO-WAIT", patterns: #""D11""#, predicate: "waitAtDoor",
      parameters: #"{"limitMinutes": 60, "redMinutes": 120}"#,
      english: "Invented: nobody waits more than an hour at the door.",
      spanish: "Inventado: nadie espera más de una hora en la puerta."),
  ]

  private static func rule(_ term: Term, _ scope: String) -> String {
    """
    {
      "$schema": "../rule.schema.json",
      "id": "\(term.id)",
      "version": 1,
      "patterns": [\(term.patterns)],
      "scope": {"places": [\(scope)]},
      "predicate": "\(term.predicate)",
      "parameters": \(term.parameters),
      "authority": {
        "kind": "order",
        "cite": "Sample Plaintiffs v. Sample Agency (invented, for this demo alone)",
        "docket": "0:00-cv-00000 (invented)",
        "dated": "2026-01-02",
        "page": "1",
        "sources": ["nothing: it is invented"]
      },
      "from": {"earliest": "2026-01-02", "latest": "2026-01-03"},
      "to": null,
      "status": "in_force",
      "endVerified": true,
      "lastVerified": {"on": "2026-01-05", "by": "Sample Verifier (invented)"},
      "textVerified": true,
      "confidence": "H",
      "plain": {"en": "\(term.english)", "es": "\(term.spanish)"}
    }
    """
  }
}
