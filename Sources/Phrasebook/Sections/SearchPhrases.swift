/// The first page.
package struct StartPhrases: Sendable {
  package let title: String
  package let lead: String
  package let privacy: String
  package let placesTitle: String
  package let placesText: String
  package let placesLink: String
  package let laterTitle: String
  package let laterText: String
}

/// The search form.
package struct FormPhrases: Sendable {
  package let name: String
  package let nameHint: String
  package let birth: String
  package let birthHint: String
  package let country: String
  package let countryUnknown: String
  package let countriesOften: String
  package let countriesAll: String
  package let aNumber: String
  package let aNumberHint: String
  /// In the place of a number that is kept and cannot be opened.
  package let aNumberUnreadable: String
  package let more: String
  package let moreHint: String
  package let arrestedOn: String
  package let arrestedOnHint: String
  package let arrestPlace: String
  package let arrestPlaceHint: String
  package let sex: String
  package let sexUnknown: String
  package let female: String
  package let male: String
  package let otherSex: String
  package let optional: String
  package let submit: String
  package let title: String
  package let againTitle: String
  package let againSubmit: String
  /// Said above a form that came without its token.
  package let untied: String
  package let problem: String
  package let problemPrefix: String
}

/// What is wrong with a field.
package struct FaultPhrases: Sendable {
  package let missing: String
  package let tooLong: Plural
  package let notAName: String
  package let birthNotADate: String
  package let arrestNotADate: String
  package let inFuture: String
  package let tooLongAgo: String
  package let notAnANumber: String
  package let unknownCountry: String
  package let unknownSex: String
}
