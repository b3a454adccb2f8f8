/// What this is, and what is kept.
package struct AboutPhrases: Sendable {
  package let title: String
  package let whatTitle: String
  package let what: [String]
  package let practiceTitle: String
  package let practice: String
  package let notKeptTitle: String
  package let notKept: [String]
  package let keptTitle: String
  package let kept: [String]
  package let shownTitle: String
  package let shown: [String]
  package let noThirdTitle: String
  package let noThird: String
  package let sourcesTitle: String
  package let sourcesText: OneBlank
  package let sourceFacilities: String
  package let sourceStandards: String
  package let sourceOffices: String
  package let sourceTransfers: String
  package let sourceMap: String
  package let lawTitle: String
  package let law: String
}
