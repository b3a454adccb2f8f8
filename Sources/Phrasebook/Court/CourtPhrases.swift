/// What people read where something is handed to courts, opponents and other members: reports, bundles, checkpoints.
package struct CourtPhrases: Sendable {
  package let report: ReportPhrases
  package let bundle: BundlePhrases
  package let checkpoints: CheckpointPhrases
}

/// The printable report, and the table of reviewed incidents in it.
package struct ReportPhrases: Sendable {
  package let title: String
  package let period: TwoBlanks
  package let everyPlace: String
  package let contents: String
  package let findingsByRule: String
  package let findingsByAuthority: String
  package let findingsLead: String
  package let incidents: String
  package let incidentsLead: String
  package let indexLead: String
  package let noIncidents: String
  package let incident: String
  package let placeAndDay: String
  package let term: String
  package let decision: String
  package let words: String
  package let decisions: (upheld: String, notUpheld: String, unclear: String, second: String, differ: String)
  package let decidedOn: TwoBlanks
  package let reviewers: Plural
  package let notCompared: String
  package let grade: OneBlank
  package let attorney: OneBlank
  package let removed: OneBlank
  package let redactionTitle: String
  package let redaction: [String]
  package let reading: String
  package let invented: String
  package let pdf: String
  package let incidentsTable: String
  package let noPrint: String
}

/// The page on which a reviewer has a bundle made.
package struct BundlePhrases: Sendable {
  package let title: String
  package let lead: String
  package let holds: [String]
  package let about: String
  package let subjects: (place: String, order: String, requests: String)
  package let which: String
  package let whichHint: String
  package let from: String
  package let until: String
  package let dayHint: String
  package let reason: String
  package let reasonHint: String
  package let make: String
  package let verify: String
  package let faults:
    (
      which: String, days: String, reason: String, place: String, order: String, request: String, nothing: String,
      key: String
    )
}

/// The page from which other members take signed checkpoints.
package struct CheckpointPhrases: Sendable {
  package let title: String
  package let homeText: String
  package let lead: String
  package let how: [String]
  package let key: String
  package let keyHint: String
  package let noKey: String
  package let newest: String
  package let none: String
  package let download: String
}
