/// Every sentence that a person reads, in one language. A language is a value: a missing sentence does not compile.
///
/// Sentences are whole. What varies is a named blank, a number has its plural forms, and names of countries, days
/// and zones come from the language's locale.
///
/// A class, for thousands of sentences as one value would be copied field by field wherever a page is made: a release
/// build spent minutes and gigabytes on that.
package final class Phrases: Sendable {
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
  package let court: CourtPhrases
  package let hotline: HotlinePhrases
  package let arrests: ArrestPhrases
  package let patterns: CaseGroupPhrases
  package let published: PublishedPhrases
  package let findings: FindingPhrases

  init(
    language: Language, common: CommonPhrases, ages: AgePhrases, start: StartPhrases, form: FormPhrases,
    faults: FaultPhrases, result: ResultPhrases, agreement: AgreementPhrases, notFound: NotFoundPhrases,
    ladder: LadderPhrases, receipt: ReceiptPhrases, places: PlacesPhrases, place: PlacePhrases, about: AboutPhrases,
    leaving: LeavingPhrases, failures: FailurePhrases, staff: StaffPhrases, visits: VisitPhrases,
    review: ReviewPhrases, figures: FigurePhrases, court: CourtPhrases, patterns: CaseGroupPhrases,
    published: PublishedPhrases, hotline: HotlinePhrases, arrests: ArrestPhrases, findings: FindingPhrases
  ) {
    self.language = language
    self.common = common
    self.ages = ages
    self.start = start
    self.form = form
    self.faults = faults
    self.result = result
    self.agreement = agreement
    self.notFound = notFound
    self.ladder = ladder
    self.receipt = receipt
    self.places = places
    self.place = place
    self.about = about
    self.leaving = leaving
    self.failures = failures
    self.staff = staff
    self.visits = visits
    self.review = review
    self.figures = figures
    self.court = court
    self.hotline = hotline
    self.arrests = arrests
    self.patterns = patterns
    self.published = published
    self.findings = findings
  }
}
