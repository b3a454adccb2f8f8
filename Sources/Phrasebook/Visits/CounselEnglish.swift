internal import CounselRules

extension CounselPhrases {
  static let english = CounselPhrases(
    outcomes: Words {
      switch $0 {
      case .met: "Kept"
      case .breached: "Indicator of a breach"
      case .unknown: "Cannot be said yet"
      case .notInForce: "Not in force"
      case .pending: "A clock is running"
      }
    },
    heuristicBreach: "Needs review",
    possible: "Possible only: the text of this rule was not compared with the document.",
    restsOn: "Rests on: {}",
    grade: "Evidence {}")
}
