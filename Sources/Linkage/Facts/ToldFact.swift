/// How one fact that somebody gave stands to a record, for those who are not told weights: a kind, and never a direction
/// or a distance. What is said to whom is for `Disclosure` to decide.
package struct ToldFact: Sendable, Hashable {
  package enum Kind: String, Sendable, CaseIterable {
    /// The same, or near enough to be taken for it.
    case same
    /// Of names: another form of it, as Pepe of José.
    case otherForm
    case soundsAlike, spelledAlike, initial
    /// Part of it is the same.
    case inPart
    /// The record has another one.
    case another
  }

  package let fact: Fact
  package let kind: Kind

  package init(_ fact: Fact, _ kind: Kind) {
    self.fact = fact
    self.kind = kind
  }
}

extension Agreement {
  /// How a name, or a part of one, agrees.
  package var kindOfName: ToldFact.Kind {
    if bits < 0 { return .another }
    return switch level {
    case .exact, .normalised: .same
    case .nickname: .otherForm
    case .soundsAlike: .soundsAlike
    case .oneTypingError, .oneDigit, .near: .spelledAlike
    // An initial weighs two bits at most: where there is more, other parts of the name agree as they are.
    case .initial: bits > 2 ? .inPart : .initial
    case .different: .another
    default: .inPart
    }
  }
}

/// How many people bear a name like it, in words.
package enum NameCommonness: String, Sendable, CaseIterable {
  case many, some, few

  /// - Parameter perThousand: how many in a thousand. Where one in a thousand bears a name, a list of some ten thousand
  ///   has it many times over; where one in a hundred thousand does, hardly once.
  package init(perThousand: Double) {
    self = perThousand >= 1 ? .many : perThousand >= 0.01 ? .some : .few
  }
}
