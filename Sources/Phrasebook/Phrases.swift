/// Every sentence that a person reads, in one language. A language is a value: a missing sentence does not compile.
///
/// Sentences are whole. What varies is a named blank, a number has its plural forms, and names of countries, days
/// and zones come from the language's locale.
package struct Phrases: Sendable {
  package let language: Language
  package let common: CommonPhrases
  package let ages: AgePhrases
  package let start: StartPhrases
  package let form: FormPhrases
  package let faults: FaultPhrases
  package let result: ResultPhrases
  package let agreement: AgreementPhrases
  package let notFound: NotFoundPhrases
  package let ladder: LadderPhrases
  package let receipt: ReceiptPhrases
  package let places: PlacesPhrases
  package let place: PlacePhrases
  package let about: AboutPhrases
  package let leaving: LeavingPhrases
  package let failures: FailurePhrases
  package let staff: StaffPhrases
  package let visits: VisitPhrases
  package let review: ReviewPhrases
  package let figures: FigurePhrases
  package let findings: FindingPhrases
}
