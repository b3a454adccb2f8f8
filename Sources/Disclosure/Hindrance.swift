/// Why somebody's record is never told of by itself, whatever is known of them: a person decides, or calls back.
package enum Hindrance: String, Sendable, CaseIterable, Codable {
  /// Under 18 by any source.
  case minor
  /// Nobody knows when they were born, so that they may be under 18.
  case perhapsMinor = "perhaps_minor"
  /// Protected by 8 USC 1367: nothing may be told of applicants under VAWA or for T and U visas, not even that they are
  /// listed.
  case section1367 = "section_1367"
  /// Somebody may be a danger to them.
  case safety
  /// They, their lawyer or a responder asked that nothing be shown.
  case hidden
  /// Somebody says that the record is wrong, or not theirs.
  case contested
  /// Told of by private sources alone (hotline, attorney, family), and no responder has looked whether telling is safe.
  case unscreened
  /// Nobody vouches for the report: anybody may have planted it.
  case unverified
  /// Told of by no source that still counts.
  case withdrawn
  /// A contest of the record was upheld: it is wrong, or not theirs.
  case suppressed

  /// Whether the record is left out when candidates are weighed against each other.
  ///
  /// Otherwise a planted report would keep a family from its answer, and the same person told of by a roster and by a
  /// hotline would be their own rival until somebody has joined the two.
  package var isNoRival: Bool { [.unscreened, .unverified, .withdrawn, .suppressed].contains(self) }

  /// Whether the person is guarded, and not only the report of them: two responders agree before such a person is told of.
  package var isGuarded: Bool { !isNoRival }
}

extension Hindrance {
  /// Those that somebody sets; the others follow from the records.
  package static let settable: [Hindrance] = [.hidden, .contested, .safety, .section1367, .minor]
}
