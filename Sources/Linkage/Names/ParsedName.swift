/// What a part of a name is, as far as the source or the name itself says.
package enum NameRole: String, Sendable { case given, family, unknown }

/// One part of a name that can agree with another: a word with the particles before it.
package struct NamePart: Sendable, Equatable {
  /// Folded: lower case, no accents.
  package let text: String
  /// The particles before it: "de la" of "de la Cruz".
  package let particles: [String]
  package let role: NameRole
  /// As written, when it was written by a person or a source with case and accents.
  package let written: String

  package init(text: String, particles: [String] = [], role: NameRole = .unknown, written: String? = nil) {
    self.text = text
    self.particles = particles
    self.role = role
    self.written = written ?? text
  }
}

/// A name taken apart. Titles and placeholders are gone; parts are in the order written.
package struct ParsedName: Sendable, Equatable {
  package let parts: [NamePart]
  /// "jr", "iii", "filho": kept apart because half of all sources leave it out.
  package let suffix: String?
  /// The source said that it did not know a name: FNU, N.N., BABY BOY.
  package let hasPlaceholder: Bool

  /// More parts than this are cut off: nobody's name is told apart by the ninth. `NameWeigher`, `NameLines` and
  /// `Assignment` have fixed places for so many.
  package static let limit = 8

  package init(parts: [NamePart], suffix: String? = nil, hasPlaceholder: Bool = false) {
    self.parts = Array(parts.prefix(Self.limit))
    self.suffix = suffix
    self.hasPlaceholder = hasPlaceholder
  }
}
