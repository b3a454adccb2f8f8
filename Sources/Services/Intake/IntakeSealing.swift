internal import Foundation
internal import Vault

/// Seals what was told on the phone with the service's key: each text for its own row.
struct IntakeSealing {
  let keys: ServiceKeys

  func told(_ told: IntakeTold, of intake: Int64) throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    return keys.seal(Array(try encoder.encode(told)), context: "intake.told.\(intake)")
  }

  /// Nil for what no key of this installation opens.
  func told(_ sealed: [UInt8], of intake: Int64) -> IntakeTold? {
    guard let plain = try? keys.open(sealed, context: "intake.told.\(intake)") else { return nil }
    return try? JSONDecoder().decode(IntakeTold.self, from: Data(plain))
  }

  /// Where a note stands.
  enum Column: String { case intake = "intake_event.note", handoff = "handoff_event.note" }

  func note(_ text: String, _ column: Column, of event: Int64) -> [UInt8] {
    keys.seal(Array(text.utf8), context: "\(column.rawValue).\(event)")
  }

  func note(_ sealed: [UInt8], _ column: Column, of event: Int64) -> String? {
    (try? keys.open(sealed, context: "\(column.rawValue).\(event)")).map { String(decoding: $0, as: UTF8.self) }
  }
}
