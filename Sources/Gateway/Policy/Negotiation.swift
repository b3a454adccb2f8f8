/// What a client would rather have: the values of an Accept header with their weights.
package struct Preferences: Sendable, Equatable {
  package struct Choice: Sendable, Equatable {
    /// In small letters.
    package let value: String
    /// From 0 (never) to 1000.
    package let weight: Int
  }

  /// In the order of the header.
  package let choices: [Choice]

  /// Reads the values of `Accept` or `Accept-Language`. What is malformed is passed over: it is only a wish.
  package init(_ headers: [String]) {
    choices = headers.flatMap { $0.split(separator: ",") }.prefix(50).compactMap { item in
      let parts = item.split(separator: ";").map(Token.trimmed)
      guard let value = parts.first, !value.isEmpty else { return nil }
      var weight = 1000
      for part in parts.dropFirst() where part.lowercased().hasPrefix("q=") {
        guard let parsed = Preferences.weight(part.dropFirst(2)) else { return nil }
        weight = parsed
      }
      return Choice(value: value.lowercased(), weight: weight)
    }
  }

  /// "0", "1", "0.8", "1.000" in thousandths.
  private static func weight(_ text: Substring) -> Int? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard let whole = parts.first, whole == "0" || whole == "1", parts.count <= 2 else { return nil }
    guard parts.count == 2 else { return whole == "1" ? 1000 : 0 }
    let digits = parts[1]
    guard digits.utf8.count <= 3, digits.utf8.allSatisfy(Token.isDigit) else { return nil }
    let padded = digits + String(repeating: "0", count: 3 - digits.utf8.count)
    guard let thousandths = Token.decimal(padded.utf8) else { return nil }
    return whole == "1" ? (thousandths == 0 ? 1000 : nil) : thousandths
  }

  /// The best of these languages, or nil if none was asked for. "es-MX" asks for "es"; the offer's order decides a tie.
  package func language(among offered: [String]) -> String? {
    best(offered) { choice, offer in
      let offer = offer.lowercased()
      if choice == "*" { return 0 }
      if choice == offer { return 2 }
      return choice.hasPrefix(offer + "-") || offer.hasPrefix(choice + "-") ? 1 : nil
    }
  }

  /// The best of these media types, or nil if none is acceptable. Without any wish it is the first.
  package func mediaType(among offered: [String]) -> String? {
    if choices.isEmpty { return offered.first }
    return best(offered) { choice, offer in
      if choice == "*/*" { return 0 }
      if choice == offer { return 2 }
      return choice.hasSuffix("/*") && offer.hasPrefix(choice.dropLast()) ? 1 : nil
    }
  }

  /// For each offer the most specific wish counts, whatever its weight; then the highest weight wins.
  private func best(_ offered: [String], _ specificity: (String, String) -> Int?) -> String? {
    var winner: (offer: String, weight: Int)?
    for offer in offered {
      var found: (specificity: Int, weight: Int)?
      for choice in choices {
        guard let closeness = specificity(choice.value, offer) else { continue }
        if let known = found, known.specificity > closeness { continue }
        if let known = found, known.specificity == closeness, known.weight >= choice.weight { continue }
        found = (closeness, choice.weight)
      }
      guard let weight = found?.weight, weight > 0 else { continue }
      if weight > (winner?.weight ?? 0) { winner = (offer, weight) }
    }
    return winner?.offer
  }
}

extension Headers {
  /// The language to answer in, among those that exist; nil if the client named none of them.
  package func preferredLanguage(among offered: [String]) -> String? {
    Preferences(all("Accept-Language")).language(among: offered)
  }

  /// Whether a person with a browser asks, rather than a program: who asks for pages gets pages, errors included.
  package var wantsPage: Bool {
    Preferences(all("Accept")).mediaType(among: ["application/json", "application/problem+json", "text/html"])
      == "text/html"
  }
}
