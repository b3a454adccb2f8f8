extension Weights: Equatable {
  /// Every weight by its name. What is not here cannot be learnt.
  private static var odds: [(String, WritableKeyPath<Weights, Odds>)] {
    [
      ("differentGiven", \.differentGiven), ("differentFamily", \.differentFamily),
      ("differentOtherFamily", \.differentOtherFamily), ("dropped", \.dropped), ("suffixDiffers", \.suffixDiffers),
      ("resembles", \.resembles), ("crossed", \.crossed),
      ("birthExact", \.birthExact), ("birthExactOnFirstOfJanuary", \.birthExactOnFirstOfJanuary),
      ("birthSwapped", \.birthSwapped), ("birthOneDigit", \.birthOneDigit),
      ("birthSameYearOtherDay", \.birthSameYearOtherDay), ("birthSameYear", \.birthSameYear),
      ("birthSameYearAsPlaceholder", \.birthSameYearAsPlaceholder), ("birthOneYearOff", \.birthOneYearOff),
      ("birthOneYearOffOtherDay", \.birthOneYearOffOtherDay), ("birthTwoYearsOff", \.birthTwoYearsOff),
      ("birthFitsAge", \.birthFitsAge), ("birthNearAge", \.birthNearAge),
      ("birthDifferent", \.birthDifferent), ("countrySameRegion", \.countrySameRegion),
      ("countryDifferent", \.countryDifferent), ("aNumberExact", \.aNumberExact), ("aNumberOneOff", \.aNumberOneOff),
      ("aNumberDifferent", \.aNumberDifferent), ("male", \.male), ("female", \.female),
      ("sexDifferent", \.sexDifferent), ("arrestSameDay", \.arrestSameDay), ("arrestOneDayOff", \.arrestOneDayOff),
      ("arrestThreeDaysOff", \.arrestThreeDaysOff), ("arrestWeekOff", \.arrestWeekOff),
      ("arrestOtherDay", \.arrestOtherDay), ("placeExact", \.placeExact), ("placePartial", \.placePartial),
      ("placeDifferent", \.placeDifferent), ("homePlaceDifferent", \.homePlaceDifferent),
    ]
  }

  private static var numbers: [(String, WritableKeyPath<Weights, Double>)] {
    [
      ("rewriting.exact", \.rewriting.exact), ("rewriting.nickname", \.rewriting.nickname),
      ("rewriting.variant", \.rewriting.variant), ("rewriting.soundsAlike", \.rewriting.soundsAlike),
      ("rewriting.soundsAlikeElsewhere", \.rewriting.soundsAlikeElsewhere),
      ("rewriting.typingError", \.rewriting.typingError), ("rewriting.twoTypingErrors", \.rewriting.twoTypingErrors),
      ("rewriting.cutShort", \.rewriting.cutShort), ("rewriting.initial", \.rewriting.initial),
      ("mostBitsWithoutFamilyName", \.mostBitsWithoutFamilyName), ("countryMatches", \.countryMatches),
      ("countryDiscount", \.countryDiscount), ("homePlaceExact", \.homePlaceExact),
      ("homePlacePartial", \.homePlacePartial), ("leastPopulation", \.leastPopulation), ("listed", \.listed),
      ("birthYearShare", \.birthYearShare),
      ("rewriting.slipped", \.rewriting.slipped),
    ]
  }

  package var text: String {
    Self.odds.map { "\($0.0)\t\(self[keyPath: $0.1].m)\t\(self[keyPath: $0.1].u)\n" }.joined()
      + Self.numbers.map { "\($0.0)\t\(self[keyPath: $0.1])\n" }.joined()
  }

  /// Nil for a line that is no weight, or a weight that cannot be. Weights that are not in the text keep their defaults.
  package init?(text: String) {
    self.init()
    for line in text.split(separator: "\n") {
      let columns = line.split(separator: "\t")
      let values = columns.dropFirst().compactMap { Double($0) }.filter { $0.isFinite && $0 > 0 }
      guard let name = columns.first, values.count == columns.count - 1 else { return nil }
      if values.count == 2, let path = Self.odds.first(where: { $0.0 == name })?.1 {
        self[keyPath: path] = Odds(m: values[0], u: values[1])
      } else if values.count == 1, let path = Self.numbers.first(where: { $0.0 == name })?.1 {
        self[keyPath: path] = values[0]
      } else {
        return nil
      }
    }
  }

  package static func == (a: Weights, b: Weights) -> Bool {
    odds.allSatisfy { a[keyPath: $0.1] == b[keyPath: $0.1] }
      && numbers.allSatisfy { a[keyPath: $0.1] == b[keyPath: $0.1] }
  }
}
