import Linkage
import Testing

@Suite struct `How common names are` {
  private let counted = NameFrequencies(
    counts: ["garcia": .init(given: 2, family: 98), "garza": .init(family: 10), "ana": .init(given: 50)], names: 1000)

  @Test func `is counted, and never zero`() {
    #expect(counted.share("garcia") == 0.1)
    #expect(counted.share("baglietto") > 0)
    #expect(counted.share("baglietto") < 0.001)
    #expect(counted.givenShare("garcia") == 0.02)
    #expect(counted.givenShare("baglietto") == nil)
  }

  @Test(arguments: [("gar", 0.11), ("arc", 0.1), ("za", 0.01), ("a", 0.16), ("garcia", 0.1)])
  func `is known of letters within names`(letters: String, share: Double) {
    #expect(abs(counted.shareContaining(letters) - share) < 1e-12)
  }

  @Test func `does not run from one name into the next`() { #expect(counted.shareContaining("agar") < 0.001) }

  @Test func `of a short list leans on what is known of others`() {
    let common = NameFrequencies(counts: ["garcia": .init(family: 5000)], names: 100_000)
    let few = NameFrequencies(counts: [:], names: 10).blended(with: common, weight: 3000)
    #expect(abs(few.share("garcia") - 150 / 3010.0) < 1e-9)
  }
}
