/// What kind of law a rule rests on, the strongest first.
package enum AuthorityKind: String, Sendable, CaseIterable, Codable, Comparable {
  case order, statute, contract, standard, policy, heuristic

  package var rank: Int { Self.allCases.firstIndex(of: self) ?? Self.allCases.count }

  /// The folder in the rulebook.
  package var folder: String {
    switch self {
    case .statute: "statutes"
    case .policy: "policies"
    default: rawValue + "s"
    }
  }

  package static func < (left: AuthorityKind, right: AuthorityKind) -> Bool { left.rank < right.rank }
}

/// Where a term is written, as far as it is known.
package struct Authority: Sendable, Equatable, Decodable {
  package let kind: AuthorityKind
  /// In one line, as a lawyer would cite it.
  package let cite: String
  package let docket: String?
  /// The day on which the document was made, as far as sources tell.
  package let dated: String?
  package let page: String?
  /// Where the facts in the file were found.
  package let sources: [String]
}
