package import CounselRules

/// The short words of the rules' findings on a page about a visit; `FindingPhrases` has the sentences.
package struct CounselPhrases: Sendable {
  package let outcomes: Words<Outcome.Kind>
  package let heuristicBreach: String
  package let possible: String
  package let restsOn: OneBlank
  package let grade: OneBlank
}
