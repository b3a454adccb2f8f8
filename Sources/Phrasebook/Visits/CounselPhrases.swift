package import CounselRules

/// What people read of the rules' findings.
package struct CounselPhrases: Sendable {
  package let outcomes: Words<Outcome.Kind>
  package let heuristicBreach: String
  package let possible: String
  package let review: String
  package let authorities: Words<AuthorityKind>
  package let missing: Words<MissingFact>
  package let missingLead: OneBlank
  package let clockEnds: OneBlank
  package let took: ThreeBlanks
  package let lasted: ThreeBlanks
  package let open: ThreeBlanks
  package let cleared: OneBlank
  package let softened: OneBlank
  package let counterFacts: Words<CounterFact>
  package let aggravations: Words<Aggravation>
  package let notProtected: String
  package let unverifiedRole: String
  package let bothReadings: String
  package let restsOn: OneBlank
  package let grade: OneBlank
  package let pattern: OneBlank
}
